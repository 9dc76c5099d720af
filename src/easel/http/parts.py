"""Bytes that never change under one tag: not sent again to who has them, and in parts to who asks for a part."""

import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

#: One range. Several at once are answered with the whole, as RFC 9110 allows: nobody reads pictures that way.
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


def whole_or_part(request: Request, data: bytes, media_type: str, *, tag: str, headers: Mapping[str, str]) -> Response:
    """`data`, or as much of it as the request wants: 200, 206 (a part), 304 (nothing) or 416 (past its end).

    `tag` is a strong entity tag in its quotes.
    """
    headers = {**headers, "ETag": tag, "Accept-Ranges": "bytes"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    part = _part(request, tag, len(data))
    if part is None:
        return Response(data, 200, headers, media_type)
    if not part:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(data)}"
    return Response(data[part.start : part.stop], 206, headers, media_type)


def _has(request: Request, tag: str) -> bool:
    """Does the client say that it has these bytes? A proxy that compresses makes the tag weak, which is no matter."""
    known = [known.strip().removeprefix("W/") for known in request.headers.get("if-none-match", "").split(",")]
    return tag in known or known == ["*"]


def _part(request: Request, tag: str, length: int) -> range | None:
    """The bytes asked for, none of them if they are past the end; None for all, as for what is no range."""
    match = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if match is None or request.method != "GET" or request.headers.get("if-range", tag) != tag:
        return None
    first, last = match.groups()
    if first and last and int(last) < int(first):
        return None
    if first:
        return range(int(first), min(int(last or length) + 1, length))
    return range(max(length - int(last), 0), length) if last else None
