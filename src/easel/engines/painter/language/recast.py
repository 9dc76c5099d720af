"""Recasting: turns of phrase put into the order that the reader knows.

`a cat held by a girl` and 一只猫被女孩抱着 become `a girl holding a cat`; `two cats, one black, one white` becomes `two
black and white cats`; `he` and `she` become somebody where nobody was named.
"""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language.addressed import answered
from easel.engines.painter.language.denials import without_denials
from easel.engines.painter.language.grammar import (
    IN_PHRASE,
    REACH,
    head_after,
    head_of_noun_phrase,
    is_noun,
    left_out,
    phrase_before,
    role_at,
    text_at,
)
from easel.engines.painter.language.groups import told_apart
from easel.engines.painter.language.lexicon import ALIVE, Effect, Entry, lexicon
from easel.engines.painter.language.pronouns import named_again
from easel.engines.painter.language.purposes import ASKS, BEING, WANTS, without_purposes
from easel.engines.painter.language.similes import without_similes
from easel.engines.painter.language.tokens import Token
from easel.engines.painter.language.usual import without_usual

#: Who is meant by a pronoun where nobody was named.
SOMEBODY = {"he": "man", "she": "woman", "他": "man", "她": "woman"}
OWNERS = {"his": "man", "her": "woman"}
#: Participles of verbs that tie, in the passive: `a cat held by a girl`.
PASSIVE = {
    "held": "holding", "carried": "holding", "worn": "wearing", "ridden": "riding", "hugged": "holding",
    "chased": "looking_at", "watched": "looking_at", "followed": "looking_at", "pulled": "holding", "led": "holding",
}  # fmt: skip
#: After the name of a style they mean no wind and nobody.
STYLED = frozenset({"风", "model", "models"})
#: What stands behind these is a verb, whatever else it may mean.
MODALS = frozenset({"would", "will", "could", "can", "must", "should", "shall", "may", "might", "cannot", "neither"})
#: As many stars are drawn each for itself; more are those of the sky.
COUNTED = 12
#: `both wearing hats`: what is said of each of those who were named.
TOGETHER = Token("both", Entry((Effect("together", ""),)))
EACH = frozenset({"both", "都", "全都"})
ACTING = frozenset({"rel", "trait"})
STARS = frozenset({"star", "stars", "星星", "星"})
STAR = Entry((Effect("object", "star"),))
SIDES = {"left": "left", "right": "right"}
PUT_ON = frozenset({"hat", "crown"})
WEARS = Token("wearing", Entry((Effect("rel", "wearing"),)))
PUTS_ON = Token("戴着", Entry((Effect("rel", "wearing"),)))
DETERMINERS = frozenset({"his", "her", "its", "their", "my", "our"})
#: Parts of a body that are places for others, and the place word that says the same.
BODY_PLACES = {"头上": "上面", "头顶": "上面", "脚下": "旁边", "脚边": "旁边"}
CLOTHES = frozenset({"garment", "accessory", "glasses", "hairnoun"})


def recast(tokens: Sequence[Token]) -> list[Token]:
    """The tokens in plain order."""
    for step in (
        without_purposes, answered, without_usual, without_denials, named_again, told_apart, without_similes,
        _without_origins, _small, _without_verbs, _wearing, _placed,
        _somebody, _ones, _each, _passives, _both,
    ):  # fmt: skip
        tokens = step(list(tokens))
    return list(tokens)


