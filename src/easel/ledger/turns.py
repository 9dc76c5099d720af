"""The order in which tasks are worked on: the keys take turns, as they do for jobs that somebody waits for.

A task is given its turn when it is queued. The first waiting task of a key has the turn that is being served, each
further one the turn after the key's last. So a key with many tasks is served once a round, and a key that comes later
does not stand behind all of them.
"""

from sqlalchemy import ColumnElement, Connection, Row, func, select

from easel.core.counted import counted
from easel.core.errors import RateLimited
from easel.ledger.due import AHEAD_S, is_due
from easel.ledger.schema import IS_QUEUED, jobs, keys

#: Tasks wait long; whoever has too many of them need not ask again at once.
RETRY_AFTER_S = 10
#: No task waits longer than a minute for its next attempt, in milliseconds.
BELIEVED_MS = (60 + AHEAD_S) * 1000

_waits = jobs.c.status == IS_QUEUED


def turn_of(connection: Connection, key_id: str, *, now_ms: int, most: int) -> int:
    """The turn of a key's new task; raises RateLimited when `most` of its tasks wait already."""
    # The key's row is the lock: without it, two tasks would not see each other.
    connection.execute(select(keys.c.id).where(keys.c.id == key_id).with_for_update(key_share=True))
    own = select(func.count(), func.max(jobs.c.turn)).where(_waits, jobs.c.key_id == key_id)
    waiting, last = connection.execute(own).one()
    if waiting >= most:
        msg = f"This key may have {counted(most, 'task')} waiting."
        raise RateLimited(msg, retry_after_s=RETRY_AFTER_S)
    serving = turn_served(connection, now_ms)
    return serving if last is None else max(last + 1, serving)


def turn_served(connection: Connection, now_ms: int) -> int:
    """The turn that is being served; a task that is tried again gets it too, and not its old one."""
    first = select(func.min(jobs.c.turn)).where(_waits, _is_due(now_ms))
    return connection.execute(first).scalar_one() or 0


def next_task(connection: Connection, now_ms: int) -> Row | None:
    """The task whose turn it is, locked until the transaction ends; None when none is due."""
    due = select(jobs).where(_waits, _is_due(now_ms))
    first = due.order_by(jobs.c.turn, jobs.c.created, jobs.c.id).limit(1)
    return connection.execute(first.with_for_update(skip_locked=True)).first()


def _is_due(now_ms: int) -> ColumnElement[bool]:
    return is_due(jobs.c.due_ms, now_ms, believed=BELIEVED_MS)
