"""The router: which of a model's routes makes a job's pictures, and which one takes over when it cannot.

Only what was certainly not begun (`NotStarted`) goes on to another lane. Everything else is final: the pictures may
have been made, and paid for, although nobody heard of it.
"""

import asyncio
import math
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby

import structlog

from easel.core.errors import (
    EaselError,
    EngineFailed,
    RequestError,
    ServiceAway,
    ServiceBusy,
    ServiceError,
    TimedOut,
    UpstreamFailed,
)
from easel.core.failures import Fault, NotStarted
from easel.core.job import Job, Reference
from easel.core.model_card import ModelCard, Route
from easel.core.ports import Engine
from easel.core.result import EngineEvent, PaintedFile, Partial
from easel.scheduling.breaker import Breaker

log = structlog.get_logger(__name__)

#: How often a job is given once more to lanes that could not begin it.
RETRIES = 2
#: Retries are at most this share of all jobs, so that they never make an outage worse.
RETRY_SHARE = 0.1
#: So many are allowed on top when there have been no retries for a while.
RETRY_RESERVE = 10.0
#: The first wait before a retry in seconds; it doubles. Nobody is kept waiting for longer than `PATIENCE_S`.
BACKOFF_S = 0.2
PATIENCE_S = 5.0


@dataclass(slots=True)
class Lane:
    """One engine (one key of one vendor) and what it calls the model: what fails together, and is counted together."""

    engine: Engine
    source: str
    breaker: Breaker = field(default_factory=Breaker)
    working: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """A lane that may be given the job, and the route that leads to it."""

    route: Route
    lane: Lane

    @property
    def full(self) -> bool:
        """Does the lane have as much to do as the route allows?"""
        return self.route.concurrency is not None and self.lane.working >= self.route.concurrency


async def _nothing() -> None:
    """For jobs that nobody begins a second time."""


class Router:
    """Follows a card's routes: by their order, by weight within one order, and any of a vendor's keys.

    `engines` are this server's, by name; a vendor with several keys has one for each. `on_attempt` is told the
    engine's name and how it went.
    """

    def __init__(
        self, engines: Mapping[str, Sequence[Engine]], *,
        on_attempt: Callable[[str, str], None] = lambda engine, outcome: None,
    ):  # fmt: skip
        self._engines = engines
        self._on_attempt = on_attempt
        self._lanes: dict[tuple[str, int, str], Lane] = {}
        self._retries = RETRY_RESERVE
        self._freed = asyncio.Event()

    @property
    def dead_lanes(self) -> int:
        """Lanes whose breaker is open."""
        return sum(lane.breaker.state == "open" for lane in self._lanes.values())

    async def generate(
        self, job: Job, card: ModelCard, *, before_paid: Callable[[], Awaitable[None]] = _nothing
    ) -> AsyncIterator[EngineEvent]:
        """The job's pictures, as many of them as could be made.

        `before_paid` is awaited before the job is given to an engine that is paid for it.
        When there is none: raises EngineFailed without any engine for the model, ServiceBusy or ServiceAway when every
        lane is busy, away or given up, UpstreamFailed when none takes the job, or what the lane failed with that had
        begun.
        """
        self._retries = min(self._retries + RETRY_SHARE, RETRY_RESERVE)
        turns = _Turns(self, list(self._ways(job, card)))
        if not turns.ways:
            msg = f"No engine is installed for the model `{card.id}`."
            raise EngineFailed(msg)
        missing, made = tuple(range(job.n)), False
        while missing and (way := await turns.next()):
            made_before = made
            # Taken before anything is waited for: others look at the lane meanwhile.
            with self._taken(way.lane):
                if way.lane.engine.pays:
                    await before_paid()
                try:
                    async with aclosing(self._attempt(way, job, missing)) as events:
                        async for event in events:
                            made = made or not isinstance(event, Partial)
                            yield event
                    return
                except NotStarted as failure:
                    turns.failed(way, failure)
                    missing = missing if failure.indexes is None else tuple(sorted(failure.indexes))
                except EaselError:
                    if not made_before:
                        raise
                    return
        if not made:
            raise turns.refusal()

    def open_routes(self, card: ModelCard) -> tuple[Route, ...]:
        """The routes that could be given a plain job of this model now, the best first."""
        return tuple(dict.fromkeys(way.route for way in self._ways(_plain_job(card), card)))

    def take_retry(self) -> bool:
        """May a job be tried once more, as far as the share of all jobs goes?"""
        if self._retries < 1:
            return False
        self._retries -= 1
        return True

    async def room(self) -> None:
        """Wait until some lane has one job less."""
        await self._freed.wait()

    def _ways(self, job: Job, card: ModelCard) -> Iterator[Way]:
        """Every way that this job may go, the best first."""
        routes = [route for route in card.routes if route.takes(job)]
        found = [way for stand_in in (False, True) for way in self._by_order(job, routes, stand_in=stand_in)]
        # Stand-ins only where there is nothing else: they never take over for what fails.
        return (way for way in found if way.route.stand_in == found[0].route.stand_in)

    def _by_order(self, job: Job, routes: Sequence[Route], *, stand_in: bool) -> Iterator[Way]:
        these = [route for route in routes if route.stand_in == stand_in]
        for _, equals in groupby(these, key=lambda route: route.order):
            for route in _shuffled(list(equals)):
                lanes = self._lanes_of(route)
                for lane in random.sample(lanes, len(lanes)) if len(lanes) > 1 else lanes:
                    if lane.engine.serves(job, route.source):
                        yield Way(route, lane)

    def _lanes_of(self, route: Route) -> list[Lane]:
        lanes = []
        for number, engine in enumerate(self._engines.get(route.engine, ())):
            key = (route.engine, number, route.source)
            if key not in self._lanes:
                self._lanes[key] = Lane(engine, route.source)
            lanes.append(self._lanes[key])
        return lanes

    @contextmanager
    def _taken(self, lane: Lane) -> Iterator[None]:
        """The lane has one job more, until the end of the block."""
        lane.working += 1
        try:
            yield
        finally:
            lane.working -= 1
            self._freed.set()
            self._freed = asyncio.Event()

    async def _attempt(self, way: Way, job: Job, missing: tuple[int, ...]) -> AsyncIterator[EngineEvent]:
        """Give a lane the missing pictures, and learn from how it went; raises what the engine raises."""
        lane, route = way.lane, way.route
        part = job if len(missing) == job.n else job.part(missing)
        outcome = "cancelled"
        try:
            async with aclosing(lane.engine.generate(part, lane.source)) as events:
                async for event in events:
                    yield _placed(event, missing[event.index], route.cost_micros)
            outcome = "made"
            lane.breaker.succeeded()
        except NotStarted as failure:
            outcome = failure.fault.value
            _learn(lane.breaker, failure)
            log.warning("not begun", job=job.id, engine=route.engine, source=route.source, fault=outcome)
            indexes = None if failure.indexes is None else [missing[index] for index in failure.indexes]
            raise NotStarted(failure.fault, again_s=failure.again_s, indexes=indexes) from None
        except RequestError as error:
            outcome = type(error).__name__
            lane.breaker.succeeded()
            raise
        except ServiceError as error:
            outcome = type(error).__name__
            if isinstance(error, UpstreamFailed | TimedOut):
                lane.breaker.failed()
            log.warning("failed", job=job.id, engine=route.engine, source=route.source, error=outcome)
            raise
        finally:
            self._on_attempt(route.engine, outcome)