def _somebody(tokens: list[Token]) -> list[Token]:
    """`he wore a green coat`, 她手里拿着气球: somebody, if no person is named at all and no animal before."""
    if any(token.role in ("person", "people") for token in tokens):
        return tokens
    for index, token in enumerate(tokens):
        if token.role in ALIVE:
            return tokens
        follows = next(
            (t.role for t in tokens[index + 1 : index + REACH] if t.role not in ("of", "colour", "skip")), "stop"
        )
        owns = token.text in OWNERS or role_at(tokens, index + 1) == "of"
        kind = SOMEBODY.get(token.text) or OWNERS.get(token.text)
        # `the umbrella she carried` is an umbrella.
        relative = not token.chinese and index > 0 and is_noun(tokens[index - 1])
        wishes = text_at(tokens, index + 1) in WANTS | ASKS or text_at(tokens, index + 2) in BEING
        if kind is None or relative or wishes or (owns and follows not in CLOTHES) or (not owns and follows == "be"):
            continue
        somebody = Token(token.text, Entry((Effect("person", kind),), names=lexicon().names[f"person:{kind}"]))
        wears = [WEARS] if token.text in OWNERS else []
        return [*tokens[:index], somebody, *wears, *tokens[index + 1 :]]
    return tokens


def _without_verbs(tokens: list[Token]) -> list[Token]:
    """`the farmer guards his sheep`: what looks like a plural between a noun and an article is a verb."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if kept and kept[-1].role == "style" and token.text in STYLED:
            continue
        if token.text == "saw" and kept and kept[-1].role not in IN_PHRASE - {"skip"}:
            # `we saw three elephants`
            continue
        if token.text == "打" and _before_animate(tokens, index):
            # 打伞 holds an umbrella, 打老虎 no tiger.
            continue
        if text_at(tokens, index - 1) in MODALS and is_noun(token) and not token.plural:
            # `neither would bow`, `it can fly`
            continue
        if text_at(tokens, index - 1) == "第" and token.role == "num":
            # 第二只猫 is one.
            continue
        verb = token.plural and bool(kept) and is_noun(kept[-1]) and not kept[-1].plural
        if verb and (role_at(tokens, index + 1) in ("the", "num") or text_at(tokens, index + 1) in DETERMINERS):
            continue
        kept.append(token)
    return kept


def _without_origins(tokens: list[Token]) -> list[Token]:
    """一颗从天上摘下来的星星: where something came from is not where it is."""
    return left_out(tokens, lambda index, _: _origin(tokens, index) if tokens[index].text == "从" else None)


def _origin(tokens: Sequence[Token], start: int) -> int | None:
    index = start + 1
    while role_at(tokens, index) in ("skyword", "skip", "unpainted", "trait"):
        index += 1
    return index + 1 if index > start + 1 and role_at(tokens, index) == "of" else None


def _before_animate(tokens: Sequence[Token], index: int) -> bool:
    head = head_after(tokens, index)
    return head is not None and tokens[head].role in ALIVE


def _small(tokens: list[Token]) -> list[Token]:
    """`four stars` are things, not the sky's; a bottle of water is a bottle; 床上去 is 床上."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        if token.text in STARS and _is_few(tokens, index):
            token = Token(token.text, STAR, plural=token.plural)
        elif token.text in ("上去", "上来") and index and is_noun(tokens[index - 1]):
            token = Token("上", lexicon().forms["上"])
        elif token.text in BODY_PLACES and _is_place(tokens, index):
            token = Token(token.text, lexicon().forms[BODY_PLACES[token.text]])
        found.append(token)
    return found


def _is_place(tokens: Sequence[Token], index: int) -> bool:
    """Whether a part of somebody's body is where something else is: 老虎头上停了只蝴蝶, not 头上戴着帽子."""
    head = head_of_noun_phrase(tokens, index)
    animate = index > 0 and tokens[index - 1].role in ALIVE
    return animate and head is not None and head > index + 1


