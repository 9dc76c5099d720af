"""Sums over the whole ledger, for the operator's gauges."""

from sqlalchemy import Connection, func, select

from easel.ledger.schema import IS_QUEUED, jobs, purses


def totals(connection: Connection) -> dict[str, int]:
    """Tasks that wait (`tasks_waiting`), and the money `held` and `spent` in all accounts, in micro-units."""
    waiting = connection.execute(select(func.count()).where(jobs.c.status == IS_QUEUED)).scalar_one()
    money = select(func.coalesce(func.sum(purses.c.held), 0), func.coalesce(func.sum(purses.c.spent), 0))
    held, spent = connection.execute(money.where(purses.c.kind == "money")).one()
    return {"tasks_waiting": waiting, "held": int(held), "spent": int(spent)}
