"""Usage in tokens, as vendors' answers report it.

Nothing here is made of tokens or paid by them: these are figures by a plain rule (docs/dialects.md), for clients that
add them up. They are near what the vendors count, and the same every time.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from easel.core.image import Size
from easel.core.job import Job

#: Four English letters, or a Chinese character and a third, are about a token.
BYTES_A_TOKEN = 4
#: What Google counts for a small picture that is sent.
REFERENCE_TOKENS = 258
#: What Google counts for a picture of its sizes 512, 1K, 2K and 4K, each up to half way to the next one's area.
PICTURE_TOKENS = ((2 * 512**2, 747), (2 * 1024**2, 1120), (2 * 2048**2, 1680))
LARGE_PICTURE_TOKENS = 2520


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a job's words, of the pictures that came with it and of those that were delivered."""

    text: int
    references: int
    pictures: int = 0

    @property
    def prompt(self) -> int:
        """All that came in."""
        return self.text + self.references

    @property
    def total(self) -> int:
        """What came in and what went out."""
        return self.prompt + self.pictures


def usage_of(job: Job, delivered: Iterable[Size] = ()) -> Usage:
    """The usage of a job that delivered pictures of these sizes."""
    words = len(f"{job.prompt}{job.negative_prompt}".encode(errors="replace"))
    pictures = sum(picture_tokens(size) for size in delivered)
    return Usage(-(-words // BYTES_A_TOKEN), REFERENCE_TOKENS * len(job.references), pictures)


def picture_tokens(size: Size) -> int:
    """The tokens of one delivered picture."""
    return next((tokens for area, tokens in PICTURE_TOKENS if size.area <= area), LARGE_PICTURE_TOKENS)
