"""A plan in the making: things whose traits and relations still grow, and the scenery around them."""

from dataclasses import dataclass, field

from easel.engines.painter import icons
from easel.engines.painter.plan import SHEETS, Relation, Thing

#: More of one kind than this is a crowd, whatever the number says.
MAX_COUNT = 40
#: Nouns add things up to this many.
MAX_THINGS = 24
#: How many a bare plural means.
SOME, SOME_SMALL = 3, 5
#: Groups whose bare plural is SOME_SMALL.
SMALL_GROUPS = frozenset({"plant"})
#: Emoji subgroups by their first word, and the sprite group that an icon of it belongs to.
ICON_GROUPS = {
    "person": "person", "face": "person", "animal": "animal", "plant": "plant", "food": "food", "drink": "food",
    "place": "building", "transport": "vehicle",
}  # fmt: skip
#: A later word for the place that says more than the earlier one.
REFINEMENTS = {
    "sea": {"beach", "harbour", "underwater"},
    "river": {"waterfall", "harbour", "venice", "water_town", "amsterdam"},
    "space": {"moon_surface", "mars"},
    "lake": {"pond"},
    "garden": {"pond"},
    "park": {"pond"},
    "street": {"market", "neon_street", "hutong"},
    "road": {"street", "coast_road"},
    "night_sky": {"space"},
    "living_room": {
        "bedroom",
        "kitchen",
        "library",
        "classroom",
        "office",
        "cafe",
        "window_sill",
        "gym",
        "bathroom",
        "shop",
        "stage",
        "museum",
        "hospital",
        "church_nave",
        "studio",
        "table_top",
    },
    "studio": {"library", "stage"},
    "sheet": {"app_icon"},
    "cafe": {"window_sill"},
    "library": {"window_sill"},
    "bedroom": {"window_sill"},
}
#: What two places in one prompt are together.
TOGETHER = (
    {frozenset({"road", other}): "coast_road" for other in ("sea", "beach")}
    | {frozenset({"neon_grid", other}): "neon_grid" for other in ("road", "desert", "meadow", "plain")}
    | {frozenset({"street", town}): town for town in ("venice", "water_town", "amsterdam")}
)
#: Places that a road or a path may lead through.
CROSSED = frozenset({"flower_field", "sunflower_field", "farmland", "garden", "snowfield"})
#: Settings that any other place replaces.
WEAK_SETTINGS = frozenset({"meadow", "plain", "neon_grid", "abstract"})
#: How surely a word for a style names the style, not just an air of it: pixels are pixels, a photo may be anything.
STYLE_RANK = {
    "pixel_art": 6, "jianzhi": 6, "paper_cut": 5, "stained_glass": 5, "ukiyo_e": 5, "low_poly": 5, "impasto": 5,
    "ink_wash": 5, "watercolor": 5, "gouache": 4, "charcoal": 4, "pastel": 4, "oil": 4, "genki": 4, "line_art": 4,
    "gongbi": 4, "comic": 4, "anime": 4, "pencil": 3, "cartoon": 3, "flat_vector": 3, "medieval": 3, "cyberpunk": 2,
    "vintage": 2, "photo": 2, "digital": 1, "cinematic": 1,
}  # fmt: skip
MOOD_RANK = {"neutral": 0, "monochrome": 3, "pastel": 2}
#: What a later word may still change.
WEAK: dict[str, tuple[str | None, ...]] = {
    "time": (None, "day"),
    "weather": (None, "clear", "wind"),
    "season": (None,),
    "camera": ("normal", "portrait"),
}


#: Things that people dress and pose as if they lived.
LIFELIKE = frozenset({"snowman", "icon:teddy-bear", "icon:japanese-dolls"})


@dataclass(slots=True, eq=False)
class DraftThing:
    """A thing whose traits and relations may still grow; see `plan.Thing`."""

    kind: str
    group: str
    words: str
    count: int = 1
    colour: str | None = None
    size: float = 1.0
    traits: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, "DraftThing"]] = field(default_factory=list)
    at: tuple[float, float] | None = None
    #: It stood in the plural without a number.
    bare_plural: bool = False
    #: It stood with an exact number.
    numbered: bool = False

    @property
    def animate(self) -> bool:
        """Whether it can sit, look or smile."""
        return self.group in ("person", "animal") or self.kind in LIFELIKE

    def relate(self, kind: str, target: "DraftThing") -> None:
        """Tie a relation once; never to itself, and never both ways."""
        if target is self or any(other is target for _, other in self.relations):
            return
        if all(other is not self for _, other in target.relations):
            self.relations.append((kind, target))


@dataclass(slots=True)
class Scenery:
    """Everything of a plan but its things."""

    setting: str | None = None
    backdrops: list[str] = field(default_factory=list)
    time: str | None = None
    weather: str | None = None
    season: str | None = None
    sky: dict[str, str | None] = field(default_factory=dict)
    style: str = "none"
    camera: str = "normal"
    mood: str = "neutral"
    tint: str | None = None
    festivals: list[str] = field(default_factory=list)
    #: The setting was said to be where things are, rather than just named.
    firm: bool = False

    def put(self, role: str, value: str, colour: str | None, *, firm: bool = False) -> None:
        """Take in one effect of a scenery word; `colour` is the colour that stood before it, if any.

        `firm`: a preposition says that it is the place, which one that is only named (`my school recital`) gives way
        to.
        """
        match role:
            case "setting":
                self._settle(value, firm)
            case "backdrop":
                self.backdrops += [value] if value not in self.backdrops else []
            case "festival":
                self.festivals += [value] if value not in self.festivals else []
            case "sky":
                self.sky[value] = colour or self.sky.get(value)
            case "style":
                self.style = max(self.style, value, key=lambda name: STYLE_RANK.get(name, 0))
            case "mood":
                self.mood = max(self.mood, value, key=lambda name: MOOD_RANK.get(name, 1))
            case _ if getattr(self, role) in WEAK[role]:
                setattr(self, role, value)

    def _settle(self, place: str, firm: bool) -> None:
        now = self.setting
        if {now, place} & CROSSED and "road" in (now, place):
            self.setting = place if now == "road" else now
            self.put("backdrop", "path", None)
            return
        together = TOGETHER.get(frozenset({now, place})) if now is not None else None
        if now is None or (now in WEAK_SETTINGS and together is None) or place in REFINEMENTS.get(now, ()):
            self.setting = place
        elif together is not None:
            self.setting = together
        elif firm and not self.firm and (now not in SHEETS or place != "plain"):
            # `on a white background` says nothing new of a design.
            self.setting = place
        self.firm = self.firm or firm


def group_of(role: str, kind: str) -> str:
    """The sprite group of a thing; that of an icon follows from its emoji subgroup."""
    if role != "icon":
        return role
    return ICON_GROUPS.get(icons.info(kind).group.split("-")[0], "object")


def finished(things: list[DraftThing]) -> tuple[Thing, ...]:
    """The frozen things; relations to things that are no longer there fall away."""
    index = {id(thing): number for number, thing in enumerate(things)}
    return tuple(
        Thing(
            kind=thing.kind,
            words=thing.words,
            count=thing.count,
            colour=thing.colour,
            size=thing.size,
            traits=frozenset(f"{key}:{value}" for key, value in thing.traits.items()),
            relations=tuple(Relation(kind, index[id(t)]) for kind, t in thing.relations if id(t) in index),
            at=thing.at,
        )
        for thing in things
    )
