"""Run the fidelity bench.

python -m bench.fidelity                    all prompts, two processes; writes docs/fidelity.md
python -m bench.fidelity --category colours one category of the development prompts, nothing written
python -m bench.fidelity --held-out         the held-out prompts alone, only counted; nothing written

It takes from half an hour to more than an hour. With `--kept FILE` a run that was cut off goes on where it was; what is
in the file is believed, so a changed painter needs another file.
"""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.fidelity.checks import findings
from bench.fidelity.kept import add, resume
from bench.fidelity.prompts import CATEGORIES, Case, development, held_out
from bench.fidelity.shared import share_in
from bench.fidelity.table import Score, page, table

PAGE = Path(__file__).parents[2] / "docs" / "fidelity.md"
#: What the bench asks for: all prompts together, and each category by itself.
TARGET, CATEGORY_TARGET = 0.95, 0.90
PROGRESS_EVERY = 100


def run(cases: Sequence[Case], *, processes: int, kept: Path | None = None) -> dict[Case, tuple[str, ...]]:
    """Each case's findings, those in a file and those that are added to it; how many are done goes to stderr."""
    # Spawned, not forked: Skia and OpenCV keep state of their own.
    context = multiprocessing.get_context("spawn")
    with TemporaryDirectory() as folder, context.Pool(processes, share_in, (Path(folder),)) as pool:
        known = resume(kept, cases) if kept else {}
        waiting = [case for case in cases if case not in known]
        for case, found in zip(waiting, pool.imap(findings, waiting, chunksize=8), strict=True):
            known[case] = found
            if kept:
                add(kept, case, found)
            if len(known) % PROGRESS_EVERY == 0:
                print(f"{len(known)} of {len(cases)}", file=sys.stderr)
        return known


def main() -> int:
    """Run, print, write; 0 when the targets are met."""
    arguments = argparse.ArgumentParser(description="How faithful the painter is to the words.")
    arguments.add_argument("--category", choices=CATEGORIES, action="append")
    arguments.add_argument("--held-out", action="store_true")
    arguments.add_argument("--processes", type=int, default=2)
    arguments.add_argument("--kept", type=Path, metavar="FILE", help="findings so far; added to as they come")
    options = arguments.parse_args()
    start = time.monotonic()
    if options.held_out:
        print(table(run(held_out(), processes=options.processes, kept=options.kept)))
        return 0
    cases = [case for case in development() if not options.category or case.category in options.category]
    known = run(cases, processes=options.processes, kept=options.kept)
    for case, found in known.items():
        if found:
            print(f"{case.category} | {case.prompt} | {case.instruction or ''} | {'; '.join(found)}")
    print(table(known))
    if not options.category:
        apart = run(held_out(), processes=options.processes, kept=options.kept)
        if apart:
            print(f"\nheld out\n{table(apart)}")
        PAGE.write_text(page(known, apart), encoding="utf-8")
    print(f"{time.monotonic() - start:.0f} s")
    by_category = [Score.of(f for case, f in known.items() if case.category == name).share for name in CATEGORIES]
    return int(Score.of(known.values()).share < TARGET or min(by_category) < CATEGORY_TARGET)


if __name__ == "__main__":
    sys.exit(main())
