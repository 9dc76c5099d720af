"""Composition after edits: what stays, stays in its place; what is new finds room."""

import pytest

from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.paint import Region
from easel.engines.painter.takes import taken


def boxes(painting) -> dict[str, Region]:
    """The first region of each kind."""
    return {region.kind: region.box for region in reversed(painting.regions)}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("prompt", "instruction"),
    [
        ("a cat", "add a balloon"),
        ("a house and a dog", "add a tree"),
        ("a man and a horse", "remove the horse"),
        ("桌子上有一个花瓶和一本书", "去掉书"),
        ("a boat on the sea", "add a bird"),
    ],
)
def test_what_an_edit_is_not_about_stays(painted, prompt, instruction, seed):
    """The boxes of everything that was there before and is there still are the same."""
    plan = read(prompt)
    before = boxes(painted(plan, seed=seed, steps=4))
    after = boxes(painted(apply_changes(plan, instruct(instruction)), seed=seed, steps=4))

    assert set(before) != set(after)
    for kind in set(before) & set(after):
        assert before[kind] == pytest.approx(after[kind])


def test_a_new_thing_stands_on_the_asked_side(painted):
    """`to the left of` holds for what an edit adds."""
    plan = apply_changes(read("a dog"), instruct("add a chair to the left of the dog"))

    for seed in range(4):
        found = boxes(painted(plan, seed=seed, steps=4))
        assert found["chair"][0] + found["chair"][2] < found["dog"][0] + found["dog"][2]


def test_those_who_swap_stand_where_the_other_one_stood(painted):
    """Nobody hides the other, and nobody is larger than before."""
    plan = read("a cat to the left of a dog")
    for seed in range(4):
        before = boxes(painted(plan, seed=seed, steps=4))
        after = boxes(painted(apply_changes(plan, instruct("swap their places")), seed=seed, steps=4))
        for kind, other in (("cat", "dog"), ("dog", "cat")):
            assert sum(before[kind][::2]) == pytest.approx(sum(after[other][::2]), abs=0.03)
            assert before[kind][3] - before[kind][1] == pytest.approx(after[kind][3] - after[kind][1], rel=0.05)


def test_a_replacement_stands_where_the_old_thing_stood(painted):
    """The middles of both are the same."""
    plan = read("a cat and a house")
    before = boxes(painted(plan, steps=4))
    after = boxes(painted(apply_changes(plan, instruct("replace the cat with a dog")), steps=4))

    assert sum(before["cat"][::2]) == pytest.approx(sum(after["dog"][::2]), abs=0.02)
    assert before["house"] == pytest.approx(after["house"])


def test_a_hat_that_comes_with_a_book_that_goes_is_worn(painted):
    """What is put on the head is no stand-in for what was in the hands."""
    plan = read("an old man reading a book")
    after = boxes(painted(apply_changes(plan, instruct("give him a hat, remove the book")), steps=4))

    top, bottom = after["old_man"][1::2]
    assert after["hat"][3] < top + 0.3 * (bottom - top)


def test_what_stood_on_a_removed_thing_comes_down(painted):
    """A cat does not stay in the air where its sofa was."""
    plan = read("a cat on a sofa")
    before = boxes(painted(plan, steps=4))
    after = boxes(painted(apply_changes(plan, instruct("remove the sofa")), steps=4))

    assert ["cat"] == list(after)
    assert after["cat"][3] > before["cat"][3]


@pytest.mark.parametrize(
    ("prompt", "instruction", "kind"),
    [
        ("晴天里的一座小木屋", "让天空下雪", "cabin"),
        ("晴天里的一座宝塔", "变成暴风雨", "pagoda"),
        ("a castle", "make it winter", "castle"),
        ("a lighthouse", "could you make it night?", "lighthouse"),
        ("一只猫和一张桌子", "把猫放到桌子下面", "table"),
    ],
)
def test_what_stands_there_keeps_its_place_in_any_weather(painted, prompt, instruction, kind):
    """Another weather, season or hour, or another thing that moves, leaves a thing where it is and as large."""
    for seed in range(4):
        plan = read(prompt)
        before = boxes(painted(plan, seed=seed, steps=4))[kind]
        after = boxes(painted(apply_changes(plan, instruct(instruction)), seed=seed, steps=4))[kind]
        assert before == pytest.approx(after, abs=0.01)


@pytest.mark.parametrize(
    ("prompt", "instruction", "kind"),
    [
        ("草地上的一个机器人", "把背景换成太空", "robot"),
        ("草地上的一个女孩", "将背景改为街道", "girl"),
        ("a knight on a horse in a meadow", "put them in a desert", "horse"),
        ("a dog in a park", "让狗跑到雪地里", "dog"),
    ],
)
def test_another_place_leaves_things_at_their_side_of_the_frame(painted, prompt, instruction, kind):
    """The ground changes under them; from left to right they stay where they are, and about as large."""
    for seed in range(4):
        plan = read(prompt)
        before = boxes(painted(plan, seed=seed, steps=4))[kind]
        after = boxes(painted(apply_changes(plan, instruct(instruction)), seed=seed, steps=4))[kind]
        assert before[0] + before[2] == pytest.approx(after[0] + after[2], abs=0.08)
        assert before[3] - before[1] == pytest.approx(after[3] - after[1], rel=0.1)


def test_an_edited_place_is_the_one_that_was_asked_for():
    """What the seed chose before does not come back over what the edit says."""
    plan = apply_changes(read("a castle"), instruct("put it in a desert and add a camel"))
    assert {taken(plan, seed, 0.7).setting for seed in range(4)} == {"desert"}


@pytest.mark.parametrize("instruction", ["make two of them black", "replace two of the sheep with dogs"])
def test_some_of_several_change_where_they_stand(painted, instruction):
    """Five stand where five stood, whatever two of them have become."""
    plan = read("five sheep in a meadow")
    before = painted(plan, steps=4).regions
    after = painted(apply_changes(plan, instruct(instruction)), steps=4).regions

    middles = [sorted((region.box[0] + region.box[2]) / 2 for region in regions) for regions in (before, after)]
    assert middles[0] == pytest.approx(middles[1], abs=0.03)
