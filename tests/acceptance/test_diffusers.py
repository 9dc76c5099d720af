"""openai-python against the real server, with real pipeline classes behind it: small ones with random weights."""

import base64
import io
import time
import warnings

import openai
import pytest
from google import genai
from google.genai import types
from PIL import Image

from acceptance.tiny_flux import MODEL, SOURCE, STREAM, bare, streamed
from easel.finishing.recipe import read_recipe
from easel.testing import live_server
from support import opened

EDITOR = "stepfun-ai/step1x-edit"

CARD = """
id = "tiny"
dialect = "openai"
title = "Tiny"
description = "Small pictures."
owner = "Easel's tests"
created = 0

[parameters]
n = { min = 1, max = 4, default = 1 }
steps = { min = 1, max = 5000, default = 6 }
seed = { min = -1, max = 9999999999 }

[sizes]
default = "64x64"
explicit = "free"
min_side = 64

[[routes]]
engine = "diffusers"
"""

# Importing torch and diffusers takes minutes where others keep all cores busy.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def editor(weights, tmp_path_factory):
    """A small Step1X-Edit in a folder of the operator's, checked as `easel pull FOLDER` does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from easel.engines.diffusers.repository import seal
        from unit.engines.diffusers.step1x import publish_step1x

        folder = publish_step1x(tmp_path_factory.mktemp("editor") / "step1x")
        seal(folder)
    return folder


@pytest.fixture(scope="module")
def server(weights, editor, tmp_path_factory):
    """The server; its settings name the folder of weights, of an editor, and a card for small pictures."""
    cards = tmp_path_factory.mktemp("cards")
    (cards / "tiny.toml").write_text(CARD + f'source = "{SOURCE}"\n', encoding="utf-8")
    routes = cards / "routes"
    routes.write_text(f'[["{EDITOR}"]]\nengine = "diffusers"\nsource = "{editor}"\n', encoding="utf-8")
    env = {
        "EASEL_WEIGHTS_DIR": str(weights), "EASEL_MODELS_DIR": str(cards), "EASEL_ROUTES": str(routes),
        "OMP_NUM_THREADS": "1", "EASEL_MODERATION": "off",
    }  # fmt: skip
    with live_server(tmp_path_factory.mktemp("server"), env=env) as running:
        yield running


@pytest.fixture(scope="module")
def client(server):
    """The SDK with its base URL changed and nothing else."""
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key, max_retries=0) as opened_client:
        yield opened_client


def test_the_picture_is_the_pipelines_own(client, weights):
    """Seed, steps and guidance go through the server into the pipeline, and its pixels come back in a PNG."""
    answer = client.images.generate(
        model=MODEL, prompt="a red fox", size="256x256", response_format="b64_json",
        extra_body={"seed": 5, "steps": 2, "guidance_scale": 3.5},
    )  # fmt: skip
    expected = bare(weights, prompt="a red fox", width=256, height=256, num_inference_steps=2, guidance_scale=3.5)
    picture = opened(base64.b64decode(answer.data[0].b64_json))
    assert expected.tobytes() == picture.convert("RGB").tobytes()


def test_it_streams_unfinished_pictures(client):
    """Two unfinished pictures, then the finished one."""
    assert STREAM == streamed(client)


def test_gemini_streams_unfinished_pictures_as_thoughts(server):
    """google-genai asks for thoughts: two unfinished pictures come as such, then the finished one."""
    options = types.HttpOptions(base_url=server.url)
    wish = types.GenerateContentConfig(thinking_config=types.ThinkingConfig(include_thoughts=True), seed=5)
    with genai.Client(api_key=server.key, http_options=options) as google:
        chunks = google.models.generate_content_stream(model="tiny", contents="a red fox", config=wish)
        parts = [part for chunk in chunks for part in chunk.candidates[0].content.parts]
    assert [True, True, None] == [part.thought for part in parts]
    pictures = [opened(part.inline_data.data).convert("RGB") for part in parts]
    assert [(64, 64)] * 3 == [picture.size for picture in pictures]
    assert 3 == len({picture.tobytes() for picture in pictures})


def test_who_leaves_makes_room(client):
    """A stream of thousands of steps is left after a quarter of them: an odd size that waits for the device is painted
    before the other three quarters could have been.
    """
    began = time.monotonic()
    stream = client.images.generate(
        model="tiny", prompt="a red fox", size="64x64", stream=True, partial_images=3, extra_body={"steps": 2000},
    )  # fmt: skip
    assert 0 == next(iter(stream)).partial_image_index
    quarter = time.monotonic() - began
    stream.close()
    answer = client.images.generate(model="tiny", prompt="a hen", size="64x80", extra_body={"steps": 1})
    assert 1 == len(answer.data)
    assert time.monotonic() - began < 3 * quarter


def test_an_edit_with_a_mask_repaints_the_masked_part_only(client):
    """What the mask keeps is the uploaded picture, byte for byte; the rest is not."""
    start = Image.linear_gradient("L").convert("RGB")
    mask = Image.new("RGBA", start.size, (0, 0, 0, 255))
    mask.paste((0, 0, 0, 0), (0, 0, 128, 256))
    answer = client.images.edit(
        model=MODEL, prompt="a red fox", image=png(start), mask=png(mask), size="256x256", response_format="b64_json",
        extra_body={"seed": 5, "steps": 2},
    )  # fmt: skip
    picture = opened(base64.b64decode(answer.data[0].b64_json)).convert("RGB")
    kept, painted = ((128, 0, 256, 256), (0, 0, 128, 256))
    assert start.crop(kept).tobytes() == picture.crop(kept).tobytes()
    assert start.crop(painted).tobytes() != picture.crop(painted).tobytes()


def test_step1x_edits_with_its_own_weights(client):
    """As docs/diffusers.md says: the operator's routes name its weights, and the id is served by them."""
    start = Image.linear_gradient("L").resize((96, 64)).convert("RGB")
    answer = client.images.edit(
        model=EDITOR, prompt="make it red", image=png(start), response_format="b64_json",
        extra_body={"seed": 5, "steps": 1},
    )  # fmt: skip
    data = base64.b64decode(answer.data[0].b64_json.partition(",")[2] or answer.data[0].b64_json)
    details = read_recipe(data).details
    assert ("Step1XEditPipeline", "step1x") == (details["pipeline"], details["weights"])
    assert (96, 64) == opened(data).size


def test_what_the_pipeline_ignores_is_named(client):
    """FLUX has no use for a strength without a picture to start from: the header says so."""
    answer = client.images.with_raw_response.generate(
        model=MODEL, prompt="a red fox", size="256x256", extra_body={"seed": 5, "steps": 1, "strength": 0.4}
    )
    assert "strength" == answer.headers["easel-ignored"]


def test_words_beyond_the_limit_are_told(client):
    """FLUX reads 512 tokens: the recipe in the file says what was read, and names the words after it."""
    words = [f"w{number}" for number in range(200)]
    answer = client.images.generate(
        model=MODEL, prompt=" ".join(words), size="256x256", response_format="b64_json",
        extra_body={"seed": 5, "steps": 1},
    )  # fmt: skip
    recipe = read_recipe(base64.b64decode(answer.data[0].b64_json))
    read = recipe.revised_prompt.split()
    assert 0 < len(read) < len(words)
    assert words[: len(read)] == read
    assert words[len(read) : len(read) + 50] == list(recipe.unpainted[:50])


def png(image):
    """A picture as an uploaded file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return ("image.png", buffer.getvalue(), "image/png")
