"""The server's surface: one endpoint for each route of each dialect, the files, and the only exception handler."""

import asyncio
import contextlib
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import NamedTuple

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from easel.core.caller import Caller
from easel.core.errors import (
    EaselError,
    EngineFailed,
    Forbidden,
    InvalidBody,
    KeyMissing,
    ModelUnknown,
    NotFound,
    ServerFull,
    WrongMethod,
)
from easel.core.job import Job, new_id
from easel.core.model_card import Cards, ModelCard
from easel.core.ports import Fresh, KeyRing, Limiter, Repeats, Replay, Store
from easel.core.result import Result
from easel.core.threads import THREAD_BYTES, threaded
from easel.dialects import dialect_of_path, shape_of
from easel.dialects.wire import Dialect, WireRequest, WireResponse, WireRoute, read_json
from easel.http import openapi
from easel.http.admin.api import Admin
from easel.http.body import digest, read_request
from easel.http.credentials import secret_of
from easel.http.files import file_endpoint
from easel.http.operations import operations
from easel.http.own_key import OwnKey
from easel.http.playground import playground
from easel.http.streams import replayed, stream
from easel.http.surface import Surface
from easel.http.tasks import Tasks
from easel.http.waiting import unless_gone
from easel.http.welcome import welcome
from easel.http.wishes import prefers_async
from easel.pipeline import Pipeline, ignore
from easel.scheduling.health import Health

log = structlog.get_logger(__name__)

