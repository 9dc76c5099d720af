"""Reading a prompt: the way from text to a scene plan."""

from collections.abc import Iterable
from dataclasses import replace

from easel.engines.painter.language.alike import all_do_so
from easel.engines.painter.language.at_work import at_work
from easel.engines.painter.language.blocks import isometric
from easel.engines.painter.language.bouquets import bunched
from easel.engines.painter.language.costumes import bare_heads, give_books, glasses_on, hats_on, speak, take_up
from easel.engines.painter.language.designs import plainly_laid_out, stage
from easel.engines.painter.language.draft import DraftThing, Scenery, finished
from easel.engines.painter.language.festivals import celebrated, in_rows
from easel.engines.painter.language.framing import framed
from easel.engines.painter.language.given_names import nameless
from easel.engines.painter.language.hairstyles import on_heads
from easel.engines.painter.language.layouts import laid_out
from easel.engines.painter.language.lettering import festivals, in_colour, marked, write
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.marks import with_letters, with_sign, without_trade
from easel.engines.painter.language.mends import mended, without_first_wishes
from easel.engines.painter.language.planted import cut_flowers, house_plants, planted
from easel.engines.painter.language.reader import read_tokens
from easel.engines.painter.language.recast import recast
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.served import herbs_on_food, in_one_vessel, on_one_plate, portioned
from easel.engines.painter.language.shapes import shaped
from easel.engines.painter.language.sheets import signs
from easel.engines.painter.language.standing import (
    flavoured,
    inside_restaurants,
    inside_shops,
    on_bicycles,
    on_surfaces,
    under_trees,
)
from easel.engines.painter.language.telling import title
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.language.verses import retold
from easel.engines.painter.language.whereabouts import afloat, on_the_wing, up_there
from easel.engines.painter.language.wholes import on_wholes
from easel.engines.painter.language.wordings import reworded
from easel.engines.painter.plan import STYLES, ScenePlan

SEA_ANIMALS = frozenset({"whale", "dolphin", "shark", "fish", "koi", "octopus", "turtle", "icon:jellyfish"})
LEAPERS = frozenset({"whale", "dolphin", "shark"})


def read(prompt: str, *, negative_prompt: str = "", style: str | None = None, style_weight: float = 1.0) -> ScenePlan:
    """The scene that a prompt asks for. Any text is allowed; nothing is raised.

    `style` is a name of STYLES or any word for a style in either language, and goes before the prompt's own.
    `style_weight` is cut to (0, 1].
    """
    asked = laid_out(prompt) or isometric(prompt)
    if asked is None:
        return read_scene(prompt, negative_prompt=negative_prompt, style=style, style_weight=style_weight)
    how = {"negative_prompt": negative_prompt, "style": style, "style_weight": style_weight}
    return titled(
        framed(
            read_scene(asked.rest, printed=True, **how),
            asked,
            prompt,
            (read_scene(part, **how) for part in asked.parts),
        )
    )


def read_scene(
    prompt: str,
    *,
    negative_prompt: str = "",
    style: str | None = None,
    style_weight: float = 1.0,
    printed: bool = False,
) -> ScenePlan:
    """The plan of one scene, as `read` makes it: in an instruction, a calendar is a thing to be added.

    `printed`: what is quoted is to be read.
    """
    ground, letters = plainly_laid_out(with_letters(prompt))
    said = marked(ground, printed=printed)
    shown, mark = without_trade(said.prompt)
    told = tokens(on_heads(on_wholes(reworded(retold(nameless(shown))))))
    reading = read_tokens(
        on_surfaces(flavoured(shaped(portioned(planted(bunched(at_work(recast(mended(without_first_wishes(told))))))))))
    )
    excluded = frozenset(reading.excluded) | forbidden_kinds(negative_prompt)
    scenery = reading.scenery
    things = [thing for thing in reading.nouns.things if thing.kind not in excluded]
    all_do_so(things)
    bare_heads(things, excluded)
    take_up(things)
    hats_on(things)
    speak(things)
    in_one_vessel(things)
    on_one_plate(things)
    herbs_on_food(things)
    in_rows(things, scenery)
    if "book" not in excluded:
        give_books(things)
    glasses_on(things, prompt)
    on_bicycles(things)
    under_trees(things)
    up_there(things)
    on_the_wing(things)
    afloat(things, scenery)
    things = _on_table_top(inside_shops(inside_restaurants(things, scenery), scenery), scenery)
    stage(prompt, things, scenery)
    cut_flowers(things, scenery)
    house_plants(things, scenery)
    if scenery.setting is None and any(_swims_in_the_air(thing) for thing in things):
        scenery.setting = "cloud_sea"
    if scenery.setting is None and any(_leaps(thing) for thing in things):
        scenery.setting = "sea"
    name, mood = _style(style, scenery)
    lettering = in_colour(write(things, said.lettering), letters)
    if any(text.brush for text in lettering) and not (things or scenery.backdrops or scenery.sky or scenery.setting):
        # Calligraphy of nothing else is on bare paper.
        scenery.setting = "plain"
    plan = ScenePlan(
        prompt=prompt,
        things=finished(things),
        setting=_allowed(scenery.setting, excluded),
        backdrops=tuple(name for name in scenery.backdrops if name not in excluded),
        time=scenery.time or _hour(things, scenery),
        weather=_allowed(scenery.weather, excluded),
        season=scenery.season or _season(things, scenery),
        sky={name: colour for name, colour in scenery.sky.items() if name not in excluded},
        style=name,
        style_weight=min(max(style_weight, 0.01), 1.0),
        camera=scenery.camera,
        mood=mood,
        tint=scenery.tint,
        excluded=excluded,
        lettering=lettering,
        unpainted=tuple(dict.fromkeys([*reading.unknown, *reading.nouns.lost])),
    )
    plan = with_sign(signs(plan), mark)
    plan = celebrated(plan, [*scenery.festivals, *festivals(said.lettering.values())])
    return titled(plan)


