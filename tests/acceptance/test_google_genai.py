"""google-genai against the real server, in each way that it addresses one."""

import pytest
from google import genai
from google.genai import errors, types

from support import is_painted, opened

MODEL = "gemini-3.1-flash-image-preview"


def connect(server, **options):
    """The SDK with its base URL changed and nothing else."""
    return genai.Client(api_key=server.key, http_options=types.HttpOptions(base_url=server.url, **options))


def pictures_of(answer) -> list[bytes]:
    """All inline pictures."""
    return [part.inline_data.data for c in answer.candidates for part in c.content.parts if part.inline_data]


@pytest.mark.parametrize("version", [None, "v1", "v1beta"])
def test_generate(server, version):
    """Every API version of the SDK; ratio and size as asked for."""
    client = connect(server, **({"api_version": version} if version else {}))
    answer = client.models.generate_content(
        model=MODEL, contents="a lighthouse at dusk",
        config=types.GenerateContentConfig(
            response_modalities=["IMAGE"], seed=3, image_config=types.ImageConfig(aspect_ratio="16:9", image_size="1K")
        ),
    )  # fmt: skip

    assert [(1344, 768)] == [opened(data).size for data in pictures_of(answer)]
    assert (5, 1120) == (answer.usage_metadata.prompt_token_count, answer.usage_metadata.candidates_token_count)
    assert 5 == client.models.count_tokens(model=MODEL, contents="a lighthouse at dusk").total_tokens


def test_stream(server):
    """The streamed answer holds the picture."""
    client = connect(server)
    pictures = [p for chunk in client.models.generate_content_stream(model=MODEL, contents="a panda")
                for p in pictures_of(chunk)]  # fmt: skip

    assert 1 == len(pictures)
    assert is_painted(pictures[0])


def test_image_in(server, portrait):
    """An image part is the picture to edit; the answer keeps its size."""
    client = connect(server)
    contents = [types.Part.from_bytes(data=portrait, mime_type="image/png"), "make it a pencil drawing"]
    answer = client.models.generate_content(model=MODEL, contents=contents)

    assert (320, 400) == opened(pictures_of(answer)[0]).size


def test_chat_over_turns(server):
    """A chat session edits its own last picture."""
    client = connect(server)
    chat = client.chats.create(model=MODEL)
    first = pictures_of(chat.send_message("a white sailing boat on the sea"))[0]
    second = pictures_of(chat.send_message("make it sunset"))[0]

    assert opened(first).size == opened(second).size
    assert first != second


def test_errors(server):
    """The SDK's own exceptions with the vendor's statuses."""
    client = connect(server)
    with pytest.raises(errors.ClientError) as unknown:
        client.models.generate_content(model="no-such-model", contents="a cat")
    stranger = genai.Client(api_key="wrong", http_options=types.HttpOptions(base_url=server.url))
    with pytest.raises(errors.ClientError) as key:
        stranger.models.generate_content(model=MODEL, contents="a cat")

    assert (404, "NOT_FOUND") == (unknown.value.code, unknown.value.status)
    assert (400, "INVALID_ARGUMENT") == (key.value.code, key.value.status)


def test_models(server):
    """The SDK lists the models under both API versions."""
    for version in ("v1", "v1beta"):
        client = connect(server, api_version=version)
        names = {model.name for model in client.models.list()}

        assert f"models/{MODEL}" in names
