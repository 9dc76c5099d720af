"""What comes back: engine events on the way, pictures and the Result at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from easel.core.image import Image, Size
from easel.core.job import Job
from easel.core.usage import Usage, usage_of


@dataclass(frozen=True, slots=True)
class Partial:
    """An engine's unfinished picture. `stage` counts from 0 within picture `index`."""

    index: int
    stage: int
    image: Image


@dataclass(frozen=True, slots=True)
class Painted:
    """An engine's finished picture number `index`, not yet labelled, encoded or stored.

    `prompt` is what was really painted from; `unpainted` lists the words that the engine could not use;
    `details` goes into the recipe as it is (JSON values); `ignored` names the fields of the job, and the wire fields of
    reference images, that the engine had no use for.
    """

    index: int
    image: Image
    seed: int
    prompt: str
    unpainted: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    #: What it cost the operator, in micro-units; the router knows it from the route.
    cost_micros: int = 0


@dataclass(slots=True)
class PaintedFile:
    """An engine's finished picture number `index` that comes as a PNG, JPEG or WebP file, not yet checked.

    The other fields are those of Painted. Whoever has made the picture of it lets go of `data`: megabytes, which all
    whom it came through would hold until the job ends.
    """

    index: int
    data: bytes
    seed: int
    prompt: str
    details: Mapping[str, object] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    cost_micros: int = 0


EngineEvent = Partial | Painted | PaintedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished, labelled, encoded and stored picture."""

    index: int
    artifact: str
    url: str
    data: bytes
    media_type: str
    size: Size
    seed: int
    prompt: str
    unpainted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartialPicture:
    """An encoded preview of picture `index`; `stage` counts from 0."""

    index: int
    stage: int
    data: bytes
    media_type: str
    size: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One job's outcome. `failed` counts the pictures that were blocked; they are not charged."""

    job: Job
    pictures: tuple[Picture, ...]
    failed: int = 0
    created: int = 0
    #: What the pictures cost the operator, those that were not delivered too, in micro-units.
    cost_micros: int = 0

    @property
    def usage(self) -> Usage:
        """The figures that some dialects report."""
        return usage_of(self.job, (picture.size for picture in self.pictures))


@dataclass(frozen=True, slots=True)
class Started:
    """The job was admitted: a stream may send its head."""

    job: Job


Event = Started | PartialPicture | Result
