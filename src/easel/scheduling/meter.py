"""What is counted for the operator: one registry for each server, without prompts, keys or ids."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

#: From a picture of the painter to a slow model on a CPU, in seconds.
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Labelled(dict):
    """The children of a metric by their labels: looking them up in the metric itself takes a lock each time."""

    def __init__(self, metric: Any):
        super().__init__()
        self._metric = metric

    def __missing__(self, labels: tuple[str, ...]) -> Any:
        return self.setdefault(labels, self._metric.labels(*labels))


class Meter:
    """Counts for Prometheus. The steps of a job are intake, ledger, paint, moderate, finish and store."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()

        def of(kind: Callable, *about: Any, **more: Any) -> Labelled:
            return Labelled(kind(*about, registry=self._registry, **more))

        counter, histogram = partial(of, Counter), partial(of, Histogram)
        self._requests = counter("easel_requests", "Requests by dialect and HTTP status.", ("dialect", "status"))
        self._refusals = counter("easel_refusals", "Requests that ended in an error.", ("dialect", "error"))
        self._pictures = counter("easel_pictures", "Pictures delivered.", ("model",))
        self._blocked = counter("easel_pictures_failed", "Pictures blocked or failed.", ("model",))
        self._tasks = counter("easel_tasks", "Tasks that ended here, by outcome.", ("outcome",))
        self._webhooks = counter("easel_webhooks", "Attempts to deliver a webhook.", ("outcome",))
        self._attempts = counter("easel_attempts", "Jobs given to engines, by outcome.", ("engine", "outcome"))
        self._jobs = histogram(
            "easel_job_seconds", "Painting and storing the pictures of a job.", ("model",), buckets=SECONDS
        )
        self._steps = histogram("easel_step_seconds", "Steps of jobs.", ("step",), buckets=SECONDS)
        self._ledger = of(Gauge, "easel_ledger", "Tasks that wait; money held and spent, in micro-units.", ("total",))

    def request(self, dialect: str, status: int) -> None:
        """A request was answered."""
        self._requests[dialect, str(status)].inc()

    def refusal(self, dialect: str, error: str) -> None:
        """A request was answered with an error. MiniMax's errors are HTTP 200."""
        self._refusals[dialect, error].inc()

    def attempt(self, engine: str, outcome: str) -> None:
        """An engine was given a job: made, cancelled, or why not."""
        self._attempts[engine, outcome].inc()

    def job(self, model: str, *, pictures: int, failed: int, seconds: float) -> None:
        """A job has ended well."""
        self._pictures[model,].inc(pictures)
        self._blocked[model,].inc(failed)
        self._jobs[model,].observe(seconds)

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
        self._steps[name,].observe(seconds)

    def task(self, outcome: str) -> None:
        """A task has ended (succeeded, failed or cancelled), or its attempt has (tried again or given back)."""
        self._tasks[outcome,].inc()

    def webhook(self, outcome: str) -> None:
        """A webhook was delivered, failed or given up."""
        self._webhooks[outcome,].inc()

    def ledger(self, totals: Mapping[str, int]) -> None:
        """Sums over the whole ledger, by name."""
        for name, value in totals.items():
            self._ledger[name,].set(value)

    def watch(self, name: str, what: str, value: Callable[[], float]) -> None:
        """Show a value that is asked for at each scrape."""
        Gauge(name, what, registry=self._registry).set_function(value)

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self._registry)
