"""One clause of an instruction: what it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """`verb` is one of the patterns', `want`, or empty for a clause without one; `old` and `new` may be empty.

    `instead`: what is to be takes the place of what there was.
    """

    verb: str
    old: str = ""
    new: str = ""
    instead: bool = False
    #: How many of several are meant; 0 for all.
    some: int = 0
    #: The side, `left` or `right`, that those stand on.
    side: str = ""
