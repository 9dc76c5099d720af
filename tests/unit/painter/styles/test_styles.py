"""Styles on pixels: shapes, ranges, determinism, weight, and what each look is known by."""

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import styles
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import STYLES


def scene(width: int = 160, height: int = 128) -> np.ndarray:
    """A small landscape: blue sky, sun, green ground, a red house and grain."""
    picture = np.zeros((height, width, 3), np.float32)
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    picture[:] = np.array([0.35, 0.6, 0.95], np.float32) * (1 - y) + np.array([0.8, 0.9, 1.0], np.float32) * y
    picture[height * 5 // 8 :] = (0.3, 0.6, 0.2)
    cv2.circle(picture, (width // 5, height // 5), height // 10, (1.0, 0.95, 0.7), -1, cv2.LINE_AA)
    cv2.rectangle(picture, (width // 2, height // 2), (width * 3 // 4, height * 3 // 4), (0.8, 0.15, 0.1), -1)
    picture += np.random.default_rng(0).normal(0, 0.01, picture.shape).astype(np.float32)
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)


def floats(pixels: np.ndarray) -> np.ndarray:
    """Bytes as floats in [0, 1]."""
    return pixels.astype(np.float32) / 255


def test_every_named_style_has_a_pass():
    """Whatever a plan may ask for can be applied."""

    assert set(STYLES) == set(styles.PASSES)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [(160, 128), (33, 90), (16, 16)])
def test_keeps_shape(style, size):
    """A style gives a new array of the same shape, at odd and tiny sizes too."""
    picture = scene(*size)
    before = picture.copy()

    styled = styles.apply(picture, style, seed=1)

    assert (picture.shape, np.uint8) == (styled.shape, styled.dtype)
    assert np.array_equal(before, picture)


@pytest.mark.parametrize("style", STYLES)
def test_same_seed_same_bytes(style):
    """The same arguments give the same pixels."""
    first, second = (styles.apply(scene(), style, seed=9) for _ in range(2))

    assert np.array_equal(first, second)


@pytest.mark.parametrize("style", ["watercolor", "oil", "impasto", "pencil", "stained_glass", "low_poly", "genki"])
def test_seeds_differ(style):
    """Another seed is another hand."""
    first, second = (floats(styles.apply(scene(), style, seed=seed)) for seed in (1, 2))

    assert np.abs(first - second).mean() > 0.002


@pytest.mark.parametrize("style", [name for name in STYLES if name != "none"])
def test_weight_blends_continuously(style):
    """A little weight changes a little, more weight more, and every style visibly changes the picture."""
    picture = scene()

    styled = [styles.apply(picture, style, weight=weight, seed=3) for weight in (0.02, 0.3, 1.0)]

    change = [float(np.abs(floats(s) - floats(picture)).mean()) for s in styled]

    assert change[0] < 0.04
    assert change[0] < change[1] < change[2]
    assert change[2] > 0.012


@pytest.mark.parametrize(
    "style", [name for name in STYLES if name not in ("pencil", "charcoal", "line_art", "ink_wash", "jianzhi")]
)
def test_subject_stays_readable(style):
    """A red house on green stays redder than the ground beside it."""
    picture = scene(320, 256)

    styled = floats(styles.apply(picture, style, seed=4))

    house, ground = styled[150:185, 175:225], styled[205:230, 60:120]
    redness = [float((area[..., 0] - area[..., 1]).mean()) for area in (house, ground)]
    assert redness[0] > redness[1] + 0.1


@pytest.mark.parametrize("style", ["pencil", "charcoal", "line_art"])
def test_dry_media_are_nearly_colourless(style):
    """Graphite and charcoal have no hue of their own."""
    styled = floats(styles.apply(scene(), style))

    assert float(np.ptp(styled, axis=2).mean()) < 0.09


def test_pixel_art_is_made_of_equal_squares():
    """Pixel art has few colours, in cells several pixels wide."""
    styled = styles.apply(scene(528, 528), "pixel_art")

    colours = np.unique(styled.reshape(-1, 3), axis=0)
    same = (np.abs(np.diff(floats(styled), axis=1)).sum(-1) == 0).mean()
    assert len(colours) <= 60
    assert same > 0.7


def test_jianzhi_is_one_red_sheet_on_pale_paper():
    """A Chinese paper cut has two colours, red and the window paper's, in clear shares."""
    styled = floats(styles.apply(scene(660, 528), "jianzhi", seed=3))

    red = styled[..., 0] - styled[..., 1] > 0.35
    paper = styled.min(2) > 0.75
    assert (red | paper).mean() > 0.8
    assert 0.15 < red.mean() < 0.75


def test_stained_glass_keeps_a_thing_whole():
    """The cames lie around an even thing, not across it: most of it is glass of its colour."""
    styled = floats(styles.apply(scene(660, 528), "stained_glass", seed=2))

    house = styled[275:385, 342:485]
    assert (house[..., 0] - house[..., 1] > 0.25).mean() > 0.75


def test_flat_vector_has_few_levels():
    """Flat areas: most neighbouring pixels are nearly equal."""
    styled = floats(styles.apply(scene(320, 256), "flat_vector"))

    assert float((np.abs(np.diff(styled, axis=1)).max(-1) < 0.004).mean()) > 0.9


def test_cinematic_has_dark_bars():
    """The wide format's bars are black."""
    styled = floats(styles.apply(scene(), "cinematic"))

    assert float(styled[0].max()) < 0.03


def test_detail_makes_finer_cells():
    """More detail means more and smaller panes, so more lead in stained glass."""
    picture = scene(320, 256)

    coarse, fine = (styles.apply(picture, "stained_glass", detail=d, seed=2) for d in (0.5, 2.0))

    assert fine.mean() < coarse.mean()


def test_same_look_at_two_sizes():
    """A style at double size, scaled down, is close to the style at single size in tone and colour."""
    small, large = scene(320, 256), cv2.resize(scene(320, 256), (640, 512), interpolation=cv2.INTER_CUBIC)

    for style in ("watercolor", "oil", "cartoon", "ukiyo_e", "vintage"):
        halves = cv2.resize(floats(styles.apply(large, style, seed=5)), (320, 256), interpolation=cv2.INTER_AREA)
        single = floats(styles.apply(small, style, seed=5))
        assert np.abs(cv2.blur(halves, (31, 31)) - cv2.blur(single, (31, 31))).mean() < 0.06


@pytest.mark.parametrize("style", STYLES)
def test_windows_leave_no_seams(style):
    """A picture painted window by window is within one level of the same painted at once."""
    picture = scene(660, 700)

    windows, whole = (styles.apply(picture, style, seed=6, window_px=px) for px in (660 * 96, 660 * 700))

    # Clipped polygons may round a few edge pixels otherwise.
    assert (cv2.absdiff(windows, whole) > 1).mean() < 1e-5


@pytest.mark.parametrize("style", ["oil", "watercolor", "ink_wash", "pencil", "gouache", "comic"])
def test_large_pictures_have_finer_detail(style):
    """A style on an enlarged picture has finer detail than the enlarged style."""
    small, size = scene(640, 512), (1600, 1280)

    pictures = (
        styles.apply(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC), style, seed=5),
        cv2.resize(styles.apply(small, style, seed=5), size, interpolation=cv2.INTER_CUBIC),
    )

    styled, enlarged = (cv2.Laplacian(cv2.cvtColor(p, cv2.COLOR_RGB2GRAY), cv2.CV_32F).std() for p in pictures)
    assert styled > 1.2 * enlarged


def test_unknown_style_is_an_error():
    """A name that no plan may have is refused."""
    with pytest.raises(KeyError):
        styles.apply(scene(), "crayon")


def test_gongbi_keeps_colours_on_warm_silk():
    """Unlike ink wash: the house stays red and the ground green; what is nearly white is warm."""
    pixels = floats(styles.apply(scene(), "gongbi", seed=1))
    house, ground, sun = (
        pixels[y - 4 : y + 4, x - 4 : x + 4].mean((0, 1)) for y, x in ((80, 100), (110, 30), (25, 32))
    )

    assert house[0] > house[1] + 0.25
    assert ground[1] > max(ground[0], ground[2]) + 0.05
    assert sun[0] > sun[2] + 0.1


@pytest.mark.parametrize("prompt", ["line art of a sheep", "black and white line art of a panda", "line art of a cat"])
def test_lines_tell_pale_and_dark_things_from_the_paper(prompt):
    """Mostly paper, some ink, and the thing's outline encloses it: paper outside, and paper inside that is cut off."""
    picture = paint(read(prompt), Size.parse("384x384"), seed=1).pixels[..., 1]
    inked = (picture < 140).astype(np.uint8)
    _, regions = cv2.connectedComponents(cv2.erode(1 - inked, np.ones((3, 3), np.uint8)))
    enclosed = (regions != regions[0, 0]) & (inked == 0)

    assert 0.005 < inked.mean() < 0.1
    assert enclosed.mean() > 0.04
