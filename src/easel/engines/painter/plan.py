"""The scene plan: what a prompt asks for, in the painter's own words. Data only: language writes it, painting reads it.

prompt ─ language.read() ─► ScenePlan ─ paint.paint() ─► pixels. A plan never holds sizes, seeds or pixels, so the same
plan can be painted at any size, and an edit instruction is a change from one plan to another.
"""

from dataclasses import dataclass, field

#: Ground or room that the scene stands in.
SETTINGS = (
    "meadow", "lake", "river", "sea", "beach", "desert", "snowfield", "flower_field", "sunflower_field", "farmland",
    "road", "street", "square", "courtyard", "market", "forest_floor", "bamboo_grove", "garden", "park",
    "mountain_top", "headland", "cloud_sea", "rainbow_bridge", "harbour", "waterfall", "volcano", "cave", "underwater",
    "space", "moon_surface", "water_town", "venice", "pond", "coast_road", "terraces", "mars", "night_sky",
    "canyon", "pool", "gym", "hospital", "supermarket", "church_nave", "airport",
    "station", "stadium", "court", "white_town", "amsterdam", "neon_street", "patio", "playground",
    "savanna", "bathroom", "hutong", "greenhouse", "neon_grid", "tatami", "loft", "cellar",
    "workshop", "garage", "smithy", "bakery", "laboratory", "barbershop", "operating_room", "courtroom", "pharmacy",
    "nightclub", "deck", "sports_ground", "frozen_lake", "cockpit", "spaceship_bridge",
    "abstract",
    "library", "living_room", "bedroom", "kitchen", "cafe", "classroom", "office", "shop", "stage", "museum", "studio",
    "window_sill", "table_top", "plain", "wall", "brick_wall", "sheet", "pattern", "app_icon",
)  # fmt: skip
#: Settings that are no place but a flat ground for a design.
SHEETS = frozenset({"sheet", "pattern", "app_icon"})
#: What rises behind it, and the path through it, far to near; several may stand together.
BACKDROPS = (
    "mountains", "snow_mountains", "hills", "city", "future_city", "ruined_city", "forest", "bamboo", "village",
    "islands", "dunes", "rooftops", "chinese_town", "castle_town", "waterfall", "fuji",
    "karst", "path",
)  # fmt: skip
TIMES = ("day", "sunrise", "sunset", "golden_hour", "dusk", "night")
WEATHERS = ("clear", "cloudy", "overcast", "rain", "snow", "fog", "storm", "wind")
SEASONS = ("spring", "summer", "autumn", "winter")
#: Things of the sky; `moon` and `sun` may have a colour.
SKY_THINGS = (
    "sun", "moon", "crescent", "stars", "milky_way", "aurora", "rainbow", "fireworks", "lightning", "planets", "earth",
    "meteors", "clouds", "second_moon", "third_moon",
)  # fmt: skip
STYLES = (
    "none", "photo", "cinematic", "watercolor", "oil", "impasto", "ink_wash", "gouache", "pencil", "charcoal", "pastel",
    "cartoon", "anime", "comic", "flat_vector", "pixel_art", "low_poly", "ukiyo_e", "stained_glass", "paper_cut",
    "jianzhi", "digital", "cyberpunk", "vintage", "medieval", "genki", "gongbi",
    "line_art",
)  # fmt: skip
CAMERAS = ("normal", "close_up", "portrait", "half_body", "full_body", "wide", "birds_eye", "low_angle")
MOODS = ("neutral", "warm", "cold", "dark", "bright", "pastel", "vivid", "muted", "monochrome", "mysterious")

#: Kinds of layout whose frames show the plan's scene: who and what is in it stays a scene, and no sign of it.
FRAMED = frozenset({
    "comic", "manga", "storyboard", "collage", "before_after", "triptych", "turnaround", "mood_board", "magazine",
    "postcard", "stamp", "calendar", "book", "room", "plot",
})  # fmt: skip

