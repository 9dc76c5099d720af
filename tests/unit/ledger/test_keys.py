"""API keys, on both databases."""

import pytest

from easel.admission.revoked import RevokedGate
from easel.core.caller import Limits
from easel.core.errors import BalanceTooLow, Conflict, InvalidField, KeyRevoked, KeyWrong, NotFound
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys, Terms
from easel.ledger.secret import hint, is_acceptable, is_misspelt, new_key
from unit.ledger.making import PRICE, PRICED, job, result


def test_new_keys_have_a_checksum():
    """A key that was misread in one place is known without the database."""
    key = new_key()
    broken = key[:-1] + ("a" if key[-1] != "a" else "b")

    assert not is_misspelt(key)
    assert is_misspelt(broken)
    assert not is_misspelt("a-key-that-an-operator-brought")


def test_hints_tell_little():
    """A list shows four characters of a key; of ours also the prefix that all of them have."""
    assert "…1234" == hint("sk-0123456789-1234")
    assert "easel_…" == hint(new_key())[:-4]


@pytest.mark.parametrize(
    ("secret", "fits"),
    [("x" * 15, False), ("x" * 16, True), ("é" * 200, True), ("x" * 201, False), ("with a space in it", True),
     (" space-at-the-start", False), ("control\x07character", False), ("easel_" + "0" * 36, False)],
)  # fmt: skip
def test_keys_that_operators_bring(secret, fits):
    """16 to 200 printable characters; one that looks like ours must have the right checksum."""
    assert fits == is_acceptable(secret)


async def test_bootstrap_once(database):
    """The first start makes a key and shows it; the second shows nothing."""
    keys = Keys(database)
    secret = keys.bootstrap(None)

    assert secret.startswith("easel_")
    assert keys.bootstrap(None) is None
    assert (await keys.caller(secret)).scopes >= {"generate"}
    assert (await Accounts(database).show("default")).unlimited


async def test_bootstrap_with_the_operators_key(database):
    """A key that the operator brings works beside the one that is there, and is added once."""
    keys = Keys(database)
    first = keys.bootstrap(None)

    assert "sk-brought-by-the-operator" == keys.bootstrap("sk-brought-by-the-operator")
    assert keys.bootstrap("sk-brought-by-the-operator") is None
    one, two = await keys.caller(first), await keys.caller("sk-brought-by-the-operator")
    assert one.account_id == two.account_id


def test_bootstrap_with_a_misspelt_key(database):
    """A first key that could never work is refused at the start, not at every request."""
    with pytest.raises(ValueError, match="misspelt"):
        Keys(database).bootstrap("easel_" + "0" * 36)


@pytest.mark.parametrize(
    "secret", ["", "x" * 300, "' OR 1=1 --", "\x00", "\ud800", "easel_" + "0" * 36, "easel_" + "é" * 36]
)
async def test_wrong_keys(database, secret):
    """Whatever is sent, a wrong key is just wrong."""
    with pytest.raises(KeyWrong):
        await Keys(database).caller(secret)


async def test_a_misspelt_key_asks_nobody(database, monkeypatch):
    """A key whose checksum is wrong is refused without the database; any other is looked up."""
    asked = []
    read = database.read
    monkeypatch.setattr(database, "read", lambda work: asked.append(work) or read(work))
    for secret in ("easel_" + "0" * 36, "an operator's key"):
        with pytest.raises(KeyWrong):
            await Keys(database).caller(secret)

    assert 1 == len(asked)


def test_keys_are_not_kept(tmp_path):
    """The database holds no key."""
    database = Database(tmp_path / "easel.sqlite")
    database.migrate()
    secret = Keys(database).bootstrap(None)
    database.close()

    assert all(secret.encode() not in file.read_bytes() for file in tmp_path.iterdir())


async def test_terms(database):
    """A key's caller carries what it may do, and its list entry shows it."""
    keys, limits = Keys(database), Limits(requests_per_minute=3, pictures_per_minute=9, concurrent_jobs=2)
    await Accounts(database).create("team")
    terms = Terms(label="ci", scopes=["read", "admin"], models=["image-01"], limits=limits, budget=PRICE)
    made = await keys.create("team", terms)
    caller = await keys.caller(made.secret)
    (listed,) = await keys.every()

    assert ({"read", "admin"}, {"image-01"}, limits) == (caller.scopes, caller.models, caller.limits)
    assert made.key == listed
    assert ("team", "ci", ("admin", "read"), PRICE) == (listed.account, listed.label, listed.scopes, listed.budget_left)


async def test_expiry(database, clock):
    """A key ends at its second, even when it was just looked up."""
    keys = Keys(database, clock=clock)
    keys.bootstrap(None)
    made = await keys.create("default", Terms(expires=int(clock()) + 2))
    clock.tick(1.9)
    await keys.caller(made.secret)
    clock.tick(0.1)
    with pytest.raises(KeyWrong):
        await keys.caller(made.secret)


async def test_revocation_is_seen_by_every_process(database, where, clock):
    """The process that revokes a key refuses it at once, every other one within 5 s."""
    here, there = Keys(database, clock=clock), Keys(database, clock=clock)
    secret = here.bootstrap(None)
    key_id = (await here.caller(secret)).key_id
    await there.caller(secret)
    revoked = await here.revoke(key_id)
    with pytest.raises(KeyWrong):
        await here.caller(secret)
    clock.tick(5)
    with pytest.raises(KeyWrong):
        await there.caller(secret)

    assert int(clock()) - 5 == revoked.revoked
    assert revoked == await here.revoke(key_id)


