"""What a job costs: hold before the work, then post what was delivered or void everything."""

import time
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from easel.core.errors import BalanceTooLow, ModelCannot
from easel.core.model_card import ModelCard
from easel.ledger.money import (
    Book,
    Entry,
    Transfer,
    available_in,
    free_purse,
    grant,
    lock_purse,
    money_purse,
    move,
    new_purse,
    post_transfers,
    too_low,
)
from easel.ledger.prepared import Prepared
from easel.ledger.schema import entries, jobs, keys, purses, transfers


class Period(StrEnum):
    """How often the free pictures of a model card come."""

    ONCE = "once"
    MONTH = "month"
    DAY = "day"

    def name_at(self, now: float) -> str:
        """The period that a time (seconds since 1970) is in, such as `2026-11`; in UTC."""
        if self is Period.ONCE:
            return "once"
        return time.strftime("%Y-%m" if self is Period.MONTH else "%Y-%m-%d", time.gmtime(now))


class Order(NamedTuple):
    """Who orders how many pictures of which model, when (seconds since 1970)."""

    job_id: str
    account_id: str
    key_id: str
    card: ModelCard
    n: int
    period: str
    now: int


class Hold(NamedTuple):
    """A job's hold as it is in the ledger: its transfer and what it holds of each purse. It never changes."""

    transfer_id: int
    account_id: str
    price_micros: int
    held: Mapping[str, int]


class Delivery(NamedTuple):
    """How many of a job's pictures were delivered, when (seconds since 1970); its hold where that is known."""

    job_id: str
    pictures: int
    now: int
    hold: Hold | None = None


def hold(connection: Connection, orders: Sequence[Order]) -> list[Hold]:
    """Hold what each job may cost at most: free pictures first, then money; returns the holds.

    Raises BalanceTooLow, or ModelCannot where money would be needed and the card has no price.
    """
    budgets = {key_id: budget_purse(connection, key_id) for key_id in {order.key_id for order in orders}}
    free_left: dict[str, int] = {}
    postings = []
    for order in orders:
        transfer = Transfer(kind="hold", account_id=order.account_id, job_id=order.job_id, created=order.now)
        free = _take_free(connection, order, free_left)
        budget = budgets[order.key_id]
        if free < order.n and order.card.price_micros is None:
            _refuse_without_price(connection, order, budget, free)
        postings.append((transfer, _holding(order, free, budget)))
    return [
        Hold(transfer_id, order.account_id, order.card.price_micros or 0, _held(sides))
        for order, (_, sides), transfer_id in zip(orders, postings, post_transfers(connection, postings), strict=True)
    ]


def check_credit(connection: Connection, order: Order) -> None:
    """Raise what `hold` would raise at this moment: a look that changes nothing."""
    left = available_in(connection, free_purse(order.account_id, order.card.id, order.period))
    free = min(order.n, order.card.free_pictures if left is None else left) if order.card.free_pictures else 0
    if free == order.n:
        return
    budget = budget_purse(connection, order.key_id)
    if order.card.price_micros is None:
        _refuse_without_price(connection, order, budget, free)
        return
    cost = (order.n - free) * order.card.price_micros
    for purse_id in (budget, money_purse(order.account_id)):
        if purse_id is not None and available_in(connection, purse_id) < cost:
            raise too_low(purse_id)


def post(connection: Connection, deliveries: Sequence[Delivery]) -> None:
    """Charge the pictures that were delivered and give the rest of the holds back."""
    postings = []
    for delivery in deliveries:
        found = delivery.hold or _hold_of(connection, delivery.job_id)
        transfer = Transfer(
            kind="post", account_id=found.account_id, job_id=delivery.job_id, resolves=found.transfer_id,
            pictures=delivery.pictures, created=delivery.now,
        )  # fmt: skip
        postings.append((transfer, _charging(found, delivery)))
    post_transfers(connection, postings)


def void(connection: Connection, job_id: str, *, now: int) -> None:
    """Give a job's whole hold back to the purses that it came from, free pictures to their own period."""
    found = _hold_of(connection, job_id)
    sides = [
        entry for purse_id, held in found.held.items() for entry in move(purse_id, Book.HELD, Book.AVAILABLE, held)
    ]
    transfer = Transfer(
        kind="void", account_id=found.account_id, job_id=job_id, resolves=found.transfer_id, created=now
    )
    post_transfers(connection, [(transfer, sides)])