#: How a thing stands to another; `on`, `in`, `under` and the holding ones use the sprites' attach points.
RELATIONS = (
    "left_of", "right_of", "above", "below", "on", "in", "under", "behind", "in_front_of", "between", "beside",
    "holding", "riding", "wearing", "looking_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is one of RELATIONS; `target` is the index in `ScenePlan.things` of the thing it refers to."""

    kind: str
    target: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One kind of thing, `count` of it.

    `kind` names a sprite (`cat`, `pagoda`), or an icon as `icon:octopus`. `colour` is `#rrggbb`, or None for the
    sprite's own. `size` scales the sprite's natural height (tiny .5, small .75, large 1.3, huge 1.7). `traits` are
    `key:value` texts: `pose:sitting`, `garment:suit`, `garment_colour:#ffffff`, `hair:long`, `hair_colour:#…`,
    `age:old`, `facing:back`, `material:wood`, `like:banana` (in the manner of that kind), `gaze:up`,
    `mood:smiling`, `state:blooming`, `ethnicity:asian`, `hat:wizard`, `place:border` (all round the frame),
    `text:OPEN` (written on it, `text_colour:#…`).
    `words` is how the prompt called it. `at` is a wanted centre (x, y) in [0, 1] of the frame, where it said one.
    """

    kind: str
    words: str
    count: int = 1
    colour: str | None = None
    size: float = 1.0
    traits: frozenset[str] = frozenset()
    relations: tuple[Relation, ...] = ()
    at: tuple[float, float] | None = None

    def trait(self, key: str) -> str | None:
        """The value of one trait, or None."""
        prefix = key + ":"
        return next((t[len(prefix) :] for t in sorted(self.traits) if t.startswith(prefix)), None)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text to be read in the picture, its `colour` as `#rrggbb`, and where it stands (`top`, `bottom`, `centre`).

    None leaves either to the painter.
    """

    text: str
    colour: str | None = None
    at: str | None = None
    #: Written with a brush.
    brush: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a picture is laid out that is no single scene: a comic, a pack, a screen, a diagram, a map.

    `kind` is a name of `layouts.KINDS`, `words` how the prompt called it. `count` is how many panels, steps or lines
    it asks for (of a calendar: the month). `labels` are the names of its parts, in order, `forms` what they are
    (of a floor plan: its rooms), `parts` the scenes of single frames. `titled`: the plan's first lettering is the
    title of the whole.
    """

    kind: str
    words: str
    count: int | None = None
    labels: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    parts: tuple["ScenePlan", ...] = ()
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Retouch:
    """Something that is done to the finished pixels, by its name; `kinds` are the things that it is about."""

    name: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenePlan:
    """Everything the painter paints. `None` means that the prompt did not say and the painter may choose.

    `sky` maps a SKY_THINGS name to a colour `#rrggbb` or None. `style_weight` in (0, 1] is how far the style goes.
    `excluded` are kinds, settings or sky things that the prompt or the negative prompt forbids. `unpainted` are the
    words that the painter knows nothing for. `title` is the plan told again in words: what is really painted. `base` is
    the plan that edits of the things started from: what was in it stays in its place.
    """

    prompt: str = ""
    things: tuple[Thing, ...] = ()
    setting: str | None = None
    backdrops: tuple[str, ...] = ()
    time: str | None = None
    weather: str | None = None
    season: str | None = None
    sky: dict[str, str | None] = field(default_factory=dict)
    style: str = "none"
    style_weight: float = 1.0
    camera: str = "normal"
    mood: str = "neutral"
    #: A dominant colour of the whole scene, `#rrggbb`.
    tint: str | None = None
    excluded: frozenset[str] = frozenset()
    unpainted: tuple[str, ...] = ()
    #: The picture's own text, as of a poster; what is written on a thing is that thing's trait `text`.
    lettering: tuple[Lettering, ...] = ()
    title: str = ""
    layout: Layout | None = None
    base: "ScenePlan | None" = None
    #: What edits do to the finished pixels, in order.
    retouched: tuple[Retouch, ...] = ()


def is_sheet(plan: ScenePlan) -> bool:
    """Whether the whole is one thing with a colour of its own, whatever it shows: a pack, a screen."""
    return plan.layout is not None and plan.layout.kind not in FRAMED
