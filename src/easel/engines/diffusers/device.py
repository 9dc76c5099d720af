"""One device: its child process, the batch that is in work, and what becomes of it when something goes wrong."""

import asyncio
import contextlib
import itertools
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import structlog

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image
from easel.core.result import Painted, Partial
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.waiting import Ticket, Waiting
from easel.engines.diffusers.wire import Order, pack_batch
from easel.engines.frames import BLOB_MAX_BYTES, unpack_image
from easel.engines.process import ChildProcess

log = structlog.get_logger(__name__)

#: A picture whose painting has ended so many children is not tried again.
DEATHS_MAX = 2
#: How long a device rests after its child could not even be started, in seconds.
REST_S = 5.0

OnEvent = Callable[[Mapping[str, Any], Image | None], None]


class Device:
    """Takes batches from those that wait and has its child paint them."""

    def __init__(self, name: str, waiting: Waiting, options: Options, *, on_death: Callable[[Ticket], None]):
        self.name = name
        self._waiting = waiting
        self._options = options
        self._on_death = on_death
        self._child = ChildProcess("easel.engines.diffusers.child", name, options.to_json())
        self._sending = threading.Lock()
        self._numbers = itertools.count(1)
        self._models: Sequence[str] = ()
        self._batch: dict[int, Ticket] = {}
        self._failure = ""
        self._task: asyncio.Task[None] | None = None

    async def start(self, *, at_once: bool = True) -> None:
        """Start to work, and the child: at once, or when it is needed. Raises EngineFailed."""
        if at_once:
            await asyncio.to_thread(self._child.start)
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """End the child; what it was painting fails."""
        if self._task is not None:
            self._task.cancel()
        await asyncio.to_thread(self._child.stop)
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    def cancel(self, ticket: Ticket) -> None:
        """Nobody waits for a ticket of the batch any more: the child is told, and stops when nothing else is left."""
        numbers = [number for number, each in self._batch.items() if each is ticket]
        if numbers:
            asyncio.get_running_loop().run_in_executor(None, self._tell_cancelled, numbers)

    def _tell_cancelled(self, numbers: list[int]) -> None:
        # When the child has gone, so has the batch.
        with contextlib.suppress(OSError):
            self._send({"event": "cancel", "orders": numbers})

    async def _run(self) -> None:
        while True:
            tickets = await self._waiting.take(self.name, self._models)
            try:
                await self._work(tickets)
            except Exception:
                # The boundary: a fault of ours must not leave the device without work for ever.
                log.exception("internal error", device=self.name)
                self._fail(tickets)

    async def _work(self, tickets: Sequence[Ticket]) -> None:
        self._batch = {next(self._numbers): ticket for ticket in tickets}
        self._failure = ""
        for ticket in tickets:
            ticket.taker = self
        loop = asyncio.get_running_loop()

        def on_event(header: Mapping[str, Any], image: Image | None) -> None:
            loop.call_soon_threadsafe(self._event, header, image)

        try:
            await asyncio.to_thread(self._paint, tickets[0].source, dict(self._batch), on_event)
        except EngineFailed:
            log.warning("device failed", device=self.name)
            await self._die(self._left(tickets))
            return
        finally:
            self._batch = {}
            for ticket in tickets:
                ticket.taker = None
        await self._settle(self._left(tickets))

    async def _settle(self, left: Sequence[Ticket]) -> None:
        """What becomes of the pictures that the child gave back unpainted."""
        if self._failure:
            log.warning("batch failed", device=self.name, reason=self._failure, pictures=len(left))
        if self._failure == "load":
            for ticket in left:
                ticket.tell(NotStarted(Fault.BARRED))
        elif self._failure in ("error", "broken") and len({ticket.job.id for ticket in left}) > 1:
            # One of them is to blame: each gets its own try.
            self._again(left)
        else:
            self._fail(left)
        if self._failure in ("memory", "broken"):
            self._models = ()
            await self._restart()

    async def _die(self, left: Sequence[Ticket]) -> None:
        """The child has crashed or hung: the pictures get one more try each, alone and behind everybody else."""
        self._models = ()
        for ticket in left:
            ticket.deaths += 1
            if ticket.deaths >= DEATHS_MAX:
                self._on_death(ticket)
        self._fail([ticket for ticket in left if ticket.deaths >= DEATHS_MAX])
        self._again([ticket for ticket in left if ticket.deaths < DEATHS_MAX])
        await self._restart()

    async def _restart(self) -> None:
        self._child.stop()
        try:
            await asyncio.to_thread(self._child.start)
        except EngineFailed:
            log.warning("device does not start", device=self.name)
            await asyncio.sleep(REST_S)

    def _again(self, tickets: Sequence[Ticket]) -> None:
        for ticket in tickets:
            ticket.alone = True
        self._waiting.add(tickets)

    def _fail(self, tickets: Sequence[Ticket]) -> None:
        for ticket in tickets:
            ticket.tell(EngineFailed())

    def _left(self, tickets: Sequence[Ticket]) -> list[Ticket]:
        return [ticket for ticket in tickets if not ticket.over]

    def _event(self, header: Mapping[str, Any], image: Image | None) -> None:
        """Take an event of the child; runs in the event loop."""
        if header["event"] == "loaded":
            self._models = header["models"]
        elif header["event"] == "failed":
            self._failure = header["reason"]
        ticket = self._batch.get(header.get("order", 0))
        if ticket is None:
            return
        if header["event"] == "partial":
            ticket.tell(Partial(ticket.index, header["stage"], image))
        elif header["event"] == "painted":
            notes = {"details": header["details"], "ignored": tuple(header["ignored"])}
            ticket.tell(Painted(ticket.index, image, header["seed"], ticket.job.prompt, **notes))
            ticket.over = True

    def _paint(self, source: str, batch: Mapping[int, Ticket], on_event: OnEvent) -> None:
        """Have the child paint a batch; blocking. Raises EngineFailed when the child crashes or is silent too long."""
        if not self._child.running:
            self._child.start()
        orders = [Order(number, ticket.job, ticket.index) for number, ticket in batch.items()]
        header, parts = pack_batch(source, orders)
        try:
            # Loading and compiling come before the first step.
            self._child.socket.settimeout(self._options.load_timeout_s)
            self._send(header, parts)
            while self._receive(on_event):
                pass
        except (OSError, EOFError) as error:
            self._child.stop()
            raise EngineFailed from error

    def _send(self, header: Mapping[str, Any], parts: Sequence[bytes] = ()) -> None:
        with self._sending:
            send_frame(self._child.socket, header, length=sum(map(len, parts)), parts=parts)

    def _receive(self, on_event: OnEvent) -> bool:
        header, blob = receive_frame(self._child.socket, blob_max_bytes=BLOB_MAX_BYTES)
        if header["event"] == "step":
            self._child.socket.settimeout(self._options.step_timeout_s)
        on_event(header, unpack_image(header, blob) if blob else None)
        return header["event"] != "done"
