"""The Hub, or a mirror that speaks its routes: what a repository holds at one commit, and its files."""

import asyncio
import hashlib
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import aiohttp
from yarl import URL

from easel.engines.diffusers.manifest import safe_name

CONNECT_TIMEOUT_S = 15.0
#: The longest silence of the other side.
READ_TIMEOUT_S = 60.0
#: How often in a row a request may fail without anything having come: for a listing, and for a file on its way.
LISTING_ATTEMPTS = 3
FILE_ATTEMPTS = 8
#: The pause after the first failure; it doubles each time.
PAUSE_S = 1.0
CHUNK_BYTES = 1024 * 1024
COMMIT = re.compile(r"[0-9a-f]{40}")
SHA256 = re.compile(r"[0-9a-f]{64}")

T = TypeVar("T")
#: Told of every piece that has come, in bytes; less than nothing takes back.
OnBytes = Callable[[int], None]


class HubFailed(OSError):
    """The Hub did not give what was asked for; says why, and what to do."""


class Passing(HubFailed):
    """The Hub failed in a way that may be over in a moment."""


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a repository, known by its SHA-256; a small one that git keeps itself by git's id (hex)."""

    name: str
    size: int
    sha256: str = ""
    git_id: str = ""

    def fits(self, path: Path) -> bool:
        """Is this the file? Reads all of it."""
        if path.stat().st_size != self.size:
            return False
        with path.open("rb") as file:
            if self.sha256:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
            blob = b"blob %d\0" % self.size + file.read()
        # The hash is git's choice.
        return hashlib.sha1(blob, usedforsecurity=False).hexdigest() == self.git_id