#: What a stranger may not do. Lists of models are public: Modelverse needs no key for them.
KEYED_ACTIONS = ("generate", "submit", "count_tokens", "show_job", "cancel", "show_plan")
#: How long a retry of OpenAI's SDKs, which send no idempotency key, is taken for the same request, in seconds: their
#: two retries come within 16 s and their longest timeout is 600 s.
RETRY_WINDOW_S = 660
HOST = re.compile(r"[A-Za-z0-9.\-_]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")


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
    repeats: Repeats
    limiter: Limiter
    store: Store
    tasks: Tasks
    health: Health
    own_key: OwnKey
    totals: Callable[[], Awaitable[Mapping[str, int]]]
    max_body_bytes: int
    #: None: no account or key is managed over HTTP.
    admin: Admin | None = None
    public_url: str | None = None
    #: Serve the playground, a page for browsers.
    playground: bool = True
    log_prompts: bool = False

    def app(self, lifespan: Callable[[Starlette], contextlib.AbstractAsyncContextManager]) -> Surface:
        """The ASGI application."""
        bound: dict[tuple[str, str], list[Bound]] = {}
        for dialect in self.dialects.values():
            for route in dialect.routes:
                bound.setdefault((route.path, route.method), []).append(Bound(dialect, route))
        every = [candidate for candidates in bound.values() for candidate in candidates]
        own = (self.own_key, *((self.admin,) if self.admin else ()))
        actions = [action for part in own for action in part.actions]
        document = openapi.document(every, actions, [card.id for card in self.cards])
        endpoints = {(method, path): self._endpoint(many) for (path, method), many in bound.items()}
        routes = [
            *(Route(path, endpoint, methods=[method]) for (method, path), endpoint in endpoints.items()),
            Route("/files/{name}", file_endpoint(self.store), methods=["GET"]),
            welcome((candidate.route for candidate in every), playground=self.playground),
            *(playground(self.public_url) if self.playground else ()),
            Route("/openapi.json", lambda _: JSONResponse(document), methods=["GET"]),
            *operations(self.health, self.pipeline.meter, self.totals),
            *(route for part in own for route in part.routes()),
        ]
        rest = Starlette(routes=routes, lifespan=lifespan, exception_handlers={HTTPException: self._no_route})
        rest.router.redirect_slashes = False
        return Surface({route: endpoint for route, endpoint in endpoints.items() if "{" not in route[1]}, rest)

    def _endpoint(self, candidates: list[Bound]) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            began = time.perf_counter()
            request_id = new_id()
            request.state.bound = candidates[0]
            try:
                response = await self._answer(request, candidates, request_id)
            except EaselError as error:
                response = self._refuse(request, error, request_id)
            except ClientDisconnect:
                log.info("client gone", request=request_id)
                response = Response(status_code=499)
            except asyncio.CancelledError:
                # Only the server's end does this, when what was under way has had its time.
                asyncio.current_task().uncancel()
                response = self._refuse(request, ServerFull("The server is stopping: try again."), request_id)
            except Exception:
                # The boundary: nobody but the operator sees a traceback.
                log.exception("internal error", request=request_id)
                response = self._refuse(request, EngineFailed("An internal error occurred."), request_id)
            self.pipeline.meter.request(request.state.bound.dialect.name, response.status_code)
            known = {name for name, _ in response.raw_headers}
            headers = {
                "x-request-id": request_id,
                "openai-processing-ms": str(int((time.perf_counter() - began) * 1000)),
                **self._rate_headers(request),
            }
            added = ((name.encode(), value.encode("latin-1")) for name, value in headers.items())
            response.raw_headers += [header for header in added if header[0] not in known]
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
        full = self._full(request, candidates[0].route, caller)
        # Without a valid key only so much is read as it takes to see which dialect has to refuse. Without room, a
        # small body may still be a task's, which does not need it; a large one is not read for nothing.
        limit = THREAD_BYTES if refusal or full else self.max_body_bytes
        try:
            wire = await read_request(request, base_url=self._base_url(request), request_id=request_id, limit=limit)
        except InvalidBody as error:
            raise refusal or full or error from None
        bound = request.state.bound = await threaded(len(wire.body), self._chosen, candidates, wire)
        request.state.caller = caller
        if refusal:
            raise refusal
        if bound.route.action == "list_models":
            return _response(bound.dialect.encode_models([self._as_served(card) for card in self.cards]))
        if bound.route.action == "show_model":
            return _response(bound.dialect.encode_model(self._as_served(self._card(wire.path_params["model"]))))
        if bound.route.action == "show_plan":
            return _response(bound.dialect.encode_plan(request_id))
        if bound.route.action == "count_tokens":
            return _response(await threaded(len(wire.body), self._counted, bound.dialect, wire))
        if bound.route.action == "show_job":
            return await self._show_job(bound.dialect, wire, caller)
        if bound.route.action == "cancel":
            return await self._cancel(wire, caller)
        return await self._generate(request, wire, caller)

    def _counted(self, dialect: Dialect, wire: WireRequest) -> WireResponse:
        return dialect.encode_count(dialect.decode(wire, self.cards))

    async def _show_job(self, dialect: Dialect, wire: WireRequest, caller: Caller) -> Response:
        """On a vendor's own route in the vendor's shape, on the common one in that of the submitter."""
        if "read" not in caller.scopes:
            msg = "This key may not read tasks."
            raise Forbidden(msg)
        if "task_id" in wire.path_params:
            task_id, shape = wire.path_params["task_id"], None
        else:
            task_id, shape = wire.query.get("task_id", ""), dialect
        return _response(await self.tasks.show(task_id, caller, wire.request_id, base_url=wire.base_url, dialect=shape))

    async def _cancel(self, wire: WireRequest, caller: Caller) -> Response:
        if "generate" not in caller.scopes:
            msg = "This key may not cancel tasks."
            raise Forbidden(msg)
        task_id = wire.path_params["task_id"]
        return _response(await self.tasks.cancel(task_id, caller, wire.request_id, base_url=wire.base_url))

    def _as_served(self, card: ModelCard) -> ModelCard:
        """The card with only the routes that this server has: who makes the pictures here."""
        return replace(card, routes=self.pipeline.router.open_routes(card))

    def _card(self, model: str) -> ModelCard:
        try:
            return self.cards.find(model)
        except ModelUnknown as error:
            # Asked for by its address, an unknown model is a page that is not there.
            raise NotFound(error.message) from None

    async def _generate(self, request: Request, wire: WireRequest, caller: Caller) -> Response:
        dialect, route = request.state.bound
        size = len(wire.body) + sum(len(part.data) for part in wire.form or ())
        body_sha256 = await threaded(size, digest, wire)
        wire, wishes = await threaded(size, partial(self.tasks.read, task=route.action == "submit"), wire)
        job = await threaded(size, dialect.decode, wire, self.cards)
        request.state.model = job.model
        if wishes.task:
            # The id of a task tells which dialect it was submitted in.
            job = replace(job, id=f"{dialect.name}-{wire.request_id}")
            # The header alone may have asked for it, and a task is another answer to the same body.
            body_sha256 = sha256(f"task {body_sha256}".encode()).hexdigest()
        known = await self._known(wire, caller, body_sha256)
        log.info("job", job=job.id, dialect=dialect.name, model=job.model, n=job.n, key=caller.key_id,
                 replay=isinstance(known, Replay), task=wishes.task,
                 **({"prompt": job.prompt} if self.log_prompts else {}))  # fmt: skip
        if wishes.task:
            response = await self.tasks.submit(dialect, job, caller, wishes, known)
            # The vendor's own way to submit is answered as any other request.
            return _response(replace(response, status=200) if route.action == "submit" else response)
        if isinstance(known, Replay):
            return await self._answer_again(dialect, job, known, caller)
        request.state.job = job
        if job.stream:
            return await stream(request, self.pipeline, dialect, job, caller, known)
        work = self.pipeline.run(job, caller, ignore, fresh=known)
        # With an idempotency key the client can come back for the pictures, so they are finished for it.
        result = await unless_gone(request, work, finish=known.idempotency_key is not None)
        return await self._encode(dialect, result)

    async def _known(self, wire: WireRequest, caller: Caller, body_sha256: str) -> Fresh | Replay:
        """Was this request made before? By its idempotency key, or as a retry of OpenAI's SDKs, which send none."""
        key = wire.headers.get("idempotency-key")
        if key is not None:
            return await self.repeats.begin(caller, key, body_sha256)
        if is_retry(wire.headers):
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
        return replayed(dialect, result)

    async def _encode(self, dialect: Dialect, result: Result) -> Response:
        size = sum(len(picture.data) for picture in result.pictures) if result.job.inline else 0
        return _response(await threaded(size, dialect.encode, result))

    async def _caller(self, request: Request, route: WireRoute) -> tuple[Caller | None, EaselError | None]:
        if route.action not in KEYED_ACTIONS:
            return None, None
        secret = secret_of(request)
        if secret is None:
            return None, KeyMissing()
        try:
            return await self.keys.caller(secret), None
        except EaselError as error:
            return None, error

    def _full(self, request: Request, route: WireRoute, caller: Caller | None) -> EaselError | None:
        """Why a request with a large body will not get a turn, if that is so.

        Tasks need no turn, nor does what was answered before.
        """
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) <= THREAD_BYTES:
            return None
        if caller is None or route.action != "generate" or prefers_async(request.headers):
            return None
        if "idempotency-key" in request.headers or is_retry(request.headers):
            return None
        try:
            self.pipeline.queue.check(caller)
        except EaselError as error:
            return error
        return None

    def _chosen(self, candidates: list[Bound], wire: WireRequest) -> Bound:
        """Where dialects share a route, the model's card says which one answers."""
        if len(candidates) == 1:
            return candidates[0]
        if wire.method == "GET":
            # Both vendors list their models under /v1/models; Google's SDK is known by its key header.
            name = "gemini_native" if "x-goog-api-key" in wire.headers else candidates[0].dialect.name
        else:
            model, streamed = _model_and_stream(wire)
            name = shape_of(model, self.cards, stream=streamed)
        return next((bound for bound in candidates if bound.dialect.name == name), candidates[0])

    def _base_url(self, request: Request) -> str:
        if self.public_url:
            return self.public_url
        host = request.headers.get("host", "")
        if not HOST.fullmatch(host):
            host = "localhost"
        return f"{request.scope['scheme']}://{host}"

    def _refuse(self, request: Request, error: EaselError, request_id: str) -> Response:
        self.pipeline.meter.refusal(request.state.bound.dialect.name, type(error).__name__)
        log.info(
            "refused", request=request_id, path=request.scope["path"], error=type(error).__name__, field=error.field
        )
        job = getattr(request.state, "job", None)
        return _response(request.state.bound.dialect.encode_error(error, request_id, job))

    async def _no_route(self, request: Request, error: HTTPException) -> Response:
        """Unknown paths and methods, in the shape of the dialect that the path looks like."""
        request_id = new_id()
        dialect = self.dialects[dialect_of_path(request.url.path)]
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            refusal = WrongMethod(f"This path does not take {request.method}.")
        else:
            refusal = NotFound(f"There is nothing at this path.{self._hint(request.url.path)}")
        response = _response(dialect.encode_error(refusal, request_id))
        # MiniMax's own errors are HTTP 200; a path that is not there is none of its.
        response.status_code = error.status_code
        response.headers["x-request-id"] = request_id
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["Allow"] = _allowed(request)
        return response

    def _hint(self, path: str) -> str:
        """What to mend in a base URL that has no `/v1` or has it twice; the most common mistake of all."""
        paths = {route.path for dialect in self.dialects.values() for route in dialect.routes}
        meant = [meant for meant in (f"/v1{path}", path.removeprefix("/v1")) if meant != path and meant in paths]
        return f" Did you mean {meant[0]}? See your client's base URL." if meant else ""


def is_retry(headers: Mapping[str, str]) -> bool:
    """Does one of OpenAI's SDKs say that it has sent this before?"""
    return bool(headers.get("x-stainless-retry-count", "0").strip("0"))


def _allowed(request: Request) -> str:
    """Every method of a path: each has a route of its own, and Starlette names those of the first one only."""
    methods = (route.methods for route in request.app.routes if route.matches(request.scope)[0] is Match.PARTIAL)
    return ", ".join(sorted(set().union(*methods)))


def _response(response: WireResponse) -> Response:
    return Response(response.body, response.status, dict(response.headers), response.media_type)


def _model_and_stream(wire: WireRequest) -> tuple[object, object]:
    """The fields `model` and `stream`, whatever they hold; None where there are none."""
    if wire.form is not None:
        model = (part.data.decode("utf-8", "replace") for part in wire.form if part.name == "model")
        return next(model, None), None
    try:
        body = read_json(wire.body)
    except InvalidBody:
        return None, None
    return body.get("model"), body.get("stream")
