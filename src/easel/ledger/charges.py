"""What a job costs: hold before the work, then post what was delivered or void everything."""

import time
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, select

from easel.core.errors import BalanceTooLow, ModelCannot
from easel.core.model_card import ModelCard
from easel.ledger.money import (
    Book,
    Move,
    Transfer,
    free_purse,
    grant,
    lock_purse,
    money_purse,
    new_purse,
    post_transfer,
)
from easel.ledger.prepared import Prepared
from easel.ledger.schema import entries, keys, purses, transfers


class Period(StrEnum):
    """How often the free pictures of a model card come."""

    ONCE = "once"
    MONTH = "month"
    DAY = "day"

    def name_at(self, now: float) -> str:
        """The period that a time (seconds since 1970) is in, such as `2026-11`; in UTC."""
        pattern = {Period.ONCE: "once", Period.MONTH: "%Y-%m", Period.DAY: "%Y-%m-%d"}[self]
        return time.strftime(pattern, time.gmtime(now))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Who orders how many pictures of which model, when (seconds since 1970)."""

    job_id: str
    account_id: str
    key_id: str
    card: ModelCard
    n: int
    period: str
    now: int


@dataclass(frozen=True, slots=True)
class _Hold:
    """A job's hold as it is in the ledger: its transfer and what it holds of each purse."""

    transfer_id: int
    account_id: str
    held: dict[str, int]


def hold(connection: Connection, order: Order) -> None:
    """Hold what the job may cost at most: free pictures first, then money.

    Raises BalanceTooLow, or ModelCannot where money would be needed and the card has no price.
    """
    free = _free_pictures(connection, order)
    moves = []
    if free:
        purse_id = free_purse(order.account_id, order.card.id, order.period)
        moves.append(Move(purse_id, Book.AVAILABLE, Book.HELD, free))
    paid = order.n - free
    (budget,) = _BUDGET_PURSE.run(connection, {"key_id": order.key_id}).fetchone()
    if paid and order.card.price_micros is None:
        _refuse_without_price(connection, order, budget)
    cost = paid * (order.card.price_micros or 0)
    if cost:
        payers = [money_purse(order.account_id)] + ([budget] if budget else [])
        moves += [Move(purse_id, Book.AVAILABLE, Book.HELD, cost) for purse_id in payers]
    transfer = Transfer(kind="hold", account_id=order.account_id, job_id=order.job_id, created=order.now)
    post_transfer(connection, transfer, moves)


def post(connection: Connection, job_id: str, *, delivered: int, price_micros: int, now: int) -> int:
    """Charge the pictures that were delivered and give the rest of the hold back; returns the micro-units charged."""
    found = _hold_of(connection, job_id)
    free_held = sum(amount for purse_id, amount in found.held.items() if purse_id.startswith("free:"))
    free_used = min(free_held, delivered)
    charged = (delivered - free_used) * price_micros
    moves = []
    for purse_id, held in found.held.items():
        spent = free_used if purse_id.startswith("free:") else charged
        if spent > held:
            msg = f"job {job_id} would be charged {spent}, but only {held} are held in {purse_id}"
            raise ValueError(msg)
        moves += [Move(purse_id, Book.HELD, Book.SPENT, spent), Move(purse_id, Book.HELD, Book.AVAILABLE, held - spent)]
    transfer = Transfer(
        kind="post", account_id=found.account_id, job_id=job_id, resolves=found.transfer_id, pictures=delivered,
        created=now,
    )  # fmt: skip
    post_transfer(connection, transfer, moves)
    return charged


def void(connection: Connection, job_id: str, *, now: int) -> None:
    """Give a job's whole hold back to the purses that it came from, free pictures to their own period."""
    found = _hold_of(connection, job_id)
    moves = [Move(purse_id, Book.HELD, Book.AVAILABLE, held) for purse_id, held in found.held.items()]
    transfer = Transfer(
        kind="void", account_id=found.account_id, job_id=job_id, resolves=found.transfer_id, created=now
    )
    post_transfer(connection, transfer, moves)


def _free_pictures(connection: Connection, order: Order) -> int:
    """How many of the job's pictures are free. The period's quota is granted when it is first asked for."""
    if not order.card.free_pictures:
        return 0
    purse_id = free_purse(order.account_id, order.card.id, order.period)
    quota = {"account_id": order.account_id, "model": order.card.id, "period": order.period}
    if new_purse(connection, purse_id, limited=True, **quota):
        note = f"free pictures of {order.card.id}, {order.period}"
        transfer = Transfer(kind="grant", account_id=order.account_id, note=note, created=order.now)
        grant(connection, transfer, purse_id, amount=order.card.free_pictures)
    return min(lock_purse(connection, purse_id), order.n)


def _refuse_without_price(connection: Connection, order: Order, budget: str | None) -> None:
    """Nobody with a limit may use what has no price: 0 would be a guess, and the limit would mean nothing."""
    is_limited = select(purses.c.limited).where(purses.c.id == money_purse(order.account_id))
    if not (budget or connection.execute(is_limited).scalar_one()):
        return
    if order.card.free_pictures:
        msg = f"The free pictures of the model `{order.card.id}` are used up, and it has no price on this server."
        raise BalanceTooLow(msg)
    raise ModelCannot(order.card.id, "has no price on this server: only accounts without a limit may use it")


def _hold_of(connection: Connection, job_id: str) -> _Hold:
    rows = _HOLD.run(connection, {"job_id": job_id}).fetchall()
    transfer_id, account_id, _, _ = rows[0]
    return _Hold(transfer_id, account_id, {purse_id: amount for _, _, purse_id, amount in rows if purse_id})


_BUDGET_PURSE = Prepared(select(keys.c.budget_purse).where(keys.c.id == bindparam("key_id")))
#: A row for each purse that something is held of, one without a purse when nothing is.
_HOLD = Prepared(
    select(transfers.c.id, transfers.c.account_id, entries.c.purse_id, entries.c.amount)
    .outerjoin(entries, (entries.c.transfer_id == transfers.c.id) & (entries.c.book == Book.HELD.value))
    .where(transfers.c.job_id == bindparam("job_id"), transfers.c.kind == "hold")
)
