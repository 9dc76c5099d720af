"""`GET /v1/key`: what a caller may know of its own key, over the real ledger."""

import httpx
import pytest
from starlette.applications import Starlette

from easel.core.caller import Limits
from easel.core.job import Job
from easel.core.model_card import Cards
from easel.http.own_key import OwnKey
from easel.ledger.accounts import Accounts
from easel.ledger.charges import Period
from easel.ledger.credit import Credits
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys, Terms
from easel.models import load_cards
from easel.testing import FrozenClock

FLUX = "black-forest-labs/flux.1-dev"


@pytest.fixture
def clock():
    """A clock that stands still."""
    return FrozenClock()


@pytest.fixture
def cards() -> Cards:
    """The built-in model cards."""
    return load_cards()


@pytest.fixture
async def client(database, cards, clock):
    """A client of the route alone."""
    keys = Keys(database, clock=clock)
    app = Starlette(routes=OwnKey(keys, Credits(database, cards, period=Period.DAY, clock=clock).of).routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://easel.test") as opened:
        yield opened


async def ask(client: httpx.AsyncClient, secret: str) -> dict:
    """What is told of a key."""
    answer = await client.get("/v1/key", headers={"Authorization": f"Bearer {secret}"})
    return answer.raise_for_status().json()


async def test_no_limit(client, database, clock):
    """A key of an account without a limit has no number to tell."""
    made = await Keys(database, clock=clock).create("default", Terms(limits=Limits(requests_per_minute=3)))
    told = await ask(client, made.secret)

    assert (made.key.id, ["generate", "read"], [], None) == (
        told["id"], told["scopes"], told["models"], told["left_micros"],
    )  # fmt: skip


@pytest.mark.parametrize(("budget", "left"), [(None, 5_000_000), (2_000_000, 2_000_000), (9_000_000, 5_000_000)])
async def test_the_less_counts(budget, left, client, database, clock):
    """Of the account's balance and the key's own budget."""
    await Accounts(database).create("team")
    await Accounts(database).grant("team", 5_000_000)
    made = await Keys(database, clock=clock).create("team", Terms(budget=budget))

    assert left == (await ask(client, made.secret))["left_micros"]


async def test_what_is_held_is_not_left(client, database, cards, clock):
    """Money and free pictures that a job holds cannot be spent again; free pictures come back with the period."""
    await Accounts(database).create("team")
    await Accounts(database).grant("team", 5_000_000)
    keys = Keys(database, clock=clock)
    made = await keys.create("team", Terms(models=("image-01", FLUX)))
    caller = await keys.caller(made.secret)
    fresh = await ask(client, made.secret)
    jobs = Jobs(database, period=Period.DAY, clock=clock)
    for number, model in enumerate(("image-01", FLUX)):
        card = cards.find(model)
        await jobs.open(Job(id=f"{number}", model=model, dialect="cli", prompt="a cat", n=2), card, caller)
    held = await ask(client, made.secret)
    clock.tick(86_400)

    assert ({FLUX: 10}, {FLUX: 8}) == (fresh["free_left"], held["free_left"])
    assert 2 * cards.find("image-01").price_micros == fresh["left_micros"] - held["left_micros"]
    assert {FLUX: 10} == (await ask(client, made.secret))["free_left"]


async def test_every_scope_may_ask(client, database, clock):
    """A key without the scope `read` may know of itself; a wrong one and none are refused."""
    made = await Keys(database, clock=clock).create("default", Terms(scopes=("generate",)))
    wrong = await client.get("/v1/key", headers={"Authorization": "Bearer not-a-key-of-this-server"})
    none = await client.get("/v1/key")

    assert ["generate"] == (await ask(client, made.secret))["scopes"]
    assert ["invalid_api_key"] * 2 == [answer.json()["error"]["code"] for answer in (wrong, none)]
    assert [401, 401] == [answer.status_code for answer in (wrong, none)]
