"""The ASGI application: routes without a parameter in their path are looked up, the others are left to Starlette.

A path with a slash too many is served as the one without: a redirect would have to know the address that the client
sees, and many clients follow none, or lose their body on the way.
"""

from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from easel.http.playground import PATH

Endpoint = Callable[[Request], Awaitable[Response]]


class Surface:
    """Answers `plain` routes, by method and path, itself; their endpoints raise nothing. `rest` has all others."""

    def __init__(self, plain: Mapping[tuple[str, str], Endpoint], rest: Starlette):
        self._plain = plain
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the life of the application."""
        if scope["type"] == "http" and scope["path"].endswith("/"):
            scope = _without_slash(scope)
        endpoint = self._plain.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if endpoint is None:
            await self._rest(scope, receive, send)
            return
        response = await endpoint(Request(scope, receive, send))
        await response(scope, receive, send)


def _without_slash(scope: Scope) -> Scope:
    """The playground's paths stay as they are: what its page names is relative to them."""
    path = scope["path"]
    return scope if path.startswith(f"{PATH}/") else {**scope, "path": path.rstrip("/") or "/"}
