"""What is in a dish: its sauce, and its ingredients in the order in which they are laid."""

from collections.abc import Mapping
from dataclasses import dataclass

from easel.engines.painter.sprites import morsels as m


@dataclass(frozen=True, slots=True)
class Ingredient:
    """How one ingredient looks in a dish: its piece, its colours by turns, and its size in half-widths of the dish."""

    piece: m.Piece
    colours: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """`laid` are ingredients and how many pieces of each, the lowest first; `sauce` is the colour between them.

    `mound` is how high the middle is heaped, in half-widths of the dish. `hot` food steams. `apart` ingredients lie
    side by side, each with a share of the dish, rather than mixed.
    """

    sauce: str | None
    laid: tuple[tuple[str, int], ...]
    mound: float = 0.2
    hot: bool = True
    apart: bool = False


_GREEN, _CHILLI = ("#4f9f3a", "#6fb84a", "#3f8a34"), ("#d8322c", "#b8281c")
INGREDIENTS: Mapping[str, Ingredient] = {
    "tofu": Ingredient(m.cube, ("#f6efdc", "#efe4c8"), 0.26),
    "fried_tofu": Ingredient(m.cube, ("#d9a24a", "#c98a34"), 0.26),
    "black_tofu": Ingredient(m.cube, ("#4a4038", "#3a322c"), 0.28),
    "belly": Ingredient(m.belly, ("#8a3a1c", "#7a3018"), 0.34),
    "diced_meat": Ingredient(m.lump, ("#b9753c", "#a8642e"), 0.22),
    "diced_beef": Ingredient(m.lump, ("#6a3a22", "#7a4528"), 0.27),
    "glazed_meat": Ingredient(m.lump, ("#c9481f", "#d9602a"), 0.27),
    "crisp_meat": Ingredient(m.lump, ("#d99a3c", "#c9842c"), 0.29),
    "cooked_chicken": Ingredient(m.lump, ("#e8b878", "#d99a54"), 0.27),
    "mince": Ingredient(m.lump, ("#7a4426", "#6a3820"), 0.085),
    "meat_slice": Ingredient(m.slab, ("#a8644a", "#b9755a"), 0.36),
    "beef_slice": Ingredient(m.slab, ("#8a5238", "#7a4630"), 0.34),
    "fish_slice": Ingredient(m.slab, ("#f4ece0", "#efe2d0"), 0.36),
    "raw_salmon": Ingredient(m.slab, ("#f28a5c", "#f59a6a"), 0.36),
    "raw_tuna": Ingredient(m.slab, ("#c8384a", "#b82e40"), 0.34),
    "meatball": Ingredient(m.ball_of, ("#8a4a28", "#7a4022"), 0.3),
    "falafel": Ingredient(m.ball_of, ("#a8742c", "#946424"), 0.26),
    "shreds": Ingredient(m.shred, ("#c98a54", "#b9764a"), 0.34),
    "potato_shreds": Ingredient(m.shred, ("#f0dc94", "#e8d080"), 0.42),
    "carrot_shreds": Ingredient(m.shred, ("#f08a24",), 0.36),
    "green_shreds": Ingredient(m.shred, _GREEN, 0.32),
    "seaweed": Ingredient(m.shred, ("#24382c",), 0.34),
    "cabbage": Ingredient(m.cut_leaf, ("#d9e8b0", "#e6efc4"), 0.36),
    "greens": Ingredient(m.cut_leaf, ("#4f9f3a", "#5fae45", "#3f8a34"), 0.38),
    "lettuce": Ingredient(m.cut_leaf, ("#7fc24a", "#9bd162"), 0.4),
    "leaf": Ingredient(m.leaf, ("#3f8f3f", "#57a84a"), 0.16),
    "aubergine": Ingredient(m.stick, ("#5a2f6a", "#6a3a7a"), 0.42),
    "beans": Ingredient(m.stick, ("#5f9f3a", "#4f8a30"), 0.44),
    "chips": Ingredient(m.stick, ("#f2c84a", "#e8b838"), 0.4),
    "penne": Ingredient(m.stick, ("#f0d890", "#e8cc7c"), 0.3),
    "asparagus": Ingredient(m.spear, ("#6fa84a", "#5f9a3e"), 0.5),
    "broccoli": Ingredient(m.floret, ("#4f9a3a", "#468a34"), 0.3),
    "pepper": Ingredient(m.lump, ("#5fae45", "#d8322c", "#f2c02a"), 0.2),
    "green_pepper": Ingredient(m.lump, ("#5fae45", "#4f9a38"), 0.22),
    "potato": Ingredient(m.lump, ("#f0cf6a", "#e6c158"), 0.26),
    "carrot": Ingredient(m.lump, ("#f08a24", "#e67c18"), 0.2),
    "tomato": Ingredient(m.lump, ("#e0402c", "#d8322c"), 0.26),
    "cherry_tomato": Ingredient(m.ball_of, ("#e0402c", "#d0301f"), 0.2),
    "pineapple": Ingredient(m.lump, ("#f8d44a",), 0.22),
    "onion": Ingredient(m.ring, ("#e9d9ea",), 0.22),
    "onion_ring": Ingredient(m.ring, ("#d99a3c", "#c9862c"), 0.44),
    "cucumber": Ingredient(m.slice_of("#3f8a34", "#cfe8a8"), ("#cfe8a8",), 0.28),
    "lemon": Ingredient(m.slice_of("#f2c21a", "#f9e25a", wedges=8), ("#f2c21a",), 0.26),
    "mushroom": Ingredient(m.mushroom_slice, ("#a87850",), 0.26),
    "wood_ear": Ingredient(m.petal, ("#3a2a24", "#4a362c"), 0.26),
    "kimchi": Ingredient(m.petal, ("#d8482a", "#e0603a"), 0.3),
    "tomato_slice": Ingredient(m.slice_of("#c92a22", "#ee5a48"), ("#ee5a48",), 0.46),
    "mozzarella": Ingredient(m.slice_of("#efe8d8", "#fffdf6"), ("#fffdf6",), 0.42),
    "feta": Ingredient(m.cube, ("#fbf8ee",), 0.18),
    "crouton": Ingredient(m.cube, ("#d9a24a",), 0.16),
    "olive": Ingredient(m.ball_of, ("#3a2f3a", "#5a7a30"), 0.14),
    "avocado": Ingredient(m.slab, ("#b5cf6a", "#a8c45a"), 0.32),
    "corn": Ingredient(m.lump, ("#f8d23c",), 0.1),
    "pea": Ingredient(m.ball_of, ("#6fb84a",), 0.09),
    "peanut": Ingredient(m.lump, ("#d9a868", "#c99454"), 0.12),
    "chilli": Ingredient(m.lump, _CHILLI, 0.15),
    "chilli_rings": Ingredient(m.ring, _CHILLI, 0.11),
    "scallion": Ingredient(m.ring, _GREEN, 0.09),
    "sesame": Ingredient(m.speck, ("#f8efd8",), 0.035),
    "herbs": Ingredient(m.speck, _GREEN, 0.05),
    "peppercorn": Ingredient(m.speck, ("#4a2a1c",), 0.04),
    "parmesan": Ingredient(m.shred, ("#fbf0c8",), 0.13),
    "cheese": Ingredient(m.curd, ("#f8d060", "#f6c448"), 0.34),
    "bacon_bits": Ingredient(m.lump, ("#b8463a", "#d0705c"), 0.1),
    "bacon_strip": Ingredient(m.slab, ("#c0503f", "#d0705c"), 0.5),
    "egg_curd": Ingredient(m.curd, ("#f8cf4a", "#f6c538"), 0.34),
    "half_egg": Ingredient(m.half_egg, ("#f59a23",), 0.36),
    "fried_egg": Ingredient(m.yolk_up, ("#f7a81e",), 0.62),
    "rice": Ingredient(m.grain, ("#fdfaf2", "#f4eee0", "#fffdf8"), 0.11),
    "fried_rice": Ingredient(m.grain, ("#f2d488", "#e8c670", "#f6dfa0"), 0.1),
    "saffron_rice": Ingredient(m.grain, ("#f2b83c", "#e8aa2c", "#f6c654"), 0.1),
    "noodles": Ingredient(m.strand, ("#f6e0a0", "#efd48c"), 0.42),
    "wheat_noodles": Ingredient(m.strand, ("#e8b860", "#dca64c"), 0.42),
    "glass_noodles": Ingredient(m.strand, ("#efe6d4",), 0.4),
    "red_noodles": Ingredient(m.strand, ("#d9803c", "#cf7030"), 0.42),
    "green_noodles": Ingredient(m.strand, ("#9bb84a", "#8aa83c"), 0.42),
    "shrimp": Ingredient(m.shrimp, ("#f2855c", "#f0744a"), 0.34),
    "mussel": Ingredient(m.petal, ("#2a2f3a", "#3a3f4a"), 0.28),
    "crayfish": Ingredient(m.shellfish, ("#d0281c", "#b82014", "#e03a28"), 0.46),
    "roll": Ingredient(m.parcel, ("#d99a3c", "#c9862c"), 0.5),
    "rice_paper_roll": Ingredient(m.parcel, ("#e8efdc", "#f0e0dc"), 0.5),
    "sausage": Ingredient(m.parcel, ("#9a4226", "#8a3820"), 0.46),
    "rice_cake": Ingredient(m.parcel, ("#e0482a", "#d03c20"), 0.4),
    "gnocchi": Ingredient(m.ball_of, ("#f0dfae", "#e8d49c"), 0.18),
    "dough_cushion": Ingredient(m.puff, ("#f2dca0", "#ecd28e"), 0.3),
    "dumpling_skin": Ingredient(m.curd, ("#f6ecd8", "#efe2c8"), 0.36),
    "salmon": Ingredient(m.fillet, ("#f0905c",), 1.0),
    "white_fish": Ingredient(m.fillet, ("#efe2c8",), 0.95),
    "battered_fish": Ingredient(m.fillet, ("#d9982e",), 0.82),
    "chicken_breast": Ingredient(m.fillet, ("#d9a05a",), 0.95),
    "cutlet": Ingredient(m.fillet, ("#c9842c",), 1.0),
    "mash": Ingredient(m.curd, ("#f6e6b4", "#f2dea4"), 0.4),
    "strawberry": Ingredient(m.ball_of, ("#d8283c", "#e03a4a"), 0.22),
    "blueberry": Ingredient(m.berry, ("#3f4f9a", "#34448a"), 0.13),
    "kiwi": Ingredient(m.slice_of("#8a6a3a", "#9bc84a"), ("#9bc84a",), 0.26),
    "orange": Ingredient(m.slice_of("#f08a1c", "#f9a83c", wedges=8), ("#f9a83c",), 0.28),
    "mango": Ingredient(m.cube, ("#f9b52c", "#f6a81c"), 0.22),
    "melon": Ingredient(m.cube, ("#e8485a", "#f0606c"), 0.24),
}

