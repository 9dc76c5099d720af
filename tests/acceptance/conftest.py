"""The real server with the real painter, for clients that other people wrote."""

import base64
import importlib.util
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from acceptance import tiny_flux
from easel.testing import live_server

JS = Path(__file__).parent / "js"


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for all acceptance tests."""
    with live_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="session")
def weights(tmp_path_factory) -> Path:
    """The folder of weights of a small FLUX; skipped where torch is not installed."""
    lacking = [name for name in tiny_flux.NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        pytest.skip(f"needs {', '.join(lacking)}: pip install torch==2.13.0, then pip install 'easel[diffusers]'")
    folder = tmp_path_factory.mktemp("weights")
    tiny_flux.publish_weights(folder)
    return folder


@pytest.fixture(scope="session")
def portrait() -> bytes:
    """A PNG with a blue figure on a plain ground: something with a subject."""
    image = Image.new("RGB", (320, 400), (225, 214, 196))
    draw = ImageDraw.Draw(image)
    draw.ellipse((110, 60, 210, 180), fill=(224, 172, 132))
    draw.rectangle((80, 180, 240, 390), fill=(36, 84, 180))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture(scope="session")
def portrait_url(portrait) -> str:
    """The same as a data URL."""
    return "data:image/png;base64," + base64.b64encode(portrait).decode()


@pytest.fixture(scope="session")
def node(tmp_path_factory) -> Path:
    """A folder in which Node finds the `openai` package; skipped where Node or the registry is missing."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node.js is missing: install it (Debian: apt-get install nodejs npm)")
    folder = tmp_path_factory.mktemp("node")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(JS / name, folder)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    installed = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=110, check=False)
    if installed.returncode:
        pytest.skip(f"npm could not install the openai package: {installed.stderr[-300:]}")
    return folder
