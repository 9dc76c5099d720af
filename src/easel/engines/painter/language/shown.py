"""Which of the words for a thing its drawing shows: the others are told to the caller as not painted."""

from easel.engines.painter.dishes import SERVED_IN
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.sprites.animal_clothes import FITS
from easel.engines.painter.sprites.deeds import DEEDS
from easel.engines.painter.sprites.flames import BREATHING
from easel.engines.painter.sprites.hair import STYLES
from easel.engines.painter.sprites.headgear import HEADGEAR
from easel.engines.painter.sprites.person import is_garment
from easel.engines.painter.sprites.poses import KNOWN_POSES
from easel.engines.painter.sprites.quadrupeds import FRONTAL
from easel.engines.painter.sprites.sitters import SITTERS
from easel.engines.painter.sprites.worn import WORN

#: Traits that every kind shows, whatever their value: looking.py, materials.py and the colours of parts.
ALWAYS = frozenset(
    {
        "material",
        "like",
        "gaze",
        "facing",
        "gender",
        "roof_colour",
        "garment_colour",
        "legs",
        "legs_colour",
        "accessory_colour",
        "calling",
        "guise",
        "back",
        "cover",
        "petals",
        "candles",
        "strung",
    }
)
FACES = frozenset({"smiling", "gentle", "sad", "angry", "surprised", "calm"})
WINGED = frozenset(
    "bird crane owl eagle penguin duck chicken butterfly bee dragonfly dragon phoenix airplane icon:bat swan "
    "icon:baby-angel icon:person-fairy parrot peacock icon:flamingo icon:goose icon:dove".split()
)
#: Houses whose chimney smokes where the words say so.
CHIMNEYS = frozenset({"house", "cabin", "cottage"})
STEAMING = frozenset(
    {
        *SERVED_IN,
        "ramen",
        "hotpot",
        "dumpling",
        "jiaozi",
        "tea_cup",
        "coffee_cup",
        "teapot",
        "icon:steaming-bowl",
        "icon:hot-beverage",
    }
)
#: Animals that are drawn in clothes.
CLOTHED = frozenset(SITTERS) | frozenset(FITS)
#: How animals and vehicles are drawn; flying ones are lifted into the air.
ANIMAL_POSES = frozenset("standing sitting walking running lying sleeping flying jumping".split())
DRAGONS = frozenset({"dragon", "chinese_dragon"})
VEHICLE_POSES = frozenset("standing parked driving sailing flying running".split())
#: States that everything shows, and groups that show others.
STATES = frozenset({"glowing", "wet", "burning"})
FLOWERS = frozenset("flower rose tulip sunflower lotus peony lavender cherry_tree plum_blossom".split())
SMALL_PARTS = frozenset({"eyes", "skin", "body"})


def shows(thing: DraftThing, key: str, value: str) -> bool:
    """Whether the drawing of a thing shows one of its traits."""
    if key in ALWAYS:
        return True
    if thing.group == "person" and not thing.kind.startswith("icon:"):
        return _person_shows(thing, key, value)
    return _other_shows(thing, key, value)


def _person_shows(thing: DraftThing, key: str, value: str) -> bool:
    known: dict[str, bool] = {
        "pose": value in KNOWN_POSES or value in DEEDS,
        "mood": value in FACES,
        "age": value in ("young", "teen", "old"),
        "hair": value in STYLES,
        "hat": value in HEADGEAR,
        "accessory": value in WORN or value == "helmet",
        "garment": is_garment(value),
        "state": value in STATES,
    }
    return known.get(key, key in ("ethnicity", "hair_colour", "eye_colour", "beard", "glasses", "face"))


def _other_shows(thing: DraftThing, key: str, value: str) -> bool:
    animal = thing.group == "animal"
    acts = value in ("eating", "drinking", "reading", "playing") and any(k == "holding" for k, _ in thing.relations)
    acts = acts or (value == BREATHING and thing.kind in DRAGONS)
    poses = ANIMAL_POSES if animal or thing.animate else VEHICLE_POSES
    known: dict[str, bool] = {
        "pose": value in poses or acts or (value in FRONTAL and (thing.kind in SITTERS or thing.kind == "robot")),
        "pattern": True,
        "garment": thing.kind in CLOTHED and is_garment(value),
        "age": value == "ancient" and not animal,
        "mood": value in ("smiling", "gentle", "calm"),
        "hat": thing.kind in ("hat", "crown"),
        "state": _state_shown(thing, value),
    }
    return known.get(key, False)


def _state_shown(thing: DraftThing, value: str) -> bool:
    return (
        value in STATES
        or (value == "blooming" and thing.kind in FLOWERS)
        or (value == "smoke" and thing.kind in CHIMNEYS)
        or (value == "steaming" and thing.kind in STEAMING)
        or (value in ("open", "closed") and thing.kind == "book")
    )


def has_part(thing: DraftThing, part: str) -> bool:
    """Whether a thing is drawn with a part such as `eyes`, `wing` or `roof`."""
    if part in SMALL_PARTS:
        return thing.animate
    if part == "wing":
        return thing.kind in WINGED
    if part == "tail":
        return thing.group == "animal"
    return thing.group == "building"
