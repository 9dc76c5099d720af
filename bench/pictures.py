"""What a picture costs from prompt to finished PNG file, on one core, and how soon the first one comes.

For each size, in a process of its own: median and slowest of the prompts in wall time and CPU seconds, with label,
metadata and encoding, and the process's peak memory. Then the time from the start of a process to its first picture.
Prints Markdown for docs/performance.md. On a busy machine the CPU seconds tell more than the wall time.
Usage: python bench/pictures.py [SIZE ...]
"""

import argparse
import json
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
#: One picture, side in pixels → the median and the peak memory that are promised.
TARGETS_S = {1024: 0.6, 2048: 2.5, 4096: 10.0}
TARGET_MB = 600


def seconds(prompt: str, side: int) -> tuple[float, float]:
    """Wall and CPU seconds of one picture."""
    size = Size(side, side)
    job = Job(model="imagen-3", dialect="bench", prompt=prompt, size=size, seed=7, output_format="png").with_seeds()
    began, worked = time.perf_counter(), time.process_time()
    Finisher().finish(Painter().paint(job, 0, lambda _: None), job)
    return time.perf_counter() - began, time.process_time() - worked


def measure(side: int) -> dict[str, object]:
    """Every prompt at one size in this process, after one small picture to warm up."""
    seconds(PROMPTS[0], 256)
    times = {prompt: seconds(prompt, side) for prompt in PROMPTS}
    return {"times": times, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def row(side: int) -> str:
    """One line of the table, measured in a process of its own."""
    command = [sys.executable, __file__, "--alone", str(side)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    times = found["times"]
    wall, worked = (statistics.median(pair[k] for pair in times.values()) for k in (0, 1))
    slowest = max(times, key=lambda prompt: times[prompt][1])
    target = f"{TARGETS_S[side]:g} s" if side in TARGETS_S else "-"
    return (
        f"| {side} x {side} | {wall:.2f} s | {worked:.2f} s | {target} | {times[slowest][0]:.2f} s | "
        f"{times[slowest][1]:.2f} s ({slowest[:24]}) | {found['peak_mb']:.0f} MB |"
    )


def first_picture() -> float:
    """Seconds from the start of a process to a 1024 x 1024 picture in a file."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "easel", "generate", PROMPTS[2], "-o", f"{folder}/first.png", "--seed", "7"]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description="Time finished pictures.")
    arguments.add_argument("sides", nargs="*", type=int, default=[1024, 2048, 4096])
    arguments.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.alone:
        print(json.dumps(measure(options.alone)))
        return
    print("| size | median, wall | median, CPU | promised | slowest, wall | slowest, CPU | peak memory |")
    print("|---|---|---|---|---|---|---|")
    for side in options.sides:
        print(row(side), flush=True)
    print(f"\nPromised peak memory: {TARGET_MB} MB.")
    first = statistics.median(first_picture() for _ in range(5))
    print(f"From the start of a process to its first 1024 x 1024 picture in a file: {first:.2f} s (promised: 3 s).")


if __name__ == "__main__":
    main()
