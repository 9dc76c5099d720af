"""The table of errors: every row in every dialect, over HTTP."""

from dataclasses import dataclass, replace

import httpx
import pytest

from easel.core import errors

PNG = "data:image/png;base64,iVBORw0KGgo="


@dataclass(frozen=True)
class Wire:
    """How one dialect is asked, and where its answer tells what went wrong."""

    path: str
    body: dict
    #: The wire name of the number of pictures, and its path in the body.
    n: str
    model_in_path: bool = False

    def with_n(self, value: object) -> dict:
        """The body, asking for `value` pictures."""
        if self.n == "generationConfig.candidateCount":
            return {**self.body, "generationConfig": {"candidateCount": value}}
        return {**self.body, "n": value}

    def with_model(self, model: str) -> tuple[str, dict]:
        """The path and the body, asking for another model."""
        if self.model_in_path:
            return self.path.replace("gemini-3-pro-image-preview", model), self.body
        return self.path, {**self.body, "model": model}


WIRES = {
    "minimax": Wire("/v1/image_generation", {"model": "image-01", "prompt": "a cat"}, "n"),
    "modelverse": Wire("/v1/images/generations", {"model": "black-forest-labs/flux.1-dev", "prompt": "a cat"}, "n"),
    "openai": Wire("/v1/images/generations", {"model": "imagen-3", "prompt": "a cat"}, "n"),
    "gemini_chat": Wire(
        "/v1/chat/completions",
        {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": "a cat"}]},
        "n",
    ),
    "gemini_native": Wire(
        "/v1beta/models/gemini-3-pro-image-preview:generateContent",
        {"contents": [{"parts": [{"text": "a cat"}]}]},
        "generationConfig.candidateCount",
        model_in_path=True,
    ),
}

#: error → dialect → (HTTP status, code). For MiniMax the code is base_resp.status_code, for native Gemini the
#: status, for the others error.code.
TABLE = {
    "balance too low": (
        errors.BalanceTooLow(),
        {"minimax": (200, 1008), "modelverse": (403, "forbidden"), "openai": (402, "insufficient_balance"),
         "gemini_chat": (402, "insufficient_balance"), "gemini_native": (402, None)},
    ),
    "rate limited": (
        errors.RateLimited(retry_after_s=7),
        {"minimax": (200, 1002), "modelverse": (429, "rate_limit"), "openai": (429, "rate_limit_exceeded"),
         "gemini_chat": (429, "rate_limit_exceeded"), "gemini_native": (429, "RESOURCE_EXHAUSTED")},
    ),
    "prompt blocked": (
        errors.PromptBlocked(),
        {"minimax": (200, 1026), "modelverse": (400, "sensitive_check_error"), "openai": (400, "moderation_blocked"),
         "gemini_chat": (400, "prompt_blocked"), "gemini_native": (200, "promptFeedback")},
    ),
    "pictures blocked": (
        errors.PicturesBlocked(),
        {"minimax": (200, 1027), "modelverse": (400, "sensitive_check_error"), "openai": (400, "moderation_blocked"),
         "gemini_chat": (200, "content_filter"), "gemini_native": (200, "IMAGE_SAFETY")},
    ),
    "server full": (
        errors.ServerFull(retry_after_s=3),
        {"minimax": (200, 1041), "modelverse": (503, None), "openai": (503, None), "gemini_chat": (503, None),
         "gemini_native": (503, "UNAVAILABLE")},
    ),
    "engine failed": (
        errors.EngineFailed(),
        {"minimax": (200, 1000), "modelverse": (500, "internal_error"), "openai": (500, None),
         "gemini_chat": (500, None), "gemini_native": (500, "INTERNAL")},
    ),
    "upstream failed": (
        errors.UpstreamFailed(),
        {"minimax": (200, 1033), "modelverse": (500, "model_server_error"), "openai": (502, None),
         "gemini_chat": (502, None), "gemini_native": (502, None)},
    ),
    "cancelled": (
        errors.Cancelled(),
        {"minimax": (200, 1000), "modelverse": (499, "cancelled"), "openai": (499, "cancelled"),
         "gemini_chat": (499, "cancelled"), "gemini_native": (499, "CANCELLED")},
    ),
    "timed out": (
        errors.TimedOut(),
        {"minimax": (200, 1001), "modelverse": (504, "gateway_timeout_error"), "openai": (504, None),
         "gemini_chat": (504, None), "gemini_native": (504, None)},
    ),
}  # fmt: skip
ROWS = [(row, dialect) for row in TABLE for dialect in WIRES]


def code_of(dialect: str, answer: httpx.Response) -> object:
    """What the dialect's own clients look at."""
    body = answer.json()
    if dialect == "minimax":
        return body["base_resp"]["status_code"]
    if dialect == "gemini_native":
        if "promptFeedback" in body:
            return "promptFeedback"
        return body["candidates"][0]["finishReason"] if "candidates" in body else body["error"]["status"]
    if "choices" in body:
        return body["choices"][0]["finish_reason"]
    return body["error"]["code"]


def text_of(dialect: str, answer: httpx.Response) -> str:
    """The error's text."""
    body = answer.json()
    return body["base_resp"]["status_msg"] if dialect == "minimax" else body["error"]["message"]


@pytest.mark.parametrize(("row", "dialect"), ROWS, ids=[f"{row}-{dialect}" for row, dialect in ROWS])
async def test_row(row, dialect, surface, client):
    """Each error has the status and the code of the table, and no dialect ever says `detail`."""
    error, expected = TABLE[row]
    surface.gate.error = error
    status, code = expected[dialect]

    answer = await client.post(WIRES[dialect].path, json=WIRES[dialect].body)

    assert (status, code) == (answer.status_code, code_of(dialect, answer) if code is not None else None)
    assert "detail" not in answer.json()
    assert answer.headers["x-request-id"]
    assert str(error.retry_after_s) == answer.headers.get("retry-after", "None")


@pytest.mark.parametrize("dialect", WIRES)
async def test_field_is_named(dialect, client):
    """A value out of range is an error that names the field."""
    wire = WIRES[dialect]
    answer = await client.post(wire.path, json=wire.with_n(1000))
    expected = {
        "minimax": (200, 2013), "modelverse": (400, "param_error"), "openai": (400, "invalid_value"),
        "gemini_chat": (400, "invalid_value"), "gemini_native": (400, "INVALID_ARGUMENT"),
    }  # fmt: skip

    assert wire.n in text_of(dialect, answer)
    assert expected[dialect][0] == answer.status_code
    if dialect not in ("openai", "gemini_chat"):
        assert expected[dialect][1] == code_of(dialect, answer)


@pytest.mark.parametrize("dialect", ["openai", "gemini_chat"])
async def test_key_for_other_models(dialect, client, surface):
    """A key that may not use the model is told so at the field of the model."""
    surface.keys.who = replace(surface.keys.who, models=frozenset({"image-01"}))
    answer = await client.post(WIRES[dialect].path, json=WIRES[dialect].body)

    assert (403, "model") == (answer.status_code, answer.json()["error"]["param"])


@pytest.mark.parametrize("dialect", WIRES)
async def test_key_missing(dialect, connect):
    """Without a key every dialect refuses in its own words."""
    expected = {"minimax": 200, "modelverse": 401, "openai": 401, "gemini_chat": 401, "gemini_native": 401}
    async with connect() as client:
        answer = await client.post(WIRES[dialect].path, json=WIRES[dialect].body)

    assert expected[dialect] == answer.status_code
    assert answer.json()["base_resp"]["status_code"] == 1004 if dialect == "minimax" else answer.json()["error"]


@pytest.mark.parametrize("dialect", WIRES)
async def test_key_wrong(dialect, connect):
    """A wrong key is refused; the answer never repeats it."""
    expected = {
        "minimax": (200, 2049), "modelverse": (401, "auth_error"), "openai": (401, "invalid_api_key"),
        "gemini_chat": (401, "invalid_api_key"), "gemini_native": (400, "INVALID_ARGUMENT"),
    }  # fmt: skip
    async with connect() as client:
        headers = {"Authorization": "Bearer not-the-right-key"}
        answer = await client.post(WIRES[dialect].path, json=WIRES[dialect].body, headers=headers)

    assert expected[dialect] == (answer.status_code, code_of(dialect, answer))
    assert "not-the-right-key" not in answer.text


@pytest.mark.parametrize("dialect", WIRES)
async def test_model_unknown(dialect, client):
    """An unknown model is told apart from a bad field."""
    model = "black-forest-labs/flux.9" if dialect == "modelverse" else "no-such-model"
    expected = {
        "minimax": (200, 2013), "modelverse": (400, "model_error"), "openai": (400, "model_not_found"),
        "gemini_chat": (400, "model_not_found"), "gemini_native": (404, "NOT_FOUND"),
    }  # fmt: skip
    path, body = WIRES[dialect].with_model(model)
    answer = await client.post(path, json=body)

    assert expected[dialect] == (answer.status_code, code_of(dialect, answer))


@pytest.mark.parametrize("dialect", WIRES)
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"prompt": "\\ud800"}', b"1" * 5000])
async def test_body_is_no_json(dialect, body, client):
    """Broken JSON is a clear error of the caller's, never a 500."""
    answer = await client.post(WIRES[dialect].path, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code in (200, 400)
    assert "JSON" in text_of(dialect, answer)


@pytest.mark.parametrize("dialect", WIRES)
async def test_body_too_large(dialect, connect, surface):
    """A body over the limit is refused before it is read."""
    headers = {"Authorization": f"Bearer {surface.keys.secret}"}
    async with connect(max_body_bytes=1000) as client:
        answer = await client.post(WIRES[dialect].path, content=b" " * 2000, headers=headers)

    assert (200 if dialect == "minimax" else 400 if dialect == "gemini_native" else 413) == answer.status_code
    assert "larger" in text_of(dialect, answer)


PROMPTS = {
    "emoji": "👩‍👩‍👧‍👦 in 🌈", "arabic": "قطة تجلس على جسر", "hindi": "एक बिल्ली", "thai": "แมว", "nul": "a\x00cat",
    "64 KB": "cat " * 16_384, "controls": "\x01\x02\x7f\u200b\u202e", "markup": "<script>alert(1)</script>' OR 1=1--",
}  # fmt: skip


@pytest.mark.parametrize("dialect", WIRES)
@pytest.mark.parametrize("prompt", PROMPTS)
async def test_odd_prompts(dialect, prompt, client):
    """Any text is a picture or a clear error, never a 500."""
    wire, text = WIRES[dialect], PROMPTS[prompt]
    body = dict(wire.body)
    if "messages" in body:
        body["messages"] = [{"role": "user", "content": text}]
    elif "contents" in body:
        body["contents"] = [{"parts": [{"text": text}]}]
    else:
        body["prompt"] = text
    answer = await client.post(wire.path, json=body)

    assert answer.status_code in (200, 400)
    assert "detail" not in answer.json()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/v1/nothing", "error"),
        ("/v1/flux-2-pro", "error"),
        ("/v1beta/nothing", "error"),
        ("/v1/image_generation", "base_resp"),
        ("/", "error"),
    ],
)
async def test_no_such_route(path, key, client):
    """Unknown paths and methods are answered in the shape of the dialect that the path looks like."""
    answer = await client.put(path)

    assert answer.status_code in (404, 405)
    assert key in answer.json()


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/images/generations", "/v1/images/generations"), ("/v1/v1/chat/completions", "/v1/chat/completions"),
        ("/image_generation", "/v1/image_generation"), ("/v1/nothing", None), ("/v1", None),
    ],
)  # fmt: skip
async def test_base_url_is_wrong(path, meant, client):
    """A base URL with no /v1, or with two, is told as what it is."""
    message = (await client.post(path)).json()["error"]["message"]

    assert (f"Did you mean {meant}?" if meant else "at this path.") in message
    assert ("Did you mean" in message) == (meant is not None)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/v1beta/models/gemini-3-pro-image-preview:embedContent", 405),
        ("GET", "/v1/images/generations", 405),
        ("GET", "/v1beta/nothing", 404),
    ],
)
async def test_wrong_method(method, path, status, client):
    """A path that does not take the method says so, in the HTTP status and in the body alike."""
    answer = await client.request(method, path)
    error = answer.json()["error"]

    assert status == answer.status_code
    assert error["code"] in (status, "method_not_supported")
    assert (status == 405) == (method in error["message"])


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v1/tasks/x", "DELETE, GET, HEAD"), ("/v1/images/edits", "POST"), ("/files/x.png", "GET, HEAD"),
        ("/v1beta/models/imagen-3:predict", "GET, HEAD, POST"),
    ],
)  # fmt: skip
async def test_every_method_of_a_path_is_told(path, allowed, client):
    """`Allow` has them all, though each has a route of its own."""
    answer = await client.put(path)

    assert (405, allowed) == (answer.status_code, answer.headers["Allow"])
