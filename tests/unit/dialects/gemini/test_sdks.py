"""The vendors' own Python SDKs over the dialects, in process: what they send is read, and they read the answers."""

import base64

import httpx
import httpx2
import openai
import pytest
from google import genai
from google.genai import errors as google_errors
from google.genai import types
from starlette.routing import compile_path

from easel.core.errors import EaselError, KeyWrong, PicturesBlocked, PromptBlocked, RateLimited
from easel.core.job import Job
from easel.core.result import Started
from easel.dialects.gemini_chat import GeminiChat
from easel.dialects.gemini_native import GeminiNative
from easel.dialects.imagen import Imagen
from easel.dialects.wire import WireRequest, WireResponse

FLASH = "gemini-3.1-flash-image-preview"
PNG = b"\x89PNG\xfb\xff\xfe" * 100


class Exchange:
    """Answers requests as the server does, without one; keeps the last job. `error` is raised in its place."""

    def __init__(self, cards, finished) -> None:
        self.cards = cards
        self.finished = finished
        self.error: EaselError | None = None
        self.job: Job | None = None

    def answer(self, request: httpx.Request | httpx2.Request) -> WireResponse:
        """The dialect whose route it is reads the request and writes the answer."""
        for dialect in (GeminiChat(), GeminiNative(), Imagen()):
            for route in dialect.routes:
                match = compile_path(route.path)[0].match(request.url.path)
                if match and route.method == request.method:
                    return self._answer(dialect, request, match.groupdict())
        return WireResponse(b"no such route", 404, "text/plain")

    def _answer(self, dialect, request, path_params: dict) -> WireResponse:
        if request.method == "GET":
            return dialect.encode_models(self.cards)
        wire = WireRequest(
            method="POST", path=request.url.path, path_params=path_params, query=dict(request.url.params),
            body=request.read(), base_url="https://easel.test",
        )  # fmt: skip
        if self.error is not None:
            return dialect.encode_error(self.error, "r")
        try:
            job = self.job = dialect.decode(wire, self.cards)
        except EaselError as error:
            return dialect.encode_error(error, "r")
        if job.stream:
            events = (Started(job), self.finished(job))
            return WireResponse(b"".join(dialect.encode_event(e, job) for e in events), 200, "text/event-stream")
        return dialect.encode(self.finished(job))


@pytest.fixture
def exchange(cards, finished) -> Exchange:
    """The server's stand-in."""
    return Exchange(cards, finished)


@pytest.fixture
def chat_client(exchange: Exchange):
    """OpenAI's client."""

    def handle(request: httpx2.Request) -> httpx2.Response:
        answer = exchange.answer(request)
        headers = {"content-type": answer.media_type, **answer.headers}
        return httpx2.Response(answer.status, headers=headers, content=answer.body)

    transport = httpx2.Client(transport=httpx2.MockTransport(handle))
    with openai.OpenAI(api_key="k", base_url="http://easel.test/v1", max_retries=0, http_client=transport) as client:
        yield client


@pytest.fixture
def connect(exchange: Exchange):
    """Make a Google client."""

    def handle(request: httpx.Request) -> httpx.Response:
        answer = exchange.answer(request)
        headers = {"content-type": answer.media_type, **answer.headers}
        return httpx.Response(answer.status, headers=headers, content=answer.body)

    def make(**settings: object) -> genai.Client:
        options = types.HttpOptions(
            base_url="http://easel.test",
            httpx_client=httpx.Client(transport=httpx.MockTransport(handle)),
            **settings.pop("options", {}),
        )
        return genai.Client(api_key="k", http_options=options, **settings)

    return make


def test_openai_seed_example(chat_client, exchange) -> None:
    """The reseller's own Python example, two pictures at 16:9 and 2K."""
    answer = chat_client.chat.completions.create(
        model=FLASH,
        n=2,
        messages=[{"role": "user", "content": "一只可爱的橙色小猫坐在彩虹桥上"}],
        extra_body={"extra_body": {"google": {"image_config": {"aspect_ratio": "16:9", "image_size": "2K"}}}},
    )

    assert ("2752x1536", 2) == (str(exchange.job.size), exchange.job.n)
    assert ["stop", "stop"] == [choice.finish_reason for choice in answer.choices]
    assert "这是第 2 张图片:\n\n![image](https://easel.test/p1)" == answer.choices[1].message.content
    assert answer.id == f"gemini-{exchange.job.reply['created_ms']}"


def test_openai_stream(chat_client) -> None:
    """The SDK's stream puts the same message together, and ends with the usage where that is asked for."""
    stream = chat_client.chat.completions.create(
        model=FLASH,
        messages=[{"role": "user", "content": "a cat"}],
        stream=True,
        stream_options={"include_usage": True},
    )
    chunks = list(stream)
    text = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)

    assert "Here is picture 1:\n\n![image](https://easel.test/p0)" == text
    assert 749 == chunks[-1].usage.total_tokens


