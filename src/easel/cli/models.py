"""`easel models`: what this server can be asked for."""

import json
from typing import Annotated

import typer

from easel.app import load_models
from easel.cli.clusters import offers
from easel.cli.operator import print_table
from easel.cli.settings import cards_of, load_settings
from easel.core.libraries import lacking
from easel.core.model_card import Cards, ModelCard, Route
from easel.engines.diffusers.engine import NEEDED
from easel.engines.diffusers.repository import missing
from easel.engines.diffusers.source import Source
from easel.ledger.accounts import format_micros
from easel.settings import VENDOR_NAMES, Settings

ENGINES = {"painter": "painter (text-to-scene, no neural network)", "diffusers": "open weights on this machine"}
ON_CLUSTERS = {**ENGINES, "diffusers": "open weights on a Ray cluster"}


def models(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the models, who makes their pictures, and what they accept."""
    settings = load_settings()
    cards = cards_of(settings)
    is_there = _Presence(settings, cards)
    if as_json:
        print(json.dumps([_row(card, settings, is_there) for card in cards], ensure_ascii=False, indent=2))
        return
    rows = [
        (
            card.id, card.dialect, " ".join(_engines(card, is_there)), " ".join(card.modes), str(_max_n(card)),
            _sizes(card), _price(card), str(card.free_pictures), _duration(card.url_lifetime_s),
        )
        for card in cards
    ]  # fmt: skip
    print_table(("model", "dialect", "made by", "can", "n", "sizes", "price", "free", "URL life"), rows)
    print("Made by " + "; ".join(_makers(cards, settings, is_there)) + ".")


def makers(settings: Settings) -> list[str]:
    """Who makes pictures on this server, in words; raises OSError or ValueError when the cards cannot be read."""
    cards = load_models(settings)
    return _makers(cards, settings, _Presence(settings, cards))


class _Presence:
    """Which routes lead to somebody. Clusters are asked once; those that do not answer may have everything."""

    def __init__(self, settings: Settings, cards: Cards):
        self._settings = settings
        told = offers(settings, cards).values()
        self._offered = None if None in told else {source for each in told for source in each}

    def __call__(self, route: Route) -> bool:
        if route.engine != "diffusers":
            return route.engine not in VENDOR_NAMES or route.engine in self._settings.vendors
        if self._settings.ray_urls:
            return self._offered is None or route.source in self._offered
        return not lacking(NEEDED) and missing(Source.parse(route.source), self._settings.weights) is None


def _makers(cards: Cards, settings: Settings, is_there: _Presence) -> list[str]:
    names = {name for card in cards for name in _engines(card, is_there)}
    return [_in_words(name, settings) for name in sorted(names)]


def _in_words(engine: str, settings: Settings) -> str:
    return (ON_CLUSTERS if settings.ray_urls else ENGINES).get(engine, engine)


def _row(card: ModelCard, settings: Settings, is_there: _Presence) -> dict:
    return {
        "id": card.id,
        "dialect": card.dialect,
        "engines": [_in_words(name, settings) for name in _engines(card, is_there)],
        "modes": list(card.modes),
        "max_n": _max_n(card),
        "sizes": _sizes(card),
        "price_micros": card.price_micros,
        "free_pictures": card.free_pictures,
        "url_lifetime_s": card.url_lifetime_s,
    }


def _max_n(card: ModelCard) -> int:
    n = card.parameters.get("n")
    return int(n.max) if n and n.max else 1


def _sizes(card: ModelCard) -> str:
    ratios = sum(len(row) for row in card.sizes.ratios.values())
    free = f"{card.sizes.min_side}-{card.sizes.max_side} px" if card.sizes.explicit == "free" else ""
    return ", ".join(part for part in (free, f"{ratios} by ratio" if ratios else "") if part) or "as the input"


def _price(card: ModelCard) -> str:
    return "" if card.price_micros is None else format_micros(card.price_micros)


def _engines(card: ModelCard, is_there: _Presence) -> list[str]:
    """The engines of the card's routes, without vendors that have no key and weights that are not here.

    Without a stand-in, too, where there is another.
    """
    there = [route for route in card.routes if is_there(route)]
    return [route.engine for route in there if not route.stand_in] or [route.engine for route in there]


def _duration(seconds: int) -> str:
    days, rest = divmod(seconds, 86_400)
    return f"{days} d" if days and not rest else f"{seconds // 3600} h"
