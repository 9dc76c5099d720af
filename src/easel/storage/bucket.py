"""Objects in a bucket of S3, Google Cloud Storage or Azure, or in memory, through obstore.

Credentials come from the environment, as each cloud's own tools read them (`AWS_ACCESS_KEY_ID`, …).
"""

import re
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import obstore
from obstore.exceptions import BaseError
from obstore.store import MemoryStore, ObjectStore, from_url

#: A request that hangs has to fail well within a job's time. Plain HTTP is for an endpoint that the operator names
#: as `http://` (`AWS_ENDPOINT`), such as a MinIO on the same machine; the clouds' own addresses are https.
_CLIENT = {"timeout": timedelta(seconds=30), "connect_timeout": timedelta(seconds=5), "allow_http": True}
_RETRIES = {"max_retries": 3, "retry_timeout": timedelta(seconds=60)}
QUERY = re.compile(r"\?\S*")


class Bucket:
    """Implements Objects. The bucket, or its prefix, should hold nothing but Easel's pictures."""

    def __init__(self, url: str):
        """`s3://bucket/prefix`, `gs://…`, `az://…` or `memory:///`; raises ValueError on any other URL."""
        self._store = _open(url)

    async def put(self, name: str, data: bytes, *, media_type: str) -> None:
        """Upload with its media type."""
        with _os_errors():
            await obstore.put_async(self._store, name, data, attributes={"Content-Type": media_type})

    def probe(self, name: str) -> None:
        """Upload an empty object and delete it again.

        Blocking, because obstore's thread has still something to do when an awaited answer is there, and a command
        that ends at this moment is aborted (one in 150 was).
        """
        with _os_errors():
            obstore.put(self._store, name, b"", attributes={"Content-Type": "text/plain"})
            obstore.delete(self._store, [name])

    async def get(self, name: str) -> bytes:
        """Download; raises FileNotFoundError."""
        with _os_errors():
            found = await obstore.get_async(self._store, name)
            return bytes(await found.bytes_async())

    def free_bytes(self) -> int | None:
        """Buckets tell no limit."""
        return None

    async def names(self) -> AsyncGenerator[Sequence[str], None]:
        """The names in batches of up to 1,000, in the order in which all three clouds list flat buckets."""
        with _os_errors():
            async for batch in obstore.list(self._store, chunk_size=1000):
                yield [meta["path"] for meta in batch]

    async def delete(self, names: Sequence[str]) -> int:
        """Delete; a bucket does not tell who was first, so all names count."""
        if names:
            with _os_errors():
                await obstore.delete_async(self._store, list(names))
        return len(names)


def _open(url: str) -> ObjectStore:
    if url == "memory:///":
        return MemoryStore()
    try:
        return from_url(url, client_options=_CLIENT, retry_config=_RETRIES)
    except (BaseError, ValueError) as error:
        msg = f"cannot keep pictures at {url.partition('?')[0]!r}: {str(error).splitlines()[0]}"
        raise ValueError(msg) from None


@contextmanager
def _os_errors() -> Iterator[None]:
    """What the bucket refuses is an OSError; a missing object is a FileNotFoundError already."""
    try:
        yield
    except BaseError as error:
        # Behind a question mark there may be a signature.
        msg = f"the bucket refused: {QUERY.sub('', str(error).splitlines()[0])}"
        raise OSError(msg) from error
