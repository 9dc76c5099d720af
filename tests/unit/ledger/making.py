"""Payers, jobs, cards and results for the ledger's tests."""

from dataclasses import replace

from sqlalchemy import select

from easel.core.image import Size
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.result import Picture, Result
from easel.ledger.accounts import Accounts
from easel.ledger.database import Database
from easel.ledger.keys import Keys, Terms
from easel.ledger.schema import purses
from easel.models import load_cards

PRICED = load_cards().find("image-01")
#: Ten free pictures, and no price.
FREE = load_cards().find("black-forest-labs/flux.1-dev")
PRICE = PRICED.price_micros


async def payer(database: Database, *, name: str = "payer", money: int = 0, unlimited: bool = False, **terms: object):
    """A new account with some money, and a key on these terms; returns the key's holder."""
    accounts, keys = Accounts(database), Keys(database)
    await accounts.create(name, unlimited=unlimited)
    if money:
        await accounts.grant(name, money)
    return await keys.caller((await keys.create(name, Terms(**terms))).secret)


def card(**changes: object) -> ModelCard:
    """The card of `image-01` with another price or free quota."""
    return replace(PRICED, **changes)


def job(n: int = 1, **wishes: object) -> Job:
    """A job for n pictures."""
    wishes = {"model": "image-01", "dialect": "minimax", "prompt": "a cat", "size": Size(8, 8), **wishes}
    return Job(n=n, **wishes).with_seeds()


def result(of: Job, delivered: int | None = None) -> Result:
    """A job's result with the first `delivered` of its pictures, all by default."""
    count = of.n if delivered is None else delivered
    pictures = tuple(
        Picture(index=i, artifact=f"{of.id}-{i}", url=f"http://x/{of.id}/{i}", data=b"picture", media_type="image/png",
                size=of.size, seed=of.seeds[i], prompt=of.prompt, unpainted=("gloaming",))
        for i in range(count)
    )  # fmt: skip
    return Result(job=of, pictures=pictures, failed=of.n - count, created=1_700_000_000)


def free_left(database: Database) -> dict[str, int]:
    """What is left of the free pictures in each period that there has been, whatever the model."""
    chosen = select(purses.c.period, purses.c.available).where(purses.c.kind == "free")
    return database.read_now(lambda connection: dict(list(connection.execute(chosen))))
