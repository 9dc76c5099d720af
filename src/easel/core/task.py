"""Tasks: jobs that outlive their request, and the webhooks that tell when they have ended."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from easel.core.caller import Caller
from easel.core.errors import EaselError
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import Fresh, JobRecord, Ledger
from easel.core.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A job as its owner finds it. `status_url` is where to ask again.

    `result` is what it was answered with, None unless it succeeded (or once that is forgotten, after a day);
    `error` is why it failed.
    """

    record: JobRecord
    status_url: str
    result: Result | None = None
    error: EaselError | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A task that this process has to work on now, and for whom. Its references are not decoded."""

    job: Job
    caller: Caller


class TaskLedger(Ledger, Protocol):
    """A ledger that also keeps tasks until a worker takes them."""

    async def open(
        self, job: Job, card: ModelCard, caller: Caller, *, fresh: Fresh | None = None, queued: bool = False
    ) -> None:
        """As Ledger; `queued` leaves the job to whoever claims it."""

    async def claim(self) -> Claim | None:
        """The waiting task whose turn it is, with a lease; None when there is none. The keys take turns."""

    async def once(self, job: Job) -> None:
        """From now on a claimed task may have been paid for elsewhere: it is never taken over, unless by `retry`."""

    async def retry(self, job: Job) -> bool:
        """Let a claimed task wait for another attempt; False, and nothing changes, when this was its last one."""

    async def spend(self, job: Job, cost_micros: int) -> None:
        """Add what a claimed task has cost the operator so far, whatever becomes of it: its work was cancelled."""


class Cancellations(Protocol):
    """Ends tasks that nobody wants any more."""

    async def cancel(self, task_id: str, caller: Caller) -> bool:
        """End one of the caller's own tasks and give its hold back; False when it was cancelled before.

        Raises NotFound, and Clash when it has ended otherwise.
        """

    async def among(self, task_ids: Collection[str]) -> list[str]:
        """Which of these tasks have been cancelled, by whichever process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Whom to tell that a task has ended. `attempts` counts the tries, with this one."""

    task_id: str
    account_id: str
    url: str
    secret: str | None = None
    base_url: str = ""
    attempts: int = 0


class Outbox(Protocol):
    """Keeps webhooks until they have been delivered."""

    async def add(self, webhook: Webhook) -> None:
        """Keep a webhook; it is due as soon as its task has ended."""

    async def take(self, *, but_of: Collection[str] = ()) -> Webhook | None:
        """One that is due, for this process alone for a minute; None when there is none, `but_of` these accounts."""

    async def postpone(self, task_id: str, *, wait_s: float) -> None:
        """Make it due again after `wait_s` seconds."""

    async def drop(self, task_id: str) -> None:
        """Forget it."""


class Courier(Protocol):
    """Posts to users' URLs under the operator's rules."""

    def check(self, url: str) -> None:
        """Raise InvalidField unless the URL may be posted to, as far as its text tells."""

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """Post JSON and return the HTTP status, without following redirects; raises UpstreamFailed."""
