"""What looked wrong in whole pictures: scales of crowds, what is worn, ridden and held, where one is."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import brush
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read
from easel.engines.painter.places import setting_of
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.things import Placed


def placed(prompt: str, seed: int = 5) -> dict[str, list[Placed]]:
    """The copies of each kind of a composed prompt."""
    scene, _ = begin(read(prompt), Size(512, 512), seed=seed)
    found: dict[str, list[Placed]] = {}
    for item in compose(scene):
        found.setdefault(item.thing.kind, []).append(item)
    return found


def test_a_crowd_is_of_one_scale() -> None:
    """The men in the back row are no giants beside the women before them."""
    items = placed("热闹的集市，十二个人，傍晚")
    talls = [item.tall for kind in ("man", "woman") for item in items[kind]]

    assert max(talls) < 1.4 * min(talls)


def test_who_rides_a_bicycle_reaches_its_pedals() -> None:
    """The rider leans over the handlebars and is as tall as a person is beside a bicycle."""
    items = placed("a boy riding a bicycle")
    rider, bicycle = items["boy"][0], items["bicycle"][0]

    assert rider.thing.trait("pose") == "cycling"
    assert rider.tall > 1.5 * bicycle.tall


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("an old fisherman on a boat at dawn", "lake"),
        ("一个男人坐在长椅上", "park"),
        ("a mermaid", "underwater"),
        ("a princess in the window of a castle", "meadow"),
    ],
)
def test_one_is_where_such_things_are(prompt: str, setting: str) -> None:
    """Boats are on water, park benches in parks, castles out of doors."""
    assert setting_of(read(prompt)) == setting


def test_a_standing_crane_stands_among_the_hens() -> None:
    """鹤立鸡群: its feet are on the ground."""
    crane = placed("鹤立鸡群")["crane"][0]

    assert not crane.floats


def test_a_scarf_lies_below_the_muzzle() -> None:
    """An animal's scarf covers neither its eyes nor its mouth."""
    items = placed("一只戴着红围巾的狗")
    scarf = next(item for kind, copies in items.items() if "scarf" in kind for item in copies)
    face = items["dog"][0].attach("face", (0.0, -0.7))[1]

    assert scarf.y - scarf.tall > face + 0.1 * items["dog"][0].tall


def test_flowers_in_the_hand_leave_the_face_free() -> None:
    """A bunch of tulips leans away from the head."""
    items = placed("a girl holding tulips")
    girl, tulips = items["girl"][0], items["tulip"]
    chin = girl.attach("face", (0.0, -0.86))[1] + 0.1 * girl.tall

    for item in tulips:
        lean = np.radians(item.turn)
        tip = item.x + item.tall * np.sin(lean), item.y - item.tall * np.cos(lean)
        assert tip[1] > chin or abs(tip[0] - girl.x) > 0.15 * girl.tall


@pytest.mark.parametrize("kind", ["christmas_tree", "mooncake", "jiaozi", "swing"])
def test_new_drawings_stay_in_their_frames(kind: str) -> None:
    """Nothing of a drawing is cut off by the frame that its height and width give it."""
    sprite, size = get(kind), 200
    surface = brush.Surface(size * 3, size * 3)
    with brush.placed(surface.canvas, (1.5 * size, 2.0 * size), scale=size):
        sprite.draw(surface.canvas, np.random.default_rng(1), Look())
    rows, columns = np.nonzero(surface.rgba[..., 3] > 40)

    assert rows.min() > 2.0 * size - 1.08 * size
    assert rows.max() < 2.1 * size
    assert max(1.5 * size - columns.min(), columns.max() - 1.5 * size) < 0.56 * sprite.width * size


@pytest.mark.parametrize("prompt", ["爸爸牵着女儿的手", "a mother hugging her daughter"])
def test_nobody_carries_who_can_walk(prompt: str) -> None:
    """Parent and child stand hand in hand, both on the ground."""
    people = [item for copies in placed(prompt).values() for item in copies]

    assert len(people) == 2
    assert all(item.thing.trait("hand_to") and not item.floats for item in people)


def test_nobody_holds_a_table() -> None:
    """一家人围着桌子喝茶: the table stands on the floor."""
    tables = [item for kind, copies in placed("一家人围着桌子喝茶").items() if "table" in kind for item in copies]

    assert all(item.y > 250 for item in tables)


def test_a_basketball_player_has_a_ball() -> None:
    """The deed goes with the name."""
    assert read("一个篮球运动员").things[0].trait("pose") == "basketball"


@pytest.mark.parametrize("prompt", ["一个女孩在湖边，湖上有一只白天鹅", "a man and a boat on the beach"])
def test_what_swims_is_beyond_the_waterline(prompt: str) -> None:
    """Swans and boats are not on the bank on which people stand."""
    items = placed(prompt)
    afloat = items.get("swan", []) + items.get("boat", [])
    people = items.get("girl", []) + items.get("man", [])

    assert max(item.y for item in afloat) < min(item.y for item in people)


def test_trees_are_no_smaller_than_children() -> None:
    """Crowns may touch where many trees stand behind somebody."""
    items = placed("a girl and five trees")

    assert min(item.tall for item in items["tree"]) > 0.6 * items["girl"][0].tall


def test_insects_alone_are_seen_from_near() -> None:
    """An ant and a grasshopper are the subject, not two specks."""
    assert all(item.tall > 60 for copies in placed("an ant and a grasshopper").values() for item in copies)


def test_a_window_in_the_snow_is_that_of_a_room() -> None:
    """Who looks at the snow through a window is indoors; a picnic is not."""
    assert setting_of(read("一个女孩站在窗前看雪")) == "living_room"
    assert setting_of(read("一对情侣在樱花树下野餐")) == "park"


def test_a_dog_with_a_ball_shows_its_face() -> None:
    """The ball lies before the paws."""
    items = placed("a dog playing with a ball")
    dog = items["dog"][0]
    ball = next(item for kind, copies in items.items() if kind != "dog" for item in copies)

    assert ball.y >= dog.y
    assert ball.y - ball.tall > dog.attach("face", (0.0, -0.7))[1]


def test_a_fox_reads_from_before() -> None:
    """An animal with a book is not seen from the side, the book on its back."""
    assert placed("a fox reading a book")["fox"][0].thing.trait("pose") == "sitting"


def test_who_sits_at_a_table_shows_the_face_above_it() -> None:
    """A candle on the table stands beside the face of who sits there on a chair."""
    items = placed("夜晚，卧室里，一位古装男子坐在桌子旁，蜡烛")
    man, candle = items["man"][0], items["candle"][0]

    assert man.thing.trait("pose") == "at_desk" or abs(candle.x - man.x) > 0.15 * man.tall
    assert abs(candle.x - man.x) > 0.15 * man.tall
