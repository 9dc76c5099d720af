"""The vendors' own Python, curl and JavaScript samples, run as they stand with only the host and the key changed.

The vendors' documents are not part of this repository: name the folder that holds them in EASEL_SEEDS.
"""

import functools
import http.server
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import requests
import yaml

from easel.testing import live_server
from support import is_painted, opened

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("EASEL_SEEDS", ROOT.parent / "shared" / "seeds"))
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the vendors' documents are not here: name their folder in EASEL_SEEDS"
)
HOSTS = ("https://api.minimaxi.com", "https://api.modelverse.cn", "https://api.xty.app", "https://api.modelmax.io")
PICTURE_HOST = "https://cdn.hailuoai.com"


def sample(number: str, start: str, end: str, nth: int = 0) -> str:
    """The nth text of one document from `start` to `end`, both included."""
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
    found = re.findall(re.escape(start) + r".*?" + re.escape(end), text, re.DOTALL)
    return found[nth]


@pytest.fixture(scope="module")
def picture_server(tmp_path_factory, portrait):
    """A loopback web server that has a portrait under every path, in place of the vendor's picture host."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(portrait)))
            self.end_headers()
            self.wfile.write(portrait)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(scope="module")
def local(tmp_path_factory, picture_server):
    """A server that may open the portrait's URL, and the change of hosts that the samples get."""
    trusted = picture_server.removeprefix("http://")
    with live_server(tmp_path_factory.mktemp("server"), env={"EASEL_FETCH_TRUSTED_HOSTS": trusted}) as server:
        changes = {host: server.url for host in HOSTS} | {PICTURE_HOST: picture_server}
        for placeholder in ("<你的API Key>", "sk-xxxxx", "your-key", "<API_KEY>"):
            changes[placeholder] = server.key
        yield server, functools.partial(functools.reduce, lambda text, c: text.replace(*c), changes.items())


def run(command: list[str], folder: Path, server) -> str:
    """Run a sample; returns what it printed."""
    keys = dict.fromkeys(("MINIMAX_API_KEY", "MODELMAX_API_KEY", "API_KEY"), server.key)
    env = {**os.environ, **keys, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=90, check=False)
    assert 0 == done.returncode, done.stderr
    return done.stdout


def run_python(text: str, folder: Path, server) -> str:
    """Run a Python sample."""
    (folder / "sample.py").write_text(text, encoding="utf-8")
    return run([sys.executable, "sample.py"], folder, server)


def fetch(url: str) -> bytes:
    """A picture's bytes."""
    answer = requests.get(url, timeout=30)
    answer.raise_for_status()
    return answer.content


@pytest.mark.parametrize("nth", [0, 1], ids=["text to image", "subject reference"])
def test_minimax_python(nth, local, tmp_path):
    """Both Python samples of the guide write JPEG files of 1280 x 720."""
    server, change = local
    run_python(
        change(sample("000", "import base64", "b64decode(images[i]))", nth).replace("\n  ", "\n")), tmp_path, server
    )
    picture = opened((tmp_path / "output-0.jpeg").read_bytes())

    assert ("JPEG", (1280, 720)) == (picture.format, picture.size)
    assert is_painted((tmp_path / "output-0.jpeg").read_bytes())


def test_minimax_openapi_example(local):
    """The request example of the OpenAPI document: three pictures with the prompt optimiser on."""
    server, _ = local
    text = sample("001", "openapi: 3.1.0", "````")[: -len("````")]
    body = yaml.safe_load(text)["components"]["schemas"]["ImageGenerationReq"]["example"]
    headers = {"Authorization": f"Bearer {server.key}"}
    answer = requests.post(f"{server.url}/v1/image_generation", json=body, headers=headers, timeout=60).json()

    assert {"failed_count": "0", "success_count": "3"} == answer["metadata"]
    assert {"status_code": 0, "status_msg": "success"} == answer["base_resp"]
    assert all(is_painted(fetch(url)) for url in answer["data"]["image_urls"])


def test_modelverse_curl(local, tmp_path):
    """The curl sample."""
    server, change = local
    text = change(sample("002", "curl --location", "}'"))
    answer = json.loads(run(["bash", "-c", text], tmp_path, server))

    assert {"created", "data", "usage"} <= set(answer)
    assert is_painted(fetch(answer["data"][0]["url"]))


def test_modelverse_python(local, tmp_path):
    """The sample with the OpenAI SDK prints the picture's address."""
    server, change = local
    out = run_python(change(sample("002", "import os\nfrom openai", "img_data.url)")), tmp_path, server)

    assert is_painted(fetch(re.search(r"http://\S+", out)[0]))


def chat_pictures(text: str) -> list[bytes]:
    """The pictures that a printed chat answer links to."""
    return [fetch(url) for url in re.findall(r"!\[[^\]]*\]\((http[^)\s]+)\)", text)]


def test_gemini_curl(local, tmp_path):
    """The curl sample: two choices of 2K pictures."""
    server, change = local
    pictures = chat_pictures(run(["bash", "-c", change(sample("003", "curl https://", "}'"))], tmp_path, server))

    assert [(2752, 1536)] * 2 == [opened(data).size for data in pictures]


@pytest.mark.parametrize(
    ("start", "end"),
    [("import requests", "print(response.json())"), ("from openai import OpenAI", "print(response)")],
    ids=["requests", "openai"],
)
def test_gemini_python(start, end, local, tmp_path):
    """Both Python samples: two pictures, one in each choice."""
    server, change = local
    out = run_python(change(sample("003", start, end)), tmp_path, server)

    assert 2 == len(chat_pictures(out.replace("\\n", "\n")))


def test_gemini_javascript(local, tmp_path, node):
    """The JavaScript sample with fetch."""
    server, change = local
    text = change(sample("003", 'fetch("https://', ".then(data => console.log(data));"))
    text = text.replace("console.log(data)", "console.log(JSON.stringify(data))")
    (node / "gemini.mjs").write_text(text, encoding="utf-8")

    assert 2 == len(chat_pictures(run(["node", "gemini.mjs"], node, server)))


def test_modelmax_curl(local, tmp_path):
    """The curl sample."""
    server, change = local
    answer = json.loads(run(["bash", "-c", change(sample("004", "curl -X POST", "}'"))], tmp_path, server))

    assert (1024, 1024) == opened(fetch(answer["data"][0]["url"])).size
    assert answer["data"][0]["revised_prompt"]
    assert {"prompt_tokens", "completion_tokens", "total_tokens"} <= set(answer["usage"])


def test_modelmax_python(local, tmp_path):
    """The sample with the OpenAI SDK."""
    server, change = local
    text = change(sample("004", "from openai import OpenAI\nclient", "print(response.data[0].url)"))

    assert is_painted(fetch(run_python(text, tmp_path, server).strip()))


def test_modelmax_javascript(local, tmp_path, node):
    """The sample with the npm OpenAI SDK."""
    server, change = local
    text = change(sample("004", 'import OpenAI from "openai";', "console.log(response.data[0].url);"))
    (node / "modelmax.mjs").write_text(text, encoding="utf-8")

    assert is_painted(fetch(run(["node", "modelmax.mjs"], node, server).strip()))
