"""From a Starlette request to a WireRequest: bodies with a size limit, forms as parts."""

import hashlib

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


async def read_request(request: Request, *, base_url: str, request_id: str, limit: int) -> WireRequest:
    """Read the whole request; raises InvalidBody when it is larger than `limit` bytes or no proper form."""
    form, body = None, b""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "multipart/form-data":
        form = await _read_form(request, limit)
    else:
        body = await _read_bytes(request, limit)
    return WireRequest(
        method=request.method,
        path=request.scope["path"],
        path_params=dict(request.path_params),
        query=dict(request.query_params) if request.scope["query_string"] else {},
        # Where a header comes twice, the first one counts.
        headers={name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(request.scope["headers"])},
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

    parser = MultiPartParser(
        request.headers, stream(), max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_TEXT_BYTES
    )
    try:
        form = await parser.parse()
    except (MultiPartException, HTTPException, KeyError, UnicodeDecodeError) as error:
        msg = "The request body is not a valid multipart form."
        raise InvalidBody(msg) from error
    parts = []
    for name, value in form.multi_items():
        if isinstance(value, str):
            parts.append(FormPart(name, value.encode("utf-8", "surrogatepass")))
        else:
            parts.append(FormPart(name, await value.read(), value.filename or ""))
    await form.close()
    return tuple(parts)


def _check_length(request: Request, limit: int) -> None:
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> InvalidBody:
    return InvalidBody(f"The request body is larger than {limit // (1024 * 1024) or 1} MB.", too_large=True)
