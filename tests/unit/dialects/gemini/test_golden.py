"""Golden triples of Google's dialects: a request, the job that it becomes, and the answer to a fixed result.

A folder of `tests/golden/<dialect>/` is one case; `errors.json` beside them is how the dialect renders each error.
`EASEL_REGENERATE_GOLDEN=1 pytest tests/unit/dialects/gemini` writes the files anew: then read the diff.
"""

import json
import os
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from starlette.routing import compile_path

from easel.core import errors
from easel.core.image import Size
from easel.core.job import Job
from easel.core.result import Picture, Result, Started
from easel.dialects.gemini_chat import GeminiChat
from easel.dialects.gemini_native import GeminiNative
from easel.dialects.imagen import Imagen
from easel.dialects.wire import Dialect, WireRequest, WireResponse
from easel.models import load_cards

GOLDEN = next(parent for parent in Path(__file__).parents if parent.name == "tests") / "golden"
DIALECTS: dict[str, Dialect] = {dialect.name: dialect for dialect in (GeminiChat(), GeminiNative(), Imagen())}
CASES = sorted(path.parent for name in DIALECTS for path in (GOLDEN / name).glob("*/request.json"))
CARDS = load_cards()
REQUEST_ID = "03ff3cd0820949eb8a410056b5f21d38"
CREATED_NS = 1_704_067_200_250_000_000
PNG = b"\x89PNG\r\n\x1a\n"
ERRORS = (
    errors.InvalidBody("The request body is not valid JSON."),
    errors.InvalidBody("The request body is too large.", too_large=True),
    errors.InvalidField("n", "must be in [1, 4]"),
    errors.ModelUnknown("gpt-9"),
    errors.ModelCannot("image-01", "takes no mask"),
    errors.NotFound(),
    errors.UrlExpired(),
    errors.Conflict(),
    errors.Conflict("The idempotency key was used with another body.", other_body=True),
    errors.KeyMissing(),
    errors.KeyWrong(),
    errors.Forbidden(),
    errors.BalanceTooLow(),
    errors.RateLimited(retry_after_s=7),
    errors.PromptBlocked(),
    errors.PicturesBlocked(),
    errors.RequestError(),
    errors.ServerFull(retry_after_s=2),
    errors.EngineFailed(),
    errors.UpstreamFailed(),
    errors.TimedOut(),
    errors.ServiceError(),
    errors.EaselError(),
)


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: CREATED_NS)


def check(path: Path, actual: object) -> None:
    """Compare with a golden file, or write it."""
    if os.environ.get("EASEL_REGENERATE_GOLDEN"):
        path.write_text(json.dumps(actual, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == actual


def read_request(dialect: Dialect, path: Path) -> WireRequest:
    """A request file; what stands in the path is read as the server reads it, by the dialect's own routes."""
    case = json.loads(path.read_text(encoding="utf-8"))
    matches = (compile_path(route.path)[0].match(case["path"]) for route in dialect.routes if route.method == "POST")
    return WireRequest(
        method="POST",
        path=case["path"],
        path_params=next(match for match in matches if match).groupdict(),
        query=case.get("query", {}),
        body=json.dumps(case["body"]).encode(),
        base_url="https://easel.test",
        request_id=REQUEST_ID,
    )


def summary(job: Job) -> dict[str, object]:
    """A job as JSON: its model, prompt and size, and whatever differs from a plain job."""
    plain = asdict(Job(model="", dialect="", prompt="", id=""))
    fields = asdict(job) | {"size": job.size and str(job.size), "id": ""}
    fields["references"] = [{"role": r.role, "field": r.field, "source": r.source} for r in job.references]
    shown = {k: v for k, v in fields.items() if k in ("model", "prompt", "size") or (v and v != plain[k])}
    return json.loads(json.dumps(shown))


def finished(job: Job) -> Result:
    """A fixed result: every picture but one of several, which was blocked."""
    made = max(1, job.n - 1)
    media_type = f"image/{job.output_format}"
    pictures = tuple(
        Picture(
            index=index, artifact=f"p{index}", url=f"https://easel.test/files/p{index}?signature=s", data=PNG,
            media_type=media_type, size=job.size or Size(640, 480), seed=index, prompt=job.prompt,
        )
        for index in range(made)
    )  # fmt: skip
    return Result(job=job, pictures=pictures, failed=job.n - made, prompt_tokens=11, picture_tokens=1120 * made)


def shown(response: WireResponse) -> dict[str, object]:
    """A response as JSON."""
    return {"status": response.status, "headers": dict(response.headers), "body": json.loads(response.body)}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_triple(folder: Path) -> None:
    """A request becomes the job, and a finished job becomes the response, of the golden files."""
    dialect = DIALECTS[folder.parent.name]
    try:
        job = dialect.decode(read_request(dialect, folder / "request.json"), CARDS)
    except errors.RequestError as error:
        check(folder / "job.json", {"error": type(error).__name__, "field": error.field})
        check(folder / "response.json", shown(dialect.encode_error(error, REQUEST_ID)))
        return
    check(folder / "job.json", summary(job))
    if job.stream:
        stream = b"".join(dialect.encode_event(event, job) for event in (Started(job), finished(job)))
        answer: dict[str, object] = {"events": stream.decode().replace(job.id, REQUEST_ID).splitlines()}
    else:
        answer = json.loads(json.dumps(shown(dialect.encode(finished(job)))).replace(job.id, REQUEST_ID))
    check(folder / "response.json", answer)


@pytest.mark.parametrize("name", DIALECTS)
def test_errors(name: str) -> None:
    """Every error has its golden rendering in every dialect."""
    rendered = [
        {"error": type(error).__name__, **shown(DIALECTS[name].encode_error(error, REQUEST_ID))} for error in ERRORS
    ]
    check(GOLDEN / name / "errors.json", rendered)
