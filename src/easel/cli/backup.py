"""`easel backup`: a copy of what a server cannot do without, made while it runs."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from easel.cli.operator import DataDir, run
from easel.cli.settings import load_settings
from easel.ledger.database import Database
from easel.storage import data_folder
from easel.storage.folder import PART


def backup(
    folder: Annotated[Path, typer.Argument(help="Where to; made when it is missing.", file_okay=False)],
    data_dir: DataDir = None,
) -> None:
    """Copy the database, the pictures and the secret that signs their URLs. The server may be running.

    A second backup into the same folder replaces the database and adds the pictures that are new. What is in PostgreSQL
    or in a bucket is not copied.
    """
    settings = load_settings(data_dir=data_dir)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The database first: every picture that it names is then among the files.
        if not run(data_dir, lambda database: _copy_database(database, folder / data_folder.DATABASE)):
            typer.echo("Not in this backup: the database, which is in PostgreSQL. See docs/operations.md.")
        if settings.storage_url:
            typer.echo("Not in this backup: the pictures, which are in a bucket.")
        else:
            _copy_pictures(settings.data_dir / data_folder.PICTURES, folder / data_folder.PICTURES)
        _copy(settings.data_dir / "signing.key", folder / "signing.key")
    except OSError as error:
        typer.echo(f"The backup is not complete: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"Written to {folder}.")


async def _copy_database(database: Database, target: Path) -> bool:
    """A copy of this moment, whole or not there; False where the database is no file."""

    def copy(connection: Connection) -> bool:
        if connection.dialect.name != "sqlite":
            return False
        part = target.with_name(target.name + PART)
        part.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(part)) as copied:
                connection.connection.driver_connection.backup(copied)
        except sqlite3.Error as error:
            part.unlink(missing_ok=True)
            msg = f"The backup is not complete: {target} cannot be written ({error})"
            raise OSError(msg) from error
        part.replace(target)
        return True

    return await database.read(copy)


def _copy_pictures(source: Path, target: Path) -> None:
    """Pictures never change, so those that are there already are left alone."""
    target.mkdir(exist_ok=True)
    for picture in source.iterdir() if source.is_dir() else ():
        if picture.suffix != PART and not (target / picture.name).exists():
            # One that has expired since it was listed is missing from nothing.
            with suppress(FileNotFoundError):
                _copy(picture, target / picture.name)


def _copy(source: Path, target: Path) -> None:
    """Whole or not there: what a cut-off copy leaves is not taken for the file."""
    part = target.with_name(target.name + PART)
    shutil.copy2(source, part, follow_symlinks=False)
    part.replace(target)
