"""The data folder: what keeps it from being used is told before anything fails for it."""

import os
import stat

import pytest

from easel.storage import data_folder


def deny(monkeypatch, *paths):
    """Let the system say that these may be read only."""
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.R_OK or path not in paths)


def test_made_when_missing(tmp_path):
    """A new folder has no fault, before it is made and after."""
    folder = tmp_path / "a" / "b"
    before = data_folder.fault(folder)
    data_folder.make(folder)

    assert (None, None, True) == (before, data_folder.fault(folder), folder.is_dir())


def test_made_for_this_user_alone(tmp_path):
    """It holds prompts, pictures and secrets of webhooks; a folder that is there already stays as it was made."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    for folder in (tmp_path / "data", shared):
        data_folder.make(folder)

    assert (0o700, 0o755) == tuple(stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data", shared))


def test_no_folder(tmp_path):
    """A file in its place is told with what to do."""
    (tmp_path / "data").write_text("")
    with pytest.raises(OSError, match=r"data cannot be made \(File exists\): .*EASEL_DATA_DIR"):
        data_folder.make(tmp_path / "data")

    assert "is not writable" == data_folder.fault(tmp_path / "data")


def test_closed_parent(tmp_path, monkeypatch):
    """Whether a missing folder can be made is a matter of the one above it."""
    deny(monkeypatch, tmp_path)

    assert "is not writable" == data_folder.fault(tmp_path / "data")


@pytest.mark.parametrize("name", ["easel.sqlite", "pictures"])
def test_what_another_user_made(name, tmp_path, monkeypatch):
    """A server that ran as another user leaves things in it that this one may not write."""
    (tmp_path / name).mkdir()
    deny(monkeypatch, tmp_path / name)
    with pytest.raises(OSError, match=f"holds {name}, which this user may not write: choose another"):
        data_folder.make(tmp_path)
