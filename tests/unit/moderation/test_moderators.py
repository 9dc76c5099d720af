"""Several moderators as one, the settings that choose them, and the gate."""

import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs

from easel.admission.moderation import ModerationGate
from easel.app import create_moderator
from easel.core.errors import PromptBlocked, ServerFull
from easel.core.job import Job
from easel.models import load_cards
from easel.moderation.moderators import Moderators
from easel.settings import Settings
from easel.testing import CALLER, FakeModerator, flat_image

PICTURE = flat_image(2, 2, 1)


async def test_first_objection_counts():
    """They are asked in their order, and those behind the first objection not at all."""
    passing, blocking, behind = FakeModerator(), FakeModerator("cat", blocked={0}), FakeModerator()
    several = Moderators(passing, blocking, behind)

    assert ("test",) == await several.judge_prompt("a cat")
    assert ("test",) == await several.judge_picture(PICTURE)
    assert () == await several.judge_prompt("a dog")
    assert () == await several.judge_picture(PICTURE)
    assert (["a dog"], 1) == (behind.prompts, len(behind.pictures))


async def test_none_passes_everything():
    """Without a moderator everything passes."""
    assert () == await Moderators().judge_prompt("a cat")
    assert () == await Moderators().judge_picture(PICTURE)


async def test_one_that_cannot_say():
    """One moderator that cannot say is enough to refuse."""
    several = Moderators(FakeModerator(), FakeModerator(error=ServerFull()))

    with pytest.raises(ServerFull):
        await several.judge_prompt("a cat")


async def test_gate():
    """The gate refuses with the categories in the log, and neither them nor the prompt in the error."""
    gate, card = ModerationGate(FakeModerator("cat")), load_cards().find("imagen-3")
    with capture_logs() as logs, pytest.raises(PromptBlocked) as caught:
        await gate.admit(Job(model=card.id, dialect="openai", prompt="a private cat"), card, CALLER)

    assert ["test"] == logs[0]["categories"]
    assert "test" not in caught.value.message
    assert "private" not in str(logs) + caught.value.message


async def test_gate_leaves_the_negative_prompt():
    """What is not wanted may be named."""
    gate, card = ModerationGate(FakeModerator("cat")), load_cards().find("imagen-3")

    await gate.admit(Job(model=card.id, dialect="openai", prompt="a dog", negative_prompt="cat"), card, CALLER)


@pytest.mark.parametrize(
    ("moderation", "expected"),
    [("off", []), ("words", ["WordList"]), ("api", ["ModerationApi"]), ("words,api", ["WordList", "ModerationApi"])],
)
def test_settings_choose(moderation, expected):
    """The setting says who is asked, the cheapest first."""
    settings = Settings(_env_file=None, moderation=moderation, moderation_api_url="http://127.0.0.1")

    assert expected == [type(moderator).__name__ for moderator in create_moderator(settings)._moderators]


def test_default_is_the_word_list():
    """Without any setting prompts are checked with the word list."""
    assert "words" == Settings(_env_file=None).moderation


def test_scores(monkeypatch):
    """Thresholds and labels are names with scores."""
    monkeypatch.setenv("EASEL_MODERATION_THRESHOLDS", "sexual/minors=0.1, violence = 1")
    settings = Settings(_env_file=None)

    assert {"sexual/minors": 0.1, "violence": 1.0} == settings.moderation_thresholds
    assert {"nsfw": 0.5} == settings.moderation_labels


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MODERATION", "on"), ("MODERATION", "api"), ("MODERATION_API_URL", "ftp://there"),
        ("MODERATION_THRESHOLDS", "sexual"), ("MODERATION_THRESHOLDS", "sexual=2"), ("MODERATION_THRESHOLDS", "=0.5"),
        ("MODERATION_LABELS", "nsfw=nan"), ("MODERATION_LABELS", "nsfw=-1"), ("MODERATION_API_TIMEOUT_S", "0"),
    ],
)  # fmt: skip
def test_settings_are_wrong(name, value, monkeypatch):
    """A setting that makes no sense stops the start, and is named."""
    monkeypatch.setenv(f"EASEL_{name}", value)
    with pytest.raises(ValidationError) as caught:
        Settings(_env_file=None)

    assert caught.value.errors()[0]["loc"][0].startswith("moderation")
