"""How long a 10 MB picture holds the event loop: in as base64, out as base64, in every dialect that carries one.

Prints, for each case, the median and the longest wait of a ticker that runs beside the requests, in ms.
Usage: python bench/large_bodies.py
"""

import asyncio
import base64
import os
import statistics
import sys
import time
from pathlib import Path

import structlog

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from conftest import Surface
from easel.core.ports import Encoded

ROUNDS = 9
PICTURE = os.urandom(10_000_000)


async def longest_wait(work) -> float:
    """The longest time in ms that the event loop kept a ticker waiting while `work` ran."""
    longest = 0.0
    done = asyncio.Event()

    async def tick() -> None:
        nonlocal longest
        while not done.is_set():
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before - 0.001)

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0.01)
    await work
    done.set()
    await ticker
    return longest * 1000


async def post(app, path: str, body: bytes) -> None:
    """One request straight into the application, without a client that would hold the loop itself."""
    messages = [{"type": "http.request", "body": body[i : i + 65_536], "more_body": True}
                for i in range(0, len(body), 65_536)]  # fmt: skip
    messages.append({"type": "http.request", "body": b"", "more_body": False})
    messages.reverse()
    status = 0

    async def receive() -> dict:
        if messages:
            await asyncio.sleep(0)
            return messages.pop()
        await asyncio.sleep(3600)

    async def send(message: dict) -> None:
        nonlocal status
        status = message.get("status", status)

    scope = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(b"authorization", b"Bearer test-key"), (b"host", b"x"), (b"content-type", b"application/json")],
        "scheme": "http", "server": ("x", 80), "client": ("127.0.0.1", 1), "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    await app(scope, receive, send)
    assert status == 200, status


def cases() -> dict[str, tuple[str, bytes]]:
    """Requests that carry the picture in, and requests whose answer carries it out."""
    data = base64.b64encode(PICTURE)
    url = b"data:image/png;base64," + data
    chat = b'{"model":"gemini-3-pro-image-preview","messages":[{"role":"user","content":[{"type":"text","text":"x"},'
    native = "/v1beta/models/gemini-3-pro-image-preview:generateContent"
    return {
        "in, MiniMax": (
            "/v1/image_generation", b'{"model":"image-01","prompt":"x","subject_reference":"' + url + b'"}',
        ),
        "in, Modelverse": (
            "/v1/images/generations",
            b'{"model":"black-forest-labs/flux-kontext-pro","prompt":"x","image":"' + url + b'"}',
        ),
        "in, Gemini chat": (
            "/v1/chat/completions", chat + b'{"type":"image_url","image_url":{"url":"' + url + b'"}}]}]}',
        ),
        "in, native Gemini": (
            native,
            b'{"contents":[{"parts":[{"text":"x"},{"inlineData":{"mimeType":"image/png","data":"' + data + b'"}}]}]}',
        ),
        "out, MiniMax": (
            "/v1/image_generation", b'{"model":"image-01","prompt":"x","response_format":"base64"}',
        ),
        "out, OpenAI": (
            "/v1/images/generations", b'{"model":"imagen-3","prompt":"x","response_format":"b64_json"}',
        ),
        "out, Gemini chat": (
            "/v1/chat/completions", chat + b'{"type":"text","text":"y"}]}],"modalities":["image","text"]}',
        ),
        "out, native Gemini": (native, b'{"contents":[{"parts":[{"text":"x"}]}]}'),
    }  # fmt: skip


async def main() -> None:
    """Measure and print."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    surface = Surface()
    surface.finisher._png = lambda image, job: Encoded(PICTURE, "image/png")  # noqa: SLF001
    app = surface.app(max_body_bytes=64 * 1024 * 1024)
    print(f"{os.cpu_count()} cores, {ROUNDS} rounds")
    for name, (path, body) in cases().items():
        waits = [await longest_wait(post(app, path, body)) for _ in range(ROUNDS)]
        print(f"{name:20} median {statistics.median(waits):6.1f} ms   longest {max(waits):6.1f} ms")


if __name__ == "__main__":
    asyncio.run(main())
