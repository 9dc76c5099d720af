"""The parent's side of engine processes; and a pool of children, each painting one picture at a time.

A crash, a hang or an out-of-memory kill ends one child; the job fails, the child is replaced, the server lives on.
"""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable

import structlog

from easel.core.child_process import ChildProcess
from easel.core.errors import EngineFailed
from easel.core.frames import receive_frame, send_frame
from easel.core.job import Job
from easel.core.result import EngineEvent, Painted, Partial
from easel.core.threads import pool
from easel.engines.frames import BLOB_MAX_BYTES, pack_job, unpack_event

log = structlog.get_logger(__name__)

START_TIMEOUT_S = 60.0
#: The longest silence of a child that paints; then it counts as hung and is replaced.
SILENCE_TIMEOUT_S = 120.0


class EngineProcess(ChildProcess):
    """A child process of an engine. It has the server's environment: libraries are set up by it."""

    def __init__(self, module: str, *arguments: str):
        super().__init__(module, *arguments, start_timeout_s=START_TIMEOUT_S)

    def start(self) -> None:
        """Start the process and wait until it can paint; raises EngineFailed, also once it was closed."""
        try:
            super().start()
        except OSError as error:
            msg = "The engine's process did not start."
            raise EngineFailed(msg) from error


class Child(EngineProcess):
    """A child that paints one picture at a time."""

    def __init__(self, painter_class: str):
        super().__init__("easel.engines.child", painter_class)
        self._painting = False

    def paint(self, job: Job, index: int, on_event: Callable[[EngineEvent], None]) -> None:
        """Paint picture `index`; the last event is its Painted. Raises EngineFailed."""
        if not self.running:
            self.start()
        header, blob = pack_job(job)
        try:
            channel = self.socket
            channel.settimeout(SILENCE_TIMEOUT_S)
            send_frame(channel, {"job": header, "index": index}, length=len(blob), parts=(blob,))
            self._painting = True
            while _receive(channel, index, on_event):
                pass
        except (OSError, EOFError) as error:
            self.stop()
            msg = "The engine's process ended while it painted."
            raise EngineFailed(msg) from error
        finally:
            self._painting = False

    def abandon(self) -> None:
        """Have the picture in hand left between two of its steps: `paint` raises EngineFailed, and the child lives.

        Harmless when there is none; one that is begun or ended at this very moment may still be painted to its end.
        """
        if self._painting:
            self.send_signal(signal.SIGUSR1)


class ProcessPool:
    """`processes` children of one engine. Each job uses at most that many, so that no job starves another."""

    def __init__(self, painter_class: str, *, processes: int):
        self._children = [Child(painter_class) for _ in range(processes)]
        self._free: asyncio.LifoQueue[Child] = asyncio.LifoQueue()
        self._threads = pool(processes, "engine")

    async def start(self) -> None:
        """Start every child, side by side."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, child.start) for child in self._children))
        for child in self._children:
            self._free.put_nowait(child)

    async def close(self) -> None:
        """Kill every child; what they were painting fails."""
        for child in self._children:
            child.close()
        await asyncio.to_thread(self._threads.shutdown)

    async def generate(self, job: Job) -> AsyncIterator[EngineEvent]:
        """The events of all n pictures; closing the iterator drops what was not begun."""
        events: asyncio.Queue[EngineEvent | EngineFailed] = asyncio.Queue()
        waiting = list(reversed(range(job.n)))
        workers = [
            asyncio.create_task(self._work(job, waiting, events)) for _ in range(min(job.n, len(self._children)))
        ]
        try:
            for _ in range(job.n):
                while True:
                    event = await events.get()
                    if isinstance(event, EngineFailed):
                        raise event
                    yield event
                    if isinstance(event, Painted):
                        break
        finally:
            waiting.clear()
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)

    async def _work(self, job: Job, waiting: list[int], events: asyncio.Queue) -> None:
        while waiting:
            index = waiting.pop()
            child = await self._free.get()
            try:
                await self._paint(child, job, index, events)
            except EngineFailed as error:
                log.warning("picture failed", job=job.id, index=index, error=error.message)
                events.put_nowait(error)
            except Exception:
                # The boundary: a fault of ours must not leave the job without an end.
                log.exception("internal error", job=job.id, index=index)
                events.put_nowait(EngineFailed())

    async def _paint(self, child: Child, job: Job, index: int, events: asyncio.Queue) -> None:
        loop = asyncio.get_running_loop()

        def on_event(event: EngineEvent) -> None:
            loop.call_soon_threadsafe(events.put_nowait, event)

        painting = self._threads.submit(child.paint, job, index, on_event)
        # The child of a cancelled job is free once it has left the picture: the thread's own future says when, an
        # awaiting one would say so at the moment of cancellation.
        painting.add_done_callback(lambda _: loop.call_soon_threadsafe(self._free.put_nowait, child))
        try:
            await asyncio.wrap_future(painting)
        except asyncio.CancelledError:
            child.abandon()
            raise


def _receive(channel: socket.socket, index: int, on_event: Callable[[EngineEvent], None]) -> bool:
    """Hand on the child's next event of picture `index`; False after its last. Raises EngineFailed."""
    header, blob = receive_frame(channel, blob_max_bytes=BLOB_MAX_BYTES)
    if header["event"] == "failed":
        raise EngineFailed
    event = unpack_event(header, blob, index)
    on_event(event)
    return isinstance(event, Partial)
