"""What was said and is not seen: traits that no drawing shows, parts that nothing has, places that gave way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from easel.engines.painter.language.costumes import WORN_BY_ANIMALS
from easel.engines.painter.language.draft import REFINEMENTS, DraftThing, Scenery
from easel.engines.painter.language.shown import has_part, shows
from easel.engines.painter.language.telling import INDOORS
from easel.engines.painter.language.tokens import Token

#: Framings that say the same of the picture as a closer one.
FRAMES = {"close_up": ("portrait", "half_body"), "half_body": ("portrait",)}
#: Styles that a narrower one is a manner of.
MANNERS = {
    "impasto": ("oil",), "cinematic": ("photo",), "genki": ("cartoon", "anime"), "anime": ("cartoon", "line_art"),
    "comic": ("cartoon", "line_art"), "charcoal": ("pencil",), "line_art": ("pencil", "flat_vector"),
    "cyberpunk": ("digital",),
}  # fmt: skip
#: Places where whoever swims is in the water.
WATERS = frozenset({"lake", "river", "sea", "beach", "underwater", "waterfall", "harbour"})
#: Colours that places have anyway.
GREENS = frozenset({"#3f9a4a", "#1f8f5f", "#9bc53d", "#1f5a35"})
BLUES = frozenset({"#2f6fd0", "#7db8ea", "#1c2f66", "#2fa8a0"})
WHITES = frozenset({"#f5f4f0"})
GOLDS = frozenset({"#e3b13a", "#f2c52e", "#ece0c4"})
NATURAL = (
    dict.fromkeys(("meadow", "hills", "forest", "bamboo", "park", "garden", "bamboo_grove", "forest_floor"), GREENS)
    | dict.fromkeys(("sea", "lake", "river", "underwater"), BLUES | GREENS)
    | dict.fromkeys(("snowfield", "snow_mountains", "snow", "plain"), WHITES | BLUES)
    | dict.fromkeys(("desert", "dunes", "beach", "farmland", "sunflower_field"), GOLDS)
)


@dataclass(frozen=True, slots=True)
class Said:
    """`traits` are (trait, words) in order; `parts` maps words to parts; `places` are the words for scenery."""

    traits: Sequence[tuple[str, str]]
    parts: Mapping[str, str]
    places: Sequence[Token]

    def unseen(self, things: Sequence[DraftThing], scenery: Scenery) -> Iterator[str]:
        """The words that the plan of these things and this scenery does not show."""
        for trait, words in self.traits:
            if not _is_shown(trait, words, things, scenery):
                yield words
        for words, part in self.parts.items():
            walls = part == "building" and scenery.setting in INDOORS
            if not walls and not any(has_part(thing, part) for thing in things):
                yield words
        for token in self.places:
            if not _holds(token, things, scenery):
                yield token.text


#: What any room is.
INSIDE = frozenset({"interior", "indoors", "indoor", "室内"})


def _is_shown(trait: str, words: str, things: Sequence[DraftThing], scenery: Scenery) -> bool:
    key, _, value = trait.partition(":")
    if key == "garment" and any(thing.traits.get("legs") == value for thing in things):
        return True
    owners = [thing for thing in things if thing.traits.get(key) == value or _is_so(thing, key, value)]
    if owners and value == "swimming" and scenery.setting in WATERS:
        return True
    worn = WORN_BY_ANIMALS.get(value)
    return any(shows(thing, key, value) or _is_so(thing, key, value) for thing in owners) or any(
        thing.words == words or thing.kind == worn for thing in things
    )


def _holds(token: Token, things: Sequence[DraftThing], scenery: Scenery) -> bool:
    """Whether the scenery or the things hold what a word asked for; another may have taken its place."""
    assert token.entry is not None
    if token.text in INSIDE and scenery.setting in INDOORS:
        return True
    kinds = {thing.kind.removeprefix("icon:") for thing in things}
    held = {
        "setting": _places(scenery), "backdrop": scenery.backdrops, "sky": scenery.sky,
        "festival": scenery.festivals,
        "camera": (scenery.camera, *FRAMES.get(scenery.camera, ())),
        "style": (scenery.style, *MANNERS.get(scenery.style, ())),
    }  # fmt: skip
    return any(
        effect.value in held.get(effect.role, (getattr(scenery, effect.role, None), *kinds))
        for effect in token.entry.effects
    )


def _places(scenery: Scenery) -> tuple[str | None, ...]:
    """The scene's place, those that it is a closer view of, and the road through it."""
    wider = (place for place, closer in REFINEMENTS.items() if scenery.setting in closer)
    return (scenery.setting, *wider, "road" if "path" in scenery.backdrops else None)


def _is_so(thing: DraftThing, key: str, value: str) -> bool:
    """Whether a thing is by its kind what a trait says, as an old man is old."""
    return key == "age" and (
        (value == "old" and (thing.kind in ("old_man", "old_woman", "wizard") or thing.traits.get(key) == "ancient"))
        or (value == "young" and thing.kind in ("girl", "boy", "baby"))
    )


def takes_colour(token: Token, colour: str) -> bool:
    """Whether a colour before a piece of scenery is seen: the sky's things take any, places have their own."""
    assert token.entry is not None
    values = {effect.value for effect in token.entry.effects}
    return token.role == "sky" or "flower_field" in values or any(colour in NATURAL.get(value, ()) for value in values)
