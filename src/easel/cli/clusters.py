"""What the Ray Serve clusters of the settings have weights for."""

import asyncio
from collections.abc import Iterator

from easel.app import open_sources
from easel.cli.open_models import Finding
from easel.core.model_card import Cards
from easel.settings import Settings


def offers(settings: Settings, cards: Cards) -> dict[str, dict[str, str] | None]:
    """By each cluster's address: the cards' sources that it has, with their classes; None where nobody answers."""
    if not settings.ray_urls:
        return {}
    # Imported here: it brings an HTTP client with it.
    from easel.engines.ray_serve.engine import ask

    token, sources = settings.ray_token.get_secret_value(), open_sources(cards)

    async def ask_all() -> list[dict[str, str] | None]:
        return await asyncio.gather(*(ask(url, token=token, sources=sources) for url in settings.ray_urls))

    return dict(zip(settings.ray_urls, asyncio.run(ask_all()), strict=True))


def clusters(settings: Settings, cards: Cards) -> Iterator[Finding]:
    """What `easel doctor` says of them."""
    for url, told in offers(settings, cards).items():
        if told is None:
            yield False, f"EASEL_RAY_URLS: {url} does not answer, or not to EASEL_RAY_TOKEN"
        elif not told:
            yield None, f"{url} answers, and has no weights that the model cards name"
        else:
            yield True, f"{url} has the weights of {', '.join(sorted(told))}"
