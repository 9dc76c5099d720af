"""What the child of a device does: it takes pictures as they come, and reports everything that happens to them."""

import queue
import sys
import traceback
from collections.abc import Mapping
from typing import Any

import diffusers
import transformers

from easel.engines.diffusers.company import Company, Unfit
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.residents import Residents
from easel.engines.diffusers.run import Report
from easel.engines.diffusers.wire import unpack_batch

Inbox = queue.Queue[tuple[dict[str, Any], bytearray]]


class Studio:
    """One device, the models on it, and the pictures that are in work on one of them."""

    def __init__(self, device: str, options: Options, report: Report, cancelled: set[int]):
        """`cancelled` holds the numbers of pictures that nobody waits for; whoever reads the socket fills it."""
        diffusers.utils.logging.disable_progress_bar()
        transformers.utils.logging.disable_progress_bar()
        self._options = options
        self._residents = Residents(device, options)
        self._report = report
        self._cancelled = cancelled
        self._source = ""
        self._company: Company | None = None
        self._newest = 0

    def work(self, inbox: Inbox) -> None:
        """Paint until the process is ended, or had better be."""
        try:
            while True:
                self._take(inbox)
                self.turn()
        except Unfit:
            return

    def turn(self) -> None:
        """One step. Raises Unfit when the process had better be replaced."""
        if self._company:
            self._company.turn()
        if not self._company:
            # Whatever was cancelled up to here has been heard.
            self._cancelled.difference_update([number for number in list(self._cancelled) if number <= self._newest])

    def accept(self, header: Mapping[str, Any], blob: bytearray) -> None:
        """Let pictures join those in work; for another model these come to their end first. Raises Unfit."""
        orders = unpack_batch(header, blob)
        self._newest = max(order.id for order in orders)
        while self._company and header["source"] != self._source:
            self._company.turn()
        if not self._company and not self._load(header["source"]):
            for order in orders:
                self._say("failed", order=order.id, reason="load")
            return
        self._company.add(orders)

    def _take(self, inbox: Inbox) -> None:
        """What has come; when nothing is in work, wait for it."""
        while not self._company:
            self.accept(*inbox.get())
        while self._company.open and not inbox.empty():
            self.accept(*inbox.get())

    def _load(self, source: str) -> bool:
        """Is the model here, or can it be loaded?"""
        if source not in self._residents:
            self._say("loading")
            # What nobody works with can go.
            self._company = None
        try:
            model = self._residents.get(source)
        except Exception:  # noqa: BLE001 - the boundary: whatever is wrong with some weights, the others can be used
            traceback.print_exc(file=sys.stderr)
            return False
        self._say("loaded", models=list(self._residents))
        self._source, self._company = source, Company(model, self._options, self._report, self._cancelled)
        return True

    def _say(self, event: str, **values: object) -> None:
        self._report({"event": event, **values}, None)