def _is_few(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun at `index` stands behind a number that can be counted at a glance."""
    start = index
    while role_at(tokens, start - 1) in ("colour", "size", "trait", "skip", "measure", "of"):
        start -= 1
    entry = tokens[start - 1].entry if start else None
    if entry is None or entry.role != "num":
        # `star = purple`: one whose colour is told is no sky of them.
        return tokens[index].text == "star" and [role_at(tokens, index + k) for k in (1, 2)] == ["be", "colour"]
    return int(entry.effects[0].value) <= COUNTED and entry.names[0] not in ("a few", "several", "many")


def _wearing(tokens: list[Token]) -> list[Token]:
    """`a snowman whose hat is red`, 黄帽子的男孩: what belongs to somebody's head is worn."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        owner = next(
            (i for i in range(index + 2, min(index + REACH, len(tokens))) if tokens[i].role not in IN_PHRASE),
            len(tokens),
        )
        owned = role_at(tokens, index + 1) == "of" and token.chinese and owner < len(tokens)
        start = len(found)
        while start and found[start - 1].role in ("colour", "num", "measure", "size"):
            start -= 1
        if token.text == "whose" and any(_is_hat(t) or t.role in CLOTHES for t in tokens[index + 1 : index + 4]):
            found.append(WEARS)
        elif owned and _is_hat(token) and tokens[owner].role in ALIVE and role_at(found, start - 1) != "rel":
            worn = next((i for i in range(start, len(found)) if found[i].role == "colour"), len(found))
            found = [*found[:worn], PUTS_ON, *found[worn:], token]
        else:
            found.append(token)
    return found


def _is_hat(token: Token) -> bool:
    return is_noun(token) and token.entry is not None and token.entry.things()[0].value in PUT_ON


