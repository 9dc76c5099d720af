"""Which of a repository's files are a pipeline's weights, and which of them to take. Works on names alone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from easel.engines.diffusers.kinds import PAPERS
from easel.engines.diffusers.manifest import RepositoryRefused

INDEX = "model_index.json"
#: The names that diffusers and transformers give weights: whole or in shards, plain or of a variant (`fp16`).
WEIGHTS = re.compile(
    r"(diffusion_pytorch_)?model(-\d+-of-\d+)?(\.(?P<variant>[A-Za-z0-9_]+?))?(-\d+-of-\d+)?\.safetensors"
)
SHARDS = re.compile(r"(diffusion_pytorch_)?model\.safetensors\.index(\.(?P<variant>[A-Za-z0-9_]+))?\.json")
PLAIN = ""
#: Variants that are half the size of plain ones in float32; where the plain ones are small, there are none.
SMALL = ("bf16", "fp16")


def choose_weights(
    parts: Iterable[str], names: Iterable[str], variants: Sequence[str] = (PLAIN, *SMALL)
) -> tuple[str | None, dict[str, list[str]]]:
    """The first of the variants that is there, and each part's files of weights: of the variant, or else plain.

    What is called a variant here is what `from_pretrained` takes, None for plain. A part of a pipeline that has no
    weights, such as a tokenizer, has an empty list. Raises RepositoryRefused when a model has no safetensors weights.
    """
    names = set(names)
    choices = {part: _choices(part, names) for part in sorted(parts)}
    weighty = [found for found in choices.values() if found]
    for variant in variants:
        if all(variant in found or PLAIN in found for found in weighty) and (
            not weighty or any(variant in found for found in weighty)
        ):
            chosen = {part: found.get(variant) or found.get(PLAIN, []) for part, found in choices.items()}
            return variant or None, chosen
    have = sorted({variant for found in weighty for variant in found})
    msg = f"the weights are there only as variants that do not go together: {', '.join(have)}"
    raise RepositoryRefused(msg)


def needed(parts: Iterable[str], names: Iterable[str]) -> set[str]:
    """The files of a repository that a pipeline of these parts needs; of weights in several variants the smallest.

    Raises RepositoryRefused when a model has no safetensors weights, and at code of the repository's own.
    """
    names = set(names)
    code = sorted(name for name in names if name.endswith(".py"))
    if code:
        msg = f"the repository comes with code of its own ({code[0]}): choose one that diffusers itself can load"
        raise RepositoryRefused(msg)
    _, weights = choose_weights(parts, names, (*SMALL, PLAIN))
    wanted = {name for name in names if name == INDEX or (PAPERS.fullmatch(name) and not name.startswith("."))}
    for part, chosen in weights.items():
        variants = {_variant(name) for name in chosen}
        beside = {name for name in names if PurePosixPath(name).parent.as_posix() == part and _is_config(name)}
        wanted |= {*chosen, *(name for name in beside if _shards_variant(name) in variants | {None})}
    return wanted


def shards_index(name: str) -> bool:
    """Is this the list of a model's shards?"""
    return SHARDS.fullmatch(PurePosixPath(name).name) is not None


def _choices(part: str, names: set[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        if PurePosixPath(name).parent.as_posix() == part and (variant := _variant(name)) is not None:
            found.setdefault(variant, []).append(name)
    if not found and f"{part}/config.json" in names:
        msg = f"{part} has no safetensors weights: other formats are not loaded; choose another repository"
        raise RepositoryRefused(msg)
    return found


def _variant(name: str) -> str | None:
    weights = WEIGHTS.fullmatch(PurePosixPath(name).name)
    return (weights["variant"] or PLAIN) if weights else None


def _shards_variant(name: str) -> str | None:
    """The variant of a list of shards; None for any other file."""
    shards = SHARDS.fullmatch(PurePosixPath(name).name)
    return (shards["variant"] or PLAIN) if shards else None


def _is_config(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in (".json", ".txt", ".model", ".jinja")