class Hub:
    """A client of one endpoint, such as `https://huggingface.co`, to be used in an `async with`.

    The token goes to the endpoint only, never to a host that it redirects to. Proxies are those of the environment.
    """

    def __init__(self, endpoint: str, *, token: str | None = None, pause_s: float = PAUSE_S):
        self._endpoint = endpoint.rstrip("/")
        self._headers = {"User-Agent": "Easel", "Accept-Encoding": "identity"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        self._pause_s = pause_s
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Hub":
        """Open the client."""
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_S, sock_read=READ_TIMEOUT_S)
        self._session = aiohttp.ClientSession(timeout=timeout, trust_env=True, cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the client."""
        await self._session.close()

    async def newest(self, repository: str) -> str:
        """The commit that the repository's main branch is at; raises HubFailed."""
        commit = (await self._listing(repository, "main")).get("sha")
        if not isinstance(commit, str) or not COMMIT.fullmatch(commit):
            msg = f"{self._endpoint} does not tell the commit of {repository}: use another mirror"
            raise HubFailed(msg)
        return commit

    async def files(self, repository: str, revision: str) -> tuple[HubFile, ...]:
        """What the repository holds at a commit; raises HubFailed, or RepositoryRefused at a name that leads astray."""
        table = await self._listing(repository, revision)
        if table.get("sha") != revision:
            msg = f"{self._endpoint} answered with another commit of {repository} than {revision}: use another mirror"
            raise HubFailed(msg)
        try:
            return tuple(_file(each) for each in table["siblings"])
        except (KeyError, TypeError, AttributeError):
            msg = f"{self._endpoint} does not tell the sizes and hashes of {repository}: use another mirror"
            raise HubFailed(msg) from None

    async def download(self, repository: str, revision: str, file: HubFile, path: Path, on_bytes: OnBytes) -> None:
        """Bring one file to `path`; goes on with what an earlier try left in `path`.part.

        The file gets its name only once its content was found right. Raises HubFailed.
        """
        part = path.with_name(f"{path.name}.part")
        path.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        if _size(part) > file.size:
            part.write_bytes(b"")
        on_bytes(_size(part))
        url = f"/{repository}/resolve/{revision}/{quote(file.name)}"
        await self._persist(
            lambda: self._fetch(url, part, file.size, on_bytes), FILE_ATTEMPTS, progress=lambda: _size(part)
        )
        if not await asyncio.to_thread(file.fits, part):
            part.unlink()
            msg = f"{file.name} of {repository} arrived with another content than the Hub lists: run it again"
            raise HubFailed(msg)
        part.replace(path)

    async def _listing(self, repository: str, revision: str) -> dict[str, Any]:
        path = f"/api/models/{repository}/revision/{revision}?blobs=true"
        try:
            table = json.loads(await self._persist(lambda: self._read(path), LISTING_ATTEMPTS))
        except ValueError:
            table = None
        if not isinstance(table, dict):
            msg = f"{self._endpoint} does not speak as the Hub does: set EASEL_HUB_ENDPOINT"
            raise HubFailed(msg)
        return table

    async def _persist(
        self, action: Callable[[], Awaitable[T]], attempts: int, *, progress: Callable[[], int] = lambda: 0
    ) -> T:
        """Do it again for as long as it may pass; whatever moves on counts as a new beginning."""
        best, failures = progress(), 0
        while True:
            try:
                return await action()
            except Passing as error:
                failures = 1 if progress() > best else failures + 1
                best = max(best, progress())
                if failures == attempts:
                    msg = f"{error} Run it again later: it goes on from here."
                    raise HubFailed(msg) from None
            await asyncio.sleep(self._pause_s * 2 ** (failures - 1))

    async def _read(self, path: str) -> bytes:
        async with self._get(path) as answer:
            return await answer.read()

    async def _fetch(self, path: str, part: Path, size: int, on_bytes: OnBytes) -> None:
        done = _size(part)
        if done == size:
            return
        async with self._get(path, {"Range": f"bytes={done}-"} if done else {}) as answer:
            if answer.status == HTTPStatus.PARTIAL_CONTENT:
                if not answer.headers.get("Content-Range", "").startswith(f"bytes {done}-"):
                    msg = f"{self._endpoint} sent another part of {path} than it was asked for: use another mirror"
                    raise HubFailed(msg)
            else:
                on_bytes(-done)
                done = 0
            with part.open("ab" if done else "wb") as out:
                async for piece in answer.content.iter_chunked(CHUNK_BYTES):
                    done += len(piece)
                    if done > size:
                        return
                    out.write(piece)
                    on_bytes(len(piece))
        if done < size:
            msg = f"{self._endpoint} ended {path} early."
            raise Passing(msg)

    @asynccontextmanager
    async def _get(self, path: str, headers: Mapping[str, str] | None = None) -> AsyncIterator[aiohttp.ClientResponse]:
        url = URL(self._endpoint + path, encoded=True)
        try:
            async with self._session.get(url, headers={**self._headers, **(headers or {})}) as answer:
                self._check(answer, path)
                yield answer
        except (aiohttp.ClientError, TimeoutError) as error:
            msg = f"{self._endpoint} cannot be reached ({type(error).__name__}); is EASEL_HUB_ENDPOINT right?"
            raise Passing(msg) from None

    def _check(self, answer: aiohttp.ClientResponse, path: str) -> None:
        status = answer.status
        if status in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
            return
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            msg = (
                f"{self._endpoint} does not give out {path} ({status}): accept the licence on the model's page there, "
                "and set EASEL_HUB_TOKEN to a token of that account"
            )
            raise HubFailed(msg)
        if status == HTTPStatus.NOT_FOUND:
            msg = f"{self._endpoint} has no {path}: is the repository's name right, and the commit?"
            raise HubFailed(msg)
        msg = f"{self._endpoint} answered {status}."
        passing = status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS
        raise Passing(msg) if passing else HubFailed(msg)


def _size(path: Path) -> int:
    return path.stat().st_size


def _file(entry: Mapping[str, Any]) -> HubFile:
    """One entry of a listing; raises KeyError when it tells neither hash."""
    name, size, lfs = safe_name(entry["rfilename"]), entry["size"], entry.get("lfs")
    digest = lfs["sha256"] if lfs else entry["blobId"]
    if type(size) is not int or size < 0 or not (SHA256 if lfs else COMMIT).fullmatch(digest):
        raise KeyError(name)
    return HubFile(name, size, sha256=digest) if lfs else HubFile(name, size, git_id=digest)
