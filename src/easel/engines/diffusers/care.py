"""A batch with care: out of memory, it is tried once more in a smaller way. Runs in the child process."""

from collections.abc import Sequence

import torch

from easel.engines.diffusers.load import Model
from easel.engines.diffusers.residents import release
from easel.engines.diffusers.run import Batch
from easel.engines.diffusers.wire import Order

#: How a host, and Apple's graphics, say that they have no more memory.
FULL = ("can't allocate memory", "out of memory")


class OutOfMemory(Exception):
    """The batch did not fit, not even in the smaller way."""


def paint(model: Model, batch: Batch) -> None:
    """Paint all that is left of a batch. Raises Cancelled, OutOfMemory, or whatever else goes wrong."""
    batch.check()
    together = model.family.call(batch.left[0].job).batched
    groups = [batch.left] if together else [[order] for order in batch.left]
    for group in groups:
        if not _fits(batch, group):
            # Out of the handler first: the exception would hold on to the tensors.
            release()
            _paint_smaller(model, batch, group)


def _paint_smaller(model: Model, batch: Batch, group: Sequence[Order]) -> None:
    if len(group) > 1:
        half = (len(group) + 1) // 2
        fitted = all(_fits(batch, part) for part in (group[:half], group[half:]))
    else:
        model.tile(on=True)
        try:
            fitted = _fits(batch, group)
        finally:
            model.tile(on=False)
    if not fitted:
        raise OutOfMemory


def _fits(batch: Batch, group: Sequence[Order]) -> bool:
    """Paint those of a group that somebody still waits for; False when the memory did not suffice."""
    wanted = {order.id for order in batch.left}
    group = [order for order in group if order.id in wanted]
    try:
        if group:
            batch.paint(group)
    except (torch.OutOfMemoryError, RuntimeError, MemoryError) as error:
        if not is_full(error):
            raise
        return False
    return True


def is_full(error: Exception) -> bool:
    """Does an exception mean that the memory did not suffice?"""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or any(text in str(error) for text in FULL)
