"""Several moderators as one."""

import asyncio

from easel.core.image import Image
from easel.core.ports import Moderator


class Moderators:
    """Asks moderators in their order, until one objects; cheap ones come first. With none, everything passes."""

    def __init__(self, *moderators: Moderator):
        self._moderators = moderators
        self.looks = any(moderator.looks for moderator in moderators)

    async def start(self) -> None:
        """Get all ready, side by side."""
        await asyncio.gather(*(moderator.start() for moderator in self._moderators))

    async def close(self) -> None:
        """Let all go."""
        await asyncio.gather(*(moderator.close() for moderator in self._moderators))

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """What the first of them that objects has against a prompt."""
        for moderator in self._moderators:
            if categories := await moderator.judge_prompt(prompt):
                return categories
        return ()

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """What the first of them that objects has against a picture."""
        for moderator in self._moderators:
            if categories := await moderator.judge_picture(image):
                return categories
        return ()
