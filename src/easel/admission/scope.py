"""The gate that asks whether this key may use this model at all."""

from easel.core.caller import Caller
from easel.core.errors import Forbidden
from easel.core.job import Job
from easel.core.model_card import ModelCard


class ScopeGate:
    """Passes keys with the `generate` scope, for the models that they are allowed."""

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise Forbidden unless the key may generate with this model."""
        if "generate" not in caller.scopes:
            msg = "This key may not generate pictures."
            raise Forbidden(msg)
        if caller.models and card.id not in caller.models:
            msg = f"This key may not use the model `{card.id}`."
            raise Forbidden(msg, field="model")
