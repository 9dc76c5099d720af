"""Calls from web pages: browsers ask first whether the server wants them (the Fetch standard's CORS protocol)."""

from collections.abc import Sequence

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

METHODS = ("GET", "POST", "PATCH", "DELETE")
#: What a page may read of an answer beside its body.
EXPOSED = (
    "Easel-Ignored", "Location", "Preference-Applied", "Retry-After", "Trace-Id", "X-Request-Id",
    "X-RateLimit-Limit-Requests", "X-RateLimit-Remaining-Requests", "X-RateLimit-Reset-Requests",
    "X-RateLimit-Limit-Images", "X-RateLimit-Remaining-Images",
)  # fmt: skip


def open_to(origins: Sequence[str], app: ASGIApp) -> ASGIApp:
    """The application for pages of these origins as well, `*` for any; as it is without one.

    Cookies play no part: whoever calls has to send a key, which no page has unless it was given one.
    """
    if not origins:
        return app
    return CORSMiddleware(
        app, allow_origins=origins, allow_methods=METHODS, allow_headers=("*",), expose_headers=EXPOSED, max_age=3600
    )
