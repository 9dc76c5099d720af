"""Which lane gets a job, and what goes on to another one."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from easel.core.errors import (
    EngineFailed,
    PromptBlocked,
    ServerFull,
    ServiceAway,
    ServiceBusy,
    TimedOut,
    UpstreamFailed,
)
from easel.core.failures import Fault, NotStarted
from easel.core.image import Size
from easel.core.job import Job, Reference, Role
from easel.core.model_card import Cards, ModelCard, Route
from easel.core.result import EngineEvent, PaintedFile
from easel.models import load_cards
from easel.scheduling import router as routing
from easel.scheduling.breaker import FAILURES
from easel.scheduling.router import Router

CARDS: Cards = load_cards()


class Upstream:
    """An engine that makes pictures, or fails as it is told: an exception, or how many pictures before it."""

    pays = True

    def __init__(self, name: str = "a", *outcomes: Exception | int, serves: bool = True):
        self.name = name
        self.outcomes = list(outcomes)
        self.able = serves
        self.jobs: list[Job] = []
        self.sources: list[str] = []
        self.gate: asyncio.Event | None = None
        self.most = 0
        self.working = 0

    async def start(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to close."""

    def serves(self, job: Job, source: str) -> bool:
        """As it was told."""
        return self.able

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """Pictures, then the failure."""
        self.jobs.append(job)
        self.sources.append(source)
        outcome = self.outcomes.pop(0) if self.outcomes else job.n
        if isinstance(outcome, Exception):
            raise outcome
        self.working += 1
        self.most = max(self.most, self.working)
        if self.gate:
            await self.gate.wait()
        self.working -= 1
        for index in range(min(outcome, job.n)):
            yield PaintedFile(index, b"file", job.seeds[index], self.name)
        if outcome < job.n:
            raise NotStarted(Fault.BUSY, indexes=range(outcome, job.n))


def card(*routes: Route) -> ModelCard:
    """A card with these routes, in the order in which they would be read."""
    placed = tuple(replace(route, order=place if route.order is None else route.order)
                   for place, route in enumerate(routes))  # fmt: skip
    return replace(CARDS.find("image-01"), routes=tuple(sorted(placed, key=lambda route: route.order)))


def job(n: int = 1, **fields) -> Job:
    """A job with seeds 10, 11, …"""
    return Job(model="image-01", dialect="minimax", prompt="a cat", n=n, seed=10, size=Size(1024, 1024),
               **fields).with_seeds()  # fmt: skip


async def events(router: Router, one: Job, of: ModelCard) -> list[EngineEvent]:
    """Everything that comes."""
    return [event async for event in router.generate(one, of)]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries come soon."""
    monkeypatch.setattr(routing, "BACKOFF_S", 0.001)


async def test_first_route_whose_engine_is_there():
    """Routes without an engine are as if not there."""
    b = Upstream("b")
    made = await events(Router({"b": [b]}), job(), card(Route("a", "x"), Route("b", "y"), Route("c", "z")))

    assert (["b"], ["y"]) == ([event.prompt for event in made], b.sources)


async def test_no_engine():
    """A model that nobody makes is the server's fault."""
    with pytest.raises(EngineFailed):
        await events(Router({}), job(), card(Route("a")))


async def test_cost_of_the_route():
    """Each picture says what it costs by the route that made it."""
    made = await events(Router({"a": [Upstream()]}), job(2), card(Route("a", cost_micros=3500)))

    assert [3500, 3500] == [event.cost_micros for event in made]


@pytest.mark.parametrize("fault", list(Fault))
async def test_what_was_not_begun_goes_on(fault):
    """Whatever the reason: the next route makes it."""
    a, b = Upstream("a", NotStarted(fault)), Upstream("b")
    made = await events(Router({"a": [a], "b": [b]}), job(), card(Route("a"), Route("b")))

    assert (["b"], 1) == ([event.prompt for event in made], len(a.jobs))


@pytest.mark.parametrize("error", [UpstreamFailed(), TimedOut(), EngineFailed(), PromptBlocked()])
async def test_what_may_have_been_begun_never_goes_on(error):
    """The pictures may be paid for already, or the policy forbids them: no other lane is asked."""
    a, b = Upstream("a", error), Upstream("b")
    with pytest.raises(type(error)):
        await events(Router({"a": [a], "b": [b]}), job(), card(Route("a"), Route("b")))

    assert [] == b.jobs


