"""What a browser is shown at `/`: somebody has just clicked on the address that the server prints."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from easel.dialects.wire import WireRoute


def welcome(routes: Iterable[WireRoute]) -> Route:
    """The route of `/`: where pictures are asked for, and where the rest is told."""
    asking = [(route.path.replace(":path}", "}"), route) for route in routes if route.action in ("generate", "submit")]
    width = max(len(path) for path, _ in asking)
    lines = [f"  {route.method} {path:<{width}}  {route.summary}" for path, route in asking]
    text = "\n".join(
        (
            "Easel makes pictures. Ask for them, with your key, at", "", *lines, "",
            "What each model takes: /v1/models. Every field: /openapi.json.", "",
        )
    )  # fmt: skip

    async def page(_: Request) -> PlainTextResponse:
        return PlainTextResponse(text)

    return Route("/", page, methods=["GET"])
