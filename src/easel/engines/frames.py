"""A job and its pictures as the headers and blobs of frames (`core/frames.py`). Pixels travel in the blob."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from easel.core.frames import Bytes
from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style
from easel.core.result import Painted, Partial

#: The pixels of one frame: thirty-two references, or one picture of 12288 x 6144.
BLOB_MAX_BYTES = 1024 * 1024 * 1024


def pack_job(job: Job) -> tuple[dict[str, Any], bytes]:
    """A job as a header and a blob with its reference images' pixels."""
    header = {f.name: getattr(job, f.name) for f in fields(job) if f.name not in ("references", "size", "style")}
    header["size"] = [job.size.width, job.size.height] if job.size else None
    header["style"] = asdict(job.style) if job.style else None
    header["references"] = [
        {"role": r.role.value, "field": r.field, "width": r.image.width, "height": r.image.height,
         "channels": r.image.channels, "recipe": r.recipe}
        for r in job.references if r.image
    ]  # fmt: skip
    header["reply"] = {}
    return header, b"".join(bytes(r.image.pixels) for r in job.references if r.image)


def unpack_job(header: Mapping[str, Any], blob: bytearray) -> Job:
    """The job that `pack_job` packed; its references have images and no sources."""
    values = dict(header)
    references, offset = [], 0
    for r in values.pop("references"):
        end = offset + r["width"] * r["height"] * r["channels"]
        image = Image(r["width"], r["height"], r["channels"], bytes(memoryview(blob)[offset:end]))
        references.append(Reference(Role(r["role"]), b"", r["field"], image, r["recipe"]))
        offset = end
    size, style = values.pop("size"), values.pop("style")
    job = Job(**{**values, "seeds": tuple(values["seeds"]), "ignored": tuple(values["ignored"])})
    return replace(
        job,
        references=tuple(references),
        size=Size(*size) if size else None,
        style=Style(**style) if style else None,
    )


def pack_image(image: Image) -> dict[str, int]:
    """The header part of an image whose pixels are the frame's blob."""
    return {"width": image.width, "height": image.height, "channels": image.channels}


def unpack_image(header: Mapping[str, int], blob: Bytes) -> Image:
    """The image of a frame."""
    return Image(header["width"], header["height"], header["channels"], blob)


def pack_event(event: Partial | Painted) -> dict[str, Any]:
    """The header of an event; the pixels of its image are the frame's blob."""
    if isinstance(event, Partial):
        return {"event": "partial", "stage": event.stage, **pack_image(event.image)}
    return {
        "event": "painted",
        "seed": event.seed,
        "prompt": event.prompt,
        "unpainted": event.unpainted,
        "details": dict(event.details),
        "ignored": event.ignored,
        **pack_image(event.image),
    }


def unpack_event(header: Mapping[str, Any], blob: Bytes, index: int) -> Partial | Painted:
    """The event that `pack_event` packed, as one of picture `index`; raises KeyError or TypeError when it is none."""
    image = unpack_image(header, blob)
    if header["event"] == "partial":
        return Partial(index, header["stage"], image)
    return Painted(
        index,
        image,
        header["seed"],
        header["prompt"],
        tuple(header["unpainted"]),
        header["details"],
        tuple(header["ignored"]),
    )
