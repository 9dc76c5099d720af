"""What every vendor's engine does: a job as one or several calls, each begun or certainly not."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import pybase64
from structlog.contextvars import bound_contextvars

from easel.core.errors import EaselError, UpstreamFailed
from easel.core.failures import NotStarted, conclude
from easel.core.image import Size
from easel.core.job import Job, Reference, Role
from easel.core.result import EngineEvent, PaintedFile
from easel.engines.vendors.answer import Answer
from easel.engines.vendors.client import VendorClient

#: Calls of one job that are under way together.
CALLS_AT_ONCE = 4
#: Easel's names of the wishes for a shape.
SHAPE = ("size", "width", "height", "aspect_ratio", "image_size")
#: What a caller may wish of a picture, beside its shape. Whatever of it a vendor does not honour, the caller is told.
WISHES = (
    "negative_prompt", "seed", "steps", "guidance_scale", "strength", "style", "style_weight", "quality", "background",
    "rewrite_prompt",
)  # fmt: skip
#: Every role but that of a mask.
PICTURES = frozenset(Role) - {Role.MASK}


@dataclass(frozen=True, slots=True)
class Made:
    """A picture as the vendor delivered it; `prompt` is what the vendor says that it was painted from."""

    data: bytes
    prompt: str | None = None


class VendorEngine(ABC):
    """One vendor's API with one key. A subclass says what it carries, and makes one call."""

    pays = True
    #: Which of `WISHES` and `SHAPE` the vendor honours.
    honours: frozenset[str] = frozenset()
    #: Roles of references that it takes.
    roles: frozenset[Role] = frozenset()
    #: Longest prompt, in characters.
    prompt_max_chars = 32_000

    def __init__(self, name: str, client: VendorClient):
        self.name = name
        self._client = client

    async def start(self) -> None:
        """Open the client."""
        await self._client.start()

    async def close(self) -> None:
        """Close all connections."""
        await self._client.close()

    def serves(self, job: Job, source: str) -> bool:
        """Not a job with references that the vendor has no place for: without its mask, an edit is another one."""
        return len(job.prompt) <= self.prompt_max_chars and all(r.role in self.roles for r in job.references)

    def most(self, model: str) -> int:
        """How many pictures one call can make."""
        return 1

    @abstractmethod
    async def call(self, job: Job, model: str) -> Sequence[Made]:
        """One call for the n pictures of a job (at most `most`), from its first seed on; fewer when some were blocked.

        Raises NotStarted, or an EaselError when it may have been begun.
        """

    def unhonoured(self, job: Job, model: str) -> tuple[str, ...]:
        """Easel's names of the wishes that this job's pictures cannot have here."""
        return tuple(name for name in WISHES if name not in self.honours)

    async def made(self, answer: Answer, place: Any, prompt: Any = None) -> Made:
        """The picture behind a URL, a data URL or a base64 text of an answer; without bytes if it cannot be had.

        The pipeline finds such a one damaged; what else the call made is delivered.
        """
        prompt = prompt if isinstance(prompt, str) and prompt else None
        try:
            if isinstance(place, str) and place.startswith(("http://", "https://")):
                return Made(await self._client.fetch(place), prompt)
            return Made(answer.base64(place), prompt)
        except UpstreamFailed:
            return Made(b"", prompt)

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """The job's pictures, call by call as they come; raises as the port says."""
        model = source or job.alias or job.model
        first, *others = self._parts(job, model)
        if not others:
            files, failure = await self._call(first, model)
            for file in files:
                yield file
            conclude([failure] if failure else [], made=bool(files))
            return
        calls = [asyncio.create_task(self._call(part, model)) for part in (first, *others)]
        failures, made = [], False
        try:
            for finished in asyncio.as_completed(calls):
                files, failure = await finished
                for file in files:
                    made = True
                    yield file
                failures += [failure] if failure else []
        finally:
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)
        conclude(failures, made=made)

    def _parts(self, job: Job, model: str) -> list[tuple[int, Job, asyncio.Semaphore]]:
        most, gate = self.most(model), asyncio.Semaphore(CALLS_AT_ONCE)
        if job.n <= most:
            return [(0, job, gate)]
        firsts = range(0, job.n, most)
        return [(first, job.part(range(first, min(first + most, job.n))), gate) for first in firsts]

    async def _call(
        self, part: tuple[int, Job, asyncio.Semaphore], model: str
    ) -> tuple[list[PaintedFile], Exception | None]:
        first, job, gate = part
        try:
            async with gate:
                # What is logged of the vendor's answers names the job.
                with bound_contextvars(job=job.id, engine=self.name):
                    made = await self.call(job, model)
        except NotStarted as failure:
            return [], NotStarted(failure.fault, again_s=failure.again_s, indexes=range(first, first + job.n))
        except EaselError as error:
            return [], error
        honoured = "seed" in self.honours
        details = {"engine": self.name, "source": model, **({} if honoured else {"seed_honoured": False})}
        ignored = self.unhonoured(job, model)
        files = [
            # A vendor is given the first seed only; the others follow it.
            PaintedFile(first + place, one.data, job.seeds[0] + place if honoured else job.seeds[place],
                        one.prompt or job.prompt, details, ignored)
            for place, one in enumerate(made[: job.n])
        ]  # fmt: skip
        return files, None


def data_url(reference: Reference) -> str:
    """A reference's file, as it was sent, as a data URL."""
    return f"data:{media_type(reference)};base64,{base64_text(reference)}"


def base64_text(reference: Reference) -> str:
    """A reference's file, as it was sent, in base64."""
    return pybase64.b64encode_as_string(reference.source)


def media_type(reference: Reference) -> str:
    """The media type of a reference's file, by its first bytes: intake lets only these three pass."""
    start = bytes(reference.source[:4])
    return {b"\x89PNG": "image/png", b"RIFF": "image/webp"}.get(start, "image/jpeg")


def nearest_ratio(size: Size, ratios: Iterable[str]) -> str:
    """The aspect ratio (`16:9`) nearest to that of a size."""
    wanted = log(size.width / size.height)

    def distance(ratio: str) -> float:
        width, _, height = ratio.partition(":")
        return abs(log(int(width) / int(height)) - wanted)

    return min(ratios, key=distance)
