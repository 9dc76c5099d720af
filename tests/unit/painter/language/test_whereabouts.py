"""Who is beside whom up there, who holds hands on the way, and what flies or leaps."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize(
    "prompt",
    [
        "一个小男孩坐在屋顶上看星星，身边有一只黑猫",
        "一个小男孩坐在屋顶上，旁边有一只黑猫",
        "A boy sitting on a roof with a black cat beside him",
    ],
)
def test_who_is_beside_somebody_on_a_roof_is_on_it(prompt: str) -> None:
    """The cat is on the house and beside the boy; the house has no cat beside it."""
    boy, house, cat = read(prompt).things
    assert {("on", 1), ("beside", 0)} == {(r.kind, r.target) for r in cat.relations}
    assert [("on", 1)] == [(r.kind, r.target) for r in boy.relations]
    assert not house.relations


@pytest.mark.parametrize("prompt", ["一个女孩站在树下，身边有一只狗", "一个女孩坐在长椅上，旁边有一只狗"])
def test_beside_behind_a_place_means_who_is_there(prompt: str) -> None:
    """The dog is the girl's, and stays on the ground."""
    dog = read(prompt).things[2]
    assert [("beside", 0)] == [(r.kind, r.target) for r in dog.relations]


@pytest.mark.parametrize(
    "prompt",
    ["Romantic couple walking on the beach at sunset, holding hands", "A couple walking on the beach holding hands"],
)
def test_who_walks_may_hold_hands(prompt: str) -> None:
    """Whatever else they do on foot, both have the pose of those who hold hands."""
    plan = read(prompt)
    assert ["hand_in_hand"] * 2 == [thing.trait("pose") for thing in plan.things]
    assert "holding hands" not in plan.unpainted


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("A flock of geese flying over Tokyo at dusk", "duck"),
        ("wild goose flying", "duck"),
        ("Swans flying over a lake", "swan"),
        ("一群大雁飞过城市上空", "bird"),
    ],
)
def test_birds_that_are_said_to_fly_do(prompt: str, kind: str) -> None:
    """Each as a kind that has wings to spread, in the pose of flying."""
    (birds,) = read(prompt).things
    assert (kind, "flying") == (birds.kind, birds.trait("pose"))


@pytest.mark.parametrize("prompt", ["A humpback whale breaching", "海豚跃出水面", "a dolphin leaping", "鲸鱼破水而出"])
def test_sea_animals_leap_over_open_water(prompt: str) -> None:
    """They are seen from above the surface, never from below."""
    plan = read(prompt)
    assert "jumping" == plan.things[0].trait("pose")
    assert plan.setting in ("sea", "lake")


@pytest.mark.parametrize(
    "prompt", ["A fire-breathing dragon", "一条口吐火焰的龙", "a dragon breathing fire at a knight"]
)
def test_dragons_breathe_fire(prompt: str) -> None:
    """It is read in both languages and nothing of it is reported as left out."""
    plan = read(prompt)
    dragon = next(thing for thing in plan.things if "dragon" in thing.kind)
    assert "breathing_fire" == dragon.trait("pose")
    assert () == plan.unpainted


@pytest.mark.parametrize(
    "prompt", ["A grandfather and his grandson fishing on a wooden pier", "a girl on a wooden dock"]
)
def test_nobody_is_of_what_a_place_is_made_of(prompt: str) -> None:
    """The pier is of wood, the people on it are not."""
    assert all(thing.trait("material") is None for thing in read(prompt).things)


@pytest.mark.parametrize("prompt", ["a man in a denim jacket", "一个穿牛仔外套的男人"])
def test_denim_jackets_are_blue(prompt: str) -> None:
    """A jacket in the colour of the cloth that it is of."""
    (man,) = read(prompt).things
    assert ("jacket", "#4f74a8") == (man.trait("garment"), man.trait("garment_colour"))


@pytest.mark.parametrize(
    ("prompt", "counts"),
    [
        ("A mother elephant with her baby walking across the savanna", [1, 1]),
        ("a fox with her two cubs", [1, 2]),
        ("a bear and her two cubs", [1, 2]),
        ("a tigress with her cubs", [1, 3]),
    ],
)
def test_animals_have_their_young_with_them(prompt: str, counts: list[int]) -> None:
    """They are of the same kind, and smaller."""
    mother, young = read(prompt).things
    assert counts == [mother.count, young.count]
    assert mother.kind == young.kind
    assert young.size < mother.size
