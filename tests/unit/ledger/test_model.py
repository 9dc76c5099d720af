"""The ledger against a plain model: whatever happens in whatever order, both agree, and the audit is content."""

import asyncio
import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from easel.core.errors import BalanceTooLow, Conflict, TimedOut
from easel.core.ports import Fresh
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.charges import Period
from easel.ledger.database import Database
from easel.ledger.idempotency import KEEP_S
from easel.ledger.jobs import LEASE_S, MAX_ATTEMPTS, RETRY_AFTER_S, Jobs
from easel.ledger.keys import Keys, Terms
from easel.testing import FrozenClock
from unit.ledger.making import PRICE, card, free_left, job, result

QUOTA = 3
CARD = card(free_pictures=QUOTA)
DAY_S = 86_400
EXAMPLES = int(os.environ.get("EASEL_MODEL_EXAMPLES", 25))


@dataclass
class Expected:
    """What the plain model knows of a job."""

    n: int
    free: int
    paid: int
    day: str
    queued: bool
    lease_until: float
    key: str | None = None
    state: str = "running"
    attempts: int = 0
    #: When a task may be tried again, in seconds.
    due: float = 0


@dataclass
class Model:
    """Plain numbers: the account's money, its free pictures by day, and the budget of its key."""

    available: int = 0
    held: int = 0
    spent: int = 0
    budget: int = 20
    free: dict[str, int] = field(default_factory=dict)
    jobs: dict[str, Expected] = field(default_factory=dict)
    #: The job that has each idempotency key, and the body that it was sent with, and when.
    keys: dict[str, tuple[str, str, float]] = field(default_factory=dict)

    def release(self, expected: Expected, delivered: int, state: str) -> None:
        """End a job: charge what was delivered beyond the free pictures, give back the rest."""
        free_used = min(expected.free, delivered)
        charged = delivered - free_used
        self.held -= expected.paid
        self.available += expected.paid - charged
        self.budget += expected.paid - charged
        self.spent += charged
        self.free[expected.day] += expected.free - free_used
        expected.state = state


