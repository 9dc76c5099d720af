"""What the child of a device does: it takes batches, one at a time, and reports everything that happens to them."""

import queue
import sys
import traceback
from collections.abc import Mapping
from typing import Any

import diffusers
import torch
import transformers

from easel.engines.diffusers.care import OutOfMemory, paint
from easel.engines.diffusers.load import Model
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.residents import Residents
from easel.engines.diffusers.run import Batch, Cancelled, Report
from easel.engines.diffusers.wire import unpack_batch


class Studio:
    """One device and the models on it."""

    def __init__(self, device: str, options: Options, report: Report, cancelled: set[int]):
        """`cancelled` holds the numbers of pictures that nobody waits for; whoever reads the socket fills it."""
        diffusers.utils.logging.disable_progress_bar()
        transformers.utils.logging.disable_progress_bar()
        self._residents = Residents(device, options)
        self._report = report
        self._cancelled = cancelled

    def work(self, batches: "queue.Queue[tuple[dict[str, Any], bytearray]]") -> None:
        """Paint batches until the process is ended, or had better be: no memory, or a device that works no more."""
        while True:
            header, blob = batches.get()
            if not self.paint(header, blob):
                return

    def paint(self, header: Mapping[str, Any], blob: bytearray) -> bool:
        """Paint a batch; False when the process had better be replaced."""
        orders = unpack_batch(header, blob)
        model, healthy = self._model(header["source"]), True
        if model is not None:
            healthy = self._paint(Batch(model, orders, self._cancelled, self._report), model)
        # Whatever was cancelled up to here has been heard.
        newest = max(order.id for order in orders)
        self._cancelled.difference_update([number for number in list(self._cancelled) if number <= newest])
        self._say("done")
        return healthy

    def _model(self, source: str) -> Model | None:
        if source not in self._residents:
            self._say("loading")
        try:
            model = self._residents.get(source)
        except Exception:  # noqa: BLE001 - the boundary: whatever is wrong with some weights, the others can be used
            traceback.print_exc(file=sys.stderr)
            self._say("failed", reason="load")
            return None
        self._say("loaded", models=list(self._residents))
        return model

    def _paint(self, batch: Batch, model: Model) -> bool:
        try:
            paint(model, batch)
        except Cancelled:
            pass
        except OutOfMemory:
            self._say("failed", reason="memory")
            return False
        except Exception:  # noqa: BLE001 - the boundary: a poisoned batch fails, the child lives on
            # The traceback goes to the operator's log; the server learns only that it failed.
            traceback.print_exc(file=sys.stderr)
            healthy = usable()
            self._say("failed", reason="error" if healthy else "broken")
            return healthy
        return True

    def _say(self, event: str, **values: object) -> None:
        self._report({"event": event, **values}, None)


def usable() -> bool:
    """Does the device still work? After some errors of a GPU, everything fails until the process is replaced."""
    if not torch.cuda.is_initialized():
        return True
    try:
        torch.cuda.synchronize()
    except RuntimeError:
        return False
    return True