@pytest.mark.parametrize(
    ("expected", "error"),
    [
        (openai.BadRequestError, PromptBlocked()),
        (openai.RateLimitError, RateLimited()),
        (openai.AuthenticationError, KeyWrong()),
    ],
)
def test_openai_errors(chat_client, exchange, expected: type, error: EaselError) -> None:
    """The SDK raises the class that its users catch."""
    exchange.error = error
    with pytest.raises(expected, match=error.message[:20]):
        chat_client.chat.completions.create(model=FLASH, messages=[{"role": "user", "content": "a cat"}])


def test_openai_blocked_pictures(chat_client, exchange) -> None:
    """Blocked pictures are a filtered choice, not an exception."""
    exchange.error = PicturesBlocked()
    answer = chat_client.chat.completions.create(model=FLASH, messages=[{"role": "user", "content": "a cat"}])

    assert "content_filter" == answer.choices[0].finish_reason


@pytest.mark.parametrize("version", [None, "v1", "v1beta"])
def test_google_edit(connect, exchange, version: str | None) -> None:
    """Text and a picture in, text and a picture out; bytes arrive whole in the SDK's own base64."""
    client = connect(options={"api_version": version} if version else {})
    answer = client.models.generate_content(
        model=FLASH,
        contents=["make it night", types.Part.from_bytes(data=PNG, mime_type="image/png")],
        config=types.GenerateContentConfig(
            response_modalities=["TEXT", "IMAGE"], seed=3, candidate_count=1,
            image_config=types.ImageConfig(aspect_ratio="16:9", image_size="2K"),
        ),
    )  # fmt: skip
    text, picture = answer.candidates[0].content.parts

    assert PNG == base64.b64decode(exchange.job.references[0].source, validate=True)
    assert ("make it night", 3, "2752x1536") == (exchange.job.prompt, exchange.job.seed, str(exchange.job.size))
    assert ("Here is picture 1:", b"\x89PNG" * 1000) == (text.text, picture.inline_data.data)
    assert (FLASH, 1009) == (answer.model_version, answer.usage_metadata.total_token_count)


def test_google_chat(connect, exchange) -> None:
    """The SDK's own chat sends the picture back, and that is the one to edit."""
    chat = connect().chats.create(model=FLASH)
    chat.send_message("a cat")
    chat.send_message("make it night")

    assert "make it night" == exchange.job.prompt
    assert [b"\x89PNG" * 1000] == [base64.b64decode(r.source, validate=True) for r in exchange.job.references]


def test_google_stream(connect, exchange) -> None:
    """Each event is one chunk to the SDK."""
    config = types.GenerateContentConfig(candidate_count=2)
    chunks = list(connect().models.generate_content_stream(model=FLASH, contents="a cat", config=config))

    assert exchange.job.stream
    assert [0, 1] == [chunk.candidates[0].index or 0 for chunk in chunks]


@pytest.mark.parametrize("stream", [False, True])
def test_google_blocked_prompt(connect, exchange, stream: bool) -> None:
    """The SDK shows why the prompt was blocked, also where a stream was asked for."""
    exchange.error = PromptBlocked()
    models = connect().models
    if stream:
        [answer] = models.generate_content_stream(model=FLASH, contents="a cat")
    else:
        answer = models.generate_content(model=FLASH, contents="a cat")

    assert types.BlockedReason.SAFETY == answer.prompt_feedback.block_reason


def test_google_errors(connect, exchange) -> None:
    """The SDK's exception has Google's status and the field's name."""
    with pytest.raises(google_errors.ClientError) as caught:
        connect().models.generate_content(
            model=FLASH, contents="a cat",
            config=types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio="7:5")),
        )  # fmt: skip

    assert (400, "INVALID_ARGUMENT") == (caught.value.code, caught.value.status)
    assert caught.value.message.startswith("generationConfig.imageConfig.aspectRatio: ")


def test_google_models(connect, cards) -> None:
    """The SDK lists the models."""
    assert [f"models/{card.id}" for card in cards] == [model.name for model in connect().models.list()]


@pytest.mark.filterwarnings("ignore:The generate_images method is deprecated")
def test_google_imagen(connect, exchange) -> None:
    """The SDK's Vertex client makes pictures by `:predict`."""
    answer = connect(vertexai=True).models.generate_images(
        model=FLASH, prompt="a cat",
        config=types.GenerateImagesConfig(number_of_images=2, aspect_ratio="3:4", output_mime_type="image/png"),
    )  # fmt: skip

    assert ("imagen", "864x1184") == (exchange.job.dialect, str(exchange.job.size))
    assert [b"\x89PNG" * 1000] * 2 == [image.image.image_bytes for image in answer.generated_images]
