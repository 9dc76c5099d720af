"""A server that relays to a second Easel: any dialect in, any vendor's API out, with real servers and the painter."""

import base64
import io
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import requests
from PIL import Image

from easel.finishing.metadata import read_metadata
from easel.finishing.recipe import read_recipe
from easel.testing import LiveServer, live_server
from support import easel

VENDOR_KEY = "canary-key-of-the-vendors"
#: The second server's model behind each vendor's API.
MODELS = {
    "minimax": "image-01", "modelverse": "black-forest-labs/flux.1-dev", "openai": "imagen-3",
    "xty": "gemini-3.1-flash-image-preview", "openrouter": "google/gemini-3.1-flash-image-preview",
    "gemini": "gemini-3.1-flash-image-preview",
}  # fmt: skip
DIALECTS = ("minimax", "modelverse", "openai", "gemini_chat", "gemini_native")
CARD = """
id = "{dialect}-by-{vendor}"
dialect = "{dialect}"
title = "x"
description = "x"
owner = "x"
created = 1
price_micros = 5000

[parameters]
n = {{ min = 1, max = 9, default = 1 }}
seed = {{}}
negative_prompt = {{}}

[references.input]
max = 4

[references.mask]
max = 1

[sizes]
default = "512x512"
explicit = "free"

[sizes.ratios.1K]
"1:1" = "1024x1024"
"16:9" = "1344x768"

[[routes]]
engine = "{vendor}"
source = "{source}"
cost_micros = 2000
"""


@dataclass
class Pair:
    """The relay, the server behind it, and where the relay keeps its things."""

    relay: LiveServer
    vendor: LiveServer
    folder: Path

    def post(self, path: str, body: dict, *, server: LiveServer | None = None, **more) -> requests.Response:
        """Ask the relay, or the server behind it."""
        server = server or self.relay
        key = server.key if server is self.relay else VENDOR_KEY
        headers = {"Authorization": f"Bearer {key}"}
        answer = requests.post(server.url + path, json=body, headers=headers, timeout=100, **more)
        assert answer.status_code == 200, answer.text
        return answer


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Two servers; the first has a model for each dialect by each vendor, and takes all pictures from the second."""
    folder = tmp_path_factory.mktemp("pair")
    cards = folder / "cards"
    cards.mkdir()
    for vendor, source in MODELS.items():
        for dialect in DIALECTS:
            text = CARD.format(dialect=dialect, vendor=vendor, source=source)
            (cards / f"{dialect}-{vendor}.toml").write_text(text)
    with live_server(folder / "vendor", key=VENDOR_KEY) as vendor:
        env = {"EASEL_MODELS_DIR": str(cards), "EASEL_PAINTER_PROCESSES": "1"}
        for name in MODELS:
            version = "/v1" if name in ("openai", "xty", "openrouter") else ""
            env |= {f"EASEL_{name.upper()}_URL": vendor.url + version,
                    f"EASEL_{name.upper()}_KEYS": VENDOR_KEY}  # fmt: skip
        with live_server(folder / "relay", env=env) as relay:
            yield Pair(relay, vendor, folder)


def asked(dialect: str, model: str, n: int = 1, **more: object) -> tuple[str, dict]:
    """The path and the body of one request in a dialect."""
    if dialect == "minimax":
        return "/v1/image_generation", {
            "model": model,
            "prompt": "a red house",
            "n": n,
            "response_format": "base64",
            **more,
        }
    if dialect == "gemini_chat":
        body = {
            "model": model,
            "messages": [{"role": "user", "content": "a red house"}],
            "n": n,
            "easel": {"markdown": "data"},
        }
        return "/v1/chat/completions", {**body, **more}
    if dialect == "gemini_native":
        config = {"candidateCount": n, **more}
        body = {"contents": [{"parts": [{"text": "a red house"}]}], "generationConfig": config}
        return f"/v1beta/models/{model}:generateContent", body
    body = {"model": model, "prompt": "a red house", "n": n, "response_format": "b64_json", **more}
    return "/v1/images/generations", body


def pictures(dialect: str, answer: requests.Response) -> list[bytes]:
    """The picture files in an answer."""
    value = answer.json()
    if dialect == "minimax":
        texts = value["data"]["image_base64"]
    elif dialect == "gemini_chat":
        texts = [choice["message"]["content"].partition(";base64,")[2].rstrip(")") for choice in value["choices"]]
    elif dialect == "gemini_native":
        texts = [candidate["content"]["parts"][0]["inlineData"]["data"] for candidate in value["candidates"]]
    else:
        texts = [item["b64_json"] for item in value["data"]]
    return [base64.b64decode(text) for text in texts]


def pixels(data: bytes) -> np.ndarray:
    """A file's pixels."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("vendor", MODELS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_any_dialect_by_any_vendor(pair, dialect, vendor):
    """The picture is the second server's, and its recipe says who made it."""
    model = f"{dialect}-by-{vendor}"
    (data,) = pictures(dialect, pair.post(*asked(dialect, model)))
    recipe = read_recipe(data)

    assert (vendor, MODELS[vendor], model) == (recipe.engine, recipe.details["source"], recipe.model)
    assert len(np.unique(pixels(data).reshape(-1, 3), axis=0)) > 100
    is_jpeg = dialect == "minimax" or (vendor == "minimax" and dialect != "openai")
    assert data.startswith(b"\xff\xd8" if is_jpeg else b"\x89PNG")


#: How the second server itself is asked for a 512 x 512 picture in the same file format: dialect, model, fields.
DIRECT = {
    "minimax": ("minimax", {"width": 512, "height": 512}), "modelverse": ("modelverse", {"size": "512x512"}),
    "xty": ("gemini_chat", {"image_config": {"aspect_ratio": "1:1", "image_size": "512"}}),
    "gemini": ("gemini_chat", {"image_config": {"aspect_ratio": "1:1", "image_size": "512"}}),
}  # fmt: skip


