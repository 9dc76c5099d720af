"""Accounts: who pays. Each has one purse of money, which starts at 0; amounts are integer micro-units."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from sqlalchemy import Connection, case, func, insert, select

from easel.core.errors import BalanceTooLow, Clash, NotFound
from easel.core.failpoint import failpoint
from easel.ledger.charges import Period
from easel.ledger.checks import is_line, require
from easel.ledger.database import Database, one_at_a_time
from easel.ledger.money import Book, Purse, Transfer, grant, money_purse, new_purse
from easel.ledger.schema import accounts, entries, jobs, purses, transfers

MICROS = 1_000_000
#: A million million micro-units leave room for every sum in 64 bits.
MAX_MICROS = 10**15
MAX_NAME_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account and its money in micro-units. `free_left` is the free pictures left, by model and running period."""

    id: str
    name: str
    unlimited: bool
    granted: int
    available: int
    held: int
    spent: int
    created: int
    free_left: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One transfer in a statement: how it changed what is available and held, and what was available after it.

    `cost` is what its job cost the operator, with the transfer that ended it; None for other transfers.
    """

    id: int
    created: int
    kind: str
    available_change: int
    held_change: int
    spent_change: int
    cost: int | None = None
    available_after: int
    job_id: str | None
    model: str | None
    pictures: int | None
    reference: str | None
    note: str | None


class Accounts:
    """The accounts of the database."""

    def __init__(self, database: Database, *, period: Period = Period.ONCE, clock: Callable[[], float] = time.time):
        """`period` is how often free pictures come: what was left of earlier ones is not told."""
        self._database = database
        self._period = period
        self._clock = clock

    async def create(self, name: str, *, unlimited: bool = False) -> Account:
        """A new account with nothing on it; raises InvalidField or Clash when the name is taken."""
        _require_line(name, "name")
        now = int(self._clock())

        def work(connection: Connection) -> Account:
            one_at_a_time(connection)
            if connection.execute(select(accounts.c.id).where(accounts.c.name == name)).first():
                field = "name"
                raise Clash(field, f"There is an account with the name {name!r} already.")
            return self._account(connection, add_account(connection, name, unlimited=unlimited, now=now))

        return await self._database.run(work)

    async def grant(self, name: str, amount: int, *, reference: str | None = None, note: str | None = None) -> Account:
        """Add `amount` micro-units to an account, or take them away when it is below 0.

        The same `reference` (such as a payment's number) is granted once: the second time changes nothing when the
        amount is the same, and raises Clash when it is not. Raises NotFound or BalanceTooLow.
        """
        require(0 < abs(amount) <= MAX_MICROS, "amount", f"must be up to {MAX_MICROS // MICROS} either way, and not 0")
        for text, what in ((reference, "reference"), (note, "note")):
            if text is not None:
                _require_line(text, what)
        now = int(self._clock())

        def work(connection: Connection) -> Account:
            account_id = account_id_of(connection, name)
            purse_id = money_purse(account_id)
            # The account's row is the lock: two grants with one reference come one after the other.
            connection.execute(select(accounts.c.id).where(accounts.c.id == account_id).with_for_update(key_share=True))
            if reference is None or not _was_granted(connection, account_id, reference, amount):
                transfer = Transfer(kind="grant", account_id=account_id, created=now, reference=reference, note=note)
                try:
                    grant(connection, transfer, purse_id, amount=amount)
                except BalanceTooLow:
                    msg = f"The account {name!r} has not as much left as is to be taken back."
                    raise BalanceTooLow(msg) from None
                failpoint("grant-inside")
            return self._account(connection, account_id)

        return await self._database.run(work)

    async def show(self, name: str) -> Account:
        """One account by its name or id; raises NotFound."""
        return await self._database.read(lambda connection: self._account(connection, account_id_of(connection, name)))

    async def every(self) -> list[Account]:
        """All accounts by name."""

        def work(connection: Connection) -> list[Account]:
            ids = connection.execute(select(accounts.c.id).order_by(accounts.c.name)).scalars().all()
            return [self._account(connection, account_id) for account_id in ids]

        return await self._database.read(work)

    async def statement(self, name: str, *, limit: int = 100) -> list[Line]:
        """The account's last `limit` transfers that moved money, delivered or cost, oldest first; raises NotFound."""

        def work(connection: Connection) -> list[Line]:
            return _statement(connection, account_id_of(connection, name), limit)

        return await self._database.read(work)

    def _account(self, connection: Connection, account_id: str) -> Account:
        return _account(connection, account_id, self._period.name_at(self._clock()))


def add_account(connection: Connection, name: str, *, unlimited: bool, now: int) -> str:
    """Write a new account with its purse; returns its id."""
    account_id = secrets.token_hex(8)
    connection.execute(insert(accounts).values(id=account_id, name=name, created=now))
    new_purse(connection, money_purse(account_id), account_id=account_id, limited=not unlimited)
    return account_id


def account_id_of(connection: Connection, name: str) -> str:
    """The id of the account with this name or id; raises NotFound."""
    by_either = select(accounts.c.id).where((accounts.c.name == name) | (accounts.c.id == name))
    # The name wins, should one account be called like another's id.
    row = connection.execute(by_either.order_by(accounts.c.name != name)).first() if name.isprintable() else None
    if row is None:
        msg = f"There is no account {name!r}."
        raise NotFound(msg)
    return row.id


def parse_micros(text: str) -> int:
    """Read an amount of currency such as `12.50` as micro-units; raises InvalidField."""
    try:
        micros = Decimal(text) * MICROS
    except InvalidOperation:
        micros = Decimal("NaN")
    is_amount = micros.is_finite() and micros == micros.to_integral_value() and abs(micros) <= MAX_MICROS
    require(is_amount, "amount", "must be a number such as 12.50, with at most 6 decimals")
    return int(micros)


def format_micros(micros: int) -> str:
    """Micro-units as currency, with at least two decimals: 12500000 is `12.50`."""
    digits = f"{Decimal(micros) / MICROS:.6f}"
    whole, _, decimals = digits.partition(".")
    return f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}"


