"""A replica's HTTP side: a DiffusersEngine for whoever knows the token. Any ASGI server can serve it."""

import asyncio
import contextlib
import hmac
from collections.abc import AsyncIterator, Callable
from typing import Protocol

import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.job import Job
from easel.core.ports import Engine
from easel.engines.frames import BLOB_MAX_BYTES
from easel.engines.ray_serve.wire import ALIVE, Bytes, pack, pack_event, pack_failure, unpack_order

log = structlog.get_logger(__name__)

#: How often it is told that somebody is there, in seconds; the other side gives up after several times as long.
ALIVE_S = 5.0
#: Sources in one question for them.
MAX_SOURCES = 1000
MEDIA_TYPE = "application/octet-stream"


class Offering(Engine, Protocol):
    """An engine that tells what it has weights for."""

    def offers(self, sources: list[str]) -> dict[str, str]:
        """Those of the sources that it can serve, each with the name of its pipeline's class."""


def application(create_engine: Callable[[], Offering], *, token: str, only: frozenset[str] = frozenset()) -> Starlette:
    """The ASGI application of one replica.

    `create_engine` is called when the application starts. `only` are the sources that it is for; empty: all that have
    weights here.
    """
    replica = _Replica(create_engine, token, only)
    return Starlette(
        routes=[
            Route("/sources", replica.sources, methods=["POST"]),
            Route("/pictures", replica.pictures, methods=["POST"]),
        ],
        lifespan=replica.span,
    )


class _Replica:
    def __init__(self, create_engine: Callable[[], Offering], token: str, only: frozenset[str]):
        self._create_engine = create_engine
        self._authorization = f"Bearer {token}".encode()
        self._only = only

    @contextlib.asynccontextmanager
    async def span(self, _app: Starlette) -> AsyncIterator[None]:
        """The engine's life."""
        self._engine = self._create_engine()
        await self._engine.start()
        try:
            yield
        finally:
            await self._engine.close()

    async def sources(self, request: Request) -> Response:
        """`{"sources": [...]}`: which of them are served here? The answer has each one's class."""
        if not self._knows(request):
            return Response(status_code=401)
        try:
            asked = (await request.json())["sources"][:MAX_SOURCES]
            served = self._engine.offers([source for source in asked if self._is_for(source)])
        except (ValueError, KeyError, TypeError):
            return Response(status_code=400)
        return JSONResponse({"sources": served})

    async def pictures(self, request: Request) -> Response:
        """An order: a stream of its picture's events."""
        if not self._knows(request):
            return Response(status_code=401)
        try:
            job, source = unpack_order(await _body(request))
        except ValueError as error:
            log.warning("an order that cannot be read", why=str(error))
            return Response(status_code=400)
        if not self._is_for(source):
            return Told(_refused())
        return Told(_painted(self._engine, job, source))

    def _knows(self, request: Request) -> bool:
        return hmac.compare_digest(request.headers.get("authorization", "").encode(), self._authorization)

    def _is_for(self, source: str) -> bool:
        return not self._only or source in self._only


class Told(Response):
    """Events as they come, until the last of them, or until the caller has gone: then nobody paints any more."""

    def __init__(self, frames: AsyncIterator[list[Bytes]]):
        super().__init__(media_type=MEDIA_TYPE)
        del self.headers["content-length"]
        self._frames = frames

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Implements ASGI."""
        del scope
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        telling = asyncio.Lock()
        work = asyncio.create_task(self._tell(send, telling))
        tasks = (work, asyncio.create_task(_beat(send, telling)), asyncio.create_task(_gone(receive)))
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                await work
                await send({"type": "http.response.body", "body": b""})
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _tell(self, send: Send, telling: asyncio.Lock) -> None:
        async with contextlib.aclosing(self._frames) as frames:
            async for frame in frames:
                async with telling:
                    await _send(send, frame)


async def _painted(engine: Engine, job: Job, source: str) -> AsyncIterator[list[Bytes]]:
    try:
        async with contextlib.aclosing(engine.generate(job, source)) as events:
            async for event in events:
                yield list(pack_event(event))
    except (EngineFailed, NotStarted) as failure:
        yield list(pack_failure(failure))


async def _refused() -> AsyncIterator[list[Bytes]]:
    yield list(pack_failure(NotStarted(Fault.BARRED)))


async def _beat(send: Send, telling: asyncio.Lock) -> None:
    while True:
        async with telling:
            await _send(send, list(pack({"event": ALIVE})))
        await asyncio.sleep(ALIVE_S)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(send: Send, frame: list[Bytes]) -> None:
    for piece in frame:
        await send({"type": "http.response.body", "body": bytes(piece), "more_body": True})


async def _body(request: Request) -> bytearray:
    """The whole body; raises ValueError when it is larger than an order can be."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BLOB_MAX_BYTES:
            msg = "the body is too large"
            raise ValueError(msg)
    return body
