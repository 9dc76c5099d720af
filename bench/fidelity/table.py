"""The bench's results as a table in Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.fidelity.prompts import CATEGORIES, Case

LANGUAGES = {"en": "English", "zh": "Chinese"}

INTRODUCTION = Path(__file__).with_name("introduction.md").read_text(encoding="utf-8")


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
    failures = [_failure(case, found) for case, found in known.items() if found]
    apart = [f"## Result on {len(held_out)} held-out prompts", table(held_out)] if held_out else []
    parts = [
        INTRODUCTION,
        f"## Result on {len(known)} prompts",
        table(known),
        *apart,
        "## What still fails",
        "\n".join(failures) or "Nothing.",
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _failure(case: Case, findings: Sequence[str]) -> str:
    instruction = f" → `{case.instruction}`" if case.instruction else ""
    return f"- {case.category}: `{case.prompt}`{instruction}: {'; '.join(findings)}"
