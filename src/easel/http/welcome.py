"""What is shown at `/`: somebody has just clicked on the address that the server prints."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from easel.dialects.wire import WireRoute
from easel.http.playground import PATH

#: For browsers: the same words, and a way to the playground. Nothing in it comes from a caller.
HTML = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Easel</title>
<p><a href="{playground}">Try it in the playground</a></p>
<pre>{text}</pre>
</html>
"""
HTML_HEADERS = {"Content-Security-Policy": "default-src 'none'", "Vary": "Accept"}


def welcome(routes: Iterable[WireRoute], *, playground: bool) -> Route:
    """The route of `/`: where pictures are asked for, and where the rest is told."""
    asking = [(route.path.replace(":path}", "}"), route) for route in routes if route.action in ("generate", "submit")]
    width = max(len(path) for path, _ in asking)
    lines = [f"  {route.method} {path:<{width}}  {route.summary}" for path, route in asking]
    text = "\n".join(
        (
            "Easel makes pictures. Ask for them, with your key, at", "", *lines, "",
            "What each model takes: /v1/models. Every field: /openapi.json.",
            *([f"In a browser: {PATH}."] if playground else []), "",
        )
    )  # fmt: skip
    # Relative, so that it also leads there behind a proxy that serves Easel under a path of its own.
    html = HTML.format(playground=PATH.removeprefix("/"), text=text)

    async def page(request: Request) -> Response:
        if playground and "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(html, headers=HTML_HEADERS)
        return PlainTextResponse(text, headers={"Vary": "Accept"})

    return Route("/", page, methods=["GET"])
