"""The npm openai package against the real server."""

import json
import os
import subprocess
from pathlib import Path

import pytest

JS = Path(__file__).parent / "js"


def run(node, server, script):
    """Run one script; returns what it printed as JSON."""
    env = {**os.environ, "EASEL_URL": server.url, "EASEL_KEY": server.key}
    target = node / script
    target.write_text((JS / script).read_text())
    done = subprocess.run(["node", script], cwd=node, env=env, capture_output=True, text=True, timeout=90, check=False)
    assert 0 == done.returncode, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def answers(node, server):
    """What the script saw."""
    return run(node, server, "openai.mjs")


def test_url(answers):
    """A picture by URL."""
    assert [200, "image/png"] == answers["url"]


def test_base64(answers):
    """A picture as base64."""
    assert "89504e47" == answers["base64"]


def test_edit(answers):
    """An uploaded image without a name or a type."""
    assert "89504e47" == answers["edit"]


def test_stream(answers):
    """Partial pictures and the finished one."""
    assert ["image_generation.partial_image", "image_generation.completed"] == answers["stream"]


def test_chat(answers):
    """A markdown image in a chat answer."""
    assert answers["chat"]


def test_error(answers):
    """The SDK's own error class with the code."""
    assert ["BadRequestError", "model_not_found"] == answers["error"]
