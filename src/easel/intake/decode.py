"""The server's side of decoding: a pool of decoder processes, one image at a time in each.

A process lives for many images, so that decoding costs milliseconds and not the start of an interpreter. It is
replaced when it dies, hangs or has done its share.
"""

import asyncio
import time

from easel.core.child_process import ChildProcess
from easel.core.errors import EngineFailed
from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
from easel.core.threads import pool
from easel.intake.formats import sniff
from easel.intake.refusal import DAMAGED, NOT_AN_IMAGE, Refused

#: A first start reads Pillow from disk.
START_TIMEOUT_S = 30.0
#: Wall-clock seconds for one image; the process itself stops after a few seconds of processor time.
DECODE_TIMEOUT_S = 8.0
#: After so many images a process is replaced, whatever a hostile file may have left in it.
IMAGES_PER_PROCESS = 1000
MAX_CHANNELS = 4
#: glibc keeps up to 64 MiB for the next image: getting its pages anew takes as long as decoding a JPEG.
KEEP_MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(64 << 20)}


class DecoderProcess(ChildProcess):
    """One decoder; used by one thread at a time."""

    def __init__(self, *, timeout_s: float = DECODE_TIMEOUT_S, images: int = IMAGES_PER_PROCESS):
        # Nothing of the server's environment: it may hold keys.
        super().__init__("easel.intake.child", start_timeout_s=START_TIMEOUT_S, env=KEEP_MEMORY, quiet=True)
        self._timeout_s = timeout_s
        self._images = images
        self._left = 0

    def start(self) -> None:
        """Start the process and wait until it is ready; raises EngineFailed."""
        self._left = self._images
        try:
            super().start()
        except OSError as error:
            msg = "The image decoder did not start."
            raise EngineFailed(msg) from error

    def decode(self, data: bytes, *, mask: bool, max_pixels: int) -> Image:
        """Decode one file; raises Refused, also when the process dies of it, or EngineFailed."""
        if not self.running or self._left <= 0:
            self.start()
        try:
            return self._exchange(data, mask=mask, max_pixels=max_pixels)
        except (OSError, EOFError, KeyError, TypeError, ValueError):
            self.stop()
            raise Refused(DAMAGED) from None

    def _exchange(self, data: bytes, *, mask: bool, max_pixels: int) -> Image:
        self._left -= 1
        channel, deadline = self.socket, time.monotonic() + self._timeout_s
        channel.settimeout(self._timeout_s)
        send_frame(channel, {"mask": mask, "max_pixels": max_pixels}, length=len(data), parts=(data,))
        header, pixels = receive_frame(channel, blob_max_bytes=max_pixels * MAX_CHANNELS, deadline=deadline)
        if "refused" in header:
            raise Refused(header["refused"])
        return Image(header["width"], header["height"], header["channels"], pixels)


class Decoder:
    """Decodes users' image files away from the server's own process."""

    def __init__(self, *, processes: int = 2, timeout_s: float = DECODE_TIMEOUT_S, images: int = IMAGES_PER_PROCESS):
        self._processes = [DecoderProcess(timeout_s=timeout_s, images=images) for _ in range(processes)]
        # Last in, first out: the process whose memory is warm.
        self._free: asyncio.LifoQueue[DecoderProcess] = asyncio.LifoQueue()
        self._threads = pool(processes, "decode")
        self._working: set[asyncio.Future[Image]] = set()

    @property
    def pids(self) -> tuple[int | None, ...]:
        """The process ids; None for a process that is to be started with its next image."""
        return tuple(process.pid for process in self._processes)

    async def start(self) -> None:
        """Start the processes, side by side; raises EngineFailed."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, process.start) for process in self._processes))
        for process in self._processes:
            self._free.put_nowait(process)

    async def close(self) -> None:
        """Kill the processes; what they were decoding is refused."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.close()
        await asyncio.gather(*self._working, return_exceptions=True)

    async def decode(self, data: bytes, *, mask: bool, max_pixels: int) -> Image:
        """The picture in a PNG, JPEG or WebP file: RGB, RGBA or, for a mask, one channel.

        Raises Refused or EngineFailed. Files of other formats never reach a process.
        """
        if sniff(data) is None:
            raise Refused(NOT_AN_IMAGE)
        process = await self._free.get()
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._threads, lambda: process.decode(data, mask=mask, max_pixels=max_pixels))
        self._working.add(work)
        # A cancelled request's image is decoded to its end: only then is the process free again.
        work.add_done_callback(lambda _: self._free.put_nowait(process))
        work.add_done_callback(self._working.discard)
        return await asyncio.shield(work)
