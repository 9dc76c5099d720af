"""LoRAs: only those that the operator has registered, by alias. No request names a file, a link or a repository."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from easel.engines.diffusers.repository import RepositoryRefused, open_repository
from easel.engines.diffusers.source import ALIAS, Source


@dataclass(frozen=True, slots=True)
class Lora:
    """A registered LoRA: where its weights are, and how strongly they count (1 is as trained)."""

    alias: str
    source: Source
    weight: float = 1.0
    #: The safetensors file, where the repository has more than one.
    file: str = ""


@dataclass(frozen=True, slots=True)
class Adapter:
    """A LoRA whose repository was checked: what a pipeline's `load_lora_weights` needs."""

    alias: str
    folder: Path
    file: str
    weight: float


class Loras:
    """The registered LoRAs."""

    def __init__(self, loras: Iterable[Lora] = ()):
        self._loras = {lora.alias: lora for lora in loras}

    def __iter__(self) -> Iterator[Lora]:
        return iter(self._loras.values())

    @classmethod
    def load(cls, file: Path | None) -> "Loras":
        """Read the registry, a TOML file with one table for each alias; raises OSError or ValueError with its fault."""
        if file is None:
            return cls()
        try:
            return cls(
                [_lora(alias, table) for alias, table in tomllib.loads(file.read_text(encoding="utf-8")).items()]
            )
        except (ValueError, TypeError, AttributeError) as error:
            msg = f"{file.name} (EASEL_LORAS): {error}"
            raise ValueError(msg) from error

    def find(self, alias: str) -> Lora:
        """The LoRA of an alias; raises ValueError that names the aliases there are."""
        lora = self._loras.get(alias)
        if lora is None:
            known = ", ".join(sorted(self._loras)) or "none"
            msg = f"no LoRA is registered as {alias!r} (EASEL_LORAS has: {known})"
            raise ValueError(msg)
        return lora

    def of(self, source: Source) -> tuple[Lora, ...]:
        """The LoRAs that a route's source names, in its order; raises ValueError at one that is not registered."""
        return tuple(self.find(alias) for alias in source.loras)


def open_lora(lora: Lora, weights: Path) -> Adapter:
    """Check a LoRA's repository; raises RepositoryRefused."""
    repository = open_repository(lora.source, weights)
    if repository.pipeline:
        msg = f"{lora.source} is a whole pipeline, no LoRA ({lora.alias})"
        raise RepositoryRefused(msg)
    file = lora.file or (next(iter(repository.parts)) if len(repository.parts) == 1 else "")
    if file not in repository.parts:
        files = ", ".join(sorted(repository.parts))
        msg = f"{lora.source} has these files: {files}; name one of them as `file` of {lora.alias} in EASEL_LORAS"
        raise RepositoryRefused(msg)
    return Adapter(lora.alias, repository.path, file, lora.weight)


def _lora(alias: str, table: Mapping[str, object]) -> Lora:
    if not ALIAS.fullmatch(alias):
        msg = f"{alias!r} is no alias: letters, digits, dots, dashes and underscores"
        raise ValueError(msg)
    strange = table.keys() - {"source", "weight", "file"}
    if strange or "source" not in table:
        msg = f"{alias}: {f'{min(strange)} is not known' if strange else 'source is missing'}"
        raise ValueError(msg)
    source = Source.parse(str(table["source"]))
    if source.loras:
        msg = f"{alias}: a LoRA's source names no LoRA"
        raise ValueError(msg)
    weight = float(table.get("weight", 1.0))
    if not -4 <= weight <= 4:
        msg = f"{alias}: weight must be from -4 to 4"
        raise ValueError(msg)
    return Lora(alias, source, weight, str(table.get("file", "")))
