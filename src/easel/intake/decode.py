"""The server's side of decoding: a pool of decoder processes, one image at a time in each.

A process lives for many images, so that decoding costs milliseconds and not the start of an interpreter. It is
replaced when it dies, hangs or has done its share.
"""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time

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


class DecoderProcess:
    """One child process and the socket to it. Blocking; used by one thread at a time."""

    def __init__(self, *, timeout_s: float = DECODE_TIMEOUT_S, images: int = IMAGES_PER_PROCESS):
        self._timeout_s = timeout_s
        self._images = images
        self._left = 0
        self._process: subprocess.Popen | None = None
        self._channel: socket.socket | None = None

    @property
    def pid(self) -> int | None:
        """The process id, or None while there is no process."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process and wait until it is ready; raises EngineFailed."""
        try:
            self._start()
        except (OSError, EOFError) as error:
            self.stop()
            msg = "The image decoder did not start."
            raise EngineFailed(msg) from error

    def _start(self) -> None:
        self._channel, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "easel.intake.child"],
                stdin=theirs,
                stdout=subprocess.DEVNULL,
                # Nothing of the server's environment: it may hold keys.
                env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **KEEP_MEMORY},
                start_new_session=True,
            )
        self._left = self._images
        receive_frame(self._channel, blob_max_bytes=0, deadline=time.monotonic() + START_TIMEOUT_S)

    def stop(self) -> None:
        """Kill the process; harmless when it has already gone."""
        channel, self._channel = self._channel, None
        process, self._process = self._process, None
        if channel is not None:
            # Wakes a thread that waits for this process; closing alone would leave it waiting.
            with contextlib.suppress(OSError):
                channel.shutdown(socket.SHUT_RDWR)
            channel.close()
        if process is not None:
            process.kill()
            process.wait()

    def decode(self, data: bytes, *, mask: bool, max_pixels: int) -> Image:
        """Decode one file; raises Refused, also when the process dies of it, or EngineFailed."""
        self._ensure()
        try:
            return self._exchange(data, mask=mask, max_pixels=max_pixels)
        except (OSError, EOFError, AttributeError, KeyError, TypeError, ValueError):
            self.stop()
            raise Refused(DAMAGED) from None

    def _ensure(self) -> None:
        if self._process is None or self._process.poll() is not None or self._left <= 0:
            self.stop()
            self.start()

    def _exchange(self, data: bytes, *, mask: bool, max_pixels: int) -> Image:
        self._left -= 1
        deadline = time.monotonic() + self._timeout_s
        self._channel.settimeout(self._timeout_s)
        send_frame(self._channel, {"mask": mask, "max_pixels": max_pixels}, length=len(data), parts=(data,))
        header, pixels = receive_frame(self._channel, blob_max_bytes=max_pixels * MAX_CHANNELS, deadline=deadline)
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
        self._stop()
        await asyncio.gather(*self._working, return_exceptions=True)
        # Once more, for a process that was just being started.
        self._stop()

    def _stop(self) -> None:
        for process in self._processes:
            process.stop()

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
