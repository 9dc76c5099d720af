"""The usage figures follow the rule that docs/dialects.md states."""

import pytest

from easel.core.image import Size
from easel.core.job import Job, Reference, Role
from easel.core.usage import Usage, picture_tokens, usage_of


@pytest.mark.parametrize(
    ("prompt", "negative_prompt", "tokens"),
    [("a", "", 1), ("a cat", "", 2), ("a cat", "dog", 2), ("一只猫", "", 3), ("\ud800", "", 1), ("", "", 0)],
)
def test_words(prompt, negative_prompt, tokens):
    """A token for each four bytes of the prompt and the negative prompt, rounded up."""
    job = Job(model="m", dialect="d", prompt=prompt, negative_prompt=negative_prompt)

    assert Usage(tokens, 0) == usage_of(job)


@pytest.mark.parametrize(
    ("side", "tokens"), [(64, 747), (512, 747), (1024, 1120), (1408, 1120), (2048, 1680), (4096, 2520)]
)
def test_pictures(side, tokens):
    """A picture is counted as the one of Google's sizes that its area is nearest to."""
    assert tokens == picture_tokens(Size(side, side))


def test_total():
    """What came in and what went out add up."""
    references = (Reference(Role.INPUT, b"", "image"), Reference(Role.MASK, b"", "mask"))
    usage = usage_of(Job(model="m", dialect="d", prompt="a cat", references=references), [Size(512, 512)] * 3)

    assert (2, 516, 518, 2241, 2759) == (usage.text, usage.references, usage.prompt, usage.pictures, usage.total)
