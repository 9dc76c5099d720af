"""The pictures that wait for a device, and which of them join those in work."""

import asyncio
import itertools
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
    """A device, as those who wait see it."""

    name: str

    @property
    def models(self) -> Collection[str]:
        """The sources of the models that are on it."""

    @property
    def work(self) -> Collection["Ticket"]:
        """What it has been given and has not finished."""

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
    #: Its place in the order of arrival.
    number: int = 0
    #: It was in work when a child died: it goes alone from now on, so that it harms nobody else.
    alone: bool = False
    #: How many children have died while they painted it.
    deaths: int = 0
    taker: Taker | None = None
    over: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """Tickets with the same key can share their steps."""
        references = ((r.role, r.image.width, r.image.height) for r in self.job.references if r.image)
        return self.source, self.job.size, *references

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
        self._numbers = itertools.count(1)
        self._changed = asyncio.Event()
        self._takers: dict[str, Taker] = {}

    def __len__(self) -> int:
        return len(self._tickets)

    def add(self, tickets: Iterable[Ticket]) -> None:
        """Let tickets wait, behind everybody else."""
        for ticket in tickets:
            ticket.number = next(self._numbers)
            self._tickets.append(ticket)
        self._changed.set()

    def drop(self, ticket: Ticket) -> None:
        """A ticket waits no more; harmless when it never did."""
        if ticket in self._tickets:
            self._tickets.remove(ticket)
            self._changed.set()

    def look_again(self) -> None:
        """A device has finished something: there may be room."""
        self._changed.set()

    async def take(self, taker: Taker) -> list[Ticket]:
        """Wait for tickets that a device can begin now, beside those it has in work."""
        self._takers[taker.name] = taker
        while True:
            chosen = self._choose(taker)
            if chosen:
                for ticket in chosen:
                    self._tickets.remove(ticket)
                return chosen
            self._changed.clear()
            await self._changed.wait()

    def _choose(self, taker: Taker) -> list[Ticket]:
        others = [other for other in self._takers.values() if other is not taker]
        free = [t for t in self._tickets if not any(self._suits(t, o) > self._suits(t, taker) for o in others)]
        return choose(free, work=list(taker.work), models=taker.models, options=self._options, now=time.monotonic())

    def _suits(self, ticket: Ticket, taker: Taker) -> int:
        """How well a device can begin with a ticket: at best it is idle and has the model."""
        if not taker.work:
            return 3 if ticket.source in taker.models else 1
        return 2 if _fits(ticket, list(taker.work), self._options) else 0


def choose(
    tickets: Sequence[Ticket], *, work: Sequence[Ticket], models: Collection[str], options: Options, now: float
) -> list[Ticket]:
    """Those of the waiting tickets, in the order of their age, that a device begins now.

    An idle device begins with the oldest; a ticket whose model would have to be loaded first is passed over for a
    while. Whatever fits to the tickets in work joins them, wherever it stands.
    """
    if work:
        return _joining(tickets, work, options, now)
    if not tickets:
        return []
    first = tickets[0]
    if first.source not in models and now - first.since < options.patience_s:
        first = next((ticket for ticket in tickets if ticket.source in models), first)
    return [first, *_joining([ticket for ticket in tickets if ticket is not first], [first], options, now)]


def _joining(tickets: Sequence[Ticket], work: Sequence[Ticket], options: Options, now: float) -> list[Ticket]:
    """Those that can share steps with tickets in work; and those that are older than all of them, of any size: they
    take the next steps. Another model has to wait until the device is idle, but is overtaken for a while only.
    """
    if options.alone or any(ticket.alone for ticket in work):
        return []
    joining: list[Ticket] = []
    for ticket in tickets:
        if ticket.source != work[0].source or ticket.alone:
            if now - ticket.since >= options.patience_s:
                break
        elif ticket.number < min(each.number for each in work) or _fits(ticket, [*work, *joining], options):
            joining.append(ticket)
    return joining


def _fits(ticket: Ticket, work: Sequence[Ticket], options: Options) -> bool:
    """Is there somebody in work with whom it can share steps, and room beside him?"""
    alike = [each for each in work if each.key == ticket.key]
    if not alike or ticket.alone or options.alone or ticket.pixels >= options.solo_pixels:
        return False
    return (len(alike) + 1) * ticket.pixels <= options.batch_pixels
