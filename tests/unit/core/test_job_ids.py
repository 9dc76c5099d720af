"""Ids of requests and jobs."""

import re
import time

from easel.core.job import new_id


def test_sorted_by_time():
    """An id that was made a little later sorts after the others, and they are all different."""
    early = [new_id() for _ in range(100)]
    time.sleep(0.002)
    late = new_id()

    assert max(early) < late
    assert 100 == len(set(early))
    assert re.fullmatch("[0-9a-f]{32}", late)
