"""A real PostgreSQL for the tests: EASEL_TEST_POSTGRES, the programs on the PATH, or the package pgserver."""

import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from easel.ledger.database import Database

OPTIONS = "-c listen_addresses='' -c fsync=off -c max_connections=200 -c shared_buffers=16MB"


class NoPostgres(Exception):
    """There is no PostgreSQL to test with; says why."""


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a server on which databases may be made and dropped; raises NoPostgres.

    The one that EASEL_TEST_POSTGRES names, or else one that is started and stopped here.
    """
    if "EASEL_TEST_POSTGRES" in os.environ:
        yield os.environ["EASEL_TEST_POSTGRES"]
        return
    with own_server() as server:
        yield server.url


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


@dataclass(frozen=True)
class Server:
    """A server of our own, in a folder of its own, and how to stop and start it."""

    programs: Path
    folder: Path
    user: str | None

    @property
    def url(self) -> str:
        """Where its databases are."""
        return f"postgresql://easel@/postgres?host={self.folder}"

    def make(self) -> None:
        """Make its files; raises RuntimeError."""
        self._run("initdb", "-A", "trust", "-U", "easel", "-E", "UTF8", "--locale=C", "--no-sync")

    def start(self) -> None:
        """Start and wait until it answers; raises RuntimeError."""
        self._run("pg_ctl", "-o", f"{OPTIONS} -k {self.folder}", "-l", self.folder / "log", "-w", "start")

    def stop(self) -> None:
        """Stop at once, as a crash does: connections are cut, and nothing is written any more."""
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self.programs / program), "-D", str(self.folder / "data"), *map(str, arguments)]
        # pg_ctl's server keeps the output open: a file, not a pipe, so that nobody waits for it.
        with tempfile.TemporaryFile() as output:
            ended = subprocess.run(command, stdout=output, stderr=output, user=self.user, cwd="/", check=False)
            if ended.returncode:
                output.seek(0)
                raise RuntimeError(f"{program}: {output.read().decode(errors='replace')}")


@contextmanager
def own_server() -> Iterator[Server]:
    """A server that may be stopped and started at will; raises NoPostgres."""
    reasons = [] if importlib.util.find_spec("psycopg") else ["psycopg is not installed"]
    for programs in () if reasons else (_on_path, _of_pgserver):
        with ExitStack() as stack:
            try:
                server = stack.enter_context(_started(programs))
            except (OSError, RuntimeError, NoPostgres) as error:
                reasons.append(str(error))
                continue
            yield server
            return
    raise NoPostgres("no PostgreSQL: set EASEL_TEST_POSTGRES, or install pgserver or PostgreSQL; " + "; ".join(reasons))


@contextmanager
def _started(find_programs: Callable[[Path], Path]) -> Iterator[Server]:
    # Not pytest's folder: PostgreSQL refuses to run as root, and another user cannot look into that one.
    folder = Path(tempfile.mkdtemp(prefix="easel-postgres-"))
    # It ends like this in a container that only has root: `nobody` is on every Unix.
    user = _other_user() if os.geteuid() == 0 else None
    try:
        server = Server(find_programs(folder), folder, user)
        if user:
            shutil.chown(folder, user)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _on_path(folder: Path) -> Path:
    del folder
    initdb = shutil.which("initdb")
    if not (initdb and shutil.which("pg_ctl")):
        raise NoPostgres("none on the PATH")
    return Path(initdb).parent


def _of_pgserver(folder: Path) -> Path:
    """Its programs; for root a copy of them, as another user may have no way into the folder of this Python."""
    spec = importlib.util.find_spec("pgserver")
    if spec is None:
        raise NoPostgres("pgserver is not installed")
    package = Path(spec.origin).parent
    if os.geteuid() == 0:
        # The programs look for their libraries beside the package.
        shutil.copytree(package.with_name("pgserver.libs"), folder / "pgserver.libs")
        package = shutil.copytree(package, folder / "pgserver", ignore=shutil.ignore_patterns("include"))
    return package / "pginstall" / "bin"


def _other_user() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
