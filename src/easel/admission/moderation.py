"""The gate that asks whether the prompt may be painted at all."""

import structlog

from easel.core.caller import Caller
from easel.core.errors import PromptBlocked
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import Moderator

log = structlog.get_logger(__name__)


class ModerationGate:
    """Passes prompts that keep to the content policy; closed while its moderator cannot say.

    The negative prompt says what is not wanted, so it may name anything.
    """

    def __init__(self, moderator: Moderator):
        self._moderator = moderator

    async def admit(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise PromptBlocked, or ServerFull when nobody can say."""
        categories = await self._moderator.judge_prompt(job.prompt)
        if categories:
            # The categories are the operator's to read: told to the caller they would help to get around the rule.
            log.info("prompt blocked", job=job.id, model=card.id, key=caller.key_id, categories=list(categories))
            raise PromptBlocked
