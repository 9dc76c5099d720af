"""What the tests of Google's dialects share: requests as plain values, and a finished job."""

import json
from collections.abc import Callable

import pytest

from easel.core.image import Size
from easel.core.job import Job
from easel.core.model_card import Cards
from easel.core.result import Picture, Result
from easel.dialects.gemini_chat import GeminiChat
from easel.dialects.gemini_native import GeminiNative
from easel.dialects.wire import WireRequest
from easel.models import load_cards

FLASH = "gemini-3.1-flash-image-preview"


@pytest.fixture(scope="session")
def cards() -> Cards:
    """The built-in cards."""
    return load_cards()


@pytest.fixture
def chat(cards: Cards) -> Callable[..., Job]:
    """Decode a chat completion request: its messages, then other fields."""

    def decode(*messages: dict, **fields: object) -> Job:
        body = json.dumps({"model": FLASH, "messages": messages, **fields}).encode()
        return GeminiChat().decode(WireRequest(method="POST", path="/v1/chat/completions", body=body), cards)

    return decode


@pytest.fixture
def native(cards: Cards) -> Callable[..., Job]:
    """Decode a native request: its contents, then other fields."""

    def decode(*contents: dict, alt: str = "", verb: str = "generateContent", **fields: object) -> Job:
        request = WireRequest(
            method="POST",
            path=f"/v1beta/models/{FLASH}:{verb}",
            path_params={"model": FLASH},
            query={"alt": alt},
            body=json.dumps({"contents": contents, **fields}).encode(),
        )
        return GeminiNative().decode(request, cards)

    return decode


@pytest.fixture
def finished() -> Callable[..., Result]:
    """A job's result with as many pictures as `made` says, or with all of them."""

    def finish(job: Job, *, made: int | None = None) -> Result:
        made = job.n if made is None else made
        pictures = tuple(
            Picture(
                index=index, artifact=f"p{index}", url=f"https://easel.test/p{index}", data=b"\x89PNG" * 1000,
                media_type="image/png", size=Size(64, 64), seed=index, prompt=job.prompt,
            )
            for index in range(made)
        )  # fmt: skip
        return Result(job=job, pictures=pictures, failed=job.n - made)

    return finish
