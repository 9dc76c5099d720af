"""The child's side of an engine process: `python -m easel.engines.child MODULE:CLASS FD`.

Reads one frame for each picture, paints it, and answers with `partial` frames and one `painted` or `failed` frame.
"""

import importlib
import os
import signal
import socket
import sys
import traceback

from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
from easel.engines.frames import BLOB_MAX_BYTES, pack_image, unpack_job


def serve(painter_class: str, sock: socket.socket) -> None:
    """Paint until the parent closes the socket."""
    module, _, name = painter_class.partition(":")
    painter = getattr(importlib.import_module(module), name)()
    send_frame(sock, {"event": "ready"})
    while True:
        try:
            header, blob = receive_frame(sock, blob_max_bytes=BLOB_MAX_BYTES)
        except EOFError:
            return
        _paint(painter, sock, header, blob)


def _paint(painter: object, sock: socket.socket, header: dict, blob: bytearray) -> None:
    stages = iter(range(1_000_000))

    def on_partial(image: Image) -> None:
        _send_image(sock, {"event": "partial", "stage": next(stages)}, image)

    try:
        job = unpack_job(header["job"], blob)
        painted = painter.paint(job, header["index"], on_partial)
    except Exception:  # noqa: BLE001 - the boundary: a poisoned job fails, the child lives on
        # The traceback goes to the operator's log; the parent and the caller learn only that it failed.
        traceback.print_exc(file=sys.stderr)
        send_frame(sock, {"event": "failed"})
        return
    answer = {
        "event": "painted",
        "seed": painted.seed,
        "prompt": painted.prompt,
        "unpainted": list(painted.unpainted),
        "details": dict(painted.details),
    }
    _send_image(sock, answer, painted.image)


def _send_image(sock: socket.socket, header: dict, image: Image) -> None:
    send_frame(sock, {**header, **pack_image(image)}, length=len(image.pixels), parts=(image.pixels,))


if __name__ == "__main__":
    # Ctrl-C goes to the whole process group: the parent decides when its children end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Pictures are shared out over children, so a library's own threads would only fight over the cores.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    serve(sys.argv[1], socket.socket(fileno=int(sys.argv[2])))
