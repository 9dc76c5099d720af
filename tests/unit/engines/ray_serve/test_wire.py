"""Orders and events as bytes, and what is no order and no event."""

import asyncio
import json
from dataclasses import replace

import pytest

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.frames import LENGTHS
from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style
from easel.core.result import Painted, Partial
from easel.engines.ray_serve import wire

IMAGE = Image(3, 2, 3, bytes(range(18)))
JOB = Job(
    model="m", dialect="openai", prompt="狐狸", size=Size(64, 64), n=1, seed=7, style=Style("ink", 0.5),
    references=(
        Reference(Role.INPUT, b"", "image[0]", IMAGE), Reference(Role.MASK, b"", "mask", Image(1, 1, 1, b"\x7f")),
    ),
).with_seeds()  # fmt: skip


async def read(pieces):
    """The event of picture 3 that a frame holds."""
    reader = asyncio.StreamReader()
    reader.feed_data(b"".join(pieces))
    reader.feed_eof()
    header, blob = await wire.read(reader)
    assert reader.at_eof()
    return wire.unpack_event(header, blob, 3)


def test_orders_travel_whole():
    """A job with references comes out as it went in, and so does its source."""
    assert (JOB, "a + b") == wire.unpack_order(bytearray(b"".join(wire.pack_order(JOB, "a + b"))))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0" * 5,
        b"".join(wire.pack({"job": {}, "source": "a"})),
        b"".join(wire.pack({"source": "a"})),
        b"".join(wire.pack_order(JOB, "a"))[:-1],
        b"".join(wire.pack_order(JOB, "a")) + b"!",
        LENGTHS.pack(2, 0) + b"[]",
        LENGTHS.pack(2, 0) + b"{!",
        LENGTHS.pack(2**31, 2**62),
    ],
)
def test_what_is_no_order(body):
    """Whatever comes, it is an order or a ValueError."""
    with pytest.raises(ValueError):  # noqa: PT011 (json's and ours)
        wire.unpack_order(bytearray(body))


async def test_events_travel_whole():
    """Unfinished and finished pictures; large ones go out in pieces."""
    large = Image(1024, 1024, 3, bytes(3 * 1024 * 1024))
    painted = Painted(0, large, 7, "a fox", ("gloaming",), {"weights": "flux", "notes": [1, 2.5]}, ("style",))
    pieces = list(wire.pack_event(painted))

    assert replace(painted, index=3) == await read(pieces)
    assert Partial(3, 2, IMAGE) == await read(wire.pack_event(Partial(0, 2, IMAGE)))
    assert wire.PIECE_BYTES >= max(map(len, pieces))
    assert await read(wire.pack({"event": wire.ALIVE})) is None


async def test_failures_travel():
    """What was not begun names its picture."""
    with pytest.raises(EngineFailed):
        await read(wire.pack_failure(EngineFailed()))
    with pytest.raises(NotStarted) as failure:
        await read(wire.pack_failure(NotStarted(Fault.BARRED)))

    assert (Fault.BARRED, (3,)) == (failure.value.fault, failure.value.indexes)


@pytest.mark.parametrize(
    ("header", "blob"),
    [
        ({}, b""),
        ({"event": "painted"}, b""),
        ({"event": "partial", "stage": 0, "width": 9, "height": 9, "channels": 3}, b"short"),
        ({"event": "not_started", "fault": "tired"}, b""),
    ],
)
async def test_what_is_no_event(header, blob):
    """Whatever a replica sends, it is an event or a ValueError."""
    with pytest.raises(ValueError):  # noqa: PT011 (an enum's, an image's and ours)
        await read(wire.pack(header, blob))


async def test_what_ends_too_early():
    """Half a frame is an EOFError, and a frame that is too large is not waited for."""
    with pytest.raises(EOFError):
        await read([b"".join(wire.pack_event(Partial(0, 2, IMAGE)))[:-1]])
    with pytest.raises(ValueError, match="limit"):
        await read([LENGTHS.pack(10, 2**62), json.dumps({"event": "x"}).encode()])
