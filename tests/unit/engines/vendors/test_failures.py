"""What a vendor's failure means: certainly not begun, or perhaps; the same for every vendor."""

import asyncio

import pytest
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from easel.core.errors import EaselError, PicturesBlocked, PromptBlocked, TimedOut, UpstreamFailed
from easel.core.failures import Fault, NotStarted
from easel.engines.vendors.registry import VENDORS
from unit.engines.vendors.scripted import KEY, TEXTS, Reply, files, job

BUSY, AWAY, BARRED, REFUSED = Fault


def base_resp(code: int) -> dict:
    """MiniMax's way to fail."""
    return {"id": "x", "base_resp": {"status_code": code, "status_msg": "in words"}}


def error(code: str | None, **fields: object) -> dict:
    """OpenAI's way to fail, and that of all who follow it."""
    return {"error": {"message": "in words", "type": "x", "param": None, "code": code, **fields}}


#: What each HTTP status means for every vendor, with a body that says nothing.
STATUSES = [
    (301, {"Location": "http://127.0.0.1:1/"}, BARRED), (307, {"Location": "/"}, BARRED), (401, {}, BARRED),
    (402, {}, BARRED), (403, {}, BARRED),
    (400, {}, REFUSED), (404, {}, REFUSED), (413, {}, REFUSED), (422, {}, REFUSED),
    (429, {}, BUSY), (429, {"Retry-After": "7"}, BUSY), (503, {"Retry-After": "7"}, BUSY),
    (408, {}, TimedOut), (504, {}, TimedOut),
    (409, {}, UpstreamFailed), (500, {}, UpstreamFailed), (502, {}, UpstreamFailed), (503, {}, UpstreamFailed),
]  # fmt: skip
#: What the bodies of the single vendors mean.
BODIES = [
    *(("minimax", 200, base_resp(code), BUSY) for code in (1002, 1039, 1041, 2045)),
    *(("minimax", 200, base_resp(code), BARRED) for code in (1004, 1008, 1028, 1030, 2038, 2049, 2056, 2061)),
    *(("minimax", 200, base_resp(code), REFUSED) for code in (2013, 1042)),
    *(("minimax", 200, base_resp(code), UpstreamFailed) for code in (1000, 1001, 1013, 1024, 1033, 9999)),
    ("minimax", 200, base_resp(1026), PromptBlocked),
    ("minimax", 200, base_resp(1027), PicturesBlocked),
    ("minimax", 429, base_resp(1002), BUSY),
    ("minimax", 200, {"base_resp": {"status_code": "0"}}, UpstreamFailed),
    ("minimax", 200, {"base_resp": {"status_code": 0}}, UpstreamFailed),
    ("minimax", 200, {"data": {"image_base64": TEXTS[:1]}}, UpstreamFailed),
    ("modelverse", 400, error("sensitive_check_error"), PromptBlocked),
    ("modelverse", 400, error("model_error"), REFUSED),
    ("modelverse", 400, error("param_error"), REFUSED),
    ("modelverse", 403, error("forbidden"), BARRED),
    ("modelverse", 500, error("model_server_error"), UpstreamFailed),
    ("modelverse", 504, error("gateway_timeout_error"), TimedOut),
    ("modelverse", 200, {"code": 500, "message": "in words"}, UpstreamFailed),
    ("openai", 400, error("moderation_blocked", moderation_details={"moderation_stage": "input"}), PromptBlocked),
    ("openai", 400, error("moderation_blocked", moderation_details={"moderation_stage": "output"}), PicturesBlocked),
    ("openai", 400, error("content_policy_violation"), PromptBlocked),
    ("openai", 429, error("insufficient_quota"), BARRED),
    ("openai", 429, error("rate_limit_exceeded"), BUSY),
    ("modelmax", 402, error("insufficient_balance"), BARRED),
    ("modelmax", 502, error(None), UpstreamFailed),
    ("modelmax", 200, error("x"), UpstreamFailed),
    ("xty", 400, error("prompt_blocked"), PromptBlocked),
    ("xty", 400, error(None, type="prompt_blocked"), PromptBlocked),
    ("xty", 500, error("empty_response"), UpstreamFailed),
    ("xty", 200, {"choices": [{"finish_reason": "content_filter", "message": {"content": "no"}}]}, PicturesBlocked),
    ("xty", 200, {"choices": [{"finish_reason": "stop", "message": {"content": "这是第 1 张图片:"}}]}, UpstreamFailed),
    ("xty", 200, {"choices": [None, {"message": None}, {}]}, UpstreamFailed),
    ("openrouter", 402, error(402), BARRED),
    ("gemini", 200, {"promptFeedback": {"blockReason": "SAFETY"}}, PromptBlocked),
    ("gemini", 200, {"candidates": [{"finishReason": "IMAGE_SAFETY"}]}, PicturesBlocked),
    ("gemini", 200, {"candidates": [{"finishReason": "NO_IMAGE"}]}, UpstreamFailed),
    ("gemini", 200, {"candidates": []}, UpstreamFailed),
    ("gemini", 400, {"error": {"code": 400, "status": "INVALID_ARGUMENT"}}, REFUSED),
    ("gemini", 429, {"error": {"code": 429, "status": "RESOURCE_EXHAUSTED"}}, BUSY),
    ("bfl", 402, {"detail": "no credits"}, BARRED),
    ("bfl", 422, {"detail": []}, REFUSED),
    ("bfl", 200, {"id": ""}, UpstreamFailed),
]


