"""What the card says to a request's wishes."""

from dataclasses import replace

import pytest

from easel.core.asked import Asked
from easel.core.errors import InvalidField, ModelCannot
from easel.core.image import Size
from easel.core.job import Role
from easel.core.model_card import ModelCard

CARD = """
id = "test"
dialect = "openai"
title = "Test"
description = "A card for tests."
owner = "tests"
created = 0
prompt_max_chars = 20
{more}
[parameters]
n = {{ min = 1, max = 4, default = 1 }}
steps = {{ min = 1, max = 50, default = 28 }}
quality = {{ choices = ["standard", "hd"], default = "standard" }}
style = {{ choices = ["vivid"] }}
style_weight = {{ above = 0, max = 1 }}
{references}
[sizes]
default = "1024x1024"
explicit = "{explicit}"
min_side = 256
max_side = 2048
multiple = 8
follow_input = {follow}
{ratios}
"""
RATIOS = """
[sizes.ratios.1K]
"1:1" = "1024x1024"
"16:9" = "1280x720"
[sizes.ratios.2K]
"1:1" = "2048x2048"
"16:9" = "2560x1440"
"""


def ask(*, explicit="free", follow=False, references="", more="", ratios=RATIOS, **values):
    """The job of these wishes."""
    text = CARD.format(explicit=explicit, follow=str(follow).lower(), references=references, more=more, ratios=ratios)
    asked = Asked(ModelCard.from_toml(text), dialect="openai")
    asked.put("prompt", values.pop("prompt", "a cat"))
    for role, source in values.pop("refer", ()):
        asked.refer(role, source, "image", essential=values.get("essential", False))
    values.pop("essential", None)
    for name, value in values.items():
        asked.put(name, value)
    return asked.job()


def test_defaults():
    """Without wishes the card's defaults apply."""
    job = ask()

    assert (Size(1024, 1024), 1, 28, "standard") == (job.size, job.n, job.steps, job.quality)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({"size": "512x768"}, (512, 768)),
        ({"size": "auto"}, (1024, 1024)),
        ({"width": 512, "height": 640}, (512, 640)),
        ({"aspect_ratio": "16:9"}, (1280, 720)),
        ({"aspect_ratio": "16:9", "width": 512}, (1280, 720)),
        ({"aspect_ratio": "16:9", "image_size": "2K"}, (2560, 1440)),
        ({"image_size": "2K"}, (2048, 2048)),
        ({"explicit": "nearest", "size": "1536x1024"}, (1280, 720)),
        ({"explicit": "none", "size": "512x512"}, (1024, 1024)),
    ],
)
def test_size(wishes, expected):
    """Ratio wins over pixels; pixels are free, the nearest ratio, or without effect."""
    assert Size(*expected) == ask(**wishes).size


@pytest.mark.parametrize(
    ("wishes", "field"),
    [
        ({"n": 5}, "n"),
        ({"n": 0}, "n"),
        ({"steps": 51}, "steps"),
        ({"quality": "best"}, "quality"),
        ({"style": "vivid", "style_weight": 0}, "style_weight"),
        ({"size": "100x100"}, "size"),
        ({"size": "513x512"}, "size"),
        ({"size": "big"}, "size"),
        ({"width": 512}, "height"),
        ({"height": 512}, "width"),
        ({"aspect_ratio": "7:5"}, "aspect_ratio"),
        ({"image_size": "8K"}, "image_size"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "  \n"}, "prompt"),
        ({"prompt": "x" * 21}, "prompt"),
    ],
)
def test_field_at_fault_is_named(wishes, field):
    """A value that the card does not allow is an error that names its field."""
    with pytest.raises(InvalidField) as caught:
        ask(**wishes)

    assert field == caught.value.field


def test_no_use_for_a_field():
    """A field the model has no use for is ignored and named."""
    assert ("negative_prompt",) == ask(negative_prompt="rain").ignored


def test_size_beside_a_ratio_is_named():
    """Pixels that lose against a ratio are named as ignored."""
    assert ("width", "height") == ask(aspect_ratio="1:1", width=512, height=512).ignored


@pytest.mark.parametrize(
    ("ratio", "size"),
    [("16:9", Size(1360, 768)), ("9:16", Size(768, 1360)), ("1:1", Size(1024, 1024)), ("21:9", Size(1568, 672)),
     ("4:1", Size(2048, 512))],
)  # fmt: skip
def test_a_ratio_without_a_table(ratio, size):
    """A model of free sizes makes any ratio, with about the default's pixels: clients of other services ask so."""
    job = ask(aspect_ratio=ratio, ratios="")

    assert size == job.size
    assert () == job.ignored


@pytest.mark.parametrize(
    "wishes",
    [{"aspect_ratio": "match_input_image"}, {"aspect_ratio": "9000:1"}, {"aspect_ratio": "0:1"},
     {"aspect_ratio": "16:9", "width": 512, "height": 512}],
)  # fmt: skip
def test_no_use_for_a_ratio(wishes):
    """What is no ratio, fits no side or stands beside pixels is named, where the model has no table of ratios."""
    job = ask(**wishes, ratios="")

    assert ("aspect_ratio",) == job.ignored
    assert (Size(512, 512) if "width" in wishes else Size(1024, 1024)) == job.size


def test_reference_without_use():
    """A reference that the model cannot take is ignored, or an error when the request is about it."""
    assert ("image",) == ask(refer=[(Role.INPUT, "x")]).ignored
    with pytest.raises(ModelCannot):
        ask(refer=[(Role.INPUT, "x")], essential=True)


def test_one_role_stands_in_for_the_other():
    """A model that takes only subjects gets an input image as one."""
    job = ask(refer=[(Role.INPUT, "x")], references="[references.subject]\nmax = 2")

    assert [Role.SUBJECT] == [reference.role for reference in job.references]


def test_reference_counts():
    """Too few or too many references name the field."""
    rule = "[references.input]\nmin = 1\nmax = 2"
    with pytest.raises(InvalidField, match="image"):
        ask(references=rule)
    with pytest.raises(InvalidField, match="at most 2"):
        ask(references=rule, refer=[(Role.INPUT, "x")] * 3)


def test_following_the_input():
    """Without a size a picture follows its input image; a resolution sets the area."""
    rule = "[references.input]\nmax = 1"
    job = ask(references=rule, follow=True, refer=[(Role.INPUT, "x")])
    large = ask(references=rule, follow=True, refer=[(Role.INPUT, "x")], image_size="2K")

    assert (None, None) == (job.size, job.follow_area)
    assert (None, 2048 * 2048) == (large.size, large.follow_area)


def test_prompt_may_be_missing_beside_an_image():
    """A card may say that an input image stands alone."""
    rule = "[references.input]\nmax = 1"
    job = ask(references=rule, refer=[(Role.INPUT, "x")], more='prompt_required = "without_image"', prompt="")

    assert "" == job.prompt


def test_seeds():
    """Picture i uses seed + i; without a seed each has its own."""
    job = replace(ask(n=3), seed=7)

    assert (7, 8, 9) == job.with_seeds().seeds
    assert 3 == len(set(replace(job, seed=None).with_seeds().seeds))
