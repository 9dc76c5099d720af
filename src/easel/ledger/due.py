"""When something was put off, several processes' clocks differ, and any of them may be set back."""

from sqlalchemy import ColumnElement

#: How far another process' clock may be ahead, in seconds: what has a later time got it from a clock that has been set
#: back since, and would be waited for as long as that.
AHEAD_S = 60


def is_due(due: ColumnElement[int], now: int, *, believed: int) -> ColumnElement[bool]:
    """Has its time come, or is it further off than `believed`, beyond which nothing is put off? In one unit, any."""
    return (due <= now) | (due > now + believed)
