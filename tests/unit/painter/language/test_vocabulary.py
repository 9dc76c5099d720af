"""The lexicon's tables and the icon set: complete, consistent, and saying only what a plan can hold."""

import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from easel.engines.painter import icons, plan
from easel.engines.painter.language.lexicon import THING_ROLES, lexicon
from easel.engines.painter.language.phrases import _rows
from easel.engines.painter.language.prompt import read
from easel.engines.painter.language.script import is_chinese

SPRITES = """
barrel wardrobe dresser tangyuan bowl mech floor_lamp barber_chair dental_chair examination_stool
man woman girl boy baby old_man old_woman astronaut robot wizard knight princess soldier doctor chef dancer monk cat
dog horse sheep cow pig rabbit panda bear fox deer lion tiger elephant giraffe zebra monkey camel wolf mouse squirrel
duck chicken bird crane owl eagle penguin fish koi whale dolphin shark octopus turtle frog snake butterfly bee
dragonfly dragon phoenix unicorn dinosaur tree cherry_tree plum_blossom autumn_tree pine palm bamboo willow bush
cactus flower rose tulip sunflower lotus peony lavender mushroom grass_tuft house cabin cottage castle lighthouse
pagoda temple tower windmill skyscraper bridge tent church barn shop gate pavilion great_wall torii ferris_wheel car
muscle_car bus truck taxi boat ship airplane hot_air_balloon train bicycle motorcycle rocket ufo helicopter submarine
gondola carriage apple orange banana watermelon strawberry cake bread pizza burger ramen dumpling tea_cup coffee_cup
teapot wine_glass ice_cream egg fruit_bowl table chair armchair sofa bed lamp street_lamp bookshelf book clock window
door fence bench umbrella balloon lantern kite candle vase piano guitar drum computer phone camera backpack hat crown
sword star heart sphere cube triangle gift snowman rock campfire treasure_chest mirror basket bottle key flag
chinese_dragon palace sampan dragon_boat sky_lantern courtyard_house bullet_train fireplace perfume pancakes juice
plate toast soup porridge scallion marshmallow whipped_cream petals
fairy_lights floating_island hotpot
eiffel_tower pearl_tower clock_tower leaning_tower pyramid colosseum stonehenge moai statue_of_liberty buddha redeemer
tower_bridge brandenburg_gate sagrada_familia st_basils angkor_wat canton_tower burj_khalifa taipei_101 machu_picchu
fairy_chimneys domed_city plated bowlful panful potful rice_bowl torte cake_slice olives wristwatch bamboo_raft
tea_bush grapevine corn_stalk fruit_tree acacia baobab waterhole
wheelchair dandelion flower_arch cruise_ship cargo_ship double_decker fighter_jet charging_post bunk_bed leaf hammock
taj_mahal potala gate_tower temple_of_heaven opera_house suspension_bridge greek_temple triumphal_arch
swan parrot peacock koala hedgehog cupcake doughnut sushi firefly christmas_tree mooncake jiaozi swing surfboard
carton fishbowl pumpkin jack_o_lantern phone_booth airship igloo tree_house opera_mask chessboard dancing_lion
staff branch rapeseed cotton wheat rice_plant rowboat canoe rickshaw
ghost skeleton clay_warrior centaur fishing_rod sign chalkboard banner neon_sign emblem_sun emblem_moon
emblem_crescent emblem_cloud emblem_rain emblem_rainbow emblem_mountain emblem_wave emblem_mark
lipstick earbuds cream_jar serum podium sleigh cauldron throne villa haunted_house can flask dumbbell bouquet
typewriter paper_plane coat_of_arms gingerbread_house pizza_slice steak roast_chicken fried_egg grilled_fish waffles
gravestone picnic_blanket torch viaduct pendant_lamp chandelier leopard raccoon
""".split()
ALLOWED = {
    "setting": plan.SETTINGS, "backdrop": plan.BACKDROPS, "time": plan.TIMES, "weather": plan.WEATHERS,
    "season": plan.SEASONS, "sky": plan.SKY_THINGS, "style": plan.STYLES, "camera": plan.CAMERAS, "mood": plan.MOODS,
}  # fmt: skip


