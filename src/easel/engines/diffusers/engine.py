"""The engine: jobs to pictures, pictures to devices, and what happens to them back to whoever asked."""

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from pathlib import Path

import structlog

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.job import Job
from easel.core.result import EngineEvent, Painted
from easel.engines.diffusers.device import Device
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.waiting import Ticket, Waiting
from easel.engines.diffusers.weights import Weights
from easel.engines.frames import pack_job

log = structlog.get_logger(__name__)

#: The libraries that it cannot do without.
NEEDED = ("torch", "diffusers", "transformers")
#: How long a request that has ended two children is refused, in seconds.
QUARANTINE_S = 600.0


class DiffusersEngine:
    """Open-weight models on the operator's own devices. Each device has one child process."""

    name = "diffusers"
    pays = False

    def __init__(
        self,
        *,
        devices: Sequence[str] = ("auto",),
        options: Options | None = None,
        sources: Collection[str] = (),
    ):
        """`sources` are those that will be asked for: where one of them can be served, the children start at once."""
        options = options or Options()
        self._sources = sources
        self._weights = Weights(Path(options.weights_dir), Path(options.loras) if options.loras else None)
        self._waiting = Waiting(options)
        self._quarantine: dict[str, float] = {}
        self._devices = [Device(name, self._waiting, options, on_death=self._shut_out) for name in devices]

    async def start(self) -> None:
        """Start to work. Torch is imported in the children, while the server already serves. Raises EngineFailed."""
        at_once = any([self._weights.family(source) for source in self._sources])
        await asyncio.gather(*(device.start(at_once=at_once) for device in self._devices))

    async def close(self) -> None:
        """End the children."""
        await asyncio.gather(*(device.close() for device in self._devices))

    @property
    def waiting(self) -> int:
        """Pictures that wait for a device now."""
        return len(self._waiting)

    def offers(self, sources: Iterable[str]) -> dict[str, str]:
        """Those of the sources whose weights are there, each with the name of its class."""
        found = ((source, self._weights.pipeline(source)) for source in sources)
        return {source: pipeline for source, pipeline in found if pipeline}

    def serves(self, job: Job, source: str) -> bool:
        """Are the weights there, whole and of a class that can do what the job asks for?"""
        family = self._weights.family(source)
        return family is not None and family.can(job)

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """The events of all n pictures; closing the iterator cancels those that are not finished, within one step.

        Raises NotStarted when the weights cannot be loaded, else EngineFailed.
        """
        if self._quarantine.get(fingerprint(job, source), 0.0) > time.monotonic():
            log.warning("a request that has ended two children is refused", job=job.id)
            raise EngineFailed
        if not self.serves(job, source):
            raise NotStarted(Fault.BARRED)
        events: asyncio.Queue[EngineEvent | EngineFailed | NotStarted] = asyncio.Queue()
        tickets = [Ticket(job, index, source, events) for index in range(job.n)]
        self._waiting.add(tickets)
        try:
            unfinished = job.n
            while unfinished:
                event = await events.get()
                if isinstance(event, EngineFailed | NotStarted):
                    raise event
                unfinished -= isinstance(event, Painted)
                yield event
        finally:
            for ticket in tickets:
                self._cancel(ticket)

    def _cancel(self, ticket: Ticket) -> None:
        if ticket.over:
            return
        ticket.over = True
        self._waiting.drop(ticket)
        if ticket.taker is not None:
            ticket.taker.cancel(ticket)

    def _shut_out(self, ticket: Ticket) -> None:
        now = time.monotonic()
        self._quarantine = {print_: until for print_, until in self._quarantine.items() if until > now}
        self._quarantine[fingerprint(ticket.job, ticket.source)] = now + QUARANTINE_S


def fingerprint(job: Job, source: str) -> str:
    """The same for two jobs that ask for the same, whoever asks and whatever noise they drew."""
    header, blob = pack_job(job)
    asked = {name: value for name, value in header.items() if name not in ("id", "seeds", "base_url", "ignored")}
    return hashlib.sha256(json.dumps([asked, source]).encode() + blob).hexdigest()
