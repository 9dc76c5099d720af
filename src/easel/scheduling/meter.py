"""What is counted for the operator: one registry for each server, without prompts, keys or ids."""

import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import accumulate
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, disable_created_metrics, generate_latest
from prometheus_client.core import HistogramMetricFamily
from prometheus_client.registry import Collector

# Each series would come with another one that tells since when it is counted.
disable_created_metrics()

#: From a picture of the painter to a slow model on a CPU, in seconds.
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Labelled(dict):
    """The children of a metric by their labels: looking them up in the metric itself takes a lock each time."""

    def __init__(self, metric: Any):
        super().__init__()
        self._metric = metric

    def __missing__(self, labels: tuple[str, ...]) -> Any:
        return self.setdefault(labels, self._metric.labels(*labels))


class Durations(Collector):
    """A histogram of seconds by one label, for the event loop alone: seven of a request's counts need no locks."""

    def __init__(self, name: str, what: str, label: str):
        self._about = (name, what, label)
        self._counts: dict[str, list[int]] = {}
        self._sums: dict[str, float] = {}

    def observe(self, value: str, seconds: float) -> None:
        """Count one duration under a value of the label."""
        if value not in self._counts:
            self._counts[value], self._sums[value] = [0] * (len(SECONDS) + 1), 0.0
        self._counts[value][bisect_left(SECONDS, seconds)] += 1
        self._sums[value] += seconds

    def collect(self) -> Iterable[HistogramMetricFamily]:
        """What Prometheus asks for."""
        name, what, label = self._about
        family = HistogramMetricFamily(name, what, labels=[label])
        bounds = [*(str(float(bound)) for bound in SECONDS), "+Inf"]
        for value, counts in self._counts.items():
            buckets = list(zip(bounds, accumulate(counts), strict=True))
            family.add_metric([value], buckets, self._sums[value])
        yield family


class Step:
    """Measures what happens in a `with` block, however it ends."""

    __slots__ = ("_began", "_durations", "_name")

    def __init__(self, durations: Durations, name: str):
        self._durations = durations
        self._name = name

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._durations.observe(self._name, time.perf_counter() - self._began)


class Meter:
    """Counts for Prometheus. The steps of a job are intake, ledger, paint, moderate, finish and store."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()

        def of(kind: Callable, *about: Any, **more: Any) -> Labelled:
            return Labelled(kind(*about, registry=self._registry, **more))

        counter = partial(of, Counter)
        self._requests = counter("easel_requests", "Requests by dialect and HTTP status.", ("dialect", "status"))
        self._refusals = counter("easel_refusals", "Requests that ended in an error.", ("dialect", "error"))
        self._pictures = counter("easel_pictures", "Pictures delivered.", ("model",))
        self._blocked = counter("easel_pictures_failed", "Pictures blocked or failed.", ("model",))
        self._tasks = counter("easel_tasks", "Tasks that ended here, by outcome.", ("outcome",))
        self._webhooks = counter("easel_webhooks", "Attempts to deliver a webhook.", ("outcome",))
        self._attempts = counter("easel_attempts", "Jobs given to engines, by outcome.", ("engine", "outcome"))
        self._jobs = Durations("easel_job_seconds", "Painting and storing the pictures of a job.", "model")
        self._steps = Durations("easel_step_seconds", "Steps of jobs.", "step")
        self._registry.register(self._jobs)
        self._registry.register(self._steps)
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
        self._jobs.observe(model, seconds)

    def step(self, name: str) -> Step:
        """Measure one step of a job, however it ends."""
        return Step(self._steps, name)

    def observe(self, name: str, seconds: float) -> None:
        """One step of a job took so long."""
        self._steps.observe(name, seconds)

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
