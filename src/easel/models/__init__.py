"""The model cards: one TOML file for each public model id. Data, never Python."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from easel.core.errors import ModelUnknown
from easel.core.model_card import Cards, ModelCard, Route


def load_cards(folder: Path | None = None, routes: Path | None = None) -> Cards:
    """The built-in cards, and those of the operator's folder, which replace built-in ones of the same id.

    `routes` is a TOML file with lists of routes by model id, which replace those of the cards. Raises OSError, or
    ValueError that names the file at fault.
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
    for model, replaced in _read_routes(routes).items():
        try:
            card = Cards(list(cards.values())).find(model)
        except ModelUnknown as error:
            msg = f"routes {routes.name}: {error.message}"
            raise ValueError(msg) from None
        cards[card.id.lower()] = replace(card, routes=replaced)
    return Cards(list(cards.values()))


def _read_routes(path: Path | None) -> dict[str, tuple[Route, ...]]:
    if path is None:
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {model: Route.several(routes) for model, routes in tables.items()}
    except (ValueError, TypeError, AttributeError) as error:
        msg = f"routes {path.name}: {error}"
        raise ValueError(msg) from error
