"""Routes of Easel's own, which are no vendor's: JSON in and out, errors in OpenAI's shape."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from pydantic import BaseModel
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from easel.core.errors import EaselError, EngineFailed
from easel.core.job import new_id
from easel.dialects.openai_images import OpenAIImages

log = structlog.get_logger(__name__)

ERRORS = OpenAIImages()


@dataclass(frozen=True, kw_only=True)
class Action:
    """One route: what it reads, does and answers with. `tag` is its group in the OpenAPI document."""

    tag: str
    method: str
    path: str
    summary: str
    body: type[BaseModel] | None = None
    answer: type[BaseModel]
    #: Names and meanings of the query's fields.
    query: tuple[tuple[str, str], ...] = ()
    work: Callable[[Request, BaseModel | None], Awaitable[BaseModel]]


def route(action: Action, answer: Callable[[Action, Request, str], Awaitable[Response]]) -> Route:
    """Starlette's route of an action. `answer` gets the request's id too; whatever it raises is told."""

    async def endpoint(request: Request) -> Response:
        request_id = new_id()
        try:
            response = await answer(action, request, request_id)
        except EaselError as error:
            log.info("refused", request=request_id, path=action.path, error=type(error).__name__)
            response = _refusal(error, request_id)
        except ClientDisconnect:
            response = Response(status_code=499)
        except Exception:
            # The boundary: nobody but the operator sees a traceback.
            log.exception("internal error", request=request_id)
            response = _refusal(EngineFailed("An internal error occurred."), request_id)
        response.headers["x-request-id"] = request_id
        response.headers["cache-control"] = "no-store"
        return response

    return Route(action.path, endpoint, methods=[action.method])


def _refusal(error: EaselError, request_id: str) -> Response:
    wire = ERRORS.encode_error(error, request_id)
    return Response(wire.body, wire.status, dict(wire.headers), wire.media_type)
