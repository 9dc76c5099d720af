"""What instructions ask of foreign pictures, and what they leave as it is."""

import cv2
import numpy as np
import pytest
from tests.unit.painter.references.test_edit import photo, redness, studio
from tests.unit.painter.references.test_references import photo as noisy_photo

from easel.core.image import Size
from easel.core.job import Job, Reference, Role
from easel.engines.painter import language
from easel.engines.painter.language.edits import Add, ChangeTime, Recolour, Remove
from easel.engines.painter.painter import Painter
from easel.engines.painter.plan import Retouch
from easel.engines.painter.references.asked import Before, asked_of, asks_for_room, asks_for_transparency
from easel.engines.painter.references.edit import edit
from easel.engines.painter.references.extending import extended
from easel.engines.painter.references.frame import image_of
from easel.engines.painter.references.retouch import RETOUCHES


def changes(text: str) -> list:
    """All that a text asks for."""
    return [change for one in asked_of(text) for change in one.changes]


def painted(prompt: str, picture: np.ndarray, *, mask: np.ndarray | None = None, background: str = "auto"):
    """The picture edited through the painter."""
    references = [Reference(Role.INPUT, b"", "image", image_of(picture), None)]
    if mask is not None:
        references.append(Reference(Role.MASK, b"", "mask", image_of(mask), None))
    size = Size(picture.shape[1], picture.shape[0])
    job = Job(
        model="m", dialect="d", prompt=prompt, size=size, seed=3, references=tuple(references), background=background
    )
    return Painter().paint(job.with_seeds(), 0, lambda _: None)


def pixels(result) -> np.ndarray:
    """A painted picture as an array."""
    image = result.image
    return np.frombuffer(bytes(image.pixels), np.uint8).reshape(image.height, image.width, image.channels)


@pytest.mark.parametrize(
    ("text", "setting", "colour"),
    [
        ("replace the background with a snowy forest", "meadow", None),
        ("change the background to a marble table", "table_top", None),
        ("put it on a marble podium", "table_top", None),
        ("put him in a forest", "forest_floor", None),
        ("把背景换成海滩", "beach", None),
        ("换成白色背景", "plain", "#ffffff"),
        ("white background", "plain", "#ffffff"),
        ("去掉背景", None, "#ffffff"),
        ("change the background to blue", None, "#2f6fd0"),
    ],
)
def test_another_background_is_one_change(text, setting, colour):
    """The place, its weather, its furniture and its colour come together, behind the subject."""
    (change,) = changes(text)

    assert isinstance(change, Before)
    assert (setting, colour) == (change.plan.setting, change.colour)


def test_the_weather_of_a_new_background_is_its_own():
    """Snow belongs to the forest and does not fall on the picture."""
    (change,) = changes("replace the background with a snowy forest")

    assert ("snow", ("forest",)) == (change.plan.weather, change.plan.backdrops)


def test_where_something_is_added_stays():
    """`on the lake` is where the boat goes, and no new background."""
    (change,) = changes("add a small boat on the lake")

    assert isinstance(change, Add)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("blur the background", ["blur_background"]),
        ("背景虚化", ["blur_background"]),
        ("increase the contrast", ["more_contrast"]),
        ("sharpen", ["sharper"]),
        ("把图片调亮", ["lighter"]),
        ("zoom out", ["zoom_out"]),
        ("extend the image", ["zoom_out"]),
        ("flip it horizontally", ["mirror"]),
        ("rotate the picture 90 degrees", ["turn_right"]),
        ("rotate it 90 degrees counterclockwise", ["turn_left"]),
        ("向左旋转90度", ["turn_left"]),
        ("旋转180度", ["half_turn"]),
        ("crop to the dog", ["crop"]),
        ("裁剪到人物", ["crop"]),
        ("抠图", ["cut_out"]),
        ("make the background transparent", ["cut_out"]),
        ("a cat on a sofa", []),
    ],
)
def test_retouching(text, names):
    """Retouching is read in both languages."""
    assert names == [change.name for change in changes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "black and white except the roses",
        "keep only the roses in colour",
        "除了玫瑰都变成黑白",
        "只保留玫瑰的颜色，其他黑白",
    ],
)
def test_selective_colour(text):
    """What is excepted keeps its colour; it is not taken away, and nothing else makes all grey."""
    assert {Retouch("drained", ("rose",))} == set(changes(text))


