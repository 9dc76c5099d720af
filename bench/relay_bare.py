"""The smallest relays that can be written in Python, for bench/relay.py: what of its distance to nginx is not Easel's.

`python bench/relay_bare.py KIND PORT UPSTREAM`: KIND is `nothing` (Starlette's smallest application, which asks nobody
and answers a few bytes), `aiohttp` (a plain ASGI application that passes bodies through as bytes) or `httpx` (the same
in Starlette with httpx). All on uvicorn with uvloop and httptools, as Easel is.
"""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PATH = "/v1/images/generations"
HEADERS = {"Content-Type": "application/json"}


def nothing(_: str) -> Starlette:
    """Reads the body and answers."""

    async def endpoint(request: Request) -> Response:
        await request.body()
        return Response(b"{}", media_type="application/json")

    return Starlette(routes=[Route(PATH, endpoint, methods=["POST"])])


def httpx_relay(upstream: str) -> Starlette:
    """Starlette and httpx."""
    import httpx

    client = httpx.AsyncClient()

    async def endpoint(request: Request) -> Response:
        answer = await client.post(upstream + PATH, content=await request.body(), headers=HEADERS)
        return Response(answer.content, answer.status_code, media_type="application/json")

    return Starlette(routes=[Route(PATH, endpoint, methods=["POST"])])


class AiohttpRelay:
    """Plain ASGI and aiohttp."""

    def __init__(self, upstream: str):
        self._url = upstream + PATH
        self._session = None

    async def __call__(self, scope, receive, send) -> None:
        """One request, or the life of the application."""
        import aiohttp

        if scope["type"] == "lifespan":
            await receive()
            self._session = aiohttp.ClientSession()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await self._session.close()
            await send({"type": "lifespan.shutdown.complete"})
            return
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        async with self._session.post(self._url, data=body, headers=HEADERS) as answer:
            content, status = await answer.read(), answer.status
        head = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": head})
        await send({"type": "http.response.body", "body": content})


KINDS = {"nothing": nothing, "aiohttp": AiohttpRelay, "httpx": httpx_relay}


if __name__ == "__main__":
    kind, port, upstream = sys.argv[1:]
    uvicorn.run(KINDS[kind](upstream), host="127.0.0.1", port=int(port), log_level="warning", access_log=False)
