"""Places that are often asked for: their names lead to them, and each shows what it is known by."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan, Thing

SIZE = Size(192, 192)
DAY = {"time": "day", "weather": "clear", "season": "summer"}


def picture(plan: ScenePlan, seed: int = 5) -> np.ndarray:
    """The plan's colours as floats in [0, 1]."""
    return paint(plan, SIZE, seed=seed).pixels[..., :3].astype(np.float32) / 255


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("grand canyon at sunset", "canyon"),
        ("大峡谷日落", "canyon"),
        ("a girl by the swimming pool", "pool"),
        ("泳池边的一只狗", "pool"),
        ("漓江上的渔夫", "lake"),
        ("ha long bay with a ship", "sea"),
        ("a man lifting weights in the gym", "gym"),
        ("健身房里锻炼的男人", "gym"),
        ("a doctor in a hospital", "hospital"),
        ("医院走廊", "hospital"),
        ("a girl in a supermarket", "supermarket"),
        ("超市里的女孩", "supermarket"),
        ("church interior", "church_nave"),
        ("a bride in a church", "church_nave"),
        ("教堂里的新娘", "church_nave"),
        ("a woman at the airport", "airport"),
        ("候机厅", "airport"),
        ("a woman on the train platform", "station"),
        ("a red train at the station", "station"),
        ("地铁站里的男人", "station"),
        ("胡同里的四合院", "hutong"),
        ("a courtyard house in a street", "hutong"),
        ("a cat in a hutong", "hutong"),
        ("a football player in a stadium", "stadium"),
        ("足球场上的男孩", "stadium"),
        ("basketball court", "court"),
        ("篮球场上的男孩", "court"),
        ("santorini at sunset", "white_town"),
        ("圣托里尼", "white_town"),
        ("a woman in amsterdam", "amsterdam"),
        ("boats on an amsterdam canal", "amsterdam"),
        ("阿姆斯特丹运河", "amsterdam"),
        ("times square at night", "neon_street"),
        ("涩谷十字路口", "neon_street"),
        ("cyberpunk city street", "neon_street"),
        ("courtyard of a mediterranean house", "patio"),
        ("an english courtyard", "patio"),
        ("地中海庭院里的猫", "patio"),
        ("kids in a playground", "playground"),
        ("儿童乐园里的孩子", "playground"),
        ("a woman in the bathroom", "bathroom"),
        ("浴室里的猫", "bathroom"),
        ("ski resort", "snowfield"),
        ("九寨沟", "lake"),
        ("a couple in a restaurant", "cafe"),
    ],
)
def test_a_name_leads_to_its_place(prompt: str, setting: str):
    """Nothing of the name is left over, and the picture is of that place."""
    plan = read(prompt)
    assert setting_of(plan) == setting
    assert not plan.unpainted


@pytest.mark.parametrize("prompt", ["桂林山水", "阳朔", "li river at dawn", "Guilin"])
def test_guilin_has_karst_over_still_water(prompt: str):
    """Its peaks rise over water, not over a meadow."""
    plan = read(prompt)
    assert plan.backdrops == ("karst",)
    assert setting_of(plan) == "lake"


def test_karst_peaks_are_steep():
    """Between two peaks the land comes down to the water within a few columns; mountains are one range."""
    gaps = []
    for backdrop in ("karst", "mountains"):
        plan = ScenePlan(setting="lake", backdrops=(backdrop,), excluded=frozenset({"tree"}), **DAY)
        scene, _ = begin(plan, SIZE, seed=2)
        bare = ScenePlan(setting="lake", excluded=frozenset({"tree", "backdrop"}), **DAY)
        land = np.abs(picture(plan, 2) - picture(bare, 2)).max(2)[: int(scene.ground_px)] > 0.08
        gaps.append(np.abs(np.diff(land.sum(0))).max())
    assert gaps[0] > gaps[1]


def test_a_canyon_is_of_red_layers():
    """Its far walls are red, and striped across more than the slopes of a mountain are."""
    ratios = []
    for plan in (ScenePlan(setting="canyon", **DAY), ScenePlan(setting="meadow", backdrops=("mountains",), **DAY)):
        scene, _ = begin(plan, SIZE, seed=5)
        level = int(scene.ground_px) + (0 if plan.setting == "canyon" else -40)
        walls = picture(plan)[level : level + 40]
        ratios.append(np.abs(np.diff(walls, axis=0)).mean() / np.abs(np.diff(walls, axis=1)).mean())
        if plan.setting == "canyon":
            assert (walls[..., 0] > walls[..., 2]).mean() > 0.8
    assert ratios[0] > ratios[1]


def test_a_pool_is_turquoise_and_lit_from_below_by_night():
    """The water has its own colour by day; by night it is lighter than the deck before it."""
    day, night = (picture(ScenePlan(setting="pool", time=time, weather="clear")) for time in ("day", "night"))
    water = day[118:150, 40:150].mean((0, 1))
    assert water[1] > water[0] + 0.2
    assert night[118:150, 40:150].mean() > 1.3 * night[165:].mean()


