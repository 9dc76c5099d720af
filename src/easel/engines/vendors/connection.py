"""One connection to a vendor: HTTP/1.1, one exchange after the other.

An answer whose length is known is read by the kernel straight into the buffer that it is kept in: of a picture of
megabytes there is no second copy.
"""

import asyncio
import zlib
from collections.abc import Mapping
from typing import NamedTuple

import httptools

#: Bodies are sent in pieces of this many bytes: one large piece would hold the event loop.
PIECE_BYTES = 256 * 1024
MAX_HEAD_BYTES = 64 * 1024
#: Answers that have no body, whatever their headers say.
EMPTY = frozenset({204, 304})


class Response(NamedTuple):
    """One answer, whole. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytearray


class Connection(asyncio.BufferedProtocol):
    """Implements asyncio's protocol; `exchange` is what it is for."""

    def __init__(self, scratch: memoryview, *, max_body_bytes: int):
        """`scratch` is where the beginning of an answer is read to; connections of one event loop may share it."""
        self._scratch = scratch
        self._max_body_bytes = max_body_bytes
        self._transport: asyncio.Transport | None = None
        self._writable = asyncio.Event()
        self._writable.set()
        self._answer: asyncio.Future[Response] | None = None
        #: The part of the body's buffer that is still to be filled. TLS asks for a buffer before there is any request.
        self._rest: memoryview | None = None
        self._keep = True

    @property
    def usable(self) -> bool:
        """May there be another exchange?"""
        return self._keep and self._transport is not None and not self._transport.is_closing()

    async def exchange(self, head: bytes, body: bytes) -> Response:
        """Send one request and wait for its answer; raises OSError or ValueError. Cancelling it ends the connection."""
        self._parser = httptools.HttpResponseParser(self)
        self._headers: dict[str, str] = {}
        self._head_bytes = 0
        self._body = bytearray()
        #: How many bytes the body has, where the head tells, and how many of them are there.
        self._length: int | None = None
        self._filled = 0
        self._rest = None
        self._until_close = False
        self._keep = False
        self._answer = asyncio.get_running_loop().create_future()
        try:
            whole = await self._send(head, body)
            response = await self._answer
            self._keep &= whole
        except BaseException:
            self._keep = False
            raise
        finally:
            # The buffer is the answer's from now on.
            self._answer = self._parser = self._rest = self._body = None
            if not self._keep:
                self.close()
        return _inflated(response, self._max_body_bytes)

    def close(self) -> None:
        """End it now."""
        if self._transport is not None:
            self._transport.abort()

    # What the event loop calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It is open."""
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        """It has ended."""
        self._keep = False
        self._writable.set()
        if self._until_close and error is None:
            self._end()
        else:
            self._fail(ConnectionResetError("the connection was closed before the answer ended"))

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where the next bytes go."""
        del sizehint
        return self._scratch if self._rest is None else self._rest

    def buffer_updated(self, count: int) -> None:
        """So many bytes have come."""
        if self._rest is not None:
            self._rest = self._rest[count:]
            if not self._rest:
                # TLS asks for a buffer once more, and it must not be an empty one.
                self._rest = None
                self._end()
        elif self._answer is None or self._answer.done():
            # Nobody asked: whatever this is, it must not become the answer to the next request.
            self._keep = False
            self.close()
        else:
            self._read(self._scratch[:count])

    def pause_writing(self) -> None:
        """The other side reads too slowly."""
        self._writable.clear()

    def resume_writing(self) -> None:
        """It has caught up."""
        self._writable.set()

    # What the parser calls.

    def on_message_begin(self) -> None:
        """An answer begins; there is one for each request."""
        if self._answer.done():
            msg = "a second answer"
            raise ValueError(msg)

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header."""
        self._head_bytes += len(name) + len(value)
        if self._head_bytes > MAX_HEAD_BYTES:
            msg = "the answer's head is too large"
            raise ValueError(msg)
        self._headers[name.lower().decode("latin-1")] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        """The head is whole: find out how the body ends."""
        self._status = self._parser.get_status_code()
        if self._status < 200:
            return
        self._keep = self._parser.should_keep_alive()
        length = self._headers.get("content-length")
        if length is not None:
            self._length = int(length)
            self._check_size(self._length)
            self._body = bytearray(self._length)
        self._until_close = length is None and "transfer-encoding" not in self._headers and self._status not in EMPTY

    def on_body(self, data: bytes) -> None:
        """A part of the body."""
        if self._length is None:
            self._check_size(len(self._body) + len(data))
            self._body += data
        else:
            self._body[self._filled : self._filled + len(data)] = data
            self._filled += len(data)

    def on_message_complete(self) -> None:
        """The answer is whole, unless it was only a word in between."""
        if self._status < 200:
            self._headers = {}
        else:
            self._end()

    async def _send(self, head: bytes, body: bytes) -> bool:
        """Was all of it sent? Not when the answer came before the end."""
        if len(body) <= PIECE_BYTES:
            self._transport.write(head + body)
            return True
        self._transport.write(head)
        view = memoryview(body)
        for at in range(0, len(body), PIECE_BYTES):
            await self._writable.wait()
            if self._answer.done():
                return False
            self._transport.write(view[at : at + PIECE_BYTES])
        return True

    def _read(self, data: memoryview) -> None:
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._fail(ValueError("the answer is no proper HTTP"))
            return
        if not self._answer.done() and self._length is not None:
            # The rest needs no parser.
            self._rest = memoryview(self._body)[self._filled :]

    def _check_size(self, size: int) -> None:
        if size > self._max_body_bytes:
            msg = "the answer is too large"
            raise ValueError(msg)

    def _end(self) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(Response(self._status, self._headers, self._body))

    def _fail(self, error: Exception) -> None:
        self._keep = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)


def _inflated(response: Response, max_bytes: int) -> Response:
    """The answer without the compression that nobody asked for; raises ValueError."""
    if response.headers.get("content-encoding", "identity").lower() not in ("gzip", "x-gzip", "deflate"):
        return response
    try:
        stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        body = stream.decompress(response.body, max_bytes)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not stream.eof:
        msg = "the answer is too large, or was cut short"
        raise ValueError(msg)
    return response._replace(body=bytearray(body))
