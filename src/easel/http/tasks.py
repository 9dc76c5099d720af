"""Tasks over HTTP: submitting them, asking for them, cancelling them, and what their webhooks are told."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from easel.core import errors
from easel.core.caller import Caller
from easel.core.errors import Clash, EaselError, NotFound
from easel.core.job import Job
from easel.core.ports import Fresh, JobRecord, Ledger, Repeats, Replay
from easel.core.result import Result
from easel.core.task import Cancellations, Courier, Outbox, Task, Webhook
from easel.dialects.wire import Dialect, WireRequest, WireResponse, ignored_header
from easel.http.wishes import Wishes, take_wishes
from easel.pipeline import Pipeline

#: Why a task can fail: its request was checked when it was submitted.
FAILURES = {
    kind.__name__: kind
    for kind in (
        errors.EngineFailed, errors.UpstreamFailed, errors.TimedOut, errors.ServerFull, errors.ServiceBusy,
        errors.ServiceAway, errors.PicturesBlocked, errors.PromptBlocked, errors.RateLimited, errors.Cancelled,
        errors.KeyRevoked,
    )
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Tasks:
    """Submits tasks, shows and cancels them. `on_submit` is told of each new one, `on_cancel` of each cancelled one."""

    dialects: Mapping[str, Dialect]
    pipeline: Pipeline
    ledger: Ledger
    repeats: Repeats
    outbox: Outbox
    courier: Courier
    on_submit: Callable[[], None]
    cancellations: Cancellations
    on_cancel: Callable[[], None]

    def read(self, wire: WireRequest, *, task: bool) -> tuple[WireRequest, Wishes]:
        """What a request wishes of the server, and the rest of it for its dialect; raises InvalidField."""
        return take_wishes(wire, task=task, check_url=self.courier.check)

    async def submit(
        self, dialect: Dialect, job: Job, caller: Caller, wishes: Wishes, known: Fresh | Replay
    ) -> WireResponse:
        """Queue the job, or find the task that the same request was answered with before."""
        if isinstance(known, Replay):
            task = await self._task(known.job_id, caller, job.base_url)
        else:
            job = replace(job, stream=False, partial_images=0)
            await self._open(job, caller, wishes, known)
            self.on_submit()
            record = JobRecord(job.id, job.model, "queued", int(time.time()))
            task = Task(record=record, status_url=_status_url(job.base_url, job.id))
        response = dialect.encode_task(task, job.id)
        headers = {
            **response.headers,
            **ignored_header(job),
            "Location": task.status_url,
            "Preference-Applied": "respond-async",
        }
        return replace(response, status=dialect.accepted_status, headers=headers)

    async def show(
        self, task_id: str, caller: Caller, request_id: str, *, base_url: str, dialect: Dialect | None = None
    ) -> WireResponse:
        """The task in a dialect's shape, by default that of the one it was submitted in; raises NotFound."""
        task = await self._task(task_id, caller, base_url)
        return (dialect or self._submitter(task)).encode_task(task, request_id)

    async def cancel(self, task_id: str, caller: Caller, request_id: str, *, base_url: str) -> WireResponse:
        """End a task and show it, again and again; HTTP 409 when it has ended otherwise. Raises NotFound."""
        try:
            if await self.cancellations.cancel(task_id, caller):
                self.pipeline.meter.task("cancelled")
                self.on_cancel()
        except Clash as error:
            dialect = self._submitter(await self._task(task_id, caller, base_url))
            # MiniMax's own errors are HTTP 200; this route is none of its.
            return replace(dialect.encode_error(error, request_id), status=HTTPStatus.CONFLICT)
        return await self.show(task_id, caller, request_id, base_url=base_url)

    async def told(self, webhook: Webhook) -> bytes:
        """What a webhook is sent: the same JSON that its owner gets when asking; raises NotFound."""
        caller = Caller(account_id=webhook.account_id, key_id="")
        return (await self.show(webhook.task_id, caller, webhook.task_id, base_url=webhook.base_url)).body

    async def _open(self, job: Job, caller: Caller, wishes: Wishes, fresh: Fresh) -> None:
        """The webhook is kept before the task exists, so that no task goes without."""
        if wishes.webhook_url is None:
            await self.pipeline.submit(job, caller, fresh=fresh)
            return
        webhook = Webhook(
            task_id=job.id, account_id=caller.account_id, url=wishes.webhook_url, secret=wishes.webhook_secret,
            base_url=job.base_url,
        )  # fmt: skip
        await self.outbox.add(webhook)
        try:
            await self.pipeline.submit(job, caller, fresh=fresh)
        except EaselError:
            await self.outbox.drop(job.id)
            raise

    async def _task(self, task_id: str, caller: Caller, base_url: str) -> Task:
        record = await self.ledger.find(task_id, caller)
        result = error = None
        if record.status == "succeeded":
            result = await self._result(record, caller)
        elif record.status == "failed":
            error = FAILURES.get(record.error or "", errors.EngineFailed)()
        return Task(record=record, status_url=_status_url(base_url, task_id), result=result, error=error)

    async def _result(self, record: JobRecord, caller: Caller) -> Result | None:
        try:
            result = await self.repeats.answer(Replay(record.id), caller)
        except NotFound:
            # Answers are kept for a day, the pictures' URLs for as long as the ledger.
            return None
        return await self.pipeline.again(result) if result.job.inline else result

    def _submitter(self, task: Task) -> Dialect:
        """The dialect is in the id of a task; that of another job is asked for by its answer."""
        name = task.record.id.rpartition("-")[0]
        if name not in self.dialects:
            name = task.result.job.dialect if task.result else "openai"
        return self.dialects[name]


def _status_url(base_url: str, task_id: str) -> str:
    return f"{base_url}/v1/tasks/{task_id}"
