"""What is served on one plate is on it together, and what is kept in a cellar is in a cellar."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize("prompt", ["grilled steak with vegetables on a plate", "a plate with steak and vegetables"])
def test_on_one_plate(prompt: str):
    """Both lie on the plate."""
    plan = read(prompt)
    on = {thing.kind for thing in plan.things for r in thing.relations if plan.things[r.target].kind == "plate"}
    assert on == {"steak", "icon:leafy-green"}


def test_beside_the_plate():
    """Who is only beside what is on the plate without being food, or is named first, stays where it is."""
    plan = read("an apple beside a plate of cookies")
    assert all(plan.things[r.target].kind != "plate" or t.kind != "apple" for t in plan.things for r in t.relations
               if r.kind == "on")  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("an oak barrel in a wine cellar", "barrel"),
        ("酒窖里的橡木桶", "barrel"),
        ("a wooden wardrobe", "wardrobe"),
        ("一个衣柜", "wardrobe"),
        ("a chest of drawers", "dresser"),
        ("一碗汤圆", "tangyuan"),
    ],
)
def test_stores_have_their_drawings(prompt: str, kind: str):
    """None of them is drawn as what is merely like it, nor told as unpainted."""
    plan = read(prompt)
    assert ([thing.kind for thing in plan.things], plan.unpainted) == ([kind], ())


@pytest.mark.parametrize("prompt", ["two moons over a desert", "沙漠上空有两个月亮"])
def test_two_moons(prompt: str):
    """The second moon is told apart from the first."""
    assert set(read(prompt).sky) == {"moon", "second_moon"}


def test_one_moon():
    """One moon is one, and three are three."""
    assert set(read("a moon over a desert").sky) == {"moon"}
    assert set(read("three moons over a desert").sky) == {"moon", "second_moon", "third_moon"}


def test_the_hat_of_a_detective():
    """A hat that is only named beside somebody who has one is worn, and lies nowhere."""
    plan = read("a detective, fedora, trench coat, rainy street")
    assert [(r.kind, plan.things[r.target].kind) for r in plan.things[0].relations] == [("wearing", "hat")]


@pytest.mark.parametrize("prompt", ["a bowl of strawberries", "a wooden bowl of cherries", "一碗草莓"])
def test_fruit_in_its_bowl(prompt: str):
    """There is a bowl, and the fruit is in it."""
    plan = read(prompt)
    assert {"bowl"} == {plan.things[r.target].kind for thing in plan.things for r in thing.relations}


def test_soup_is_its_own_bowl():
    """No second bowl comes with what is drawn in one."""
    assert [thing.kind for thing in read("a bowl of soup").things] == ["soup"]