def test_a_mood_beside_another():
    """Of two tones asked for at once none is lost."""
    found = changes("make it brighter and warmer")

    assert ["bright", "warmer"] == [getattr(change, "mood", None) or change.name for change in found]


def test_words_that_are_there_are_not_read():
    """Other words in place of those that a foreign picture has are told, and not written beside them."""
    result = painted('change the text to "SOLD OUT"', photo())

    assert result.unpainted
    assert np.array_equal(photo(), pixels(result))


@pytest.mark.parametrize("words", ["crop to the unicorn", "straighten the horizon", "denoise it"])
def test_what_is_not_understood_leaves_the_picture(words):
    """A command that cannot be followed is told, and no scene is painted over the picture."""
    result = painted(words, photo())

    assert result.unpainted
    assert np.array_equal(photo(), pixels(result))


def test_retouching_beside_other_changes():
    """A blurred background beside another hour."""
    found = changes("make it night and blur the background")

    assert [ChangeTime("night"), Retouch("blur_background")] == sorted(found, key=lambda change: type(change).__name__)


@pytest.mark.parametrize("name", [name for name in RETOUCHES if name not in ("zoom_out", "cut_out")])
def test_each_retouch_changes_the_picture(name):
    """None does nothing, and none leaves the range."""
    start = noisy_photo().astype(np.float32) / 255
    start[:40, :60] *= 0.5
    done = RETOUCHES[name](start)

    assert start.shape == done.shape
    assert np.abs(done - start).mean() > 1e-4


def test_a_wider_frame_keeps_the_picture():
    """The whole picture is in the frame, and what is around goes on from it."""
    assert asks_for_room(asked_of("扩图"))
    picture = np.full((40, 40, 3), 90, np.uint8)
    picture[10:30, 10:30] = 200
    wide = extended(picture, Size(100, 40))

    assert np.array_equal(picture, wide[:, 30:70])
    assert extended(picture, Size(40, 40))[0, 20, 0] == 90


def test_a_wider_frame_mirrors_nothing():
    """A red house near the rim stands there once."""
    picture = np.full((160, 160, 3), (120, 170, 220), np.uint8)
    picture[100:] = (90, 140, 60)
    cv2.rectangle(picture, (60, 70), (100, 120), (200, 30, 30), -1)
    cv2.rectangle(picture, (20, 148), (34, 156), (240, 220, 40), -1)
    wide = extended(picture, Size(160, 160)).astype(int)

    yellow = ((wide[..., 0] > 180) & (wide[..., 1] > 160) & (wide[..., 2] < 110)).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(yellow)
    assert (stats[1:, cv2.CC_STAT_AREA] > 30).sum() == 1
    assert count > 1


def test_who_is_cut_off_by_the_frame_stays_so():
    """A bust does not hover: the room goes above it and to its sides."""
    picture = np.full((160, 160, 3), (110, 140, 120), np.uint8)
    cv2.ellipse(picture, (80, 175), (60, 60), 0, 0, 360, (180, 40, 50), -1)
    cv2.ellipse(picture, (80, 80), (28, 36), 0, 0, 360, (228, 185, 160), -1)
    wide = extended(picture, Size(160, 160)).astype(int)

    coat = (wide[..., 0] - wide[..., 1]) > 100
    assert coat[-1].sum() > 40


def test_colour_for_what_is_not_known_is_not_for_everything():
    """Nobody wants a blue picture who asks for a blue wall; a blue sky is known, and so is `it`."""
    assert [] == changes("make the wall blue")
    assert changes("make the sky purple")


def test_what_is_not_there_takes_no_colour():
    """There is no hat: the picture stays to the byte, and the words are told."""
    done = edit(photo(), asked_of("make the hat red"), studio=studio("make the hat red"))

    assert np.array_equal(photo(), done.pixels)
    assert 1 == len(done.undone)


def test_a_landscape_is_no_car():
    """Where nothing stands out clearly nothing is dyed, whatever has a little of the outline."""
    rng = np.random.default_rng(4)
    land = cv2.GaussianBlur(rng.random((160, 192, 3)).astype(np.float32), (0, 0), 6)
    picture = np.clip(255 * (land - land.min()) / (land.max() - land.min()), 0, 255).astype(np.uint8)
    done = edit(picture, asked_of("make the car red"), studio=studio("make the car red"))

    assert np.array_equal(picture, done.pixels)
    assert ("the car red",) == done.undone


