"""Dishes and what is put on them: where it lies, in heights of the dish, and how it looks there."""

from collections.abc import Mapping

from easel.engines.painter import icons

#: Where the open top of a dish is: the middle (x, y), half the width and half the depth, in heights of the dish.
Opening = tuple[float, float, float, float]
#: Dishes of a recipe, by what they are served in.
SERVED_IN = ("plated", "bowlful", "panful", "potful", "rice_bowl")
DISHES: Mapping[str, Opening] = {
    **dict.fromkeys(SERVED_IN, (0.0, -0.62, 0.62, 0.16)),
    "ramen": (-0.06, -0.53, 0.5, 0.075),
    "pancakes": (0.0, -0.72, 0.44, 0.08),
    "cake": (0.0, -0.65, 0.34, 0.03),
    "torte": (0.0, -0.57, 0.6, 0.14),
    "cake_slice": (0.1, -0.66, 0.4, 0.08),
    "ice_cream": (0.0, -0.78, 0.2, 0.08),
    "cupcake": (0.0, -0.8, 0.2, 0.1),
    "doughnut": (0.0, -0.8, 0.3, 0.06),
    "pizza": (0.0, -0.56, 0.6, 0.2),
    "pizza_slice": (0.0, -0.64, 0.32, 0.14),
    "waffles": (0.0, -0.62, 0.5, 0.1),
    "bread": (0.0, -0.86, 0.6, 0.06),
    "bowl": (0.0, -0.62, 0.56, 0.09),
    "soup": (0.0, -0.6, 0.5, 0.075),
    "porridge": (0.0, -0.6, 0.5, 0.075),
    "toast": (0.0, -0.58, 0.62, 0.2),
    "icon:steaming-bowl": (0.0, -0.53, 0.36, 0.03),
    "icon:bowl-with-spoon": (-0.05, -0.58, 0.32, 0.12),
    "icon:green-salad": (0.0, -0.66, 0.32, 0.14),
    "icon:curry-rice": (0.02, -0.42, 0.36, 0.1),
    "icon:spaghetti": (0.0, -0.44, 0.3, 0.1),
    "icon:pot-of-food": (0.0, -0.57, 0.26, 0.18),
    "icon:shallow-pan-of-food": (0.0, -0.5, 0.26, 0.2),
    "icon:shortcake": (0.02, -0.8, 0.25, 0.05),
    "icon:birthday-cake": (0.0, -0.76, 0.36, 0.02),
    "icon:waffle": (0.0, -0.52, 0.32, 0.12),
    "icon:pie": (0.0, -0.56, 0.32, 0.18),
    "icon:custard": (0.0, -0.55, 0.28, 0.02),
    "icon:shaved-ice": (0.0, -0.86, 0.22, 0.06),
    "icon:cooked-rice": (0.02, -0.8, 0.28, 0.08),
    "icon:ice-cream": (-0.05, -0.8, 0.3, 0.05),
    "icon:soft-ice-cream": (0.0, -0.84, 0.14, 0.06),
    "icon:flatbread": (0.0, -0.5, 0.32, 0.24),
    "icon:hot-dog": (0.0, -0.5, 0.26, 0.2),
    "coffee_cup": (0.0, -0.66, 0.3, 0.035),
    "tea_cup": (0.0, -0.66, 0.3, 0.035),
    "icon:hot-beverage": (-0.03, -0.6, 0.24, 0.12),
    "icon:teacup-without-handle": (0.0, -0.72, 0.28, 0.06),
    "juice": (0.0, -0.8, 0.14, 0.02),
}
#: What nothing but the smallest is put into: a cup of coffee with a croissant has that beside it.
CUPS = frozenset({"coffee_cup", "tea_cup", "icon:hot-beverage", "icon:teacup-without-handle", "juice"})
IN_CUPS = frozenset(
    "marshmallow whipped_cream icon:candy icon:lemon icon:herb icon:ice icon:chocolate-bar petals "
    "icon:cherry-blossom".split()
)
#: Kinds that are laid on dishes, besides all fruit and vegetables.
TOPPINGS = frozenset(
    "candle strawberry apple orange mushroom egg star heart rose flower petals scallion marshmallow whipped_cream "
    "olives "
    "icon:butter icon:honey-pot icon:cheese-wedge icon:bacon icon:cut-of-meat steak icon:meat-on-bone icon:cooking "
    "fried_egg "
    "icon:candy icon:chocolate-bar icon:shrimp icon:fish-cake-with-swirl icon:herb icon:ice icon:cookie "
    "icon:ice-cream icon:soft-ice-cream ice_cream icon:oyster icon:lobster icon:crab icon:dango".split()
)
GREENGROCERY = ("food-fruit", "food-vegetable")
#: What a burger's and a sandwich's drawing shows between the buns.
FILLED = frozenset({"burger", "icon:sandwich", "icon:taco", "icon:burrito", "icon:stuffed-flatbread"})
FILLINGS = frozenset(
    "icon:cheese-wedge icon:leafy-green icon:tomato icon:onion icon:cut-of-meat steak icon:bacon icon:cucumber "
    "icon:egg egg fried_egg icon:cooking scallion icon:herb".split()
)
#: Dishes that are drawn with chopsticks in them.
WITH_CHOPSTICKS = frozenset({"ramen", "hotpot"})
#: What is a heap or a bowlful by itself, however many the words say.
HEAPS = frozenset(
    "olives pancakes waffles ramen dumpling tangyuan sushi icon:french-fries icon:popcorn icon:beans icon:spaghetti "
    "icon:chopsticks icon:blueberries icon:grapes icon:cherries icon:green-salad petals scallion "
    "icon:beverage-box".split()
)
#: How a thing is drawn on a dish where that is not how it is drawn by itself: names of sprites.
FORMS: Mapping[str, str] = {
    "egg": "egg_half", "steak": "meat_slices", "icon:cut-of-meat": "meat_slices", "icon:bacon": "meat_slices",
    "icon:meat-on-bone": "meat_slices", "icon:onion": "onion_rings", "scallion": "scallion_rings",
    "icon:herb": "leaves", "icon:leafy-green": "leaves", "icon:blueberries": "berries", "icon:butter": "butter_pat",
    "icon:honey-pot": "syrup", "icon:candy": "candies", "icon:cheese-wedge": "cheese_shreds",
    "icon:hot-pepper": "chili_rings", "icon:bell-pepper": "chili_rings", "icon:ear-of-corn": "corn_kernels",
    "icon:peanuts": "nut_pieces", "icon:beans": "nut_pieces", "icon:chocolate-bar": "chocolate_chips",
    "icon:lemon": "lemon_slice", "icon:tomato": "tomato_slice", "icon:brown-mushroom": "mushroom_slices",
    "mushroom": "mushroom_slices", "petals": "petals", "icon:carrot": "carrot_slices",
    "icon:garlic": "nut_pieces", "olives": "olive_rings", "rose": "petals", "flower": "blossoms",
}  # fmt: skip


def shows(dish: str, kind: str) -> bool:
    """Whether the drawing of a dish shows such things by itself: candles on a cake, cheese in a burger."""
    if kind == "icon:chopsticks":
        return dish in WITH_CHOPSTICKS
    return (dish == "cake" and kind == "candle") or (dish in FILLED and kind in FILLINGS)


def goes_with(kind: str, dish: str) -> bool:
    """Whether what is of this kind is a part of the dish."""
    return tops(kind, dish) or shows(dish, kind)


def is_topping(kind: str) -> bool:
    """Whether things of this kind may lie on a dish."""
    if kind in TOPPINGS:
        return True
    return kind.startswith("icon:") and icons.info(kind.removeprefix("icon:")).group in GREENGROCERY


def tops(kind: str, dish: str) -> bool:
    """Whether what is of this kind, named with this dish, is on it or in it rather than beside it."""
    if dish in CUPS:
        return kind in IN_CUPS
    return dish in DISHES and is_topping(kind)
