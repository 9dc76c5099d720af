"""`easel audit`: are the invariants of money true, right now, on the live database?"""

import asyncio
import hashlib
from typing import Annotated

import typer
from sqlalchemy import Connection, select

from easel.app import create_store
from easel.cli.operator import AsJson, DataDir, ledger, print_json
from easel.cli.settings import load_settings
from easel.core.errors import Forbidden, NotFound, UrlExpired
from easel.ledger.audit import audit as find_breaks
from easel.ledger.database import Database
from easel.ledger.schema import pictures
from easel.storage.artifacts import ArtifactStore
from easel.storage.signed_url import split_url


def audit(
    files: Annotated[bool, typer.Option("--files", help="Read every picture that has not expired, too.")] = False,
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Check the ledger's invariants; ends with status 1 when one is broken. The server may be running.

    Every entry adds up to 0, every balance is what its entries say, nobody is overdrawn, every job was charged once
    for what it delivered, no hold is stuck, no entry was ever changed.
    """
    with ledger(data_dir) as database:
        found = find_breaks(database)
        if files:
            found += asyncio.run(_wrong_files(database, create_store(load_settings(data_dir=data_dir))))
    if as_json:
        print_json({"ok": not found, "breaks": found})
    else:
        for line in found:
            typer.echo(line)
        typer.echo(f"{len(found)} invariants are broken." if found else "All invariants hold.")
    if found:
        raise typer.Exit(1)


async def _wrong_files(database: Database, store: ArtifactStore) -> list[str]:
    """Pictures that were charged, have not expired, and are missing or not what was delivered."""

    def rows(connection: Connection) -> list:
        return connection.execute(select(pictures.c.artifact, pictures.c.url, pictures.c.sha256)).all()

    wrong = []
    for artifact, url, sha256 in await database.read(rows):
        _, query = split_url(url) or ("", {})
        try:
            data = (await store.get(artifact, query)).data
        except UrlExpired:
            continue
        except (NotFound, Forbidden):
            data = b""
        if hashlib.sha256(data).hexdigest() != sha256:
            wrong.append(f"I6 broken (what was charged is there, as it was delivered): {artifact}")
    return wrong
