"""The pictures that wait for a device, and which of them go together."""

import asyncio
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from easel.core.errors import EngineFailed
from easel.core.failures import NotStarted
from easel.core.job import Job
from easel.core.result import EngineEvent
from easel.engines.diffusers.options import Options


class Taker(Protocol):
    """Whoever paints a ticket."""

    def cancel(self, ticket: "Ticket") -> None:
        """Nobody waits for this ticket any more."""


@dataclass(eq=False, slots=True)
class Ticket:
    """Picture `index` of a job, on its way. What happens to it is put into its job's `events`."""

    job: Job
    index: int
    source: str
    events: "asyncio.Queue[EngineEvent | EngineFailed | NotStarted]"
    since: float = field(default_factory=time.monotonic)
    #: It was in a batch that failed: it goes alone from now on, so that it harms nobody else.
    alone: bool = False
    #: How many children have died while they painted it.
    deaths: int = 0
    taker: Taker | None = None
    over: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """Tickets with the same key can share a batch. Reference images are shared within one job only."""
        job = self.job
        owner = job.id if job.references else ""
        return self.source, job.size, job.steps, job.guidance_scale, bool(job.negative_prompt), owner

    @property
    def pixels(self) -> int:
        """What it costs."""
        return self.job.size.area

    def tell(self, event: EngineEvent | EngineFailed | NotStarted) -> None:
        """Tell its job, unless that has gone."""
        if not self.over:
            self.events.put_nowait(event)


class Waiting:
    """The tickets of all jobs, oldest first; shared by the devices."""

    def __init__(self, options: Options):
        self._options = options
        self._tickets: list[Ticket] = []
        self._arrived = asyncio.Event()
        self._idle: dict[str, Collection[str]] = {}

    def __len__(self) -> int:
        return len(self._tickets)

    def add(self, tickets: Iterable[Ticket]) -> None:
        """Let tickets wait."""
        self._tickets.extend(tickets)
        self._arrived.set()

    def drop(self, ticket: Ticket) -> None:
        """A ticket waits no more; harmless when it never did."""
        if ticket in self._tickets:
            self._tickets.remove(ticket)

    async def take(self, device: str, models: Collection[str]) -> list[Ticket]:
        """Wait for work for an idle device on which these models are loaded: the tickets of one batch."""
        self._idle[device] = models
        try:
            while True:
                if await self._company(device):
                    batch = self._choose(device)
                    for ticket in batch:
                        self._tickets.remove(ticket)
                    return batch
                self._arrived.clear()
                await self._arrived.wait()
        finally:
            del self._idle[device]

    async def _company(self, device: str) -> bool:
        """Is there a batch? One that has room waits a moment first: requests often come together."""
        batch = self._choose(device)
        if batch and has_room(batch, self._options):
            await asyncio.sleep(self._options.batch_wait_s)
            batch = self._choose(device)
        return bool(batch)

    def _choose(self, device: str) -> list[Ticket]:
        models = self._idle[device]
        others = {model for name, loaded in self._idle.items() if name != device for model in loaded} - set(models)
        free = [ticket for ticket in self._tickets if ticket.source not in others]
        return choose(free, models=models, options=self._options, now=time.monotonic())


def choose(tickets: Sequence[Ticket], *, models: Collection[str], options: Options, now: float) -> list[Ticket]:
    """The next batch out of tickets in the order of their age, for a device on which `models` are loaded.

    The oldest ticket decides, and takes along every other that fits to it, wherever that stands: an odd one is a batch
    of its own and holds nobody up. A ticket whose model would have to be loaded first is passed over for a while.
    """
    if not tickets:
        return []
    first = tickets[0]
    if first.source not in models and now - first.since < options.patience_s:
        first = next((ticket for ticket in tickets if ticket.source in models), first)
    batch = [first]
    if not _joins(first, options):
        return batch
    pixels = first.pixels
    for ticket in tickets:
        if ticket is first or ticket.alone or ticket.key != first.key:
            continue
        pixels += ticket.pixels
        if pixels > options.batch_pixels:
            break
        batch.append(ticket)
    return batch


def has_room(batch: Sequence[Ticket], options: Options) -> bool:
    """Could one more such ticket join?"""
    return _joins(batch[0], options) and (len(batch) + 1) * batch[0].pixels <= options.batch_pixels


def _joins(ticket: Ticket, options: Options) -> bool:
    return not (options.exact or ticket.alone or ticket.pixels >= options.solo_pixels)