class LedgerMachine(RuleBasedStateMachine):
    """Two servers on one database; one of them may forget everything, as after a crash."""

    opened = Bundle("opened")

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(_template(), self.folder / "easel.sqlite")
        self.database = Database(self.folder / "easel.sqlite")
        self.clock = FrozenClock()
        self.runner = asyncio.Runner()
        self.model = Model()
        self.servers = [self._server(), self._server()]

    def _server(self) -> Jobs:
        return Jobs(self.database, period=Period.DAY, clock=self.clock)

    def _do(self, awaitable):
        async def do():
            return await awaitable

        return self.runner.run(do())

    @initialize(money=st.integers(0, 15))
    def begin(self, money):
        """An account with some money, and a key with a budget."""
        accounts, keys = Accounts(self.database), Keys(self.database)
        self._do(accounts.create("payer"))
        if money:
            self._do(accounts.grant("payer", money * PRICE))
        made = self._do(keys.create("payer", Terms(budget=self.model.budget * PRICE)))
        self.caller = self._do(keys.caller(made.secret))
        self.model.available = money

    @rule(amount=st.integers(-5, 10).filter(bool))
    def grant(self, amount):
        """Money comes and goes; it cannot go below what is available."""
        if self.model.available + amount < 0:
            self._refused(Accounts(self.database).grant("payer", amount * PRICE), BalanceTooLow)
            return
        self._do(Accounts(self.database).grant("payer", amount * PRICE))
        self.model.available += amount

    @rule(
        target=opened, server=st.integers(0, 1), n=st.integers(1, 4), queued=st.booleans(),
        key=st.sampled_from([None, None, "k1", "k2"]), body=st.sampled_from("ab"),
    )  # fmt: skip
    def open(self, server, n, queued, key, body):
        """A hold is admitted exactly when the model can pay it, and its idempotency key is free."""
        one, model = job(n=n), self.model
        fresh = Fresh(body * 64, key) if key else None
        opening = self.servers[server].open(one, CARD, self.caller, fresh=fresh, queued=queued)
        if key in model.keys:
            holder, first_body, created = model.keys[key]
            state = model.jobs[holder].state
            is_old = created <= self.clock() - KEEP_S and state in ("succeeded", "failed")
            if not is_old and (body != first_body or state != "failed"):
                self._refused(opening, Conflict)
                return multiple()
        day = Period.DAY.name_at(self.clock())
        free = min(model.free.get(day, QUOTA), n)
        paid = n - free
        if paid > min(model.available, model.budget):
            self._refused(opening, BalanceTooLow)
            return multiple()
        self._do(opening)
        model.free[day] = model.free.get(day, QUOTA) - free
        model.available -= paid
        model.budget -= paid
        model.held += paid
        state = "queued" if queued else "running"
        model.jobs[one.id] = Expected(n, free, paid, day, queued, self.clock() + LEASE_S, key, state)
        if key:
            model.keys[key] = (one.id, body, self.clock())
        return one

    @rule(server=st.integers(0, 1))
    def claim(self, server):
        """A worker gets a task exactly when one waits."""
        claim = self._do(self.servers[server].claim())
        waiting = {
            job_id for job_id, expected in self.model.jobs.items()
            if expected.state == "queued" and expected.due <= self.clock()
        }  # fmt: skip
        if claim is None:
            assert set() == waiting
            return
        assert claim.job.id in waiting
        expected = self.model.jobs[claim.job.id]
        expected.state, expected.lease_until = "running", self.clock() + LEASE_S
        expected.attempts += 1

    @rule(server=st.integers(0, 1), one=opened, share=st.floats(0, 1))
    def settle(self, server, one, share):
        """Only the server that has the job's last lease can settle it, and only once."""
        expected, delivered = self.model.jobs[one.id], round(share * one.n)
        if not self._holds(server, one):
            self._refused(self.servers[server].settle(result(one, delivered)), TimedOut)
            return
        self._do(self.servers[server].settle(result(one, delivered)))
        self.model.release(expected, delivered, "succeeded")

    @rule(server=st.integers(0, 1), one=opened)
    def void(self, server, one):
        """A void gives everything back once; from anybody else it changes nothing."""
        holds = self._holds(server, one)
        self._do(self.servers[server].void(one, "EngineFailed"))
        if holds:
            self.model.release(self.model.jobs[one.id], 0, "failed")

    @rule(server=st.integers(0, 1), one=opened)
    def retry(self, server, one):
        """A task that its server holds waits for another attempt, unless that was its last."""
        expected = self.model.jobs[one.id]
        if not expected.queued:
            return
        holds, is_last = self._holds(server, one), expected.attempts == MAX_ATTEMPTS
        again = self._do(self.servers[server].retry(one))
        if holds:
            assert again is not is_last
        if holds and again:
            expected.state, expected.due = "queued", self.clock() + RETRY_AFTER_S[expected.attempts - 1]

    @rule(server=st.integers(0, 1))
    def crash(self, server):
        """A server forgets what it was doing."""
        self.servers[server] = self._server()

    @rule(seconds=st.sampled_from([1, LEASE_S - 10, LEASE_S + 1, DAY_S, -5]))
    def tick(self, seconds):
        """Time passes, sometimes backwards."""
        self.clock.tick(seconds)

    @rule(server=st.integers(0, 1))
    def reap(self, server):
        """Expired jobs are voided, expired tasks wait again, until they were begun too often."""
        self._do(self.servers[server].reap())
        for expected in self.model.jobs.values():
            if expected.state == "running" and expected.lease_until < self.clock():
                if expected.queued and expected.attempts < MAX_ATTEMPTS:
                    expected.state, expected.due = "queued", 0
                else:
                    self.model.release(expected, 0, "failed")

    @invariant()
    def agrees(self):
        """Every figure that the ledger shows is the model's."""
        if not hasattr(self, "caller"):
            return
        account, (key,) = self._do(Accounts(self.database).show("payer")), self._do(Keys(self.database).every())
        model = self.model
        assert (model.available, model.held, model.spent, model.budget) == tuple(
            amount / PRICE for amount in (account.available, account.held, account.spent, key.budget_left)
        )
        assert model.free == free_left(self.database)

    def teardown(self):
        """At the end all jobs are what the model says, and the audit finds nothing."""
        try:
            for job_id, expected in self.model.jobs.items():
                assert expected.state == self._do(self.servers[0].find(job_id, self.caller)).status
            assert [] == audit(self.database, now=0)
        finally:
            self.runner.close()
            self.database.close()
            shutil.rmtree(self.folder)

    def _holds(self, server: int, one) -> bool:
        """Does this server have the job, and nobody after it?"""
        expected = self.model.jobs[one.id]
        fence = self.servers[server]._fences.get(one.id)
        last = expected.attempts if expected.queued else 1
        return expected.state == "running" and fence == last

    def _refused(self, awaitable, error):
        try:
            self._do(awaitable)
        except error:
            return
        raise AssertionError(f"expected {error.__name__}")


def _template() -> Path:
    """A migrated database to copy, made once."""
    path = Path(tempfile.gettempdir()) / f"easel-model-{os.getpid()}.sqlite"
    if not path.exists():
        database = Database(path)
        database.migrate()
        database.close()
        atexit.register(path.unlink)
    return path


TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
