"""Sources: folders and repositories at a commit, with LoRAs on top."""

from pathlib import Path

import pytest

from easel.engines.diffusers.source import Source
from unit.engines.diffusers.repositories import REVISION, SOURCE


def test_hub():
    """A repository at a commit lies in a folder of its own."""
    source = Source.parse(f" {SOURCE} + ink + soft-light.2 ")
    assert Source(repository="someone/tiny", revision=REVISION, loras=("ink", "soft-light.2")) == source
    assert (SOURCE, f"{SOURCE} + ink + soft-light.2") == (source.base, str(source))
    assert Path("w/someone--tiny", REVISION) == source.path(Path("w"))


@pytest.mark.parametrize("text", ["/srv/w/flux", "./flux+ink", "../flux", "~/flux"])
def test_folder(text):
    """A path is a folder as it stands; a plus sign in it is no LoRA."""
    source = Source.parse(text)
    assert (Path(text).expanduser(), ()) == (source.folder, source.loras)
    assert source.folder == source.path(Path("elsewhere"))


@pytest.mark.parametrize(
    "text",
    [
        "", "flux", "someone/tiny", "someone/tiny@main", f"someone/tiny@{REVISION[:-1]}", f"a/b/c@{REVISION}",
        f"someone/tiny@{REVISION.upper()}", f"-/x@{REVISION}", f"https://h/someone/tiny@{REVISION}",
    ],
)  # fmt: skip
def test_no_source(text):
    """What is neither, a branch above all, is told what a source looks like."""
    with pytest.raises(ValueError, match="40 hex digits"):
        Source.parse(text)


@pytest.mark.parametrize("alias", ["", "a b", "../x", "/etc", "ink:2", "-x"])
def test_no_alias(alias):
    """An alias is a name, never a path."""
    with pytest.raises(ValueError, match=r"alias|source"):
        Source.parse(f"{SOURCE} + {alias}")
