"""Opening a repository of weights: nothing reaches a loader that could run code, or that is not what was pulled."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from easel.engines.diffusers.manifest import NAME, File, Manifest, RepositoryRefused, sha256_of, walk
from easel.engines.diffusers.source import Source
from easel.engines.diffusers.tensors import NotSafetensors, Tensors, read_tensors

INDEX = "model_index.json"
#: Formats that can hold Python objects or code, or that torch or another runtime executes.
UNSAFE = frozenset(
    ".bin .pt .pth .ckpt .pkl .pickle .pt2 .py .pyc .pyd .so .dll .dylib .npy .npz .joblib .h5 .keras .zip .whl "
    ".sh".split()
)
TEXTS = frozenset((".txt", ".md", ".jinja"))
PLAIN_NAMES = re.compile(r"(LICEN[CS]E|NOTICE|README)\b.*|\.gitattributes|\.gitignore", re.IGNORECASE)
PICTURES = {".png": b"\x89PNG", ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8", ".webp": b"RIFF", ".gif": b"GIF8"}
#: A SentencePiece model is a protocol-buffer message that begins with its first piece.
SENTENCEPIECE = b"\x0a"
#: Keys by which a configuration makes a library import code from the repository or from elsewhere.
CODE_KEYS = frozenset(("auto_map", "custom_pipeline", "custom_pipelines", "trust_remote_code"))
#: What a pipeline's parts may be made of: the libraries themselves, and one module of old Stable Diffusion pipelines.
LIBRARIES = frozenset(("diffusers", "transformers", "stable_diffusion"))
CONFIG_MAX_BYTES = 64 * 1024 * 1024
WEIGHTS = re.compile(r"(?P<stem>[^.]+?)(-\d+-of-\d+)?(\.(?P<variant>[A-Za-z0-9_]+?))?(-\d+-of-\d+)?\.safetensors")
SHARDS = re.compile(r"[^.]+\.safetensors\.index(\.[A-Za-z0-9_]+)?\.json")
#: Smaller files of the same weights, the best first.
VARIANTS = ("bf16", "fp16")


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

    Reads every file once: about a second for each 2 GB and core. Raises RepositoryRefused.
    """
    folder = source.path(weights)
    problem = missing(source, weights)
    if problem:
        raise RepositoryRefused(problem)
    manifest = Manifest.read(folder)
    damaged = manifest.damaged(folder)
    if damaged:
        msg = f"{damaged} of {source} is not the file that was pulled: remove it and run `easel pull` again"
        raise RepositoryRefused(msg)
    return check(folder)


def missing(source: Source, weights: Path) -> str | None:
    """Why a source cannot be loaded, in words that say what to do, or None. Quick: looks at names and sizes only."""
    folder = source.path(weights)
    get = f"run `easel pull {source.folder or f'{source.repository}@{source.revision}'}`"
    try:
        manifest = Manifest.read(folder)
        if manifest is None:
            return f"{source} has not been checked: {get}" if folder.is_dir() else f"{source} is not here: {get}"
        if source.folder is None and manifest.source != f"{source.repository}@{source.revision}":
            return f"{folder} holds {manifest.source}: remove it and {get}"
        unlike = manifest.unlike(folder)
    except (OSError, RepositoryRefused) as error:
        return f"{source} cannot be used: {error}"
    return f"{source} is not complete: {unlike}; {get}" if unlike else None


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
        _check_content(name, path)
    tensors = {name: _tensors(name, path) for name, path in files.items() if name.endswith(".safetensors")}
    for name, path in files.items():
        if SHARDS.fullmatch(path.name):
            _check_shards(name, path, files)
    if INDEX not in files:
        if not tensors:
            msg = f"{folder} holds no {INDEX} and no safetensors file: it is no repository of weights"
            raise RepositoryRefused(msg)
        return Repository(folder, "", None, tensors)
    pipeline, parts = read_index(files[INDEX].read_bytes())
    variant, chosen = choose_weights(parts, files)
    sums = {part: _sum(tensors[name] for name in names) for part, names in chosen.items() if names}
    return Repository(folder, pipeline, variant, sums)


