"""Findings in a file, a line each: a run that was cut off goes on where it was."""

import json
from collections.abc import Sequence
from pathlib import Path

from bench.fidelity.prompts import Case


def resume(path: Path, cases: Sequence[Case]) -> dict[Case, tuple[str, ...]]:
    """What a file has of these cases; nothing where there is no file. A last line that was cut off is taken away."""
    if not path.exists():
        return {}
    whole, _, _ = path.read_text(encoding="utf-8").rpartition("\n")
    path.write_text(f"{whole}\n" if whole else "", encoding="utf-8")
    found = {name: tuple(findings) for name, findings in map(json.loads, filter(None, whole.split("\n")))}
    return {case: found[_name(case)] for case in cases if _name(case) in found}


def add(path: Path, case: Case, findings: Sequence[str]) -> None:
    """Put a case's findings at the end of a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps([_name(case), findings], ensure_ascii=False) + "\n")


def _name(case: Case) -> str:
    return " | ".join((case.category, case.prompt, case.instruction or ""))