RECIPES: Mapping[str, Recipe] = {
    # Chinese
    "mapo_tofu": Recipe("#b8341c", (("tofu", 26), ("mince", 40), ("peppercorn", 20), ("scallion", 22)), 0.12),
    "kung_pao": Recipe("#7a3418", (("diced_meat", 30), ("peanut", 22), ("chilli", 13), ("scallion", 14))),
    "braised_pork": Recipe("#6a2410", (("belly", 19), ("scallion", 9)), 0.32),
    "sweet_sour": Recipe("#d0481c", (("glazed_meat", 24), ("pepper", 12), ("pineapple", 6), ("sesame", 24)), 0.28),
    "glazed": Recipe("#c0501c", (("glazed_meat", 26), ("sesame", 34), ("scallion", 8)), 0.3),
    "twice_cooked": Recipe("#8a3a1c", (("meat_slice", 15), ("green_pepper", 14), ("chilli", 8)), 0.25),
    "pork_shreds": Recipe("#8a3a1c", (("shreds", 40), ("wood_ear", 9), ("carrot_shreds", 12), ("scallion", 9)), 0.26),
    "tomato_egg": Recipe("#e0562c", (("egg_curd", 18), ("tomato", 14), ("scallion", 12)), 0.24),
    "chilli_fish": Recipe("#c8321c", (("fish_slice", 16), ("chilli_rings", 26), ("peppercorn", 22), ("leaf", 6)), 0.1),
    "pickled_fish": Recipe("#d9c25a", (("cabbage", 9), ("fish_slice", 15), ("chilli_rings", 8), ("leaf", 5)), 0.1),
    "three_treasures": Recipe("#7a4a1c", (("aubergine", 14), ("potato", 12), ("green_pepper", 12)), 0.25),
    "aubergine": Recipe("#7a3a1c", (("aubergine", 22), ("mince", 20), ("scallion", 14))),
    "potato_shreds": Recipe("#e8d48a", (("potato_shreds", 54), ("green_shreds", 8), ("chilli_rings", 8)), 0.3),
    "green_beans": Recipe(None, (("beans", 34), ("mince", 16), ("chilli", 7)), 0.28),
    "stir_fried_greens": Recipe("#a8c47a", (("greens", 18), ("peppercorn", 6)), 0.26),
    "pepper_beef": Recipe("#6a3418", (("beef_slice", 15), ("green_pepper", 14), ("onion", 7)), 0.25),
    "boiled_beef": Recipe("#b8321c", (("cabbage", 6), ("beef_slice", 16), ("chilli_rings", 22), ("scallion", 12)), 0.1),
    "stir_fry": Recipe("#8a5a2c", (("diced_meat", 16), ("broccoli", 9), ("carrot", 9), ("pepper", 12)), 0.26),
    "crayfish": Recipe("#8a1c10", (("crayfish", 17), ("chilli", 8), ("scallion", 12)), 0.34),
    "prawns": Recipe("#b8381c", (("shrimp", 18), ("scallion", 12)), 0.25),
    "stinky_tofu": Recipe("#7a3a1c", (("black_tofu", 15), ("chilli_rings", 10), ("scallion", 12)), 0.22),
    "fried_rice": Recipe(
        None, (("fried_rice", 240), ("egg_curd", 7), ("shrimp", 5), ("pea", 18), ("carrot", 7), ("scallion", 12)), 0.36
    ),
    "fried_noodles": Recipe(None, (("wheat_noodles", 46), ("shreds", 10), ("greens", 5), ("carrot_shreds", 9)), 0.3),
    "mixed_noodles": Recipe("#8a4a1c", (("noodles", 40), ("mince", 44), ("green_shreds", 12), ("scallion", 8)), 0.16),
    "cold_noodles": Recipe(
        "#a85a24", (("noodles", 42), ("green_shreds", 16), ("chilli_rings", 6), ("sesame", 20)), 0.2
    ),
    "river_snail_noodles": Recipe(
        "#c8421c", (("glass_noodles", 26), ("fried_tofu", 4), ("greens", 4), ("peanut", 12), ("half_egg", 1)), 0.08
    ),
    "beef_noodles": Recipe(
        "#b5642c", (("noodles", 26), ("beef_slice", 6), ("chilli_rings", 10), ("leaf", 8), ("scallion", 14)), 0.08
    ),
    "wontons": Recipe("#e8d8a8", (("dumpling_skin", 11), ("seaweed", 4), ("scallion", 16)), 0.06),
    "casserole_rice": Recipe(None, (("rice", 170), ("sausage", 5), ("greens", 3), ("fried_egg", 1)), 0.16),
    "bibimbap": Recipe(
        None,
        (
            ("rice", 150),
            ("carrot_shreds", 16),
            ("greens", 5),
            ("mince", 26),
            ("mushroom", 6),
            ("kimchi", 6),
            ("fried_egg", 1),
        ),
        0.16,
        apart=True,
    ),
    "rice": Recipe(None, (("rice", 260),), 0.42),
    # Elsewhere in Asia
    "green_curry": Recipe("#b8c87a", (("cooked_chicken", 10), ("aubergine", 4), ("beans", 6), ("leaf", 9)), 0.08),
    "red_curry": Recipe("#d0602c", (("cooked_chicken", 11), ("pepper", 8), ("beans", 4), ("leaf", 8)), 0.08),
    "yellow_curry": Recipe("#dca42c", (("cooked_chicken", 9), ("potato", 8), ("carrot", 7), ("leaf", 4)), 0.08),
    "tikka_masala": Recipe("#d0692a", (("cooked_chicken", 13), ("herbs", 30)), 0.1),
    "curry_rice": Recipe("#a8682c", (("rice", 150), ("diced_beef", 6), ("potato", 7), ("carrot", 6)), 0.18, apart=True),
    "biryani": Recipe(None, (("saffron_rice", 200), ("cooked_chicken", 8), ("onion", 6), ("leaf", 8)), 0.34),
    "pad_thai": Recipe(
        None,
        (("wheat_noodles", 40), ("shrimp", 6), ("egg_curd", 4), ("peanut", 14), ("scallion", 10), ("lemon", 1)),
        0.26,
    ),
    "tom_yum": Recipe("#d8602a", (("shrimp", 7), ("mushroom", 6), ("chilli_rings", 9), ("leaf", 7)), 0.06),
    "rice_cakes": Recipe("#c8321a", (("rice_cake", 17), ("scallion", 12), ("sesame", 20)), 0.2),
    "kimchi": Recipe("#c23a20", (("kimchi", 26), ("scallion", 8)), 0.25, hot=False),
    "sashimi": Recipe(None, (("cucumber", 4), ("raw_salmon", 8), ("raw_tuna", 7)), 0.16, hot=False, apart=True),
    "poke": Recipe(
        None,
        (("rice", 120), ("raw_salmon", 6), ("avocado", 5), ("cucumber", 5), ("corn", 20), ("seaweed", 8)),
        0.14,
        hot=False,
        apart=True,
    ),
    "spring_rolls": Recipe(None, (("lettuce", 4), ("roll", 8)), 0.26),
    "summer_rolls": Recipe(None, (("lettuce", 4), ("rice_paper_roll", 7)), 0.22, hot=False),
    # The West
    "carbonara": Recipe("#f2dfa0", (("noodles", 46), ("bacon_bits", 18), ("parmesan", 24), ("peppercorn", 20)), 0.3),
    "bolognese": Recipe("#e8c880", (("noodles", 46), ("mince", 60), ("leaf", 3), ("parmesan", 14)), 0.32),
    "meatball_pasta": Recipe("#d0482a", (("noodles", 46), ("meatball", 7), ("leaf", 4), ("parmesan", 14)), 0.26),
    "tomato_pasta": Recipe("#d0482a", (("red_noodles", 46), ("cherry_tomato", 7), ("leaf", 6), ("parmesan", 14)), 0.28),
    "pesto_pasta": Recipe("#8fa84a", (("green_noodles", 46), ("leaf", 5), ("parmesan", 18), ("peanut", 6)), 0.28),
    "seafood_pasta": Recipe("#e8b06a", (("noodles", 44), ("shrimp", 6), ("mussel", 6), ("herbs", 24)), 0.26),
    "penne": Recipe("#d8482a", (("penne", 34), ("leaf", 5), ("parmesan", 18)), 0.26),
    "mac_and_cheese": Recipe("#f4bc3c", (("penne", 34), ("cheese", 8), ("herbs", 10)), 0.24),
    "ravioli": Recipe("#e0602c", (("dough_cushion", 16), ("leaf", 5), ("parmesan", 16)), 0.2),
    "gnocchi": Recipe("#e8d08a", (("gnocchi", 32), ("leaf", 6), ("parmesan", 14)), 0.22),
    "risotto": Recipe("#f0dfa8", (("saffron_rice", 150), ("mushroom", 9), ("herbs", 26), ("parmesan", 12)), 0.14),
    "paella": Recipe(
        "#d9982c", (("saffron_rice", 190), ("shrimp", 9), ("mussel", 8), ("pea", 22), ("pepper", 8), ("lemon", 3)), 0.08
    ),
    "fish_and_chips": Recipe(None, (("chips", 40), ("battered_fish", 1), ("lemon", 1)), 0.2),
    "grilled_salmon": Recipe(None, (("asparagus", 7), ("salmon", 1), ("lemon", 2), ("herbs", 14)), 0.08),
    "salmon": Recipe(None, (("leaf", 9), ("salmon", 1), ("lemon", 2), ("herbs", 12)), 0.08),
    "white_fish": Recipe(None, (("leaf", 8), ("white_fish", 1), ("lemon", 2), ("herbs", 14)), 0.08),
    "chicken_breast": Recipe(None, (("broccoli", 6), ("carrot", 7), ("chicken_breast", 1), ("herbs", 14)), 0.08),
    "cutlet": Recipe(None, (("cabbage", 6), ("cutlet", 1), ("lemon", 1)), 0.1),
    "stew": Recipe("#7a3c1c", (("diced_beef", 13), ("potato", 9), ("carrot", 9), ("herbs", 16)), 0.1),
    "goulash": Recipe("#a8381c", (("diced_beef", 12), ("pepper", 9), ("potato", 7), ("herbs", 14)), 0.1),
    "chilli_con_carne": Recipe("#8a2c18", (("mince", 80), ("olive", 14), ("corn", 14), ("herbs", 12)), 0.12),
    "shakshuka": Recipe("#c8381c", (("pepper", 10), ("fried_egg", 3), ("feta", 6), ("herbs", 24)), 0.04),
    "ratatouille": Recipe("#c8482a", (("aubergine", 8), ("cucumber", 10), ("tomato", 10), ("leaf", 5)), 0.14),
    "caesar_salad": Recipe(None, (("lettuce", 24), ("crouton", 12), ("parmesan", 26)), 0.3, hot=False),
    "greek_salad": Recipe(
        None,
        (("lettuce", 8), ("cucumber", 10), ("cherry_tomato", 12), ("onion", 5), ("olive", 8), ("feta", 9)),
        0.24,
        hot=False,
    ),
    "caprese": Recipe(None, (("tomato_slice", 9), ("mozzarella", 8), ("leaf", 9)), 0.08, hot=False),
    "salad": Recipe(
        None, (("lettuce", 14), ("cherry_tomato", 7), ("cucumber", 6), ("carrot_shreds", 9)), 0.32, hot=False
    ),
    "fruit_salad": Recipe(
        None,
        (("melon", 9), ("orange", 5), ("kiwi", 6), ("strawberry", 8), ("blueberry", 14), ("mango", 7)),
        0.3,
        hot=False,
    ),
    "scrambled_eggs": Recipe(None, (("egg_curd", 22), ("herbs", 20)), 0.26),
    "breakfast": Recipe(
        None,
        (("leaf", 2), ("mince", 34), ("sausage", 3), ("bacon_strip", 3), ("tomato", 3), ("fried_egg", 2)),
        0.06,
        apart=True,
    ),
    "nachos": Recipe(None, (("chips", 26), ("cheese", 10), ("chilli_rings", 9), ("tomato", 5)), 0.34),
    "onion_rings": Recipe(None, (("onion_ring", 13), ("onion_ring", 5)), 0.36),
    "fried_chicken": Recipe(None, (("crisp_meat", 15), ("crisp_meat", 8)), 0.4),
    "squid_rings": Recipe(None, (("onion_ring", 12), ("lemon", 2)), 0.3),
    "meatballs": Recipe("#8a3c1c", (("meatball", 13), ("herbs", 22)), 0.22),
    "falafel": Recipe(None, (("lettuce", 9), ("falafel", 11), ("cherry_tomato", 3)), 0.24),
    "sausages": Recipe(None, (("mash", 9), ("sausage", 5), ("pea", 16)), 0.2),
}
