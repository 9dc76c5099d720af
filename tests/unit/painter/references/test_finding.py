"""Subjects of foreign pictures: told by contrast, before plain grounds and by their faces, or said not to be told."""

import cv2
import numpy as np
import pytest
from tests.unit.painter.references.test_edit import studio

from easel.engines.painter.references.bust import head_of
from easel.engines.painter.references.finding import find
from easel.engines.painter.references.frame import to_bytes, to_float
from easel.engines.painter.references.locating import located_colour
from easel.engines.painter.references.subject import Subject, cut_out, head_in, subject_of, whole

SKIN, HAIR, COAT = (0.88, 0.68, 0.56), (0.2, 0.13, 0.1), (0.15, 0.2, 0.45)


def noisy(picture: np.ndarray) -> np.ndarray:
    """A float RGB picture through a small camera: a soft lens, noise, JPEG."""
    seen = cv2.GaussianBlur(picture, (0, 0), 0.8)
    seen = seen + np.random.default_rng(5).normal(0, 0.015, seen.shape).astype(np.float32)
    _, coded = cv2.imencode(".jpg", to_bytes(seen), [cv2.IMWRITE_JPEG_QUALITY, 85])
    return to_float(cv2.imdecode(coded, cv2.IMREAD_COLOR))


def product() -> tuple[np.ndarray, np.ndarray]:
    """A pale bottle before a grey sweep that is lit from one side, and where it is."""
    area = np.zeros((200, 160), np.float32)
    cv2.rectangle(area, (55, 70), (105, 160), 1.0, -1)
    cv2.rectangle(area, (70, 40), (90, 70), 1.0, -1)
    sweep = np.linspace(0.55, 0.8, 160, dtype=np.float32)[None, :, None] * np.ones((200, 1, 3), np.float32)
    colour = np.array([0.93, 0.8, 0.82], np.float32)
    return noisy(sweep * (1 - area[..., None]) + colour * area[..., None]), area


def portrait() -> tuple[np.ndarray, np.ndarray]:
    """A head with hair over a coat that the frame cuts off, before stripes; and where the person is."""
    picture = np.zeros((200, 160, 3), np.float32)
    picture[:] = np.where(np.arange(160)[None, :, None] // 20 % 2, 0.75, 0.6) * np.array([0.8, 1.0, 0.85], np.float32)
    area = np.zeros((200, 160), np.float32)
    for middle, axes, colour in (((80, 195), (68, 70), COAT), ((80, 75), (34, 44), HAIR), ((80, 84), (25, 33), SKIN)):
        cv2.ellipse(picture, middle, axes, 0, 0, 360, colour, -1)
        cv2.ellipse(area, middle, axes, 0, 0, 360, 1.0, -1)
    return noisy(picture), area


def likeness(found: np.ndarray, wanted: np.ndarray) -> float:
    """Intersection over union."""
    one, other = found > 0.5, wanted > 0.5
    return float((one & other).sum() / (one | other).sum())


def test_a_product_before_a_sweep():
    """Pale goods before a pale ground are told whole."""
    picture, area = product()
    subject = subject_of(picture)

    assert subject.is_told
    assert likeness(subject.area, area) > 0.9


def test_who_is_cut_off_by_the_frame():
    """Hair and shoulders belong to a face; the person is told down to the frame."""
    picture, area = portrait()
    subject = subject_of(picture)

    assert subject.is_told
    assert likeness(subject.area, area) > 0.85
    assert subject.area[-3, 60:100].min() > 0.5


def test_clothes_do_not_reach_the_face():
    """A red coat has nearly the hue of skin, and is all that is clothes."""
    picture, _ = portrait()
    coat = np.zeros((200, 160), bool)
    coat[150:, 40:120] = True
    red = picture.copy()
    red[picture[..., 2] - picture[..., 0] > 0.18] = (0.86, 0.45, 0.34)
    red[100:150, 70:90] = SKIN
    clothes = located_colour(red, "somebody", "garment_colour", "#3f9a4a", studio())

    assert clothes[60:105, 62:98].max() < 0.2
    assert clothes[coat].mean() > 0.8


def test_long_hair_and_no_brows():
    """Hair is dyed down to the shoulders, brows of its colour are not."""
    picture = np.zeros((200, 160, 3), np.float32)
    picture[:] = np.float32((0.48, 0.6, 0.51))
    for middle, axes, colour in (((80, 215), (72, 70), COAT), ((80, 95), (42, 62), HAIR), ((80, 90), (26, 36), SKIN)):
        cv2.ellipse(picture, middle, axes, 0, 0, 360, colour, -1)
    for x in (68, 92):
        cv2.line(picture, (x - 5, 76), (x + 5, 76), HAIR, 3)
    hair = located_colour(noisy(picture), "somebody", "hair_colour", "#e3b13a", studio())

    assert hair[40:50, 75:85].mean() > 0.8
    assert hair[112:128, 46:52].mean() > 0.8
    assert hair[74:79, 64:96].mean() < 0.1


def test_heads():
    """A face is found where it is; wood, sand and fur all over a picture are none, and neither is a wall."""
    picture, _ = portrait()
    head = head_of(picture)

    assert head is not None
    assert abs(head.x - 80) < 6
    assert abs(head.y - 82) < 14
    assert head_of(np.full((120, 120, 3), SKIN, np.float32)) is None
    assert head_in(np.linspace(0, 1, 120 * 90 * 3, dtype=np.float32).reshape(120, 90, 3)) is None


@pytest.mark.parametrize("seed", [1, 2])
def test_where_nothing_stands_out_nothing_is_told(seed):
    """Grass, leaves or gravel all over have no subject: the best guess is the middle, and it is said to be a guess."""
    rng = np.random.default_rng(seed)
    texture = cv2.GaussianBlur(rng.random((160, 160, 3)).astype(np.float32), (0, 0), 2.5)
    texture = (texture - texture.min()) / (texture.max() - texture.min())

    assert not subject_of(texture).is_told


def test_an_even_picture_has_no_subject():
    """Without any contrast the middle is found, and is not clear."""
    found = find(np.full((64, 96, 3), 0.5, np.float32))

    assert found.area[32, 48] == 1
    assert not Subject(found.area, found.clear).is_told or found.clear == 0


def test_what_is_not_told_is_no_ragged_piece():
    """A reference whose subject is not told comes whole, with a soft oval rim."""
    rng = np.random.default_rng(3)
    texture = to_bytes(cv2.GaussianBlur(rng.random((120, 120, 3)).astype(np.float32), (0, 0), 2.0))
    alpha = cut_out(texture)[..., 3]

    assert alpha[60, 30:90].min() == 255
    assert alpha[2, 2] == 0


def test_what_hangs_on_to_it_goes_with_it():
    """A tail of a body's colours belongs to it, the ground beside it does not."""
    rng = np.random.default_rng(3)
    picture = np.float32((0.35, 0.55, 0.25)) + rng.normal(0, 0.03, (160, 192, 1)).astype(np.float32)
    body, tail = np.zeros((160, 192), np.float32), np.zeros((160, 192), np.float32)
    cv2.circle(body, (80, 90), 32, 1.0, -1)
    cv2.ellipse(tail, (122, 80), (16, 24), 0, 20, 200, 1.0, 9)
    picture[np.maximum(body, tail) > 0] = (0.85, 0.5, 0.2)
    grown = whole(np.clip(picture, 0, 1).astype(np.float32), body)

    assert grown[(tail > 0) & (body == 0)].mean() > 0.5
    assert likeness(grown, np.maximum(body, tail)) > 0.8
