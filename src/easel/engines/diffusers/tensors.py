"""Safetensors files: the header is checked before any library reads it."""

import json
import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HEADER_MAX_BYTES = 100_000_000
#: What no tensor has; so that no header makes the arithmetic long.
DIMENSIONS_MAX = 32
OFFSET_MAX = 2**63
#: Bits of one element. Below a byte: packed, as the format has it.
BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8, "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8,
    "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32, "F32": 32,
    "C64": 64, "F64": 64, "I64": 64, "U64": 64, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6,
}  # fmt: skip


class NotSafetensors(ValueError):
    """The file is no sound safetensors file."""


@dataclass(frozen=True, slots=True)
class Tensors:
    """What a safetensors file holds: how many parameters, in how many bytes."""

    parameters: int
    bytes: int


def read_tensors(path: Path) -> Tensors:
    """Check a whole header: its size, every shape and offset; no hole, no overlap, nothing after the last tensor.

    Raises NotSafetensors that says what is wrong; never reads tensor data.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        first = file.read(8)
        if len(first) < 8:
            _refuse("is shorter than a safetensors header")
        (length,) = struct.unpack("<Q", first)
        if length > HEADER_MAX_BYTES:
            _refuse(f"has a header of {length} bytes (at most {HEADER_MAX_BYTES}): it is no safetensors file")
        header = file.read(length)
    if len(header) < length or not header.startswith(b"{"):
        _refuse("does not begin with a safetensors header")
    try:
        table = json.loads(header, object_pairs_hook=_once)
    except NotSafetensors:
        raise
    except (ValueError, RecursionError):
        _refuse("has a header that is no JSON")
    return _measure(table, size - 8 - length)


def _measure(table: Mapping[str, object], length: int) -> Tensors:
    table = {name: entry for name, entry in table.items() if name != "__metadata__"}
    parameters, at = 0, 0
    for begin, end, elements in sorted(_tensors(table)):
        if begin != at:
            _refuse(f"has {'a hole' if begin > at else 'tensors that overlap'} at byte {min(at, begin)} of its data")
        parameters, at = parameters + elements, end
    if at != length:
        _refuse(f"is damaged: its tensors end at byte {at} of its data, the file at {length}")
    return Tensors(parameters, length)


def _tensors(table: Mapping[str, object]) -> Iterator[tuple[int, int, int]]:
    for name, entry in table.items():
        try:
            shape, (begin, end), bits = entry["shape"], entry["data_offsets"], BITS[entry["dtype"]]
            whole = len(shape) <= DIMENSIONS_MAX and all(
                type(each) is int and 0 <= each < OFFSET_MAX for each in (*shape, begin, end)
            )
        except (KeyError, TypeError, ValueError):
            whole = False
        if not whole:
            _refuse(f"describes its tensor {name[:80]!r} wrongly")
        elements = math.prod(shape)
        if (end - begin) * 8 != elements * bits:
            _refuse(f"gives its tensor {name[:80]!r} {end - begin} bytes, which its shape and type do not take")
        yield begin, end, elements


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        _refuse("names a thing twice in its header")
    return table


def _refuse(problem: str) -> None:
    raise NotSafetensors(problem)
