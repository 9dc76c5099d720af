"""The pictures that are in work on one model: they take steps together, come and go one by one, and fail alone.

Runs in the child process.
"""

import sys
import traceback
from collections.abc import Callable, Sequence

import torch

from easel.engines.diffusers.care import is_full, release, usable
from easel.engines.diffusers.load import Model
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.run import Pace, Painting, Report
from easel.engines.diffusers.wire import Order


class Unfit(Exception):
    """The process had better be replaced: it has no memory, or its device works no more."""


class Company:
    """Pictures in work, oldest first. `cancelled` holds the numbers of those that nobody waits for any more."""

    def __init__(self, model: Model, options: Options, report: Report, cancelled: set[int]):
        self._model = model
        self._meeting = model.meeting(options)
        self._report = report
        self._cancelled = cancelled
        self._paintings: list[Painting] = []
        self._pace = Pace(model.plan.device)

    def __len__(self) -> int:
        return len(self._paintings)

    @property
    def open(self) -> bool:
        """May somebody join? With one part at a time on the device every newcomer would swap all of them."""
        return not self._paintings or self._model.plan.offload != "model"

    def add(self, orders: Sequence[Order]) -> None:
        """Let pictures join."""
        self._paintings.extend(Painting(self._model, order, self._report) for order in orders)

    def turn(self) -> None:
        """One forward pass for the oldest picture and all that can share it. Raises Unfit."""
        for painting in [p for p in self._paintings if p.order.id in self._cancelled]:
            painting.leave()
            self._part_with(painting, {"event": "left"})
        for painting in [p for p in self._paintings if p.wish is None]:
            self._advance(painting, painting.begin)
        waiting = {id(p.wish): p for p in self._paintings if p.wish is not None}
        if waiting:
            group = self._meeting.group([p.wish for p in waiting.values()])
            self._step([waiting[id(wish)] for wish in group])
        if not self._paintings:
            self._meeting.forget()
            self._model.rest()

    def _step(self, group: Sequence[Painting]) -> None:
        wishes = [painting.wish for painting in group]
        if self._meeting.is_new(wishes):
            self._report({"event": "new"}, None)
        try:
            with torch.no_grad():
                answers = self._meeting.hold(wishes)
            self._pace.keep()
        except Exception as error:  # noqa: BLE001 - the boundary: what one picture does must not fail the others
            full = _tell(error)
        else:
            self._report({"event": "step", "orders": [painting.order.id for painting in group]}, None)
            for painting, answer in zip(group, answers, strict=True):
                self._advance(painting, lambda painting=painting, answer=answer: painting.go_on(answer))
            return
        # Out of the handler first: the exception would hold on to the tensors.
        if len(group) == 1:
            self._mishap(group[0], full)
        elif full or usable():
            release()
            # Too much: by halves. One of them is to blame: each for itself.
            self._meeting.narrow(wishes, len(group) // 2 if full else 1)
        else:
            raise Unfit

    def _advance(self, painting: Painting, go: Callable[[], None]) -> None:
        try:
            go()
        except Exception as error:  # noqa: BLE001 - the boundary: a picture fails alone
            full = _tell(error)
        else:
            if painting.over:
                self._paintings.remove(painting)
            return
        self._mishap(painting, full)

    def _mishap(self, painting: Painting, full: bool) -> None:
        """A picture's own work has failed. Out of memory, it begins once more, decoded in tiles."""
        painting.leave()
        if full and not painting.tiled:
            release()
            painting.tiled = True
            return
        self._part_with(painting, {"event": "failed", "reason": "memory" if full else "error"})
        if full or not usable():
            raise Unfit

    def _part_with(self, painting: Painting, last: dict[str, object]) -> None:
        self._paintings.remove(painting)
        self._report({**last, "order": painting.order.id}, None)


def _tell(error: Exception) -> bool:
    """Does an error mean that there was no memory? Any other goes to the operator's log with its traceback."""
    if is_full(error):
        return True
    traceback.print_exception(error, file=sys.stderr)
    return False
