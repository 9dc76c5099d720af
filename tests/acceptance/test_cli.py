"""The command line, as a stranger types it."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
import requests
from typer.testing import CliRunner

from easel.cli.main import app
from easel.testing import live_server
from support import easel, is_painted, opened

CAT = "一只橙色小猫坐在彩虹桥上"


def easel_process(*arguments, cwd=None, env=None, expect=0):
    """Run a command as a stranger's shell does; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "easel", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=60,
        env={**os.environ, **(env or {})}, check=False,
    )  # fmt: skip
    assert expect == done.returncode, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(("name", "kind"), [("cat.png", "PNG"), ("cat.jpg", "JPEG"), ("cat.webp", "WEBP")])
def test_generate_and_reproduce(name, kind, tmp_path):
    """A picture without a server; its recipe makes the same pixels again."""
    file = tmp_path / name
    easel("generate", CAT, "-o", file, "--size", "512x384", "--seed", 7)
    recipe = json.loads(easel("recipe", file))

    assert (kind, (512, 384)) == (opened(file.read_bytes()).format, opened(file.read_bytes()).size)
    assert is_painted(file.read_bytes())
    assert (CAT, 7, "painter") == (recipe["prompt"], recipe["seed"], recipe["engine"])
    assert "The pixels are the same." in easel("reproduce", file)


def test_same_seed_same_bytes(tmp_path):
    """Two processes make the same file from the same seed."""
    for name in ("one.png", "two.png"):
        easel_process("generate", "a red house", "-o", tmp_path / name, "--size", "256x256", "--seed", 3)

    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_edit_and_reproduce(tmp_path):
    """A picture made from another one needs that one to be made again."""
    before, after = tmp_path / "before.png", tmp_path / "after.png"
    easel("generate", "a red house on a meadow", "-o", before, "--size", "320x256", "--seed", 3)
    easel("generate", "make it night", "--image", before, "-o", after, "--seed", 3)

    assert (320, 256) == opened(after.read_bytes()).size
    assert "reference images" in easel("reproduce", after, expect=1)
    assert "The pixels are the same." in easel("reproduce", after, "--reference", before)
    assert "its own 1 reference images" in easel(
        "reproduce", after, "--reference", before, "--reference", before, expect=1
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(tmp_path):
    """The file that could not be written is named, and why."""
    full, cat = tmp_path / "full.png", tmp_path / "cat.png"
    full.symlink_to("/dev/full")
    easel("generate", CAT, "-o", cat, "--size", "256x256")
    for command in (("generate", CAT, "--size", "256x256"), ("reproduce", cat)):
        assert f"{full}: No space left on device" in easel(*command, "-o", full, expect=1)


def test_several_pictures(tmp_path):
    """n pictures go into numbered files with seeds that follow each other."""
    out = easel("generate", "a boat", "-o", tmp_path / "boat.png", "--size", "256x256", "--seed", 5, "--n", 2)

    assert ["boat-1.png", "boat-2.png"] == sorted(path.name for path in tmp_path.iterdir())
    assert "seed 5" in out
    assert "seed 6" in out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("a cat", "--size", "big"), "size"),
        (("a cat", "--model", "nothing"), "nothing"),
        (("",), "PROMPT"),
        (("a cat", "-o", "no-folder/cat.png"), "no-folder"),
        (("a cat", "-o", "cat.tiff"), "png"),
        (("a cat", "--image", "/no/such/file.png"), "file"),
        (("naked child",), "sexual-minors"),
    ],
)
def test_generate_errors(arguments, word, tmp_path, monkeypatch):
    """What is wrong is told in one line that names it, without a traceback."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["generate", *arguments])

    assert isinstance(done.exception, SystemExit)
    assert 0 != done.exit_code
    assert word in done.stderr


def test_generate_judges_as_the_server_does(tmp_path):
    """A word of the operator's blocks a prompt here, too, before anything is painted; switched off, nothing does."""
    (tmp_path / "words.txt").write_text("[brand]\nacme\n")
    command = ["generate", "an acme boat", "-o", tmp_path / "boat.png", "--size", "256x256"]
    env = {"EASEL_MODERATION_WORDS": str(tmp_path / "words.txt")}
    easel(*command, env=env, expect=1)
    blocked = not (tmp_path / "boat.png").exists()
    easel(*command, env={**env, "EASEL_MODERATION": "off"})
    broken = easel(*command, env={"EASEL_MODERATION_WORDS": str(tmp_path / "boat.png")}, expect=1)

    assert blocked
    assert (tmp_path / "boat.png").exists()
    assert "boat.png is not UTF-8 text" in broken


def test_foreign_picture_has_no_recipe(portrait, tmp_path):
    """A picture that Easel did not make is told as such."""
    (tmp_path / "foreign.png").write_bytes(portrait)

    assert "no recipe" in easel("recipe", tmp_path / "foreign.png", expect=1)


