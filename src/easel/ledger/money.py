"""Double entry: every transfer moves amounts between the books of purses, and its entries add up to 0.

A purse has four books. `external` is where grants come from, `available` can be spent, `held` waits for a job to
end, `spent` was charged. A hold moves available to held; a post moves held to spent and the rest back to available;
a void moves all of it back. Money is in micro-units, purses of free pictures are in pictures.
"""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import BigInteger, Connection, Update, bindparam, not_, or_, select, update

from easel.core.errors import BalanceTooLow
from easel.core.failpoint import failpoint
from easel.ledger.database import insert_new
from easel.ledger.prepared import Prepared, PreparedInsert
from easel.ledger.schema import entries, purses, transfers


class Book:
    """The four sides of a purse."""

    EXTERNAL = "external"
    AVAILABLE = "available"
    HELD = "held"
    SPENT = "spent"


BOOKS = (Book.EXTERNAL, Book.AVAILABLE, Book.HELD, Book.SPENT)


class Purse(StrEnum):
    """What a purse holds.

    The ids of purses begin with these words, and purses are always locked in the order of their ids: two
    transactions can then never wait for each other.
    """

    FREE = "free"
    KEY = "key"
    MONEY = "money"


class Entry(NamedTuple):
    """What comes into a book of a purse, or goes out of it when the amount is below 0."""

    purse_id: str
    book: str
    amount: int


class Transfer(NamedTuple):
    """Why amounts move: a grant, or the hold, post or void of a job. `resolves` is the id of the job's hold."""

    kind: str
    account_id: str
    created: int
    job_id: str | None = None
    resolves: int | None = None
    pictures: int | None = None
    reference: str | None = None
    note: str | None = None


def money_purse(account_id: str) -> str:
    """The id of an account's money."""
    return f"{Purse.MONEY}:{account_id}"


def free_purse(account_id: str, model: str, period: str) -> str:
    """The id of an account's free pictures of one model in one period."""
    return f"{Purse.FREE}:{account_id}:{period}:{model}"


def key_purse(key_id: str) -> str:
    """The id of a key's own budget."""
    return f"{Purse.KEY}:{key_id}"


def new_purse(
    connection: Connection, purse_id: str, *, account_id: str, limited: bool, model: str | None = None,
    period: str | None = None,
) -> bool:  # fmt: skip
    """Make an empty purse unless it is there; was it new?"""
    kind = purse_id.partition(":")[0]
    empty = {"granted": 0, "available": 0, "held": 0, "spent": 0}
    return insert_new(
        connection, purses, id=purse_id, account_id=account_id, kind=kind, limited=limited, model=model, period=period,
        **empty,
    )  # fmt: skip


def lock_purse(connection: Connection, purse_id: str) -> int | None:
    """What is available in a purse, locked until this transaction ends; None if it is not there."""
    row = _LOCK.run(connection, {"purse_id": purse_id}).fetchone()
    return None if row is None else row[0]


def available_in(connection: Connection, purse_id: str) -> float | None:
    """What is available in a purse at this moment, infinitely much when it has no limit; None if it is not there."""
    row = connection.execute(select(purses.c.limited, purses.c.available).where(purses.c.id == purse_id)).first()
    return None if row is None else row.available if row.limited else math.inf


def too_low(purse_id: str) -> BalanceTooLow:
    """The refusal when there is too little in a purse: of a key's own budget it says so."""
    of_key = purse_id.partition(":")[0] == Purse.KEY
    return BalanceTooLow("The budget of this key is too low for this request." if of_key else None)


def move(purse_id: str, source: str, target: str, amount: int) -> list[Entry]:
    """The two sides of an amount that goes from one book of a purse to another."""
    return [Entry(purse_id, source, -amount), Entry(purse_id, target, amount)]


def post_transfers(connection: Connection, postings: Sequence[tuple[Transfer, Sequence[Entry]]]) -> list[int]:
    """Write transfers with their entries and change the purses; returns the transfers' ids.

    Raises BalanceTooLow when a limited purse would be overdrawn. The caller's transaction must then be rolled back.
    """
    changes: dict[str, dict[str, int]] = {}
    for _, sides in postings:
        for purse_id, book, amount in sides:
            if purse_id not in changes:
                changes[purse_id] = dict.fromkeys(BOOKS, 0)
            changes[purse_id][book] += amount
    for purse_id in sorted(changes):
        _change_purse(connection, purse_id, changes[purse_id])
    failpoint("purses-changed")
    ids = _INSERT_TRANSFERS.numbered(connection, [transfer._asdict() for transfer, _ in postings])
    failpoint("transfer-written")
    rows = [
        {"transfer_id": transfer_id, **entry._asdict()}
        for transfer_id, (_, sides) in zip(ids, postings, strict=True)
        for entry in sides
        if entry.amount
    ]
    if rows:
        _INSERT_ENTRIES.run_each(connection, rows)
    return ids


def grant(connection: Connection, transfer: Transfer, purse_id: str, *, amount: int) -> int:
    """Put `amount` into a purse, or take it out when it is below 0; returns the transfer's id. Raises BalanceTooLow."""
    return post_transfers(connection, [(transfer, move(purse_id, Book.EXTERNAL, Book.AVAILABLE, amount))])[0]


def _change_purse(connection: Connection, purse_id: str, change: Mapping[str, int]) -> None:
    """The only place where a purse changes. One guarded UPDATE: what is available is never read first."""
    amounts = {f"to_{book}": amount for book, amount in change.items()}
    if _CHANGE.run(connection, {"purse_id": purse_id, **amounts}).rowcount == 0:
        raise too_low(purse_id)


def _guarded_change() -> Update:
    columns = purses.c
    to_available = bindparam("to_available", type_=BigInteger)
    affordable = or_(not_(columns.limited), columns.available + to_available >= 0)
    return (
        update(purses)
        .where(columns.id == bindparam("purse_id"), affordable)
        .values(
            granted=columns.granted - bindparam("to_external", type_=BigInteger),
            available=columns.available + to_available,
            held=columns.held + bindparam("to_held", type_=BigInteger),
            spent=columns.spent + bindparam("to_spent", type_=BigInteger),
        )
    )


_LOCK = Prepared(select(purses.c.available).where(purses.c.id == bindparam("purse_id")).with_for_update(key_share=True))
_CHANGE = Prepared(_guarded_change())
_INSERT_TRANSFERS = PreparedInsert(transfers)
_INSERT_ENTRIES = PreparedInsert(entries)
