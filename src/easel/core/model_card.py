"""Model cards: what each public model id accepts, costs and is made by. Data, read from TOML."""

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import Any

from easel.core.errors import InvalidField, ModelUnknown
from easel.core.image import Size
from easel.core.job import MODES, Job, Role

RATIO = re.compile(r"([1-9]\d{0,3}):([1-9]\d{0,3})")
#: Sides that follow from a ratio are multiples of this many pixels: every open model takes them.
SHAPED_STEP = 16


@dataclass(frozen=True, slots=True)
class Parameter:
    """One request parameter that the model honours: its range or its choices, and its default."""

    min: float | None = None
    max: float | None = None
    above: float | None = None
    choices: tuple[str, ...] = ()
    default: Any = None

    def check(self, field_name: str, value: Any) -> Any:
        """Return `value` or raise InvalidField; numbers by range, texts by choice."""
        if self.choices and value not in self.choices:
            raise InvalidField(field_name, f"must be one of {', '.join(self.choices)}")
        too_small = (self.min is not None and value < self.min) or (self.above is not None and value <= self.above)
        if too_small or (self.max is not None and value > self.max) or (isinstance(value, float) and math.isnan(value)):
            raise InvalidField(field_name, f"must be {self.range}")
        return value

    @property
    def range(self) -> str:
        """What a number has to be: the range in mathematical notation, such as `in (0, 1]`, or the only value."""
        if self.min is not None and self.min == self.max:
            return f"{self.min:g}"
        low = f"({self.above:g}" if self.above is not None else f"[{self.min:g}" if self.min is not None else "(-inf"
        return f"in {low}, {f'{self.max:.12g}]' if self.max is not None else 'inf)'}"


@dataclass(frozen=True, slots=True)
class ReferenceRule:
    """How many reference images of one role the model needs and takes."""

    min: int = 0
    max: int = 1


@dataclass(frozen=True, slots=True)
class Sizes:
    """Which output sizes the model makes.

    `ratios` maps a resolution (`1K`) to a table of aspect ratio to size. `explicit` says what a width and
    height in pixels do: `free` (any, within the limits), `nearest` (the nearest ratio of the table) or `none`.
    `multiple` is what both sides have to be a multiple of, in pixels.
    """

    default: Size
    ratios: Mapping[str, Mapping[str, Size]] = field(default_factory=dict)
    explicit: str = "none"
    min_side: int = 256
    max_side: int = 4096
    multiple: int = 1
    #: Without any size in the request, keep the input image's size.
    follow_input: bool = False

    def check(self, size: Size, width_field: str, height_field: str) -> Size:
        """Return a free size or raise InvalidField that names the side at fault."""
        for side, name in ((size.width, width_field), (size.height, height_field)):
            if not self.min_side <= side <= self.max_side:
                raise InvalidField(name, f"both sides must be in [{self.min_side}, {self.max_side}] pixels, got {size}")
            if side % self.multiple:
                raise InvalidField(name, f"both sides must be multiples of {self.multiple}, got {size}")
        return size

    def nearest(self, size: Size, resolution: str) -> Size:
        """The table's size whose aspect ratio is nearest to that of `size`."""
        wanted = math.log(max(size.width, 1) / max(size.height, 1))
        table = self.ratios[resolution]
        return min(table.values(), key=lambda s: abs(math.log(s.width / s.height) - wanted))

    def shaped(self, ratio: str) -> Size | None:
        """For a model of free sizes: the size of an aspect ratio such as `16:9` with about the default's pixels.

        None for what is no ratio, or one that does not fit between the shortest and the longest side.
        """
        found = RATIO.fullmatch(ratio)
        if found is None:
            return None
        across, down = (int(side) for side in found.groups())
        step = max(self.multiple, SHAPED_STEP)
        scale = min(math.sqrt(self.default.area / (across * down)), self.max_side / max(across, down))
        size = Size(*(int(side * scale / step + 0.5) * step for side in (across, down)))
        fits = all(self.min_side <= side <= self.max_side for side in (size.width, size.height))
        return size if fits else None

    def following(self, source: Size, area: int | None) -> Size:
        """The size of a picture that follows an input image: its own, or its shape at `area` pixels.

        Scaled into [64, max_side] where it does not fit.
        """
        scale = math.sqrt(area / source.area) if area else 1.0
        scale = min(scale, self.max_side / max(source.width, source.height))
        return Size(max(64, round(source.width * scale)), max(64, round(source.height * scale)))


