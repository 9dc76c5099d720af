"""Work on many bytes, off the event loop."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

#: Above this many bytes, JSON and base64 work goes to a thread: the event loop is never held for it.
THREAD_BYTES = 256 * 1024

#: As many as there are cores: more would be no faster, and each holds copies of the bytes that it works on.
_threads = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="large")


async def threaded(size: int, work: Callable, *arguments: object):
    """Run `work` here when it is small, in a thread when it handles many bytes."""
    if size <= THREAD_BYTES:
        return work(*arguments)
    return await asyncio.get_running_loop().run_in_executor(_threads, work, *arguments)
