"""Whatever JSON arrives, Google's dialects answer with a job or a RequestError, and can render either."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easel.core.errors import RequestError
from easel.core.job import Job
from easel.core.result import Result
from easel.dialects.gemini_chat import GeminiChat
from easel.dialects.gemini_native import GeminiNative
from easel.dialects.imagen import Imagen
from easel.dialects.wire import WireRequest
from easel.models import load_cards

CARDS = load_cards()
MODELS = [card.id for card in CARDS]
CHAT, NATIVE, IMAGEN = GeminiChat(), GeminiNative(), Imagen()
#: Whole good bodies: hypothesis puts anything at all into each of their places.
CHAT_BODY = {
    "messages": [
        {"role": "system", "content": "aspect_ratio=16:9"},
        {"role": "assistant", "content": "![x](http://h/a.png)", "images": [{"image_url": {"url": "http://h/b.png"}}]},
        {"role": "user", "content": [{"type": "text", "text": "a cat"}, {"image_url": {"url": "data:,"}}]},
    ],
    "n": 1, "size": "1x1", "seed": 1, "stream": False, "stream_options": {"include_usage": True},
    "modalities": ["image"], "google": {"imageConfig": {"aspectRatio": "1:1"}}, "image_config": {"image_size": "2k"},
    "extra_body": {
        "google": {"image_config": {"aspect_ratio": "1:1"}, "response_format": {"image": {"aspect_ratio": "1:1"}}},
        "easel": {"markdown": "data"},
    },
}  # fmt: skip
NATIVE_BODY = {
    "contents": [
        {"role": "model", "parts": [{"inlineData": {"data": "AAAA", "mime_type": "image/png"}}]},
        {"role": "user", "parts": [{"text": "a cat"}, {"file_data": {"fileUri": "http://h/a.png"}, "thought": False}]},
    ],
    "systemInstruction": {"parts": [{"text": "kindly"}]},
    "generation_config": {
        "candidateCount": 1, "seed": 1, "responseModalities": ["TEXT", "IMAGE"],
        "imageConfig": {"aspectRatio": "1:1", "imageSize": "1K", "imageOutputOptions": {"mimeType": "image/png"}},
        "responseFormat": {"image": {"aspect_ratio": "1:1"}},
    },
}  # fmt: skip
IMAGEN_BODY = {
    "instances": [
        {
            "prompt": "a cat", "image": {"bytesBase64Encoded": "AAAA"},
            "referenceImages": [{"referenceType": "REFERENCE_TYPE_RAW", "referenceImage": {"gcsUri": "gs://a"}}],
        }
    ],
    "parameters": {"sampleCount": 1, "guidanceScale": 1.5, "outputOptions": {"mimeType": "image/png"}},
}  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=8), st.sampled_from(["1:1", "16:9", "2K", "![](http://a)", "](", "user", "\0", "🎨"])
)
NUMBERS = st.one_of(st.integers(), st.floats(), st.sampled_from([0, -1, 2**63, -(2**63) - 1, 10**40]))
ANY_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(TEXTS, st.sampled_from(["parts", "role", "content", "url", "text"])), inner, max_size=3
        ),
    ),
    max_leaves=6,
)


def places(value: object, path: tuple = ()) -> list[tuple]:
    """The path of every value within a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, item in inner for deeper in places(item, (*path, key)))]


def replaced(value: object, path: tuple, new: object) -> object:
    """The same JSON value with another one at `path`."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


def answer(dialect: GeminiChat | GeminiNative | Imagen, path: str, model: str, body: bytes) -> None:
    """Decode and encode; anything but a job or a RequestError fails the test."""
    request = WireRequest(method="POST", path=path, path_params={"model": model}, body=body)
    try:
        job = dialect.decode(request, CARDS)
    except RequestError as error:
        response = dialect.encode_error(error, "request")
    else:
        assert isinstance(job, Job)
        json.dumps(dict(job.reply))
        response = dialect.encode(Result(job=job, pictures=()))
    assert json.loads(response.body)
    assert "".join(response.headers.values()).isascii()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    case=st.sampled_from([(CHAT, CHAT_BODY), (NATIVE, NATIVE_BODY), (IMAGEN, IMAGEN_BODY)]),
    model=st.sampled_from(MODELS), data=st.data(),
)  # fmt: skip
def test_anything_anywhere(case, model: str, data: st.DataObject) -> None:
    """Any JSON in up to three places of a good body, for any vendor's model."""
    dialect, body = case
    for _ in range(data.draw(st.integers(1, 3))):
        body = replaced(body, data.draw(st.sampled_from(places(body))), data.draw(ANY_JSON))
    if isinstance(body, dict) and dialect is CHAT:
        body.setdefault("model", model)
    answer(dialect, "/x:streamGenerateContent", model, json.dumps(body).encode())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    dialect=st.sampled_from([CHAT, NATIVE, IMAGEN]), model=st.one_of(TEXTS, st.sampled_from(MODELS)),
    body=st.one_of(st.binary(max_size=50), ANY_JSON.map(lambda value: json.dumps(value).encode())),
)  # fmt: skip
def test_any_bytes(dialect, model: str, body: bytes) -> None:
    """Bodies that are no JSON, or JSON of any shape."""
    answer(dialect, "/x:generateContent", model, body)


@pytest.mark.parametrize("dialect", [CHAT, NATIVE, IMAGEN], ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("opening", ['{"contents":', "[", '{"messages":[{"content":', '{"extra_body":'])
def test_deep_nesting(dialect, opening: str) -> None:
    """A hundred thousand levels are refused like any other broken body."""
    answer(dialect, "/x:generateContent", MODELS[0], (opening * 100_000).encode())
