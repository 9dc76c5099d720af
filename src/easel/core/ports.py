"""The ports: what the pipeline needs from the folders around it, as verbs."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from easel.core.caller import Caller
from easel.core.image import Image
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.result import EngineEvent, Painted, Picture, Result


class Engine(Protocol):
    """Makes pictures. Lives behind a child process, a device or another server; never blocks the event loop."""

    name: str

    async def start(self) -> None:
        """Get ready; called once before the first job."""

    async def close(self) -> None:
        """Let everything go; called once."""

    def generate(self, job: Job) -> AsyncIterator[EngineEvent]:
        """Paint all n pictures of `job` (seeds, size and references are fixed), in any order.

        Closing the iterator cancels what is still unpainted. Raises EngineFailed, UpstreamFailed or TimedOut.
        """


class Gate(Protocol):
    """One admission rule."""

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Pass, or raise the RequestError or ServerFull that says why not."""


class KeyRing(Protocol):
    """Knows the keys."""

    async def caller(self, secret: str) -> Caller:
        """The caller behind a key as it was sent; raises KeyWrong."""


class Intake(Protocol):
    """Turns a user's reference images into pixels: the only place that opens URLs or decodes."""

    async def resolve(self, job: Job) -> Job:
        """The same job with every reference's image; raises InvalidField that names the reference's field."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture file."""

    data: bytes
    media_type: str


class Finisher(Protocol):
    """Labels and encodes. Runs on a worker thread: pure CPU work."""

    def preview(self, image: Image, job: Job) -> Encoded:
        """Encode an unfinished picture for a stream."""

    def finish(self, painted: Painted, job: Job) -> Encoded:
        """Visible label if the job asks for it, then metadata and recipe, then the job's output format."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a picture file was put: its opaque id, and its signed path with query (`/files/…?…`)."""

    artifact: str
    path: str


class Store(Protocol):
    """Keeps picture files until they expire."""

    async def put(self, encoded: Encoded, *, lifetime_s: int) -> Stored:
        """Keep a file for `lifetime_s` seconds."""

    async def get(self, artifact: str, query: Mapping[str, str]) -> Encoded:
        """The file behind a signed URL; raises Forbidden, UrlExpired or NotFound."""


@dataclass(frozen=True, slots=True)
class JobRecord:
    """What is remembered of a job. `status` is running, succeeded or failed; `urls` are still signed."""

    id: str
    model: str
    status: str
    created: int
    urls: tuple[str, ...] = ()
    failed: int = 0
    error: str | None = None


class Ledger(Protocol):
    """Remembers jobs and, for accounts with a balance, moves the money."""

    async def open(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Record the job and hold its price in one transaction; raises BalanceTooLow."""

    async def settle(self, result: Result) -> None:
        """Record the pictures and charge what was delivered."""

    async def void(self, job: Job, error: str) -> None:
        """Record the failure and give the hold back."""

    async def find(self, job_id: str, caller: Caller) -> JobRecord:
        """One of the caller's own jobs; raises NotFound."""


__all__ = [
    "Encoded",
    "Engine",
    "Finisher",
    "Gate",
    "Intake",
    "JobRecord",
    "KeyRing",
    "Ledger",
    "Picture",
    "Store",
    "Stored",
]
