"""The server's surface: one endpoint for each route of each dialect, the files, and the only exception handler."""

import asyncio
import contextlib
import hashlib
import re
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from easel.core.caller import Caller
from easel.core.errors import (
    EaselError,
    EngineFailed,
    Forbidden,
    InvalidBody,
    KeyMissing,
    ModelUnknown,
    NotFound,
    ServiceError,
    UrlExpired,
)
from easel.core.job import Job
from easel.core.model_card import Cards, ModelCard
from easel.core.ports import Fresh, KeyRing, Ledger, Limiter, Repeats, Replay, Store
from easel.core.result import Event, Result, Started
from easel.dialects import dialect_of_path, shape_of
from easel.dialects.wire import Dialect, WireRequest, WireResponse, WireRoute, ignored_header, read_json
from easel.http import openapi
from easel.http.body import read_request
from easel.pipeline import Pipeline

log = structlog.get_logger(__name__)

#: Above this many bytes, JSON and base64 work goes to a thread: the event loop is never held for it.
THREAD_BYTES = 256 * 1024
#: What a stranger may not do. Lists of models are public: Modelverse needs no key for them.
KEYED_ACTIONS = ("generate", "show_job", "show_plan")
#: How long a retry of OpenAI's SDKs, which send no idempotency key, is taken for the same request, in seconds: their
#: two retries come within 16 s and their longest timeout is 600 s.
RETRY_WINDOW_S = 660
#: Below the usual 60 s idle limit of proxies.
HEARTBEAT_S = 15.0
HOST = re.compile(r"[A-Za-z0-9.\-_]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")
#: Whoever holds a signed URL may read the picture; nothing in it may ever run.
FILE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "private, max-age=3600",
}


class Bound(NamedTuple):
    """One dialect's route."""

    dialect: Dialect
    route: WireRoute


