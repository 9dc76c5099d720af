"""Pictures to be painted and events as frames in the bodies of HTTP. Never pickle.

A request's body is one frame, an answer's body a frame for each event. The frames are those of `core/frames.py`.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.frames import HEADER_MAX_BYTES, LENGTHS, Bytes
from easel.core.job import Job
from easel.core.result import Painted, Partial
from easel.engines import frames
from easel.engines.frames import BLOB_MAX_BYTES, pack_job, unpack_job

#: Where the application is found below the cluster's address.
PREFIX = "/easel"
#: Sent while there is nothing to tell, so that silence means that nobody is there.
ALIVE = "alive"
#: Pixels go out in pieces of this many bytes.
PIECE_BYTES = 1024 * 1024


class Reader(Protocol):
    """Where frames come from, such as the content of aiohttp's answers."""

    async def readexactly(self, n: int) -> bytes:
        """The next n bytes; raises EOFError when there are no more so many."""


def pack(header: Mapping[str, Any], blob: Bytes = b"") -> Iterator[Bytes]:
    """One frame, in pieces."""
    text = json.dumps(header).encode()
    yield LENGTHS.pack(len(text), len(blob)) + text
    view = memoryview(blob)
    for start in range(0, len(view), PIECE_BYTES):
        yield view[start : start + PIECE_BYTES]


def unpack(body: bytearray) -> tuple[dict[str, Any], bytearray]:
    """The one frame that a body is; raises ValueError."""
    if len(body) < LENGTHS.size:
        msg = "the body ends too early"
        raise ValueError(msg)
    header_length, blob_length = LENGTHS.unpack_from(body)
    end = LENGTHS.size + header_length
    if len(body) != end + blob_length:
        msg = "the body's length is not that of its frame"
        raise ValueError(msg)
    return _header(body[LENGTHS.size : end]), body[end:]


async def read(reader: Reader) -> tuple[dict[str, Any], bytes]:
    """The next frame; raises EOFError when there is none, or no whole one, and ValueError when it is none."""
    header_length, blob_length = LENGTHS.unpack(await reader.readexactly(LENGTHS.size))
    if header_length > HEADER_MAX_BYTES or blob_length > BLOB_MAX_BYTES:
        msg = "a frame is larger than its limit"
        raise ValueError(msg)
    header = _header(await reader.readexactly(header_length))
    return header, await reader.readexactly(blob_length)


def pack_order(job: Job, source: str) -> Iterator[Bytes]:
    """A job and the source to paint it with."""
    header, blob = pack_job(job)
    return pack({"job": header, "source": source}, blob)


def unpack_order(body: bytearray) -> tuple[Job, str]:
    """What `pack_order` packed; raises ValueError."""
    header, blob = unpack(body)
    try:
        return unpack_job(header["job"], blob), str(header["source"])
    except (KeyError, TypeError) as error:
        msg = f"no order: {type(error).__name__}"
        raise ValueError(msg) from None


def pack_event(event: Partial | Painted) -> Iterator[Bytes]:
    """An engine's event."""
    return pack(frames.pack_event(event), event.image.pixels)


def pack_failure(failure: EngineFailed | NotStarted) -> Iterator[Bytes]:
    """How a picture failed."""
    if isinstance(failure, NotStarted):
        return pack({"event": "not_started", "fault": failure.fault.value})
    return pack({"event": "failed"})


def unpack_event(header: Mapping[str, Any], blob: bytes, index: int) -> Partial | Painted | None:
    """The event of picture `index`; None where there is nothing to tell. Raises what failed, or ValueError."""
    try:
        match header["event"]:
            case "failed":
                raise EngineFailed
            case "not_started":
                raise NotStarted(Fault(header["fault"]), indexes=(index,))
            case "partial" | "painted":
                return frames.unpack_event(header, blob, index)
            case _:
                return None
    except (KeyError, TypeError) as error:
        msg = f"no event: {type(error).__name__}"
        raise ValueError(msg) from None


def _header(data: Bytes) -> dict[str, Any]:
    header = json.loads(bytes(data))
    if not isinstance(header, dict):
        msg = "a frame's header is no object"
        raise ValueError(msg)
    return header
