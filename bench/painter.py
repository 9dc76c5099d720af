"""How long the painter takes for a picture: CPU seconds on one core, without style and encoding.

    python bench/painter.py [SIDE …]

paints every setting with one thing at each side length and prints the median, the slowest and the targets. Styles are
measured with `--styles`, at the first side length.
"""

import argparse
import statistics
import time

from easel.core.image import Size
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import SETTINGS, STYLES, ScenePlan, Thing

#: Side in pixels → the median that is promised, in seconds.
TARGETS_S = {1024: 0.45, 2048: 2.0, 4096: 8.0}
CAT = (Thing(kind="cat", words="cat"),)


def seconds(plan: ScenePlan, side_px: int) -> float:
    """CPU seconds for one picture."""
    start = time.process_time()
    paint(plan, Size(side_px, side_px), seed=1)
    return time.process_time() - start


def report(title: str, took_s: dict[str, float], target_s: float | None) -> None:
    """One line: median, slowest, target."""
    slowest = max(took_s, key=lambda name: took_s[name])
    median = statistics.median(took_s.values())
    target = f", target {target_s:.2f}" if target_s else ""
    print(f"{title}: median {median:.3f} s{target}, slowest {slowest} {took_s[slowest]:.2f} s")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description="Time the painter.")
    arguments.add_argument("sides", nargs="*", type=int, default=[1024])
    arguments.add_argument("--styles", action="store_true")
    options = arguments.parse_args()
    seconds(ScenePlan(things=CAT), 256)
    for side_px in options.sides:
        settings = SETTINGS if side_px <= 1024 else SETTINGS[::6]
        took_s = {name: seconds(ScenePlan(setting=name, things=CAT), side_px) for name in settings}
        report(f"{side_px} px, {len(settings)} settings", took_s, TARGETS_S.get(side_px))
    if options.styles:
        side_px = options.sides[0]
        took_s = {name: seconds(ScenePlan(setting="lake", style=name, things=CAT), side_px) for name in STYLES}
        report(f"{side_px} px, {len(STYLES)} styles of one lake", took_s, None)


if __name__ == "__main__":
    main()