def titled(plan: ScenePlan) -> ScenePlan:
    """The plan with what is really painted, in words."""
    return replace(plan, title=title(plan))


#: What there is in winter or by night only, and where else than in the open it may be named: a toy on a table makes
#: no winter.
WINTRY = frozenset({"snowman"})
NIGHTLY = frozenset({"ghost", "skeleton", "neon_sign"})
NIGHT_SKY = frozenset({"moon", "crescent", "stars"})
OUT_OF_DOORS = frozenset({None, "meadow", "garden", "park", "street", "square", "courtyard", "forest_floor", "road"})


def _season(things: Iterable[DraftThing], scenery: Scenery) -> str | None:
    """The season of what is there, where the words name neither one nor a weather."""
    wintry = any(thing.kind in WINTRY for thing in things)
    return "winter" if wintry and scenery.weather is None and scenery.setting in OUT_OF_DOORS else None


def _hour(things: Iterable[DraftThing], scenery: Scenery) -> str | None:
    """The time of what is about, where the words name neither one nor a weather."""
    if scenery.mood == "pastel" and NIGHT_SKY & set(scenery.sky):
        # By night nothing is of pale colours.
        return "sunset"
    nightly = any(thing.kind in NIGHTLY for thing in things)
    return "night" if nightly and scenery.weather is None and scenery.setting in OUT_OF_DOORS else None


def _swims_in_the_air(thing: DraftThing) -> bool:
    """A flying whale is over the clouds, not where whales usually are."""
    return thing.kind in SEA_ANIMALS and thing.traits.get("pose") == "flying"


def _leaps(thing: DraftThing) -> bool:
    """One sees a dolphin leap from over the water."""
    return thing.kind in LEAPERS and thing.traits.get("pose") == "jumping"


def _on_table_top(things: list[DraftThing], scenery: Scenery) -> list[DraftThing]:
    """A table with nothing but small things on it is seen from near: it becomes the ground of a still life."""
    plain_tables = [t for t in things if t.kind == "table" and t.traits.get("material", "wood") == "wood"]
    tables = [table for table in plain_tables if table.colour is None and "like" not in table.traits]
    small = [thing for thing in things if thing.group in ("food", "object")]
    laid = [thing for thing in small if any(kind == "on" and other in tables for kind, other in thing.relations)]
    if scenery.setting or not laid or len(tables) + len(small) < len(things):
        return things
    scenery.setting = "table_top"
    return small


def _allowed(value: str | None, excluded: frozenset[str]) -> str | None:
    return None if value in excluded else value


def forbidden_kinds(negative_prompt: str) -> frozenset[str]:
    """Everything that a negative prompt names."""
    reading = read_tokens(tokens(negative_prompt), forbidding=True)
    return frozenset(reading.excluded)


def _style(asked: str | None, scenery: Scenery) -> tuple[str, str]:
    """The style and the mood: those asked for beside the prompt, or the prompt's own."""
    if not asked:
        return scenery.style, scenery.mood
    if asked in STYLES:
        return asked, scenery.mood
    entry = lexicon().forms.get(plain(asked).strip())
    style = entry.value("style") if entry is not None else None
    mood = entry.value("mood") if entry is not None else None
    return style or scenery.style, mood or scenery.mood
