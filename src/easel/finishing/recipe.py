"""The recipe: everything that makes one picture again, kept inside the picture's own file."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

import orjson

from easel import __version__
from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style
from easel.core.result import Painted, PaintedFile
from easel.finishing.metadata import read_metadata

#: Characters that JSON leaves as they are and XML 1.0 does not allow: lone surrogates and two non-characters.
_ILLEGAL_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def digest(image: Image) -> str:
    """`sha256:` and the hexadecimal SHA-256 of a picture's width, height, channels and raw pixels."""
    state = hashlib.sha256(f"{image.width}x{image.height}x{image.channels}\n".encode())
    state.update(image.pixels)
    return f"sha256:{state.hexdigest()}"


@dataclass(frozen=True, slots=True)
class RecipeReference:
    """A reference image by its role and the digest of its decoded pixels; the pixels are not kept."""

    role: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One picture's recipe; the fields mean what they mean in a Job."""

    model: str
    engine: str = ""
    prompt: str
    negative_prompt: str = ""
    width: int
    height: int
    seed: int
    steps: int
    guidance_scale: float
    strength: float
    style: str | None = None
    style_weight: float | None = None
    quality: str = "standard"
    background: str = "auto"
    rewrite_prompt: bool = False
    watermark: bool = False
    output_format: str = "png"
    output_compression: int = 90
    references: tuple[RecipeReference, ...] = ()
    #: What was really painted from.
    revised_prompt: str = ""
    #: Words of the prompt that the engine could not use.
    unpainted: tuple[str, ...] = ()
    #: The engine's own notes, JSON values.
    details: Mapping[str, Any] = field(default_factory=dict)
    easel_version: str = __version__

    @classmethod
    def of(cls, painted: Painted | PaintedFile, job: Job, size: Size) -> "Recipe":
        """The recipe of a picture of `job` that has this size."""
        return cls(
            model=job.model,
            engine=str(painted.details.get("engine", "")),
            prompt=job.prompt,
            negative_prompt=job.negative_prompt,
            width=size.width,
            height=size.height,
            seed=painted.seed,
            steps=job.steps,
            guidance_scale=job.guidance_scale,
            strength=job.strength,
            style=job.style.name if job.style else None,
            style_weight=job.style.weight if job.style else None,
            quality=job.quality,
            background=job.background,
            rewrite_prompt=job.rewrite_prompt,
            watermark=job.watermark,
            output_format=job.output_format,
            output_compression=job.output_compression,
            references=tuple(RecipeReference(r.role.value, digest(r.image)) for r in job.references if r.image),
            revised_prompt=painted.prompt,
            unpainted=tuple(painted.unpainted) if isinstance(painted, Painted) else (),
            details=dict(painted.details),
        )

    def job(self, references: Sequence[Image] = (), *, dialect: str = "recipe") -> Job:
        """The Job that makes the picture again, with n = 1 and the picture's own seed.

        A picture made from reference images needs the same images again, in the recipe's order; raises ValueError
        where their pixels are others.
        """
        if tuple(digest(image) for image in references) != tuple(r.digest for r in self.references):
            msg = f"the recipe needs its own {len(self.references)} reference images, in their order"
            raise ValueError(msg)
        style = None
        if self.style is not None:
            style = Style(self.style) if self.style_weight is None else Style(self.style, self.style_weight)
        return Job(
            model=self.model,
            dialect=dialect,
            prompt=self.prompt,
            negative_prompt=self.negative_prompt,
            size=Size(self.width, self.height),
            seed=self.seed,
            seeds=(self.seed,),
            steps=self.steps,
            guidance_scale=self.guidance_scale,
            strength=self.strength,
            references=tuple(
                Reference(Role(known.role), b"", f"references[{index}]", image)
                for index, (known, image) in enumerate(zip(self.references, references, strict=True))
            ),
            style=style,
            quality=self.quality,
            background=self.background,
            rewrite_prompt=self.rewrite_prompt,
            watermark=self.watermark,
            output_format=self.output_format,
            output_compression=self.output_compression,
        )

    def to_json(self) -> str:
        """The recipe as JSON of which every character is legal in XML, whatever the prompt holds."""
        # Not `asdict`: it copies every value, and takes longer than all the rest.
        told = {name: getattr(self, name) for name in _NAMES}
        told["references"] = [asdict(reference) for reference in self.references]
        try:
            text = orjson.dumps(told).decode()
        except TypeError:
            # Half of a surrogate pair, or a number of more than 64 bits.
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return _ILLEGAL_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

    @classmethod
    def from_json(cls, text: str) -> "Recipe":
        """Read a recipe; unknown fields are passed over. Raises ValueError on anything that is no recipe."""
        try:
            table = json.loads(text)
            known = {f.name: table[f.name] for f in fields(cls) if f.name in table}
            known["references"] = tuple(
                RecipeReference(Role(r["role"]).value, str(r["digest"])) for r in known.get("references", ())
            )
            known["unpainted"] = tuple(str(word) for word in known.get("unpainted", ()))
            recipe = cls(**known)
        except (TypeError, KeyError, AttributeError, RecursionError) as error:
            msg = "this is no recipe"
            raise ValueError(msg) from error
        recipe._check()
        return recipe

    def _check(self) -> None:
        for name, kinds in _KINDS.items():
            value = getattr(self, name)
            if not isinstance(value, kinds) or (isinstance(value, bool) and kinds != (bool,)):
                msg = f"the recipe's {name} has a wrong type"
                raise ValueError(msg)


_NAMES = tuple(known.name for known in fields(Recipe))
#: What JSON has to hold in each field that is not a list.
_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("model", "engine", "prompt", "negative_prompt", "quality", "background"), (str,)),
    **dict.fromkeys(("output_format", "revised_prompt", "easel_version"), (str,)),
    **dict.fromkeys(("width", "height", "seed", "steps", "output_compression"), (int,)),
    **dict.fromkeys(("guidance_scale", "strength"), (int, float)),
    **dict.fromkeys(("rewrite_prompt", "watermark"), (bool,)),
    "style": (str, type(None)),
    "style_weight": (int, float, type(None)),
    "details": (dict,),
}


def recipe_text(data: bytes) -> str | None:
    """The recipe inside a file as JSON, or None where there is none."""
    recipe = read_recipe(data)
    return recipe.to_json() if recipe else None


def read_recipe(data: bytes) -> Recipe | None:
    """The recipe inside a PNG, JPEG or WebP file, without decoding it; None where there is none."""
    metadata = read_metadata(data)
    if metadata is None or metadata.recipe is None:
        return None
    try:
        return Recipe.from_json(metadata.recipe)
    except ValueError:
        return None
