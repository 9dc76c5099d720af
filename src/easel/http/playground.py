"""The playground: a page in the package (`easel/web`) that calls the dialects' own routes and no others."""

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from easel.http.parts import whole_or_part

PATH = "/playground"
PAGE = "index.html"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True)
class StaticFile:
    """One file of the page, and the tag by which a browser knows whether it still has it."""

    data: bytes
    media_type: str
    tag: str


def playground(public_url: str | None) -> list[Route]:
    """The routes of the page and its files. `public_url` is where pictures are, if not at the page's own address."""
    known, headers = _files(), _headers(public_url)

    def answer(request: Request, file: StaticFile) -> Response:
        return whole_or_part(request, file.data, file.media_type, tag=file.tag, headers=headers)

    async def page(request: Request) -> Response:
        return answer(request, known[PAGE])

    async def page_with_slash(_: Request) -> Response:
        # Relative: a proxy may serve Easel under a path of its own.
        return RedirectResponse(f"..{PATH}")

    async def file(request: Request) -> Response:
        found = known.get(request.path_params["name"])
        if found is None:
            return PlainTextResponse("There is nothing at this path.", 404, headers)
        return answer(request, found)

    return [
        Route(PATH, page, methods=["GET"]),
        Route(f"{PATH}/", page_with_slash, methods=["GET"]),
        Route(f"{PATH}/{{name:path}}", file, methods=["GET"]),
    ]


def _files() -> dict[str, StaticFile]:
    """All files by their path below `easel/web`; what has no known media type is none of the page's."""
    found: dict[str, StaticFile] = {}
    folders = [("", files("easel") / "web")]
    for prefix, folder in folders:
        for entry in folder.iterdir():
            if entry.is_dir():
                folders.append((f"{prefix}{entry.name}/", entry))
                continue
            media_type = MEDIA_TYPES.get(f".{entry.name.rpartition('.')[2]}")
            if media_type:
                data = entry.read_bytes()
                found[prefix + entry.name] = StaticFile(data, media_type, f'"{sha256(data).hexdigest()[:32]}"')
    return found


def _headers(public_url: str | None) -> dict[str, str]:
    """Nothing runs that is not in a file of this server, and nothing is asked for elsewhere but pictures."""
    pictures = f" {_origin(public_url)}" if public_url else ""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": f"'self' blob: data:{pictures}",
        "connect-src": f"'self' blob: data:{pictures}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        # Texts become elements by no other way than `textContent`.
        "require-trusted-types-for": "'script'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache",
    }


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
