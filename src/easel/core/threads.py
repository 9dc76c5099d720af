"""Work on many bytes, off the event loop."""

import asyncio
from collections.abc import Callable

#: Above this many bytes, JSON and base64 work goes to a thread: the event loop is never held for it.
THREAD_BYTES = 256 * 1024


async def threaded(size: int, work: Callable, *arguments: object):
    """Run `work` here when it is small, in a thread when it handles many bytes."""
    return await asyncio.to_thread(work, *arguments) if size > THREAD_BYTES else work(*arguments)
