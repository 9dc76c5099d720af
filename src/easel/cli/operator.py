"""What the operator's commands share: the database, the printing of amounts and times, and errors as one line."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from easel.app import open_database
from easel.cli.settings import load_settings
from easel.core.errors import EaselError
from easel.ledger.database import Database, usable

T = TypeVar("T")

#: The longest line that is ever printed of a table, in characters.
MOST_CHARS = 1000

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
DataDir = Annotated[Path | None, typer.Option(help="Folder of the database (default: data).")]


@contextmanager
def ledger(data_dir: Path | None, *, make: bool = False) -> Iterator[Database]:
    """The database of the settings; whatever goes wrong ends the command with one line and status 1.

    `make` is for commands that may come before the server's first start.
    """
    try:
        database = open_database(load_settings(data_dir=data_dir), make=make)
    except (OSError, ValueError) as error:
        _fail(str(error))
    try:
        with usable():
            yield database
    except EaselError as error:
        _fail(error.message)
    except OSError as error:
        _fail(str(error))
    finally:
        database.close()


def run(data_dir: Path | None, work: Callable[[Database], Awaitable[T]], *, make: bool = False) -> T:
    """Do one thing with the database."""
    with ledger(data_dir, make=make) as database:
        return asyncio.run(_awaited(work(database)))


def print_json(value: object) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows for people: as a table, or a few lines for each row where the terminal is too narrow for one.

    A table that is squeezed breaks ids into pieces, which nobody can copy. What no terminal shows has no width.
    """
    # Whoever names a key or an account may use square brackets.
    console = Console(markup=False, highlight=False)
    wide = Console(markup=False, highlight=False, width=MOST_CHARS)
    table = Table(*columns)
    for row in rows:
        table.add_row(*row)
    if not console.is_terminal or wide.measure(table).maximum <= console.width:
        (console if console.is_terminal else wide).print(table)
        return
    for first, *rest in rows:
        console.print(first, soft_wrap=True)
        known = [f"{column} {value}" for column, value in zip(columns[1:], rest, strict=True) if value]
        console.print(Padding(" · ".join(known), (0, 0, 0, 2)))


def time_text(seconds: int | None) -> str:
    """A time as people and programs read it, in UTC; empty for none."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%SZ") if seconds is not None else ""


def seconds_of(text: str, option: str) -> int:
    """Read an option's duration such as `90s`, `15m`, `12h` or `30d` as seconds; raises typer.BadParameter."""
    number, unit = text[:-1], {"s": 1, "m": 60, "h": 3600, "d": 86_400}.get(text[-1:])
    if unit is None or not (number.isascii() and number.isdecimal() and len(number) < 10):
        msg = f"{text!r} is not a duration such as 90s, 15m, 12h or 30d"
        raise typer.BadParameter(msg, param_hint=option)
    return int(number) * unit


async def _awaited(awaitable: Awaitable[T]) -> T:
    return await awaitable


def _fail(message: str) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(1) from None