@dataclass(frozen=True, kw_only=True)
class Http:
    """Binds the dialects to the pipeline."""

    dialects: Mapping[str, Dialect]
    cards: Cards
    pipeline: Pipeline
    keys: KeyRing
    ledger: Ledger
    repeats: Repeats
    limiter: Limiter
    store: Store
    max_body_bytes: int
    public_url: str | None = None

    def app(self, lifespan: Callable[[Starlette], contextlib.AbstractAsyncContextManager]) -> Starlette:
        """The ASGI application."""
        bound: dict[tuple[str, str], list[Bound]] = {}
        for dialect in self.dialects.values():
            for route in dialect.routes:
                bound.setdefault((route.path, route.method), []).append(Bound(dialect, route))
        every = [candidate for candidates in bound.values() for candidate in candidates]
        document = openapi.document(every, [card.id for card in self.cards])
        routes = [Route(path, self._endpoint(many), methods=[method]) for (path, method), many in bound.items()]
        routes += [
            Route("/files/{name}", self._file, methods=["GET"]),
            Route("/openapi.json", lambda _: JSONResponse(document), methods=["GET"]),
            Route("/healthz", lambda _: JSONResponse({"status": "ok"}), methods=["GET"]),
        ]
        return Starlette(routes=routes, lifespan=lifespan, exception_handlers={HTTPException: self._no_route})

    def _endpoint(self, candidates: list[Bound]) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            began = time.perf_counter()
            request_id = secrets.token_hex(16)
            request.state.bound = candidates[0]
            try:
                response = await self._answer(request, candidates, request_id)
            except EaselError as error:
                response = self._refuse(request, error, request_id)
            except ClientDisconnect:
                log.info("client gone", request=request_id)
                response = Response(status_code=499)
            except Exception:
                # The boundary: nobody but the operator sees a traceback.
                log.exception("internal error", request=request_id)
                response = self._refuse(request, EngineFailed("An internal error occurred."), request_id)
            response.headers.setdefault("x-request-id", request_id)
            response.headers.update(self._rate_headers(request))
            response.headers.setdefault("openai-processing-ms", str(int((time.perf_counter() - began) * 1000)))
            return response

        return endpoint

    def _rate_headers(self, request: Request) -> dict[str, str]:
        """OpenAI's `x-ratelimit-*` headers, for keys that have limits."""
        caller, model = getattr(request.state, "caller", None), getattr(request.state, "model", None)
        status = self.limiter.seen(caller, model) if caller and model else None
        if status is None:
            return {}
        values = {
            "limit-requests": status.limit_requests,
            "remaining-requests": status.remaining_requests,
            "limit-images": status.limit_pictures,
            "remaining-images": status.remaining_pictures,
        }
        headers = {f"x-ratelimit-{name}": str(value) for name, value in values.items() if value is not None}
        return {**headers, "x-ratelimit-reset-requests": f"{status.reset_s}s"}

    async def _answer(self, request: Request, candidates: list[Bound], request_id: str) -> Response:
        caller, refusal = await self._caller(request, candidates[0].route)
        # Without a valid key only so much is read as it takes to see which dialect has to refuse.
        limit = THREAD_BYTES if refusal else self.max_body_bytes
        try:
            wire = await read_request(request, base_url=self._base_url(request), request_id=request_id, limit=limit)
        except InvalidBody as error:
            raise refusal or error from None
        bound = request.state.bound = self._chosen(candidates, wire)
        request.state.caller = caller
        if refusal:
            raise refusal
        if bound.route.action == "list_models":
            return _response(bound.dialect.encode_models(self.cards))
        if bound.route.action == "show_model":
            return _response(bound.dialect.encode_model(self._card(wire.path_params["model"])))
        if bound.route.action == "show_plan":
            return _response(bound.dialect.encode_plan(request_id))
        if bound.route.action == "show_job":
            record = await self.ledger.find(wire.query.get("task_id", ""), caller)
            return _response(bound.dialect.encode_record(record, request_id))
        return await self._generate(request, bound.dialect, wire, caller)

    def _card(self, model: str) -> ModelCard:
        try:
            return self.cards.find(model)
        except ModelUnknown as error:
            # Asked for by its address, an unknown model is a page that is not there.
            raise NotFound(error.message) from None

    async def _generate(self, request: Request, dialect: Dialect, wire: WireRequest, caller: Caller) -> Response:
        size = len(wire.body) + sum(len(part.data) for part in wire.form or ())
        job = replace(await _threaded(size, dialect.decode, wire, self.cards), id=wire.request_id)
        request.state.model = job.model
        known = await self._known(wire, caller, await _threaded(size, _digest, wire))
        log.info("job", job=job.id, dialect=dialect.name, model=job.model, n=job.n, key=caller.key_id,
                 replay=isinstance(known, Replay))  # fmt: skip
        if isinstance(known, Replay):
            return await self._answer_again(dialect, job, known, caller)
        if job.stream:
            return await self._stream(dialect, job, caller, known)
        work = self.pipeline.run(job, caller, _ignore, fresh=known)
        # With an idempotency key the client can come back for the pictures, so they are finished for it.
        result = await _unless_gone(request, work, finish=known.idempotency_key is not None)
        return await self._encode(dialect, result)

    async def _known(self, wire: WireRequest, caller: Caller, body_sha256: str) -> Fresh | Replay:
        """Was this request made before? By its idempotency key, or as a retry of OpenAI's SDKs, which send none."""
        key = wire.headers.get("idempotency-key")
        if key is not None:
            return await self.repeats.begin(caller, key, body_sha256)
        if wire.headers.get("x-stainless-retry-count", "0").strip("0"):
            replay = await self.repeats.recent(caller, body_sha256, window_s=RETRY_WINDOW_S)
            if replay is not None:
                return replay
        return Fresh(body_sha256)

    async def _answer_again(self, dialect: Dialect, job: Job, replay: Replay, caller: Caller) -> Response:
        result = await self.repeats.answer(replay, caller)
        if job.inline or job.stream:
            result = await self.pipeline.again(result)
        if not job.stream:
            return await self._encode(dialect, result)
        chunks = [dialect.encode_event(Started(result.job), result.job), dialect.encode_event(result, result.job)]
        return Response(b"".join(chunks), headers=_stream_headers(result.job), media_type="text/event-stream")

    async def _encode(self, dialect: Dialect, result: Result) -> Response:
        size = sum(len(picture.data) for picture in result.pictures) if result.job.inline else 0
        return _response(await _threaded(size, dialect.encode, result))

    async def _stream(self, dialect: Dialect, job: Job, caller: Caller, fresh: Fresh) -> Response:
        """Answer as a stream; an error before the job has begun is still a plain answer with its own status."""
        events: asyncio.Queue[Event | EaselError] = asyncio.Queue()
        running = asyncio.create_task(self._run_into(events, job, caller, fresh))
        try:
            first = await events.get()
        except asyncio.CancelledError:
            running.cancel()
            raise
        if isinstance(first, EaselError):
            raise first
        body = _encoded(dialect, job, first, events, running, finish=fresh.idempotency_key is not None)
        return StreamingResponse(body, media_type="text/event-stream", headers=_stream_headers(job))

    async def _run_into(
        self, events: asyncio.Queue[Event | EaselError], job: Job, caller: Caller, fresh: Fresh
    ) -> None:
        try:
            events.put_nowait(await self.pipeline.run(job, caller, events.put, fresh=fresh))
        except EaselError as error:
            events.put_nowait(error)
        except Exception:
            # The boundary: a stream has no other handler.
            log.exception("internal error", job=job.id)
            events.put_nowait(EngineFailed("An internal error occurred."))

    async def _caller(self, request: Request, route: WireRoute) -> tuple[Caller | None, EaselError | None]:
        if route.action not in KEYED_ACTIONS:
            return None, None
        secret = _secret(request)
        if secret is None:
            return None, KeyMissing()
        try:
            return await self.keys.caller(secret), None
        except EaselError as error:
            return None, error

    def _chosen(self, candidates: list[Bound], wire: WireRequest) -> Bound:
        """Where dialects share a route, the model's card says which one answers."""
        if len(candidates) == 1:
            return candidates[0]
        if wire.method == "GET":
            # Both vendors list their models under /v1/models; Google's SDK is known by its key header.
            name = "gemini_native" if "x-goog-api-key" in wire.headers else candidates[0].dialect.name
        else:
            name = shape_of(_model(wire), self.cards)
        return next((bound for bound in candidates if bound.dialect.name == name), candidates[0])

    def _base_url(self, request: Request) -> str:
        if self.public_url:
            return self.public_url
        host = request.headers.get("host", "")
        if not HOST.fullmatch(host):
            host = "localhost"
        return f"{request.url.scheme}://{host}"

    def _refuse(self, request: Request, error: EaselError, request_id: str) -> Response:
        log.info("refused", request=request_id, path=request.url.path, error=type(error).__name__, field=error.field)
        return _response(request.state.bound.dialect.encode_error(error, request_id))

    async def _no_route(self, request: Request, error: HTTPException) -> Response:
        """Unknown paths and methods, in the shape of the dialect that the path looks like."""
        request_id = secrets.token_hex(16)
        dialect = self.dialects[dialect_of_path(request.url.path)]
        refusal = NotFound(f"There is no {request.method} route at this path.")
        response = _response(dialect.encode_error(refusal, request_id))
        response.status_code = error.status_code
        response.headers.update({"x-request-id": request_id, **(error.headers or {})})
        return response

    async def _file(self, request: Request) -> Response:
        """A picture, for whoever holds its signed URL."""
        try:
            encoded = await self.store.get(request.path_params["name"], dict(request.query_params))
        except UrlExpired as error:
            return Response(error.message, 410, FILE_HEADERS, "text/plain")
        except Forbidden as error:
            return Response(error.message, 403, FILE_HEADERS, "text/plain")
        except NotFound as error:
            return Response(error.message, 404, FILE_HEADERS, "text/plain")
        except ServiceError as error:
            return Response(error.message, 503, {**FILE_HEADERS, "Retry-After": "5"}, "text/plain")
        return Response(encoded.data, 200, FILE_HEADERS, encoded.media_type)


