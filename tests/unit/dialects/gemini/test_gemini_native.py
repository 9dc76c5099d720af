"""What the golden files of the native dialect do not show: streams, blocks and the lists of models."""

import json

import pytest

from easel.core import errors
from easel.core.errors import InvalidField
from easel.core.result import Started
from easel.dialects.gemini_native import GeminiNative
from easel.dialects.wire import WireRequest

FLASH = "gemini-3.1-flash-image-preview"
CAT = {"role": "user", "parts": [{"text": "a cat"}]}
DIALECT = GeminiNative()


def events(data: bytes) -> list[dict]:
    """The JSON of each event."""
    return [json.loads(text.removeprefix("data: ")) for text in data.decode().split("\n\n") if text]


@pytest.mark.parametrize(
    ("expected", "verb", "alt"),
    [
        ((False, False), "generateContent", ""),
        ((False, False), "generateContent", "sse"),
        ((True, False), "streamGenerateContent", "sse"),
        ((True, False), "streamGenerateContent", "SSE"),
        ((False, True), "streamGenerateContent", ""),
        ((False, True), "streamGenerateContent", "json"),
    ],
)
def test_events_or_array(native, finished, expected: tuple, verb: str, alt: str) -> None:
    """A streamed answer is events if alt=sse asks for them, and one JSON array if not."""
    job = native(CAT, verb=verb, alt=alt)

    assert expected == (job.stream, isinstance(json.loads(DIALECT.encode(finished(job)).body), list))


def test_one_event_for_each_picture(native, finished) -> None:
    """A stream says nothing until a picture is finished, and then one candidate at a time."""
    job = native(CAT, verb="streamGenerateContent", alt="sse", generationConfig={"candidateCount": 3})

    assert b"" == DIALECT.encode_event(Started(job), job)
    chunks = events(DIALECT.encode_event(finished(job, made=2), job))
    assert [0, 1, 2] == [chunk["candidates"][0]["index"] for chunk in chunks]
    assert ["STOP", "STOP", "IMAGE_SAFETY"] == [chunk["candidates"][0]["finishReason"] for chunk in chunks]


@pytest.mark.parametrize(
    ("expected", "error"),
    [
        ("promptFeedback", errors.PromptBlocked()),
        ("candidates", errors.PicturesBlocked()),
        ("error", errors.EngineFailed()),
    ],
)
def test_stream_that_fails(native, expected: str, error: errors.EaselError) -> None:
    """A block is an answer in a stream as well, anything else an error."""
    [event] = events(DIALECT.encode_event(error, native(CAT, verb="streamGenerateContent", alt="sse")))

    assert expected in event


@pytest.mark.parametrize("error", [errors.PromptBlocked(), errors.PicturesBlocked()])
def test_block_before_a_stream_begins(native, error: errors.EaselError) -> None:
    """A block is written as the other answers are: Google's JavaScript SDK fails at an answer that is no event."""
    as_events, as_array, plain = (
        DIALECT.encode_error(error, "r", native(CAT, verb=verb, alt=alt))
        for verb, alt in (("streamGenerateContent", "sse"), ("streamGenerateContent", ""), ("generateContent", ""))
    )

    assert ("text/event-stream", "application/json") == (as_events.media_type, as_array.media_type)
    assert events(as_events.body)[0].keys() == json.loads(as_array.body)[0].keys() == json.loads(plain.body).keys()
    assert FLASH == json.loads(plain.body)["modelVersion"]


def test_text_only_if_asked_for(native, finished) -> None:
    """The picture is the only part unless the caller names TEXT."""
    for modalities, expected in ((None, 1), ([], 1), (["IMAGE"], 1), (["Text", "Image"], 2)):
        job = native(CAT, generationConfig={"responseModalities": modalities})
        [candidate] = json.loads(DIALECT.encode(finished(job)).body)["candidates"]
        assert expected == len(candidate["content"]["parts"])


def test_both_spellings_at_once(native) -> None:
    """The documented spelling wins and the other one is named."""
    job = native(CAT, generationConfig={"candidateCount": 2, "candidate_count": 3})

    assert (2, ("generationConfig.candidate_count",)) == (job.n, job.ignored)


def test_field_is_named_as_spelled(native) -> None:
    """An error names the field in the caller's own spelling, also where the two are mixed."""
    with pytest.raises(InvalidField, match=r"^contents\[0\]\.parts\[0\]\.inline_data\.data: "):
        native({"parts": [{"inline_data": {"mimeType": "image/png", "data": 3}}]})
    with pytest.raises(InvalidField, match=r"^generation_config\.imageConfig\.image_size: must be one of 512, 1K"):
        native(CAT, generation_config={"imageConfig": {"image_size": "8K"}})


def test_thoughts_are_no_pictures_to_edit(native) -> None:
    """What the model painted on the way is not what the user wants to change."""
    picture = {"inlineData": {"data": "AAAA"}}
    job = native(CAT, {"role": "model", "parts": [picture, {**picture, "thought": True}]}, CAT)

    assert ["contents[1].parts[0].inlineData.data"] == [reference.field for reference in job.references]


@pytest.mark.parametrize("wrap", [lambda body: body, lambda body: {"generateContentRequest": body}])
def test_tokens_counted(wrap, cards, finished) -> None:
    """The count of a request is what its answer reports of it, the request bare or in an object of its own."""
    picture = {"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgo="}}
    body = {"contents": [{"parts": [picture, {"text": "make it night"}]}]}
    path = f"/v1beta/models/{FLASH}"
    asked, counted = (
        DIALECT.decode(
            WireRequest(
                method="POST", path=f"{path}:{verb}", path_params={"model": FLASH}, body=json.dumps(sent).encode()
            ),
            cards,
        )
        for verb, sent in (("generateContent", body), ("countTokens", wrap(body)))
    )  # fmt: skip
    usage = json.loads(DIALECT.encode(finished(asked)).body)["usageMetadata"]
    count = json.loads(DIALECT.encode_count(counted).body)

    assert (262, usage["promptTokenCount"]) == (count["totalTokens"], 262)
    assert usage["promptTokensDetails"] == count["promptTokensDetails"]


def test_models(cards) -> None:
    """Every card is listed in Google's shape, under the name that the SDKs send back."""
    models = json.loads(DIALECT.encode_models(cards).body)["models"]

    assert [f"models/{card.id}" for card in cards] == [model["name"] for model in models]
    card = cards.find("gemini-3-pro-image-preview")
    assert json.loads(DIALECT.encode_model(card).body) in models


def test_key_wrong_has_googles_reason() -> None:
    """Google's clients tell a bad key by the reason in the details."""
    body = json.loads(DIALECT.encode_error(errors.KeyWrong(), "r").body)

    assert "API_KEY_INVALID" == body["error"]["details"][0]["reason"]
