"""Safetensors headers: what is sound is measured, and whatever a reader could stumble over is refused."""

import struct

import pytest

from easel.engines.diffusers.tensors import NotSafetensors, Tensors, read_tensors
from unit.engines.diffusers.repositories import safetensors, with_header


def entry(begin: int, end: int, shape: list[int], kind: str = "F16") -> dict:
    """A tensor's line in the header."""
    return {"dtype": kind, "shape": shape, "data_offsets": [begin, end]}


@pytest.fixture
def read(tmp_path):
    """Read a file's bytes as safetensors."""

    def run(data: bytes) -> Tensors:
        path = tmp_path / "w.safetensors"
        path.write_bytes(data)
        return read_tensors(path)

    return run


def test_sound(read):
    """Parameters and bytes of all tensors count, in any order in the header, with empty ones and none at all."""
    both = safetensors({"a": ("BF16", [2, 3], bytes(12)), "b": ("F32", [], bytes(4)), "c": ("F8_E4M3", [0, 5], b"")})

    assert Tensors(7, 16) == read(both)
    assert Tensors(4, 8) == read(with_header({"b": entry(4, 8, [2]), "a": entry(0, 4, [2])}, bytes(8)))
    assert Tensors(0, 0) == read(with_header({"__metadata__": {"format": "pt"}}, b""))
    assert Tensors(3, 6) == read(with_header(b'{"a":{"dtype":"F16","shape":[3],"data_offsets":[0,6]}}   ', bytes(6)))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "shorter", id="empty"),
        pytest.param(b"\x80\x04\x95\x1e\0\0\0\0\0\0\0N.", "no safetensors file", id="pickle"),
        pytest.param(b"PK\x03\x04\0\0\0\0" + bytes(40), "begin", id="zip"),
        pytest.param(struct.pack("<Q", 100_000_001) + b"{}", "100000001 bytes", id="header over 100 MB"),
        pytest.param(struct.pack("<Q", 50) + b"{}", "begin", id="header longer than the file"),
        pytest.param(with_header(b"[1]", b""), "begin", id="header is a list"),
        pytest.param(with_header(b"{nonsense", b""), "no JSON", id="header is no JSON"),
        pytest.param(with_header(b'{"a":' * 100_000, b""), "no JSON", id="header without an end"),
        pytest.param(with_header(b'{"\xff":1}', b""), "no JSON", id="header is no UTF-8"),
        pytest.param(with_header(b'{"a":' + b"9" * 5000 + b"}", b""), "no JSON", id="a number without an end"),
        pytest.param(with_header({"a": entry(0, 4, [2] * 33)}, bytes(4)), "wrongly", id="33 dimensions"),
        pytest.param(with_header({"a": entry(0, 4, [2**63])}, bytes(4)), "wrongly", id="a side of 2^63"),
        pytest.param(with_header({"a": entry(0, 4, [2]), "b": entry(6, 8, [1])}, bytes(8)), "a hole", id="hole"),
        pytest.param(with_header({"a": entry(2, 4, [1])}, bytes(4)), "a hole", id="hole at the start"),
        pytest.param(with_header({"a": entry(0, 4, [2]), "b": entry(2, 6, [2])}, bytes(6)), "overlap", id="overlap"),
        pytest.param(with_header({"a": entry(0, 4, [2])}, bytes(9)), "the file at 9", id="something after the end"),
        pytest.param(with_header({"a": entry(0, 400, [200])}, bytes(9)), "the file at 9", id="past the end"),
        pytest.param(with_header({"a": entry(0, 4, [3])}, bytes(4)), "'a' 4 bytes", id="shape too large"),
        pytest.param(with_header({"a": entry(4, 0, [2])}, bytes(4)), "'a' -4 bytes", id="backwards"),
        pytest.param(with_header({"a": entry(0, 4, [-2])}, bytes(4)), "wrongly", id="negative shape"),
        pytest.param(with_header({"a": entry(0, 4, [2.0])}, bytes(4)), "wrongly", id="shape is no whole number"),
        pytest.param(with_header({"a": entry(0, 4, [2], "OBJECT")}, bytes(4)), "wrongly", id="unknown type"),
        pytest.param(with_header({"a": 7}, bytes(4)), "wrongly", id="no table"),
        pytest.param(
            with_header(b'{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":1}', b"x"), "twice", id="twice"
        ),
    ],
)
def test_unsound(read, data, problem):
    """Each way in which a header can lie is refused by what is wrong with it."""
    with pytest.raises(NotSafetensors, match=problem):
        read(data)
