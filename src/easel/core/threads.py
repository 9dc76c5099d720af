"""Threads beside the event loop's, and what they are for above all: work on many bytes."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from easel.core.one_core import run_anywhere

#: Above this many bytes, JSON and base64 work goes to a thread: the event loop is never held for it.
THREAD_BYTES = 256 * 1024


def pool(threads: int, name: str) -> ThreadPoolExecutor:
    """So many threads at most, which run on any core, and so do the processes that they start."""
    return ThreadPoolExecutor(threads, thread_name_prefix=name, initializer=run_anywhere)


#: As many as there are cores: more would be no faster, and each holds copies of the bytes that it works on.
_threads = pool(os.cpu_count() or 1, "large")


async def threaded(size: int, work: Callable, *arguments: object):
    """Run `work` here when it is small, in a thread when it handles many bytes."""
    if size <= THREAD_BYTES:
        return work(*arguments)
    return await asyncio.get_running_loop().run_in_executor(_threads, work, *arguments)