async def _encoded(
    dialect: Dialect,
    job: Job,
    first: Event,
    events: asyncio.Queue[Event | EaselError],
    running: asyncio.Task,
    *,
    finish: bool,
) -> AsyncIterator[bytes]:
    try:
        event: Event | EaselError = first
        while True:
            size = sum(len(p.data) for p in event.pictures) if isinstance(event, Result) else 0
            chunk = await _threaded(size, dialect.encode_event, event, job)
            if chunk:
                yield chunk
            if isinstance(event, Result | EaselError):
                return
            while True:
                try:
                    event = await asyncio.wait_for(events.get(), HEARTBEAT_S)
                    break
                except TimeoutError:
                    yield b": still painting\n\n"
    finally:
        # The client may have gone: then nobody waits for these pictures, unless it can come back for them.
        if not finish:
            running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _unless_gone(request: Request, work: Awaitable[Result], *, finish: bool) -> Result:
    """Run `work`, but cancel it when the client disconnects, or `finish` it first; raises ClientDisconnect then."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ClientDisconnect
    finally:
        leaving.cancel()
        if not finish:
            working.cancel()
        await asyncio.gather(leaving, working, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _ignore(_: Event) -> None:
    """Whoever does not stream has no use for events."""


async def _threaded(size: int, work: Callable, *arguments: object):
    """Run `work` here when it is small, in a thread when it handles many bytes."""
    return await asyncio.to_thread(work, *arguments) if size > THREAD_BYTES else work(*arguments)


def _digest(wire: WireRequest) -> str:
    """SHA-256 of what is asked and where; forms by their parts, because their boundary is random."""
    digest = hashlib.sha256(f"{wire.path}\n".encode())
    digest.update(wire.body)
    for part in wire.form or ():
        digest.update(f"\n{part.name}\n{part.filename}\n{len(part.data)}\n".encode("utf-8", "surrogatepass"))
        digest.update(part.data)
    return digest.hexdigest()


def _stream_headers(job: Job) -> dict[str, str]:
    return {"Cache-Control": "no-cache", "X-Accel-Buffering": "no", "x-request-id": job.id, **ignored_header(job)}


def _response(response: WireResponse) -> Response:
    return Response(response.body, response.status, dict(response.headers), response.media_type)


def _secret(request: Request) -> str | None:
    """The key, wherever real clients put it; Modelverse's own template sends it without `Bearer`."""
    authorization = request.headers.get("authorization", "")
    if authorization:
        scheme, _, rest = authorization.partition(" ")
        authorization = rest.strip() if scheme.lower() == "bearer" else authorization.strip()
    headers = request.headers
    found = (
        authorization or headers.get("x-goog-api-key") or headers.get("x-api-key") or request.query_params.get("key")
    )
    try:
        # Header bytes reach us as Latin-1; a key that an operator brought may hold any printable character.
        return found.encode("latin-1").decode("utf-8") if found else None
    except (UnicodeEncodeError, UnicodeDecodeError):
        return found


def _model(wire: WireRequest) -> object:
    if wire.form is not None:
        return next((part.data.decode("utf-8", "replace") for part in wire.form if part.name == "model"), None)
    try:
        return read_json(wire.body).get("model")
    except InvalidBody:
        return None
