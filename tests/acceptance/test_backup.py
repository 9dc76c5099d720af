"""Backup and restore, by the very commands of the documentation."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from easel.testing import live_server
from support import easel, is_painted
from unit.ledger.servers import NoPostgres, fresh_database, postgres

PAGE = Path(__file__).parents[2] / "docs" / "operations.md"
#: A model that has a price.
BODY = {"model": "image-01", "prompt": "a red boat", "size": "512x512"}


def commands(database: str) -> tuple[str, str]:
    """The documented commands for a kind of database: backup and restore."""
    section = PAGE.read_text(encoding="utf-8").partition("## Backup and restore")[2]
    of_sqlite, of_postgresql = section.partition("\nPostgreSQL")[::2]
    backup, restore = re.findall(r"```sh\n(.+)\n```", {"sqlite": of_sqlite, "postgresql": of_postgresql}[database])
    return backup, restore


def program_folder(*names: str) -> str:
    """The folder of programs on the PATH or in the package pgserver; skips where there are none."""
    spec = importlib.util.find_spec("pgserver")
    packaged = Path(spec.origin).parent / "pginstall" / "bin" if spec else Path()
    path = os.pathsep.join((os.environ["PATH"], str(packaged)))
    found = [shutil.which(name, path=path) for name in names]
    if not all(found):
        pytest.skip(f"one of {', '.join(names)} is missing")
    return str(Path(found[0]).parent)


def paint(server) -> str:
    """Have a picture painted; the path of its URL."""
    headers = {"Authorization": f"Bearer {server.key}"}
    made = requests.post(f"{server.url}/v1/images/generations", json=BODY, headers=headers, timeout=30).json()
    return made["data"][0]["url"].removeprefix(server.url)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_backup_and_restore(database, tmp_path):
    """A backup of a running server, its data lost, restored: what was there before the backup is, and nothing else."""
    backup, restore = commands(database)
    programs = os.path.dirname(sys.executable)
    if database == "postgresql":
        programs = os.pathsep.join((programs, program_folder("pg_dump", "pg_restore")))
    with ExitStack() as stack:
        settings = {}
        if database == "postgresql":
            try:
                server = stack.enter_context(postgres())
            except NoPostgres as error:
                pytest.skip(str(error))
            settings["EASEL_DATABASE_URL"] = stack.enter_context(fresh_database(server))
        env = {**os.environ, **settings, "PATH": os.pathsep.join((os.environ["PATH"], programs))}

        def run(command: str) -> None:
            done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, check=False)
            assert (0, b"") == (done.returncode, done.stderr)

        with live_server(tmp_path / "data", env=settings) as running:
            kept = paint(running)
            run(backup)
            paint(running)
        shutil.rmtree(tmp_path / "data")
        run(restore)
        told = easel("audit", "--files", "--data-dir", tmp_path / "data", env=settings)
        statement = ("accounts", "statement", "default", "--json")
        lines = json.loads(easel(*statement, "--data-dir", tmp_path / "data", env=settings))
        with live_server(tmp_path / "data", env=settings) as again:
            picture = requests.get(again.url + kept, timeout=30).content

    assert "All invariants hold.\n" == told
    assert ["hold", "post"] == [line["kind"] for line in lines]
    assert is_painted(picture)


def test_backup_again(tmp_path):
    """Into the same folder: what is new is added, and neither a cut-off copy nor a file that is not whole stays."""
    easel("keys", "create", "--data-dir", tmp_path / "data")
    pictures, copies = tmp_path / "data" / "pictures", tmp_path / "backup" / "pictures"
    backup = ("backup", tmp_path / "backup", "--data-dir", tmp_path / "data")
    pictures.mkdir()
    (tmp_path / "data" / "signing.key").write_text("secret")
    for name in ("one.png", "two.png", "three.png.part"):
        (pictures / name).write_bytes(name.encode())
    easel(*backup)
    (copies / "two.png").rename(copies / "two.png.part")
    (copies / "two.png.part").write_bytes(b"tw")
    easel("accounts", "create", "team", "--data-dir", tmp_path / "data")
    easel(*backup)
    accounts = json.loads(easel("accounts", "list", "--json", "--data-dir", tmp_path / "backup"))

    assert {"one.png": b"one.png", "two.png": b"two.png"} == {file.name: file.read_bytes() for file in copies.iterdir()}
    assert ["default", "team"] == [account["name"] for account in accounts]


def test_backup_onto_a_full_disk(tmp_path):
    """Is told as what it is, not as a database that does not answer; what could not be written whole is not there."""
    program = f"{sys.executable} -m easel"
    command = f"{program} keys create && ulimit -f 64 && {program} backup backup"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert 1 == done.returncode
    assert "The backup is not complete: backup/easel.sqlite cannot be written" in done.stderr
    assert [] == list((tmp_path / "backup").iterdir())


def test_backup_of_half_a_server(tmp_path):
    """What is missing, here the secret of a server that was never started, is told: that is no whole backup."""
    easel("keys", "create", "--data-dir", tmp_path / "data")
    told = easel("backup", tmp_path / "backup", "--data-dir", tmp_path / "data", expect=1)

    assert "The backup is not complete: " in told
    assert (tmp_path / "backup" / "easel.sqlite").exists()
