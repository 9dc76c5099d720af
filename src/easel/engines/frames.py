"""Frames between the server and an engine's child process: JSON and raw bytes over a socket pair. Never pickle.

A frame is an 8-byte and a 4-byte length (big-endian), the blob, and the JSON header:
`!QI` + blob + header. Pixels travel in the blob, everything else in the header.
"""

import json
import socket
import struct
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style

LENGTHS = struct.Struct("!QI")
#: A header is a job's fields: prompts are at most 64 KB, so this is far above any honest one.
HEADER_MAX_BYTES = 4 * 1024 * 1024
BLOB_MAX_BYTES = 4 * 1024 * 1024 * 1024


def send_frame(sock: socket.socket, header: Mapping[str, Any], blob: bytes | bytearray | memoryview = b"") -> None:
    """Send one frame; blocks until it is with the kernel."""
    text = json.dumps(header).encode()
    sock.sendall(LENGTHS.pack(len(blob), len(text)))
    if blob:
        sock.sendall(blob)
    sock.sendall(text)


def receive_frame(sock: socket.socket) -> tuple[dict[str, Any], memoryview]:
    """Receive one frame; raises EOFError when the other side is gone."""
    blob_length, header_length = LENGTHS.unpack(_receive(sock, LENGTHS.size))
    if header_length > HEADER_MAX_BYTES or blob_length > BLOB_MAX_BYTES:
        msg = "a frame is larger than its limit"
        raise EOFError(msg)
    blob = _receive(sock, blob_length)
    return json.loads(bytes(_receive(sock, header_length))), blob


def _receive(sock: socket.socket, length: int) -> memoryview:
    view = memoryview(bytearray(length))
    done = 0
    while done < length:
        count = sock.recv_into(view[done:])
        if not count:
            msg = "the other side closed the connection"
            raise EOFError(msg)
        done += count
    return view


def pack_job(job: Job) -> tuple[dict[str, Any], bytes]:
    """A job as a header and a blob with its reference images' pixels."""
    header = {f.name: getattr(job, f.name) for f in fields(job) if f.name not in ("references", "size", "style")}
    header["size"] = [job.size.width, job.size.height] if job.size else None
    header["style"] = asdict(job.style) if job.style else None
    header["references"] = [
        {"role": r.role.value, "field": r.field, "width": r.image.width, "height": r.image.height,
         "channels": r.image.channels}
        for r in job.references if r.image
    ]  # fmt: skip
    header["reply"] = {}
    return header, b"".join(bytes(r.image.pixels) for r in job.references if r.image)


def unpack_job(header: Mapping[str, Any], blob: memoryview) -> Job:
    """The job that `pack_job` packed; its references have images and no sources."""
    values = dict(header)
    references, offset = [], 0
    for r in values.pop("references"):
        end = offset + r["width"] * r["height"] * r["channels"]
        image = Image(r["width"], r["height"], r["channels"], bytes(blob[offset:end]))
        references.append(Reference(Role(r["role"]), b"", r["field"], image))
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


def unpack_image(header: Mapping[str, int], blob: memoryview) -> Image:
    """The image of a frame."""
    return Image(header["width"], header["height"], header["channels"], blob)
