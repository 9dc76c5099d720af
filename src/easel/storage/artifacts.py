"""Artifacts: picture files under opaque ids, each with one expiry, and no database.

An artifact's id is its object's name: the expiry as 8 hexadecimal digits, 128 random bits, the format. So the
names sort by expiry, and the sweep reads the list from its start up to the first picture that still lives.
"""

import math
import re
import secrets
import time
from collections.abc import Mapping
from contextlib import aclosing
from pathlib import Path
from urllib.parse import unquote, urlsplit

import structlog

from easel.core.errors import Forbidden, NotFound, ServiceError
from easel.core.failpoint import failpoint
from easel.core.ports import Encoded, Stored
from easel.storage.folder import PART, Folder
from easel.storage.objects import Objects
from easel.storage.signed_url import NOT_VALID, Signer, split_url

log = structlog.get_logger(__name__)

#: How long what is free on the disk is believed, in seconds.
LOOK_AGAIN_S = 1.0
#: How the name of a file begins that is only to see whether one can be written.
PROBE = "probe-"
_ARTIFACT = re.compile(r"[0-9a-f]{40}\.(png|jpeg|webp)")
_SWEEPABLE = re.compile(rf"([0-9a-f]{{8}})[0-9a-f]{{32}}\.(?:png|jpeg|webp)(?:{re.escape(PART)})?")


class ArtifactStore:
    """Implements the port Store."""

    def __init__(self, url: str, *, signer: Signer, keep: bool = False, min_free_bytes: int = 0):
        """`url` is `file:///folder`, `s3://bucket/prefix`, `gs://…`, `az://…` or `memory:///`.

        `keep` leaves expired pictures in place; their URLs expire all the same. With less than `min_free_bytes` free
        on the disk, there is no room.
        """
        self._objects = open_objects(url)
        self._signer = signer
        self._keep = keep
        self._min_free_bytes = min_free_bytes
        self._has_room, self._looked = True, -math.inf

    @property
    def has_room(self) -> bool:
        """Is there room for more pictures? Looked up once a second at most."""
        now = time.monotonic()
        if now >= self._looked + LOOK_AGAIN_S:
            self._has_room, self._looked = self._look(), now
        return self._has_room

    async def put(self, encoded: Encoded, *, lifetime_s: int) -> Stored:
        """Keep a PNG, JPEG or WebP file for `lifetime_s` seconds, counted from the next full second."""
        expires = math.ceil(self._signer.clock()) + lifetime_s
        extension = encoded.media_type.removeprefix("image/")
        artifact = f"{expires:08x}{secrets.token_hex(16)}.{extension}"
        if not _ARTIFACT.fullmatch(artifact):
            msg = f"cannot keep {encoded.media_type} for {lifetime_s} seconds"
            raise ValueError(msg)
        try:
            await self._objects.put(artifact, encoded.data, media_type=encoded.media_type)
        except OSError as error:
            log.error("picture not stored", error=str(error).partition("\n")[0])
            msg = "The picture could not be stored."
            raise ServiceError(msg) from error
        failpoint("picture-stored")
        return Stored(artifact, self._signer.sign(artifact, encoded.media_type, expires=expires))

    async def get(self, artifact: str, query: Mapping[str, str]) -> Encoded:
        """The file behind a signed URL; raises Forbidden, UrlExpired or NotFound. Checked before storage is touched."""
        name = _ARTIFACT.fullmatch(artifact)
        if name is None:
            raise Forbidden(NOT_VALID)
        media_type = f"image/{name[1]}"
        self._signer.check(artifact, media_type, query)
        try:
            return Encoded(await self._objects.get(artifact), media_type)
        except FileNotFoundError:
            raise NotFound from None
        except OSError as error:
            msg = "The picture could not be read."
            raise ServiceError(msg) from error

    async def own(self, url: str) -> bytes | None:
        """The bytes behind one of this store's own signed URLs, whatever its host.

        None when the URL is not one of them, or is one but not valid any more.
        """
        parts = split_url(url)
        if parts is None:
            return None
        try:
            return (await self.get(*parts)).data
        except (Forbidden, NotFound):
            return None

    async def sweep(self, now: float | None = None) -> int:
        """Delete what has expired by `now` (Unix time) and count it; raises OSError.

        Safe to repeat, to interrupt and to run in several processes at once. Files that are not Easel's stay.
        """
        now = self._signer.clock() if now is None else now
        deleted = 0
        if self._keep:
            return deleted
        async with aclosing(self._objects.names()) as batches:
            async for names in batches:
                expiries = {name: int(match[1], 16) for name in names if (match := _SWEEPABLE.fullmatch(name))}
                expired = [name for name, expires in expiries.items() if expires <= now]
                deleted += await self._objects.delete(expired)
                if len(expired) < len(expiries):
                    break
        return deleted

    def _look(self) -> bool:
        try:
            free = self._objects.free_bytes()
        except OSError:
            # Whatever is wrong with the folder, writing to it will tell.
            return True
        if free is None or free >= self._min_free_bytes:
            return True
        log.error("no room for pictures", free_bytes=free, needed_bytes=self._min_free_bytes)
        return False


def open_objects(url: str) -> Objects:
    """The place behind a storage URL; raises ValueError on a URL of another kind."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Folder(Path(unquote(parts.path)))
    # Imported here: most servers keep their pictures in a folder.
    from easel.storage.bucket import Bucket

    return Bucket(url)


def probe(url: str) -> None:
    """Write an empty file at a storage URL and delete it again; raises OSError or ValueError when that cannot be."""
    open_objects(url).probe(f"{PROBE}{secrets.token_hex(8)}")
