"""Jobs come back from the database as they were."""

import json

from hypothesis import given
from hypothesis import strategies as st

from easel.core.job import Reference, Role, Style
from easel.ledger.stored import answer_from_json, answer_to_json, job_from_json, job_to_json
from unit.ledger.making import job, result

REFERENCES = st.builds(
    Reference, st.sampled_from(Role), st.text(max_size=20) | st.binary(max_size=20), st.text(max_size=10)
)
JOBS = st.builds(
    job,
    st.integers(1, 4),
    prompt=st.text(st.characters(), max_size=20),
    seed=st.none() | st.integers(0, 2**32),
    references=st.lists(REFERENCES, max_size=2).map(tuple),
    style=st.none() | st.builds(Style, st.text(max_size=5), st.floats(0.1, 1)),
    ignored=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    reply=st.dictionaries(st.text(max_size=5), st.integers() | st.none() | st.lists(st.text(max_size=3))),
    inline=st.booleans(),
)


@given(JOBS)
def test_a_job_survives_json(one):
    """Whatever the job: text with lone surrogates, references as bytes, styles, seeds."""
    assert one == job_from_json(json.loads(json.dumps(job_to_json(one, sources=True))))


@given(JOBS, st.data())
def test_a_job_of_an_older_version(one, data):
    """What an older version did not know has its default."""
    table = json.loads(json.dumps(job_to_json(one, sources=True)))
    dropped = data.draw(st.sets(st.sampled_from(["alias", "asked", "background"])))
    read = job_from_json({name: value for name, value in table.items() if name not in dropped})

    assert (one.prompt, one.seeds, "", {}) == (read.prompt, read.seeds, read.alias, read.asked)


@given(JOBS)
def test_references_need_not_be_kept(one):
    """For a replay the references' sources are left out; the answer does not need them."""
    table = json.loads(json.dumps(job_to_json(one, sources=False)))

    assert [""] * len(one.references) == [reference.source for reference in job_from_json(table).references]


def test_an_answer_survives_json():
    """The answer comes back without the pictures' bytes."""
    one = job(n=3)
    table = json.loads(json.dumps(answer_to_json(result(one, delivered=2))))
    # What an older version wrote, and this one does not know, does no harm.
    answer = answer_from_json(table | {"prompt_tokens": 0}, one)

    assert (1, 2, b"") == (answer.failed, len(answer.pictures), answer.pictures[0].data)
    assert ("gloaming",) == answer.pictures[1].unpainted
