"""How long jobs take: learned for each model from those that have ended."""

from easel.core.job import Job
from easel.core.model_card import ModelCard

#: How much the newest job counts. About ten jobs later the past is forgotten: as load rises, jobs become slower.
NEWEST = 0.2
#: Smaller pictures than this many pixels are not made faster: the rest of the work is the same.
LEAST_AREA = 512 * 512
MEGAPIXEL = 1_000_000


def cost_of(job: Job, card: ModelCard) -> float:
    """What a job costs, in megapixels over all its pictures; one that follows its input counts as the default size."""
    size = job.size or card.sizes.default
    return job.n * max(size.area, LEAST_AREA) / MEGAPIXEL


class Forecast:
    """Exponentially weighted means of seconds for each megapixel, by model."""

    def __init__(self) -> None:
        self._pace: dict[str, float] = {}

    def learn(self, model: str, *, cost: float, seconds: float) -> None:
        """A job of this cost (megapixels, more than 0) took so long in its slot."""
        newest = seconds / cost
        known = self._pace.get(model, newest)
        self._pace[model] = known + NEWEST * (newest - known)

    def seconds(self, model: str, *, cost: float) -> float:
        """How long such a job will take; as an average model's as long as none of its own has ended, at first 0."""
        pace = self._pace.get(model)
        if pace is None:
            pace = sum(self._pace.values()) / len(self._pace) if self._pace else 0.0
        return pace * cost