def things_by_name(chinese: bool) -> set[str]:
    """All forms of one language that name a thing."""
    forms = lexicon().forms.items()
    return {form for form, entry in forms if entry.is_thing and any(map(is_chinese, form)) == chinese}


def test_every_sprite_has_names_in_both_languages():
    """The agreed sprites and no others are named by the tables, in English and in Chinese."""
    assert set(SPRITES) == {kind for kind, role in lexicon().groups.items() if role not in ("icon", "people")}
    for kind in SPRITES:
        english, chinese = lexicon().names[f"{lexicon().groups[kind]}:{kind}"]
        assert kind == read(english).things[0].kind
        assert kind == read(chinese).things[0].kind


def test_tables_ask_only_for_what_a_plan_can_hold():
    """Every effect is a sprite, an icon, or a word that plan.py knows."""
    for form, entry in lexicon().forms.items():
        for effect in entry.effects:
            if effect.role in ALLOWED:
                assert effect.value in ALLOWED[effect.role], form
            elif effect.role == "icon":
                assert icons.info(effect.value), form
            elif effect.role in THING_ROLES - {"people"}:
                assert effect.value in SPRITES, form


def test_much_can_be_painted_by_name():
    """Well over 1,200 things in each language."""
    assert (True, True) == (len(things_by_name(chinese=False)) > 2000, len(things_by_name(chinese=True)) > 1800)


def test_telling_phrases_read_back():
    """Each phrase for a piece of scenery asks for exactly that piece when it is read."""
    fields = {"backdrop": "backdrops", "sky": "sky"}
    for effect, *phrases in _rows("telling"):
        role, value = effect.split(":")
        if role in ALLOWED and value != "night_sky":
            for phrase in phrases:
                told = getattr(read(phrase), fields.get(role, role))
                assert told == value or value in told, phrase


def test_one_character_words_are_not_believed_inside_unknown_words():
    """黄 and 山 mean nothing in a name that nobody knows."""
    assert ((), (), ("龘黄龘",)) == (read("龘黄龘").things, read("龘黄龘").backdrops, read("龘黄龘").unpainted)
    assert ("mountains",) == read("黄山").backdrops


@pytest.mark.parametrize("word", ["calm", "painting", "sunshine", "阳光", "可爱", "style", "the", "running", "golden"])
def test_loose_words_are_no_things(word: str):
    """Icons are found by their labels and head nouns only."""
    assert () == read(word).things


def test_every_icon_is_a_picture():
    """Each icon of the set is well-formed SVG, and an unknown name is an error."""
    for name in icons.names():
        assert "{http://www.w3.org/2000/svg}svg" == ElementTree.fromstring(icons.svg(name)).tag
    with pytest.raises(KeyError):
        icons.svg("no such icon")


def test_icons_carry_no_scripts_or_links():
    """The shipped pictures refer to nothing outside themselves."""
    for name in icons.names():
        text = icons.svg(name)
        assert "<script" not in text
        assert 'href="http' not in text


def test_reading_does_not_depend_on_hash_order():
    """Two processes with different hash seeds read the same."""
    prompt = "a red and blue house, 两只戴帽子的猫, masterpiece, no people, 樱花"
    code = f"from easel.engines.painter.language import read; p = read({prompt!r}); print(p.title, p.things[0].kind)"
    texts = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment(seed)
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(texts)


def environment(seed: str) -> dict[str, str]:
    """This process's module path and a hash seed."""
    return {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"}


def test_icon_notices_are_beside_the_data():
    """The licences travel with the pictures and their names."""
    folder = icons.__path__[0]
    for name in ("NOTICE", "LICENSE.fluent-emoji", "LICENSE.emojibase"):
        with open(f"{folder}/{name}", encoding="utf-8") as file:
            assert json.dumps(file.read())
