"""How large reference images may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from easel.core.job import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Bounds of each image and of all the images of one request together. Bytes are those of the encoded files."""

    #: The OpenAI API's largest upload.
    max_bytes: int = 50_000_000
    #: Tighter ones by role: MiniMax documents 10 MB for `subject_reference`.
    role_max_bytes: Mapping[Role, int] = field(default_factory=lambda: {Role.SUBJECT: 10_000_000})
    max_pixels: int = 25_000_000
    request_references: int = 32
    request_bytes: int = 100_000_000
    #: At most 4 bytes each once decoded; sixteen 2048x2048 pictures fit.
    request_pixels: int = 68_000_000

    def bytes_of(self, role: Role) -> int:
        """The largest file for one role."""
        return min(self.max_bytes, self.role_max_bytes.get(role, self.max_bytes))
