"""What was said before the noun that it belongs to."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Pending:
    """What was said before the noun that it belongs to."""

    colours: list[str] = field(default_factory=list)
    #: How the colours were called.
    words: list[str] = field(default_factory=list)
    count: int | None = None
    #: The number says only about how many: `a flock of`, 几只.
    vague: bool = False
    size: float = 1.0
    place: str | None = None
    #: `the` was said: the noun may be one that was named before.
    definite: bool = False

    def colour(self) -> str | None:
        """Take the first colour; the others stay behind as words."""
        taken = self.colours[0] if self.colours else None
        self.colours, self.words = [], self.words[1:]
        return taken

    def take_all(self, used: int) -> None:
        """Leave behind only the words of the colours that were not used."""
        self.colours, self.words = [], self.words[used:]


@dataclass(slots=True)
class Reserved:
    """What was said of a noun that comes some words later, such as 坐在椅子上的 before 猫."""

    traits: dict[str, str] = field(default_factory=dict)
    count: int | None = None
    #: It is dressed up with this hat.
    hat: str | None = None
