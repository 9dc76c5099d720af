"""Applying changes of what is around the things: place, hour, weather, sky, style, and the finished pixels."""

from dataclasses import replace

from easel.engines.painter.language.edits import (
    Change,
    ChangeBackground,
    ChangeMood,
    ChangeSeason,
    ChangeSky,
    ChangeStyle,
    ChangeTime,
    ChangeWeather,
)
from easel.engines.painter.plan import Retouch, ScenePlan


def with_scenery(plan: ScenePlan, change: Change) -> ScenePlan:
    """The plan with what a change makes of all that is no thing; the same plan where it makes nothing of it."""
    match change:
        case ChangeBackground(_, backdrops, True):
            return replace(plan, backdrops=tuple(dict.fromkeys((*plan.backdrops, *backdrops))))
        case ChangeBackground(setting, backdrops):
            return replace(plan, setting=setting, backdrops=backdrops, excluded=plan.excluded - {setting, *backdrops})
        case ChangeTime(time):
            return replace(plan, time=time, sky=_sky_at(plan, time))
        case ChangeWeather(weather):
            return replace(plan, weather=weather)
        case ChangeSeason(season):
            return replace(plan, season=season)
        case ChangeSky(things):
            # There is no sky over a card's plain ground.
            setting = None if plan.setting == "plain" else plan.setting
            return replace(
                plan, setting=setting, sky={**plan.sky, **dict(things)}, excluded=plan.excluded - dict(things).keys()
            )
        case ChangeStyle(style):
            return replace(plan, style=style)
        case ChangeMood(mood, camera, tint):
            return replace(plan, mood=mood or plan.mood, camera=camera or plan.camera, tint=tint or plan.tint)
        case Retouch():
            return replace(plan, retouched=(*plan.retouched, change))
    return plan


def _sky_at(plan: ScenePlan, time: str) -> dict[str, str | None]:
    """The sky without what that hour rules out."""
    gone = {"sun", "rainbow"} if time == "night" else {"moon", "crescent", "stars", "milky_way", "aurora"}
    return {name: colour for name, colour in plan.sky.items() if name not in gone}
