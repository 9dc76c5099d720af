"""Numbers of things in sentences."""

import pytest

from easel.core.errors import TooManyJobs


@pytest.mark.parametrize(("limit", "words"), [(0, "0 jobs of"), (1, "1 job of"), (2, "2 jobs of")])
def test_jobs(limit, words):
    """One job is one job."""
    assert words in TooManyJobs("image-01", limit).message
