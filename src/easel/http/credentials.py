"""Where real clients put their API key."""

from starlette.requests import Request

from easel.http.body import header_text


def secret_of(request: Request) -> str | None:
    """The key, wherever real clients put it: in a header, or in the query."""
    return header_secret_of(request) or request.query_params.get("key")


def header_secret_of(request: Request) -> str | None:
    """The key from the headers; Modelverse's own template sends it without `Bearer`."""
    authorization = request.headers.get("authorization", "")
    if authorization:
        scheme, _, rest = authorization.partition(" ")
        authorization = rest.strip() if scheme.lower() == "bearer" else authorization.strip()
    headers = request.headers
    found = authorization or headers.get("x-goog-api-key") or headers.get("x-api-key")
    # Starlette takes every header for Latin-1.
    return header_text(found.encode("latin-1")) if found else None
