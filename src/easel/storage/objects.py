"""What the artifact store needs of a place that keeps named bytes. Implementations: folder.py and bucket.py."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol


class Objects(Protocol):
    """Named bytes. Names are plain file names; every failure is an OSError."""

    async def put(self, name: str, data: bytes, *, media_type: str) -> None:
        """Keep `data`: whole or not at all, and durably."""

    def probe(self, name: str) -> None:
        """Keep nothing under `name` and delete it again, to see whether that can be done. Blocking."""

    async def get(self, name: str) -> bytes:
        """What is kept under `name`; raises FileNotFoundError."""

    def free_bytes(self) -> int | None:
        """How much more fits in; None where nobody knows of a limit. Quick."""

    def names(self) -> AsyncGenerator[Sequence[str], None]:
        """All names in ascending order, in batches."""

    async def delete(self, names: Sequence[str]) -> int:
        """Delete; names that are gone already do no harm. Returns how many were deleted here."""
