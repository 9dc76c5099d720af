"""From a Starlette request to a WireRequest: bodies with a size limit, forms as parts."""

import hashlib
import re
from collections.abc import AsyncGenerator

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from easel.core.errors import InvalidBody
from easel.dialects.wire import FormPart, WireRequest

#: 16 images, a mask and a generous number of text fields.
MAX_FILES = 32
MAX_FIELDS = 128
#: A text field is a prompt at most.
MAX_TEXT_BYTES = 256 * 1024
#: How a web form begins. JSON may come under its name: that is what curl calls whatever it sends.
WEB_FORM = re.compile(rb"[\w.+%\[\]-]+=")


async def read_request(request: Request, *, base_url: str, request_id: str, limit: int) -> WireRequest:
    """Read the whole request; raises InvalidBody when it is larger than `limit` bytes, encoded or no proper form."""
    _check_encoding(request)
    form, body = None, b""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "multipart/form-data":
        form = await _read_form(request, limit)
    else:
        body = await _read_bytes(request, limit)
        if media_type == "application/x-www-form-urlencoded" and WEB_FORM.match(body):
            msg = "The request body is a web form (application/x-www-form-urlencoded): send a JSON object."
            raise InvalidBody(msg)
    return WireRequest(
        method=request.method,
        path=request.scope["path"],
        path_params=dict(request.path_params),
        query=dict(request.query_params) if request.scope["query_string"] else {},
        # Where a header comes twice, the first one counts.
        headers={name.decode("latin-1"): header_text(value) for name, value in reversed(request.scope["headers"])},
        body=body,
        form=form,
        base_url=base_url,
        request_id=request_id,
    )


def digest(wire: WireRequest) -> str:
    """SHA-256 of what is asked and where; forms by their parts, because their boundary is random."""
    digest = hashlib.sha256(f"{wire.path}\n".encode())
    digest.update(wire.body)
    for part in wire.form or ():
        digest.update(f"\n{part.name}\n{part.filename}\n{len(part.data)}\n".encode("utf-8", "surrogatepass"))
        digest.update(part.data)
    return digest.hexdigest()


async def _read_bytes(request: Request, limit: int) -> bytes:
    _check_length(request, limit)
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise _too_large(limit)
        chunks.append(chunk)
    return b"".join(chunks)


async def _read_form(request: Request, limit: int) -> tuple[FormPart, ...]:
    _check_length(request, limit)
    size = 0

    async def stream():
        nonlocal size
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                raise _too_large(limit)
            yield chunk
        if not parser.ended:
            msg = "It ends before its closing boundary."
            raise MultiPartException(msg)

    parser = _FormParser(request.headers["content-type"], stream())
    try:
        form = await parser.parse()
    except (MultiPartException, HTTPException, KeyError, UnicodeDecodeError) as error:
        reason = getattr(error, "message", "")
        raise InvalidBody(f"The request body is not a valid multipart form. {reason}".rstrip()) from error
    parts = []
    for name, value in form.multi_items():
        name = name.encode("latin-1").decode("utf-8", "replace")
        if isinstance(value, str):
            parts.append(FormPart(name, value.encode("latin-1")))
        else:
            filename = (value.filename or "").encode("latin-1").decode("utf-8", "replace")
            parts.append(FormPart(name, await value.read(), filename))
    await form.close()
    return tuple(parts)


class _FormParser(MultiPartParser):
    """Starlette's parser, which also knows whether the form has come to its end.

    It reads texts as Latin-1, in which every byte is one character: otherwise it would take what is no UTF-8 for
    Latin-1 by itself, and nobody could tell the picture of a nonsense prompt from one that was meant.
    """

    def __init__(self, content_type: str, stream: AsyncGenerator[bytes, None]):
        headers = Headers({"content-type": f"{content_type}; charset=latin-1"})
        super().__init__(headers, stream, max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_TEXT_BYTES)
        #: A form that is cut off may lack its last part, such as a mask.
        self.ended = False

    def on_end(self) -> None:
        """The closing boundary was read."""
        self.ended = True


def header_text(value: bytes) -> str:
    """A header's value: UTF-8 where it is that, as an operator's own API key or an `Idempotency-Key` may be."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _check_encoding(request: Request) -> None:
    encoding = request.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        msg = f"The request body is compressed (Content-Encoding: {encoding[:40]}): send it as it is."
        raise InvalidBody(msg)


def _check_length(request: Request, limit: int) -> None:
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> InvalidBody:
    return InvalidBody(f"The request body is larger than {limit // (1024 * 1024) or 1} MB.", too_large=True)