def test_models():
    """The list says who makes the pictures: the painter, no neural network."""
    rows = {row["id"]: row for row in json.loads(easel("models", "--json"))}

    assert {"image-01", "imagen-3", "stepfun-ai/step1x-edit"} <= set(rows)
    assert "no neural network" in rows["imagen-3"]["engines"][0]
    assert "image-01-live" in easel("models", env={"COLUMNS": "200"})


def test_doctor(tmp_path):
    """The doctor names the engine that can run, and fails when something keeps it from serving."""
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "broken.toml").write_text("id = 3")
    fine = easel("doctor", env={"EASEL_DATA_DIR": str(tmp_path / "data"), "EASEL_PORT": "0"})
    named = easel("doctor", "--data-dir", tmp_path / "here")
    broken = easel("doctor", env={"EASEL_MODELS_DIR": str(tmp_path / "cards")}, expect=1)

    full = easel("doctor", env={"EASEL_DATA_DIR": str(tmp_path), "EASEL_MIN_FREE_MB": "1e12"}, expect=1)
    wrong = [
        easel(*command, env={"EASEL_MODELS_DIR": str(tmp_path / "cards")}, expect=1)
        for command in (["models"], ["generate", "a cat"], ["keys", "create", "--model", "image-01"])
    ]

    (tmp_path / "routes.toml").write_text('[["image-01"]]\nengine = "panter"')
    misspelt = easel("doctor", env={"EASEL_ROUTES": str(tmp_path / "routes.toml")}, expect=1)

    assert "model image-01: there is no engine 'panter', but painter, diffusers, minimax" in misspelt
    assert "painter can run" in fine
    assert f"data folder {tmp_path / 'here'} is writable" in named
    assert "broken.toml" in broken
    assert "EASEL_MIN_FREE_MB" in full
    assert all("broken.toml" in out for out in wrong)


def test_doctor_asks_what_is_elsewhere(tmp_path):
    """A database and a bucket are tried, and what is wrong with them is told without the password."""
    fine = easel("doctor", env={
        "EASEL_DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite", "EASEL_STORAGE_URL": "memory:///",
    })  # fmt: skip
    wrong = easel("doctor", expect=1, env={
        "EASEL_DATABASE_URL": "postgresql://easel:pass-word@127.0.0.1:1/easel", "EASEL_STORAGE_URL": "ftp://host/x",
    })  # fmt: skip

    assert "the database answers" in fine
    assert "can be kept" in fine
    assert "EASEL_DATABASE_URL: the database cannot be used" in wrong
    assert "EASEL_STORAGE_URL: cannot keep pictures" in wrong
    assert "cannot listen on host.invalid:8000" in easel("doctor", env={"EASEL_HOST": "host.invalid"}, expect=1)
    assert "pass-word" not in wrong


def test_doctor_asks_for_the_vendors(tmp_path):
    """Whether each vendor with a key can be reached is told, without the key, and it is nothing that stops a server."""
    with socket.create_server(("127.0.0.1", 0)) as vendor:
        port = vendor.getsockname()[1]
        told = easel("doctor", "--data-dir", tmp_path, env={
            "EASEL_PORT": "0", "EASEL_OPENAI_KEYS": "secret-one,secret-two", "EASEL_MINIMAX_KEYS": "secret",
            "EASEL_OPENAI_URL": f"http://127.0.0.1:{port}/v1", "EASEL_MINIMAX_URL": "http://127.0.0.1:1",
        })  # fmt: skip

    assert f"openai: 127.0.0.1:{port} can be reached" in told
    assert "minimax: 127.0.0.1:1 cannot be reached" in told
    assert "gemini:" not in told
    assert "secret" not in told


def test_doctor_looks_into_the_data_folder(tmp_path):
    """A database that is newer, or none at all, is found before the start."""
    file = tmp_path / "easel.sqlite"
    easel("keys", "create", "--data-dir", tmp_path)
    fine = easel("doctor", "--data-dir", tmp_path, env={"EASEL_PORT": "0"})
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
    newer = easel("doctor", "--data-dir", tmp_path, expect=1)
    file.write_bytes(b"no database" * 100)
    damaged = [
        run("--data-dir", tmp_path, expect=1) for run in (partial(easel, "doctor"), partial(easel_process, "serve"))
    ]

    assert "ok  the database answers" in fine
    assert f"problem  {file}: the database has version 9999" in newer
    assert all("the database cannot be used: file is not a database" in told for told in damaged)
    assert "Traceback" not in damaged[1]