def test_who_swims_in_a_pool_is_in_its_water():
    """Somebody who swims is beyond the deck on which others stand."""
    feet = []
    for traits in (frozenset(), frozenset({"pose:swimming"})):
        plan = ScenePlan(setting="pool", things=(Thing(kind="woman", words="woman", traits=traits),), **DAY)
        (region,) = paint(plan, SIZE, seed=5).regions
        feet.append(region.box[3])
    assert feet[1] < 0.82 < feet[0]


def test_an_airplane_at_the_airport_is_out_on_the_field():
    """No airplane stands in the hall; without one, the hall is what is seen."""
    assert setting_of(read("a plane at the airport")) == "meadow"
    assert setting_of(read("an airport")) == "airport"
    assert setting_of(read("一辆公交车停在站台边")) == "road"


def test_a_church_seen_from_outside_stays_a_building():
    """Only who is inside is in its nave."""
    plan = read("a woman in front of a church")
    assert "church" in {thing.kind for thing in plan.things}
    assert setting_of(plan) == "meadow"


def test_the_windows_of_a_nave_are_bright_and_of_many_colours_by_day():
    """The glass of the middle window has more colour than the stone beside it, by night much less."""
    day, night = (picture(ScenePlan(setting="church_nave", time=time))[40:90, 86:106] for time in ("day", "night"))
    assert np.ptp(day, axis=2).mean() > 2 * np.ptp(picture(ScenePlan(setting="church_nave"))[20:35, :20], axis=2).mean()
    assert day.mean() > 1.5 * night.mean()


def test_a_train_that_is_forbidden_is_not_at_the_platform():
    """Its place along the edge is empty then, and what is right of the edge stays as it is."""
    plan = ScenePlan(setting="station", **DAY)
    with_train, without = picture(plan), picture(ScenePlan(setting="station", excluded=frozenset({"train"}), **DAY))
    change = np.abs(with_train - without).max(2) > 0.05
    assert change[60:140, :30].mean() > 0.6
    assert change[:, 130:].mean() < 0.02


def test_a_named_colour_is_the_trains():
    """A red train stands at the platform; no second one is painted."""
    plan = ScenePlan(setting="station", things=(Thing(kind="train", words="train", colour="#d8322c"),), **DAY)
    side = picture(plan)[110:120, 4:20].mean((0, 1))
    assert side[0] > side[2] + 0.25


def test_a_stadium_is_floodlit_by_night():
    """Its grass is green by night, too, much lighter than that of a meadow."""
    grass, meadow = (picture(ScenePlan(setting=name, time="night"))[150:] for name in ("stadium", "meadow"))
    assert grass.mean() > 1.25 * meadow.mean()
    assert (grass[..., 1] > grass[..., 2]).mean() > 0.7


def test_snow_is_swept_off_a_court():
    """In winter the court keeps its colour between white surroundings."""
    plan = ScenePlan(setting="court", season="winter", weather="clear", time="day")
    floor = picture(plan)[150:, 60:130]
    assert np.ptp(floor, axis=2).mean() > 0.15


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a woman in new york", "harbour"),
        ("a red car in tokyo", "street"),
        ("a cyberpunk girl in a cyberpunk city", "neon_street"),
        ("赛博朋克 重庆 夜晚的女孩", "neon_street"),
        ("a horse in a meadow before a city", "meadow"),
    ],
)
def test_a_city_is_not_seen_from_a_meadow(prompt: str, setting: str):
    """Whoever is in a city stands in a street or across a river, unless the words put them on grass."""
    assert setting_of(read(prompt)) == setting


@pytest.mark.parametrize("setting", ["venice", "amsterdam", "water_town"])
def test_nobody_stands_on_a_canal(setting: str):
    """Somebody on land has paving under the feet, with none of the water's colour."""
    plan = ScenePlan(setting=setting, things=(Thing(kind="woman", words="woman"),), **DAY)
    empty = paint(plan, SIZE, seed=5, without=((0, 0),)).pixels[180:].astype(int)
    assert np.ptp(empty.mean((0, 1))[:3]) < 40


def test_a_white_town_has_blue_domes_over_a_blue_sea():
    """White walls, blue domes among them, and the sea beside them."""
    pixels = picture(ScenePlan(setting="white_town", **DAY), 3)
    white = (pixels.min(2) > 0.8) & (np.ptp(pixels, axis=2) < 0.12)
    blue = (pixels[..., 2] > pixels[..., 0] + 0.3) & (pixels[..., 2] > 0.5)
    assert white[100:160].mean() > 0.08
    assert blue[90:160].mean() > 0.03


def test_amsterdam_is_a_row_of_gabled_houses():
    """Its skyline is ragged: the row in which a column meets the sky jumps from house to house."""
    plan = ScenePlan(setting="amsterdam", excluded=frozenset({"tree"}), **DAY)
    sky = picture(plan, 4)[:100]
    tops = (np.abs(sky - sky[:1]).max(2) > 0.25).argmax(0)
    assert np.abs(np.diff(tops)).sum() > 150


