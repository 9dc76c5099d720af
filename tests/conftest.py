"""What several suites share: the HTTP surface over fakes, in process."""

import contextlib
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from easel.admission.moderation import ModerationGate
from easel.admission.scope import ScopeGate
from easel.dialects import DIALECTS
from easel.http.server import Http
from easel.models import load_cards
from easel.pipeline import Pipeline
from easel.scheduling.fair_queue import FairQueue
from easel.scheduling.router import Router
from easel.testing import (
    FakeEngine,
    FakeFinisher,
    FakeIntake,
    FakeKeys,
    FakeModerator,
    MemoryLedger,
    MemoryRepeats,
    MemoryStore,
    NoLimits,
    RefusingGate,
)


class Surface:
    """The server over fakes; its parts can be reached to make them refuse or to look at what they got."""

    def __init__(self) -> None:
        self.engine = FakeEngine()
        self.gate = RefusingGate()
        self.intake = FakeIntake()
        self.keys = FakeKeys()
        self.ledger = MemoryLedger()
        self.repeats = MemoryRepeats(self.ledger)
        self.limiter = NoLimits()
        self.queue = FairQueue(max_running=4, max_waiting=4)
        self.store = MemoryStore()
        self.cards = load_cards()
        self.finisher = FakeFinisher()
        self.moderator = FakeModerator()

    def app(self, *, max_body_bytes: int = 4 * 1024 * 1024):
        """The ASGI application."""
        pipeline = Pipeline(
            cards=self.cards,
            gates=(ScopeGate(), self.gate, ModerationGate(self.moderator)),
            intake=self.intake,
            ledger=self.ledger,
            queue=self.queue,
            router=Router({"painter": self.engine}),
            moderator=self.moderator,
            finisher=self.finisher,
            store=self.store,
            job_timeout_s=30,
        )
        http = Http(
            dialects=DIALECTS, cards=self.cards, pipeline=pipeline, keys=self.keys, ledger=self.ledger,
            repeats=self.repeats, limiter=self.limiter,
            store=self.store, max_body_bytes=max_body_bytes,
        )  # fmt: skip
        return http.app(_no_lifespan)


@contextlib.asynccontextmanager
async def _no_lifespan(_app: object) -> AsyncIterator[None]:
    yield


@pytest.fixture
def surface() -> Surface:
    """The server's parts, as fakes."""
    return Surface()


@pytest.fixture
async def client(surface: Surface) -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client of the server over fakes, with the right key."""
    transport = httpx.ASGITransport(surface.app())
    headers = {"Authorization": f"Bearer {surface.keys.secret}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://easel.test", headers=headers) as opened:
        yield opened


@pytest.fixture
def connect(surface: Surface) -> Callable[..., httpx.AsyncClient]:
    """Make a client without a key; close it with `async with`."""

    def make(**settings: object) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(surface.app(**settings))
        return httpx.AsyncClient(transport=transport, base_url="http://easel.test")

    return make
