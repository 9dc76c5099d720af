"""Telling: a plan said again in one sentence, and the longer prompt that a rewriting makes of it."""

from dataclasses import replace

from easel.engines.painter.language import phrases
from easel.engines.painter.language.nouns import PLACES
from easel.engines.painter.language.phrases import CHINESE, ENGLISH, scenery
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.plan import Relation, ScenePlan, Thing

#: Traits that stand before the noun, in this order.
BEFORE = ("age", "mood", "ethnicity", "state", "pattern", "material")
VERBS = ("riding", "holding", "wearing", "looking_at")
#: Poses that are said together with what is held.
ACTS = frozenset({"eating", "drinking", "reading", "playing"})
WORN = ("garment", "legs", "accessory")
INDOORS = frozenset({"library", "living_room", "bedroom", "kitchen", "cafe", "classroom", "office", "shop", "stage",
                     "museum", "studio", "window_sill", "table_top", "plain", "gym", "hospital", "supermarket",
                     "church_nave", "airport", "bathroom", "greenhouse",
                     "tatami", "loft", "cellar", "abstract", "workshop", "garage", "smithy", "bakery",
                     "laboratory", "barbershop", "operating_room", "courtroom", "pharmacy", "nightclub",
                     "cockpit", "spaceship_bridge"})  # fmt: skip
#: Where a thing stands in the frame, in words.
_PLACES = (
    ("left", "on the left", "画面左侧"), ("right", "on the right", "画面右侧"), ("centre", "in the center", "画面中央"),
    ("top", "at the top", "画面上方"), ("bottom", "at the bottom", "画面下方"),
    ("top_left", "in the top left", "左上角"), ("top_right", "in the top right", "右上角"),
    ("bottom_left", "bottom left", "左下角"), ("bottom_right", "bottom right", "右下角"),
)  # fmt: skip
PLACE_NAMES = tuple({PLACES[row[0]]: row[language + 1] for row in _PLACES} for language in (ENGLISH, CHINESE))
NIGHTLY = frozenset({"moon", "crescent", "stars", "milky_way", "aurora", "fireworks", "meteors"})


def language_of(text: str) -> int:
    """The main language: Chinese where ideographs carry more words than the Latin letters do."""
    ideographs = sum(map(is_chinese, text))
    return CHINESE if ideographs > len([word for word in text.split() if word.isascii()]) else ENGLISH


def title(plan: ScenePlan) -> str:
    """What is really painted, in the prompt's main language."""
    teller = _Teller(plan, language_of(plan.prompt))
    told = teller.chinese() if teller.language == CHINESE else teller.english()
    if plan.layout is None:
        return told
    words = plan.layout.words
    return f"{words}：{told}" if teller.language == CHINESE else f"{words[0].upper()}{words[1:]}: {told}"


def rewrite(plan: ScenePlan) -> str:
    """A richer prompt: subject, style, details. Read again, it gives the same things with every gap filled."""
    language = language_of(plan.prompt)
    teller = _Teller(_filled(plan), language)
    details = ("，细节丰富，层次分明，构图均衡", ", highly detailed, balanced composition, soft lighting")
    return (teller.chinese() if language == CHINESE else teller.english()).rstrip("。.") + details[language == ENGLISH]


def _filled(plan: ScenePlan) -> ScenePlan:
    """The plan with time, weather, mood and framing chosen where the prompt did not say."""
    indoors = plan.setting in INDOORS
    time = plan.time or ("night" if NIGHTLY & plan.sky.keys() else "day")
    outdoor_weather = {"clouds": "cloudy", "lightning": "storm"}
    weather = plan.weather or next((w for s, w in outdoor_weather.items() if s in plan.sky), "clear")
    mood = plan.mood
    if mood == "neutral" and plan.style != "ink_wash":
        mood = {"day": "bright", "night": "mysterious"}.get(time, "warm")
    camera = plan.camera
    if camera == "normal" and not plan.things and not indoors:
        camera = "wide"
    hidden = indoors or plan.setting in ("underwater", "cave", "space", "moon_surface", "stage")
    return replace(plan, time=time, weather=plan.weather if hidden else weather, mood=mood, camera=camera)


