"""Kinds of people, and of things by what is done with them."""

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
    frozenset({"boat", "ship", "sampan"}),
    frozenset({"dragon", "chinese_dragon"}),
    frozenset({"cup", "tea_cup", "coffee_cup", "wine_glass"}),
    frozenset({"chair", "armchair"}),
    frozenset({"bird", "sparrow", "parrot", "owl", "eagle", "duck", "swan", "goose", "chicken", "crane"}),
    frozenset({"airplane", "helicopter"}),
)  # fmt: skip
#: Traits of living things only.
LIVING = frozenset({"mood", "hair", "hair_colour", "beard", "ethnicity", "gender", "eye_colour", "gaze", "facing"})
WORN = frozenset({"hat", "crown", "backpack"})
#: Whoever is on these rides them.
RIDDEN = frozenset({"icon:broom", "bicycle", "motorcycle", "horse", "unicorn", "camel", "icon:motor-scooter"})
#: What people read when they look at it.
READ = frozenset({"book", "icon:newspaper", "icon:open-book", "icon:scroll", "icon:rolled-up-newspaper"})
#: Land in the air: what it is said to be with stands on it.
GROUNDS = frozenset({"floating_island"})
#: What bears its toppings, and what is laid on it.
TOPPED = frozenset(
    "cake pizza ice_cream icon:shortcake cupcake icon:birthday-cake pancakes icon:waffle icon:pie "
    "icon:custard doughnut icon:shaved-ice".split()
)
TOPPINGS = frozenset({"candle", "strawberry", "apple", "orange", "mushroom", "egg", "star", "heart", "rose", "flower"})


def everybody() -> tuple[str, ...]:
    """The kinds of people, in order."""
    return tuple(sorted(PEOPLE))
