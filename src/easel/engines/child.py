"""The child's side of an engine process: `python -m easel.engines.child MODULE:CLASS`, a socket as its standard input.

Reads one frame for each picture, paints it, and answers with `partial` frames and one `painted` or `failed` frame.
SIGUSR1 says that nobody wants the picture in hand any more: it is left between two of its steps, and has `failed`.
"""

import contextlib
import importlib
import os
import signal
import socket
import sys
import traceback
from collections.abc import Iterator

from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
from easel.core.result import Painted, Partial
from easel.engines.frames import BLOB_MAX_BYTES, pack_event, unpack_job


class Abandoned(BaseException):
    """Nobody wants this picture any more. No Exception: what a painter catches must not catch this."""


class Interruption:
    """Turns the signal into Abandoned, but only where a painter is at work: a frame is never cut in two."""

    def __init__(self) -> None:
        self._open = self._asked = False

    def ask(self, *_: object) -> None:
        """The signal has come. Python calls this between two of the painter's instructions, never within one."""
        self._asked = True
        if self._open:
            self._open = False
            raise Abandoned

    @contextlib.contextmanager
    def allowed(self) -> Iterator[None]:
        """Painting: Abandoned may be raised in here."""
        self._asked, self._open = False, True
        try:
            yield
        finally:
            self._open = False

    @contextlib.contextmanager
    def postponed(self) -> Iterator[None]:
        """Part of a painting that has to be done whole; Abandoned is raised at its end."""
        self._open = False
        yield
        self._open = True
        if self._asked:
            raise Abandoned


def serve(painter_class: str, sock: socket.socket, interruption: Interruption) -> None:
    """Paint until the parent closes the socket."""
    module, _, name = painter_class.partition(":")
    painter = getattr(importlib.import_module(module), name)()
    with contextlib.suppress(EOFError):
        send_frame(sock, {"event": "ready"})
        while True:
            header, blob = receive_frame(sock, blob_max_bytes=BLOB_MAX_BYTES)
            _answer(painter, sock, header, blob, interruption)


def _answer(painter: object, sock: socket.socket, header: dict, blob: bytearray, interruption: Interruption) -> None:
    try:
        painted = _paint(painter, sock, header, blob, interruption)
    except Abandoned:
        painted = None
    if painted is None:
        send_frame(sock, {"event": "failed"})
    else:
        _send(sock, painted)


def _paint(
    painter: object, sock: socket.socket, header: dict, blob: bytearray, interruption: Interruption
) -> Painted | None:
    """The painted picture; None when the painter failed."""
    stages = iter(range(1_000_000))

    def on_partial(image: Image) -> None:
        with interruption.postponed():
            try:
                _send(sock, Partial(header["index"], next(stages), image))
            except EOFError:  # The parent is gone. That is no failure of the painter's, which goes on no more.
                raise Abandoned from None

    try:
        with interruption.allowed():
            return painter.paint(unpack_job(header["job"], blob), header["index"], on_partial)
    except Exception:  # noqa: BLE001 - the boundary: a poisoned job fails, the child lives on
        # The traceback goes to the operator's log; the parent and the caller learn only that it failed.
        traceback.print_exc(file=sys.stderr)
        return None


def _send(sock: socket.socket, event: Partial | Painted) -> None:
    pixels = event.image.pixels
    send_frame(sock, pack_event(event), length=len(pixels), parts=(pixels,))


if __name__ == "__main__":
    work = Interruption()
    signal.signal(signal.SIGUSR1, work.ask)
    # Pictures are shared out over children, so a library's own threads would only fight over the cores.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    serve(sys.argv[1], socket.socket(fileno=os.dup(sys.stdin.fileno())), work)