@pytest.mark.parametrize("vendor", DIRECT)
def test_seeds_are_carried(pair, vendor):
    """Picture i has seed + i, however many calls it takes: the same pixels as from the second server itself."""
    n, seed = 6, 77
    relayed = pictures("gemini_chat", pair.post(*asked("gemini_chat", f"gemini_chat-by-{vendor}", n, seed=seed)))
    dialect, fields = DIRECT[vendor]
    last = asked(dialect, MODELS[vendor], 1, **fields, seed=seed + n - 1)
    (direct,) = pictures(dialect, pair.post(*last, server=pair.vendor))

    assert [seed + i for i in range(n)] == [read_recipe(data).seed for data in relayed]
    assert n == len(set(relayed))
    assert np.array_equal(pixels(relayed[-1]), pixels(direct))


def test_subject_references_are_carried(pair, portrait_url):
    """The subject reaches the vendor: the same pixels as from the second server itself."""
    body = {"model": "image-01", "prompt": "a person on a beach", "seed": 5, "response_format": "base64",
            "subject_reference": [{"type": "character", "image_file": portrait_url}]}  # fmt: skip
    path = "/v1/image_generation"
    (relayed,), (direct,) = (
        pictures("minimax", pair.post(path, body, server=server)) for server in (pair.relay, pair.vendor)
    )
    (without,) = pictures("minimax", pair.post(path, {**body, "subject_reference": []}))

    assert np.array_equal(pixels(relayed), pixels(direct))
    assert not np.array_equal(pixels(relayed), pixels(without))


def test_masks_are_carried(pair, portrait):
    """An edit within a mask, by a MiniMax-shaped client's neighbour: what the mask keeps is kept."""
    mask = Image.new("L", (320, 400), 255)
    mask.paste(0, (0, 0, 320, 200))
    buffer = io.BytesIO()
    mask.putalpha(Image.eval(mask, lambda value: 255 - value))
    mask.save(buffer, "PNG")
    answer = requests.post(
        f"{pair.relay.url}/v1/images/edits",
        headers={"Authorization": f"Bearer {pair.relay.key}"},
        data={"model": "openai-by-openai", "prompt": "make it green", "response_format": "b64_json", "size": "320x400"},
        files={"image": ("a.png", portrait), "mask": ("m.png", buffer.getvalue())},
        timeout=100,
    )
    (data,) = pictures("openai", answer)
    before, after = pixels(portrait), pixels(data)

    assert np.array_equal(before[:190], after[:190])
    assert not np.array_equal(before[210:], after[210:])


def test_what_is_not_carried_is_told(pair):
    """A vendor without a place for a wish: the answer names the caller's own field."""
    answer = pair.post(*asked("openai", "openai-by-openai", seed=3, negative_prompt="dogs"))

    assert {"seed", "negative_prompt"} == set(answer.headers["Easel-Ignored"].split(", "))
    assert False is read_recipe(pictures("openai", answer)[0]).details["seed_honoured"]


def test_labels(pair):
    """The second server made the picture, the first one propagates it; one packet says both, and the pixels stay."""
    path, body = asked("minimax", "image-01", seed=8)
    (relayed,), (direct,) = (
        pictures("minimax", pair.post(path, body, server=server)) for server in (pair.relay, pair.vendor)
    )
    first, second = read_metadata(direct).aigc, read_metadata(relayed).aigc

    assert first["ProduceID"] == second["ProduceID"]
    assert first["PropagateID"] != second["PropagateID"]
    assert 1 == relayed.count(b"<TC260:AIGC>")


def test_visible_label(pair):
    """The label that the caller wants is drawn here, once."""
    path, body = asked("minimax", "image-01", seed=8, width=512, height=512)
    (plain,), (marked,) = (
        pictures("minimax", pair.post(path, {**body, "aigc_watermark": mark})) for mark in (False, True)
    )
    changed = np.abs(pixels(plain).astype(int) - pixels(marked)).max(axis=2) > 40
    rows, columns = np.nonzero(changed)

    assert rows.min() > 400
    assert columns.min() > 300


def test_urls_of_the_vendor_are_not_handed_on(pair):
    """The caller gets this server's URL, and the picture behind it is stored here."""
    path, body = asked("modelverse", "black-forest-labs/flux.1-dev", size="512x512")
    (item,) = pair.post(path, {**body, "response_format": "url"}).json()["data"]

    assert item["url"].startswith(pair.relay.url)
    assert requests.get(item["url"], timeout=20).content.startswith(b"\x89PNG")


def test_margin(pair):
    """What the caller paid, what the vendor cost, and what is left, for each job."""
    statement = ("accounts", "statement", "default", "--data-dir", pair.folder / "relay")
    pair.post(*asked("openai", "openai-by-modelverse", 2, size="512x512"))
    lines = json.loads(easel(*statement, "--json"))
    post = [line for line in lines if line["kind"] == "post" and line["model"] == "openai-by-modelverse"][-1]

    assert (2, 10_000, 4_000) == (post["pictures"], post["spent_change_micros"], post["cost_micros"])
    assert "margin" in easel(*statement)


def test_keys_are_nowhere(pair):
    """No vendor's key in the relay's logs, metrics, files or database."""
    metrics = requests.get(f"{pair.relay.url}/metrics", timeout=20).content
    kept = {path: path.read_bytes() for path in (pair.folder / "relay").rglob("*") if path.is_file()}

    assert len(kept) > 10
    assert [] == [path for path, data in {**kept, Path("metrics"): metrics}.items() if b"canary-" in data]
