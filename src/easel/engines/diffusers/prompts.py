"""What the text encoders made of the last prompts: all pictures of a job have one, which is encoded once.

Runs in the child process.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any

import diffusers
import torch
from PIL import Image as Pillow

#: What one model's prompts may take on the device. One of FLUX.1's is 4 MiB in bf16, one of Qwen-Image's up to 7.
MOST_BYTES = 64 * 1024 * 1024


class Prompts:
    """The answers of `encode_prompt`, by everything that it was called with; the least recently used ones leave."""

    def __init__(self, most_bytes: int = MOST_BYTES):
        self._most_bytes = most_bytes
        self._bytes = 0
        self._known: OrderedDict[object, Any] = OrderedDict()

    def serve(self, pipeline: diffusers.DiffusionPipeline) -> None:
        """Have a pipeline ask here before it encodes a prompt."""
        encode = pipeline.encode_prompt
        name = type(pipeline).__name__

        def encode_prompt(*values: object, **named: object) -> Any:
            return self._get((name, values, named), lambda: encode(*values, **named))

        pipeline.encode_prompt = encode_prompt

    def _get(self, asked: object, encode: Callable[[], Any]) -> Any:
        key = _key(asked)
        if key in self._known:
            self._known.move_to_end(key)
            return _opened(self._known[key])
        made = encode()
        size = _size(made)
        if size <= self._most_bytes:
            self._known[key] = _opened(made)
            self._bytes += size
        while self._bytes > self._most_bytes:
            self._bytes -= _size(self._known.popitem(last=False)[1])
        return made


def _key(value: object) -> object:
    """The same for two calls with the same content; pictures count by a hash of theirs."""
    if isinstance(value, dict):
        return tuple((name, _key(each)) for name, each in sorted(value.items()))
    if isinstance(value, list | tuple):
        return tuple(_key(each) for each in value)
    if isinstance(value, torch.Tensor):
        content = value.detach().contiguous().cpu().view(torch.uint8).numpy()
        return tuple(value.shape), value.dtype, value.device, hashlib.sha256(content).digest()
    if isinstance(value, Pillow.Image):
        return value.mode, value.size, hashlib.sha256(value.tobytes()).digest()
    return type(value), value


def _opened(value: Any) -> Any:
    """The same tensors in lists of one's own, so that nobody can lengthen another's."""
    return type(value)(_opened(each) for each in value) if isinstance(value, list | tuple) else value


def _size(value: object) -> int:
    return sum(each.nbytes for each in _tensors(value))


def _tensors(value: object) -> Iterator[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _tensors(each)
