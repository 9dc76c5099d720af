"""The decoder process: takes image files from its standard input (a socket), gives pixels back.

Holds no secrets, opens no files and no sockets, has bounded memory and time. Whatever a hostile file does to Pillow
happens here.
"""

import contextlib
import math
import os
import resource
import socket
import sys

from easel.core.frames import receive_frame, send_frame
from easel.intake import pixels
from easel.intake.refusal import Refused

#: Address space in bytes: the worst honest file, a 25 MP WebP with alpha, takes 415 MiB.
MEMORY_BYTES = 512 * 1024 * 1024
#: Processor seconds for one image, rounded up to whole ones; the worst honest file takes less than one.
CPU_S = 3
FILE_MAX_BYTES = 1 << 30


def main() -> None:
    """Decode one file after another until the server hangs up."""
    channel = socket.socket(fileno=os.dup(sys.stdin.fileno()))
    pixels.prepare()
    _confine()
    with contextlib.suppress(EOFError):
        send_frame(channel, {"ready": True})
        while True:
            _serve(channel)


def _confine() -> None:
    for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))
    # macOS refuses this one; there the limit of pixels bounds the memory.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _grant_cpu() -> None:
    """Move the limit of processor time: it counts from the start of the process, not from this image."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(usage.ru_utime + usage.ru_stime) + CPU_S, hard))


def _serve(channel: socket.socket) -> None:
    header, data = receive_frame(channel, blob_max_bytes=FILE_MAX_BYTES)
    _grant_cpu()
    try:
        image = pixels.decode(data, mask=header["mask"], max_pixels=header["max_pixels"])
    except Refused as refusal:
        send_frame(channel, {"refused": str(refusal)})
        return
    channels = len(image.getbands())
    head = {"width": image.width, "height": image.height, "channels": channels}
    length = image.width * image.height * channels
    send_frame(channel, head, length=length, parts=pixels.strips(image))


if __name__ == "__main__":
    main()
