"""The classifier process: `python -m easel.moderation.child MODULE:CLASS FOLDER`, a socket as its standard input.

Says when the model is loaded, then takes one picture after another and gives the score of each label back.
"""

import contextlib
import importlib
import os
import socket
import sys
from pathlib import Path

from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image

#: 64 megapixels with alpha.
PICTURE_MAX_BYTES = 256 * 1024 * 1024


def serve(classifier: str, folder: Path, channel: socket.socket) -> None:
    """Judge pictures until the server hangs up."""
    module, _, name = classifier.partition(":")
    model = getattr(importlib.import_module(module), name)(folder)
    with contextlib.suppress(EOFError):
        send_frame(channel, {"ready": True})
        while True:
            header, pixels = receive_frame(channel, blob_max_bytes=PICTURE_MAX_BYTES)
            image = Image(header["width"], header["height"], header["channels"], pixels)
            send_frame(channel, {"scores": model.scores(image)})


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]), socket.socket(fileno=os.dup(sys.stdin.fileno())))
