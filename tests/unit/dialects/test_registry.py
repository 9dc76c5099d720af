"""The registry of dialects, and which of them answers on a shared path."""

import pytest

from easel.dialects import DIALECTS, dialect_of_path, shape_of
from easel.models import load_cards

CARDS = load_cards()


@pytest.mark.parametrize("name", DIALECTS)
def test_names(name: str) -> None:
    """A dialect is found under its own name."""
    assert name == DIALECTS[name].name


@pytest.mark.parametrize("card", list(CARDS), ids=lambda card: card.id)
def test_every_card_has_a_dialect(card) -> None:
    """A card names a dialect that there is."""
    assert card.dialect in DIALECTS


def test_bodies_have_names_of_their_own() -> None:
    """Two dialects' request bodies never share a name: the OpenAPI document tells them apart by it."""
    bodies = {route.body for dialect in DIALECTS.values() for route in dialect.routes if route.body}
    assert len(bodies) == len({body.__name__ for body in bodies})


@pytest.mark.parametrize(
    ("expected", "model"),
    [
        ("modelverse", "black-forest-labs/flux.1-dev"),
        ("modelverse", "black-forest-labs/FLUX.1-dev"),
        ("modelverse", "Qwen/Qwen-Image-99"),
        ("openai", "imagen-3"),
        ("openai", "image-01"),
        ("openai", "gpt-99"),
        ("openai", ""),
        ("openai", None),
        ("openai", 3),
        ("openai", ["a/b"]),
    ],
)
def test_shape_of(expected: str, model: object) -> None:
    """The model's card decides; without a card, how the id is written."""
    assert expected == shape_of(model, CARDS)


def test_streams_are_openais() -> None:
    """Who asks for a stream is answered in the shape that has one, whatever the model."""
    model = "black-forest-labs/flux.1-dev"
    assert ["openai", "modelverse", "modelverse"] == [shape_of(model, CARDS, stream=s) for s in (True, False, "true")]


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ("minimax", "/v1/image_generation"),
        ("minimax", "/v1/query/image_generations"),
        ("gemini_chat", "/v1/chat/complete"),
        ("gemini_native", "/v1beta/interactions"),
        ("gemini_native", "/v1beta1/publishers/google/models/m:generateContent"),
        ("gemini_native", "/v1/models/m:embedContent"),
        ("openai", "/v1/images/variations"),
        ("openai", "/"),
    ],
)
def test_dialect_of_path(expected: str, path: str) -> None:
    """Unknown paths are refused in the words of the dialect that they look like."""
    assert expected == dialect_of_path(path)
