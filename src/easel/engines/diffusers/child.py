"""The child of one device: `python -m easel.engines.diffusers.child DEVICE OPTIONS`, a socket as its standard input.

Reads pictures to be painted and cancellations, and answers with frames. Torch is imported after the first frame: the
server need not wait for it.
"""

import logging
import os
import queue
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
from easel.engines.diffusers.options import Options
from easel.engines.frames import BLOB_MAX_BYTES


def main(device: str, options: Options, channel: socket.socket) -> int:
    """Serve until the server closes the socket; returns only when the process had better be replaced."""
    prepare(options)
    send_frame(channel, {"event": "ready"})
    inbox: queue.Queue[tuple[dict[str, Any], bytearray]] = queue.Queue()
    cancelled: set[int] = set()
    reader = threading.Thread(target=read, args=(channel, inbox, cancelled), daemon=True, name="reader")
    reader.start()

    from easel.engines.diffusers.studio import Studio  # Torch and diffusers: seconds, and gigabytes with CUDA.

    Studio(chosen(device), options, reporter(channel), cancelled).work(inbox)
    return 1


def prepare(options: Options) -> None:
    """What has to be set before torch is imported: no hub, no telemetry, and where compiled kernels are kept."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")
    # What the libraries warn of is advice to programmers, again with every picture.
    os.environ.update(DIFFUSERS_VERBOSITY="error", TRANSFORMERS_VERBOSITY="error", TORCH_LOGS="-all")
    logging.getLogger("torchao").setLevel(logging.ERROR)
    os.environ.setdefault("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True")
    if options.cache_dir:
        os.environ["TORCHINDUCTOR_CACHE_DIR"] = options.cache_dir


def read(channel: socket.socket, inbox: queue.Queue, cancelled: set[int]) -> None:
    """Take what the server sends. The end of the server is the end of this process, whatever it is doing."""
    while True:
        try:
            header, blob = receive_frame(channel, blob_max_bytes=BLOB_MAX_BYTES)
        except (OSError, EOFError):
            os._exit(0)
        if header["event"] == "cancel":
            cancelled.update(header["orders"])
        else:
            inbox.put((header, blob))


def reporter(channel: socket.socket) -> Callable[[Mapping[str, Any], Image | None], None]:
    """How events go to the server."""

    def report(header: Mapping[str, Any], image: Image | None) -> None:
        if image is None:
            send_frame(channel, header)
        else:
            send_frame(channel, header, length=len(image.pixels), parts=(image.pixels,))

    return report


def chosen(device: str) -> str:
    """The device of a name; `auto` is the fastest there is."""
    from easel.engines.diffusers.devices import find_devices

    return find_devices()[0].name if device == "auto" else device


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Options.from_json(sys.argv[2]), socket.socket(fileno=os.dup(sys.stdin.fileno()))))
