"""The lexicon: which words the painter knows, in English and Chinese, and what each of them asks for.

The tables in `data/` have three columns: effects, English forms, Chinese forms (forms are parted by `|`). An effect
is `role:value`; `+key:value` is a trait; `instead:` says that what is painted only stands in for what is named. English
forms stand in the singular; plurals are found by rule.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from easel.engines.painter import icons
from easel.engines.painter.language.script import is_chinese, plain

#: In order of precedence: a form that two tables list belongs to the first.
TABLES = (
    "relations", "deeds", "colours", "landmarks", "motifs", "things", "dishes", "icons", "foods", "creatures", "goods",
    "folk", "sites", "scenery", "festivals", "styles", "traits", "clothes", "unpainted", "jargon",
)  # fmt: skip
#: Longest forms that are looked for.
MAX_ENGLISH_WORDS = 6
MAX_CHINESE_CHARS = 10
IRREGULAR = {
    "men": "man", "women": "woman", "mice": "mouse", "geese": "goose", "wolves": "wolf", "leaves": "leaf",
    "knives": "knife", "loaves": "loaf", "shelves": "shelf", "oxen": "ox", "teeth": "tooth", "feet": "foot",
    "policemen": "policeman", "firemen": "fireman", "fishermen": "fisherman", "businessmen": "businessman",
    "snowmen": "snowman", "gentlemen": "gentleman", "cacti": "cactus", "wives": "wife", "elves": "elf",
    "octopi": "octopus", "dwarves": "dwarf", "scarves": "scarf",
}  # fmt: skip
#: What the first character of a Chinese name says about the thing: 木椅 is a wooden chair.
MADE_OF = {
    "木": "wood", "石": "stone", "铁": "metal", "铜": "bronze", "瓷": "porcelain", "玻璃": "glass", "水晶": "glass",
}  # fmt: skip
#: Groups whose names may begin with a colour that is theirs: 灰狼 is gray. 黄 and 青 are part of many names for none.
COLOURED = frozenset({"animal", "vehicle", "furniture", "object"})
PLAIN_COLOURS = frozenset("灰黑白棕") | {"gray", "grey", "black", "white", "brown"}
GOODS = frozenset({"furniture", "object", "building", "vehicle"})
THING_ROLES = frozenset(
    {"person", "animal", "plant", "building", "vehicle", "food", "furniture", "object", "icon", "people"}
)
#: What may stand before the object of a deed.
_DETERMINERS = re.compile(r"(?: (?:a|an|the|his|her|their|its|my|our|some))+(?= )")
#: Short verbs that double their last letter, and endings that take `es`.
_DOUBLED, _HISSED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]"), ("s", "sh", "ch", "x", "z")
#: Verbs of orders for the picture.
_ORDERS = frozenset(
    "fix repair replace change make draw paint cut clean trim use style pull hang dye install do".split()
)
#: Roles of whoever can do something.
ALIVE = frozenset({"person", "animal", "people"})


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a word asks for, such as `setting:beach`."""

    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one form asks for. `traits` go with the entry's things; `names` are the row's first English and Chinese."""

    effects: tuple[Effect, ...]
    traits: frozenset[str] = frozenset()
    names: tuple[str, str] = ("", "")

    def value(self, role: str) -> str | None:
        """The value of the first effect with this role, or None."""
        return next((effect.value for effect in self.effects if effect.role == role), None)

    @property
    def role(self) -> str:
        """The role of the first effect; `trait` for an entry of traits only."""
        return self.effects[0].role if self.effects else "trait"

    def named(self) -> list[str]:
        """The effects and traits that the entry's names stand for by themselves."""
        if not self.effects:
            return [f"+{trait}" for trait in self.traits] if len(self.traits) == 1 else []
        first = self.effects[0]
        alone = len(self.effects) == 1 or first.role in ("colour", "garment", "accessory", "glasses", "setting")
        return [f"{first.role}:{first.value}"] if alone and not self.traits else []

    def things(self) -> list[Effect]:
        """The effects that are things."""
        return [effect for effect in self.effects if effect.role in THING_ROLES]

    @property
    def is_shown_by_all(self) -> bool:
        """Whether a thing that this word describes needs no picture of its own: it is coloured, old or open."""
        return self.role == "colour" or bool(self.traits & {"age:old", "age:ancient", "state:open"})

    @property
    def is_thing(self) -> bool:
        """Whether one of the effects is a thing."""
        return any(effect.role in THING_ROLES for effect in self.effects)


