"""The upstream of bench/relay.py: a raw asyncio server that answers every POST with the same prepared bytes.

`python bench/relay_upstream.py PORT SIZE`: SIZE bytes of picture in OpenAI's images answer.
"""

import asyncio
import base64
import json
import struct
import sys
import zlib


def png(size: int) -> bytes:
    """A valid PNG of about so many bytes: a few pixels, and an ancillary chunk of noise that fills it up."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes(16 * 3) for _ in range(16))
    head, pixels = struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0), zlib.compress(rows)
    filling = bytes(i * 2654435761 >> 24 & 0xFF for i in range(max(size - 150, 0)))
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"fiLl", filling), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


class Upstream(asyncio.Protocol):
    """Keeps connections alive; reads bodies by their Content-Length, chunked ones to their last chunk."""

    answer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client."""
        self.transport = transport
        self.buffer = bytearray()

    def data_received(self, data: bytes) -> None:
        """Answer each whole request."""
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = bytes(self.buffer[:end]).lower()
            if b"transfer-encoding: chunked" in head:
                last = self.buffer.find(b"0\r\n\r\n", end + 4)
                if last < 0:
                    return
                del self.buffer[: last + 5]
            else:
                length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
                if len(self.buffer) < end + 4 + length:
                    return
                del self.buffer[: end + 4 + length]
            self.transport.write(self.answer)


async def main(port: int, size: int) -> None:
    """Serve until killed."""
    text = base64.b64encode(png(size)).decode()
    body = json.dumps({"created": 1, "data": [{"b64_json": text}], "usage": {"total_tokens": 1}}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    Upstream.answer = head + body
    server = await asyncio.get_running_loop().create_server(Upstream, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    try:
        import uvloop

        uvloop.install()
    except ModuleNotFoundError:
        pass
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
