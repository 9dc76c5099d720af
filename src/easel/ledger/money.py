"""Double entry: every transfer moves amounts between the books of purses, and its entries add up to 0.

A purse has four books. `external` is where grants come from, `available` can be spent, `held` waits for a job to
end, `spent` was charged. A hold moves available to held; a post moves held to spent and the rest back to available;
a void moves all of it back. Money is in micro-units, purses of free pictures are in pictures.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import BigInteger, Connection, Update, bindparam, insert, not_, or_, select, update

from easel.core.errors import BalanceTooLow
from easel.core.failpoint import failpoint
from easel.ledger.database import insert_new
from easel.ledger.prepared import Prepared
from easel.ledger.schema import entries, purses, transfers


class Book(StrEnum):
    """The four sides of a purse."""

    EXTERNAL = "external"
    AVAILABLE = "available"
    HELD = "held"
    SPENT = "spent"


class Purse(StrEnum):
    """What a purse holds.

    The ids of purses begin with these words, and purses are always locked in the order of their ids: two
    transactions can then never wait for each other.
    """

    FREE = "free"
    KEY = "key"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Move:
    """`amount` (never below 0) of a purse goes from one book to another."""

    purse_id: str
    source: Book
    target: Book
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
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


def lock_purse(connection: Connection, purse_id: str) -> int:
    """What is available in a purse, which nobody else can change until this transaction ends."""
    return connection.execute(
        select(purses.c.available).where(purses.c.id == purse_id).with_for_update(key_share=True)
    ).scalar_one()


def post_transfer(connection: Connection, transfer: Transfer, moves: Iterable[Move]) -> int:
    """Write a transfer with its entries and change the purses; returns its id.

    Raises BalanceTooLow when a limited purse would be overdrawn. The caller's transaction must then be rolled back.
    """
    changes: dict[str, Counter[Book]] = {}
    for move in moves:
        change = changes.setdefault(move.purse_id, Counter())
        change[move.source] -= move.amount
        change[move.target] += move.amount
    for purse_id in sorted(changes):
        _change_purse(connection, purse_id, changes[purse_id])
    failpoint("purses-changed")
    row = {name: getattr(transfer, name) for name in Transfer.__slots__}
    (transfer_id,) = _INSERT_TRANSFER.run(connection, row).fetchone()
    failpoint("transfer-written")
    rows = [
        {"transfer_id": transfer_id, "purse_id": purse_id, "book": book.value, "amount": amount}
        for purse_id in sorted(changes)
        for book, amount in changes[purse_id].items()
        if amount
    ]
    if rows:
        _INSERT_ENTRIES.run_each(connection, rows)
    return transfer_id


def grant(connection: Connection, transfer: Transfer, purse_id: str, *, amount: int) -> int:
    """Put `amount` into a purse, or take it out when it is below 0; returns the transfer's id. Raises BalanceTooLow."""
    if amount < 0:
        return post_transfer(connection, transfer, [Move(purse_id, Book.AVAILABLE, Book.EXTERNAL, -amount)])
    moves = [Move(purse_id, Book.EXTERNAL, Book.AVAILABLE, amount)] if amount else []
    return post_transfer(connection, transfer, moves)


def _change_purse(connection: Connection, purse_id: str, change: Counter[Book]) -> None:
    """The only place where a purse changes. One guarded UPDATE: what is available is never read first."""
    amounts = {f"to_{book.value}": change[book] for book in Book}
    if _CHANGE.run(connection, {"purse_id": purse_id, **amounts}).rowcount == 0:
        raise BalanceTooLow


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


_CHANGE = Prepared(_guarded_change())
_INSERT_TRANSFER = Prepared(insert(transfers).returning(transfers.c.id))
_INSERT_ENTRIES = Prepared(insert(entries))