class _Teller:
    """Tells one plan in one language."""

    def __init__(self, plan: ScenePlan, language: int):
        self.plan = plan
        self.language = language
        self._told: set[int] = set()

    def _order(self) -> list[int]:
        """Subjects first; what they hold or stand on is told with them."""
        things = self.plan.things
        targets = {relation.target for thing in things for relation in thing.relations}
        return [i for i in range(len(things)) if i not in targets] + sorted(targets)

    # English

    def english(self) -> str:
        """One English sentence, and one more for every relation that does not fit into it."""
        plan = self.plan
        style = scenery("style", plan.style, ENGLISH)
        extra: list[str] = []
        told = [self._thing(i, extra) for i in self._order() if i not in self._told]
        subject = " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
        place = scenery("setting", plan.setting or "", ENGLISH)
        behind = " and ".join(scenery("backdrop", name, ENGLISH) for name in plan.backdrops if name != plan.setting)
        if behind and (subject or place):
            behind += " in the background"
        if not subject:
            place = place.partition(" ")[2]
        head = ", ".join(part for part in (f"{subject} {place}".strip(), behind) if part)
        lead = f"{style} of {head}" if style and head else style or head
        parts = [phrases.counted(1, lead) if style else lead, *self._circumstances(), *extra, *self._lettering()]
        text = ", ".join(part for part in parts if part) or "an open landscape"
        return text[0].upper() + text[1:] + "."

    def _circumstances(self) -> list[str]:
        plan, language = self.plan, self.language
        asked = {"time": plan.time, "weather": plan.weather, "season": plan.season, "mood": plan.mood}
        told = [self._sky(), *(scenery(role, value or "", language) for role, value in asked.items())]
        if plan.tint:
            told.append(f"{phrases.colour(plan.tint, language)}{' color palette' if language == ENGLISH else '主色调'}")
        told.append(scenery("camera", plan.camera, language))
        return [part for part in told if part]

    def _lettering(self) -> list[str]:
        """The picture's own text, in quotation marks."""
        if self.language == CHINESE:
            return [f"标题“{text.text}”" for text in self.plan.lettering]
        return [f'with the title "{text.text}"' for text in self.plan.lettering]

    def _sky(self) -> str:
        told = []
        for name, colour in self.plan.sky.items():
            words = scenery("sky", name, self.language)
            if colour:
                paint = phrases.colour(colour, self.language)
                words = f"{paint} {words}" if self.language == ENGLISH else f"{paint}的{words}"
            told.append(words)
        return (" and " if self.language == ENGLISH else "和").join(told)

    def _thing(self, index: int, extra: list[str]) -> str:
        thing = self.plan.things[index]
        self._told.add(index)
        words = self._english_noun(thing)
        fitting = [r for r in thing.relations if r.kind in VERBS] or list(thing.relations[:1])
        if any(r.kind == "between" for r in thing.relations):
            fitting = [r for r in thing.relations if r.kind == "between"]
        for number, relation in enumerate(fitting):
            joint = self._verb(thing, relation)
            joint = "and" if relation.kind == "between" and number else joint
            words += f" {joint} {self._target(relation, extra)}"
        for relation in thing.relations:
            if relation not in fitting:
                joint = scenery("rel", relation.kind, ENGLISH)
                extra.append(f"the {phrases.noun(thing, ENGLISH)[0]} {joint} {self._target(relation, extra)}")
        return words

    def _verb(self, thing: Thing, relation: Relation) -> str:
        """`eating` rather than `holding` where that is what is done with it."""
        act = thing.trait("pose") if relation.kind == "holding" else None
        return scenery("act" if act in ACTS else "rel", act if act in ACTS and act else relation.kind, self.language)

    def _acts(self, thing: Thing) -> bool:
        return thing.trait("pose") in ACTS and any(relation.kind == "holding" for relation in thing.relations)

    def _target(self, relation: Relation, extra: list[str]) -> str:
        if relation.target in self._told:
            return f"the {phrases.noun(self.plan.things[relation.target], ENGLISH)[0]}"
        return self._thing(relation.target, extra)

    def _english_noun(self, thing: Thing) -> str:
        noun, said = phrases.noun(thing, ENGLISH)
        before = [phrases.size(thing.size, ENGLISH), *self._adjectives(thing, said)]
        if thing.colour and f"colour:{thing.colour}" not in said:
            before.append(phrases.colour(thing.colour, ENGLISH))
        words = " ".join([word for word in before if word] + [noun if thing.count == 1 else phrases.plural(noun)])
        words = phrases.counted(thing.count, words)
        pose = thing.trait("pose")
        if pose and f"pose:{pose}" not in said and not self._acts(thing):
            words += f" {phrases.trait('pose', pose, ENGLISH)}"
        if thing.trait("facing"):
            words += f" {self._facing(thing)}"
        if thing.trait("text"):
            words += f' that says "{thing.trait("text")}"'
        worn = [self._worn(thing, key) for key in WORN if self._is_worn(thing, key, said)]
        worn += [f"wearing {thing.trait('glasses')}"] if thing.trait("glasses") else []
        if thing.trait("garment_colour") and not thing.trait("garment"):
            worn.insert(0, f"in {phrases.colour(thing.trait('garment_colour') or '', ENGLISH)}")
        hair = [phrases.trait(key, thing.trait(key) or "", ENGLISH) for key in ("hair", "hair_colour", "beard")]
        if thing.trait("eye_colour"):
            hair.append(f"{phrases.colour(thing.trait('eye_colour') or '', ENGLISH)} eyes")
        if thing.trait("roof_colour"):
            hair.append(f"a {phrases.colour(thing.trait('roof_colour') or '', ENGLISH)} roof")
        place = PLACE_NAMES[ENGLISH].get(thing.at) if thing.at else None
        return " ".join([words, *worn, *(f"with {word}" for word in hair if word), *([place] if place else [])])

    def _facing(self, thing: Thing) -> str:
        if thing.trait("gaze") == "distance":
            return "looking into the distance" if self.language == ENGLISH else "看向远方"
        return phrases.trait("facing", thing.trait("facing") or "", self.language)

    @staticmethod
    def _is_worn(thing: Thing, key: str, said: frozenset[str]) -> bool:
        """Whether clothes have to be told: the noun does not say them, or not their colour."""
        return bool(thing.trait(key)) and (
            f"{key}:{thing.trait(key)}" not in said or bool(thing.trait(f"{key}_colour"))
        )

    def _worn(self, thing: Thing, key: str) -> str:
        paint = thing.trait(f"{key}_colour")
        words = " ".join(filter(None, [paint and phrases.colour(paint, ENGLISH), self._clothes(thing, key, ENGLISH)]))
        before = {"garment": "in", "legs": "and", "accessory": "wearing"}[key]
        return f"{before} {phrases.counted(1, words)}"

    @staticmethod
    def _clothes(thing: Thing, key: str, language: int) -> str:
        return phrases.trait("garment" if key == "legs" else key, thing.trait(key) or "", language)

    def _adjectives(self, thing: Thing, said: frozenset[str]) -> list[str]:
        found = [(key, thing.trait(key)) for key in BEFORE]
        if self.language == CHINESE:
            found = [(key, value) for key, value in found if key != "ethnicity"]
        told = [(key, value) for key, value in found if value and f"{key}:{value}" not in said]
        return [phrases.trait(key, value, self.language) for key, value in told]

    # Chinese

    def chinese(self) -> str:
        """One Chinese sentence."""
        plan = self.plan
        style = scenery("style", plan.style, CHINESE)
        place = [scenery("setting", plan.setting, CHINESE)] if plan.setting else []
        if plan.backdrops:
            place.append("背景是" + "和".join(scenery("backdrop", name, CHINESE) for name in plan.backdrops))
        told = [self._chinese_thing(index) for index in self._order() if index not in self._told]
        parts = [*place, *told, *self._circumstances(), *self._lettering()]
        text = "，".join(part for part in parts if part) or "开阔的风景"
        return f"一幅{style}：{text}。" if style else f"{text}。"

    def _chinese_thing(self, index: int) -> str:
        thing = self.plan.things[index]
        words = self._noun_once(index)
        pose = thing.trait("pose") if f"pose:{thing.trait('pose')}" not in phrases.noun(thing, CHINESE)[1] else None
        act = phrases.trait("pose", pose, CHINESE) if pose and not self._acts(thing) else ""
        clauses: list[str] = []
        between = [relation for relation in thing.relations if relation.kind == "between"]
        if between:
            clauses.append("在" + "和".join(self._noun_once(r.target) for r in between) + "之间")
        for relation in thing.relations:
            joint, target = self._verb(thing, relation), self._noun_once(relation.target)
            if relation.kind in VERBS:
                clauses.append(joint + target)
            elif relation not in between:
                clauses.append(f"{act if len(act) == 1 else ''}在{target}{joint}")
                act = act if len(act) > 1 else ""
        if act:
            clauses.insert(0, act + ("着" if len(act) == 1 else ""))
        if thing.trait("facing"):
            clauses.append(self._facing(thing))
        noun = phrases.noun(thing, CHINESE)[0]
        if thing.trait("roof_colour"):
            words += f"，{phrases.colour(thing.trait('roof_colour') or '', CHINESE)}屋顶"
            clauses = ["", *clauses] if clauses else []
        return words + f"，{noun}".join(clauses)

    def _noun_once(self, index: int) -> str:
        """The full noun phrase the first time, the bare noun afterwards."""
        thing = self.plan.things[index]
        if index in self._told:
            return phrases.noun(thing, CHINESE)[0]
        self._told.add(index)
        return self._chinese_noun(thing)

    def _chinese_worn(self, thing: Thing, key: str) -> str:
        paint = thing.trait(f"{key}_colour")
        colour = phrases.colour(paint, CHINESE) if paint else ""
        before = {"garment": "穿着", "legs": "和", "accessory": "戴着"}[key]
        after = "" if key == "garment" and thing.trait("legs") else "的"
        return f"{before}{colour}{self._clothes(thing, key, CHINESE)}{after}"

    def _chinese_noun(self, thing: Thing) -> str:
        noun, said = phrases.noun(thing, CHINESE)
        before = [phrases.size(thing.size, CHINESE), *(word + "的" for word in self._adjectives(thing, said))]
        origin = phrases.trait("ethnicity", thing.trait("ethnicity") or "", CHINESE)
        for key in WORN:
            if self._is_worn(thing, key, said):
                before.append(self._chinese_worn(thing, key))
        for key in ("hair_colour", "hair", "beard", "glasses"):
            word = phrases.trait(key, thing.trait(key) or "", CHINESE)
            before.append(f"{'戴着' if key == 'glasses' else ''}{word}的" if word else "")
        if thing.trait("garment_colour") and not thing.trait("garment"):
            before.append(f"穿着{phrases.colour(thing.trait('garment_colour') or '', CHINESE)}的")
        if thing.trait("eye_colour"):
            before.append(f"{phrases.colour(thing.trait('eye_colour') or '', CHINESE)}眼睛的")
        if thing.colour and f"colour:{thing.colour}" not in said:
            before.append(phrases.colour(thing.colour, CHINESE) + "的")
        if thing.trait("text"):
            before.append(f"写着“{thing.trait('text')}”的")
        place = PLACE_NAMES[CHINESE].get(thing.at, "") if thing.at else ""
        return place + phrases.measured(thing.count, thing.kind) + "".join(before) + origin + noun
