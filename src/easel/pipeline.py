"""The path of one picture: gates, intake, ledger, queue, engine, finishing, storage, ledger."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from functools import partial

import structlog

from easel.core.caller import Caller
from easel.core.errors import (
    EaselError,
    EngineFailed,
    PicturesBlocked,
    ServerFull,
    TimedOut,
    UpstreamFailed,
    UrlExpired,
)
from easel.core.job import Job, Role
from easel.core.model_card import Cards, ModelCard
from easel.core.ports import Finished, Finisher, Fresh, Gate, Intake, Moderator, Store
from easel.core.result import Event, Painted, PaintedFile, Partial, PartialPicture, Picture, Result, Started
from easel.core.task import Claim, TaskLedger
from easel.core.threads import threaded
from easel.scheduling.fair_queue import FairQueue
from easel.scheduling.forecast import cost_of
from easel.scheduling.meter import Meter
from easel.scheduling.router import Router

log = structlog.get_logger(__name__)

Emit = Callable[[Event], Awaitable[None]]

#: What may have passed when a task is tried again. Not what an upstream service failed with: it may have begun.
PASSING = (EngineFailed, ServerFull)

NO_ROOM = "This server has no room left to keep pictures."
#: Somebody has to make room, or pictures have to expire.
NO_ROOM_RETRY_S = 60
#: From so many seconds of waiting on the ledger is asked beforehand; a shorter wait ends before that would matter.
LONG_WAIT_S = 0.5


@dataclass(frozen=True, kw_only=True)
class Pipeline:
    """Everything a job meets on its way, in order."""

    cards: Cards
    gates: Sequence[Gate]
    intake: Intake
    ledger: TaskLedger
    queue: FairQueue
    router: Router
    moderator: Moderator
    finisher: Finisher
    store: Store
    job_timeout_s: float
    meter: Meter = field(default_factory=Meter)
    #: What a task passes once more when its turn has come: much may have happened since it was queued.
    task_gates: Sequence[Gate] = ()

    async def run(self, job: Job, caller: Caller, emit: Emit, *, fresh: Fresh | None = None) -> Result:
        """Make the job's pictures. `emit` gets Started, then partial pictures, as they come.

        `fresh` is what the request is recognised by if it comes again. Raises an EaselError; nothing is charged then.
        Cancelling the task gives the hold back as well, until the finished pictures are being written down.
        """
        # Before anything that costs: whoever is refused for want of room is refused at once, and not counted.
        self.queue.check(caller, self.cards.find(job.model).id)
        card = await self._admit(job, caller)
        # Reference images are decoded only when it is the job's turn: waiting jobs hold no pixels.
        async with self.queue.slot(caller, card.id, cost_of(job, card)):
            job = await self._prepared(job, card)
            with self.meter.step("ledger"):
                await self.ledger.open(job, card, caller, fresh=fresh)
            return await self._charged(job, card, emit)

    async def submit(self, job: Job, caller: Caller, *, fresh: Fresh | None = None) -> None:
        """Leave the job to a worker as a task; raises what `run` raises before it begins to paint.

        The files of its references are fetched and checked now: a task never needs their addresses again.
        """
        card = await self._admit(job, caller)
        await self.ledger.open(await self._prepared(job, card), card, caller, fresh=fresh, queued=True)

    async def perform(self, claim: Claim) -> str:
        """Paint a claimed task and write down how it ended: `succeeded`, `failed` or `tried again` later.

        Cancelled, it writes only what its pictures have cost so far: its lease ends, and another worker takes it over.
        """
        job, bill = claim.job, Bill()
        try:
            result = await self._in_time(self._perform(claim, bill))
        except asyncio.CancelledError:
            await _uninterrupted(self._spent(job, bill))
            raise
        except PASSING as failure:
            error = type(failure).__name__
            if await self.ledger.retry(job):
                log.info("task tried again", job=job.id, error=error)
                return "tried again"
        except EaselError as failure:
            error = type(failure).__name__
        except Exception:
            # A fault of ours would happen again: the task ends, and its hold with it.
            log.exception("internal error", job=job.id)
            error = EngineFailed.__name__
        else:
            await _uninterrupted(self.ledger.settle(result))
            return "succeeded"
        log.info("task failed", job=job.id, error=error)
        await _uninterrupted(self.ledger.void(job, error, cost_micros=bill.cost_micros))
        return "failed"

    async def _perform(self, claim: Claim, bill: "Bill") -> Result:
        job = claim.job
        card = self.cards.find(job.model)
        for gate in self.task_gates:
            await gate.admit(job, card, claim.caller)
        before_paid = partial(self.ledger.once, job)
        return await self._paint(await self.intake.resolve(job), card, ignore, bill, before_paid=before_paid)

    async def _spent(self, job: Job, bill: "Bill") -> None:
        if bill.cost_micros:
            try:
                await self.ledger.spend(job, bill.cost_micros)
            except EaselError as failure:
                # The database is away: the row says less than was paid.
                log.warning("cost lost", job=job.id, cost_micros=bill.cost_micros, error=type(failure).__name__)

    async def _admit(self, job: Job, caller: Caller) -> ModelCard:
        if not self.store.has_room:
            # Before anything is painted, or paid for elsewhere, that could not be kept.
            raise ServerFull(NO_ROOM, retry_after_s=NO_ROOM_RETRY_S)
        card = self.cards.find(job.model)
        for gate in self.gates:
            await gate.admit(job, card, caller)
        if job.references or self.queue.wait_s(caller.key_id) > LONG_WAIT_S:
            # Nobody should wait to hear that the money is short. Only `open` decides.
            await self.ledger.afford(job, card, caller)
        return card

    async def _prepared(self, job: Job, card: ModelCard) -> Job:
        with self.meter.step("intake"):
            return sized(await self.intake.resolve(job), card).with_seeds()

    async def again(self, result: Result) -> Result:
        """An earlier result with its pictures' bytes; raises UrlExpired when they have gone."""
        pictures = []
        for picture in result.pictures:
            data = await self.store.own(picture.url)
            if data is None:
                raise UrlExpired
            pictures.append(replace(picture, data=data))
        return replace(result, pictures=tuple(pictures))

    async def _charged(self, job: Job, card: ModelCard, emit: Emit) -> Result:
        """Paint a job whose hold is open: settle it, or void it whatever goes wrong."""
        bill = Bill()
        try:
            await emit(Started(job))
            result = await self._in_time(self._paint(job, card, emit, bill))
        except BaseException as error:
            # Cancelled, or a fault of ours, too: whatever it was, the hold must not outlive the job.
            await _uninterrupted(self.ledger.void(job, type(error).__name__, cost_micros=bill.cost_micros))
            raise
        with self.meter.step("ledger"):
            await _uninterrupted(self.ledger.settle(result))
        return result

    async def _in_time(self, work: Coroutine[None, None, Result]) -> Result:
        """Do it, or raise TimedOut."""
        try:
            async with asyncio.timeout(self.job_timeout_s):
                return await work
        except TimeoutError:
            raise TimedOut from None

    async def _paint(
        self, job: Job, card: ModelCard, emit: Emit, bill: "Bill", **options: Callable[[], Awaitable[None]]
    ) -> Result:
        began = since = time.perf_counter()
        pictures: list[Picture] = []
        damage = PicturesBlocked()
        async with aclosing(self.router.generate(job, card, **options)) as events:
            async for event in events:
                self.meter.observe("paint", time.perf_counter() - since)
                if isinstance(event, Partial):
                    await self._show(event, job, emit)
                else:
                    bill.add(event)
                    try:
                        pictures += await self._picture(event, job, card)
                    except UpstreamFailed as error:
                        # The other pictures may be good.
                        damage = error
                since = time.perf_counter()
        if not pictures:
            raise damage
        pictures.sort(key=lambda picture: picture.index)
        seconds = time.perf_counter() - began
        failed = job.n - len(pictures)
        self.meter.job(job.model, pictures=len(pictures), failed=failed, seconds=seconds)
        log.info("job done", job=job.id, model=job.model, pictures=len(pictures), size=str(job.size),
                 seconds=round(seconds, 3))  # fmt: skip
        if ignored := tuple(_wire_names(bill.ignored, job)):
            job = replace(job, ignored=(*job.ignored, *ignored))
        return Result(
            job=job, pictures=tuple(pictures), failed=failed, created=int(time.time()), cost_micros=bill.cost_micros
        )

    async def _show(self, partial: Partial, job: Job, emit: Emit) -> None:
        """Emit an unfinished picture, unless it is blocked."""
        if await self._blocked(partial, job):
            return
        encoded = await asyncio.to_thread(self.finisher.preview, partial.image, job)
        size = partial.image.size
        await emit(PartialPicture(partial.index, partial.stage, encoded.data, encoded.media_type, size))

    async def _blocked(self, event: Partial | Painted, job: Job) -> bool:
        """Does a picture, finished or not, break the content policy?"""
        with self.meter.step("moderate"):
            categories = await self.moderator.judge_picture(event.image)
        if categories:
            log.info("picture blocked", job=job.id, index=event.index, categories=list(categories))
        return bool(categories)

    async def _picture(self, event: Painted | PaintedFile, job: Job, card: ModelCard) -> list[Picture]:
        """The finished, stored picture; nothing if it is blocked. Raises UpstreamFailed when a file is damaged."""
        finished = None
        if isinstance(event, PaintedFile):
            with self.meter.step("finish"):
                finished = await threaded(len(event.data), self.finisher.keep, event, job)
            if finished is not None and not self.moderator.looks:
                # Only the labelled copy is wanted now; the file as it came would wait for the disk with it.
                event.data = b""
        # A file is decoded only where somebody needs its pixels.
        if finished is None or self.moderator.looks:
            painted = await self.intake.develop(event) if isinstance(event, PaintedFile) else event
            if await self._blocked(painted, job):
                return []
            finished = finished or await self._finished(painted, job)
        with self.meter.step("store"):
            stored = await self.store.put(finished.encoded, lifetime_s=card.url_lifetime_s)
        picture = Picture(
            index=event.index,
            artifact=stored.artifact,
            url=job.base_url + stored.path,
            data=finished.encoded.data,
            media_type=finished.encoded.media_type,
            size=finished.size,
            seed=event.seed,
            prompt=event.prompt,
            unpainted=event.unpainted if isinstance(event, Painted) else (),
        )
        return [picture]

    async def _finished(self, painted: Painted, job: Job) -> Finished:
        with self.meter.step("finish"):
            encoded = await asyncio.to_thread(self.finisher.finish, painted, job)
        return Finished(encoded, painted.image.size)


