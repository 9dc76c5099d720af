"""Instructions about the scene: what makes one like another, its things left out."""

from collections.abc import Iterator

from easel.engines.painter.language.edits import (
    Change,
    ChangeBackground,
    ChangeMood,
    ChangeSeason,
    ChangeSky,
    ChangeStyle,
    ChangeTime,
    ChangeWeather,
    Remove,
)
from easel.engines.painter.plan import ScenePlan


def scenery_of(plan: ScenePlan) -> Iterator[Change]:
    """The changes that make a scene like that of `plan`, its things left out."""
    if plan.setting or plan.backdrops:
        yield ChangeBackground(plan.setting, plan.backdrops)
    if plan.time:
        yield ChangeTime(plan.time)
    if plan.weather:
        yield ChangeWeather(plan.weather)
    if plan.season:
        yield ChangeSeason(plan.season)
    if plan.sky:
        yield ChangeSky(tuple(plan.sky.items()))
    if plan.style != "none":
        yield ChangeStyle(plan.style)
    mood = plan.mood if plan.mood != "neutral" else None
    camera = plan.camera if plan.camera != "normal" else None
    if mood or camera or plan.tint:
        yield ChangeMood(mood, camera, plan.tint)
    if plan.excluded:
        yield Remove(tuple(sorted(plan.excluded)))