async def test_tasks_of_a_revoked_key(database, clock):
    """A waiting task is refused once its key is revoked, but not because the key has expired."""
    keys = Keys(database, clock=clock)
    keys.bootstrap(None)
    gate = RevokedGate(keys)
    made = await keys.create("default", Terms(expires=int(clock()) + 1))
    caller = await keys.caller(made.secret)
    clock.tick(5)
    await gate.admit(job(), PRICED, caller)
    await keys.revoke(caller.key_id)
    with pytest.raises(KeyRevoked):
        await gate.admit(job(), PRICED, caller)


async def test_a_clock_set_back_prolongs_nothing(database, clock):
    """A key that was revoked is not believed for longer because the clock went back."""
    here, there = Keys(database, clock=clock), Keys(database, clock=clock)
    secret = here.bootstrap(None)
    await here.revoke((await there.caller(secret)).key_id)
    clock.tick(-3600)
    with pytest.raises(KeyWrong):
        await there.caller(secret)


async def test_rotation(database, clock):
    """Two keys work during the overlap, on the same terms and the same budget; then only the new one does."""
    keys = Keys(database, clock=clock)
    await Accounts(database).create("team")
    old = await keys.create("team", Terms(models=["image-01"], budget=5))
    new = await keys.rotate(old.key.id, overlap_s=60)
    one, two = await keys.caller(old.secret), await keys.caller(new.secret)
    clock.tick(60)
    with pytest.raises(KeyWrong):
        await keys.caller(old.secret)
    with pytest.raises(Conflict, match="ended"):
        await keys.rotate(old.key.id, overlap_s=60)

    assert old.secret != new.secret
    assert (one.account_id, one.models) == (two.account_id, two.models)
    assert 5 == new.key.budget_left
    assert two == await keys.caller(new.secret)


async def test_change(database, clock):
    """What is named changes, the rest stays; every process goes by it within 5 s, the one that changed it at once."""
    here, there = Keys(database, clock=clock), Keys(database, clock=clock)
    await Accounts(database).create("team")
    terms = Terms(label="shop", models=["image-01"], limits=Limits(requests_per_minute=9, concurrent_jobs=2))
    made = await here.create("team", terms)
    await there.caller(made.secret)
    changed = await here.change(made.key.id, {"requests_per_minute": 90, "concurrent_jobs": None, "models": []})
    seen = (await here.caller(made.secret), await there.caller(made.secret))
    clock.tick(5)

    assert Limits(requests_per_minute=90) == changed.limits == seen[0].limits
    assert ("shop", (), None) == (changed.label, changed.models, changed.budget_left)
    assert frozenset() == seen[0].models
    assert terms.limits == seen[1].limits
    assert seen[0] == await there.caller(made.secret)
    assert [changed] == await here.every("team")


async def test_change_of_a_budget(database, caller_of):
    """A budget is what is left from now on; it can be taken away and set again, and the books agree throughout."""
    keys, jobs = Keys(database), Jobs(database)
    caller = await caller_of(money=20 * PRICE, budget=PRICE)
    spent = job()
    await jobs.open(spent, PRICED, caller)
    await jobs.settle(result(spent))
    left = []
    for budget in (3 * PRICE, PRICE, PRICE, None, 2 * PRICE):
        left.append((await keys.change(caller.key_id, {"budget": budget})).budget_left)
    await jobs.open(job(n=2), PRICED, caller)
    with pytest.raises(BalanceTooLow, match="budget of this key"):
        await jobs.open(job(), PRICED, caller)

    assert [3 * PRICE, PRICE, PRICE, None, 2 * PRICE] == left
    assert [] == audit(database)


async def test_change_of_a_key_that_has_ended(database, clock):
    """One that has expired can be given more time, one that was revoked stays as it is."""
    keys = Keys(database, clock=clock)
    made = await keys.create("default", Terms(expires=int(clock()) + 1))
    clock.tick(5)
    await keys.change(made.key.id, {"label": "late"})
    with pytest.raises(InvalidField, match="future"):
        await keys.change(made.key.id, {"expires": int(clock())})
    await keys.change(made.key.id, {"expires": None})
    alive = await keys.caller(made.secret)
    await keys.revoke(made.key.id)
    with pytest.raises(Conflict, match="revoked"):
        await keys.change(made.key.id, {"label": "x"})

    assert made.key.id == alive.key_id


async def test_refusals(database):
    """What cannot be is told: no such account, key or scope, or a key that is there already."""
    keys = Keys(database)
    secret = keys.bootstrap(None)
    for terms in (Terms(scopes=["paint"]), Terms(scopes=[]), Terms(expires=5), Terms(budget=-1), Terms(label="a\nb"),
                  Terms(limits=Limits(requests_per_minute=-1))):  # fmt: skip
        with pytest.raises(InvalidField):
            await keys.create("default", terms)
    with pytest.raises(InvalidField):
        await keys.create("default", Terms(), secret="too-short")
    with pytest.raises(Conflict):
        await keys.create("default", Terms(), secret=secret)
    for refused in (
        keys.create("nobody", Terms()),
        keys.change("nothing", {"label": ""}),
        keys.revoke("nothing"),
        keys.rotate("\0", overlap_s=0),
    ):
        with pytest.raises(NotFound):
            await refused
