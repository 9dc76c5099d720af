"""Delivers webhooks: each is posted, signed, until its receiver takes it or the attempts are used up."""

import asyncio
import hashlib
import hmac
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial

import structlog

from easel.core.errors import EaselError, NotFound
from easel.core.task import Courier, Outbox, Webhook
from easel.scheduling.meter import Meter
from easel.scheduling.sleep import sleep

log = structlog.get_logger(__name__)

POLL_S = 1.0
#: Waits after each failed attempt, about two and a half hours in all; then the webhook is given up.
WAITS_S = (5, 30, 120, 600, 1800, 3600, 3600)
JITTER = 0.2
#: Webhooks on their way at once, and those of one account: whose receiver hangs holds up nobody else's.
AT_ONCE, AT_ONCE_PER_ACCOUNT = 8, 6


def signature(secret: str, body: bytes, *, at: int) -> str:
    """`t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>` with the secret."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


class Delivery:
    """Posts what `render` makes of a task to its webhook. At least once: a receiver may be told twice."""

    def __init__(
        self,
        outbox: Outbox,
        courier: Courier,
        render: Callable[[Webhook], Awaitable[bytes]],
        *,
        meter: Meter,
        poll_s: float = POLL_S,
    ):
        self._outbox = outbox
        self._courier = courier
        self._render = render
        self._meter = meter
        self._poll_s = poll_s
        self._awake = asyncio.Event()
        self._under_way: Counter[str] = Counter()

    def wake(self) -> None:
        """A task has ended."""
        self._awake.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        slots = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as group:
            while True:
                await slots.acquire()
                webhook = await self._take()
                if webhook is None:
                    slots.release()
                    await sleep(self._awake, at_most_s=self._poll_s)
                    continue
                self._under_way[webhook.account_id] += 1
                delivering = group.create_task(self._deliver(webhook))
                delivering.add_done_callback(partial(self._done, webhook.account_id, slots))

    def _done(self, account_id: str, slots: asyncio.Semaphore, _delivering: asyncio.Task) -> None:
        if self._under_way[account_id] == AT_ONCE_PER_ACCOUNT:
            # More of this account may be taken now.
            self.wake()
        self._under_way -= Counter((account_id,))
        slots.release()

    async def _take(self) -> Webhook | None:
        busy = [account_id for account_id, count in self._under_way.items() if count >= AT_ONCE_PER_ACCOUNT]
        try:
            return await self._outbox.take(but_of=busy)
        except EaselError as error:
            log.warning("no webhook could be taken", error=type(error).__name__)
        except Exception:
            # The boundary: the delivery must outlive whatever it finds.
            log.exception("no webhook could be taken")
        return None

    async def _deliver(self, webhook: Webhook) -> None:
        try:
            outcome = await self._attempt(webhook)
            if outcome == "failed":
                wait_s = WAITS_S[webhook.attempts - 1] * random.uniform(1 - JITTER, 1 + JITTER)
                await self._outbox.postpone(webhook.task_id, wait_s=wait_s)
            else:
                await self._outbox.drop(webhook.task_id)
        except EaselError as error:
            # It is due again when the time for which it was taken has passed.
            log.warning("webhook not delivered", job=webhook.task_id, error=type(error).__name__)
            return
        except Exception:
            # The boundary: one webhook must not end the delivery of the others.
            log.exception("webhook failed", job=webhook.task_id)
            return
        self._meter.webhook(outcome)
        log.info("webhook", job=webhook.task_id, outcome=outcome, attempt=webhook.attempts)

    async def _attempt(self, webhook: Webhook) -> str:
        """delivered, failed (for now) or given up."""
        try:
            body = await self._render(webhook)
        except NotFound:
            return "given up"
        headers = {"Easel-Task": webhook.task_id}
        if webhook.secret:
            headers["Easel-Signature"] = signature(webhook.secret, body, at=int(time.time()))
        try:
            status = await self._courier.post(webhook.url, body, headers)
        except EaselError:
            status = 0
        if 200 <= status < 300:
            return "delivered"
        return "given up" if webhook.attempts > len(WAITS_S) else "failed"