async def test_the_rest_goes_on():
    """Pictures that were not begun are made elsewhere, each with its own seed and place."""
    a, b = Upstream("a", 2), Upstream("b")
    made = await events(Router({"a": [a], "b": [b]}), job(5), card(Route("a"), Route("b")))

    expected = [(0, 10, "a"), (1, 11, "a"), (2, 12, "b"), (3, 13, "b"), (4, 14, "b")]
    assert expected == [(event.index, event.seed, event.prompt) for event in made]
    assert [(3, 12)] == [(one.n, one.seed) for one in b.jobs]


async def test_a_later_lane_fails_after_pictures_were_made():
    """What was made is delivered, and nobody pays for the rest."""
    a, b = Upstream("a", 2), Upstream("b", UpstreamFailed())
    made = await events(Router({"a": [a], "b": [b]}), job(3), card(Route("a"), Route("b")))

    assert [0, 1] == [event.index for event in made]


async def test_all_lanes_refuse():
    """Nobody takes the request: the upstream's fault, and no reason to come again."""
    a, b = Upstream("a", NotStarted(Fault.REFUSED)), Upstream("b", NotStarted(Fault.BARRED))
    with pytest.raises(UpstreamFailed):
        await events(Router({"a": [a], "b": [b]}), job(), card(Route("a"), Route("b")))


@pytest.mark.parametrize(
    ("faults", "error"),
    [
        ([Fault.AWAY] * 30, ServiceAway),
        ([Fault.BARRED] + [Fault.AWAY] * 30, ServiceAway),
        ([Fault.BUSY] * 30, ServiceBusy),
    ],
)
async def test_what_callers_are_told(faults, error, monkeypatch):
    """That the service behind the model does not answer, or has too much to do: it is not this server that is full."""
    monkeypatch.setattr(routing, "RETRIES", 0)
    router, of = Router({"a": [Upstream("a", *map(NotStarted, faults))]}), card(Route("a"))
    with contextlib.suppress(UpstreamFailed, ServerFull):
        await events(router, job(), of)
    for _ in range(FAILURES + 1):
        with pytest.raises(error):
            await events(router, job(), of)


async def test_busy_lane_is_left_alone():
    """After a 429 with Retry-After, the lane is not asked before; the caller is told when to come again."""
    a = Upstream("a", NotStarted(Fault.BUSY, again_s=30))
    router = Router({"a": [a]})
    for _ in range(3):
        with pytest.raises(ServerFull) as refused:
            await events(router, job(), card(Route("a")))
        assert 30 <= refused.value.retry_after_s <= 36

    assert 1 == len(a.jobs)


async def test_retries():
    """A lane that was only just too busy is asked again."""
    a = Upstream("a", NotStarted(Fault.BUSY, again_s=0), NotStarted(Fault.AWAY))
    made = await events(Router({"a": [a]}), job(), card(Route("a")))

    assert (1, 3) == (len(made), len(a.jobs))


async def test_retry_budget():
    """Retries stay within their share of the jobs."""
    jobs = 100
    a = Upstream("a", *[NotStarted(Fault.BUSY, again_s=0)] * 10_000)
    router = Router({"a": [a]})
    for _ in range(jobs):
        with pytest.raises(ServerFull):
            await events(router, job(), card(Route("a")))

    assert len(a.jobs) <= jobs * (1 + routing.RETRY_SHARE) + routing.RETRY_RESERVE


async def test_breaker():
    """A lane that fails again and again is given no more jobs, and the next route takes over."""
    a, b = Upstream("a", *[UpstreamFailed()] * 100), Upstream("b")
    router, of = Router({"a": [a], "b": [b]}), card(Route("a"), Route("b"))
    for _ in range(FAILURES):
        with pytest.raises(UpstreamFailed):
            await events(router, job(), of)
    made = [event.prompt for _ in range(20) for event in await events(router, job(), of)]

    assert (["b"] * 20, FAILURES, 1) == (made, len(a.jobs), router.dead_lanes)


async def test_keys_fail_one_by_one():
    """One key of a vendor that is out of money does not take the others with it."""
    poor, rich = Upstream("poor", *[NotStarted(Fault.BARRED)] * 100), Upstream("rich")
    router = Router({"a": [poor, rich]})
    made = [event.prompt for _ in range(30) for event in await events(router, job(), card(Route("a")))]

    assert ["rich"] * 30 == made
    assert len(poor.jobs) <= 1


async def test_weights():
    """Routes of one order share the work by their weights."""
    a, b = Upstream("a"), Upstream("b")
    of = card(Route("a", order=0, weight=3), Route("b", order=0))
    router = Router({"a": [a], "b": [b]})
    made = Counter([event.prompt for _ in range(2000) for event in await events(router, job(), of)])

    assert 1400 <= made["a"] <= 1600


