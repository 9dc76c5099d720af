"""The model cards: one TOML file for each public model id. Data, never Python."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from easel.core.errors import ModelUnknown
from easel.core.model_card import Cards, ModelCard, Route

#: What a file of prices may say of a model.
PRICE_FIELDS = frozenset({"price_micros", "free_pictures"})


def load_cards(folder: Path | None = None, routes: Path | None = None, prices: Path | None = None) -> Cards:
    """The built-in cards, and those of the operator's folder, which replace built-in ones of the same id.

    `routes` is a TOML file with lists of routes by model id, which replace those of the cards; `prices` is one with
    tables of `price_micros` and `free_pictures`. Raises OSError, or ValueError that names the file at fault.
    """
    cards: dict[str, ModelCard] = {}
    sources = [file for file in files(__name__).iterdir() if file.name.endswith(".toml")]
    sources += sorted(folder.glob("*.toml")) if folder else []
    for source in sources:
        try:
            card = ModelCard.from_toml(source.read_text(encoding="utf-8"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            msg = f"model card {source.name}: {error}"
            raise ValueError(msg) from error
        cards[card.id.lower()] = card
    _change(cards, "routes", routes, lambda tables: {"routes": Route.several(tables)})
    _change(cards, "prices", prices, _price)
    return Cards(list(cards.values()))


def _change(cards: dict[str, ModelCard], what: str, path: Path | None, read: Callable[[Any], dict[str, Any]]) -> None:
    """Change the cards by what an operator's file says of their models."""
    if path is None:
        return
    found, place = Cards(list(cards.values())), f"{what} {path.name}"
    try:
        for model, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            place = f"{what} {path.name}: {model}"
            card = found.find(model)
            cards[card.id.lower()] = replace(cards[card.id.lower()], **read(value))
    except (ValueError, TypeError, AttributeError, ModelUnknown) as error:
        msg = f"{place}: {error}"
        raise ValueError(msg) from error


def _price(table: dict[str, Any]) -> dict[str, int]:
    for name, value in table.items():
        if name not in PRICE_FIELDS or type(value) is not int or value < 0:
            msg = f"{name} = {value!r}: expected {' and '.join(sorted(PRICE_FIELDS))}, integers of 0 or more"
            raise ValueError(msg)
    return table