def _require_line(text: str, what: str) -> None:
    problem = f"must be 1 to {MAX_NAME_CHARS} printable characters, with no space at its ends"
    require(is_line(text, max_chars=MAX_NAME_CHARS), what, problem)


def _account(connection: Connection, account_id: str, period: str) -> Account:
    row = connection.execute(
        select(accounts.c.name, accounts.c.created, purses)
        .join(purses, purses.c.id == money_purse(account_id))
        .where(accounts.c.id == account_id)
    ).one()
    free = select(purses.c.model, purses.c.available)
    of_period = (purses.c.kind == Purse.FREE.value, purses.c.period == period)
    free = free.where(purses.c.account_id == account_id, *of_period).order_by(purses.c.id)
    free_left = {model: {period: available} for model, available in connection.execute(free)}
    return Account(
        id=account_id, name=row.name, unlimited=not row.limited, granted=row.granted, available=row.available,
        held=row.held, spent=row.spent, created=row.created, free_left=free_left,
    )  # fmt: skip


def _was_granted(connection: Connection, account_id: str, reference: str, amount: int) -> bool:
    same = (transfers.c.account_id == account_id, transfers.c.reference == reference)
    rows = connection.execute(
        select(entries.c.amount)
        .join(transfers, transfers.c.id == entries.c.transfer_id)
        .where(*same, entries.c.book == Book.AVAILABLE)
    ).all()
    if rows and rows[0].amount != amount:
        field = "reference"
        raise Clash(field, f"The reference {reference!r} was granted before, with another amount.")
    return bool(rows)


def _statement(connection: Connection, account_id: str, limit: int) -> list[Line]:
    def change(book: str):
        return func.sum(case((entries.c.book == book, entries.c.amount), else_=0))

    changes = (
        select(
            entries.c.transfer_id,
            change(Book.AVAILABLE).label("available"),
            change(Book.HELD).label("held"),
            change(Book.SPENT).label("spent"),
        )
        .where(entries.c.purse_id == money_purse(account_id))
        .group_by(entries.c.transfer_id)
        .subquery()
    )
    moved = [func.coalesce(changes.c[name], 0).label(name) for name in ("available", "held", "spent")]
    after = func.sum(moved[0].element).over(order_by=transfers.c.id).label("after")
    # Free pictures, and those of models without a price, move no money; but somebody may have paid for them.
    cost_something = (transfers.c.kind == "void") & (jobs.c.cost_micros > 0)
    concerns = changes.c.transfer_id.is_not(None) | (transfers.c.kind == "post") | cost_something
    rows = connection.execute(
        select(transfers, *moved, after, jobs.c.model, jobs.c.cost_micros)
        .outerjoin(changes, changes.c.transfer_id == transfers.c.id)
        .outerjoin(jobs, jobs.c.id == transfers.c.job_id)
        .where(transfers.c.account_id == account_id, concerns)
        .order_by(transfers.c.id.desc())
        .limit(limit)
    ).all()
    return [
        Line(
            id=row.id, created=row.created, kind=row.kind, available_change=int(row.available),
            held_change=int(row.held), spent_change=int(row.spent), available_after=int(row.after),
            cost=row.cost_micros if row.kind in ("post", "void") else None,
            job_id=row.job_id, model=row.model, pictures=row.pictures, reference=row.reference, note=row.note,
        )
        for row in reversed(rows)
    ]  # fmt: skip
