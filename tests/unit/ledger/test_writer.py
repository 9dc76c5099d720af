"""Group commit on SQLite: each unit of work is as if alone, and nobody hears of success too early."""

import asyncio
import sqlite3
import threading
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from easel.core.errors import ServerFull
from easel.ledger.database import Database
from easel.ledger.writer import MAX_TOGETHER, GroupWriter

#: What a unit does to a number of the table: writes it, adds to it, removes it. Some raise afterwards.
UNITS = st.lists(
    st.tuples(st.sampled_from(["put", "add", "remove"]), st.integers(0, 3), st.integers(1, 9), st.booleans()),
    max_size=2 * MAX_TOGETHER + 5,
)
STATEMENTS = {
    "put": "INSERT INTO numbers (id, number) VALUES (:id, :number)",
    "add": "UPDATE numbers SET number = number + :number WHERE id = :id",
    "remove": "DELETE FROM numbers WHERE id = :id AND :number > 0",
}


class Refused(Exception):
    """What a unit raises of itself."""


@pytest.fixture(scope="module")
def numbers(tmp_path_factory):
    """A database with a table of numbers."""
    database = Database(tmp_path_factory.mktemp("numbers") / "easel.sqlite")
    database.migrate()
    database.run_now(_do("CREATE TABLE numbers (id INTEGER PRIMARY KEY, number INTEGER)"))
    yield database
    database.close()


def _do(sql):
    return lambda connection: connection.execute(text(sql))


def _unit(what, key, number, raises):
    def work(connection):
        rows = connection.execute(text(STATEMENTS[what]), {"id": key, "number": number}).rowcount
        if raises:
            raise Refused
        return rows

    return work


def _rows(database):
    return database.read_now(lambda connection: dict(connection.execute(text("SELECT id, number FROM numbers")).all()))


def _alone(units):
    """What the units do one after the other, each in a transaction of its own: their outcomes and the table."""
    table, outcomes = {}, []
    for what, key, number, raises in units:
        is_there = key in table
        if what == "put" and is_there:
            outcomes.append(IntegrityError)
        elif raises:
            outcomes.append(Refused)
        else:
            outcomes.append(1 if what == "put" or is_there else 0)
            if what == "remove":
                table.pop(key, None)
            elif what == "put" or is_there:
                table[key] = table.get(key, 0) + number
    return outcomes, table


async def _together(database, works):
    """Run works that all wait when the writer comes to them; returns their results and errors."""
    async with _busy(database):
        waiting = [asyncio.create_task(database.run(work)) for work in works]
        await asyncio.sleep(0)
    return await asyncio.gather(*waiting, return_exceptions=True)


@asynccontextmanager
async def _busy(database):
    """A writer that is at work meanwhile."""
    began, go = threading.Event(), threading.Event()

    def work(_connection):
        began.set()
        go.wait(10)

    working = asyncio.create_task(database.run(work))
    await asyncio.to_thread(began.wait)
    yield
    go.set()
    await working


@settings(max_examples=60, deadline=None)
@given(units=UNITS)
def test_as_if_alone(numbers, units):
    """Whatever units share a commit: each has the outcome, and all leave the table, of one after the other."""
    numbers.run_now(_do("DELETE FROM numbers"))
    outcomes = asyncio.run(_together(numbers, [_unit(*unit) for unit in units]))

    expected, table = _alone(units)
    assert expected == [type(outcome) if isinstance(outcome, Exception) else outcome for outcome in outcomes]
    assert table == _rows(numbers)


async def test_one_commit(numbers):
    """Sixteen works that wait share one commit; one that comes alone has its own."""
    commits = []
    driver = await numbers.run(lambda connection: connection.connection.driver_connection)
    driver.set_trace_callback(lambda statement: commits.append(1) if statement == "COMMIT" else None)
    await numbers.run(_do("DELETE FROM numbers"))
    alone = len(commits)
    await _together(numbers, [_unit("put", key, 1, False) for key in range(16)])

    driver.set_trace_callback(None)

    # One more for the work that makes the others wait.
    assert (1, 3) == (alone, len(commits))


async def test_told_after_the_commit():
    """Nobody is told of success while the commit may still fail."""
    waiting, told = threading.Event(), []

    def transaction(work):
        outcome = work(None)
        waiting.wait(10)
        told.append(answer.done())
        return outcome

    writer = GroupWriter(transaction, lambda: told.append("closed"))
    answer = writer.submit(lambda _, items: [f"result of {item}" for item in items], "it")
    await asyncio.sleep(0.05)
    waiting.set()
    result = await answer
    writer.shutdown()

    assert ([False, "closed"], "result of it") == (told, result)


