"""`easel serve`: the server, and the lines that a newcomer pastes."""

import asyncio
import ctypes
import json
import logging
import math
import shlex
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import orjson
import structlog
import typer
import uvicorn

from easel import __version__
from easel.app import Server, create_server
from easel.cli.models import makers
from easel.cli.settings import load_settings
from easel.http.playground import PATH
from easel.settings import Settings, misspelt

CURL = "curl -s {url}{path} -H {authorization} -H 'Content-Type: application/json' -d '{body}'"
#: One request for each dialect: its name, its path and its body.
EXAMPLES = (
    (
        "MiniMax",
        "/v1/image_generation",
        {"model": "image-01", "prompt": "女孩在图书馆的窗户前，看向远方", "aspect_ratio": "16:9"},
    ),
    (
        "Modelverse",
        "/v1/images/generations",
        {"model": "black-forest-labs/flux.1-dev", "prompt": "three white sheep near a red house", "size": "1024x768"},
    ),
    (
        "Gemini chat",
        "/v1/chat/completions",
        {
            "model": "gemini-3.1-flash-image-preview",
            "messages": [{"role": "user", "content": "一只可爱的橙色小猫坐在彩虹桥上，卡通风格"}],
        },
    ),
    (
        "OpenAI images",
        "/v1/images/generations",
        {"model": "imagen-3", "prompt": "A watercolor painting of a mountain lake", "size": "1024x1024"},
    ),
)
FIRST_KEY = "First API key, shown only this once: {key}"

#: glibc's numbers for `mallopt`, from its malloc.h.
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
#: Freed memory up to so many bytes stays with the process, and blocks up to so many come from it.
KEPT, LARGE = 64 << 20, 32 << 20


class Announcer(uvicorn.Server):
    """Tells where it listens once it really does, and that it is about to stop before it does."""

    def __init__(self, config: uvicorn.Config, server: Server, settings: Settings):
        super().__init__(config)
        self._first_key = server.first_key
        self._told = False
        self._makers = makers(settings)
        self._playground = settings.playground
        self._data_dir = settings.data_dir
        self._drain = server.drain
        self._drain_s = settings.drain_s
        self._drain_delay_s = settings.drain_delay_s

    async def startup(self, sockets: list | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if not self.should_exit and self.servers:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            url = f"http://{f'[{host}]' if ':' in host else host}:{port}"
            _announce(url, self._first_key, self._data_dir, self._makers, playground=self._playground)
            self._told = True

    def tell_key(self) -> None:
        """Show the first key unless that was done: it is kept nowhere, and no later start shows it."""
        if self._first_key and not self._told:
            print(FIRST_KEY.format(key=self._first_key))

    async def shutdown(self, sockets: list | None = None) -> None:
        """Take no more work, give load balancers time to notice, then stop."""
        structlog.get_logger(__name__).info(
            "stopping", drain_s=self._drain_s, hint="Ctrl-C once more ends at once what is under way"
        )
        self._drain()
        await asyncio.sleep(self._drain_delay_s)
        await super().shutdown(sockets)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [default: 127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(help="TCP port; 0 takes a free one [default: 8000].")] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="Folder for database, pictures, secret [default: data].")
    ] = None,
) -> None:
    """Serve all dialects on one port.

    The first start makes an API key and shows it, only this once. Everything else is set by EASEL_… variables, which
    docs/settings.md lists; easel doctor says what is wrong with them.
    """
    settings = load_settings(host=host, port=port, data_dir=data_dir)
    for sentence in misspelt():
        typer.echo(sentence, err=True)
    _share_memory()
    _configure_logs()
    try:
        server = create_server(settings)
    except (OSError, ValueError) as error:
        typer.echo(f"Easel cannot start: {error}", err=True)
        raise typer.Exit(1) from None
    announcer = Announcer(_config(settings, server.app), server, settings)
    # Who presses Ctrl-C twice wants the end, and no traceback of what it cut off.
    logging.getLogger("uvicorn.error").addFilter(lambda _: not announcer.force_exit)
    # uvicorn stops gracefully, then raises the signal again: an orderly end is a success.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        announcer.run()
    except SystemExit as end:
        if end.code == 0:
            raise
        # How uvicorn ends when a part does not start or the address cannot be had, after lines that say why.
        listen = f"listen on {settings.host}:{settings.port}: choose another --port or --host"
        typer.echo(f"Easel cannot {'start' if announcer.lifespan.should_exit else listen}.", err=True)
        raise typer.Exit(1) from None
    finally:
        announcer.tell_key()


def _config(settings: Settings, app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=max(1, math.ceil(settings.drain_s)),
    )


def _share_memory() -> None:
    """Let all threads use the same freed memory, and keep some of it, as far as the C library is glibc.

    Otherwise each keeps its own, what one thread has let go of a large picture is of no use to the others, and much
    of it goes back to the system after each picture, to come back page by page.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(ARENA_MAX, 1)
        mallopt(TRIM_THRESHOLD, KEPT)
        mallopt(MMAP_THRESHOLD, LARGE)


def _configure_logs() -> None:
    terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso") if terminal else _stamp,
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(_json),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=(
            structlog.PrintLoggerFactory(sys.stderr) if terminal else structlog.BytesLoggerFactory(sys.stderr.buffer)
        ),
        cache_logger_on_first_use=True,
    )


def _stamp(_logger: object, _method: str, event: dict) -> dict:
    """The time as it is: orjson writes it faster than any formatter."""
    event["timestamp"] = datetime.now(UTC)
    return event


def _json(event: dict, default: Callable, **_: object) -> bytes:
    try:
        return orjson.dumps(event, default=default, option=orjson.OPT_UTC_Z)
    except TypeError:
        # A prompt may hold what is no Unicode, such as half of a surrogate pair.
        return json.dumps(event, default=default).encode()


def _announce(url: str, first_key: str | None, data_dir: Path, made_by: Sequence[str], *, playground: bool) -> None:
    key = first_key or "YOUR_KEY"
    print(f"\nEasel {__version__} is serving on {url}")
    if first_key:
        print(FIRST_KEY.format(key=first_key))
    else:
        program = sys.argv[:1] if Path(sys.argv[0]).name == "easel" else [sys.executable, "-m", "easel"]
        another = shlex.join([*program, "keys", "create", "--data-dir", str(data_dir)])
        print(f"API keys: as before (put yours in place of YOUR_KEY; `{another}` makes another).")
    print(f"Pictures are made by: {', '.join(made_by)}.")
    if playground:
        print(f"In a browser: {url}{PATH}")
    print()
    for name, path, body in EXAMPLES:
        authorization = shlex.quote(f"Authorization: Bearer {key}")
        text = json.dumps(body, ensure_ascii=False)
        print(f"# {name}\n{CURL.format(url=url, path=path, authorization=authorization, body=text)}\n")
    print("Stop with Ctrl-C.")
    sys.stdout.flush()
