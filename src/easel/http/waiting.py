"""Work for a client that may leave."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from starlette.requests import ClientDisconnect, Request

T = TypeVar("T")


async def unless_gone(request: Request, work: Awaitable[T], *, finish: bool) -> T:
    """Run `work`, but cancel it when the client disconnects, or `finish` it first; raises ClientDisconnect then."""
    current, working = asyncio.current_task(), True
    leaving = asyncio.create_task(_gone(request))

    def stop(_: asyncio.Task) -> None:
        if working and not finish:
            current.cancel()

    leaving.add_done_callback(stop)
    try:
        result = await work
    except asyncio.CancelledError:
        if not _has_left(leaving) or current.uncancel():
            raise
        raise ClientDisconnect from None
    finally:
        working = False
        left = _has_left(leaving)
        leaving.cancel()
    if left:
        raise ClientDisconnect
    return result


def _has_left(leaving: asyncio.Task) -> bool:
    return leaving.done() and not leaving.cancelled()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
