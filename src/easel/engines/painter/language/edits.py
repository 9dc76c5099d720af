"""Edits: the changes that an instruction asks for."""

from dataclasses import dataclass

from easel.engines.painter.plan import Retouch, Thing

#: Stand for a kind: whatever the picture is of, whoever is in it, all things, those of which there are several, and
#: whatever is of one sort with what comes in its place.
SUBJECT, SOMEBODY, ALL, THEM, KIN = "subject", "somebody", "all", "them", "kin"
#: Stands before a kind, or before nothing for the subject: the next thing that is not of that kind.
OTHER = "other than "


@dataclass(frozen=True, slots=True)
class Add:
    """Put things in. Relations among `things` count from the first of them.

    `relation` ties the first `together` of them to each of `anchors`, kinds of things that are there already;
    `anchor_acts` ties the anchors to the first, as with what somebody wears or holds; `instead` of what they did so
    before.
    """

    things: tuple[Thing, ...]
    relation: str | None = None
    anchors: tuple[str, ...] = ()
    anchor_acts: bool = False
    instead: bool = False
    together: int = 1


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away all things of these kinds, and scenery of these names.

    `now` is the colour that they are said to have, `worn` are keys of traits that everybody loses, such as `glasses`.
    """

    kinds: tuple[str, ...]
    now: str | None = None
    worn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keep:
    """Take away all things but those of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fewer:
    """Take `by` away from as many as there are of a kind; with the last the thing is gone."""

    kind: str
    by: int


@dataclass(frozen=True, slots=True)
class More:
    """Have `by` more of a kind than there are; where there is none, `new` comes."""

    kind: str
    by: int
    new: Thing | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Have `factor` times as many of a kind as there are, rounded, at least one."""

    kind: str
    factor: float


@dataclass(frozen=True, slots=True)
class Move:
    """Put the things of `kind` elsewhere: into a relation to `anchor`, or at a place in the frame.

    Where there is no anchor yet, `new` is put there; where there is nothing of the kind, `mover` comes.
    """

    kind: str
    relation: str | None = None
    anchor: str | None = None
    at: tuple[float, float] | None = None
    new: Thing | None = None
    mover: Thing | None = None


@dataclass(frozen=True, slots=True)
class Swap:
    """Exchange the colours, or else the places, of the things of two kinds; without kinds, of the first two things."""

    kinds: tuple[str, ...]
    colours: bool = False


@dataclass(frozen=True, slots=True)
class Replace:
    """Put `thing` where the things of `kind` are; `now` is the colour that those are said to have.

    `exact`: one means one, where such things are there already.
    """

    kind: str
    thing: Thing
    now: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Want:
    """Have these things in the picture: those that are there become as many and of that colour, others are added.

    `exact`: one means one, also where there are more.
    """

    things: tuple[Thing, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Recolour:
    """Paint things of `kind` in a colour. `part` is empty for the whole thing, or a trait such as `garment_colour`.

    `now` is the colour that they are said to have.
    """

    kind: str
    colour: str
    part: str = ""
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Describe:
    """Give things of `kind` traits (`key:value`), another size or another number."""

    kind: str
    traits: tuple[str, ...] = ()
    size: float | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeBackground:
    """Another place; what rises behind it changes too. `more`: the place stays, and these backdrops are added."""

    setting: str | None
    backdrops: tuple[str, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class ChangeTime:
    """Another hour."""

    time: str


@dataclass(frozen=True, slots=True)
class ChangeWeather:
    """Another weather."""

    weather: str


@dataclass(frozen=True, slots=True)
class ChangeSeason:
    """Another season."""

    season: str


@dataclass(frozen=True, slots=True)
class ChangeSky:
    """Things that appear in the sky, each with its colour or None."""

    things: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ChangeStyle:
    """Another style."""

    style: str


@dataclass(frozen=True, slots=True)
class ChangeMood:
    """Another mood, framing or dominant colour; None leaves one as it is."""

    mood: str | None = None
    camera: str | None = None
    tint: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """Write `text` on the thing of `kind`, or over the picture; None leaves the words and changes their colour.

    `old` is the text that it replaces, `instead`: it comes in the place of what is there. `gone` takes all text away.
    """

    text: str | None = None
    kind: str = ""
    old: str | None = None
    colour: str | None = None
    at: str | None = None
    instead: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Some:
    """Do something to `number` of several: `make one of them white`. Where there are no more than that, to all.

    `side`: the `left` or the `right` one is meant.
    """

    number: int
    change: "Change"
    side: str = ""


Change = (
    Add | Remove | Keep | Fewer | More | Times | Move | Swap | Replace | Want | Recolour | Describe | ChangeBackground
    | ChangeTime | ChangeWeather | ChangeSeason | ChangeSky | ChangeStyle | ChangeMood | Letter | Retouch | Some
)  # fmt: skip