async def test_close_finishes_what_waits(tmp_path):
    """What was asked for before the end is done before it, however much it is."""
    database = Database(tmp_path / "easel.sqlite")
    asked = range(2 * MAX_TOGETHER + 5)
    waiting = [asyncio.create_task(database.run_together(lambda _, items: items, item)) for item in asked]
    await asyncio.sleep(0)
    database.close()

    assert list(asked) == await asyncio.gather(*waiting)


def test_a_loop_that_ended(numbers):
    """A caller whose event loop ended at once does not keep the callers of the next one waiting."""
    loop = asyncio.new_event_loop()
    loop.call_soon(lambda: (numbers._writers.submit(lambda _, items: items, "lost"), loop.stop()))
    loop.run_forever()
    loop.close()

    assert "it" == asyncio.run(asyncio.wait_for(numbers.run(lambda _: "it"), 5))


async def test_shared_work(numbers):
    """Callers of one work share one call of it; where it raises, only those whose item it is for hear of it."""
    await numbers.run(_do("DELETE FROM numbers"))
    calls = []

    def put(connection, items):
        calls.append(len(items))
        for item in items:
            if item % 5 == 4:
                raise Refused
            connection.execute(text("INSERT INTO numbers VALUES (:id, :id)"), {"id": item})
        return [-item for item in items]

    async with _busy(numbers):
        waiting = [asyncio.create_task(numbers.run_together(put, item)) for item in range(16)]
        await asyncio.sleep(0)
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)

    refused = {4, 9, 14}
    assert [Refused if item in refused else -item for item in range(16)] == [
        type(outcome) if isinstance(outcome, Refused) else outcome for outcome in outcomes
    ]
    assert {item: item for item in range(16) if item not in refused} == _rows(numbers)
    assert 16 == calls[0]


async def test_all_share_work(numbers):
    """Where nothing raises, the work is called once."""
    await numbers.run(_do("DELETE FROM numbers"))
    calls = []

    def count(_connection, items):
        calls.append(len(items))
        return items

    async with _busy(numbers):
        waiting = [asyncio.create_task(numbers.run_together(count, item)) for item in range(9)]
        await asyncio.sleep(0)

    assert list(range(9)) == await asyncio.gather(*waiting)
    assert [9] == calls


async def test_commit_fails(numbers):
    """When the commit itself fails, all whose work it was hear it, and nothing of it is there."""
    await numbers.run(_do("DELETE FROM numbers"))

    def to_nobody(connection):
        # Checked at the commit, not before.
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        connection.execute(text("INSERT INTO idempotency VALUES ('nobody', 'k', 'b', 'no job', 0)"))

    outcomes = await _together(numbers, [_unit("put", 1, 1, False), to_nobody, _unit("put", 2, 1, False)])
    after = await numbers.run(_unit("put", 3, 1, False))

    assert [sqlite3.IntegrityError] * 3 == [type(outcome) for outcome in outcomes]
    assert (1, {3: 1}) == (after, _rows(numbers))


async def test_disk_is_full(tmp_path):
    """A full disk is a 503 for all whose work is not there, also for those that only shared the commit."""
    Database(tmp_path / "easel.sqlite").migrate()
    database = Database(tmp_path / "easel.sqlite")

    def limit(connection, _record):
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages + 30}")

    event.listen(database._engine, "connect", limit)
    await database.run(_do("CREATE TABLE blobs (id INTEGER PRIMARY KEY, data BLOB)"))

    def put(key, kb):
        blob = {"id": key, "data": b"x" * kb * 1024}
        return lambda connection: connection.execute(text("INSERT INTO blobs VALUES (:id, :data)"), blob).rowcount

    sizes_kb = [200 if key % 5 == 4 else 1 for key in range(20)]
    outcomes = await _together(database, [put(key, kb) for key, kb in enumerate(sizes_kb)])
    outcomes.append(await database.run(put(len(outcomes), 1)))
    there = database.read_now(lambda connection: connection.execute(text("SELECT id FROM blobs")).scalars().all())
    database.close()

    told = [key for key, outcome in enumerate(outcomes) if outcome == 1]
    assert there == told
    assert told[-1] == 20
    assert {ServerFull} == {type(outcome) for outcome in outcomes if outcome != 1}


async def test_a_caller_who_left(numbers):
    """Work that still waits when its caller leaves is not done at all."""
    await numbers.run(_do("DELETE FROM numbers"))
    async with _busy(numbers):
        left, stayed = (asyncio.create_task(numbers.run(_unit("put", key, 1, False))) for key in (1, 2))
        await asyncio.sleep(0)
        left.cancel()
        await asyncio.sleep(0)
    await stayed

    assert {2: 1} == _rows(numbers)
