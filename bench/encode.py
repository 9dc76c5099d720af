"""How long finishing takes, and how long it keeps an event loop waiting.

    PYTHONPATH=src python bench/encode.py

Photo-like pictures with the visible label, metadata and recipe; medians of single-threaded runs. "stall" is the
longest time in which the event loop could not run while the finisher worked on a thread.
"""

import asyncio
import statistics
import time
from collections.abc import Callable

import cv2
import numpy as np

from easel.core.image import Image
from easel.core.job import Job
from easel.core.result import Painted
from easel.finishing import label
from easel.finishing.encode import encode
from easel.finishing.finisher import Finisher
from easel.finishing.metadata import Metadata
from easel.finishing.recipe import digest

RUNS = 9


def photo(side: int, channels: int) -> Image:
    """A square of smooth colours with the grain of a camera."""
    chance = np.random.default_rng(0)
    small = chance.integers(0, 256, (32, 32, channels), dtype=np.uint8)
    smooth = cv2.resize(small, (side, side), interpolation=cv2.INTER_CUBIC)
    grain = chance.normal(0, 4, (side, side, 1))
    return Image(side, side, channels, np.clip(smooth + grain, 0, 255).astype(np.uint8).tobytes())


def median_ms(work: Callable[[], object]) -> float:
    """The median wall time, after one run to warm up."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


async def stall_ms(work: Callable[[], object]) -> float:
    """The event loop's longest stall while `work` runs on a thread, median of three runs."""
    longest = []
    for _ in range(3):
        running, worst, last = asyncio.create_task(asyncio.to_thread(work)), 0.0, time.perf_counter()
        while not running.done():
            await asyncio.sleep(0)
            now = time.perf_counter()
            worst, last = max(worst, now - last), now
        longest.append(worst)
    return statistics.median(longest) * 1000


def main() -> None:
    """Print the table."""
    finisher = Finisher()
    print(f"{'':18}{'encode ms':>10}{'KB':>8}{'finish ms':>11}{'stall ms':>10}")
    for side in (1024, 2048):
        for name, channels in (("png", 3), ("png", 4), ("jpeg", 3), ("jpeg", 4), ("webp", 3), ("webp", 4)):
            image = photo(side, channels)
            job = Job(model="m", dialect="openai", prompt="a cat", watermark=True, output_format=name)
            painted = Painted(0, image, 1, "a cat")
            encode_ms = median_ms(lambda i=image, n=name: encode(i, n, quality=90, metadata=Metadata()))
            size = len(encode(image, name, quality=90, metadata=Metadata()).data) // 1024
            finish_ms = median_ms(lambda p=painted, j=job: finisher.finish(p, j))
            stall = asyncio.run(stall_ms(lambda p=painted, j=job: finisher.finish(p, j)))
            title = f"{side} {name} {'RGBA' if channels == 4 else 'RGB'}"
            print(f"{title:18}{encode_ms:10.1f}{size:8}{finish_ms:11.1f}{stall:10.1f}")
        image = photo(side, 3)
        print(f"{side} label {median_ms(lambda i=image: label.draw(i)):.1f} ms, ", end="")
        print(f"digest {median_ms(lambda i=image: digest(i)):.1f} ms")


if __name__ == "__main__":
    main()
