"""What several suites share: the HTTP surface over fakes, in process."""

import contextlib
import os
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from easel.admission.moderation import ModerationGate
from easel.admission.scope import ScopeGate
from easel.core.caller import Caller, Credit
from easel.dialects import DIALECTS
from easel.http.own_key import OwnKey
from easel.http.server import Http
from easel.http.tasks import Tasks
from easel.models import load_cards
from easel.pipeline import Pipeline
from easel.scheduling.delivery import Delivery
from easel.scheduling.fair_queue import FairQueue
from easel.scheduling.health import Health
from easel.scheduling.meter import Meter
from easel.scheduling.router import Router
from easel.scheduling.worker import Worker
from easel.testing import (
    FakeCourier,
    FakeEngine,
    FakeFinisher,
    FakeIntake,
    FakeKeys,
    FakeModerator,
    MemoryCancellations,
    MemoryLedger,
    MemoryOutbox,
    MemoryRepeats,
    MemoryStore,
    NoLimits,
    RefusingGate,
)

# Their failed assertions tell the values, as those of the tests do.
pytest.register_assert_rewrite("support", "acceptance.playground_moves")
#: A server of the tests starts in half the time with one painter.
os.environ["EASEL_PAINTER_PROCESSES"] = "1"


class Surface:
    """The server over fakes; its parts can be reached to make them refuse or to look at what they got."""

    def __init__(self) -> None:
        self.engine = FakeEngine()
        self.gate = RefusingGate()
        self.task_gate = RefusingGate()
        self.intake = FakeIntake()
        self.keys = FakeKeys()
        self.ledger = MemoryLedger()
        self.cancellations = MemoryCancellations(self.ledger)
        self.repeats = MemoryRepeats(self.ledger)
        self.limiter = NoLimits()
        self.queue = FairQueue(max_running=4, max_waiting=4, max_waiting_per_key=4, max_wait_s=30)
        self.store = MemoryStore()
        self.cards = load_cards()
        self.finisher = FakeFinisher()
        self.moderator = FakeModerator()
        self.outbox = MemoryOutbox(self.ledger)
        self.courier = FakeCourier()
        self.health = Health("ready")
        self.meter = Meter()
        self.admin = None
        self.public_url = None
        self.playground = True

    def app(self, *, max_body_bytes: int = 4 * 1024 * 1024, log_prompts: bool = False):
        """The ASGI application; `worker` and `delivery` are ready to be run beside it."""
        pipeline = Pipeline(
            cards=self.cards,
            gates=(ScopeGate(), self.gate, ModerationGate(self.moderator)),
            intake=self.intake,
            ledger=self.ledger,
            queue=self.queue,
            router=Router({"painter": [self.engine]}),
            moderator=self.moderator,
            finisher=self.finisher,
            store=self.store,
            job_timeout_s=30,
            meter=self.meter,
            task_gates=(self.task_gate,),
        )
        self.worker = Worker(
            self.ledger, self.cancellations, pipeline.perform, at_once=2, meter=self.meter, poll_s=0.01
        )
        tasks = Tasks(
            dialects=DIALECTS, pipeline=pipeline, ledger=self.ledger, repeats=self.repeats, outbox=self.outbox,
            courier=self.courier, on_submit=self.worker.wake, cancellations=self.cancellations,
            on_cancel=self.worker.look,
        )  # fmt: skip
        self.delivery = Delivery(self.outbox, self.courier, tasks.told, meter=self.meter, poll_s=0.01)
        http = Http(
            dialects=DIALECTS, cards=self.cards, pipeline=pipeline, keys=self.keys,
            repeats=self.repeats, limiter=self.limiter,
            store=self.store, tasks=tasks, health=self.health, totals=_totals, max_body_bytes=max_body_bytes,
            own_key=OwnKey(self.keys, _credit), log_prompts=log_prompts, admin=self.admin,
            public_url=self.public_url, playground=self.playground,
        )  # fmt: skip
        return http.app(_no_lifespan)


async def _credit(_: Caller) -> Credit:
    return Credit(left_micros=1_500_000, free_left={"black-forest-labs/flux.1-dev": 9})


async def _totals() -> dict[str, int]:
    return {"tasks_waiting": 0}


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