class Lexicon:
    """All forms of all tables, for look-up by word."""

    def __init__(self) -> None:
        self.forms: dict[str, Entry] = {}
        #: The English forms for what somebody does to something.
        self.acts: set[str] = set()
        #: First names of every effect that a row has for itself, such as `animal:cat` or `+pose:sitting`.
        self.names: dict[str, tuple[str, str]] = {}
        #: The group of every sprite kind.
        self.groups: dict[str, str] = {}
        self._read_acts(_data("acts"))
        for table in TABLES:
            self._read(_data(table))
        self._women()
        for icon in map(icons.info, icons.names()):
            label = icon.english[0] if icon.english else icon.name.replace("-", " ")
            local = icon.chinese[0] if icon.chinese else label
            entry = Entry((Effect("icon", icon.name),), names=(label, local))
            self._add(entry, self._new(icon.english), self._new(icon.chinese))
        #: Ordinary Chinese words: nothing is painted for them, but words beside them are surely words.
        self.ordinary: dict[str, Entry] = {}
        for line in _data("ordinary").splitlines():
            role, words = line.split("\t")
            self.ordinary |= dict.fromkeys(words.split("|"), Entry((Effect(role, ""),)))
        #: What it costs to read characters as one word; the way of least cost through a text is how it is read.
        self.costs = {word: cost_of(len(word), ordinary=True) for word in self.ordinary}
        self.costs |= {form: cost_of(len(form)) for form in self.forms if is_chinese(form[0])}
        # 小雪人 is a small snowman, not a light snow.
        sizes = [form for form, entry in self.forms.items() if len(form) == 1 and entry.role == "size"]
        self.costs |= dict.fromkeys(sizes, cost_of(1) - 1)
        mixed = [form for form in self.forms if form[0].isascii() and is_chinese(form[-1])]
        self.mixed = re.compile("|".join(map(re.escape, sorted(mixed, key=lambda form: (-len(form), form)))))

    def _women(self) -> None:
        """Every trade that is a man's figure by itself has a woman's where the words say so."""
        for form, entry in list(self.forms.items()):
            if entry.effects == (Effect("person", "man"),) and any(t.startswith("calling:") for t in entry.traits):
                female = [f"女{form}"] if is_chinese(form[0]) else [f"female {form}", f"woman {form}", f"lady {form}"]
                woman = Entry((Effect("person", "woman"),), entry.traits, entry.names)
                for name in filter(_can_be_found, female):
                    self.forms.setdefault(name, woman)

    def _read(self, text: str) -> None:
        for line in text.splitlines():
            if line and not line.startswith("#"):
                effects, english, chinese = line.split("\t")
                self._row(effects.split(" "), english.split("|"), chinese.split("|"))

    def _read_acts(self, text: str) -> None:
        for line in text.splitlines():
            if not line.startswith("#"):
                effects, verbs, objects, others, chinese = line.split("\t")
                english = [
                    form if noun == "-" else f"{form} {noun}"
                    for verb in filter(None, verbs.split("|"))
                    for noun in objects.split("|")
                    # `paint the wall` is an order, and so is a verb without an object.
                    for form in inflected(verb)[noun == "-" or verb in _ORDERS :]
                ]
                self._row(effects.split(" "), [*others.split("|"), *english], chinese.split("|"))
                self.acts |= {*others.split("|"), *english}

    def _new(self, names: Sequence[str]) -> list[str]:
        """Without names such as `red apple` and `houses`, which the tables read as a thing with a colour or number."""
        return [name for name in names if _can_be_found(name) and not self._composed(name)]

    def _composed(self, name: str) -> bool:
        if any(self.forms.get(singular) is not None for singular in singulars(name)):
            return True
        cuts = [name.find(" ")] if " " in name else range(1, len(name)) if is_chinese(name[0]) else []
        for cut in cuts:
            before, rest = self.forms.get(name[:cut]), self.forms.get(name[cut:].strip())
            if before is not None and rest is not None and rest.is_thing and before.is_shown_by_all:
                return True
        return False

    def _row(self, effects: list[str], english: list[str], chinese: list[str]) -> None:
        traits = frozenset(effect[1:] for effect in effects if effect.startswith("+"))
        pairs = tuple(Effect(*effect.split(":", 1)) for effect in effects if not effect.startswith("+"))
        self._add(Entry(pairs, traits, (english[0], chinese[0])), english, chinese)
        if len(pairs) == 1 and pairs[0].role in COLOURED:
            for form, colour in ((form, self._own_colour(form, pairs)) for form in (*english, *chinese)):
                if colour and self.forms[plain(form)].effects == pairs:
                    self.forms[plain(form)] = Entry(
                        (*pairs, Effect("colour", colour)), traits, (english[0], chinese[0])
                    )
        if len(pairs) == 1 and pairs[0].role in GOODS and not traits:
            for form, material in ((form, _made_of(form)) for form in chinese):
                if material and self.forms[plain(form)].effects == pairs:
                    made = Entry(pairs, frozenset({f"material:{material}"}), (english[0], chinese[0]))
                    self.forms[plain(form)] = made

    def _own_colour(self, form: str, kind: tuple[Effect, ...]) -> str | None:
        """The colour that a name begins with, where the rest names the same kind: 灰狼, `black bear`."""
        form = plain(form)
        cut = form.find(" ") if " " in form else 1
        before, rest = self.forms.get(form[:cut]), self.forms.get(form[cut:].strip())
        same = before is not None and rest is not None and rest.effects == kind and before.role == "colour"
        return before.value("colour") if same and before is not None and form[:cut] in PLAIN_COLOURS else None

    def _add(self, entry: Entry, english: Sequence[str], chinese: Sequence[str]) -> None:
        for key in entry.named():
            known = self.names.get(key, ("", ""))
            self.names[key] = (known[0] or entry.names[0], known[1] or entry.names[1])
            role, _, kind = key.partition(":")
            if role in THING_ROLES:
                self.groups.setdefault(kind, role)
        for form in (*english, *chinese):
            if form:
                self.forms.setdefault(plain(form), entry)

    def english(self, phrase: str) -> tuple[Entry, bool] | None:
        """The entry of an English phrase and whether it stood in the plural, or None."""
        entry = self.forms.get(phrase)
        if entry is not None:
            head = phrase.rsplit(" ", 1)[-1]
            return entry, head in IRREGULAR
        for singular in singulars(phrase):
            entry = self.forms.get(singular)
            if entry is not None and entry.role != "num":
                return entry, entry.is_thing
        return self._act(phrase)

    def _act(self, phrase: str) -> tuple[Entry, bool] | None:
        """What somebody does to something, whatever article or owner that has: `repairing his old shoes`."""
        bare = _DETERMINERS.sub("", phrase)
        return (self.forms[bare], False) if bare in self.acts else None


