"""Batches and their pictures as frames between the server and the child of a device."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from easel.core.job import Job
from easel.engines.frames import pack_job, unpack_job


@dataclass(frozen=True, slots=True)
class Order:
    """One picture to be painted: picture `index` of `job`. `id` is its number on the wire."""

    id: int
    job: Job
    index: int

    @property
    def seed(self) -> int:
        """The picture's own seed."""
        return self.job.seeds[self.index]

    @property
    def previews(self) -> int:
        """How many unfinished pictures are wanted before the finished one."""
        return self.job.partial_images if self.job.stream else 0


def pack_batch(source: str, orders: Sequence[Order]) -> tuple[dict[str, Any], list[bytes]]:
    """A batch as a header and the parts of its blob; a job with several pictures travels once."""
    # Not by their ids: a cluster's replica is given each picture of a job as a job of its own.
    jobs = {id(order.job): order.job for order in orders}
    places = {key: place for place, key in enumerate(jobs)}
    packed = [pack_job(job) for job in jobs.values()]
    header = {
        "event": "paint",
        "source": source,
        "jobs": [{"job": job, "bytes": len(blob)} for job, blob in packed],
        "orders": [{"id": o.id, "job": places[id(o.job)], "index": o.index} for o in orders],
    }
    return header, [blob for _, blob in packed]


def unpack_batch(header: dict[str, Any], blob: bytearray) -> list[Order]:
    """The orders that `pack_batch` packed."""
    jobs, offset = [], 0
    for each in header["jobs"]:
        end = offset + each["bytes"]
        jobs.append(unpack_job(each["job"], blob[offset:end]))
        offset = end
    return [Order(each["id"], jobs[each["job"]], each["index"]) for each in header["orders"]]
