"""Answers that come piece by piece, as server-sent events."""

import asyncio
from collections.abc import AsyncIterator

import structlog
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from easel.core.caller import Caller
from easel.core.errors import EaselError, EngineFailed
from easel.core.job import Job
from easel.core.ports import Fresh
from easel.core.result import Event, Result, Started
from easel.core.threads import threaded
from easel.dialects.wire import StreamingDialect, ignored_header
from easel.http.waiting import unless_gone
from easel.pipeline import Pipeline

log = structlog.get_logger(__name__)

#: Below the usual 60 s idle limit of proxies.
HEARTBEAT_S = 15.0


async def stream(
    request: Request, pipeline: Pipeline, dialect: StreamingDialect, job: Job, caller: Caller, fresh: Fresh
) -> Response:
    """Answer as a stream; an error before the job has begun is still a plain answer with its own status.

    Raises ClientDisconnect when the client leaves before that, and cancels the job unless the client can come back.
    """
    finish = fresh.idempotency_key is not None
    events: asyncio.Queue[Event | EaselError] = asyncio.Queue()
    running = asyncio.create_task(_run_into(pipeline, events, job, caller, fresh))
    try:
        first = await unless_gone(request, events.get(), finish=False)
    except BaseException:
        await _end(running, finish=finish)
        raise
    if isinstance(first, EaselError):
        raise first
    return JobStream(_encoded(dialect, job, first, events), job, running, finish=finish)


async def _run_into(
    pipeline: Pipeline, events: asyncio.Queue[Event | EaselError], job: Job, caller: Caller, fresh: Fresh
) -> None:
    try:
        events.put_nowait(await pipeline.run(job, caller, events.put, fresh=fresh))
    except EaselError as error:
        events.put_nowait(error)
    except Exception:
        # The boundary: a stream has no other handler.
        log.exception("internal error", job=job.id)
        events.put_nowait(EngineFailed("An internal error occurred."))


def replayed(dialect: StreamingDialect, result: Result) -> Response:
    """An earlier result as a stream, without its partial pictures."""
    chunks = [dialect.encode_event(Started(result.job), result.job), dialect.encode_event(result, result.job)]
    return Response(b"".join(chunks), headers=_headers(result.job), media_type="text/event-stream")


class JobStream(StreamingResponse):
    """The events of a running job. When it ends, whyever and even before it has begun, so does the job.

    `finish` lets the job come to its own end: its client can come back for the pictures.
    """

    def __init__(self, content: AsyncIterator[bytes], job: Job, running: asyncio.Task, *, finish: bool):
        super().__init__(content, media_type="text/event-stream", headers=_headers(job))
        self._running = running
        self._finish = finish

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await _end(self._running, finish=self._finish)


async def _encoded(
    dialect: StreamingDialect, job: Job, first: Event, events: asyncio.Queue[Event | EaselError]
) -> AsyncIterator[bytes]:
    event: Event | EaselError = first
    while True:
        size = sum(len(p.data) for p in event.pictures) if isinstance(event, Result) else 0
        chunk = await threaded(size, dialect.encode_event, event, job)
        if chunk:
            yield chunk
        if isinstance(event, Result | EaselError):
            return
        while True:
            try:
                async with asyncio.timeout(HEARTBEAT_S):
                    event = await events.get()
                break
            except TimeoutError:
                yield b": still painting\n\n"


async def _end(running: asyncio.Task, *, finish: bool) -> None:
    if not finish:
        running.cancel()
    await asyncio.wait({running})


def _headers(job: Job) -> dict[str, str]:
    return {"Cache-Control": "no-cache", "X-Accel-Buffering": "no", "x-request-id": job.id, **ignored_header(job)}
