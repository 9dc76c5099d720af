"""Words that mean something else where they stand, and kinds that were taken for a like one."""

import pytest

from easel.engines.painter.language import read


@pytest.mark.parametrize(
    "prompt", ["a girl in a gothic lolita dress", "a medieval tavern with barrels", "a medieval knight", "哥特式教堂"]
)
def test_an_age_is_no_manner(prompt: str):
    """Only manuscripts, and the word by itself, are painted as one."""
    assert read(prompt).style == "none"
    assert read("medieval manuscript of a cat").style == "medieval"
    assert read("a cat, medieval style").style == "medieval"


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("a school bus in front of a school", None), ("children in a school", "classroom")],
)
def test_before_a_school_is_not_in_class(prompt: str, setting: str | None):
    """The building stands there."""
    plan = read(prompt)
    assert plan.setting == setting
    assert setting or any(thing.kind == "icon:school" for thing in plan.things)


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [("a table tennis match", "table_tennis"), ("乒乓球比赛", "table_tennis"), ("a badminton game", "badminton")],
)
def test_a_match_has_players(prompt: str, pose: str):
    """Two of them, where nobody is named."""
    things = read(prompt).things
    assert sum(thing.count for thing in things) == 2
    assert all(thing.trait("pose") == pose for thing in things)


def test_a_player_has_the_ball_of_the_game():
    """No plain sphere beside a basketball, nor at a goalkeeper's hands."""
    dunking = read("a basketball player dunking the ball")
    assert [(t.kind, t.trait("pose")) for t in dunking.things] == [("man", "basketball")]
    assert "sphere" not in {t.kind for t in read("a goalkeeper diving to catch the ball in a stadium").things}
    assert "pose:swimming" not in read("a goalkeeper diving to catch the ball in a stadium").things[0].traits


@pytest.mark.parametrize(
    ("prompt", "season"),
    [("三月三，壮族姑娘", "spring"), ("十月的森林", "autumn"), ("七月的海边", "summer"), ("三个月亮", None)],
)
def test_months_are_seasons_and_no_moons(prompt: str, season: str | None):
    """A number before 月 counts moons only where it says so."""
    plan = read(prompt)
    assert plan.season == season
    assert (season is None) == ("moon" in plan.sky)


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a red cargo ship in the harbour", "cargo_ship"), ("一艘集装箱船", "cargo_ship"),
        ("a cruise ship at sea", "cruise_ship"), ("豪华邮轮", "cruise_ship"), ("a pirate ship", "ship"),
        ("a fire truck", "icon:fire-engine"), ("消防车", "icon:fire-engine"), ("a dandelion", "dandelion"),
        ("蒲公英", "dandelion"), ("a flower arch", "flower_arch"),
    ],
)  # fmt: skip
def test_kinds_that_were_taken_for_others(prompt: str, kind: str):
    """No galleon for a freighter, no blue truck for a fire engine, no violet for a dandelion."""
    assert [thing.kind for thing in read(prompt).things] == [kind]


def test_a_water_buffalo_is_grey():
    """Not spotted white as a dairy cow."""
    colours = {
        prompt: next(thing.colour for thing in read(prompt).things if thing.kind == "cow")
        for prompt in ("稻田里的一头水牛", "a water buffalo", "a cow")
    }
    assert colours["稻田里的一头水牛"] == colours["a water buffalo"] != colours["a cow"]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("a child with a flashlight", "icon:flashlight"), ("a snail on a leaf", "leaf"), ("蜗牛在树叶上", "leaf")],
)
def test_nothing_is_dropped_for_a_manner(prompt: str, kind: str):
    """A flashlight that is held is a thing, and so is a leaf that something is on."""
    assert kind in {thing.kind for thing in read(prompt).things}


def test_cranes_of_a_port_are_no_birds():
    """Where ships are loaded."""
    assert "crane" not in {thing.kind for thing in read("a container ship in the harbour with cranes").things}
    assert "crane" in {thing.kind for thing in read("two cranes flying over a lake").things}


def test_a_club_that_one_is_in_is_one_to_dance_in():
    """Not one to join; a jazz club stays what it is."""
    assert read("people dancing in a club").setting == "nightclub"
    assert read("a saxophonist in a jazz club").setting == "cafe"
