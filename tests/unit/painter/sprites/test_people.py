"""How people are drawn: faces of their own, finer hair in larger pictures, hands in front, bodies on the ground."""

import cv2
import numpy as np
import pytest

from easel.engines.painter.brush import Surface, placed
from easel.engines.painter.sprites import SPRITES, Look
from easel.engines.painter.sprites.faces import Features
from easel.engines.painter.sprites.figure import BODIES, drop_of, front_stance, side_stance
from easel.engines.painter.sprites.person import person_of

CHOSEN = {
    "skin": "#dfa677",
    "hair": "long",
    "hair_colour": "#4b2e1b",
    "eye_colour": "#3f6f8f",
    "garment_colour": "#888888",
}


def drawn(name, tall, traits, seed=1):
    """A sprite on a transparent square twice as wide as the figure is tall, uint8 RGBA."""
    surface = Surface(2 * tall, round(1.4 * tall))
    with placed(surface.canvas, (tall, 1.2 * tall), scale=tall):
        SPRITES[name].draw(surface.canvas, np.random.default_rng(seed), Look(traits=traits))
    return surface.rgba


def test_no_two_faces_are_alike():
    """With skin, hair, eyes and clothes given, two people still have different faces."""
    one, other = (drawn("woman_portrait", 200, CHOSEN, seed) for seed in (1, 2))

    assert (np.abs(one[..., :3].astype(int) - other[..., :3]).max(-1) > 24).mean() > 0.01


def test_features_stay_human():
    """No feature is far from the usual."""
    rng = np.random.default_rng(3)
    found = np.array([list(vars_of(Features.of(rng))) for _ in range(200)])

    assert 0.65 < found.min() < 0.9
    assert 1.0 < found.max() < 1.3


def vars_of(features):
    """The values of the features."""
    return (getattr(features, name) for name in Features.__slots__)


def test_large_portraits_have_finer_hair():
    """Four times as large, the crown shows more than four times enlarged."""
    small, large = (drawn("woman_portrait", tall, CHOSEN) for tall in (180, 720))
    grey = [cv2.cvtColor(rgba[..., :3], cv2.COLOR_RGB2GRAY) for rgba in (small, large)]
    enlarged = cv2.resize(grey[0], grey[1].shape[::-1], interpolation=cv2.INTER_CUBIC)
    crown = (slice(int(720 * 0.36), int(720 * 0.44)), slice(int(720 * 0.9), int(720 * 1.1)))

    detail = [cv2.Laplacian(image[crown], cv2.CV_64F).std() for image in (enlarged, grey[1])]
    assert detail[1] > 1.8 * detail[0]


@pytest.mark.parametrize("kind", ["man", "woman", "girl"])
def test_who_sits_on_the_ground_is_as_tall_as_a_trunk(kind):
    """Cross-legged people reach to about half of their standing height, and to the ground."""
    rows = np.flatnonzero(drawn(kind, 200, {"pose": "cross_legged"})[..., 3].max(1) > 128)
    feet = 1.2 * 200

    assert 0.45 < (feet - rows[0]) / 200 < 0.72
    assert abs(rows[-1] - feet) < 8


def test_a_held_hand_is_where_it_is_to_be():
    """The near or far arm ends at the point that is asked for, in every pose that leaves it free."""
    for pose in ("standing", "dancing"):
        for x in (-0.2, 0.2):
            stance = front_stance(BODIES["woman"], pose, 0, hand_to=(x, -0.5))
            assert (x, -0.5) in (stance.arms[0][-1], stance.arms[1][-1])


def test_only_the_seated_come_down():
    """A stance without a seat leaves the trunk where it is."""
    body = BODIES["man"]

    assert 0 == drop_of(body, "waving") == drop_of(body, "walking")
    assert 0 < drop_of(body, "sitting") < drop_of(body, "cross_legged")


def test_skin_and_cloth_are_more_than_colours_in_a_large_portrait():
    """Where a small portrait is smooth, one eight times as large has pores, and threads in the shirt."""
    small, large = (drawn("man_portrait", tall, CHOSEN | {"hair": "short"})[..., :3] for tall in (150, 1200))
    enlarged = cv2.resize(small, large.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    cheek = (slice(int(1200 * 0.55), int(1200 * 0.62)), slice(int(1200 * 0.86), int(1200 * 0.93)))
    chest = (slice(int(1200 * 1.12), int(1200 * 1.18)), slice(int(1200 * 0.78), int(1200 * 0.86)))

    for part in (cheek, chest):
        found = [
            cv2.Laplacian(cv2.cvtColor(image[part], cv2.COLOR_RGB2GRAY), cv2.CV_64F) for image in (enlarged, large)
        ]
        assert found[1].std() > 2 * found[0].std()


def test_women_in_hanfu_put_their_hair_up():
    """Most of them do, unless another style is asked for."""
    hanfu = {"garment": "hanfu"}
    styles = [person_of("woman", np.random.default_rng(seed), Look(traits=hanfu)).style for seed in range(20)]
    asked = person_of("woman", np.random.default_rng(1), Look(traits={**hanfu, "hair": "long"})).style

    assert styles.count("updo") > 10
    assert asked == "long"


def test_who_walks_with_something_has_the_hand_at_it():
    """Seen from the side, the near arm is bent where something is carried."""
    plain, carrying = (side_stance(BODIES["man"], "walking", holds=holds).arms[1][-1] for holds in (False, True))

    assert carrying[1] < plain[1] - 0.08
    assert carrying[0] > 0.2
    assert carrying == SPRITES["man"].attach["walking"]
