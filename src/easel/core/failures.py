"""How a route fails, in the words that the router decides by. Callers never see them."""

from collections.abc import Collection, Sequence
from enum import StrEnum


class Fault(StrEnum):
    """Why nothing was begun."""

    #: Too much to do there right now: later it will work.
    BUSY = "busy"
    #: Nobody could be reached.
    AWAY = "away"
    #: The key, the balance or the address is not right: only the operator can mend it.
    BARRED = "barred"
    #: This very request is not taken; others are.
    REFUSED = "refused"


class NotStarted(Exception):
    """Certainly nothing was begun, and nothing will be charged: another route may try.

    `indexes` are the pictures that this is said of; None: all that have not been handed out. `again_s` is how long the
    other side asks to be left alone, in seconds.
    """

    def __init__(self, fault: Fault, *, again_s: float | None = None, indexes: Collection[int] | None = None):
        super().__init__(fault.value)
        self.fault = fault
        self.again_s = again_s
        self.indexes = indexes

    @property
    def retryable(self) -> bool:
        """May the same route be tried again with the same request?"""
        return self.fault in (Fault.BUSY, Fault.AWAY)


def conclude(failures: Sequence[Exception], *, made: bool) -> None:
    """What is left to say when all calls of one job have ended, some with these failures: raises it, if anything.

    `made`: has any picture come? Then what was begun and failed is no more than a picture less. Each NotStarted of
    `failures` names its pictures.
    """
    not_begun = [failure for failure in failures if isinstance(failure, NotStarted)]
    begun = [failure for failure in failures if not isinstance(failure, NotStarted)]
    if not_begun and (made or not begun):
        worst = max(not_begun, key=lambda failure: failure.again_s or 0)
        indexes = [index for failure in not_begun for index in failure.indexes or ()]
        raise NotStarted(worst.fault, again_s=worst.again_s, indexes=indexes)
    if begun and not made:
        raise begun[0]
