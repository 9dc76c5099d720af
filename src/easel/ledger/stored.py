"""Jobs and answers as JSON: what the database keeps so that a job can be resumed and an answer given again."""

import base64
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from easel.core.image import Size
from easel.core.job import Job, Reference, Role, Style
from easel.core.result import Picture, Result

#: Fields that need more than JSON's own types.
_SPECIAL = {"size", "seeds", "references", "style", "ignored", "reply"}
_PLAIN = [field.name for field in fields(Job) if field.name not in _SPECIAL]


def job_to_json(job: Job, *, sources: bool) -> dict[str, Any]:
    """A job as JSON values, without the decoded images. `sources` keeps what the references are read from."""
    table: dict[str, Any] = {name: getattr(job, name) for name in _PLAIN}
    return table | {
        "size": str(job.size) if job.size else None,
        "seeds": list(job.seeds),
        "references": [_reference_to_json(reference, sources) for reference in job.references],
        "style": [job.style.name, job.style.weight] if job.style else None,
        "ignored": list(job.ignored),
        "reply": dict(job.reply),
    }


def job_from_json(table: Mapping[str, Any]) -> Job:
    """The job of `job_to_json`; its references are not decoded.

    What an older version did not write has its default. Raises KeyError, TypeError or ValueError for what is no job.
    """
    return Job(
        **{name: table[name] for name in _PLAIN if name in table},
        size=Size.parse(table["size"]) if table["size"] else None,
        seeds=tuple(table["seeds"]),
        references=tuple(_reference_from_json(row) for row in table["references"]),
        style=Style(*table["style"]) if table["style"] else None,
        ignored=tuple(table["ignored"]),
        reply=table["reply"],
    )


def answer_to_json(result: Result) -> dict[str, Any]:
    """A result as JSON values, without its job and without the pictures' bytes."""
    return {
        "failed": result.failed,
        "created": result.created,
        "pictures": [
            {
                "index": picture.index,
                "artifact": picture.artifact,
                "url": picture.url,
                "media_type": picture.media_type,
                "size": str(picture.size),
                "seed": picture.seed,
                "prompt": picture.prompt,
                "unpainted": list(picture.unpainted),
            }
            for picture in result.pictures
        ],
    }


def answer_from_json(table: Mapping[str, Any], job: Job) -> Result:
    """The result of `answer_to_json`. The pictures' data are empty: they are in the store."""
    pictures = tuple(
        Picture(**{**row, "size": Size.parse(row["size"]), "unpainted": tuple(row.get("unpainted", ()))}, data=b"")
        for row in table["pictures"]
    )
    return Result(job=job, pictures=pictures, failed=table["failed"], created=table["created"])


def _reference_to_json(reference: Reference, sources: bool) -> dict[str, str]:
    row = {"role": reference.role.value, "field": reference.field}
    if not sources:
        return row | {"text": ""}
    if isinstance(reference.source, bytes):
        return row | {"base64": base64.b64encode(reference.source).decode()}
    return row | {"text": reference.source}


def _reference_from_json(row: Mapping[str, str]) -> Reference:
    source = base64.b64decode(row["base64"]) if "base64" in row else row["text"]
    return Reference(Role(row["role"]), source, row["field"])
