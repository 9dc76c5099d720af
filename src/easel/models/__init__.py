"""The model cards: one TOML file for each public model id. Data, never Python."""

from importlib.resources import files
from pathlib import Path

from easel.core.model_card import Cards, ModelCard


def load_cards(folder: Path | None = None) -> Cards:
    """The built-in cards, and those of the operator's folder, which replace built-in ones of the same id.

    Raises ValueError that names the card file at fault.
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
    return Cards(list(cards.values()))
