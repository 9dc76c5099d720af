"""The sleep of what works beside the requests: until it is woken, or has to look by itself."""

import asyncio


async def sleep(alarm: asyncio.Event, *, at_most_s: float) -> None:
    """Sleep until the alarm goes off, which it may again afterwards, or for so many seconds."""
    try:
        # Not `wait_for`: until Python 3.12 that may swallow a cancellation, and its caller would never end.
        async with asyncio.timeout(at_most_s):
            await alarm.wait()
    except TimeoutError:
        return
    alarm.clear()
