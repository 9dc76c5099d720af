"""Frames between the server and its child processes: a JSON header and raw bytes over a socket. Never pickle.

A frame is `!IQ` (length of the header, length of the blob), the header, the blob.
"""

import json
import socket
import struct
import time
from collections.abc import Iterable, Mapping
from typing import Any

LENGTHS = struct.Struct("!IQ")
#: A job with a prompt of 64 KB and the names of its references fits many times.
HEADER_MAX_BYTES = 4 * 1024 * 1024
GONE = "the other side closed the connection"

Bytes = bytes | bytearray | memoryview


def send_frame(
    channel: socket.socket, header: Mapping[str, Any], *, length: int = 0, parts: Iterable[Bytes] = ()
) -> None:
    """Send one frame whose blob of `length` bytes comes in parts; blocks until the kernel has it.

    Raises EOFError when the other side is gone.
    """
    text = json.dumps(header).encode()
    try:
        channel.sendall(LENGTHS.pack(len(text), length) + text)
        for part in parts:
            channel.sendall(part)
    except (BrokenPipeError, ConnectionResetError):
        raise EOFError(GONE) from None


def receive_frame(
    channel: socket.socket, *, blob_max_bytes: int, deadline: float | None = None
) -> tuple[dict[str, Any], bytearray]:
    """Receive one frame by `deadline` (monotonic seconds).

    Raises EOFError when the other side is gone or breaks the rules, TimeoutError when it is late.
    """
    header_length, blob_length = LENGTHS.unpack(_receive(channel, LENGTHS.size, deadline))
    if header_length > HEADER_MAX_BYTES or blob_length > blob_max_bytes:
        msg = "a frame is larger than its limit"
        raise EOFError(msg)
    header = json.loads(_receive(channel, header_length, deadline))
    return header, _receive(channel, blob_length, deadline)


def _receive(channel: socket.socket, length: int, deadline: float | None) -> bytearray:
    buffer = bytearray(length)
    view, done = memoryview(buffer), 0
    while done < length:
        if deadline is not None:
            channel.settimeout(max(deadline - time.monotonic(), 0.001))
        try:
            count = channel.recv_into(view[done:])
        except ConnectionResetError:  # It closed while something from here was still unread.
            count = 0
        if not count:
            raise EOFError(GONE)
        done += count
    return buffer