@dataclass(frozen=True, slots=True)
class Route:
    """One way to make the model's pictures: an engine, and what that engine calls the model.

    Routes are tried by `order`, which is their place in the list unless it says otherwise; those of one order share
    the work by `weight`. `modes`, `min_side` and `max_side` (pixels) say which jobs it takes; empty and None: all.
    """

    engine: str
    source: str = ""
    order: int | None = None
    weight: float = 1
    modes: tuple[str, ...] = ()
    min_side: int | None = None
    max_side: int | None = None
    #: What one picture costs the operator, in micro-units.
    cost_micros: int = 0
    #: Jobs that this route works on at once; None: as many as come.
    concurrency: int | None = None
    #: Only where none of the other routes' engines is there: never when they fail.
    stand_in: bool = False

    def __post_init__(self) -> None:
        if not (self.weight > 0 and self.cost_micros >= 0 and (self.concurrency is None or self.concurrency > 0)):
            msg = f"the route by {self.engine!r} needs a weight and a concurrency above 0, and a cost of 0 or more"
            raise ValueError(msg)
        if unknown := set(self.modes) - {"generate", *MODES.values()}:
            msg = f"the route by {self.engine!r} has an unknown mode: {min(unknown)!r}"
            raise ValueError(msg)

    def takes(self, job: Job) -> bool:
        """Does the route take a job of this mode and size? The job's size is fixed."""
        sides = (job.size.width, job.size.height) if job.size else ()
        fits = all((self.min_side or 0) <= side <= (self.max_side or side) for side in sides)
        return fits and (not self.modes or job.mode in self.modes)

    @classmethod
    def several(cls, tables: list[dict[str, Any]]) -> "tuple[Route, ...]":
        """Routes as TOML lists them, in the order in which they are tried; raises TypeError or ValueError."""
        known = {part.name for part in fields(cls)}
        for table in tables:
            if not isinstance(table, dict):
                msg = 'routes are tables, each under [["model"]] or [[routes]]'
                raise ValueError(msg)
            if unknown := table.keys() - known:
                msg = f"a route has no {min(unknown)!r}, but {', '.join(sorted(known))}"
                raise ValueError(msg)
            if "engine" not in table:
                msg = "a route needs an engine"
                raise ValueError(msg)
        placed = (
            {"order": place, **table, "modes": tuple(table.get("modes", ()))} for place, table in enumerate(tables)
        )
        return tuple(sorted((cls(**table) for table in placed), key=lambda route: route.order))


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """Everything Easel knows about one public model id.

    `dialect` is the one whose shape answers on routes that several dialects share.
    Prices are integer micro-units of the operator's currency for each picture. `description_zh` is for readers of
    Chinese; empty, they read the other one.
    """

    id: str
    dialect: str
    title: str
    description: str
    description_zh: str = ""
    owner: str
    created: int
    aliases: tuple[str, ...] = ()
    #: By which of the aliases the card was found.
    alias: str = ""
    prompt_max_chars: int = 32_000
    #: `always`, or `without_image`: an input image may stand alone.
    prompt_required: str = "always"
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    references: Mapping[Role, ReferenceRule] = field(default_factory=dict)
    sizes: Sizes
    price_micros: int | None = None
    free_pictures: int = 0
    url_lifetime_s: int = 3600
    routes: tuple[Route, ...] = ()

    @property
    def modes(self) -> tuple[str, ...]:
        """What the model can be asked for: `generate`, `edit`, `subject`, `mask`."""
        needs_image = any(rule.min for rule in self.references.values())
        return (() if needs_image else ("generate",)) + tuple(MODES[role] for role in self.references)

    @classmethod
    def from_toml(cls, text: str) -> "ModelCard":
        """Read one card; raises ValueError or KeyError with the card's fault."""
        table = tomllib.loads(text)
        sizes = table.pop("sizes")
        ratios = {
            resolution: {ratio: Size.parse(size) for ratio, size in row.items()}
            for resolution, row in sizes.pop("ratios", {}).items()
        }
        parameters = table.pop("parameters", {})
        references = table.pop("references", {})
        routes = table.pop("routes", [])
        return cls(
            sizes=Sizes(default=Size.parse(sizes.pop("default")), ratios=ratios, **sizes),
            parameters={n: Parameter(**{**p, "choices": tuple(p.get("choices", ()))}) for n, p in parameters.items()},
            references={Role(role): ReferenceRule(**rule) for role, rule in references.items()},
            routes=Route.several(routes),
            aliases=tuple(table.pop("aliases", ())),
            **table,
        )


#: How like a model's name a misspelt one has to be to be taken for it, from 0 to 1.
LIKENESS = 0.8
#: Longer names are compared by their beginning, in characters: it is a caller's, and comparing takes time.
LONGEST_NAME = 80


class Cards:
    """All model cards, found by id or alias without regard to case."""

    def __init__(self, cards: list[ModelCard]):
        self._cards = sorted(cards, key=lambda card: card.id)
        self._by_name: dict[str, ModelCard] = {}
        for card in self._cards:
            for name in (card.id, *card.aliases):
                named = card if name == card.id else replace(card, alias=name)
                if self._by_name.setdefault(name.lower(), named).id != card.id:
                    msg = f"two model cards are called {name!r}"
                    raise ValueError(msg)

    def __iter__(self) -> Iterator[ModelCard]:
        return iter(self._cards)

    def find(self, name: str) -> ModelCard:
        """The card of a model id or alias; raises ModelUnknown, with the name that is most like it."""
        wanted = name.strip().lower()
        card = self._by_name.get(wanted)
        if card is None:
            raise ModelUnknown(name, self._like(wanted))
        return card

    def _like(self, wanted: str) -> str | None:
        """The name that is most like an unknown one, whether that has the maker's name before it or not."""
        names = {name.rpartition("/")[2]: name for name in self._by_name} | {name: name for name in self._by_name}
        like = get_close_matches(wanted[:LONGEST_NAME], names, n=1, cutoff=LIKENESS)
        return names[like[0]] if like else None