def test_a_hutong_is_grey_walls_and_red_gates():
    """Its sides are brick without colour, but for gates of a strong red; a street of shops has neither."""
    shares = []
    for setting in ("hutong", "street"):
        pixels = picture(ScenePlan(setting=setting, excluded=frozenset({"person", "lantern", "tree"}), **DAY), 4)[
            60:150
        ]
        red = (pixels[..., 0] > pixels[..., 1] + 0.25) & (pixels[..., 0] > pixels[..., 2] + 0.25)
        grey = np.ptp(pixels, axis=2) < 0.06
        shares.append((red.mean(), grey.mean()))
    assert shares[0][0] > max(0.02, 2 * shares[1][0])
    assert shares[0][1] > 0.4


def test_the_lane_has_the_courtyard_house_that_is_asked_for():
    """No other one stands in the middle of it."""
    scene, _ = begin(read("胡同里的四合院"), SIZE, seed=3)
    assert [] == compose(scene)


def test_signs_glow_in_a_neon_street_by_night():
    """By night it is full of strong colours, which a street of shops is not."""
    strong = []
    for setting in ("neon_street", "street"):
        pixels = picture(ScenePlan(setting=setting, time="night", weather="clear"))
        strong.append((np.ptp(pixels, axis=2) > 0.45).mean())
    assert strong[0] > 1.4 * strong[1]


def test_a_ghost_shines_by_night():
    """Where the ghost is, the night is brighter than a snowman makes it."""
    brightest = []
    for kind in ("ghost", "snowman"):
        night = ScenePlan(setting="meadow", time="night", weather="overcast", things=(Thing(kind=kind, words=kind),))
        brightest.append(np.sort(picture(night, 3).mean(2).ravel())[-400:].mean())
    assert brightest[0] > brightest[1] + 0.15


def test_it_does_not_rain_under_a_roof():
    """The right of the platform, all of it under the roof, is as it is under mere clouds, but wet."""
    under = []
    for weather in ("overcast", "rain"):
        under.append(picture(ScenePlan(setting="station", weather=weather, time="day"))[5:60, 60:])
    assert np.abs(under[0] - under[1]).mean() < 0.03


def test_rooms_with_strips_of_light_are_lighter_by_night_than_homes():
    """A supermarket keeps more of its day's light than a bedroom."""
    kept = []
    for setting in ("supermarket", "bedroom"):
        day, night = (picture(ScenePlan(setting=setting, time=time)).mean() for time in ("day", "night"))
        kept.append(night / day)
    assert kept[0] > kept[1] + 0.05


@pytest.mark.parametrize(("word", "part"), [("swing", "swing"), ("slide", "slide"), ("seesaw", "seesaw")])
def test_a_playground_is_painted_without_what_is_forbidden(word: str, part: str):
    """Each thing one plays on is left out where the words say so."""
    plan = ScenePlan(setting="playground", **DAY)
    without = ScenePlan(setting="playground", excluded=frozenset({part}), **DAY)
    assert (np.abs(picture(plan) - picture(without)).max(2) > 0.1).mean() > 0.003


def test_a_patio_has_a_fountain_unless_it_may_not():
    """The fountain stands beside the middle; the door in the far wall stays as it is."""
    plan = ScenePlan(setting="patio", **DAY)
    without = ScenePlan(setting="patio", excluded=frozenset({"fountain"}), **DAY)
    change = np.abs(picture(plan, 3) - picture(without, 3)).max(2) > 0.1
    assert change.mean() > 0.02
    assert not change[70:108, 88:104].any()


@pytest.mark.parametrize(
    ("prompt", "setting", "word"),
    [
        ("a zoo with two monkeys", "park", "zoo"),
        ("a factory", "office", "factory"),
        ("a movie theater", "stage", "movie theater"),
        ("溜冰场上的女孩", "snowfield", "溜冰场"),
    ],
)
def test_a_place_that_only_another_stands_for_is_named(prompt: str, setting: str, word: str):
    """What is shown is the most similar place, and the word is among those that are not painted."""
    plan = read(prompt)
    assert setting_of(plan) == setting
    assert word in plan.unpainted


def test_a_bathroom_has_a_tub_of_its_own():
    """A tub that the words name is the room's, and not painted a second time."""
    plan = read("a bathtub in a bathroom")
    assert [thing.kind for thing in plan.things] == ["icon:bathtub"]
    items = compose(begin(plan, SIZE, seed=5)[0])
    assert not items


def test_no_leaves_lie_on_a_snowfield():
    """Forbidding leaves changes nothing there in autumn, as it does in a park."""
    changed = []
    for setting in ("snowfield", "park"):
        plan = ScenePlan(setting=setting, season="autumn", time="day", weather="clear")
        bare = ScenePlan(setting=setting, season="autumn", time="day", weather="clear", excluded=frozenset({"leaves"}))
        changed.append((np.abs(picture(plan) - picture(bare)).max(2)[130:] > 0.1).mean())
    assert changed[0] == 0 < changed[1]
