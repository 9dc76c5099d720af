"""What a picture costs from prompt to finished PNG file, on one core, and how soon the first one comes.

For each size: the median and the slowest of the prompts, label, metadata and encoding included; then the time from
the start of a process to its first picture, and the process's peak memory.
Usage: python bench/pictures.py [SIZE ...]
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time

from easel.core.image import Size
from easel.core.job import Job
from easel.engines.painter.painter import Painter
from easel.finishing.finisher import Finisher

PROMPTS = (
    "女孩在图书馆的窗户前，看向远方",
    "Retro game style, man in old school suit, crimson moon, american muscle car on dark street, 16-bit",
    "一只可爱的橙色小猫坐在彩虹桥上,卡通风格,明亮的色彩,高质量,详细",
    "日出时分的山脉景色,金色阳光,云海翻腾,宽阔视角,风景摄影,8K高清",
    "A watercolor painting of a mountain lake",
    "油画风格的向日葵花田,梵高风格,厚重笔触,明亮色彩",
    "A futuristic city skyline at sunset, digital art",
    "一位美丽的亚洲女性,长发飘逸,微笑,专业摄影,柔和光线,肖像",
    "three white sheep near a red house",
    "a lighthouse on a cliff in a storm",
    "熊猫在竹林里，水墨画",
    "a bowl of ramen on a wooden table",
)


def seconds(prompt: str, side: int) -> float:
    """How long one picture takes."""
    size = Size(side, side)
    job = Job(model="imagen-3", dialect="bench", prompt=prompt, size=size, seed=7, output_format="png").with_seeds()
    began = time.perf_counter()
    Finisher().finish(Painter().paint(job, 0, lambda _: None), job)
    return time.perf_counter() - began


def first_picture() -> float:
    """Seconds from the start of a process to a 1024 x 1024 picture in a file."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "easel", "generate", PROMPTS[2], "-o", f"{folder}/first.png", "--seed", "7"]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    sides = [int(side) for side in sys.argv[1:]] or [1024, 2048, 4096]
    seconds(PROMPTS[0], 256)
    for side in sides:
        times = {prompt: seconds(prompt, side) for prompt in PROMPTS}
        slowest = max(times, key=times.get)
        print(f"{side:5} x {side:<5} median {statistics.median(times.values()):5.2f} s   "
              f"slowest {times[slowest]:5.2f} s ({slowest[:40]})")  # fmt: skip
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak_mb:.0f} MB")
    print(f"first picture of a process {statistics.median(first_picture() for _ in range(5)):.2f} s")


if __name__ == "__main__":
    main()
