"""One device: its child process, the pictures in work, and what becomes of them when something goes wrong."""

import asyncio
import contextlib
import itertools
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import structlog

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.frames import receive_frame, send_frame
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.waiting import Ticket, Waiting
from easel.engines.diffusers.wire import Order, pack_batch
from easel.engines.frames import BLOB_MAX_BYTES, unpack_event
from easel.engines.process import EngineProcess

log = structlog.get_logger(__name__)

#: A picture whose painting has ended so many children is not tried again.
DEATHS_MAX = 2
#: How long a device rests after its child could not even be started, in seconds.
REST_S = 5.0
#: The child's last words of a picture.
LAST = ("painted", "left", "failed")
#: How it is noticed that the child has gone.
NO_CHILD = (OSError, EOFError)


class Device:
    """Takes pictures from those that wait and has its child paint them: a `Taker`."""

    def __init__(self, name: str, waiting: Waiting, options: Options, *, on_death: Callable[[Ticket], None]):
        self.name = name
        self._waiting = waiting
        self._options = options
        self._on_death = on_death
        self._child = EngineProcess("easel.engines.diffusers.child", name, options.to_json())
        self._sending = threading.Lock()
        self._numbers = itertools.count(1)
        self._models: Sequence[str] = ()
        self._work: dict[int, Ticket] = {}
        #: The longest silence of the child now, in seconds, and what ends it.
        self._silence_s = 0.0
        self._alarm: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def models(self) -> Collection[str]:
        """The sources of the models that are on it."""
        return self._models

    @property
    def work(self) -> Collection[Ticket]:
        """What the child was given and has not finished."""
        return self._work.values()

    async def start(self, *, at_once: bool = True) -> None:
        """Start to work, and the child: at once, or when it is needed. Raises EngineFailed."""
        if at_once:
            await asyncio.to_thread(self._child.start)
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """End the child; what it was painting fails."""
        if self._task is not None:
            self._task.cancel()
        await asyncio.to_thread(self._child.close)
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
        if self._alarm is not None:
            self._alarm.cancel()

    def cancel(self, ticket: Ticket) -> None:
        """Nobody waits for a ticket in work any more: the child is told."""
        numbers = [number for number, each in self._work.items() if each is ticket]
        if numbers:
            asyncio.get_running_loop().run_in_executor(None, self._tell_cancelled, numbers)

    def _tell_cancelled(self, numbers: list[int]) -> None:
        # When the child has gone, so has the picture.
        with contextlib.suppress(*NO_CHILD):
            self._send({"event": "cancel", "orders": numbers})

    async def _run(self) -> None:
        while True:
            try:
                await self._live()
            except Exception:
                # The boundary: a fault of ours must not leave the device without work for ever.
                log.exception("internal error", device=self.name)
                self._bury()
                await asyncio.sleep(REST_S)

    async def _live(self) -> None:
        """One child from the first picture that it is given to its end; then the next one is there."""
        source, orders = self._begin(await self._waiting.take(self))
        try:
            if not self._child.running:
                await asyncio.to_thread(self._child.start)
            feeding = asyncio.create_task(self._feed(source, orders))
            try:
                await asyncio.to_thread(self._listen, asyncio.get_running_loop())
            finally:
                feeding.cancel()
            log.warning("device failed", device=self.name, pictures=len(self._work))
            self._bury()
            # It ends the old process first, which may take long to let a device's memory go.
            await asyncio.to_thread(self._child.start)
        except EngineFailed:
            log.warning("device does not start", device=self.name)
            self._bury()
            await asyncio.sleep(REST_S)

    async def _feed(self, source: str, orders: Sequence[Order]) -> None:
        """Give the child pictures as it has room for them."""
        try:
            while True:
                await asyncio.to_thread(self._send, *pack_batch(source, orders))
                source, orders = self._begin(await self._waiting.take(self))
        except NO_CHILD:
            # Whoever listens to it finds out.
            return
        except Exception:
            log.exception("internal error", device=self.name)
            await asyncio.to_thread(self._child.stop)

    def _begin(self, tickets: Sequence[Ticket]) -> tuple[str, list[Order]]:
        idle = not self._work
        orders = [Order(next(self._numbers), ticket.job, ticket.index) for ticket in tickets]
        for order, ticket in zip(orders, tickets, strict=True):
            self._work[order.id] = ticket
            ticket.taker = self
        if idle:
            # Loading and compiling come before the first step.
            self._silence_s = self._options.load_timeout_s
            self._watch()
        return tickets[0].source, orders

    def _watch(self) -> None:
        """Wait anew for a word of the child, as long as it has work."""
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(self._silence_s, self._hung) if self._work else None

    def _hung(self) -> None:
        log.warning("device is silent", device=self.name, seconds=self._silence_s)
        asyncio.get_running_loop().run_in_executor(None, self._child.stop)

    def _bury(self) -> None:
        """The child has gone: its pictures get one more try each, alone and behind everybody else."""
        left = [ticket for ticket in self._work.values() if not ticket.over]
        for ticket in self._work.values():
            ticket.taker = None
        self._work.clear()
        self._models = ()
        self._watch()
        for ticket in left:
            ticket.alone = True
            ticket.deaths += 1
            if ticket.deaths >= DEATHS_MAX:
                self._on_death(ticket)
                ticket.tell(EngineFailed())
        self._waiting.add([ticket for ticket in left if ticket.deaths < DEATHS_MAX])

    def _send(self, header: Mapping[str, Any], parts: Sequence[bytes] = ()) -> None:
        with self._sending:
            send_frame(self._child.socket, header, length=sum(map(len, parts)), parts=parts)

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hand on the child's events until it ends; blocking."""
        # Work or none, a silent child is ended by the alarm, and that ends this.
        with contextlib.suppress(*NO_CHILD):
            channel = self._child.socket
            while True:
                header, blob = receive_frame(channel, blob_max_bytes=BLOB_MAX_BYTES)
                loop.call_soon_threadsafe(self._event, header, blob)

    def _event(self, header: Mapping[str, Any], blob: bytearray) -> None:
        """Take an event of the child; runs in the event loop."""
        event, number = header["event"], header.get("order", 0)
        if event == "loaded":
            self._models = header["models"]
        elif event in ("loading", "new"):
            self._silence_s = self._options.load_timeout_s
        elif event == "step":
            self._silence_s = self._options.step_timeout_s
        ticket = self._work.get(number)
        if ticket is not None:
            self._tell(ticket, header, blob)
        if event in LAST:
            self._work.pop(number, None)
            self._waiting.look_again()
        self._watch()

    def _tell(self, ticket: Ticket, header: Mapping[str, Any], blob: bytearray) -> None:
        event = header["event"]
        if event in ("partial", "painted"):
            ticket.tell(unpack_event(header, blob, ticket.index))
        elif event == "failed":
            log.warning("picture failed", device=self.name, job=ticket.job.id, reason=header["reason"])
            ticket.tell(NotStarted(Fault.BARRED) if header["reason"] == "load" else EngineFailed())
        ticket.over = ticket.over or event in LAST
