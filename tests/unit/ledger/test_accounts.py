"""Accounts and their statements, on both databases."""

from dataclasses import replace

import pytest

from easel.core.errors import BalanceTooLow, Conflict, InvalidField, NotFound
from easel.ledger.accounts import Accounts, format_micros, parse_micros
from easel.ledger.jobs import Jobs
from unit.ledger.making import FREE, PRICE, PRICED, job, result


@pytest.mark.parametrize(
    ("text", "micros"), [("12.50", 12_500_000), ("-3", -3_000_000), ("0.000001", 1), ("1e3", 10**9), ("٣", 3_000_000)]
)
def test_amounts(text, micros):
    """Amounts are read exactly."""
    assert micros == parse_micros(text)


@pytest.mark.parametrize("text", ["", "x", "NaN", "inf", "0.0000001", "1e30", "1,5"])
def test_impossible_amounts(text):
    """An amount that micro-units cannot hold is refused, not rounded."""
    with pytest.raises(InvalidField):
        parse_micros(text)


@pytest.mark.parametrize(("micros", "text"), [(12_500_000, "12.50"), (3500, "0.0035"), (-1, "-0.000001"), (0, "0.00")])
def test_amounts_as_text(micros, text):
    """Amounts are shown exactly, with at least two decimals."""
    assert text == format_micros(micros)
    assert micros == parse_micros(text)


async def test_grants(database):
    """An account starts at 0; grants add up, and can be taken back as far as there is something."""
    accounts = Accounts(database)
    fresh = await accounts.create("team")
    await accounts.grant("team", 100)
    taken = await accounts.grant("team", -30, note="typing error")
    with pytest.raises(BalanceTooLow, match="taken back"):
        await accounts.grant(fresh.id, -71)

    assert (0, 0, False) == (fresh.granted, fresh.available, fresh.unlimited)
    assert (70, 70) == (taken.granted, taken.available)
    assert taken == await accounts.show(fresh.id)


async def test_a_payment_is_granted_once(database):
    """The same reference changes nothing the second time, and with another amount it is refused."""
    accounts = Accounts(database)
    await accounts.create("team")
    await accounts.create("other")
    for _ in range(2):
        await accounts.grant("team", 100, reference="payment-7")
    await accounts.grant("other", 5, reference="payment-7")
    with pytest.raises(Conflict):
        await accounts.grant("team", 101, reference="payment-7")

    assert [5, 100] == [account.available for account in await accounts.every()]


async def test_refusals(database):
    """Impossible names, amounts and references are told; a name is taken once."""
    accounts = Accounts(database)
    await accounts.create("team")
    with pytest.raises(Conflict):
        await accounts.create("team")
    for refused in (accounts.create(""), accounts.create("a\nb"), accounts.create(" team"), accounts.grant("team", 0),
                    accounts.grant("team", 10**16), accounts.grant("team", 1, reference="x" * 201)):  # fmt: skip
        with pytest.raises(InvalidField):
            await refused
    for refused in (accounts.show("nobody"), accounts.grant("nobody", 1), accounts.statement("\0")):
        with pytest.raises(NotFound):
            await refused


async def test_statement(database, caller_of):
    """A statement tells each transfer and what was available after it, the newest last."""
    jobs, one, two = Jobs(database), job(n=2), job()
    caller = await caller_of(money=10 * PRICE)
    await jobs.open(one, PRICED, caller)
    await jobs.settle(result(one, delivered=1))
    await jobs.open(two, PRICED, caller)
    await jobs.void(two, "TimedOut")
    lines = await Accounts(database).statement("payer")
    last = await Accounts(database).statement("payer", limit=2)

    assert [
        ("grant", 10, 0, 0, 10, None, None),
        ("hold", -2, 2, 0, 8, one.id, None),
        ("post", 1, -2, 1, 9, one.id, 1),
        ("hold", -1, 1, 0, 8, two.id, None),
        ("void", 1, -1, 0, 9, two.id, None),
    ] == [
        (line.kind, line.available_change // PRICE, line.held_change // PRICE, line.spent_change // PRICE,
         line.available_after // PRICE, line.job_id, line.pictures)
        for line in lines
    ]  # fmt: skip
    assert [None, "image-01"] == [lines[0].model, lines[1].model]
    assert lines[-2:] == last


async def test_costs(database, caller_of):
    """A statement tells what each job cost the operator, also where nobody was charged for it."""
    caller = await caller_of(money=10 * PRICE)
    jobs, done, failed = Jobs(database), job(n=2), job()
    await jobs.open(done, PRICED, caller)
    await jobs.settle(replace(result(done), cost_micros=5000))
    await jobs.open(failed, PRICED, caller)
    await jobs.void(failed, "PicturesBlocked", cost_micros=2500)

    lines = await Accounts(database).statement("payer")
    expected = [("grant", 0, None), ("hold", 0, None), ("post", 2 * PRICE, 5000), ("hold", 0, None), ("void", 0, 2500)]
    assert expected == [(line.kind, line.spent_change, line.cost) for line in lines]


async def test_what_was_free_is_in_the_statement(database, caller_of):
    """Free pictures move no money, but were delivered, and may have cost the operator; quotas are no transfers."""
    caller = await caller_of(money=10 * PRICE)
    jobs, free, failed, blocked, paid = Jobs(database), job(n=2), job(), job(), job()
    await jobs.open(free, FREE, caller)
    await jobs.settle(replace(result(free), cost_micros=5000))
    await jobs.open(failed, FREE, caller)
    await jobs.void(failed, "EngineFailed")
    await jobs.open(blocked, FREE, caller)
    await jobs.void(blocked, "PicturesBlocked", cost_micros=2500)
    await jobs.open(paid, PRICED, caller)
    await jobs.settle(result(paid))

    lines = await Accounts(database).statement("payer")
    expected = [
        ("grant", 10, None, None), ("post", 10, 2, 5000), ("void", 10, None, 2500), ("hold", 9, None, None),
        ("post", 9, 1, 0),
    ]  # fmt: skip
    assert expected == [(line.kind, line.available_after // PRICE, line.pictures, line.cost) for line in lines]
    assert [FREE.id] * 2 == [line.model for line in lines[1:3]]
