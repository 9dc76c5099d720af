"""The painter as an engine: its pictures are painted in child processes, one for each core."""

from collections.abc import AsyncIterator

from easel.core.job import Job
from easel.core.result import EngineEvent
from easel.engines.process import ProcessPool


class PainterEngine:
    """The embedded default engine. A text-to-scene painter; no neural network."""

    name = "painter"
    pays = False

    def __init__(self, *, processes: int):
        self._pool = ProcessPool("easel.engines.painter.painter:Painter", processes=processes)

    async def start(self) -> None:
        """Start the child processes."""
        await self._pool.start()

    async def close(self) -> None:
        """End the child processes."""
        await self._pool.close()

    def serves(self, job: Job, source: str) -> bool:
        """Everything."""
        return True

    def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """Paint the job's pictures. There is one painter, whatever the source."""
        return self._pool.generate(job)
