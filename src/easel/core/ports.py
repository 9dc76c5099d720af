"""The ports: what the pipeline needs from the folders around it, as verbs."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from easel.core.caller import Caller
from easel.core.image import Image, Size
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.result import EngineEvent, Painted, PaintedFile, Result


class Engine(Protocol):
    """Makes pictures. Lives behind a child process, a device or another server; never blocks the event loop."""

    name: str
    #: Its pictures cost money elsewhere, even if nobody hears of them: what may have been begun is never begun again.
    pays: bool

    async def start(self) -> None:
        """Get ready; called once before the first job."""

    async def close(self) -> None:
        """Let everything go; called once."""

    def serves(self, job: Job, source: str) -> bool:
        """Can it make this job's pictures now, with this source? A route that cannot is passed over, as if not there.

        Quick, and without asking anybody: the weights are there, the references are of roles that it can carry.
        """

    def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """Paint all n pictures of `job` (seeds, size and references are fixed), in any order.

        `source` is the route's: what this engine calls the model. Closing the iterator cancels what is still unpainted.
        Raises NotStarted for pictures that were certainly not begun: another route may make them. Whatever else it
        raises (EngineFailed, UpstreamFailed, TimedOut, a RequestError) is final, because it may have been begun.
        """


class Gate(Protocol):
    """One admission rule."""

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Pass, or raise the RequestError or ServerFull that says why not."""


class Moderator(Protocol):
    """Says what breaks the content policy. Fails closed: whoever cannot say raises ServerFull.

    `looks` is False for one that has no opinion on pictures: they need not be decoded for it.
    """

    looks: bool

    async def start(self) -> None:
        """Get ready; called once before the first question."""

    async def close(self) -> None:
        """Let everything go; called once."""

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """The categories of the policy that a prompt breaks; empty when it may be painted."""

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """The categories of the policy that a picture breaks; empty when it may be shown."""


class KeyRing(Protocol):
    """Knows the keys."""

    async def caller(self, secret: str) -> Caller:
        """The caller behind a key as it was sent; raises KeyWrong."""

    async def is_revoked(self, key_id: str) -> bool:
        """Has this key been revoked? Not: has it expired."""


class Intake(Protocol):
    """Turns a user's reference images into pixels: the only place that opens URLs or decodes."""

    async def resolve(self, job: Job) -> Job:
        """The same job with every reference's image; raises InvalidField that names the reference's field."""

    async def develop(self, file: PaintedFile) -> Painted:
        """The pixels of a picture that an engine made as a file; raises UpstreamFailed when there are none."""


class ResultFetcher(Protocol):
    """Fetches finished pictures from where upstream services left them."""

    async def fetch(self, url: str) -> bytes:
        """The file behind a URL that an upstream service returned; raises UpstreamFailed."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture file."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A picture file, and the picture's size in pixels."""

    encoded: Encoded
    size: Size


class Finisher(Protocol):
    """Labels and encodes. Runs on a worker thread: pure CPU work."""

    def preview(self, image: Image, job: Job) -> Encoded:
        """Encode an unfinished picture for a stream."""

    def finish(self, painted: Painted, job: Job) -> Encoded:
        """Visible label if the job asks for it, then metadata and recipe, then the job's output format."""

    def keep(self, file: PaintedFile, job: Job) -> Finished | None:
        """Check a file and put the metadata into it, its pixels untouched; None where the job needs other pixels.

        Raises UpstreamFailed when the file is damaged or no picture.
        """


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a picture file was put: its opaque id, and its signed path with query (`/files/…?…`)."""

    artifact: str
    path: str


class Store(Protocol):
    """Keeps picture files until they expire."""

    @property
    def has_room(self) -> bool:
        """Is there room for more of them? Quick: it is asked before anything is painted."""

    async def put(self, encoded: Encoded, *, lifetime_s: int) -> Stored:
        """Keep a file for `lifetime_s` seconds."""

    async def get(self, artifact: str, query: Mapping[str, str]) -> Encoded:
        """The file behind a signed URL; raises Forbidden, UrlExpired or NotFound."""

    async def own(self, url: str) -> bytes | None:
        """The bytes behind one of our own signed URLs, whatever its host; None for any other and for an expired one."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A request that has not been answered yet: its body's SHA-256, and its idempotency key if it has one."""

    body_sha256: str
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Replay:
    """A request that was answered before, by this job."""

    job_id: str


class Repeats(Protocol):
    """Recognises requests that were made before."""

    async def begin(self, caller: Caller, idempotency_key: str, body_sha256: str) -> Fresh | Replay:
        """Replay what the key was answered with, or Fresh; raises Conflict (still running, other body)."""

    async def recent(self, caller: Caller, body_sha256: str, *, window_s: int) -> Replay | None:
        """The same body from the same key within the window; raises Conflict while that is still running."""

    async def answer(self, replay: Replay, caller: Caller) -> Result:
        """What that request was answered with, without the pictures' bytes; raises NotFound when it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateStatus:
    """Where a key stands with its limits for one model, for the `x-ratelimit-*` headers; a limit of None is none.

    `reset_s` is how long it takes until nothing is used up any more, in seconds.
    """

    limit_requests: int | None = None
    remaining_requests: int | None = None
    limit_pictures: int | None = None
    remaining_pictures: int | None = None
    reset_s: int = 0


class Limiter(Protocol):
    """Counts what the keys do, for all processes together."""

    async def take(self, caller: Caller, model: str, pictures: int) -> None:
        """Count one request for so many pictures; raises RateLimited, and counts nothing then."""

    def seen(self, caller: Caller, model: str) -> RateStatus | None:
        """Where the key stands, as far as this process has counted; None when it has not, or the key has no limits."""


class BlockedRuns(Protocol):
    """Remembers whose pictures were all blocked."""

    async def wait_s(self, caller: Caller) -> int:
        """Seconds until the key may run again because too many were, 0 for now."""


@dataclass(frozen=True, slots=True)
class JobRecord:
    """What is remembered of a job. `status` is queued, running, succeeded or failed; `urls` are still signed."""

    id: str
    model: str
    status: str
    created: int
    urls: tuple[str, ...] = ()
    failed: int = 0
    error: str | None = None


class Ledger(Protocol):
    """Remembers jobs and, for accounts with a balance, moves the money."""

    async def open(self, job: Job, card: ModelCard, caller: Caller, *, fresh: Fresh | None = None) -> None:
        """Record the job and its idempotency key and hold its price, in one transaction.

        Raises BalanceTooLow, ModelCannot (no price), RateLimited (too many jobs at once) or Conflict.
        """

    async def afford(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise BalanceTooLow or ModelCannot (no price) when `open` would at this moment. Nothing is held."""

    async def settle(self, result: Result) -> None:
        """Record the pictures and charge what was delivered."""

    async def void(self, job: Job, error: str, *, cost_micros: int = 0) -> None:
        """Record the failure, and what it cost the operator all the same, and give the hold back."""

    async def find(self, job_id: str, caller: Caller) -> JobRecord:
        """One of the caller's own jobs; raises NotFound."""
