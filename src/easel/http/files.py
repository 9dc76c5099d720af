"""Picture files behind signed URLs."""

import time
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from easel.core.errors import Forbidden, NotFound, ServiceError, UrlExpired
from easel.core.ports import Store
from easel.http.parts import whole_or_part

#: Whoever holds a signed URL may read the picture; nothing in it may ever run.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
#: How long a browser may keep a picture, in seconds, and never beyond its URL's own end.
KEPT_S = 3600
#: A browser that kept the error would go on showing it when the store is back, or the mistyped URL is mended.
ERROR_HEADERS = {**HEADERS, "Cache-Control": "no-store"}


def file_endpoint(store: Store) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of `/files/{name}`."""

    async def file(request: Request) -> Response:
        """A picture, for whoever holds its signed URL."""
        try:
            encoded = await store.get(request.path_params["name"], dict(request.query_params))
        except UrlExpired as error:
            return Response(error.message, 410, ERROR_HEADERS, "text/plain")
        except Forbidden as error:
            return Response(error.message, 403, ERROR_HEADERS, "text/plain")
        except NotFound as error:
            return Response(error.message, 404, ERROR_HEADERS, "text/plain")
        except ServiceError as error:
            return Response(error.message, 503, {**ERROR_HEADERS, "Retry-After": "5"}, "text/plain")
        headers = {**HEADERS, "Cache-Control": f"private, max-age={_kept_s(request.query_params.get('expires', ''))}"}
        # A name is given to one picture only.
        tag = f'"{request.path_params["name"].partition(".")[0]}"'
        return whole_or_part(request, encoded.data, encoded.media_type, tag=tag, headers=headers)

    return file


def _kept_s(expires: str) -> int:
    """`expires` is what the store has just checked, in Unix seconds."""
    return min(KEPT_S, max(0, int(expires) - int(time.time()))) if expires.isdecimal() else KEPT_S
