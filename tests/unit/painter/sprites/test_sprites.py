"""Every sprite keeps the promises of its frame: it draws, stays in its box, repeats itself, and takes its colour."""

import colorsys

import numpy as np
import pytest

from easel.engines.painter import sprites
from easel.engines.painter.brush import Surface, placed, rgb
from easel.engines.painter.sprites import SPRITES, Look
from easel.engines.painter.sprites.hair import STYLES
from easel.engines.painter.sprites.headgear import HEADGEAR
from easel.engines.painter.sprites.person import GARMENTS

#: Free room around the declared box, in sprite heights: glows, ears and shadows may reach into it.
MARGIN = 0.35

KINDS = (
    "man woman girl boy baby old_man old_woman astronaut robot wizard knight princess soldier doctor chef dancer monk "
    "cat dog horse sheep cow pig rabbit panda bear fox deer lion tiger elephant giraffe zebra monkey camel wolf mouse "
    "squirrel duck chicken bird crane owl eagle penguin fish koi whale dolphin shark octopus turtle frog snake "
    "ghost skeleton clay_warrior centaur swan parrot peacock koala hedgehog cupcake doughnut sushi "
    "butterfly bee dragonfly dragon phoenix unicorn dinosaur "
    "tree cherry_tree plum_blossom autumn_tree pine palm bamboo willow bush cactus flower rose tulip sunflower lotus "
    "peony lavender mushroom grass_tuft "
    "house cabin cottage castle lighthouse pagoda temple tower windmill skyscraper bridge tent church barn shop gate "
    "pavilion great_wall torii ferris_wheel "
    "eiffel_tower pearl_tower clock_tower leaning_tower pyramid colosseum stonehenge moai statue_of_liberty buddha "
    "redeemer taj_mahal potala gate_tower temple_of_heaven opera_house suspension_bridge greek_temple triumphal_arch "
    "car muscle_car bus truck taxi boat ship airplane hot_air_balloon train bicycle motorcycle rocket ufo helicopter "
    "submarine carriage "
    "apple orange banana watermelon strawberry cake bread pizza burger ramen hotpot dumpling tea_cup coffee_cup teapot "
    "wine_glass ice_cream egg fruit_bowl "
    "table chair sofa bed lamp street_lamp bookshelf book clock window door fence bench umbrella balloon lantern kite "
    "candle vase piano guitar drum computer phone camera backpack hat crown sword star heart sphere cube triangle gift "
    "snowman rock campfire treasure_chest mirror basket bottle key flag"
).split()
PEOPLE = ("man", "woman", "girl", "boy", "old_man", "old_woman")
ROBED = ("monk", "princess", "wizard", "doctor")
POSES = ("standing", "sitting", "walking", "running", "holding", "waving")
QUADRUPEDS = ("dog", "cat", "horse", "sheep", "cow", "pig", "bear", "fox", "deer", "lion", "tiger", "elephant", "wolf")


PLAIN = Look()


def drawn(name: str, size_px: int, look: Look = PLAIN, seed: int = 7) -> tuple[np.ndarray, float]:
    """The sprite `size_px` tall on a transparent surface with a margin, and its declared width in pixels."""
    sprite = sprites.get(name)
    wide = int(size_px * (sprite.width + 2 * MARGIN))
    surface = Surface(wide, int(size_px * (1 + 2 * MARGIN)))
    with placed(surface.canvas, (wide / 2, size_px * (1 + MARGIN)), scale=size_px):
        sprite.draw(surface.canvas, np.random.default_rng(seed), look)
    return surface.rgba, size_px * sprite.width