def budget_purse(connection: Connection, key_id: str) -> str | None:
    """The id of the purse with a key's own budget; None for a key without one."""
    return _BUDGET_PURSE.run(connection, {"key_id": key_id}).fetchone()[0]


def _holding(order: Order, free: int, budget: str | None) -> list[Entry]:
    sides = []
    if free:
        purse_id = free_purse(order.account_id, order.card.id, order.period)
        sides += move(purse_id, Book.AVAILABLE, Book.HELD, free)
    cost = (order.n - free) * (order.card.price_micros or 0)
    if cost:
        sides += move(money_purse(order.account_id), Book.AVAILABLE, Book.HELD, cost)
        if budget:
            sides += move(budget, Book.AVAILABLE, Book.HELD, cost)
    return sides


def _held(sides: Sequence[Entry]) -> dict[str, int]:
    return {entry.purse_id: entry.amount for entry in sides if entry.book == Book.HELD}


def _charging(found: Hold, delivery: Delivery) -> list[Entry]:
    free_held = sum(amount for purse_id, amount in found.held.items() if purse_id.startswith("free:"))
    free_used = min(free_held, delivery.pictures)
    charged = (delivery.pictures - free_used) * found.price_micros
    sides = []
    for purse_id, held in found.held.items():
        spent = free_used if purse_id.startswith("free:") else charged
        if spent > held:
            msg = f"job {delivery.job_id} would be charged {spent}, but only {held} are held in {purse_id}"
            raise ValueError(msg)
        sides += (
            Entry(purse_id, Book.HELD, -held),
            Entry(purse_id, Book.SPENT, spent),
            Entry(purse_id, Book.AVAILABLE, held - spent),
        )
    return sides


def _take_free(connection: Connection, order: Order, free_left: dict[str, int]) -> int:
    """How many of the job's pictures are free; they are taken from `free_left`, which knows the purses seen before."""
    if not order.card.free_pictures:
        return 0
    purse_id = free_purse(order.account_id, order.card.id, order.period)
    if purse_id not in free_left:
        free_left[purse_id] = _free_pictures(connection, order, purse_id)
    free = min(free_left[purse_id], order.n)
    free_left[purse_id] -= free
    return free


def _free_pictures(connection: Connection, order: Order, purse_id: str) -> int:
    """What is left of the period's quota, which is granted when it is first asked for."""
    left = lock_purse(connection, purse_id)
    if left is None:
        quota = {"account_id": order.account_id, "model": order.card.id, "period": order.period}
        if new_purse(connection, purse_id, limited=True, **quota):
            note = f"free pictures of {order.card.id}, {order.period}"
            transfer = Transfer(kind="grant", account_id=order.account_id, note=note, created=order.now)
            grant(connection, transfer, purse_id, amount=order.card.free_pictures)
        left = lock_purse(connection, purse_id)
    return left


def _refuse_without_price(connection: Connection, order: Order, budget: str | None, free: int) -> None:
    """Nobody with a limit may use what has no price: 0 would be a guess, and the limit would mean nothing.

    `free` pictures are left, which are too few.
    """
    is_limited = select(purses.c.limited).where(purses.c.id == money_purse(order.account_id))
    if not (budget or connection.execute(is_limited).scalar_one()):
        return
    if order.card.free_pictures:
        left = f"are down to {free}" if free else "are used up"
        msg = f"The free pictures of the model `{order.card.id}` {left}, and it has no price on this server."
        raise BalanceTooLow(msg)
    raise ModelCannot(order.card.id, "has no price on this server: only accounts without a limit may use it")


def _hold_of(connection: Connection, job_id: str) -> Hold:
    rows = _HOLD.run(connection, {"job_id": job_id}).fetchall()
    transfer_id, account_id, price_micros, _, _ = rows[0]
    held = {purse_id: amount for _, _, _, purse_id, amount in rows if purse_id}
    return Hold(transfer_id, account_id, price_micros, held)


_BUDGET_PURSE = Prepared(select(keys.c.budget_purse).where(keys.c.id == bindparam("key_id")))
#: A row for each purse that something is held of, one without a purse when nothing is.
_HOLD = Prepared(
    select(transfers.c.id, transfers.c.account_id, jobs.c.price_micros, entries.c.purse_id, entries.c.amount)
    .join(jobs, jobs.c.id == transfers.c.job_id)
    .outerjoin(entries, (entries.c.transfer_id == transfers.c.id) & (entries.c.book == Book.HELD))
    .where(transfers.c.job_id == bindparam("job_id"), transfers.c.kind == "hold")
)
