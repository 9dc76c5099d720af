"""Where the denoiser's forward calls of several pictures meet: those that fit together become one.

Each picture has a pipeline call of its own, which runs in a greenlet. A Guest stands in the denoiser's place there: it
hands the call over to whoever runs the greenlet, and goes on with the answer. So pictures share their forward passes,
and nothing else: they come and go between any two of them. Runs in the child process.
"""

import hashlib
import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import greenlet
import torch

from easel.engines.diffusers.options import Options

#: Pixels of a side for each token of a transformer, and for each latent of a UNet.
TOKEN, LATENT = 16, 8
#: Compiled blocks have a length of text each, too: it is a multiple of so many tokens, so that there are few lengths.
COMPILED_LENGTHS = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Which arguments of a denoiser have an entry for each row of its batch; all others have to be the same.

    `main` are the noisy pictures. `text` may be of any length, where `mask` says which of it counts. `alike` have an
    entry for each row, too, but the class reads only the first.
    """

    main: str
    rows: frozenset[str]
    text: str = ""
    mask: str = ""
    alike: str = ""


FLUX = frozenset(("hidden_states", "encoder_hidden_states", "pooled_projections", "timestep", "guidance"))
#: By class. Every one of them takes a timestep for each row.
KINDS = {
    "FluxTransformer2DModel": Kind(main="hidden_states", rows=FLUX),
    "Flux2Transformer2DModel": Kind(main="hidden_states", rows=FLUX),
    "QwenImageTransformer2DModel": Kind(
        main="hidden_states",
        rows=frozenset(("hidden_states", "timestep", "guidance")),
        text="encoder_hidden_states",
        mask="encoder_hidden_states_mask",
        alike="img_shapes",
    ),
    "Step1XEditTransformer2DModel": Kind(
        main="hidden_states",
        rows=frozenset(("hidden_states", "timestep", "encoder_hidden_states", "prompt_embeds_mask")),
    ),
    "ZImageTransformer2DModel": Kind(main="x", rows=frozenset(("x", "t", "cap_feats"))),
    "UNet2DConditionModel": Kind(
        main="sample",
        rows=frozenset(("sample", "timestep", "encoder_hidden_states", "timestep_cond", "added_cond_kwargs")),
    ),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A forward call that waits. Those with the same `key` can be one; a row of it is a picture of so many pixels."""

    values: dict[str, Any]
    rows: int
    pixels: int
    key: tuple[object, ...]
    #: The longest of its texts, where they are of any length, in tokens.
    length: int


class Guest:
    """Stands in the denoiser's place in one picture's pipeline; everything but the forward call is the denoiser's."""

    def __init__(self, part: torch.nn.Module):
        self._part = part
        self._kind = KINDS[type(part).__name__]
        self._signature = inspect.signature(type(part).forward)
        self._contents: dict[int, tuple[torch.Tensor, bytes]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)

    def __call__(self, *values: object, **named: object) -> object:
        """Hand the call over, and come back with its answer."""
        bound = self._signature.bind(self._part, *values, **named).arguments
        bound.pop("self")
        main = bound[self._kind.main]
        rows, shape = len(main), main[0].shape
        area = shape[0] * TOKEN**2 if len(shape) == 2 else shape[-1] * shape[-2] * LATENT**2
        key = tuple((name, self._mark(name, value)) for name, value in sorted(bound.items()))
        length = max((len(each) for each in self._texts(bound)), default=0)
        return greenlet.getcurrent().parent.switch(Wish(bound, rows, area, key, length))

    def _texts(self, values: Mapping[str, Any]) -> list[torch.Tensor]:
        if self._kind.text:
            return list(values[self._kind.text])
        return values.get("cap_feats", [])

    def _mark(self, name: str, value: object) -> object:
        """What has to be the same in two calls that meet, of one of their arguments."""
        kind = self._kind
        if name == kind.main:
            return value[0].shape, value[0].dtype
        if name in kind.rows:
            return _entry(value)
        if name == kind.text:
            return value.shape[2:], value.dtype
        if name == kind.mask:
            return None
        if name == kind.alike:
            return repr(value[0])
        return self._content(value) if isinstance(value, torch.Tensor) else repr(value)

    def _content(self, value: torch.Tensor) -> tuple[object, ...]:
        """A tensor's numbers, which are read from the device once: it is the same object at every step."""
        if id(value) not in self._contents:
            # As bytes, for NumPy has no bfloat16.
            numbers = value.contiguous().cpu().view(torch.uint8).numpy()
            self._contents[id(value)] = value, hashlib.sha256(numbers).digest()
        return value.shape, value.dtype, self._contents[id(value)][1]


