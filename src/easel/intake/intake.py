"""Reference images of a job: from a URL, a data URL, base64 or bytes to pixels."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

import structlog

from easel.core.errors import InvalidField, RequestError, UpstreamFailed
from easel.core.image import Image
from easel.core.job import Job, Reference, Role
from easel.core.result import Painted, PaintedFile
from easel.intake.bounds import Bounds
from easel.intake.data_url import is_data_url, read_base64, read_data_url
from easel.intake.decode import Decoder
from easel.intake.fetch import Fetcher
from easel.intake.refusal import UNREACHABLE, Refused, too_many_bytes

log = structlog.get_logger(__name__)

#: Images in work for all requests, and for one: bounds memory, and how much slow servers can hold up.
AT_ONCE = 32
AT_ONCE_PER_REQUEST = 4

Own = Callable[[str], Awaitable[bytes | None]]

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE | re.ASCII)


class Intake:
    """The only place that opens a user's URL or decodes a user's image.

    `own` is asked about each URL first: it gives the file behind one of our own signed URLs, None for any other,
    or raises a RequestError when the URL is ours but not valid. `recipe_of` reads the recipe inside a file, if any.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        decoder: Decoder,
        *,
        own: Own | None = None,
        recipe_of: Callable[[bytes], str | None] | None = None,
        bounds: Bounds | None = None,
    ):
        self._fetcher = fetcher
        self._decoder = decoder
        self._own = own
        self._recipe_of = recipe_of
        self._bounds = bounds or Bounds()
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def start(self) -> None:
        """Open the client and start the decoder's processes; called once before the first job."""
        await self._fetcher.start()
        await self._decoder.start()

    async def close(self) -> None:
        """Let both go; called once."""
        await self._fetcher.close()
        await self._decoder.close()

    async def resolve(self, job: Job) -> Job:
        """The same job with every reference's image, and its file in place of its source.

        Raises InvalidField that names the reference's field.
        """
        if not job.references:
            return job
        limit = self._bounds.request_references
        if len(job.references) > limit:
            raise InvalidField(job.references[limit].field, f"a request may have at most {limit} images")
        spending = _Spending(self._bounds)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._resolve(reference, spending)) for reference in job.references]
        except ExceptionGroup as failures:
            raise failures.exceptions[0] from None
        references = tuple(task.result() for task in tasks)
        _check_mask(references)
        return replace(job, references=references)

    async def develop(self, file: PaintedFile) -> Painted:
        """The pixels of a picture that an engine made as a file; raises UpstreamFailed when there are none."""
        try:
            async with self._slots:
                image = await self._decoder.decode(file.data, mask=False, max_pixels=self._bounds.max_pixels)
        except Refused:
            msg = "The upstream service answered with a damaged picture."
            raise UpstreamFailed(msg) from None
        return Painted(
            file.index, image, file.seed, file.prompt, details=file.details, ignored=file.ignored,
            cost_micros=file.cost_micros,
        )  # fmt: skip

    async def _resolve(self, reference: Reference, spending: "_Spending") -> Reference:
        mask, max_pixels = reference.role is Role.MASK, self._bounds.max_pixels
        try:
            async with spending.slots, self._slots:
                data = await self._read(reference, spending)
                image = await self._decoder.decode(data, mask=mask, max_pixels=max_pixels)
            spending.pixels(image)
        except Refused as refusal:
            log.info("image refused", field=reference.field, reason=refusal.reason)
            raise InvalidField(reference.field, str(refusal)) from None
        recipe = self._recipe_of(data) if self._recipe_of and not mask else None
        return replace(reference, source=data, image=image, recipe=recipe)

    async def _read(self, reference: Reference, spending: "_Spending") -> bytes:
        source, max_bytes = reference.source, self._bounds.bytes_of(reference.role)
        spend = spending.purse(max_bytes)
        if isinstance(source, str) and _SCHEME.match(source) and not is_data_url(source):
            return await self._open(source, spend)
        if isinstance(source, str):
            read = read_data_url if is_data_url(source) else read_base64
            source = await asyncio.to_thread(read, source, max_bytes=max_bytes)
        spend(len(source))
        return source

    async def _open(self, url: str, spend: Callable[[int], None]) -> bytes:
        try:
            data = await self._own(url) if self._own else None
        except RequestError:
            raise Refused(UNREACHABLE) from None
        if data is None:
            return await self._fetcher.fetch(url, spend=spend)
        spend(len(data))
        return data


class _Spending:
    """What the images of one request have used up together."""

    def __init__(self, bounds: Bounds):
        self._bounds = bounds
        self._bytes = 0
        self._pixels = 0
        self.slots = asyncio.Semaphore(AT_ONCE_PER_REQUEST)

    def purse(self, max_bytes: int) -> Callable[[int], None]:
        """A counter of one image's bytes that raises Refused when it, or the whole request, has had too many."""
        spent = 0

        def spend(count: int) -> None:
            nonlocal spent
            spent += count
            self._bytes += count
            if spent > max_bytes:
                raise too_many_bytes(max_bytes)
            if self._bytes > self._bounds.request_bytes:
                msg = f"the images of a request must have at most {self._bounds.request_bytes / 1e6:.4g} MB together"
                raise Refused(msg)

        return spend

    def pixels(self, image: Image) -> None:
        """Count a decoded picture; raises Refused."""
        self._pixels += image.size.area
        if self._pixels > self._bounds.request_pixels:
            limit = self._bounds.request_pixels / 1e6
            msg = f"the images of a request must have at most {limit:.4g} megapixels together"
            raise Refused(msg)


def _check_mask(references: tuple[Reference, ...]) -> None:
    """A mask belongs to the first input image and has its size, as in the OpenAI API."""
    first = next((r.image for r in references if r.role is Role.INPUT), None)
    for reference in references:
        if first and reference.role is Role.MASK and reference.image.size != first.size:
            raise InvalidField(reference.field, f"must have the size of the image, {first.size}")
