"""The path of one picture: gates, intake, ledger, queue, engine, finishing, storage, ledger."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

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
from easel.core.ports import Finisher, Fresh, Gate, Intake, Moderator, Store
from easel.core.result import EngineEvent, Event, Painted, Partial, PartialPicture, Picture, Result, Started
from easel.core.task import Claim, TaskLedger
from easel.scheduling.fair_queue import FairQueue
from easel.scheduling.forecast import cost_of
from easel.scheduling.meter import Meter
from easel.scheduling.router import Router

log = structlog.get_logger(__name__)

Emit = Callable[[Event], Awaitable[None]]

#: What may have passed when a task is tried again.
PASSING = (EngineFailed, UpstreamFailed, ServerFull)


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

    async def run(self, job: Job, caller: Caller, emit: Emit, *, fresh: Fresh | None = None) -> Result:
        """Make the job's pictures. `emit` gets Started, then partial pictures, as they come.

        `fresh` is what the request is recognised by if it comes again. Raises an EaselError; nothing is charged then.
        Cancelling the task gives the hold back as well, until the finished pictures are being written down.
        """
        # Before anything that costs: whoever is refused for want of room is refused at once, and not counted.
        self.queue.check(caller.key_id)
        card = await self._admit(job, caller)
        # Reference images are decoded only when it is the job's turn: waiting jobs hold no pixels.
        async with self.queue.slot(caller.key_id, card.id, cost_of(job, card)):
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

        Cancelled, it writes nothing: its lease ends, and another worker takes it over.
        """
        job = claim.job
        try:
            async with asyncio.timeout(self.job_timeout_s):
                card = self.cards.find(job.model)
                result = await self._paint(await self.intake.resolve(job), card, ignore)
        except TimeoutError:
            error = TimedOut.__name__
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
            await self.ledger.settle(result)
            return "succeeded"
        log.info("task failed", job=job.id, error=error)
        await self.ledger.void(job, error)
        return "failed"

    async def _admit(self, job: Job, caller: Caller) -> ModelCard:
        card = self.cards.find(job.model)
        for gate in self.gates:
            await gate.admit(job, card, caller)
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
        try:
            async with asyncio.timeout(self.job_timeout_s):
                await emit(Started(job))
                result = await self._paint(job, card, emit)
        except TimeoutError:
            await self.ledger.void(job, TimedOut.__name__)
            raise TimedOut from None
        except EaselError as error:
            await self.ledger.void(job, type(error).__name__)
            raise
        except BaseException as error:
            # Cancelled, or a fault of ours: the hold must not outlive the job either way.
            await asyncio.shield(self.ledger.void(job, type(error).__name__))
            raise
        with self.meter.step("ledger"):
            # Once begun it cannot be called back: half of it would leave the hold open.
            await _uninterrupted(self.ledger.settle(result))
        return result

    async def _paint(self, job: Job, card: ModelCard, emit: Emit) -> Result:
        began = since = time.perf_counter()
        pictures = []
        async with aclosing(self.router.generate(job, card)) as events:
            async for event in events:
                self.meter.observe("paint", time.perf_counter() - since)
                if await self._blocked(event, job):
                    pass
                elif isinstance(event, Partial):
                    await emit(await self._preview(event, job))
                else:
                    pictures.append(await self._finish(event, job, card))
                since = time.perf_counter()
        if not pictures:
            raise PicturesBlocked
        pictures.sort(key=lambda picture: picture.index)
        seconds = time.perf_counter() - began
        failed = job.n - len(pictures)
        self.meter.job(job.model, pictures=len(pictures), failed=failed, seconds=seconds)
        log.info("job done", job=job.id, model=job.model, pictures=len(pictures), size=str(job.size),
                 seconds=round(seconds, 3))  # fmt: skip
        return Result(job=job, pictures=tuple(pictures), failed=failed, created=int(time.time()))

    async def _blocked(self, event: EngineEvent, job: Job) -> bool:
        """Does a picture, finished or not, break the content policy?"""
        with self.meter.step("moderate"):
            categories = await self.moderator.judge_picture(event.image)
        if categories:
            log.info("picture blocked", job=job.id, index=event.index, categories=list(categories))
        return bool(categories)

    async def _preview(self, partial: Partial, job: Job) -> PartialPicture:
        encoded = await asyncio.to_thread(self.finisher.preview, partial.image, job)
        return PartialPicture(partial.index, partial.stage, encoded.data, encoded.media_type, partial.image.size)

    async def _finish(self, painted: Painted, job: Job, card: ModelCard) -> Picture:
        with self.meter.step("finish"):
            encoded = await asyncio.to_thread(self.finisher.finish, painted, job)
        with self.meter.step("store"):
            stored = await self.store.put(encoded, lifetime_s=card.url_lifetime_s)
        return Picture(
            index=painted.index,
            artifact=stored.artifact,
            url=job.base_url + stored.path,
            data=encoded.data,
            media_type=encoded.media_type,
            size=painted.image.size,
            seed=painted.seed,
            prompt=painted.prompt,
            unpainted=painted.unpainted,
        )


async def _uninterrupted(work: Coroutine[None, None, None]) -> None:
    """Do all of it, and be cancelled only then."""
    working = asyncio.create_task(work)
    try:
        await asyncio.shield(working)
    except asyncio.CancelledError:
        await working
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