@dataclass(slots=True)
class Bill:
    """What a job's pictures cost the operator, delivered or not, and what of the job their engine had no use for."""

    cost_micros: int = 0
    ignored: tuple[str, ...] = ()

    def add(self, event: Painted | PaintedFile) -> None:
        """One more picture was made."""
        self.cost_micros += event.cost_micros
        self.ignored += tuple(name for name in event.ignored if name not in self.ignored)


def _wire_names(names: tuple[str, ...], job: Job) -> Iterator[str]:
    """The names by which the caller asked for what an engine had no use for; nothing for what is only a default."""
    references = {reference.field for reference in job.references}
    for name in names:
        wire_name = job.asked.get(name) or (name if name in references else None)
        if wire_name is not None and wire_name not in job.ignored:
            yield wire_name


async def _uninterrupted(work: Coroutine[None, None, None]) -> None:
    """Do all of it, and be cancelled only then: what is written down cannot be called back."""
    working = asyncio.create_task(work)
    try:
        await asyncio.shield(working)
    except asyncio.CancelledError:
        # Not `await working`: cancelled once more, that would cancel the work itself.
        await asyncio.wait({working})
        with suppress(EaselError):
            # Nobody is there any more to be told.
            working.result()
        raise


async def ignore(_: Event) -> None:
    """Whoever does not stream has no use for events."""


def sized(job: Job, card: ModelCard) -> Job:
    """Give a job that follows its input image that image's size."""
    if job.size is not None:
        return job
    inputs = job.images(Role.INPUT)
    size = card.sizes.following(inputs[0].size, job.follow_area) if inputs else card.sizes.default
    return replace(job, size=size)
