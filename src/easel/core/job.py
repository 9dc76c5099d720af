"""The Job: one canonical, validated request, whichever dialect it came in. Frozen."""

import random
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from easel.core.image import Image, Size

#: A seed is no secret: the system need not be asked for one.
SEEDS = random.Random()


class Role(StrEnum):
    """What a reference image is for."""

    #: The picture to edit or to start from.
    INPUT = "input"
    #: A person or thing that has to appear in the new picture.
    SUBJECT = "subject"
    #: A picture whose manner is wanted.
    STYLE = "style"
    #: Where to repaint.
    MASK = "mask"


#: What a job with references of a role is called, the most special first; without any it is `generate`.
MODES = {Role.MASK: "mask", Role.INPUT: "edit", Role.SUBJECT: "subject", Role.STYLE: "style"}


def new_id() -> str:
    """A new id for a request and its job: the milliseconds since 1970 and 80 random bits, as 32 hexadecimal digits.

    Sorted by time, as version 7 UUIDs are (RFC 9562): what is written together is then side by side in the indexes.
    """
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference image. `image` is None until intake has fetched and decoded `source`.

    `source` is an http(s) URL, a data URL, bare base64, or the bytes of an uploaded file.
    `field` is the wire name to blame, such as `subject_reference[0].image_file`.
    """

    role: Role
    source: str | bytes
    field: str
    image: Image | None = None
    #: The recipe (JSON) that came inside the image, unchecked: whoever sent the image may have written it.
    recipe: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A named style and how strongly it is wanted, in (0, 1]."""

    name: str
    weight: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Everything an engine may need, and what the dialect must remember to answer.

    `size` is None only between decoding and intake, when the picture follows the input image's size;
    `follow_area` is then the pixel area asked for, or None for the input's own size.
    `seeds` has one seed for each of the n pictures once the pipeline has fixed them (picture i: seed + i).
    """

    model: str
    dialect: str
    prompt: str
    #: The alias by which the model was asked for, as its card spells it.
    alias: str = ""
    id: str = field(default_factory=new_id)
    negative_prompt: str = ""
    size: Size | None = None
    follow_area: int | None = None
    n: int = 1
    seed: int | None = None
    seeds: tuple[int, ...] = ()
    #: Inference steps; what a step means is the engine's affair.
    steps: int = 28
    guidance_scale: float = 2.5
    #: How far an input image may be left behind: 0 keeps it, 1 keeps only its composition.
    strength: float = 0.8
    references: tuple[Reference, ...] = ()
    style: Style | None = None
    quality: str = "standard"
    #: `auto`, `opaque` or `transparent`.
    background: str = "auto"
    rewrite_prompt: bool = False
    #: Draw the visible AI-content label.
    watermark: bool = False
    #: `png`, `jpeg` or `webp`.
    output_format: str = "png"
    #: 0 to 100, for jpeg and webp.
    output_compression: int = 90
    #: Answer with the pictures' bytes instead of their URLs.
    inline: bool = False
    #: Answer as a stream of events, with this many partial pictures before each finished one.
    stream: bool = False
    partial_images: int = 0
    #: The wishes that the caller put into words: Easel's own name of each, and the wire field that it came in.
    asked: Mapping[str, str] = field(default_factory=dict)
    #: Wire names of the fields that this model has no use for.
    ignored: tuple[str, ...] = ()
    #: `http://host:port` under which the caller reached the server; signed URLs start with it.
    base_url: str = ""
    #: What the dialect must remember to answer: JSON values only, so that a job can be stored.
    reply: Mapping[str, object] = field(default_factory=dict)

    @property
    def mode(self) -> str:
        """What is asked for: `generate`, or one of `MODES`."""
        roles = {reference.role for reference in self.references}
        return next((mode for role, mode in MODES.items() if role in roles), "generate")

    def part(self, indexes: Sequence[int]) -> "Job":
        """The same job for some of its pictures only, each with its own seed."""
        seeds = tuple(self.seeds[index] for index in indexes)
        return replace(self, n=len(seeds), seeds=seeds, seed=None if self.seed is None else seeds[0])

    def with_seeds(self) -> "Job":
        """Fix every picture's seed: seed + i, or a random 32-bit one for each picture."""
        if self.seed is None:
            seeds = tuple(SEEDS.getrandbits(31) for _ in range(self.n))
        else:
            seeds = tuple(self.seed + index for index in range(self.n))
        return replace(self, seeds=seeds)

    def images(self, role: Role) -> tuple[Image, ...]:
        """The decoded reference images of one role, in the caller's order."""
        return tuple(r.image for r in self.references if r.role is role and r.image is not None)