@pytest.mark.parametrize(
    ("shown", "asked"),
    [("a cat and a dog in a park", "remove the dog"), ("a portrait of a girl in a garden", "dye her hair purple")],
)
def test_what_is_not_told_well_enough_stays(shown, asked):
    """Two animals and a path that are told as one are no dog, a lock and the lashes are no hair."""
    job = Job(model="m", dialect="d", prompt=shown, size=Size(512, 512), seed=1).with_seeds()
    picture = pixels(Painter().paint(job, 0, lambda _: None))
    result = painted(asked, picture)

    assert (asked,) == result.unpainted
    assert np.array_equal(picture, pixels(result))


def test_what_was_done_is_not_told_with_what_was_not():
    """Of two wishes the one that failed is named."""
    done = edit(photo(), asked_of("make it night and make the hat green"), studio=studio("make the hat green"))

    assert not np.array_equal(photo(), done.pixels)
    assert ("hat" in done.undone[0], "night" in done.undone[0]) == (True, False)


def test_the_painter_tells_what_it_could_not_do():
    """The words stand in the answer; nothing of the picture is lost."""
    result = painted("remove the watermark", photo())

    assert ("remove the watermark",) == result.unpainted
    assert np.array_equal(photo(), pixels(result))


def test_a_mask_says_where():
    """With a mask, whatever is to go is what is in it; outside every byte is kept."""
    mask = np.zeros((160, 192), np.uint8)
    mask[50:130, 55:140] = 255
    result = painted("去掉这里的杂物", photo(), mask=mask)

    assert () == result.unpainted
    assert np.array_equal(photo()[mask == 0], pixels(result)[mask == 0])
    assert redness(pixels(result)).sum() < 0.2 * redness(photo()).sum()


def test_a_mask_takes_the_colour():
    """A colour for what is in the mask does not go beyond it."""
    mask = np.zeros((160, 192), np.uint8)
    mask[50:130, 55:140] = 255
    result = pixels(painted("make the ball blue", photo(), mask=mask))

    assert result[88, 96].argmax() == 2
    assert np.array_equal(photo()[mask == 0], result[mask == 0])


@pytest.mark.parametrize("words", ["make the background transparent", "抠图", "cut out the ball"])
def test_cut_out_by_words(words):
    """The subject alone, with its own pixels."""
    assert asks_for_transparency(words)
    result = pixels(painted(words, noisy_photo()))

    assert 4 == result.shape[2]
    assert (255, 0) == (result[88, 96, 3], result[5, 5, 3])
    assert np.array_equal(noisy_photo()[88, 96], result[88, 96, :3])


def test_a_white_background_is_white():
    """As shops want it: nothing of the old ground, and the subject as it was."""
    result = pixels(painted("换成白色背景", noisy_photo()))

    assert (result[:20] == 255).all()
    assert np.abs(result[88, 96].astype(int) - noisy_photo()[88, 96]).max() < 3


def test_black_and_white_by_words_alone():
    """A mood without a scene is the picture's."""
    result = pixels(painted("black and white", noisy_photo())).astype(int)

    assert np.abs(result[..., 0] - result[..., 2]).max() < 6


def test_several_are_all_recoloured():
    """`the balls` are all of them."""
    picture = np.full((120, 200, 3), (90, 150, 80), np.uint8)
    y, x = np.mgrid[0:120, 0:200]
    for middle in (50, 100, 150):
        picture[(x - middle) ** 2 + (y - 60) ** 2 < 18**2] = (215, 30, 25)
    picture = np.clip(picture + np.random.default_rng(2).normal(0, 4, picture.shape), 0, 255).astype(np.uint8)
    result = pixels(painted("make the apples blue", picture))

    assert [2, 2, 2] == [int(result[60, middle].argmax()) for middle in (50, 100, 150)]


def test_a_side_that_is_named():
    """What stands out on the left is not what is to go on the right."""
    text = "remove the ball on the left side"
    picture = photo()[:, 60:]
    picture = np.ascontiguousarray(np.pad(picture, ((0, 0), (0, 60), (0, 0)), mode="edge"))

    assert [Remove, Recolour] == [type(changes(t)[0]) for t in (text, "make the ball blue")]
    right = edit(picture, asked_of(text.replace("left", "right")), studio=studio(text.replace("left", "right")))
    left = edit(picture, asked_of(text), studio=studio(text))
    assert (1, 0) == (len(right.undone), len(left.undone))
    assert language.is_instruction(text)
