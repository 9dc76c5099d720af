"""What the golden files of the chat dialect do not show: streams that fail, blocked pictures, places of settings."""

import json

import pytest

from easel.core import errors
from easel.core.errors import InvalidField
from easel.core.image import Size
from easel.core.result import PartialPicture, Started
from easel.dialects.gemini_chat import GeminiChat

CAT = {"role": "user", "content": "a cat"}
DIALECT = GeminiChat()


def events(data: bytes) -> list:
    """The JSON of each event, and the words of the last one."""
    texts = [line.removeprefix("data: ") for line in data.decode().split("\n\n") if line]
    return [text if text == "[DONE]" else json.loads(text) for text in texts]


def test_every_place_of_the_settings(chat) -> None:
    """All the places that clients write the ratio and the resolution into mean the same."""
    config = {"aspect_ratio": "16:9", "image_size": "2K"}
    places = [
        {"extra_body": {"google": {"image_config": config}}},
        {"google": {"image_config": config}},
        {"extra_body": {"google": {"response_format": {"image": config}}}},
        {"image_config": config},
        {"extra_body": {"image_config": config}},
        {"google": {"imageConfig": {"aspectRatio": "16:9", "imageSize": " 2k "}}},
    ]
    jobs = [chat(CAT, **place) for place in places]
    jobs.append(chat({"role": "system", "content": "aspect_ratio=16:9 image_size=2K"}, CAT))

    assert {Size(2752, 1536)} == {job.size for job in jobs}
    assert {()} == {job.ignored for job in jobs}


@pytest.mark.parametrize(
    ("expected", "size"), [("1248x832", "1536x1024"), ("1344x768", "1920*1080"), ("1024x1024", "auto")]
)
def test_size_in_pixels(chat, expected: str, size: str) -> None:
    """A size in pixels asks for the nearest ratio."""
    assert expected == str(chat(CAT, size=size).size)


def test_ratio_in_a_system_message_is_named(chat) -> None:
    """A ratio that the model does not have is the system message's fault."""
    with pytest.raises(InvalidField, match=r"messages\[0\]\.content: must be one of 1:1"):
        chat({"role": "system", "content": "aspect_ratio=7:5"}, CAT)


def test_picture_is_whole_in_one_chunk(chat, finished) -> None:
    """Content and images never share a chunk, and no picture is split over two."""
    job = chat(CAT, stream=True, modalities=["text", "image"], extra_body={"easel": {"markdown": "data"}})
    deltas = [e["choices"][0]["delta"] for e in events(DIALECT.encode_event(finished(job), job))[:-1]]

    assert [{"content"}, {"images"}, set()] == [set(delta) for delta in deltas]
    assert deltas[0]["content"].endswith(f"({deltas[1]['images'][0]['image_url']['url']})")


def test_stream_has_one_id(chat, finished) -> None:
    """All chunks of a stream carry the same id and time, whenever they are made."""
    job = chat(CAT, stream=True, n=2)
    chunks = events(b"".join(DIALECT.encode_event(event, job) for event in (Started(job), finished(job))))

    assert "[DONE]" == chunks.pop()
    assert 1 == len({(chunk["id"], chunk["created"]) for chunk in chunks})


@pytest.mark.parametrize("options", [None, {}, {"include_usage": False}, {"include_usage": True}])
def test_usage_comes_for_those_who_ask(options, chat, finished) -> None:
    """The usage is a chunk with no choice, over which clients trip that did not ask for it."""
    job = chat(CAT, stream=True, n=2, stream_options=options)
    chunks = events(DIALECT.encode_event(finished(job), job))[:-1]
    if not (options or {}).get("include_usage"):
        assert [1] * len(chunks) == [len(chunk["choices"]) for chunk in chunks]
        return

    assert {"prompt_tokens": 2, "completion_tokens": 1494, "total_tokens": 1496} == chunks[-1]["usage"]
    assert [] == chunks[-1]["choices"]


def test_partial_pictures_are_not_sent(chat) -> None:
    """Chat has no place for an unfinished picture."""
    partial = PartialPicture(0, 0, b"", "image/png", Size(1, 1))

    assert b"" == DIALECT.encode_event(partial, chat(CAT, stream=True))


def test_stream_that_fails(chat) -> None:
    """An error in a stream is an event that the SDKs raise, and the stream's end."""
    error, done = events(DIALECT.encode_event(errors.EngineFailed(), chat(CAT, stream=True)))

    assert ("server_error", "[DONE]") == (error["error"]["type"], done)


def test_blocked_pictures_in_a_stream(chat) -> None:
    """When every picture is blocked, each choice ends as filtered."""
    job = chat(CAT, stream=True, n=2)
    chunks = events(DIALECT.encode_event(errors.PicturesBlocked(), job))
    reasons = [choice["finish_reason"] for chunk in chunks[:-1] for choice in chunk["choices"]]

    assert [None, "content_filter", None, "content_filter"] == reasons


def test_blocked_pictures_come_last(chat, finished) -> None:
    """Whoever reads the first choice alone gets a picture if there is one."""
    job = chat(CAT, n=3)
    choices = json.loads(DIALECT.encode(finished(job, made=1)).body)["choices"]

    assert ["stop", "content_filter", "content_filter"] == [choice["finish_reason"] for choice in choices]
    assert [0, 1, 2] == [choice["index"] for choice in choices]


def test_markdown_choice_is_named(chat) -> None:
    """Easel's own option is checked like any other field."""
    with pytest.raises(InvalidField, match=r"extra_body\.easel\.markdown: must be one of url, data"):
        chat(CAT, extra_body={"easel": {"markdown": "html"}})


def test_very_many_unknown_fields(chat) -> None:
    """Only as many ignored fields are noted as the answer can name."""
    job = chat(CAT, **{f"field{index}": 1 for index in range(100_000)})

    assert 32 == len(job.ignored)
