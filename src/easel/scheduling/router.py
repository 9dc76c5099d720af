"""The router: which engine makes a model's pictures."""

from collections.abc import Mapping

from easel.core.errors import EngineFailed
from easel.core.model_card import ModelCard
from easel.core.ports import Engine


class Router:
    """Follows a card's routes in their order."""

    def __init__(self, engines: Mapping[str, Engine]):
        self._engines = engines

    def engine_for(self, card: ModelCard) -> Engine:
        """The first engine of the card's routes that this server has; raises EngineFailed."""
        for route in card.routes:
            if route.engine in self._engines:
                return self._engines[route.engine]
        msg = f"No engine is installed for the model `{card.id}`."
        raise EngineFailed(msg)
