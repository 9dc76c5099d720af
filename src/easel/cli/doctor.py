"""`easel doctor`: what is installed, which engines can run, what is misconfigured."""

import errno
import importlib
import importlib.metadata
import os
import platform
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.console import Console
from rich.markup import escape

from easel import __version__
from easel.app import load_models
from easel.cli.clusters import clusters
from easel.cli.open_models import Finding, open_models
from easel.cli.settings import load_settings
from easel.ledger.database import Database
from easel.settings import Settings, misspelt
from easel.storage import data_folder
from easel.storage.artifacts import probe

MB = 1024 * 1024
CONNECT_S = 3
LIBRARIES = ("numpy", "skia-python", "opencv-python-headless", "pillow", "isal", "starlette", "uvicorn", "obstore")


def doctor(
    data_dir: Annotated[Path | None, typer.Option(help="Folder of database, pictures, secret (default: data).")] = None,
) -> None:
    """Check this installation; exit 1 if something keeps it from serving."""
    console = Console(highlight=False)
    settings = load_settings(data_dir=data_dir)
    console.print(f"Easel {__version__}, Python {platform.python_version()}, {platform.platform()}, "
                  f"{os.cpu_count()} cores")  # fmt: skip
    console.print("Libraries: " + ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES))
    checks = [
        *_misspelt(), _painter(), *_models(settings), *_vendors(settings), _data_dir(settings), *_database(settings),
        *_bucket(settings), _port(settings),
    ]  # fmt: skip
    for good, text in checks:
        mark = {True: "[green]ok[/]", False: "[red]problem[/]", None: "[yellow]note[/]"}[good]
        console.print(f"  {mark}  {escape(text)}", soft_wrap=True)
    if any(good is False for good, _ in checks):
        raise typer.Exit(1)


def _misspelt() -> list[Finding]:
    return [(None, sentence) for sentence in misspelt()]


def _painter() -> Finding:
    try:
        # Imported here: a missing system library is what this check is to find.
        importlib.import_module("easel.engines.painter.painter").Painter()
    except (ImportError, OSError) as error:
        return False, f"engine painter cannot run: {error}"
    return True, "engine painter can run (text-to-scene painter on the CPU, no neural network)"


def _models(settings: Settings) -> Iterator[Finding]:
    try:
        cards = load_models(settings)
    except (OSError, ValueError) as error:
        yield False, str(error)
        return
    yield True, f"{len(list(cards))} model cards"
    yield from clusters(settings, cards) if settings.ray_urls else open_models(settings, cards)


def _vendors(settings: Settings) -> Iterator[Finding]:
    """Whether a connection to each vendor's address can be had; nothing is sent, so that nothing is paid."""
    for name, (url, _) in settings.vendors.items():
        address = urlsplit(url)
        host, port = place = (address.hostname, address.port or (443 if address.scheme == "https" else 80))
        try:
            socket.create_connection(place, timeout=CONNECT_S).close()
        except OSError as error:
            yield None, f"{name}: {host}:{port} cannot be reached ({error}); what only it can make is answered 503"
        else:
            yield True, f"{name}: {host}:{port} can be reached; whether its keys are good is not asked"


def _data_dir(settings: Settings) -> Finding:
    folder = settings.data_dir.absolute()
    fault = data_folder.fault(folder)
    if fault:
        return False, f"data folder {folder} {fault}: {data_folder.ADVICE}"
    free_mb = shutil.disk_usage(next(p for p in (folder, *folder.parents) if p.exists())).free // MB
    if free_mb < settings.min_free_mb:
        return False, f"data folder {folder}: {free_mb} MB are free; below EASEL_MIN_FREE_MB nothing is painted"
    return True, f"data folder {folder} is writable, {free_mb:,} MB free"


def _database(settings: Settings) -> Iterator[Finding]:
    """The database of the settings, or the file in the data folder, once there is one."""
    url, file = settings.database_url, settings.data_dir / data_folder.DATABASE
    if not url and not file.exists():
        return
    try:
        with closing(Database(url.get_secret_value() if url else file)) as database:
            database.probe()
    except (OSError, ValueError) as error:
        yield False, f"{'EASEL_DATABASE_URL' if url else file.absolute()}: {error}"
    else:
        yield True, "the database answers"


def _bucket(settings: Settings) -> Iterator[Finding]:
    if settings.storage_url:
        try:
            probe(settings.storage_url)
        except (OSError, ValueError) as error:
            yield False, f"EASEL_STORAGE_URL: {str(error).partition(chr(10))[0]}"
        else:
            yield True, "pictures can be kept in the bucket"


def _port(settings: Settings) -> Finding:
    address = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as listener:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, settings.port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                return False, f"cannot listen on {address} ({error.strerror}): set EASEL_HOST or EASEL_PORT"
            return None, f"{address} is in use (perhaps by Easel): set EASEL_PORT"
    return True, f"{address} is free"