async def outcome(engine, one=None) -> object:
    """How a job ended: the fault, or the class of the error."""
    try:
        await files(engine, one or job())
    except NotStarted as failure:
        return failure.fault
    except EaselError as failed:
        return type(failed)
    return "made"


@pytest.mark.parametrize("name", VENDORS)
@pytest.mark.parametrize(("status", "headers", "meaning"), STATUSES)
async def test_statuses(name, status, headers, meaning, engine_of, vendor):
    """An HTTP status means the same for every vendor; and no redirect is followed with the key."""
    vendor.answers({}, status=status, headers=headers)

    assert meaning == await outcome(await engine_of(name))
    assert 1 == len(vendor.asked)


@pytest.mark.parametrize(("name", "status", "body", "meaning"), BODIES)
async def test_bodies(name, status, body, meaning, engine_of, vendor):
    """Each vendor's own words, HTTP 200 that is none included."""
    vendor.answers(body, status=status)

    assert meaning == await outcome(await engine_of(name))


@pytest.mark.parametrize(("headers", "again_s"), [({}, None), ({"Retry-After": "7"}, 7), ({"Retry-After": "0.5"}, 0.5),
                                                  ({"Retry-After": "soon"}, None),
                                                  ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0)])  # fmt: skip
async def test_retry_after(headers, again_s, engine_of, vendor):
    """As a number of seconds or a date; nonsense is none."""
    vendor.answers({}, status=429, headers=headers)
    with pytest.raises(NotStarted) as failure:
        await files(await engine_of("openai"), job())

    assert again_s == failure.value.again_s


@pytest.mark.parametrize("name", VENDORS)
async def test_nobody_there(name, engine_of):
    """A port without a listener: nothing was begun."""
    with capture_logs() as logs:
        assert AWAY == await outcome(await engine_of(name, url="http://127.0.0.1:1"))

    [told] = logs
    assert ("vendor", "127.0.0.1") == (told["event"], told["host"])
    assert "Connect call failed" in told["problem"]


@pytest.mark.parametrize("name", VENDORS)
@pytest.mark.parametrize(
    "reply",
    [Reply({}, hang=True), Reply(b'{"a":"b', cut=3), Reply(b"<html>", headers={"Content-Type": "text/html"}),
     Reply(b""), Reply([1])],
)  # fmt: skip
async def test_perhaps_begun(name, reply, engine_of, vendor):
    """Silence, half an answer and nonsense: the vendor has had the request, and it is not sent again."""
    vendor.answers(reply)

    assert await outcome(await engine_of(name, timeout_s=1.0)) in (UpstreamFailed, TimedOut)
    assert 1 == len(vendor.asked)


@pytest.mark.parametrize("name", VENDORS)
async def test_reset(name, engine_of, shelf):
    """A connection that is reset: before the request it would be another matter, but nobody can tell."""

    async def reset(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    server = await asyncio.start_server(reset, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    assert UpstreamFailed is await outcome(await engine_of(name, url=url))
    server.close()


@pytest.mark.parametrize("name", VENDORS)
async def test_the_key_stays_with_the_vendor(name, engine_of, vendor):
    """The key is in one header of the request, and in nothing that an error says."""
    vendor.answers(error(KEY, message=KEY), status=500)
    with pytest.raises((EaselError, NotStarted)) as failure:
        await files(await engine_of(name), job())

    assert 1 == sum(KEY in value for value in vendor.asked[0].headers.values())
    assert KEY not in vendor.asked[0].path + str(vendor.asked[0].body)
    assert KEY not in f"{failure.value!s} {failure.value!r} {failure.value.__cause__!r}"


@pytest.mark.parametrize(
    ("body", "status", "code", "said"),
    [
        (error("invalid_api_key", message=f"Incorrect API key provided: {KEY}."), 401, "invalid_api_key x",
         "Incorrect API key provided: ***."),
        (error("invalid_api_key", message="API key: sk-ab****yz"), 401, "invalid_api_key x", "API key: ***"),
        ({"base_resp": {"status_code": 2049, "status_msg": "invalid api key"}}, 200, "2049", "invalid api key"),
        ({"detail": "Not Found"}, 404, "", "Not Found"),
        (b"<html>", 502, "", ""),
    ],
)  # fmt: skip
async def test_what_is_logged(body, status, code, said, engine_of, vendor):
    """The operator learns what the vendor finds wrong, with the job's id and without the key."""
    vendor.answers(body, status=status)
    one = job()
    for words in (False, True):
        with capture_logs(processors=[merge_contextvars]) as logs, pytest.raises((EaselError, NotStarted)):
            await files(await engine_of("minimax", log_words=words), one)

        expected = {"event": "vendor", "log_level": "warning", "job": one.id, "engine": "minimax",
                    "host": "127.0.0.1", "status": status, "code": code}  # fmt: skip
        assert [expected | ({"said": said} if words else {})] == logs
