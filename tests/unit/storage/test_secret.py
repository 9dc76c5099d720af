"""The signing secret's file."""

import os
import stat
import subprocess
import sys

import pytest

from easel.storage.secret import load_or_create_secret


def test_made_once(tmp_path):
    """The first start makes a secret of at least 32 bytes, the second finds it."""
    first = load_or_create_secret(tmp_path / "signing.key")
    assert 64 == len(first)
    assert first == load_or_create_secret(tmp_path / "signing.key")


def test_private(tmp_path):
    """Only the server's user can read the file, whatever the umask."""
    before = os.umask(0)
    try:
        load_or_create_secret(tmp_path / "signing.key")
    finally:
        os.umask(before)
    assert 0o600 == stat.S_IMODE((tmp_path / "signing.key").stat().st_mode)


def test_nothing_left_behind(tmp_path):
    """Making the secret leaves no other file."""
    load_or_create_secret(tmp_path / "signing.key")
    assert ["signing.key"] == os.listdir(tmp_path)


def test_two_secrets_differ(tmp_path):
    """Secrets are random."""
    assert load_or_create_secret(tmp_path / "a") != load_or_create_secret(tmp_path / "b")


def test_operators_own(tmp_path):
    """An operator's own secret is taken without the newline that editors add."""
    (tmp_path / "signing.key").write_bytes(b"s" * 40 + b"\n")
    assert b"s" * 40 == load_or_create_secret(tmp_path / "signing.key")


@pytest.mark.parametrize("content", [b"", b"\n", b"x" * 31, b" " * 64])
def test_short(tmp_path, content):
    """An empty or short secret is refused, and not shown."""
    (tmp_path / "signing.key").write_bytes(content)
    with pytest.raises(ValueError, match=r"^signing\.key must hold at least 32 bytes"):
        load_or_create_secret(tmp_path / "signing.key")


def test_processes_agree(tmp_path):
    """Processes that start at the same moment end up with the same secret."""
    code = (
        "import sys, time, pathlib; from easel.storage.secret import load_or_create_secret as load\n"
        "print('ready', flush=True); sys.stdin.readline(); print(load(pathlib.Path(sys.argv[1])).hex())"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "signing.key")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    children = [subprocess.Popen(command, **pipes) for _ in range(4)]
    for child in children:
        assert "ready\n" == child.stdout.readline()
    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    assert 1 == len({child.communicate(timeout=30)[0] for child in children})