class _Turns:
    """One job's way over the lanes: each at most once, then some again after a wait."""

    def __init__(self, router: Router, ways: list[Way]):
        self.ways = ways
        self._router = router
        self._untried = list(ways)
        self._again: list[Way] = []
        self._failures: list[NotStarted] = []
        self._retries = 0

    async def next(self) -> Way | None:
        """The next lane to try; None when there is none."""
        while self._untried:
            open_ways = [way for way in self._untried if not way.lane.breaker.wait_s]
            free = next((way for way in open_ways if not way.full), None)
            if free is None and open_ways:
                await self._router.room()
            elif free is not None and free.lane.breaker.admit():
                self._untried.remove(free)
                return free
            else:
                self._untried = []
        return await self._retry()

    def failed(self, way: Way, failure: NotStarted) -> None:
        """This lane could not begin."""
        self._failures.append(failure)
        if failure.retryable:
            self._again.append(way)

    def refusal(self) -> ServiceError:
        """What to tell the caller when no lane was of use."""
        if self._failures and not any(failure.retryable for failure in self._failures):
            msg = "None of the services behind this model takes the request."
            return UpstreamFailed(msg)
        wait_s = min(way.lane.breaker.wait_s for way in self.ways)
        return (ServiceBusy if self._busy() else ServiceAway)(retry_after_s=max(1, math.ceil(wait_s)))

    def _busy(self) -> bool:
        """Is there a service that has only too much to do? Then that is the nearest hope."""
        resting = any(way.lane.breaker.state == "resting" for way in self.ways)
        return resting or any(failure.fault is Fault.BUSY for failure in self._failures)

    async def _retry(self) -> Way | None:
        again, self._again = self._again, []
        if not again or self._retries >= RETRIES:
            return None
        wait_s = max(min(way.lane.breaker.wait_s for way in again), BACKOFF_S * 2**self._retries)
        if wait_s > PATIENCE_S or not self._router.take_retry():
            return None
        self._retries += 1
        await asyncio.sleep(wait_s * random.uniform(1, 1.5))
        self._untried = again
        return await self.next()


def _placed(event: EngineEvent, index: int, cost_micros: int) -> EngineEvent:
    """An engine's event as one of the whole job's picture `index`, with what the picture cost."""
    if isinstance(event, Partial):
        return replace(event, index=index)
    if isinstance(event, PaintedFile):
        event.index, event.cost_micros = index, cost_micros
        return event
    return replace(event, index=index, cost_micros=cost_micros)


def _learn(breaker: Breaker, failure: NotStarted) -> None:
    if failure.fault is Fault.BUSY:
        breaker.rest(failure.again_s)
    elif failure.fault is Fault.REFUSED:
        # It has answered as it should.
        breaker.succeeded()
    else:
        breaker.failed(at_once=failure.fault is Fault.BARRED)


def _plain_job(card: ModelCard) -> Job:
    """One picture of the default size, from no more references than the model needs."""
    needed = (Reference(role, "", role) for role, rule in card.references.items() for _ in range(rule.min))
    return Job(model=card.id, dialect=card.dialect, prompt="", size=card.sizes.default, references=tuple(needed))


def _shuffled(routes: list[Route]) -> list[Route]:
    """In a random order in which heavier routes tend to come first (Efraimidis and Spirakis)."""
    if len(routes) == 1:
        return routes
    return sorted(routes, key=lambda route: random.random() ** (1 / route.weight), reverse=True)
