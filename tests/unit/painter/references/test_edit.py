"""Edit instructions on the pixels of a foreign picture."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.language.edits import (
    Add,
    ChangeMood,
    ChangeSeason,
    ChangeSky,
    ChangeStyle,
    ChangeTime,
    ChangeWeather,
    Describe,
    Letter,
    More,
    Recolour,
    Remove,
    Replace,
    Some,
)
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import MOODS, ScenePlan, Thing
from easel.engines.painter.references.asked import Asked, Before
from easel.engines.painter.references.edit import edit
from easel.engines.painter.references.frame import fit, to_float
from easel.engines.painter.references.mood import in_mood, tinted
from easel.engines.painter.references.studio import Studio, without
from easel.engines.painter.references.subject import subject_area

SIZE = Size(192, 160)


def photo() -> np.ndarray:
    """Sky, meadow and a red ball standing on it. uint8 RGB."""
    y, x = np.mgrid[0:160, 0:192]
    picture = np.full((160, 192, 3), (130, 180, 245), np.uint8)
    picture[80:] = (80, 150, 60)
    picture[(x - 96) ** 2 + (y - 88) ** 2 < 32**2] = (215, 30, 25)
    return picture


def studio(words: str = "") -> Studio:
    """A studio whose scene painter is the real one."""

    def scene(plan, size, *, transparent=False):
        return paint(plan, size, seed=3, transparent=transparent)

    return Studio(plan=language.read(words), size=SIZE, seed=3, paint=scene)


def edited(*changes, words: str = "") -> np.ndarray:
    """The photo after the changes."""
    result = edit(photo(), (Asked(words, changes),), studio=studio(words)).pixels
    assert (photo().shape, np.uint8) == (result.shape, result.dtype)
    return result


def test_some_and_more_of_the_one_that_stands_out():
    """One of several is the one there is; one more makes two."""
    assert (edited(Some(1, Recolour("sphere", "#2f6fd0"))) == edited(Recolour("sphere", "#2f6fd0"))).all()
    assert (edited(More("sphere", 1)) == edited(Describe("sphere", count=2))).all()


def redness(pixels: np.ndarray) -> np.ndarray:
    """Where a picture is red."""
    pixels = pixels.astype(int)
    return (pixels[..., 0] - pixels[..., 1] > 90) & (pixels[..., 0] - pixels[..., 2] > 90)


def test_recolour():
    """The subject turns blue, the meadow stays green."""
    result = edited(Recolour("ball", "#1030e0"))

    assert result[88, 96].argmax() == 2
    assert np.array_equal(photo()[150:], result[150:])


def test_recolour_by_the_colour_it_has():
    """The words' own colour finds a thing that does not stand out."""
    result = edited(Recolour("car", "#1030e0"), words="turn the red car blue")

    assert result[88, 96].argmax() == 2


def test_sky_alone_takes_a_colour():
    """`change the sky to purple` leaves the meadow green."""
    result = edited(ChangeMood(tint="#7d4bb8"), words="change the sky to purple").astype(int)

    assert result[10, 10, 0] > result[10, 10, 1] + 20
    assert np.array_equal(photo()[150:], result[150:])


def test_remove():
    """The ball is gone."""
    assert redness(edited(Remove(("ball",)))).mean() < 0.2 * redness(photo()).mean()


def test_add_at_the_free_side():
    """A new thing changes some of the picture and hides little of the subject."""
    result = edited(Add((Thing(kind="cat", words="cat"),)))

    assert 0.01 < np.any(result != photo(), axis=2).mean() < 0.5
    assert redness(result).sum() > 0.8 * redness(photo()).sum()


@pytest.mark.parametrize("relation", ["on", "left_of", "right_of", "behind", "in_front_of", "holding", "under"])
def test_add_beside_the_subject(relation):
    """Every relation finds a place inside the frame."""
    result = edited(Add((Thing(kind="cat", words="cat"),), relation, ("ball",)))

    assert np.any(result != photo(), axis=2).mean() > 0.004


def test_replace():
    """The ball makes way for a cat in its place."""
    result = edited(Replace("ball", Thing(kind="cat", words="cat", colour="#404040")))

    assert redness(result).mean() < 0.35 * redness(photo()).mean()
    assert np.any(result != photo(), axis=2)[60:110, 70:120].mean() > 0.4