def check_name(name: str) -> None:
    """Refuse, by its name alone, a file that no pipeline of safetensors weights needs."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in UNSAFE:
        msg = f"{name} can run code when it is loaded: only safetensors weights are used; remove it, or pull again"
        raise RepositoryRefused(msg)
    known = suffix in {".safetensors", ".json", ".model", *TEXTS, *PICTURES}
    if not known and not PLAIN_NAMES.fullmatch(PurePosixPath(name).name):
        msg = f"{name} is no file that a pipeline needs: remove it"
        raise RepositoryRefused(msg)


def read_index(text: bytes) -> tuple[str, frozenset[str]]:
    """The pipeline's class and the names of its parts, from a model_index.json; raises RepositoryRefused."""
    table = _json(INDEX, text)
    pipeline = table.get("_class_name") if isinstance(table, dict) else None
    if not isinstance(pipeline, str) or not pipeline.isidentifier():
        msg = f"{INDEX} names no pipeline class of diffusers; code of the repository's own is never run"
        raise RepositoryRefused(msg)
    parts = set()
    for part, value in table.items():
        if not isinstance(value, list):
            continue
        library = value[0] if len(value) == 2 else ""
        if library is not None and library not in LIBRARIES:
            msg = f"{INDEX} takes its {part} from {str(library)[:80]!r}: only diffusers and transformers are used"
            raise RepositoryRefused(msg)
        if library is not None:
            parts.add(part)
    return pipeline, frozenset(parts)


def choose_weights(parts: frozenset[str], names: Iterable[str]) -> tuple[str | None, dict[str, list[str]]]:
    """The variant to load and each part's files of weights: the plain ones where all parts have them.

    Raises RepositoryRefused when a part has a model's config.json and no safetensors weights.
    """
    names = set(names)
    choices: dict[str, dict[str, list[str]]] = {}
    for part in sorted(parts):
        found: dict[str, list[str]] = {}
        for name in sorted(names):
            weights = WEIGHTS.fullmatch(name.removeprefix(f"{part}/")) if name.startswith(f"{part}/") else None
            if weights:
                found.setdefault(weights["variant"] or "", []).append(name)
        if not found and f"{part}/config.json" in names:
            msg = f"{part} has no safetensors weights: other formats are not loaded; choose another repository"
            raise RepositoryRefused(msg)
        choices[part] = found
    variant = None
    lacking = [part for part, found in choices.items() if found and "" not in found]
    if lacking:
        variant = next((v for v in VARIANTS if all(v in choices[part] for part in lacking)), None)
        if variant is None:
            msg = (
                f"{lacking[0]} has only weights of the variants {', '.join(choices[lacking[0]])}: none of them is known"
            )
            raise RepositoryRefused(msg)
    return variant, {part: found.get(variant or "") or found.get("", []) for part, found in choices.items()}


def check_json(name: str, data: bytes) -> None:
    """Refuse a configuration that is no JSON, or that asks for code of the repository's own."""
    waiting = [_json(name, data)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            asked = CODE_KEYS & value.keys()
            if asked:
                msg = f"{name} asks for code of its own ({min(asked)}): no code of a repository is ever run"
                raise RepositoryRefused(msg)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _check_content(name: str, path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix == ".safetensors":
        return
    if path.stat().st_size > CONFIG_MAX_BYTES:
        msg = f"{name} is larger than {CONFIG_MAX_BYTES} bytes: no file of its kind is"
        raise RepositoryRefused(msg)
    data = path.read_bytes()
    if suffix == ".json":
        check_json(name, data)
    elif suffix == ".model":
        _demand(data.startswith(SENTENCEPIECE), name, "a SentencePiece model")
    elif suffix in PICTURES:
        _demand(data.startswith(PICTURES[suffix]), name, "a picture")
    else:
        _demand(_is_text(data), name, "text")


def _tensors(name: str, path: Path) -> Tensors:
    try:
        return read_tensors(path)
    except NotSafetensors as error:
        msg = f"{name} {error}; remove it and pull again"
        raise RepositoryRefused(msg) from None


def _check_shards(name: str, path: Path, files: Mapping[str, Path]) -> None:
    table = _json(name, path.read_bytes())
    shards = table.get("weight_map") if isinstance(table, dict) else None
    if not isinstance(shards, dict):
        msg = f"{name} lists no weights: pull again"
        raise RepositoryRefused(msg)
    for shard in sorted({str(each) for each in shards.values()}):
        if "/" in shard or (PurePosixPath(name).parent / shard).as_posix() not in files:
            msg = f"{name} names {shard[:200]!r}, which is not beside it: pull again"
            raise RepositoryRefused(msg)


def _json(name: str, data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        msg = f"{name} is no JSON: remove it and pull again"
        raise RepositoryRefused(msg) from None


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _demand(good: bool, name: str, kind: str) -> None:
    if not good:
        msg = f"{name} is not {kind}, whatever its name says: remove it and pull again"
        raise RepositoryRefused(msg)


def _sum(tensors: Iterable[Tensors]) -> Tensors:
    both = list(tensors)
    return Tensors(sum(each.parameters for each in both), sum(each.bytes for each in both))


__all__ = [
    "INDEX",
    "NAME",
    "Repository",
    "RepositoryRefused",
    "check",
    "check_json",
    "check_name",
    "choose_weights",
    "missing",
    "open_repository",
    "read_index",
    "seal",
]
