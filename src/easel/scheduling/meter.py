"""What is counted for the operator: one registry for each server, without prompts, keys or ids."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

#: From a picture of the painter to a slow model on a CPU, in seconds.
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Meter:
    """Counts for Prometheus. The steps of a job are intake, ledger, paint, moderate, finish and store."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        at = {"registry": self._registry}
        self._requests = Counter("easel_requests", "Requests by dialect and HTTP status.", ("dialect", "status"), **at)
        self._refusals = Counter("easel_refusals", "Requests that ended in an error.", ("dialect", "error"), **at)
        self._pictures = Counter("easel_pictures", "Pictures delivered.", ("model",), **at)
        self._blocked = Counter("easel_pictures_failed", "Pictures blocked or failed.", ("model",), **at)
        self._tasks = Counter("easel_tasks", "Tasks that ended here, by outcome.", ("outcome",), **at)
        self._webhooks = Counter("easel_webhooks", "Attempts to deliver a webhook.", ("outcome",), **at)
        self._attempts = Counter("easel_attempts", "Jobs given to engines, by outcome.", ("engine", "outcome"), **at)
        self._jobs = Histogram(
            "easel_job_seconds", "Painting and storing the pictures of a job.", ("model",), buckets=SECONDS, **at
        )
        self._steps = Histogram("easel_step_seconds", "Steps of jobs.", ("step",), buckets=SECONDS, **at)
        self._ledger = Gauge("easel_ledger", "Tasks that wait; money held and spent, in micro-units.", ("total",), **at)

    def request(self, dialect: str, status: int) -> None:
        """A request was answered."""
        self._requests.labels(dialect, str(status)).inc()

    def refusal(self, dialect: str, error: str) -> None:
        """A request was answered with an error. MiniMax's errors are HTTP 200."""
        self._refusals.labels(dialect, error).inc()

    def attempt(self, engine: str, outcome: str) -> None:
        """An engine was given a job: made, cancelled, or why not."""
        self._attempts.labels(engine, outcome).inc()

    def job(self, model: str, *, pictures: int, failed: int, seconds: float) -> None:
        """A job has ended well."""
        self._pictures.labels(model).inc(pictures)
        self._blocked.labels(model).inc(failed)
        self._jobs.labels(model).observe(seconds)

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure one step of a job, however it ends."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.observe(name, time.perf_counter() - began)

    def observe(self, name: str, seconds: float) -> None:
        """One step of a job took so long."""
        self._steps.labels(name).observe(seconds)

    def task(self, outcome: str) -> None:
        """A task has ended (succeeded, failed or cancelled), or its attempt has (tried again or given back)."""
        self._tasks.labels(outcome).inc()

    def webhook(self, outcome: str) -> None:
        """A webhook was delivered, failed or given up."""
        self._webhooks.labels(outcome).inc()

    def ledger(self, totals: Mapping[str, int]) -> None:
        """Sums over the whole ledger, by name."""
        for name, value in totals.items():
            self._ledger.labels(name).set(value)

    def watch(self, name: str, what: str, value: Callable[[], float]) -> None:
        """Show a value that is asked for at each scrape."""
        Gauge(name, what, registry=self._registry).set_function(value)

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self._registry)