def test_describe_size_and_number():
    """Bigger is bigger, and three are three times as much."""
    before = redness(photo()).sum()

    assert redness(edited(Describe("ball", size=1.4))).sum() > 1.4 * before
    assert redness(edited(Describe("ball", count=3))).sum() > 1.5 * before


def test_background():
    """Another place behind the same subject."""
    result = edited(Before(ScenePlan(setting="desert")))

    assert redness(result).sum() > 0.85 * redness(photo()).sum()
    assert np.abs(result[:40].astype(int) - photo()[:40]).mean() > 20
    assert np.abs(result[130:].astype(int) - photo()[130:]).mean() > 20


@pytest.mark.parametrize(
    "change",
    [
        ChangeTime("night"),
        ChangeWeather("rain"),
        ChangeSeason("winter"),
        ChangeStyle("oil"),
        ChangeSky((("rainbow", None),)),
        ChangeSky((("stars", None),)),
        ChangeMood(mood="warm"),
        ChangeMood(camera="close_up"),
        ChangeMood(tint="#20a0a0"),
    ],
)
def test_other_light_and_manner(change):
    """Each of them visibly changes the picture."""
    assert np.abs(edited(change).astype(int) - photo()).mean() > 1


def test_no_changes_keep_every_byte():
    """Nothing asked for, nothing changed."""
    assert np.array_equal(photo(), edited())


@pytest.mark.parametrize("mood", MOODS)
def test_moods(mood):
    """Every mood is a valid grading; only the neutral one changes nothing."""
    graded = in_mood(to_float(photo()), mood)

    assert 0 <= graded.min() <= graded.max() <= 1
    assert (mood == "neutral") == bool(np.abs(graded - to_float(photo())).mean() < 1e-4)


def test_tint_keeps_light_and_dark():
    """A tinted picture leans to the colour."""
    toned = tinted(to_float(photo()), np.array([0.1, 0.2, 0.9], np.float32))

    assert toned[..., 2].mean() > toned[..., 0].mean()


def test_without_keeps_relations_right():
    """Relations follow their things when one before them is taken out."""
    plan = language.read("a cat and a dog on a chair")

    rest = without(plan, (0,))

    assert len(plan.things) - 1 == len(rest.things)
    assert all(r.target < len(rest.things) for thing in rest.things for r in thing.relations)


def test_filled_mask_holds_the_thing():
    """A cat asked for under a mask fills it, and the rest keeps every byte."""
    mask = np.zeros((160, 192), np.uint8)
    mask[60:150, 10:80] = 255

    result = studio("a cat").filled(photo(), mask)

    assert np.array_equal(photo()[mask == 0], result[mask == 0])
    assert np.any(result != photo(), axis=2)[mask > 0].mean() > 0.25


def test_on_background_keeps_the_other_picture():
    """The subject stands before the second picture."""
    other = np.full((100, 100, 3), (240, 230, 40), np.uint8)

    result = studio().on_background(photo(), other)

    assert np.array_equal(fit(other, SIZE)[:20], result[:20])
    assert redness(result).mean() > 0.05


def test_an_empty_plan_keeps_the_scene():
    """Without words the input's own composition stays."""
    result = studio().repainted(photo(), strength=0.8)

    assert redness(result)[70:105, 80:112].mean() > 0.9
    assert ScenePlan() == without(ScenePlan(), ())


def test_a_subject_near_the_side_is_whole():
    """What reaches almost to the side of the frame is found with both of its ends."""
    height, width = 200, 200
    picture = np.empty((height, width, 3), np.float32)
    picture[:110], picture[110:] = (0.6, 0.8, 1.0), (0.4, 0.65, 0.3)
    picture += np.random.default_rng(1).normal(0, 0.02, picture.shape).astype(np.float32)
    picture[90:150, 70:186] = (0.85, 0.15, 0.12)
    area = subject_area(np.clip(picture, 0, 1)) > 0.5

    assert area[95:145, 75:182].mean() > 0.97
    assert area[:80].mean() < 0.02


def test_text_is_written_into_the_picture():
    """A title goes on a foreign picture as on one's own, clear of the frame's edges; without one, nothing changes."""
    new = edited(Letter("SALE", at="top"))
    rows, columns = np.nonzero(np.abs(new.astype(int) - photo()).max(2) > 60)

    assert 0 < rows.min()
    assert rows.max() < 0.4 * new.shape[0]
    assert columns.max() - columns.min() > 0.3 * new.shape[1]
    assert np.array_equal(edited(Letter(gone=True)), photo())
