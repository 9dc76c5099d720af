"""Words beyond what a text encoder reads are named, and nothing else is."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore")

WORDS = [f"w{n}" for n in range(400)]


def told(painting):
    """What was read, and the first and the number of the words that were not."""
    header, _ = painting.of("painted")[0]
    return header["prompt"], header["unpainted"]


@pytest.mark.parametrize("name", ["flux", "qwen-image", "sdxl", "klein", "flux2", "z-image"])
def test_a_prompt_that_is_read_whole_has_no_words_left(name, paint, job):
    """Nothing is named for a short prompt."""
    assert ("a red fox", ()) == told(paint(name, job(steps=1)))


@pytest.mark.parametrize("name", ["flux", "qwen-image", "sdxl", "klein", "flux2", "z-image"])
def test_what_is_beyond_the_limit_changes_nothing_and_is_named(name, paint, job):
    """What was read makes the same picture alone, and the first word that was not read is the next one."""
    whole = paint(name, job(prompt=" ".join(WORDS), steps=1))
    read, unread = told(whole)
    count = len(read.split())
    assert WORDS[:count] == read.split()
    assert WORDS[count] == unread[0]
    assert (51, f"… and {len(WORDS) - count - 50} more") == (len(unread), unread[-1])
    longer = paint(name, job(prompt=f"{' '.join(WORDS[: count + 1])} and more", steps=1))
    assert (WORDS[count], "and", "more") == tuple(told(longer)[1])


@pytest.mark.parametrize("name", ["qwen-image", "sdxl", "z-image"])
def test_a_negative_prompts_words_are_counted_too(name, paint, job):
    """Those beyond the limit are in the recipe's notes under their own name, and change nothing; they are no words of
    the prompt.
    """

    def noted(count):
        wish = job(steps=1, negative_prompt=" ".join(WORDS[:count]), guidance_scale=3.0)
        (header, image), *_ = paint(name, wish).of("painted")
        assert ("a red fox", ()) == (header["prompt"], header["unpainted"])
        return header["details"].get("negative_prompt_unread", []), bytes(image.pixels)

    assert [] == noted(3)[0]
    unread, picture = noted(400)
    count = WORDS.index(unread[0])
    assert WORDS[count : count + 50] == unread[:50]
    assert ([WORDS[count]], picture) == noted(count + 1)


def test_a_negative_prompt_that_is_not_used_is_not_counted(paint, job):
    """FLUX has no use for one at all: it is named as ignored, not as read in part."""
    (header, _), *_ = paint("flux", job(steps=1, negative_prompt=" ".join(WORDS))).of("painted")
    assert "negative_prompt" in header["ignored"]
    assert "negative_prompt_unread" not in header["details"]


def test_scripts_without_spaces_are_cut_between_signs(paint, job):
    """A Chinese prompt is one word for its spaces: what was read of it is not named."""
    read, unread = told(paint("sdxl", job(prompt="猫" * 200, steps=1)))
    assert 0 < len(read) < 200
    assert ("猫" * (200 - len(read)),) == unread