def dominant_hue(rgba: np.ndarray) -> float:
    """The most frequent hue of the opaque and colourful pixels, in degrees, weighted by saturation."""
    pixels = rgba.reshape(-1, 4)
    pixels = pixels[pixels[:, 3] > 200][:, :3] / 255.0
    hues, weights = [], []
    for red, green, blue in pixels[:: max(1, len(pixels) // 4000)]:
        hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
        hues.append(hue * 360)
        weights.append(saturation * value)
    counts, edges = np.histogram(hues, bins=36, range=(0, 360), weights=weights)
    smooth = counts + 0.5 * (np.roll(counts, 1) + np.roll(counts, -1))
    return float(edges[int(np.argmax(smooth))] + 5)


def test_every_promised_kind_is_registered() -> None:
    """The registry has all kinds that the lexicon may name, under their own names."""
    missing = [kind for kind in KINDS if kind not in SPRITES]
    assert missing == []
    assert all(name == sprite.name for name, sprite in SPRITES.items())


@pytest.mark.parametrize("name", sorted(SPRITES))
@pytest.mark.parametrize("size_px", [64, 512])
def test_a_sprite_fills_its_box(name: str, size_px: int) -> None:
    """A sprite is not empty, is about as tall and wide as it says, and hardly reaches beyond."""
    rgba, width_px = drawn(name, size_px)
    solid = rgba[..., 3] > 100
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    assert rows.size > 0
    tall, wide = (rows[-1] - rows[0] + 1) / size_px, (columns[-1] - columns[0] + 1) / width_px
    base = (rows[-1] - size_px * (1 + MARGIN)) / size_px
    assert 0.55 <= tall <= 1.17, f"height {tall:.2f}"
    assert 0.5 <= wide <= 1.25, f"width {wide:.2f}"
    assert -0.3 <= base <= 0.08, f"base {base:.2f}"


@pytest.mark.parametrize("name", sorted(SPRITES))
def test_the_same_seed_draws_the_same_bytes(name: str) -> None:
    """A sprite depends on nothing but its look and its random stream."""
    first, _ = drawn(name, 96)
    second, _ = drawn(name, 96)
    assert np.array_equal(first, second)


@pytest.mark.parametrize("name", sorted(SPRITES))
def test_attach_points_lie_within_the_box(name: str) -> None:
    """Hands, seats and heads are inside the sprite's own frame."""
    sprite = SPRITES[name]
    outside = {
        key: point
        for key, point in sprite.attach.items()
        if abs(point[0]) > sprite.width / 2 + 0.02 or not -1.02 <= point[1] <= 0
    }
    assert outside == {}


@pytest.mark.parametrize(
    "name",
    [
        "cat", "dog", "fox", "horse", "cow", "elephant", "bird", "duck", "fish", "octopus", "frog", "turtle", "dragon",
        "dinosaur", "robot", "tree", "pine", "bush", "rose", "tulip", "peony", "mushroom", "house", "barn", "tent",
        "lighthouse", "castle", "skyscraper", "car", "muscle_car", "bus", "truck", "taxi", "boat", "bicycle", "train",
        "hot_air_balloon", "rocket", "submarine", "apple", "strawberry", "cake", "teapot", "coffee_cup", "sofa",
        "chair", "door", "umbrella", "balloon", "lantern", "gift", "hat", "star", "heart", "sphere", "cube", "flag",
        "backpack", "guitar", "kite", "butterfly", "motorcycle",
        "crown", "phone", "computer", "carriage", "gate", "pavilion", "phoenix",
        "ghost", "skeleton", "centaur", "parrot", "koala", "hedgehog", "cupcake", "doughnut",
        "tower", "clock_tower", "leaning_tower", "pyramid", "colosseum", "stonehenge", "moai", "buddha", "redeemer",
        "taj_mahal", "gate_tower", "temple_of_heaven", "suspension_bridge", "greek_temple", "triumphal_arch",
    ],
)  # fmt: skip
@pytest.mark.parametrize("colour", ["#d8322c", "#2f6fd0", "#3f9a4a"])
def test_the_asked_colour_dominates(name: str, colour: str) -> None:
    """A red car is red, a blue umbrella blue."""
    rgba, _ = drawn(name, 128, Look(colour=rgb(colour)))
    asked = colorsys.rgb_to_hsv(*rgb(colour))[0] * 360
    apart = abs((dominant_hue(rgba) - asked + 180) % 360 - 180)
    assert apart <= 25, f"{apart:.0f} degrees apart"


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_wears_the_asked_colour(name: str) -> None:
    """The garment takes `garment_colour`, and `colour` where that is missing."""
    by_trait, _ = drawn(name, 160, Look(traits={"garment_colour": "#2f6fd0"}))
    by_look, _ = drawn(name, 160, Look(colour=rgb("#2f6fd0")))
    assert np.array_equal(by_trait, by_look)
    blue = (by_look[..., 2].astype(int) - by_look[..., 0] > 40) & (by_look[..., 3] > 200)
    assert blue.sum() / (by_look[..., 3] > 200).sum() > 0.25


@pytest.mark.parametrize("garment", [*sorted(GARMENTS), "t-shirt", "cheongsam", "something unheard of"])
def test_a_person_can_wear_every_garment(garment: str) -> None:
    """Every garment draws, on both sexes and from both sides; an unknown one falls back to a shirt."""
    for kind in ("man", "woman"):
        for facing in ("front", "back", "side"):
            rgba, _ = drawn(kind, 64, Look(traits={"garment": garment, "facing": facing}))
            assert (rgba[..., 3] > 200).sum() > 200


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("name", PEOPLE + ROBED)
def test_people_take_every_pose(name: str, pose: str) -> None:
    """A pose changes the drawing and keeps it in its frame."""
    rgba, _ = drawn(name, 96, Look(traits={"pose": pose}))
    rows = np.flatnonzero((rgba[..., 3] > 100).any(1))
    assert 0.55 <= (rows[-1] - rows[0]) / 96 <= 1.15
    assert abs(rows[-1] - 96 * (1 + MARGIN)) <= 10


@pytest.mark.parametrize("style", STYLES)
def test_every_hair_style_draws(style: str) -> None:
    """Hair can be chosen by name, and its colour too."""
    red, _ = drawn("woman_portrait", 128, Look(traits={"hair": style, "hair_colour": "#c8322f"}))
    blue, _ = drawn("woman_portrait", 128, Look(traits={"hair": style, "hair_colour": "#2f6fd0"}))
    assert not np.array_equal(red, blue)


@pytest.mark.parametrize("name", QUADRUPEDS)
def test_four_legged_animals_take_poses(name: str) -> None:
    """Standing, walking, running and lying all differ from each other."""
    drawings = {drawn(name, 64, Look(traits={"pose": pose}))[0].tobytes() for pose in ("walking", "running", "lying")}
    assert len(drawings) == 3


def test_light_and_snow_show() -> None:
    """Windows glow when lit, and snow whitens a roof."""
    plain, _ = drawn("house", 128)
    lit, _ = drawn("house", 128, Look(lit=True))
    snowy, _ = drawn("house", 128, Look(snow=True))
    assert not np.array_equal(plain, lit)
    assert (snowy[..., :3].min(-1) > 225).sum() > 2 * (plain[..., :3].min(-1) > 225).sum()


@pytest.mark.parametrize(
    "name",
    [
        "tower", "clock_tower", "leaning_tower", "pearl_tower", "colosseum", "statue_of_liberty", "taj_mahal", "potala",
        "gate_tower", "temple_of_heaven", "opera_house", "suspension_bridge", "greek_temple", "triumphal_arch",
    ],
)  # fmt: skip
def test_landmarks_are_lit_by_night(name: str) -> None:
    """Windows, dials, floodlights and torches of landmarks burn: lamplight is to be seen that is not there by day."""
    plain, _ = drawn(name, 256)
    lit, _ = drawn(name, 256, Look(lit=True))
    warm = (lit[..., 0].astype(int) - plain[..., 0] > 20) & (lit[..., 3] > 60)
    assert warm.sum() > 100


@pytest.mark.parametrize(
    "name",
    [
        "tower", "clock_tower", "leaning_tower", "pyramid", "colosseum", "stonehenge", "moai", "statue_of_liberty",
        "buddha", "redeemer", "taj_mahal", "potala", "gate_tower", "temple_of_heaven", "opera_house",
        "suspension_bridge", "greek_temple", "triumphal_arch",
    ],
)  # fmt: skip
def test_snow_lies_on_landmarks(name: str) -> None:
    """Snow changes a landmark here and there, to something lighter, and not everywhere."""
    plain, _ = drawn(name, 256)
    snowy, _ = drawn(name, 256, Look(snow=True))
    changed = (plain != snowy).any(-1)
    assert 0.001 < changed.sum() / (plain[..., 3] > 0).sum() < 0.6
    assert snowy[changed][:, :3].mean() > plain[changed][:, :3].mean()


def test_an_unknown_kind_raises_key_error() -> None:
    """Nobody draws what nobody knows."""
    with pytest.raises(KeyError):
        sprites.get("quux")


def test_an_icon_is_a_sprite_and_takes_a_colour() -> None:
    """What no family draws comes from the icon set, tinted where a colour is asked."""
    plain, _ = drawn("icon:kangaroo", 128)
    blue, _ = drawn("icon:kangaroo", 128, Look(colour=rgb("#2f6fd0")))
    assert (plain[..., 3] > 200).mean() > 0.1
    assert abs(dominant_hue(blue) - 216) <= 25


def test_an_unknown_icon_raises_key_error() -> None:
    """The icon set has its limits too."""
    with pytest.raises(KeyError):
        sprites.get("icon:quux")


@pytest.mark.parametrize("name", ["cat", "dog", "fox", "rabbit", "panda", "bear", "lion"])
def test_animals_can_turn_their_back(name: str) -> None:
    """`facing:back` shows the animal from behind: another drawing, without a face."""
    front, _ = drawn(name, 96, Look(traits={"pose": "sitting"}))
    back, _ = drawn(name, 96, Look(traits={"pose": "sitting", "facing": "back"}))
    assert not np.array_equal(front, back)


@pytest.mark.parametrize("hat", sorted(HEADGEAR))
def test_every_hat_fits_into_the_frame(hat: str) -> None:
    """A tall hat makes the portrait smaller instead of leaving its frame."""
    rgba, _ = drawn("man_portrait", 128, Look(traits={"hat": hat}))
    rows = np.flatnonzero((rgba[..., 3] > 100).any(1))
    assert 128 * 0.85 <= rows[-1] - rows[0] <= 128 * 1.1


@pytest.mark.parametrize("name", ["man", "woman", "girl"])
def test_every_mood_shows_in_the_face(name: str) -> None:
    """Each mood draws another face."""
    moods = ("", "smiling", "calm", "sad", "angry", "surprised")
    faces = {drawn(f"{name}_portrait", 128, Look(traits={"mood": mood}))[0].tobytes() for mood in moods}
    assert len(faces) == len(moods)


@pytest.mark.parametrize("pose", ["lying", "running", "walking"])
def test_a_cat_from_the_side_has_a_cat_s_face(pose: str) -> None:
    """A green eye and a pink nose, as from the front; a dog has neither."""

    def parts_of(name: str) -> tuple[int, int]:
        pixels = drawn(name, 256, Look(traits={"pose": pose}))[0].astype(int)
        red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
        pink = (red > 190) & (abs(green - blue) < 16) & (red - green > 50)
        return int((green > red + 25).sum()), int(pink.sum())

    assert min(parts_of("cat")) > 12
    assert 0 == parts_of("dog")[0]


@pytest.mark.parametrize("pose", ["waving", "dancing", "walking", "sitting", "holding"])
def test_a_skeleton_moves_its_bones(pose: str) -> None:
    """Each pose is a drawing of its own, and one still sees through the ribs."""
    standing, _ = drawn("skeleton", 128)
    posed, _ = drawn("skeleton", 128, Look(traits={"pose": pose}))
    assert (standing != posed).any(-1).mean() > 0.008
    assert (posed[..., 3] > 200).mean() < 0.22


def test_a_centaur_draws_its_bow_unless_it_does_something_else() -> None:
    """Over the ground that the horse covers there is a man, whose arms follow the pose; so do the legs of the horse."""
    usual, waving, running = (
        drawn("centaur", 160, Look(traits=traits))[0] for traits in ({}, {"pose": "waving"}, {"pose": "running"})
    )
    middle = round(160 * (1 + MARGIN - 0.56))
    apart = (usual != waving).any(-1)
    assert apart[:middle].mean() > 0.03
    assert not apart[middle + 12 :, : apart.shape[1] // 3].any()
    assert (usual != running).any(-1)[middle:].mean() > 0.02


def test_clay_warriors_differ() -> None:
    """Two seeds give two warriors: face, knot, armour."""
    one, other = (drawn("clay_warrior", 128, seed=seed)[0] for seed in (1, 2))
    assert (one != other).any(-1).mean() > 0.05


def test_a_sleeping_horse_closes_its_eyes() -> None:
    """Lying and sleeping differ by the eye where nobody curls up."""
    lying, _ = drawn("horse", 128, Look(traits={"pose": "lying"}))
    sleeping, _ = drawn("horse", 128, Look(traits={"pose": "sleeping"}))
    assert 0 < (lying != sleeping).any(-1).mean() < 0.02


@pytest.mark.parametrize("name", ["cat", "dog", "fox", "wolf"])
def test_small_beasts_of_prey_sleep_curled_up(name: str) -> None:
    """Asleep they are lower and rounder than awake: a wide heap that fills its box, the head among it."""
    solid = drawn(name, 256, Look(traits={"pose": "sleeping"}))[0][..., 3] > 128
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    tall, wide = np.ptp(rows), np.ptp(columns)
    assert 1.7 < wide / tall < 2.5
    assert solid.sum() > 0.7 * tall * wide
    face = sprites.get(name).attach["face:sleeping"]
    assert 0.2 < face[0] < 0.5
    assert -tall / 256 < face[1] < -0.1
