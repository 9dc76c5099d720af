"""The bench's results as a table in Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.fidelity.prompts import CATEGORIES, Case

LANGUAGES = {"en": "English", "zh": "Chinese"}
COMMAND = "python -m bench.fidelity"

INTRODUCTION = f"""# Fidelity

How much of what a prompt asks for is really in the painter's picture: a bench in the manner of
[GenEval](https://github.com/djghosh13/geneval) and [T2I-CompBench](https://github.com/Karine-Huang/T2I-CompBench).
`make fidelity` (`{COMMAND}`) paints every prompt once at 384 x 384 pixels with a seed made from its words, checks the
finished pixels and writes this page. A prompt counts as passed only when all its checks hold.

## What is checked, and how

| check | on the finished pixels |
|---|---|
| presence | The picture differs visibly (5 in Lab) from the same picture without its things, inside the thing's silhouette. At least 30% of the silhouette is unhidden, and it covers at least 0.1% of the frame. |
| identity | Silhouette, light and dark inside it, and hue (where no colour is asked for) are nearest to the right one of 21 sprites, each painted alone with other seeds. |
| count | Exactly as many copies as asked for, each at least half unhidden. |
| colour | Every visible pixel gets one of the eleven basic colour names by Lab lightness, chroma and hue. The asked colour must have its share, and no unlike colour more. Two coloured things are checked each on its own pixels, which is colour binding. |
| position | Centroids, bounds, contact and occlusion of the visible silhouettes. |
| scene | The surroundings without things are nearest to the right one of about 21 settings, painted empty with other seeds. Hours, weathers, seasons and things of the sky are measured against the same picture on a plain day or without them: darkness, warmth of the sky, streaks, flakes, contrast, white and autumn pixels, round or many bright spots. |
| style | Measures that the style is known by (paper white, grain, direction of strokes, flat areas, number of colours, black lines, pixel grid, warmth) against the same picture unstyled. |
| edits | The edited picture (the plan after the instruction, the same seed) passes the checks of what it should show now, and things that the edit is not about still cover 60% of their old silhouette. |

What is taken from the painter: which layer belongs to which thing, so that each thing's own pixels are known without a
detector. Identity is likeness to the painter's own sprite; the bench cannot say whether a stranger would call it a cat.

The {{held_out}} held-out prompts are free sentences, written before any of the painter was mended by this bench, and looked
at only for their final numbers.
"""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a number of prompts passed."""

    passed: int
    number: int

    @classmethod
    def of(cls, results: Iterable[Sequence[str]]) -> "Score":
        """The score of some cases' findings."""
        findings = list(results)
        return cls(sum(not found for found in findings), len(findings))

    @property
    def share(self) -> float:
        """In [0, 1]; 1 where there is no prompt."""
        return self.passed / self.number if self.number else 1.0

    def __str__(self) -> str:
        return f"{self.passed}/{self.number} = {100 * self.share:.1f}%" if self.number else "-"


def table(results: Mapping[Case, Sequence[str]]) -> str:
    """One row for each category, and one for all."""
    names = [name for name in CATEGORIES if any(case.category == name for case in results)]
    rows = [f"| category | {' | '.join(LANGUAGES.values())} | both |", "|---|---:|---:|---:|"]
    for name in [*names, "all"]:
        chosen = {case: found for case, found in results.items() if name in (case.category, "all")}
        scores = [Score.of(f for case, f in chosen.items() if case.language == language) for language in LANGUAGES]
        rows.append(f"| {name} | {scores[0]} | {scores[1]} | {Score.of(chosen.values())} |")
    return "\n".join(rows)


def page(known: Mapping[Case, Sequence[str]], held_out: Mapping[Case, Sequence[str]]) -> str:
    """The page that docs/fidelity.md holds."""
    failures = [
        f"- {case.category}: `{case.prompt}`{f' → `{case.instruction}`' if case.instruction else ''}: {'; '.join(found)}"
        for case, found in known.items()
        if found
    ]
    parts = [
        INTRODUCTION.format(held_out=len(held_out)),
        f"## Result on {len(known)} prompts",
        table(known),
        f"## Result on {len(held_out)} held-out prompts",
        table(held_out),
        "## What still fails",
        "\n".join(failures) or "Nothing.",
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"
