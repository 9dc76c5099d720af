"""What the way to a Ray Serve cluster and back takes: pictures that are there at once, from one replica.

    python bench/cluster.py

Needs `easel[ray]`. Server, proxy and replica share this machine's cores. One picture at a time, with and without
unfinished ones before it, medians; and eight at a time.
"""

import asyncio
import os
import secrets
import socket
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import aclosing

# Read by Ray when it is imported. On loopback alone, and for nobody else.
os.environ |= {
    "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32), "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
}  # fmt: skip

import ray
from ray import serve
from starlette.applications import Starlette

from easel.core.image import Image, Size
from easel.core.job import Job
from easel.core.result import EngineEvent, Painted, Partial
from easel.engines.ray_serve.engine import RayServeEngine
from easel.engines.ray_serve.replica import application

RUNS = 30
TOKEN = "t" * 32
#: Side in pixels, and unfinished pictures before the finished one.
CASES = ((256, 0), (1024, 0), (1024, 3), (2048, 0))


class Ready:
    """An engine whose pictures are there at once."""

    name = "ready"
    pays = False

    async def start(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to close."""

    def offers(self, sources: list[str]) -> dict[str, str]:
        """Everything."""
        return dict.fromkeys(sources, "FluxPipeline")

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """One grey picture."""
        image = Image(job.size.width, job.size.height, 3, b"\x80" * (job.size.area * 3))
        for stage in range(job.partial_images):
            yield Partial(0, stage, image)
        yield Painted(0, image, job.seeds[0], job.prompt)


def build() -> Starlette:
    """A replica's application."""
    return application(Ready, token=TOKEN)


async def paint(engine: RayServeEngine, side: int, partials: int, n: int = 1) -> float:
    """How long a job takes, in seconds."""
    job = Job(
        model="m", dialect="openai", prompt="a fox", size=Size(side, side), n=n, seed=1, partial_images=partials
    ).with_seeds()
    start = time.perf_counter()
    async with aclosing(engine.generate(job, "flux")) as events:
        async for _ in events:
            pass
    return time.perf_counter() - start


async def measure(url: str) -> None:
    """Print a row for each case."""
    engine = RayServeEngine(url, token=TOKEN, sources=["flux"])
    await engine.start()
    print("| picture | one | of eight at a time, each |\n|---|---|---|")
    for side, partials in CASES:
        await paint(engine, side, partials, n=8)
        one = statistics.median([await paint(engine, side, partials) for _ in range(RUNS)])
        each = statistics.median([await paint(engine, side, partials, n=8) / 8 for _ in range(RUNS // 3)])
        what = f"{side} x {side}" + (f", {partials} unfinished ones of its size" if partials else "")
        print(f"| {what} | {one * 1000:.0f} ms | {each * 1000:.0f} ms |", flush=True)
    await engine.close()


def main() -> None:
    """Start Ray in this process, measure, and stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="WARNING")
    serve.start(http_options={"host": "127.0.0.1", "port": port})
    serve.run(serve.deployment(serve.ingress(build)(), max_ongoing_requests=8).bind(), route_prefix="/bench")
    asyncio.run(measure(f"http://127.0.0.1:{port}/bench"))
    ray.shutdown()


if __name__ == "__main__":
    main()
