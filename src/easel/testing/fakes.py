"""Fakes for every port, for tests of Easel and of what people build on it. No files, no processes, no network."""

import itertools
import struct
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import replace

from easel.core.caller import Caller
from easel.core.errors import (
    BalanceTooLow,
    Conflict,
    EaselError,
    Forbidden,
    KeyWrong,
    NotFound,
    UrlExpired,
)
from easel.core.image import Image, Size
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import Encoded, Finished, Fresh, JobRecord, RateStatus, Replay, Stored
from easel.core.result import EngineEvent, Painted, PaintedFile, Partial, Result
from easel.core.task import Claim

CALLER = Caller(account_id="account", key_id="key")


class FrozenClock:
    """A clock that stands still until it is told to move. Call it for the time in seconds."""

    def __init__(self, now: float = 1_700_000_000.0):
        self.now = now

    def __call__(self) -> float:
        """The time, in seconds since 1970."""
        return self.now

    def tick(self, seconds: float) -> None:
        """Move on."""
        self.now += seconds


class FakeEngine:
    """Paints one flat colour that depends on the seed; raises `error` instead when it is set."""

    name = "painter"
    pays = False

    def __init__(self, error: EaselError | None = None):
        self.error = error
        self.jobs: list[Job] = []

    async def start(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to close."""

    def serves(self, job: Job, source: str) -> bool:
        """Everything."""
        return True

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """n flat pictures, each after the job's number of partial ones."""
        self.jobs.append(job)
        if self.error:
            raise self.error
        for index, seed in enumerate(job.seeds):
            image = flat_image(job.size.width, job.size.height, seed)
            for stage in range(job.partial_images):
                yield Partial(index, stage, image)
            yield Painted(index, image, seed, f"painted: {job.prompt}", ("gloaming",), {"engine": self.name})


class FakeFinisher:
    """Encodes everything as a plain PNG, whatever format the job asks for."""

    def preview(self, image: Image, job: Job) -> Encoded:
        """A plain PNG."""
        return self._png(image, job)

    def finish(self, painted: Painted, job: Job) -> Encoded:
        """A plain PNG."""
        return self._png(painted.image, job)

    def keep(self, file: PaintedFile, job: Job) -> Finished | None:
        """The file as it is, whatever is in it; always 1 x 1."""
        del job
        return Finished(Encoded(file.data, "image/png"), Size(1, 1))

    def _png(self, image: Image, _job: Job) -> Encoded:
        return Encoded(png(image), "image/png")


class FakeIntake:
    """Gives every reference the same grey 96 x 64 image; raises `error` instead when it is set."""

    def __init__(self, error: EaselError | None = None):
        self.error = error

    async def resolve(self, job: Job) -> Job:
        """The job with grey references."""
        if self.error and job.references:
            raise self.error
        grey = Image(96, 64, 3, b"\x80" * (96 * 64 * 3))
        return replace(job, references=tuple(replace(reference, image=grey) for reference in job.references))

    async def develop(self, file: PaintedFile) -> Painted:
        """A grey picture, whatever is in the file."""
        grey = Image(96, 64, 3, b"\x80" * (96 * 64 * 3))
        return Painted(
            file.index, grey, file.seed, file.prompt, details=file.details, ignored=file.ignored,
            cost_micros=file.cost_micros,
        )  # fmt: skip


class FakeKeys:
    """Knows one key."""

    def __init__(self, secret: str = "test-key", caller: Caller = CALLER):
        self.secret = secret
        self.who = caller

    async def caller(self, secret: str) -> Caller:
        """The one caller, or KeyWrong."""
        if secret != self.secret:
            raise KeyWrong
        return self.who

    async def is_revoked(self, key_id: str) -> bool:
        """It never is."""
        return False


class RefusingGate:
    """Raises `error` for every job while it is set."""

    def __init__(self, error: EaselError | None = None):
        self.error = error

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise the error, if there is one."""
        del job, card, caller
        if self.error:
            raise self.error


class FakeModerator:
    """Blocks prompts that hold `word`, and the pictures whose turn, counted from 0, is in `blocked`.

    Raises `error` instead when it is set.
    """

    looks = True

    def __init__(self, word: str | None = None, *, blocked: Collection[int] = (), error: EaselError | None = None):
        self.word = word
        self.blocked = blocked
        self.error = error
        self.prompts: list[str] = []
        self.pictures: list[Image] = []

    async def start(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to close."""

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """The category `test` for a prompt with the word."""
        self.prompts.append(prompt)
        if self.error:
            raise self.error
        return ("test",) if self.word is not None and self.word in prompt else ()

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """The category `test` for a picture whose turn it is."""
        self.pictures.append(image)
        if self.error:
            raise self.error
        return ("test",) if len(self.pictures) - 1 in self.blocked else ()


class MemoryLedger:
    """Remembers jobs in a dictionary. Nobody can afford anything while `poor` is set."""

    def __init__(self) -> None:
        self.poor = False
        self.records: dict[str, JobRecord] = {}
        self.results: dict[str, Result] = {}
        self.costs: dict[str, int] = {}
        self.opened: list[tuple[Fresh, str]] = []
        self.fresh: dict[str, tuple[Fresh, str]] = {}
        self.tasks: dict[str, tuple[Job, Caller]] = {}
        self.waiting: list[str] = []
        self.attempts: Counter[str] = Counter()

    async def afford(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise BalanceTooLow for the poor."""
        if self.poor:
            raise BalanceTooLow

    async def open(
        self, job: Job, card: ModelCard, caller: Caller, *, fresh: Fresh | None = None, queued: bool = False
    ) -> None:
        """Record a running job, or a task that waits."""
        await self.afford(job, card, caller)
        if queued:
            self.tasks[job.id] = (job, caller)
            self.waiting.append(job.id)
        if fresh:
            self.opened.append((fresh, job.id))
        if fresh and fresh.idempotency_key:
            self.fresh[fresh.idempotency_key] = (fresh, job.id)
        self._record(job, "queued" if queued else "running")

    async def claim(self) -> Claim | None:
        """The oldest task that waits."""
        if not self.waiting:
            return None
        claim = Claim(*self.tasks[self.waiting.pop(0)])
        self.attempts[claim.job.id] += 1
        self._record(claim.job, "running")
        return claim

    async def once(self, job: Job) -> None:
        """Nobody takes over its tasks anyway."""

    async def retry(self, job: Job) -> bool:
        """Queue it again at once, twice."""
        if self.attempts[job.id] > 2:
            return False
        self.waiting.append(job.id)
        self._record(job, "queued")
        return True

    def _record(self, job: Job, status: str) -> None:
        self.records[job.id] = JobRecord(job.id, job.model, status, 0)

    async def settle(self, result: Result) -> None:
        """Record a job that succeeded."""
        await self.spend(result.job, result.cost_micros)
        self.results[result.job.id] = result
        urls = tuple(picture.url for picture in result.pictures)
        self.records[result.job.id] = JobRecord(result.job.id, result.job.model, "succeeded", 0, urls, result.failed)

    async def void(self, job: Job, error: str, *, cost_micros: int = 0) -> None:
        """Record a job that failed."""
        await self.spend(job, cost_micros)
        self.records[job.id] = JobRecord(job.id, job.model, "failed", 0, error=error)

    async def spend(self, job: Job, cost_micros: int) -> None:
        """Add to what a job has cost."""
        self.costs[job.id] = self.costs.get(job.id, 0) + cost_micros

    async def find(self, job_id: str, caller: Caller) -> JobRecord:
        """A job by its id, or NotFound."""
        del caller
        if job_id not in self.records:
            raise NotFound
        return self.records[job_id]


class MemoryRepeats:
    """Recognises repeats among the jobs of a MemoryLedger."""

    def __init__(self, ledger: MemoryLedger):
        self._ledger = ledger

    async def begin(self, caller: Caller, idempotency_key: str, body_sha256: str) -> Fresh | Replay:
        """As the key was answered before, or Fresh."""
        del caller
        known = self._ledger.fresh.get(idempotency_key)
        if known is None or self._ledger.records[known[1]].status == "failed":
            return Fresh(body_sha256, idempotency_key)
        if known[0].body_sha256 != body_sha256:
            raise Conflict(other_body=True)
        if known[1] not in self._ledger.results and known[1] not in self._ledger.tasks:
            raise Conflict
        return Replay(known[1])

    async def recent(self, caller: Caller, body_sha256: str, *, window_s: int) -> Replay | None:
        """The same body before, whenever that was."""
        del caller, window_s
        bodies = {fresh.body_sha256: job for fresh, job in self._ledger.opened if job in self._ledger.results}
        return Replay(bodies[body_sha256]) if body_sha256 in bodies else None

    async def answer(self, replay: Replay, caller: Caller) -> Result:
        """The earlier result, without the pictures' bytes."""
        del caller
        result = self._ledger.results.get(replay.job_id)
        if result is None:
            raise NotFound
        return replace(result, pictures=tuple(replace(picture, data=b"") for picture in result.pictures))


class NoLimits:
    """Counts nothing; `status` is what every key is told, if it is set."""

    def __init__(self, status: RateStatus | None = None):
        self.status = status

    async def take(self, caller: Caller, model: str, pictures: int) -> None:
        """Let everybody pass."""

    def seen(self, caller: Caller, model: str) -> RateStatus | None:
        """What was set."""
        del caller, model
        return self.status


class MemoryStore:
    """Keeps pictures in a dictionary. Its URLs are not signed, but they do expire."""

    def __init__(self, clock: FrozenClock | None = None):
        self.clock = clock or FrozenClock()
        self.files: dict[str, tuple[float, Encoded]] = {}
        self.has_room = True
        self._ids = itertools.count(1)

    async def put(self, encoded: Encoded, *, lifetime_s: int) -> Stored:
        """Keep a file until its time."""
        artifact = f"{next(self._ids):032x}"
        self.files[artifact] = (self.clock() + lifetime_s, encoded)
        return Stored(artifact, f"/files/{artifact}?signature=ok")

    async def get(self, artifact: str, query: Mapping[str, str]) -> Encoded:
        """The file, or why not."""
        if query.get("signature") != "ok":
            raise Forbidden
        if artifact not in self.files:
            raise NotFound
        expires, encoded = self.files[artifact]
        if self.clock() >= expires:
            raise UrlExpired
        return encoded

    async def own(self, url: str) -> bytes | None:
        """The bytes behind a URL of this store."""
        artifact = url.rpartition("/files/")[2].partition("?")[0]
        known = self.files.get(artifact)
        return known[1].data if known and self.clock() < known[0] else None


def flat_image(width: int, height: int, seed: int) -> Image:
    """An RGB image of one colour, chosen by the seed."""
    colour = bytes(zlib.crc32(f"{seed}:{channel}".encode()) & 0xFF for channel in range(3))
    return Image(width, height, 3, colour * (width * height))


def png(image: Image) -> bytes:
    """The plainest PNG file of an image with 1, 3 or 4 channels."""
    row = image.width * image.channels
    pixels = bytes(image.pixels)
    rows = b"".join(b"\0" + pixels[y * row : (y + 1) * row] for y in range(image.height))
    kind = {1: 0, 3: 2, 4: 6}[image.channels]
    header = struct.pack("!IIBBBBB", image.width, image.height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data)) for name, data in chunks
    )
