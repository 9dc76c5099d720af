"""Opening a repository of weights: nothing reaches a loader that could run code, or that is not what was pulled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from easel.engines.diffusers.kinds import check_content, check_name, read_json
from easel.engines.diffusers.manifest import File, Manifest, RepositoryRefused, sha256_of, walk
from easel.engines.diffusers.selection import INDEX, choose_weights, shards_index
from easel.engines.diffusers.source import Source
from easel.engines.diffusers.tensors import NotSafetensors, Tensors, read_tensors

#: What a pipeline's parts may be made of: the libraries themselves, and one module of old Stable Diffusion pipelines.
LIBRARIES = frozenset(("diffusers", "transformers", "stable_diffusion"))


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder that was checked and may be loaded.

    `parts` are the pipeline's parts with weights (`transformer`, `vae`, …) as they are on disk. For a repository
    without a pipeline (a LoRA), `pipeline` is empty and `parts` has one entry for each safetensors file.
    """

    path: Path
    #: The class that model_index.json names, such as `FluxPipeline`.
    pipeline: str
    #: What `from_pretrained` has to be given as `variant`.
    variant: str | None
    parts: Mapping[str, Tensors]


def open_repository(source: Source, weights: Path) -> Repository:
    """The repository of a source, checked from the first to the last byte; `weights` is the folder of pulled ones.

    Reads every file, on up to 8 threads: about a second of one core for each GiB. Raises RepositoryRefused.
    """
    problem = missing(source, weights)
    if problem:
        raise RepositoryRefused(problem)
    folder = source.path(weights)
    damaged = Manifest.read(folder).damaged(folder)
    if damaged:
        msg = f"{damaged} of {source} is not the file that was pulled: remove the folder {folder} and {_get(source)}"
        raise RepositoryRefused(msg)
    return check(folder)


def missing(source: Source, weights: Path) -> str | None:
    """Why a source cannot be loaded, in words that say what to do, or None. Quick: looks at names and sizes only."""
    folder = source.path(weights)
    try:
        manifest = Manifest.read(folder)
        if manifest is None:
            what = "has not been checked" if folder.is_dir() else "is not here"
            return f"{source.base} {what}: {_get(source)}"
        if source.folder is None and manifest.source != source.base:
            return f"{folder} holds {manifest.source}: remove it and {_get(source)}"
        unlike = manifest.unlike(folder)
    except (OSError, RepositoryRefused) as error:
        return f"{source.base} cannot be used: {error}"
    return f"{source.base} has changed: {unlike}; remove the folder {folder} and {_get(source)}" if unlike else None


def seal(folder: Path, source: str = "") -> Repository:
    """Check a folder and write its manifest: from then on it may be loaded, as long as nothing in it changes.

    Raises RepositoryRefused.
    """
    repository = check(folder)
    files = {name: File(path.stat().st_size, sha256_of(path)) for name, path in walk(folder)}
    Manifest(source or str(folder), files).write(folder)
    return repository


def check(folder: Path) -> Repository:
    """What a folder holds, if all of it is safe to load; raises RepositoryRefused that names the file at fault."""
    files = dict(walk(folder))
    for name, path in files.items():
        check_name(name)
        check_content(name, path)
        if shards_index(name):
            _check_shards(name, path, files)
    tensors = {name: _tensors(name, path) for name, path in files.items() if path.suffix.lower() == ".safetensors"}
    if INDEX not in files:
        if not tensors:
            msg = f"{folder} holds no {INDEX} and no safetensors file: it is no repository of weights"
            raise RepositoryRefused(msg)
        return Repository(folder, "", None, tensors)
    pipeline, parts = read_index(files[INDEX].read_bytes())
    variant, chosen = choose_weights(parts, files)
    sums = {part: _sum(tensors[name] for name in names) for part, names in chosen.items() if names}
    return Repository(folder, pipeline, variant, sums)


def read_index(data: bytes) -> tuple[str, frozenset[str]]:
    """The pipeline's class and the names of its parts, from a model_index.json; raises RepositoryRefused."""
    table = read_json(INDEX, data)
    pipeline = table.get("_class_name") if isinstance(table, dict) else None
    if not isinstance(pipeline, str) or not pipeline.isidentifier():
        msg = f"{INDEX} names no pipeline class of diffusers; code of a repository is never run"
        raise RepositoryRefused(msg)
    parts = set()
    for part, value in table.items():
        if not isinstance(value, list) or value == [None, None]:
            continue
        if len(value) != 2 or value[0] not in LIBRARIES or not part.isidentifier():
            msg = f"{INDEX} takes its {part[:80]} from {str(value)[:80]}: only diffusers and transformers are used"
            raise RepositoryRefused(msg)
        parts.add(part)
    return pipeline, frozenset(parts)


def _get(source: Source) -> str:
    return f"run `easel pull {source.base}`"


def _tensors(name: str, path: Path) -> Tensors:
    try:
        return read_tensors(path)
    except NotSafetensors as error:
        msg = f"{name} {error}; remove it and pull again"
        raise RepositoryRefused(msg) from None


def _check_shards(name: str, path: Path, files: Mapping[str, Path]) -> None:
    table = read_json(name, path.read_bytes())
    shards = table.get("weight_map") if isinstance(table, dict) else None
    if not isinstance(shards, dict):
        msg = f"{name} lists no weights: pull again"
        raise RepositoryRefused(msg)
    for shard in sorted({str(each) for each in shards.values()}):
        if "/" in shard or (PurePosixPath(name).parent / shard).as_posix() not in files:
            msg = f"{name} names {shard[:200]!r}, which is not beside it: pull again"
            raise RepositoryRefused(msg)


def _sum(tensors: Iterable[Tensors]) -> Tensors:
    both = list(tensors)
    return Tensors(sum(each.parameters for each in both), sum(each.bytes for each in both))