async def test_conditions():
    """A route takes only jobs of its modes and sizes."""
    routes = (Route("a", modes=("edit",)), Route("b", max_side=512), Route("c", min_side=2000), Route("d"))
    router = Router({name: [Upstream(name)] for name in "abcd"})
    picture = Reference(Role.INPUT, b"", "image")
    cases = {
        "a": job(references=(picture,)), "b": replace(job(), size=Size(512, 300)),
        "c": replace(job(), size=Size(2048, 2048)), "d": job(),
    }  # fmt: skip

    assert {name: [name] for name in cases} == {
        name: [event.prompt for event in await events(router, one, card(*routes))] for name, one in cases.items()
    }


async def test_engines_that_cannot_serve_are_passed_over():
    """An engine without the weights is as if it were not there: its stand-in is used."""
    a, painter = Upstream("a", serves=False), Upstream("painter")
    made = await events(Router({"a": [a], "b": [painter]}), job(), card(Route("a"), Route("b", stand_in=True)))

    assert ["painter"] == [event.prompt for event in made]


async def test_a_stand_in_never_takes_over():
    """Where the vendor is set up, nobody gets the stand-in's picture when the vendor fails."""
    a, painter = Upstream("a", NotStarted(Fault.BARRED)), Upstream("painter")
    with pytest.raises(UpstreamFailed):
        await events(Router({"a": [a], "b": [painter]}), job(), card(Route("a"), Route("b", stand_in=True)))

    assert [] == painter.jobs


async def test_concurrency():
    """No more jobs at once than the route allows; the others wait for their turn."""
    a = Upstream("a")
    a.gate = asyncio.Event()
    router, of = Router({"a": [a]}), card(Route("a", concurrency=2))
    working = [asyncio.create_task(events(router, job(), of)) for _ in range(7)]
    await asyncio.sleep(0.01)
    begun = len(a.jobs)
    a.gate.set()
    await asyncio.gather(*working)

    assert (2, 7, 2) == (begun, len(a.jobs), a.most)


async def test_concurrency_while_somebody_is_told():
    """A job that waits for its attempt to be written down has its place already: no other one takes it."""
    a = Upstream("a")
    a.gate, told = asyncio.Event(), asyncio.Event()
    router, of = Router({"a": [a]}), card(Route("a", concurrency=1))

    async def make() -> list[EngineEvent]:
        return [event async for event in router.generate(job(), of, before_paid=told.wait)]

    working = [asyncio.create_task(make()) for _ in range(3)]
    await asyncio.sleep(0)
    told.set()
    await asyncio.sleep(0.01)
    begun = len(a.jobs)
    a.gate.set()
    await asyncio.gather(*working)

    assert (1, 3) == (begun, len(a.jobs))


async def test_closed_early():
    """Whoever wants no more pictures is rid of the engine, and its place is free, once the closing is awaited."""
    a, attempts = Upstream("a"), Counter()
    router = Router({"a": [a]}, on_attempt=lambda engine, outcome: attempts.update([(engine, outcome)]))
    async with contextlib.aclosing(router.generate(job(2), card(Route("a")))) as pictures:
        await anext(pictures)

    assert {("a", "cancelled"): 1} == attempts


async def test_a_full_route_gives_way():
    """While one route has enough to do, the next one takes jobs."""
    a, b = Upstream("a"), Upstream("b")
    a.gate = asyncio.Event()
    router, of = Router({"a": [a], "b": [b]}), card(Route("a", concurrency=1), Route("b"))
    first = asyncio.create_task(events(router, job(), of))
    await asyncio.sleep(0)
    second = await events(router, job(), of)
    a.gate.set()

    assert (["b"], ["a"]) == ([event.prompt for event in second], [event.prompt for event in await first])


async def test_before_it_is_paid():
    """Somebody is told before each attempt that may cost money, and can stop it."""
    a, b, painter = Upstream("a", NotStarted(Fault.BUSY)), Upstream("b"), Upstream("painter")
    painter.pays = False
    told = []

    async def tell() -> None:
        told.append(len(a.jobs) + len(b.jobs))

    router = Router({"a": [a], "b": [b], "painter": [painter]})
    async for _ in router.generate(job(), card(Route("a"), Route("b")), before_paid=tell):
        pass
    async for _ in router.generate(job(), card(Route("painter")), before_paid=tell):
        pass

    assert [0, 1] == told
