"""The delivery of webhooks, over an outbox in memory."""

import asyncio

from easel.core.job import Job
from easel.core.task import Webhook
from easel.models import load_cards
from easel.scheduling.delivery import AT_ONCE, AT_ONCE_PER_ACCOUNT, Delivery
from easel.scheduling.meter import Meter
from easel.testing import CALLER, FakeCourier, MemoryLedger, MemoryOutbox

CARD = load_cards().find("imagen-3")


class HangingCourier(FakeCourier):
    """One receiver answers only when it is let go."""

    def __init__(self):
        super().__init__()
        self.hanging, self.let_go = 0, asyncio.Event()

    async def post(self, url, body, headers):
        """The others answer at once."""
        if url == "https://hangs/":
            self.hanging += 1
            await self.let_go.wait()
        return await super().post(url, body, headers)


async def _outbox(*accounts: str) -> MemoryOutbox:
    """A task that has failed for each of these, and its webhook."""
    ledger = MemoryLedger()
    outbox = MemoryOutbox(ledger)
    for account_id in accounts:
        job = Job(model=CARD.id, dialect="openai", prompt="a cat")
        await ledger.open(job, CARD, CALLER, queued=True)
        await ledger.void(job, "EngineFailed")
        await outbox.add(Webhook(task_id=job.id, account_id=account_id, url=f"https://{account_id}/"))
    return outbox


async def _body(_: Webhook) -> bytes:
    return b"{}"


async def test_a_receiver_that_hangs_keeps_nobody_else_waiting():
    """There is always a place for another account's webhooks, and those of the first follow in their time."""
    courier, outbox = HangingCourier(), await _outbox(*["hangs"] * 2 * AT_ONCE, "other", "other")
    # Nothing is looked for again by the clock.
    delivering = asyncio.create_task(Delivery(outbox, courier, _body, meter=Meter(), poll_s=60).run())
    async with asyncio.timeout(5):
        while len(courier.posts) < 2:  # noqa: ASYNC110 (the courier tells nobody)
            await asyncio.sleep(0.001)
        hanging = courier.hanging
        courier.let_go.set()
        while outbox.webhooks:  # noqa: ASYNC110 (nor does the outbox)
            await asyncio.sleep(0.001)
    delivering.cancel()
    await asyncio.gather(delivering, return_exceptions=True)

    assert AT_ONCE_PER_ACCOUNT == hanging
    assert ["https://other/"] * 2 == [url for url, _, _ in courier.posts[:2]]
    assert 2 * AT_ONCE + 2 == len(courier.posts)