class Meeting:
    """One model's denoiser, and what may go through it at once."""

    def __init__(self, part: torch.nn.Module, options: Options):
        self._part = part
        self._kind = KINDS[type(part).__name__]
        self._options = options
        self._lengths = COMPILED_LENGTHS if options.compile else 1
        self._limits: dict[tuple[object, ...], int] = {}
        self._seen: set[tuple[object, ...]] = set()

    def group(self, wishes: Sequence[Wish]) -> list[Wish]:
        """The first of these, and all that can be one call with it."""
        first = wishes[0]
        if self._options.alone or first.pixels >= self._options.solo_pixels:
            return [first]
        alike = [wish for wish in wishes if wish.key == first.key]
        most = max(1, self._options.batch_pixels // first.pixels)
        return alike[: min(most, self._limits.get(first.key, most))]

    def narrow(self, group: Sequence[Wish], most: int) -> None:
        """From now on such calls go together at most so many at a time."""
        self._limits[group[0].key] = most

    def forget(self) -> None:
        """Nobody is here any more: what was too much may fit again."""
        self._limits.clear()

    def is_new(self, group: Sequence[Wish]) -> bool:
        """Is this the first call of its size? It may take far longer, when it is compiled."""
        length = rounded(max(wish.length for wish in group), self._lengths)
        size = group[0].key, sum(wish.rows for wish in self._filled(group)), length
        known = size in self._seen
        self._seen.add(size)
        return not known

    def hold(self, group: Sequence[Wish]) -> list[object]:
        """One forward for a group: each one's own answer."""
        group = list(group)
        if len(group) == 1 and not (self._kind.text and self._lengths > 1):
            return [self._part(**group[0].values)]
        made = self._part(**merge(self._kind, self._filled(group), self._lengths))[0]
        answers, at = [], 0
        for wish in group:
            answers.append((made[at : at + wish.rows],))
            at += wish.rows
        return answers

    def _filled(self, group: Sequence[Wish]) -> list[Wish]:
        """Compiled blocks have a size each: a group is filled up to a power of two, so that there are few sizes."""
        if not self._options.compile:
            return list(group)
        return [*group, *[group[-1]] * ((1 << (len(group) - 1).bit_length()) - len(group))]


def rounded(length: int, multiple: int) -> int:
    """The next multiple."""
    return -(-length // multiple) * multiple


def merge(kind: Kind, wishes: Sequence[Wish], lengths: int = 1) -> dict[str, Any]:
    """The arguments of one call that does what these would do, whose keys are the same.

    Texts of any length are padded to the longest one's, or to the next multiple of `lengths`.
    """
    rows = [wish.rows for wish in wishes]
    merged = dict(wishes[0].values)
    for name in wishes[0].values:
        values = [wish.values[name] for wish in wishes]
        if name in kind.rows or name == kind.alike:
            merged[name] = _joined(values, rows)
        elif name == kind.text:
            length = rounded(max(each.shape[1] for each in values), lengths)
            merged[name] = _padded(values, length)
            merged[kind.mask] = _mask(values, [wish.values[kind.mask] for wish in wishes], length)
    return merged


def _entry(value: object) -> object:
    """The shape of one row's entry. Lists of texts may be of any length."""
    if isinstance(value, dict):
        return tuple((name, _entry(each)) for name, each in sorted(value.items()))
    if isinstance(value, list):
        return value[0].shape[1:], value[0].dtype
    return None if value is None else (value.shape[1:], value.dtype)


def _joined(values: Sequence[Any], rows: Sequence[int]) -> Any:
    first = values[0]
    if first is None:
        return None
    if isinstance(first, list):
        return [each for value in values for each in value]
    if isinstance(first, dict):
        return {name: _joined([value[name] for value in values], rows) for name in first}
    # A single timestep stands for all rows.
    whole = [value.expand(count) if value.ndim == 0 else value for value, count in zip(values, rows, strict=True)]
    return torch.cat(whole)


def _padded(values: Sequence[torch.Tensor], length: int) -> torch.Tensor:
    return torch.cat([torch.nn.functional.pad(each, (0, 0, 0, length - each.shape[1])) for each in values])


def _mask(texts: Sequence[torch.Tensor], masks: Sequence[torch.Tensor | None], length: int) -> torch.Tensor | None:
    """Which of the padded texts counts; None where all of it does, as the pipelines have it."""
    if all(mask is None for mask in masks) and all(text.shape[1] == length for text in texts):
        return None
    whole = [
        text.new_ones(text.shape[:2], dtype=torch.bool) if mask is None else mask.to(torch.bool)
        for text, mask in zip(texts, masks, strict=True)
    ]
    return torch.cat([torch.nn.functional.pad(each, (0, length - each.shape[1])) for each in whole])
