"""Golden triples: `request.json` as the client sends it, `job.json` as it is read, `response.json` as it is answered.

A folder of `tests/golden/<dialect>/` is one case; `errors.json` beside them is how the dialect renders each error.
`EASEL_REGENERATE_GOLDEN=1 pytest tests/golden` writes the files anew: then read the diff.
"""

import base64
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
from easel.core.result import PartialPicture, Picture, Result, Started
from easel.dialects import DIALECTS
from easel.dialects.wire import Dialect, FormPart, WireRequest, WireResponse
from easel.models import load_cards

HERE = Path(__file__).parent
CASES = sorted(path.parent for name in DIALECTS for path in (HERE / name).glob("*/request.json"))
CARDS = load_cards()
REQUEST_ID = "03ff3cd0820949eb8a410056b5f21d38"
CREATED = 1_750_667_997
PNG = b"\x89PNG\r\n\x1a\n"

ERRORS = (
    errors.EaselError(),
    errors.RequestError(),
    errors.InvalidBody("The request body is not valid JSON."),
    errors.InvalidBody("The request body is too large.", too_large=True),
    errors.InvalidField("n", "must be in [1, 4]"),
    errors.ModelUnknown("gpt-9"),
    errors.ModelCannot("image-01", "takes no mask"),
    errors.NotFound(),
    errors.WrongMethod("This path does not take GET."),
    errors.UrlExpired(),
    errors.Conflict(),
    errors.Conflict("The idempotency key was used with another body.", other_body=True),
    errors.Clash("name", "There is an account with this name already."),
    errors.KeyMissing(),
    errors.KeyWrong(),
    errors.Forbidden(),
    errors.KeyRevoked(),
    errors.BalanceTooLow(),
    errors.RateLimited(retry_after_s=7),
    errors.TooManyJobs("image-01", 2),
    errors.PromptBlocked(),
    errors.PicturesBlocked(),
    errors.Cancelled(),
    errors.ServiceError(),
    errors.ServerFull(retry_after_s=2),
    errors.ServiceBusy(),
    errors.ServiceAway(),
    errors.EngineFailed(),
    errors.UpstreamFailed(),
    errors.TimedOut(),
)


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: CREATED + 0.5)
    monkeypatch.setattr(time, "time_ns", lambda: CREATED * 10**9)


def check(path: Path, actual: object) -> None:
    """Compare with a golden file, or write it."""
    if os.environ.get("EASEL_REGENERATE_GOLDEN"):
        path.write_text(json.dumps(actual, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == actual


def read_request(dialect: Dialect, path: Path) -> WireRequest:
    """A request file: a JSON body, or a form whose parts have a text or base64 bytes.

    What stands in the path is read as the server reads it, by the dialect's own routes.
    """
    case = json.loads(path.read_text(encoding="utf-8"))
    matches = (compile_path(route.path)[0].match(case["path"]) for route in dialect.routes if route.method == "POST")
    form = None
    if "form" in case:
        form = tuple(
            FormPart(p["name"], p["text"].encode() if "text" in p else base64.b64decode(p["base64"]), p.get("filename"))
            for p in case["form"]
        )
    return WireRequest(
        method="POST",
        path=case["path"],
        path_params=next(match for match in matches if match).groupdict(),
        query=case.get("query", {}),
        headers=case.get("headers", {}),
        body=json.dumps(case.get("body")).encode(),
        form=form,
        base_url="http://easel.test",
        request_id=REQUEST_ID,
    )


def summary(job: Job) -> dict[str, object]:
    """A job as JSON: what differs from the plainest job of its model, and always its model, prompt and size."""
    plain = asdict(Job(model="", dialect="", prompt="", id="")) | {"references": []}
    fields = asdict(job) | {"size": job.size and str(job.size), "id": "", "alias": "", "asked": {}}
    fields["references"] = [
        {"role": r.role.value, "field": r.field, "source": r.source if isinstance(r.source, str) else f"{r.source!r}"}
        for r in job.references
    ]
    always = ("model", "prompt", "size")
    shown = {k: v for k, v in fields.items() if k in always or v != plain[k]}
    return json.loads(json.dumps(shown))


def finished(job: Job) -> Result:
    """A fixed result: a few bytes each, and of several pictures one was blocked."""
    made = max(1, job.n - 1)
    pictures = tuple(
        Picture(
            index=index,
            artifact=f"picture{index}",
            url=f"{job.base_url}/files/picture{index}.{job.output_format}?expires=1&signature=s",
            data=PNG + f"picture {index}".encode(),
            media_type=f"image/{job.output_format}",
            size=job.size or Size(640, 480),
            seed=index,
            prompt=f"painted: {job.prompt}",
        )
        for index in range(made)
    )
    return Result(job=job, pictures=pictures, failed=job.n - made, created=CREATED)


def streamed(dialect: Dialect, job: Job) -> str:
    """The whole body of a streamed answer."""
    size = job.size or Size(640, 480)
    partials = [
        PartialPicture(index, stage, PNG + b"partial", "image/png", size)
        for index in range(job.n)
        for stage in range(job.partial_images)
    ]
    return b"".join(dialect.encode_event(event, job) for event in (Started(job), *partials, finished(job))).decode()


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
        answer: dict[str, object] = {"events": streamed(dialect, job).replace(job.id, REQUEST_ID).splitlines()}
    else:
        answer = json.loads(json.dumps(shown(dialect.encode(finished(job)))).replace(job.id, REQUEST_ID))
    check(folder / "response.json", answer)


@pytest.mark.parametrize("name", DIALECTS)
def test_errors(name: str) -> None:
    """Every error has its golden rendering in every dialect."""
    rendered = []
    for error in ERRORS:
        response = DIALECTS[name].encode_error(error, REQUEST_ID)
        rendered.append({"error": type(error).__name__, **shown(response)})
    check(HERE / name / "errors.json", rendered)


def test_errors_are_all_covered() -> None:
    """The list of errors above has every class of the tree."""

    def tree(kind: type) -> set[type]:
        return {kind}.union(*(tree(sub) for sub in kind.__subclasses__() if sub.__module__ == errors.__name__))

    assert tree(errors.EaselError) == {type(error) for error in ERRORS}
