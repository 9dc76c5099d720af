"""Findings are kept on the disk as they come."""

from bench.fidelity import kept
from bench.fidelity.prompts import development


def test_a_run_goes_on_where_it_was(tmp_path):
    """What was found before the end is known again, and a line that was cut off is not."""
    file = tmp_path / "findings.jsonl"
    first, second, third = development()[:3]
    before = kept.resume(file, [first])
    kept.add(file, first, ())
    kept.add(file, second, ("no cat", "2 dogs, not 3"))
    file.write_text(file.read_text(encoding="utf-8") + '["cut o', encoding="utf-8")

    again = kept.resume(file, [first, second, third])
    kept.add(file, third, ())

    assert {} == before
    assert {first: (), second: ("no cat", "2 dogs, not 3")} == again
    assert {**again, third: ()} == kept.resume(file, [first, second, third])
