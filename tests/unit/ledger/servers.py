"""A real PostgreSQL for the tests: EASEL_TEST_POSTGRES, the package pgserver, or the programs on the PATH."""

import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from easel.ledger.database import Database

OPTIONS = "-c listen_addresses='' -c fsync=off -c max_connections=200 -c shared_buffers=16MB"


def missing() -> str | None:
    """Why there is no PostgreSQL to test with; None when there is one."""
    if importlib.util.find_spec("psycopg") is None:
        return "psycopg is not installed"
    if "EASEL_TEST_POSTGRES" in os.environ or _programs() is not None:
        return None
    return "no PostgreSQL: set EASEL_TEST_POSTGRES, or install pgserver or PostgreSQL"


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a server on which databases may be made and dropped; started and stopped here unless it was given."""
    if "EASEL_TEST_POSTGRES" in os.environ:
        yield os.environ["EASEL_TEST_POSTGRES"]
        return
    # Not pytest's folder: PostgreSQL refuses to run as root, and another user cannot look into that one.
    folder = Path(tempfile.mkdtemp(prefix="easel-postgres-"))
    # It ends like this in a container that only has root: `nobody` is on every Unix.
    user = _other_user() if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    try:
        _run("initdb", "-D", folder / "data", "-A", "trust", "-U", "easel", "-E", "UTF8", "--locale=C", "--no-sync",
             user=user)  # fmt: skip
        start = ("-o", f"{OPTIONS} -k {folder}", "-l", folder / "log", "-w", "start")
        _run("pg_ctl", "-D", folder / "data", *start, user=user)
        try:
            yield f"postgresql://easel@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(server: str, template: str | None = None) -> Iterator[str]:
    """The URL of an empty database on the server, or of a copy of another one; dropped afterwards."""
    name = f"easel_test_{secrets.token_hex(6)}"
    admin = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else "")))
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        admin.dispose()


@contextmanager
def migrated_template(server: str) -> Iterator[str]:
    """The name of a database that has all tables, to copy from."""
    with fresh_database(server) as url:
        database = Database(url)
        database.migrate()
        database.close()
        yield make_url(url).database


def _programs() -> Path | None:
    spec = importlib.util.find_spec("pgserver")
    if spec and spec.origin:
        return Path(spec.origin).parent / "pginstall" / "bin"
    found = shutil.which("initdb")
    return Path(found).parent if found and shutil.which("pg_ctl") else None


def _other_user() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(program: str, *arguments: object, user: str | None) -> None:
    command = [str(_programs() / program), *map(str, arguments)]
    # pg_ctl's server keeps the output open: a file, not a pipe, so that nobody waits for it.
    with tempfile.TemporaryFile() as output:
        ended = subprocess.run(command, stdout=output, stderr=output, user=user, cwd="/", check=False)
        if ended.returncode:
            output.seek(0)
            raise RuntimeError(f"{program}: {output.read().decode(errors='replace')}")
