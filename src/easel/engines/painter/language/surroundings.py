"""Words for what is around the things: places, times, weather, skies, and the colour of the whole picture."""

from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.pending import Pending
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.said import takes_colour
from easel.engines.painter.language.tokens import Token
from easel.engines.painter.sprites import get

SCENERY_ROLES = ("setting", "backdrop", "time", "weather", "season", "sky", "style", "camera", "mood", "festival")
#: Moons of other worlds: those beside the first one are named apart.
MOONS, FURTHER_MOONS = frozenset({"moon", "crescent"}), ("second_moon", "third_moon")
#: Roles of things that are made for a day.
QUALIFIED = frozenset({"object", "furniture", "food", "garment", "accessory"})


def scene(reading: Reading, index: int, token: Token) -> None:
    """A place, time, weather, style or the like: it joins the scenery with the colour before it."""
    assert token.entry is not None
    if reading.negating:
        reading.exclude(token)
        return
    between = _is_between(reading, index)
    words, colour = ([], None) if between else (reading.nouns.pending.words[:1], reading.nouns.pending.colour())
    number = None if between else reading.nouns.pending.count
    _look_at_scenery(reading, token)
    if words and colour and not takes_colour(token, colour):
        reading.report(words[0])
    reading.places.append(token)
    for effect in token.entry.effects:
        if effect.role == "festival" and _says_of_what_kind(reading, index):
            continue
        if effect.role in SCENERY_ROLES:
            reading.scenery.put(effect.role, effect.value, colour, firm=_is_where(reading, index))
            _put_moons(reading, effect.value, number, colour)
        elif effect.role in THING_ROLES:
            reading.nouns.add(token, None)
        elif effect.role == "unpainted":
            # The place is shown as the one that is most like it.
            reading.report(token.text)
    if colour:
        _colour_place(reading, token, colour, words)
    if not between:
        _end_phrase(reading, token)


def _put_moons(reading: Reading, value: str, number: int | None, colour: str | None) -> None:
    """`two moons`: the further ones beside the first."""
    for further in FURTHER_MOONS[: (number or 1) - 1] if value in MOONS else ():
        reading.scenery.put("sky", further, colour)


def _colour_place(reading: Reading, token: Token, colour: str, words: list[str]) -> None:
    """What has the colour of a place: flowers of a field, the table that one looks at, waves."""
    assert token.entry is not None
    setting = token.entry.value("setting")
    if setting == "flower_field":
        reading.nouns.plant_field(token, colour)
    elif setting == "table_top":
        reading.nouns.things.append(DraftThing("table", "furniture", token.text, colour=colour))
        reading.unknown.pop(words[0] if words else "", None)
    elif setting == "abstract":
        reading.scenery.tint = colour
        reading.unknown.pop(words[0] if words else "", None)


def _end_phrase(reading: Reading, token: Token) -> None:
    """What was said before a piece of scenery says nothing of the next noun."""
    if reading.ties.open is not None and reading.ties.open.kind != "wearing":
        reading.ties.open = None
    reading.nouns.last = token.role
    reading.nouns.pending = Pending()


def _is_between(reading: Reading, index: int) -> bool:
    """Whether it stands between a noun and its colour or number, and is none of what has that colour itself."""
    colours, token = reading.nouns.pending.colours, reading.tokens[index]
    return grammar.says_more(reading.tokens, index) and not (colours and takes_colour(token, colours[0]))


def _is_where(reading: Reading, index: int) -> bool:
    """Whether a place stands behind a preposition, or before one that says where it is itself: `a pond in a garden`."""
    before = grammar.role_at(reading.tokens, grammar.phrase_before(reading.tokens, index) - 1)
    return before in ("rel", "at") or grammar.role_at(reading.tokens, index + 1) in ("post", "rel")


def _says_of_what_kind(reading: Reading, index: int) -> bool:
    """Whether a day only tells what kind of thing comes next, as in `a birthday hat`."""
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    entry = following.entry if following is not None else None
    return entry is not None and entry.role in QUALIFIED


def _look_at_scenery(reading: Reading, token: Token) -> None:
    """`looking at the moon` lifts the eyes; `watching the sea` turns the back to the viewer."""
    tie = reading.ties.open
    if tie is None or tie.kind != "looking_at":
        return
    for looker in tie.subjects:
        if token.role in ("sky", "skyword", "time"):
            looker.traits.setdefault("gaze", "up")
        elif token.role in ("setting", "backdrop"):
            looker.traits.setdefault("facing", "back")
            looker.traits.setdefault("gaze", "distance")


def _lift(reading: Reading) -> None:
    """`a dragon in the sky`: whoever can fly does so there, and birds do anyway."""
    tie = reading.ties.open
    if tie is not None and tie.kind in ("in", "over", "above") and not reading.negating:
        for thing in tie.subjects:
            if thing.group in ("animal", "vehicle") and not thing.relations and get(thing.kind).place != "sky":
                thing.traits.setdefault("pose", "flying")


def skyword(reading: Reading, index: int, token: Token) -> None:
    """The sky itself: its colour is a weather, the night, or the tint of the picture."""
    colour = reading.nouns.pending.colour()
    _look_at_scenery(reading, token)
    _lift(reading)
    if reading.negating:
        reading.negated = True
    elif colour in ("#2f6fd0", "#7db8ea"):
        reading.scenery.put("weather", "clear", None)
    elif colour == "#26252b":
        reading.scenery.put("time", "night", None)
    elif colour:
        reading.scenery.tint = colour
    reading.ties.open = None
    reading.predicate = "sky"
    reading.nouns.last = "sky"


def tone(reading: Reading, index: int, token: Token) -> None:
    """`in blue tones`: the tint of the whole picture."""
    if token.chinese and grammar.head_after(reading.tokens, index) is not None:
        # 紫色调的热气球
        return
    reading.scenery.tint = reading.nouns.pending.colour() or reading.scenery.tint


def ground(reading: Reading, index: int, token: Token) -> None:
    """`on a pink background`: a plain ground in that colour."""
    colour = reading.nouns.pending.colour()
    if colour and not reading.negating:
        reading.scenery.put("setting", "plain", None)
        reading.scenery.tint = colour
        reading.ties.open = None
    elif not reading.negating:
        # 背景是粉色的
        reading.predicate = "ground"