def _placed(tokens: list[Token]) -> list[Token]:
    """`dog left, cat right`, `left: a dog, right: a cat`: where in the frame things are."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        alone = role_at(tokens, index + 1) == "stop"
        behind = is_noun(tokens[index - 1]) if index else False
        before = role_at(tokens, index - 1) == "stop" and text_at(tokens, index + 1) == ":"
        if token.text in SIDES and token.role == "skip" and alone and (behind or before):
            token = Token(token.text, Entry((Effect("place", SIDES[token.text]),)))
        found.append(token)
    return found


def _ones(tokens: list[Token]) -> list[Token]:
    """`a green apple beside a red one`: one is an apple, too; `he in a green coat, she in her red one` wears a coat."""
    found: list[Token] = []
    noun: Token | None = None
    worn: Token | None = None
    apart = False
    for token in tokens:
        worn = token if token.role == "garment" else worn
        one = token.text in ("one", "ones") and bool(found) and found[-1].role in ("colour", "size")
        if one and worn and text_at(found, len(found) - 2) in DETERMINERS:
            token = worn
        elif one and noun and not apart:
            token = replace(noun, plural=token.text == "ones")
        elif is_noun(token):
            noun, apart = token, False
        elif token.role == "stop":
            # `a bicycle, preferably a yellow one` is one bicycle.
            apart = True
        elif token.role in ("and", "rel"):
            apart = False
        found.append(token)
    return found


def _each(tokens: list[Token]) -> list[Token]:
    """`two cats, one black, one white` and 一黑一白两只猫: the colours stand before the noun."""
    for index in range(len(tokens)):
        end, colours = _each_colour(tokens, index)
        if len(colours) < 2:
            continue
        start = index - 1 if role_at(tokens, index - 1) == "stop" else index
        noun = start - 1
        if noun >= 0 and is_noun(tokens[noun]):
            return [*tokens[:noun], *colours, tokens[noun], *tokens[end:]]
        if role_at(tokens, end) == "num":
            ahead = next((i for i in range(end, len(tokens)) if is_noun(tokens[i])), None)
            if ahead is not None and all(token.role in IN_PHRASE for token in tokens[end:ahead]):
                return [*tokens[:index], *tokens[end:ahead], *colours, *tokens[ahead:]]
    return tokens


def _each_colour(tokens: Sequence[Token], start: int) -> tuple[int, list[Token]]:
    """Where a run of `one red, one blue` from `start` on ends, and its colours."""
    index, end, colours = start, start, []
    while index < len(tokens):
        one = tokens[index]
        if one.role == "num" and one.entry is not None and one.entry.effects[0].value == "1":
            ahead = index + 1
        elif colours and (one.role in ("stop", "and", "the", "of") or one.text in ("other", "is", "另", "是")):
            index += 1
            continue
        elif colours and one.role == "colour" and role_at(tokens, index - 1) == "skip":
            ahead = index
        else:
            break
        while role_at(tokens, ahead) in ("measure", "skip", "be"):
            ahead += 1
        if role_at(tokens, ahead) != "colour":
            break
        colours.append(tokens[ahead])
        index = end = ahead + 1
    while end < len(tokens) and colours and tokens[end].role == "of":
        end += 1
    return end, colours


def _passives(tokens: list[Token]) -> list[Token]:
    """`a cat held by a girl`, 一只猫被女孩抱着, 被女孩抱着的猫: whoever acts comes first."""
    for index, token in enumerate(tokens):
        if token.text == "被":
            return _chinese_passive(tokens, index)
        by = index + 1 < len(tokens) and tokens[index + 1].text == "by"
        noun = index - 1
        while noun > 0 and tokens[noun].role in ("skip", "be"):
            noun -= 1
        agent = next(
            (i for i in range(index + 2, min(index + REACH, len(tokens))) if tokens[i].role not in IN_PHRASE),
            len(tokens),
        )
        if token.text in PASSIVE and by and noun >= 0 and agent < len(tokens) and is_noun(tokens[agent]):
            verb = Token(token.text, Entry((Effect("rel", PASSIVE[token.text]),)))
            start = phrase_before(tokens, noun)
            acts = tokens[index + 2 : agent + 1]
            return [*tokens[:start], *acts, verb, *tokens[start : noun + 1], *tokens[agent + 1 :]]
    return tokens


def _chinese_passive(tokens: list[Token], at: int) -> list[Token]:
    agent = next((i for i in range(at + 1, len(tokens)) if tokens[i].role not in IN_PHRASE), len(tokens))
    verb = agent + 1
    while role_at(tokens, verb) == "skip":
        verb += 1
    if agent >= len(tokens) or not is_noun(tokens[agent]) or role_at(tokens, verb) != "rel":
        return tokens
    if role_at(tokens, verb + 1) == "of":
        return [*tokens[:at], *tokens[at + 1 : verb + 1], *tokens[verb + 2 :]]
    if at == 0 or not is_noun(tokens[at - 1]):
        return tokens
    start = phrase_before(tokens, at - 1)
    return [*tokens[:start], *tokens[at + 1 : verb + 1], *tokens[start:at], *tokens[verb + 1 :]]


def _is_redundant(tokens: Sequence[Token], index: int) -> bool:
    """Whether `both` only strengthens: `both the car and the house`, `are both red`."""
    said = role_at(tokens, index - 1) == "be" and role_at(tokens, index + 1) == "colour"
    return said or role_at(tokens, index + 1) in ("the", "skip", "num")


def _both(tokens: list[Token]) -> list[Token]:
    """`both the car and the house` are one of each; 都 and `both … are red` say it of each."""
    found = [
        TOGETHER if token.text in EACH and role_at(tokens, index + 1) in ACTING else token
        for index, token in enumerate(tokens)
        if not (token.text == "both" and _is_redundant(tokens, index))
    ]
    for index, token in enumerate(found):
        if token.text not in ("are", "were") and not (token.role == "be" and role_at(found, index - 1) == "skip"):
            continue
        plural = not token.chinese or found[index - 1].text == "都"
        said = next((i for i in range(index + 1, len(found)) if found[i].role != "skip"), len(found))
        last = index - 1
        while last > 0 and found[last].role == "skip":
            last -= 1
        first = phrase_before(found, last) - 2
        joined = first >= 0 and found[first + 1].role == "and" and is_noun(found[first]) and is_noun(found[last])
        if plural and joined and role_at(found, said) == "colour" and role_at(found, said + 1) in ("stop", "of"):
            colour = found[said]
            return [*found[:first], colour, *found[first:last], colour, *found[last:index], *found[said + 1 :]]
    return found
