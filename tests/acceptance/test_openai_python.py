"""openai-python against the real server."""

import base64
import io
import re

import openai
import pytest
import requests
from PIL import Image

from support import is_painted, opened

GEMINI = "gemini-3.1-flash-image-preview"


@pytest.fixture(scope="module")
def client(server):
    """The SDK with its base URL changed and nothing else."""
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key, max_retries=0) as opened_client:
        yield opened_client


def test_url(client):
    """A picture by URL, with its revised prompt; the URL needs no key."""
    answer = client.images.generate(model="imagen-3", prompt="A watercolor painting of a mountain lake", n=2)
    files = [requests.get(image.url, timeout=30) for image in answer.data]

    assert ["image/png"] * 2 == [file.headers["content-type"] for file in files]
    assert {"nosniff"} == {file.headers["x-content-type-options"] for file in files}
    assert all(is_painted(file.content) for file in files)
    assert files[0].content != files[1].content
    assert answer.data[0].revised_prompt
    assert answer.usage is not None


@pytest.mark.parametrize(("output_format", "kind"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")])
def test_base64_and_formats(client, output_format, kind):
    """base64 in each output format, at the size that was asked for."""
    answer = client.images.generate(
        model="imagen-3", prompt="a red house on a hill", size="512x768", response_format="b64_json",
        output_format=output_format, output_compression=70,
    )  # fmt: skip
    picture = opened(base64.b64decode(answer.data[0].b64_json))

    assert (kind, (512, 768)) == (picture.format, picture.size)


def test_same_seed_same_bytes(client):
    """One seed, one picture; another seed, another one."""

    def make(seed):
        answer = client.images.generate(
            model="imagen-3", prompt="a cat", size="256x256", response_format="b64_json", extra_body={"seed": seed}
        )
        return answer.data[0].b64_json

    assert make(5) == make(5)
    assert make(5) != make(6)


def test_transparent_background(client):
    """A transparent background has transparent corners and a subject."""
    answer = client.images.generate(
        model="imagen-3", prompt="a red apple", size="512x512", background="transparent", response_format="b64_json"
    )
    alpha = opened(base64.b64decode(answer.data[0].b64_json)).convert("RGBA").getchannel("A")

    assert 0 == alpha.getpixel((0, 0))
    assert 255 == alpha.getextrema()[1]


def test_stream_with_partial_images(client):
    """Partial pictures come first, each a picture, then the finished one with usage."""
    stream = client.images.generate(
        model="imagen-3", prompt="a castle at night", size="512x512", stream=True, partial_images=2
    )
    events = list(stream)

    assert ["image_generation.partial_image"] * 2 + ["image_generation.completed"] == [e.type for e in events]
    assert [0, 1] == [e.partial_image_index for e in events[:2]]
    assert all((512, 512) == opened(base64.b64decode(e.b64_json)).size for e in events)
    assert events[-1].usage is not None


def test_error_before_a_stream(client):
    """A stream that cannot begin is a plain error with its own status."""
    with pytest.raises(openai.BadRequestError, match="size"):
        client.images.generate(model="imagen-3", prompt="a castle", size="1x1", stream=True)


def test_edit_with_mask(client, portrait):
    """Outside of the mask the picture stays as it was."""
    mask = Image.new("RGBA", (320, 400), (0, 0, 0, 255))
    mask.paste((0, 0, 0, 0), (0, 200, 320, 400))
    buffer = io.BytesIO()
    mask.save(buffer, "PNG")
    answer = client.images.edit(
        model="imagen-3", image=portrait, mask=buffer.getvalue(), prompt="a field of sunflowers",
        response_format="b64_json",
    )  # fmt: skip
    before, after = opened(portrait), opened(base64.b64decode(answer.data[0].b64_json)).convert("RGB")

    assert before.size == after.size
    assert before.crop((0, 0, 320, 190)).tobytes() == after.crop((0, 0, 320, 190)).tobytes()
    assert before.crop((0, 220, 320, 400)).tobytes() != after.crop((0, 220, 320, 400)).tobytes()


def test_edit_with_several_images(client, portrait):
    """Several images, sent as nameless files, are all taken."""
    images = [io.BytesIO(portrait), io.BytesIO(portrait)]
    answer = client.images.edit(model="imagen-3", image=images, prompt="make it night", response_format="b64_json")

    assert is_painted(base64.b64decode(answer.data[0].b64_json))


def test_models(client):
    """The list of models, and one of them."""
    ids = {model.id for model in client.models.list()}

    assert {"imagen-3", "image-01", "image-01-live", GEMINI, "black-forest-labs/flux.1-dev"} <= ids
    assert "imagen-3" == client.models.retrieve("imagen-3").id


@pytest.mark.parametrize("model", ["black-forest-labs/flux.1-dev", "image-01", GEMINI])
def test_any_model(client, model):
    """Any model answers on the images route when its card can generate."""
    answer = client.images.generate(model=model, prompt="a sailing boat on the sea")

    assert is_painted(requests.get(answer.data[0].url, timeout=30).content)


def test_modelverse_parameters(client):
    """Modelverse's own parameters through extra_body; model ids match without case."""
    answer = client.images.generate(
        model="black-forest-labs/FLUX.1-dev", prompt="three white sheep", size="768x512",
        extra_body={"steps": 20, "guidance_scale": 3.5, "seed": 7},
    )  # fmt: skip

    assert (768, 512) == opened(requests.get(answer.data[0].url, timeout=30).content).size


def test_errors(client, server):
    """The SDK's own exceptions, with codes that programs can read."""
    with pytest.raises(openai.BadRequestError) as unknown:
        client.images.generate(model="no-such-model", prompt="a cat")
    with pytest.raises(openai.BadRequestError) as field:
        client.images.generate(model="imagen-3", prompt="a cat", n=11)
    with (
        openai.OpenAI(base_url=f"{server.url}/v1", api_key="wrong") as stranger,
        pytest.raises(openai.AuthenticationError) as key,
    ):
        stranger.images.generate(model="imagen-3", prompt="a cat")

    assert "model_not_found" == unknown.value.code
    assert "n" == field.value.param
    assert "invalid_api_key" == key.value.code
    assert key.value.request_id


def images_of(text: str) -> list[str]:
    """The addresses of all markdown images."""
    return re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", text)


def test_chat(client):
    """Each choice holds one markdown image whose URL needs no key."""
    answer = client.chat.completions.create(
        model=GEMINI, n=2, messages=[{"role": "user", "content": "一只可爱的橙色小猫坐在彩虹桥上,卡通风格"}],
        extra_body={"extra_body": {"google": {"image_config": {"aspect_ratio": "16:9", "image_size": "1K"}}}},
    )  # fmt: skip
    urls = [images_of(choice.message.content) for choice in answer.choices]
    pictures = [opened(requests.get(found[0], timeout=30).content) for found in urls]

    assert [1, 1] == [len(found) for found in urls]
    assert [(1344, 768)] * 2 == [picture.size for picture in pictures]
    assert {"stop"} == {choice.finish_reason for choice in answer.choices}


def test_chat_stream(client):
    """Streamed, the markdown image arrives whole in one chunk."""
    stream = client.chat.completions.create(
        model=GEMINI, messages=[{"role": "user", "content": "a red fox"}], stream=True
    )
    chunks = [chunk for chunk in stream]
    texts = [c.choices[0].delta.content or "" for c in chunks if c.choices]

    assert 1 == sum(bool(images_of(text)) for text in texts)
    assert "stop" in [c.choices[0].finish_reason for c in chunks if c.choices]


def test_chat_edit_over_turns(client, server):
    """The picture of an earlier turn, linked in markdown, is edited and keeps its size."""
    first = {"role": "user", "content": "a red house on a green meadow"}
    extra = {"extra_body": {"google": {"image_config": {"aspect_ratio": "3:2"}}}}
    answer = client.chat.completions.create(model=GEMINI, messages=[first], extra_body=extra)
    said = answer.choices[0].message.content
    again = client.chat.completions.create(
        model=GEMINI,
        messages=[first, {"role": "assistant", "content": said}, {"role": "user", "content": "make it night"}],
    )
    before = opened(requests.get(images_of(said)[0], timeout=30).content).convert("L")
    after = opened(requests.get(images_of(again.choices[0].message.content)[0], timeout=30).content).convert("L")

    assert (1248, 832) == before.size == after.size
    assert sum(after.resize((8, 8)).tobytes()) < sum(before.resize((8, 8)).tobytes())


def test_chat_images_on_request(client, portrait_url):
    """`modalities` asks for message.images with data URLs; an input image in parts is followed in size."""
    content = [
        {"type": "image_url", "image_url": {"url": portrait_url}},
        {"type": "text", "text": "turn it into a watercolor"},
    ]
    answer = client.chat.completions.create(
        model=GEMINI, messages=[{"role": "user", "content": content}], modalities=["text", "image"]
    )
    images = answer.choices[0].message.model_extra["images"]
    data = images[0]["image_url"]["url"]

    assert data.startswith("data:image/")
    assert (320, 400) == opened(base64.b64decode(data.partition(",")[2])).size
