"""The router: which engine makes a model's pictures."""

from collections.abc import AsyncIterator, Mapping

from easel.core.errors import EngineFailed
from easel.core.job import Job
from easel.core.model_card import ModelCard, Route
from easel.core.ports import Engine
from easel.core.result import EngineEvent


class Router:
    """Follows a card's routes in their order."""

    def __init__(self, engines: Mapping[str, Engine]):
        self._engines = engines

    def generate(self, job: Job, card: ModelCard) -> AsyncIterator[EngineEvent]:
        """The job's pictures, by the first of the card's routes whose engine this server has; raises EngineFailed."""
        route = self._route(card)
        return self._engines[route.engine].generate(job, route.source)

    def _route(self, card: ModelCard) -> Route:
        for route in card.routes:
            if route.engine in self._engines:
                return route
        msg = f"No engine is installed for the model `{card.id}`."
        raise EngineFailed(msg)
