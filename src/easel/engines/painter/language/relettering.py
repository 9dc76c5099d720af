"""Edits of lettering: `add the title "SALE"`, `make the sign say "CLOSED"`, 把“开业”改成“歇业”, `remove the text`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from easel.engines.painter.language.edits import Letter
from easel.engines.painter.language.kinds import READ_FROM, is_written_on
from easel.engines.painter.language.lettering import MOST_QUOTED, QUOTED, colour_of, place_of, said_behind
from easel.engines.painter.language.lexicon import THING_ROLES, lexicon
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import Lettering, ScenePlan, Thing

#: The words of a clause that speak of text, or do something with it.
_ASKS = re.compile(
    r"\b(?:add|write|put|print|place|say|says|read|reads|text|title|words?|caption|headline|slogan|letters|lettering|label|labell?ed"
    r"|change|replace|engrave|stamp|include|insert|overlay|with)\b|[写印题刻]|加|文字|标题|标语|字|改成|改为|换成|换为",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:change|replace|update|edit|swap|make|set|should|must|now|instead)\b|改|换|变成", re.IGNORECASE
)
_INTO = re.compile(r"^\s*(?:to|with|into|by|for|改成|改为|换成|换为|变成)\s*$", re.IGNORECASE)
#: A clause up to the text that it is about.
_CLAUSE = re.compile(
    r"(?:^|[,，.。;；!！\n]|\band\b(?=\s+\w+)|\bthen\b|然后|并且?|再)(?P<clause>[^,，.。;；!！\n]*)$", re.IGNORECASE
)
_ON = re.compile(
    r"^\s*,?\s*(?:to|on|onto|across|in)\s+(?:the|his|her|its|a|an|my)\s+(?P<on>[a-z][a-z -]{1,24}?)"
    r"(?=$|[,.;!\n]|\s+(?:and|in|at|then)\b)"
)
_TEXT = "(?:text|title|words?|lettering|letters|writing|caption|headline|slogan|inscription|subtitle)"
_HANZI_TEXT = "(?:文字|标题|字样|标语|大字|题字|所有的?字|字(?![典画帖]))"
_GONE = re.compile(
    r"\b(?:remove|delete|erase|drop|hide|lose|take (?:out|away|off)|get rid of|clear)\s+(?:all\s+)?(?:of\s+)?"
    rf"(?:the\s+|that\s+|any\s+)?{_TEXT}\b"
    r"(?:\s+(?:on|from|at|in)\s+(?:the\s+)?[a-z ]{1,24})?|\b(?:no|without)\s+text\b"
    rf"|(?:去掉|删除|删掉|去除|移除|擦掉|不要|取消)(?:画面|图片|图)?(?:上|里|中)?的?{_HANZI_TEXT}|把{_HANZI_TEXT}(?:都|全部)?(?:去掉|删掉|删除|擦掉|去了)",
    re.IGNORECASE,
)
_COLOURED = re.compile(
    rf"\b(?:make|turn|paint|change|set|colou?r)\s+(?:the\s+)?{_TEXT}(?:\s+colou?r)?\s+(?:to\s+|in(?:to)?\s+|be\s+)?"
    r"(?P<colour>[a-z]+(?:\s[a-z]+)?)(?=$|[,.;!\n]|\s+and\b)"
    rf"|(?:把|将)?{_HANZI_TEXT}(?:的?颜色)?(?:改成|换成|变成|改为|换为|涂成|调成|用)(?P<hue>[\u4e00-\u9fff]{{1,4}}?色)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relettered:
    """An instruction without what it says of lettering, and the changes that this asks for."""

    rest: str
    changes: tuple[Letter, ...]


def relettered(text: str) -> Relettered:
    """What an instruction says of lettering, apart from the rest of it."""
    changes: list[Letter] = []
    for pattern in (_GONE, _COLOURED):
        if match := pattern.search(text):
            said = match.groupdict()
            colour = colour_of(said.get("colour") or said.get("hue") or "")
            if pattern is _GONE or colour:
                text = text[: match.start()] + text[match.end() :]
                changes.append(Letter(colour=colour, gone=pattern is _GONE))
    spans = list(_written(text))
    for start, end, change in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
        changes.insert(0, change)
    return Relettered(text, tuple(changes))


def _written(text: str) -> Iterator[tuple[int, int, Letter]]:
    """Each text that is asked for, from the beginning of its clause to the end of what is said of it."""
    quotations = list(islice(QUOTED.finditer(text), MOST_QUOTED))
    while quotations:
        first = quotations.pop(0)
        clause = _CLAUSE.search(text[: first.start()])
        if clause is None or not _ASKS.search(clause["clause"]):
            continue
        last, old = first, None
        if quotations and _INTO.match(text[first.end() : quotations[0].start()]):
            last, old = quotations.pop(0), _text(first)
        end, said = said_behind(text, last.end())
        kind = _kind(clause["clause"])
        if on := _ON.match(text[end:]):
            kind = _kind(on["on"]) or kind
            end, more = said_behind(text, end + on.end())
            said += " " + more
        words = f"{clause['clause']} {said}"
        change = Letter(
            _text(last), kind=kind, old=old, instead=_CHANGES.search(clause["clause"]) is not None,
            colour=colour_of(said), at=place_of(words),
        )  # fmt: skip
        yield clause.start("clause"), end, change


def _text(quotation: re.Match[str]) -> str:
    return next(group for group in quotation.groups() if group is not None).strip()


def _kind(words: str) -> str:
    """The kind of thing in a clause that text is written on; empty for none."""
    for token in tokens(words):
        for effect in token.entry.effects if token.entry is not None else ():
            kind = f"icon:{effect.value}" if effect.role == "icon" else effect.value
            if effect.role in THING_ROLES and is_written_on(kind, lexicon().groups.get(kind, "")):
                return kind
    return ""


def reletter(plan: ScenePlan, change: Letter) -> ScenePlan:
    """The plan with its lettering changed; a thing's where the change names one, or where it alone has any."""
    lettered = [index for index, thing in enumerate(plan.things) if thing.trait("text")]
    if change.gone:
        bare = tuple(_without_text(thing) for thing in plan.things)
        return replace(plan, lettering=(), things=bare)
    if change.text is None:
        titles = tuple(replace(text, colour=change.colour) for text in plan.lettering)
        things = tuple(
            _written_on(t, t.trait("text") or "", change.colour) if t.trait("text") else t for t in plan.things
        )
        return replace(plan, lettering=titles, things=things)
    if change.old is not None:
        return _in_place_of(plan, change.old, change)
    named = [index for index, thing in enumerate(plan.things) if thing.kind == change.kind]
    if not named and change.instead and not plan.lettering:
        named = lettered
    if named:
        things = list(plan.things)
        things[named[0]] = _written_on(things[named[0]], change.text, change.colour)
        return replace(plan, things=tuple(things))
    if change.kind in READ_FROM:
        # 黑板上写“你好”: it comes with its text.
        thing = Thing(kind=change.kind, words=lexicon().names[f"{lexicon().groups[change.kind]}:{change.kind}"][0])
        return replace(plan, things=(*plan.things, _written_on(thing, change.text, change.colour)))
    new = Lettering(change.text, change.colour, change.at)
    if change.instead and plan.lettering:
        first = plan.lettering[0]
        new = Lettering(change.text, change.colour or first.colour, change.at or first.at)
        return replace(plan, lettering=(new, *plan.lettering[1:]))
    return replace(plan, lettering=(*plan.lettering, new))


def _in_place_of(plan: ScenePlan, old: str, change: Letter) -> ScenePlan:
    """The plan with one text in place of another, wherever that stands; the only text where none is the same."""
    assert change.text is not None
    texts = [text.text for text in plan.lettering] + [thing.trait("text") or "" for thing in plan.things]
    same = [text for text in texts if text.casefold() == old.casefold()] or [text for text in texts if text][:1]
    if not same:
        return plan
    titles = tuple(replace(text, text=change.text) if text.text == same[0] else text for text in plan.lettering)
    things = tuple(
        _written_on(thing, change.text, thing.trait("text_colour")) if thing.trait("text") == same[0] else thing
        for thing in plan.things
    )
    return replace(plan, lettering=titles, things=things)


def _without_text(thing: Thing) -> Thing:
    return replace(thing, traits=frozenset(t for t in thing.traits if not t.startswith(("text:", "text_colour:"))))


def _written_on(thing: Thing, text: str, colour: str | None) -> Thing:
    bare = _without_text(thing)
    return replace(bare, traits=bare.traits | {f"text:{text}"} | ({f"text_colour:{colour}"} if colour else set()))
