"""Answers as JSON: pictures in base64 among the other values."""

import base64
import json

import pytest

from easel.dialects.wire import Base64, to_json


def test_pictures_in_their_places():
    """Each picture's base64 stands where it belongs, between the words around it, which are escaped."""
    first, second = b"\xff\xfe\xfd", bytes(range(256))
    before, after = '一只"猫"\n![image](data:image/png;base64,', ')"'
    value = {
        "data": [{"b64": Base64(first), "words": "一只猫"}, {"b64": Base64(second, before=before, after=after)}],
        "n": 2,
    }
    assert {
        "data": [
            {"b64": base64.b64encode(first).decode(), "words": "一只猫"},
            {"b64": f"{before}{base64.b64encode(second).decode()}{after}"},
        ],
        "n": 2,
    } == json.loads(to_json(value))


def test_without_pictures():
    """What has no pictures is plain JSON."""
    assert b'{"a":[1,"b",null]}' == to_json({"a": [1, "b", None]})


def test_unknown_value():
    """What is no JSON is refused, not written as something else."""
    with pytest.raises(TypeError):
        to_json({"a": object()})