def cost_of(length: int, *, ordinary: bool = False) -> int:
    """The cost of a word of `length` characters: one long word is cheaper than two, and an unknown character is 300."""
    if ordinary:
        return 150 - length**2 if length > 1 else 210
    return 100 - length**2 if length > 1 else 160


def _data(table: str) -> str:
    return resources.files(__package__).joinpath("data", f"{table}.tsv").read_text("utf-8")


def _can_be_found(name: str) -> bool:
    """Whether a name is short enough to be looked for."""
    return len(name) <= MAX_CHINESE_CHARS if is_chinese(name[-1]) else len(name.split(" ")) <= MAX_ENGLISH_WORDS


def _made_of(name: str) -> str | None:
    """The material that a Chinese name begins with."""
    return next((material for start, material in MADE_OF.items() if name.startswith(start) and name != start), None)


def singulars(phrase: str) -> list[str]:
    """What the singular of an English phrase may be, likeliest first; empty for one that looks singular."""
    start, _, head = phrase.rpartition(" ")
    start = start + " " if start else ""
    if head in IRREGULAR:
        return [start + IRREGULAR[head]]
    if len(head) < 4 or not head.endswith("s") or head.endswith("ss"):
        return []
    found = [head[:-1]]
    if head.endswith("es"):
        found.append(head[:-2])
    if head.endswith("ies"):
        found.insert(0, head[:-3] + "y")
    return [start + word for word in found]


def inflected(verb: str) -> list[str]:
    """An English verb, which may have words behind it, as it is, of the third person, and as a participle."""
    head, gap, rest = verb.partition(" ")
    third = head + "es" if head.endswith(_HISSED) else head + "s"
    stem = head[:-1] if head.endswith("e") and not head.endswith(("ee", "ye")) else head
    stem += head[-1] if _DOUBLED.fullmatch(head) else ""
    return [form + gap + rest for form in (head, third, stem + "ing")]


@functools.cache
def lexicon() -> Lexicon:
    """The one lexicon, read from the package's data when it is first needed."""
    return Lexicon()
