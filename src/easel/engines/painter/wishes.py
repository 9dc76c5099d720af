"""What a job wishes for, in the painter's words: the plan, the changes, the mood, the finish."""

from dataclasses import replace

from easel.core.job import Job, Role
from easel.engines.painter import language
from easel.engines.painter.plan import ScenePlan

#: MiniMax's names of styles.
STYLE_NAMES = {"漫画": "comic", "元气": "genki", "中世纪": "medieval", "水彩": "watercolor"}
#: OpenAI's styles are no manner of painting but how far the painter may exaggerate.
MOODS = ("vivid", "natural")
#: Wire qualities that ask for the finer finish, and for the quick one.
FINE_QUALITIES = frozenset({"hd", "high", "xhigh", "max"})
QUICK_QUALITIES = frozenset({"low"})
#: Steps that are enough for the quick finish; 28 are full finish.
QUICK_STEPS = 12


def plan_of(job: Job) -> ScenePlan:
    """What the job's words and style ask for."""
    asked, weight = job.style, 1.0
    name = None
    if asked is not None and asked.name not in MOODS:
        name, weight = STYLE_NAMES.get(asked.name, asked.name), asked.weight
    plan = language.read(job.prompt, negative_prompt=job.negative_prompt, style=name, style_weight=weight)
    if not job.rewrite_prompt or job.images(Role.INPUT) or plan.layout is not None:
        # Of a comic or a diagram nothing is left open that a richer telling could fill.
        return plan
    richer = language.read(
        language.rewrite(plan), negative_prompt=job.negative_prompt, style=name or plan.style, style_weight=weight
    )
    # What the caller's own words left unpainted is still so.
    return replace(richer, unpainted=plan.unpainted)


def mood_of(job: Job) -> str:
    """`vivid` or `natural`, as the job's style says."""
    return job.style.name if job.style is not None and job.style.name in MOODS else "natural"


def steps_of(job: Job) -> int:
    """Levels of finish, fewer for the quick quality."""
    return min(job.steps, QUICK_STEPS) if job.quality in QUICK_QUALITIES else job.steps


def quality_of(job: Job) -> str:
    """`hd` or `standard`."""
    return "hd" if job.quality in FINE_QUALITIES else "standard"