def test_settings_with_problems():
    """Every bad setting is listed in one message before the port opens."""
    out = easel_process("serve", env={"EASEL_PORT": "-1", "EASEL_BOOTSTRAP_KEY": "short"}, expect=2)

    assert "EASEL_PORT" in out
    assert "EASEL_BOOTSTRAP_KEY" in out
    assert "Traceback" not in out


def test_no_more_replicas_than_there_are():
    """A cluster's least number of replicas is not above its greatest; nothing is started."""
    told = easel("cluster", "start", "--replicas", 1, "--min-replicas", 2, expect=2)

    assert "--min-replicas" in told
    assert "more than the 1 of --replicas" in told


def test_port_in_use(tmp_path):
    """A port that is taken ends the server with a clear word."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        out = easel_process("serve", "--port", port, "--data-dir", tmp_path, expect=1)

    assert "address already in use" in out
    assert "choose another --port" in out
    assert "Traceback" not in out


def test_ctrl_c_twice(tmp_path):
    """The second one ends at once what is under way, without a traceback."""
    log = tmp_path / "server.log"
    with live_server(tmp_path) as server:
        body = {"model": "imagen-3", "prompt": "a city", "size": "4096x4096", "n": 10}
        ask = partial(requests.post, json=body, headers={"Authorization": f"Bearer {server.key}"}, timeout=60)
        asking = Thread(target=lambda: suppressed(ask, f"{server.url}/v1/images/generations"))
        asking.start()
        for event in ('"event":"job"', '"event":"stopping"'):
            while event not in log.read_text() and server.process.poll() is None:
                sleep(0.05)
            server.process.send_signal(signal.SIGINT)
        status = server.process.wait(30)
        asking.join()

    # 0 where these tests were started with SIGINT ignored, as a script's background job is.
    assert status == (0 if signal.getsignal(signal.SIGINT) is signal.SIG_IGN else 128 + signal.SIGINT)
    assert "Traceback" not in log.read_text()


def suppressed(ask, url):
    """Ask, and take whatever comes of it."""
    with suppress(requests.RequestException):
        ask(url)


def test_first_key_is_never_lost(tmp_path):
    """A first start that fails shows the key that it has made, or makes none."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        serve = ("serve", "--port", taken.getsockname()[1], "--data-dir", tmp_path)
        before = easel_process(*serve, env={"EASEL_STORAGE_URL": "ftp://host/x"}, expect=1)
        first, second = easel_process(*serve, expect=1), easel_process(*serve, expect=1)
    [key] = re.findall("First API key, shown only this once: (easel_[0-9A-Za-z]+)", first)
    [known] = json.loads(easel("keys", "list", "--json", "--data-dir", tmp_path))

    assert key.endswith(known["hint"][-4:])
    assert ["API key" in out for out in (before, second)] == [False, False]


def test_wrong_data_dir(tmp_path):
    """A folder that cannot be used is told with what to do; one that was misspelt is not taken for an empty one."""
    (tmp_path / "file").write_text("")
    for command in (["audit"], ["keys", "list"], ["accounts", "list"]):
        misspelt = easel(*command, "--data-dir", tmp_path / "daat", expect=1)

        assert "there is no database in" in misspelt
        assert "--data-dir" in misspelt
    used = easel_process("serve", "--data-dir", tmp_path / "file", expect=1)

    assert "cannot be made (File exists): choose another with --data-dir" in used
    assert not (tmp_path / "daat").exists()


def test_pasted_curl_lines(tmp_path):
    """Every line that the server prints works when it is pasted, and leads to a picture."""
    with live_server(tmp_path) as server:
        lines = re.findall(r"^curl .*$", server.banner, re.MULTILINE)
        for line in lines:
            out = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60, check=True).stdout
            url = re.search(r"http://127[^\"\s)]+", out)[0]

            assert is_painted(requests.get(url, timeout=30).content)

    assert 4 == len(lines)


def test_second_start(tmp_path):
    """After a restart the key and the URLs of pictures still work. The key is not shown, but how to make another is."""
    body = {"model": "imagen-3", "prompt": "a cat", "size": "256x256"}
    with live_server(tmp_path) as first:
        headers = {"Authorization": f"Bearer {first.key}"}
        made = requests.post(f"{first.url}/v1/images/generations", json=body, headers=headers, timeout=30).json()
        path = made["data"][0]["url"].removeprefix(first.url)
    with live_server(tmp_path) as second:
        again = requests.post(f"{second.url}/v1/images/generations", json=body, headers=headers, timeout=30)
        another = subprocess.check_output(re.search("`(.+)` makes another", second.banner)[1], shell=True, text=True)
        known = requests.get(f"{second.url}/v1/key", headers={"x-api-key": another.strip()}, timeout=30)

        assert (200, 200) == (again.status_code, known.status_code)
        assert is_painted(requests.get(second.url + path, timeout=30).content)
        assert second.key not in second.banner
