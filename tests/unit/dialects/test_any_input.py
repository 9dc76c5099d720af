"""Whatever bytes arrive, a dialect answers with a job or a RequestError, and can render either."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easel.core.errors import RequestError
from easel.core.job import Job
from easel.core.result import Result
from easel.dialects import DIALECTS
from easel.dialects.minimax import ImageGenerationReq
from easel.dialects.modelverse import ModelverseReq
from easel.dialects.openai_images import OpenAIEditReq
from easel.dialects.wire import FormPart, WireRequest
from easel.models import load_cards

CARDS = load_cards()
MODELS = [card.id for card in CARDS]
PATHS = {
    "minimax": ["/v1/image_generation"],
    "modelverse": ["/v1/images/generations"],
    "openai": ["/v1/images/generations", "/v1/images/edits"],
}
BODIES = {"minimax": ImageGenerationReq, "modelverse": ModelverseReq, "openai": OpenAIEditReq}
TEXTS = st.one_of(st.text(max_size=20), st.sampled_from(["1:1", "16:9", "auto", "url", "png", "1024x1024", "\0", "🎨"]))
NUMBERS = st.one_of(st.integers(), st.floats(), st.sampled_from([0, 1, -1, 512, 2**31, 2**63, -(2**63), 10**40]))
ANY_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(TEXTS, st.sampled_from(["image_url", "style_type", "image_file"])), inner, max_size=3
        ),
    ),
    max_leaves=6,
)
PARTS = st.builds(
    FormPart,
    name=st.one_of(TEXTS, st.sampled_from([*OpenAIEditReq.model_fields, "image[]"])),
    data=st.one_of(st.binary(max_size=20), TEXTS.map(str.encode), NUMBERS.map(lambda n: str(n).encode())),
    filename=st.one_of(st.none(), st.text(max_size=5)),
)


def answer(name: str, request: WireRequest) -> None:
    """Decode and encode; anything but a RequestError or a job fails the test."""
    dialect = DIALECTS[name]
    try:
        job = dialect.decode(request, CARDS)
    except RequestError as error:
        response = dialect.encode_error(error, "request")
        assert "detail" not in json.loads(response.body)
    else:
        assert isinstance(job, Job)
        response = dialect.encode(Result(job=job, pictures=()))
        json.dumps(dict(job.reply))
    assert isinstance(json.loads(response.body), dict)
    assert "".join(response.headers.values()).isascii()


@pytest.mark.parametrize("name", PATHS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_bytes(name: str, data: st.DataObject) -> None:
    """Bodies that are no JSON, or JSON of any shape, are refused in the dialect's own words."""
    body = data.draw(st.one_of(st.binary(max_size=50), ANY_JSON.map(lambda value: json.dumps(value).encode())))
    for path in PATHS[name]:
        answer(name, WireRequest(method="POST", path=path, body=body))


@pytest.mark.parametrize("name", PATHS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_values(name: str, data: st.DataObject) -> None:
    """Known fields with any values, for any vendor's model."""
    fields = [field for field in BODIES[name].model_fields if field != "model"]
    values = data.draw(st.dictionaries(st.sampled_from(fields), ANY_JSON, max_size=5))
    body = {"prompt": "a cat", "model": data.draw(st.sampled_from(MODELS)), **values}
    for path in PATHS[name]:
        answer(name, WireRequest(method="POST", path=path, body=json.dumps(body).encode()))


@pytest.mark.parametrize("name", PATHS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(PARTS, max_size=6))
def test_any_form(name: str, parts: list[FormPart]) -> None:
    """Multipart forms of any parts, with a prompt and an image so that many get far."""
    form = (FormPart("prompt", b"a cat"), FormPart("image", b"x", "x"), *parts)
    for path in PATHS[name]:
        answer(name, WireRequest(method="POST", path=path, form=form))


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("field", ["seed", "n", "width", "steps", "strength", "guidance_scale", "output_compression"])
@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 400, "NaN", "Infinity", "-0", "1e-400", "0.1", "true"])
def test_extreme_numbers(name: str, field: str, number: str) -> None:
    """Numbers that no machine type holds are read or refused like any others."""
    for model in MODELS:
        body = f'{{"prompt": "a cat", "height": 512, "model": "{model}", "{field}": {number}}}'.encode()
        for path in PATHS[name]:
            answer(name, WireRequest(method="POST", path=path, body=body))
