"""The ASGI application: routes without a parameter in their path are looked up, the others are left to Starlette."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

Endpoint = Callable[[Request], Awaitable[Response]]


class Surface:
    """Answers `plain` routes, by method and path, itself; their endpoints raise nothing. `rest` has all others."""

    def __init__(self, plain: Mapping[tuple[str, str], Endpoint], rest: Starlette):
        self._plain = plain
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the life of the application."""
        endpoint = self._plain.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if endpoint is None:
            await self._rest(scope, receive, send)
            return
        response = await endpoint(Request(scope, receive, send))
        await response(scope, receive, send)
