"""Results that the processes of one run share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.fidelity.shared import share_in, shared


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Path]:
    """A run's folder, which is forgotten at its end."""
    share_in(tmp_path)
    yield tmp_path
    share_in(None)


def test_what_one_process_computed_the_next_one_reads(run: Path):
    """A second process, with sets in another order, finds the result of the first and computes nothing."""
    calls = []

    def double(words: frozenset[str], number: int) -> tuple[int, list[str]]:
        calls.append(number)
        return 2 * number, sorted(words)

    first, second = shared(double), shared(double)
    assert first(frozenset({"a", "b"}), 3) == (6, ["a", "b"])
    assert second(frozenset({"b", "a"}), 3) == (6, ["a", "b"])
    assert calls == [3]
    assert second(frozenset({"b"}), 3) == (6, ["b"])
    assert calls == [3, 3]


def test_without_a_run_each_process_computes_for_itself():
    """Nothing is written anywhere, and a process computes each result once."""
    calls = []
    known = shared(lambda number: calls.append(number) or number)
    assert (known(1), known(1), known(2)) == (1, 1, 2)
    assert calls == [1, 2]
