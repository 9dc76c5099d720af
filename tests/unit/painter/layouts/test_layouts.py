"""Laid-out pictures on pixels: every kind at every shape, panels, colours, the dark, titles."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.layouts import KINDS, lay_out
from easel.engines.painter.layouts.frame import Frame, grid_for
from easel.engines.painter.layouts.page import MOST_PX
from easel.engines.painter.layouts.panels import GUTTER
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import Layout, Lettering, ScenePlan, Thing

SQUARE, WIDE, TALL = Size(240, 240), Size(214, 120), Size(120, 214)


def painted(words: str, *, seed: int = 1, size: Size = SQUARE) -> np.ndarray:
    """The pixels of a prompt, as numbers that can be subtracted."""
    return paint(read(words), size, seed=seed).pixels.astype(int)


@pytest.mark.parametrize("size", [SQUARE, WIDE, TALL], ids=str)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_fills_every_shape(kind: str, size: Size):
    """With things, words and labels: something is drawn, and not only in one half."""
    things = (Thing(kind="cat", words="cat"), Thing(kind="apple", words="apple", count=2))
    layout = Layout(kind=kind, words=kind, labels=("One", "Two"), titled=True)
    plan = ScenePlan(things=things, lettering=(Lettering("Title"), Lettering("Note")), layout=layout)
    assert_filled(paint(plan, size, seed=2).pixels, size)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_something_without_a_word(kind: str):
    """Where nothing is named, quiet shapes stand for it."""
    assert_filled(paint(ScenePlan(layout=Layout(kind=kind, words=kind)), WIDE, seed=1).pixels, WIDE)


def assert_filled(pixels: np.ndarray, size: Size):
    """Of the right shape, and of more than one colour in each half."""
    assert pixels.shape == (size.height, size.width, 3)
    halves = (*np.hsplit(pixels, 2), *np.vsplit(pixels, 2))
    assert all(half.reshape(-1, 3).std(0).max() > 3 for half in halves)


@pytest.mark.parametrize("words", ["4-panel comic about a cat", "fantasy map of an island", "infographic about bees"])
def test_a_seed_is_a_picture(words: str):
    """The same bytes again; another seed, another picture."""
    assert np.array_equal(painted(words, seed=4), painted(words, seed=4))
    assert np.abs(painted(words, seed=4) - painted(words, seed=5)).mean() > 4


def test_a_comic_has_panels_with_paper_between_them():
    """Four panels in two rows: in every row of pixels between them there is nothing but paper, and so at the edges."""
    pixels = painted("4-panel comic about a dog", size=Size(400, 400), seed=1)
    paper = np.abs(pixels - 255 * np.array(GUTTER)).max(2) < 12
    rows = paper.mean(1) > 0.98
    bands = np.flatnonzero(np.diff(rows.astype(int)) == -1)
    assert len(bands) == 2


def test_panels_show_different_moments():
    """No two of them are alike."""
    pixels = painted("4-panel comic about a dog in the park", size=Size(400, 400))
    left, right = pixels[20:190, 20:190], pixels[20:190, 210:380]
    assert np.abs(left - right).mean() > 15


def test_a_near_view_is_painted_no_larger_than_it_may_be():
    """However large the page: a part of a scene needs no more pixels than a bound."""
    sizes: list[Size] = []

    def blank(_: ScenePlan, size: Size, __: int) -> tuple[np.ndarray, list[tuple[float, float, float, float]]]:
        sizes.append(size)
        return np.zeros((size.height, size.width, 3), np.uint8), [(0.45, 0.45, 0.55, 0.55)]

    lay_out(read("comic with 2 panels about a dog"), Size(3200, 3200), seed=1, finish=1.0, paint_frame=blank)
    assert max(size.width * size.height for size in sizes) <= 1.01 * MOST_PX


def test_what_is_said_stands_in_a_balloon():
    """White, with words, in the first panel only."""
    silent = painted("4-panel comic about a cat and a dog", size=Size(400, 400))
    spoken = painted('4-panel comic about a cat and a dog, "Hello!"', size=Size(400, 400))
    white = [(pixels > 250).all(2)[14:100, 14:190].mean() for pixels in (silent, spoken)]
    assert white[1] > white[0] + 0.05


def test_a_pack_is_of_the_colour_that_is_asked_for():
    """From the start, or by an edit; and the rest of the picture is not."""
    blue = painted("product packaging design for tea, blue")
    plan = apply_changes(read("product packaging design for tea"), instruct("make it red"))
    red = paint(plan, SQUARE, seed=1).pixels.astype(int)
    front = np.s_[140:220, 90:130]
    assert blue[front][..., 2].mean() > blue[front][..., 0].mean() + 60
    assert red[front][..., 0].mean() > red[front][..., 2].mean() + 60


def test_dark_mode_is_dark():
    """Of a screen, and of a room."""
    for words in ("mobile app UI of a weather app", "isometric bedroom"):
        assert painted(f"{words}, dark mode").mean() < painted(words).mean() - 60


def test_another_title_changes_nothing_else():
    """The map below stays as it is."""
    plan = read("fantasy map of an island kingdom")
    after = apply_changes(plan, instruct('change the title to "Avalon"'))
    one, other = (paint(p, SQUARE, seed=3).pixels.astype(int) for p in (plan, after))
    changed = np.abs(one - other).max(2) > 30
    assert (changed[:70].any(), changed[70:].any()) == (True, False)


def test_a_plan_has_more_walls_the_more_rooms_it_has():
    """Dark pixels of walls."""
    small, large = (
        (painted(f"floor plan of a {number}-bedroom apartment", size=Size(400, 400)).max(2) < 80).mean()
        for number in ("one", "four")
    )
    assert large > small


def test_what_is_named_is_on_the_map():
    """Its box is known, and it is there to be seen."""
    painting = paint(read("fantasy map with a dragon"), Size(400, 400), seed=1)
    assert [region.kind for region in painting.regions] == ["dragon"]


def test_a_style_goes_over_all_of_it():
    """The map in watercolours is another one to the eye, not in its words."""
    plain, washed = (painted(f"fantasy map of an island{style}", size=Size(384, 384)) for style in ("", ", watercolor"))
    assert np.abs(plain - washed)[200:, 60:320].mean() > 6


def test_frames_divide_the_whole():
    """Rows and columns with gaps add up, and a grid has room for everybody."""
    frame = Frame(0, 0, 100, 60)
    columns = frame.columns([1, 2], 10)
    assert (columns[0].wide, columns[1].left, columns[1].right) == (30, 40, 100)
    assert len(frame.grid(3, 2, 5)) == 6
    for count in range(1, 13):
        across, down = grid_for(count, 1.6)
        assert across * down >= count > across * (down - 1)
