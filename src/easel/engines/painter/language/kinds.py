"""Kinds of people, and of things by what is done with them."""

from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.script import ANYWHERE

HUMANS = frozenset({"man", "woman", "girl", "boy", "baby", "old_man", "old_woman", "princess", "dancer"})
PEOPLE = HUMANS | {"astronaut", "wizard", "knight", "soldier", "doctor", "chef", "monk"}
#: People of one sex and of the other; all others may be either.
MEN, WOMEN = frozenset({"man", "boy", "old_man"}), frozenset({"woman", "girl", "old_woman", "princess"})
#: Kinds that people name for one another.
ALIKE = (
    PEOPLE,
    frozenset({"car", "muscle_car", "taxi", "truck", "bus"}),
    frozenset({"house", "cabin", "cottage", "barn", "shop"}),
    frozenset({"tree", "pine", "autumn_tree", "cherry_tree", "palm", "willow"}),
    frozenset({"flower", "rose", "tulip", "peony", "sunflower", "lotus"}),
    frozenset({"boat", "ship", "cruise_ship", "cargo_ship", "sampan", "bamboo_raft", "rowboat", "canoe"}),
    frozenset({"dragon", "chinese_dragon"}),
    frozenset({"cup", "tea_cup", "coffee_cup", "wine_glass"}),
    frozenset({"chair", "armchair"}),
    frozenset({"bird", "sparrow", "parrot", "owl", "eagle", "duck", "swan", "goose", "chicken", "crane"}),
    frozenset({"airplane", "helicopter"}),
)  # fmt: skip
#: Traits of living things only.
LIVING = frozenset(
    {"mood", "hair", "hair_colour", "beard", "ethnicity", "gender", "eye_colour", "gaze", "facing", "face"}
)
WORN = frozenset({"hat", "crown", "backpack"})
#: Whoever is on these rides them.
RIDDEN = frozenset({"icon:broom", "bicycle", "motorcycle", "horse", "unicorn", "camel", "icon:motor-scooter"})
#: What people read when they look at it.
READ = frozenset({"book", "icon:newspaper", "icon:open-book", "icon:scroll", "icon:rolled-up-newspaper"})
#: Land in the air: what it is said to be with stands on it.
GROUNDS = frozenset({"floating_island"})
#: What text is written on, beside vehicles.
WRITTEN_ON = frozenset(
    "sign chalkboard banner neon_sign shop flag cake icon:birthday-cake icon:shortcake cupcake coffee_cup tea_cup book "
    "icon:closed-book icon:notebook icon:scroll icon:newspaper icon:envelope icon:red-envelope icon:love-letter gift "
    "carton balloon bottle icon:jar perfume lantern sky_lantern computer icon:laptop icon:television "
    "icon:mobile-phone phone backpack icon:shopping-bags icon:handbag icon:t-shirt icon:billed-cap icon:placard "
    "icon:package door kite heart rock gravestone icon:memo icon:clipboard icon:label icon:ticket "
    "icon:identification-card icon:sports-medal snowman icon:baby-bottle icon:beer-mug icon:canned-food "
    "icon:takeout-box icon:bubble-tea juice surfboard drum umbrella icon:skateboard icon:lotion-bottle icon:bucket "
    "icon:page-facing-up icon:speech-balloon icon:thought-balloon".split()
)
#: What is there to be read: it has the text of the clause behind it, too.
READ_FROM = frozenset({"sign", "chalkboard", "banner", "neon_sign", "shop", "icon:speech-balloon"})
_NOT_WRITTEN_ON = frozenset({"bicycle", "motorcycle", "carriage", "icon:motor-scooter"})


def is_written_on(kind: str, group: str) -> bool:
    """Whether text that is named beside a thing is on it, rather than a title of the picture."""
    return kind in WRITTEN_ON or (group == "vehicle" and kind not in _NOT_WRITTEN_ON)


def bears(thing: DraftThing, mark: str) -> bool:
    """Whether the text that `mark` stands for goes on a thing of the same clause."""
    return thing.kind in READ_FROM or (mark in ANYWHERE and is_written_on(thing.kind, thing.group))


def everybody() -> tuple[str, ...]:
    """The kinds of people, in order."""
    return tuple(sorted(PEOPLE))
