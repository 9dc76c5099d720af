"""Groups that are told one by one: `two friends: a bear and a rabbit`, 企鹅一家三口, `a fox and her cub`."""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.language.grammar import IN_PHRASE, head_after, is_noun, phrase_before, role_at, text_at
from easel.engines.painter.language.lexicon import ALIVE, Effect, Entry
from easel.engines.painter.language.tokens import Token

#: Words for several at once, which those that follow are.
GROUPS = frozenset(
    "friends friend pals buddies buddy pets animals creatures siblings companions mates neighbors neighbours "
    "characters heroes guests fruits fruit vegetables toys objects things items vehicles duo trio "
    "朋友 好朋友 朋友们 好伙伴 伙伴 小伙伴 动物 小动物 宠物 萌宠 小家伙 家伙 水果 蔬菜 玩具 东西 物品 主角 角色".split()
) | {"best friends", "good friends", "old friends", "好朋友们"}  # fmt: skip
#: One of them, beside whoever was named.
FRIENDS = frozenset(
    "friend friends pal pals buddy buddies companion companions mate mates sidekick neighbour neighbor "
    "朋友 好朋友 伙伴 小伙伴 好伙伴 同伴 搭档 邻居".split()
) | {"best friend", "best friends", "good friend"}  # fmt: skip
DEAR = frozenset({"best", "good", "old", "dear", "好", "最好", "最", "老"})
#: What ties a group to those who are one: `they are friends`.
BECOME = frozenset({"成了", "成为", "变成", "做", "become", "became", "as"})
#: Kin of an animal: it is one, too.
PARENTS = frozenset({"mother", "mom", "mum", "mama", "mommy", "father", "dad", "daddy", "妈妈", "母亲", "爸爸", "父亲"})
YOUNG = frozenset(
    "baby babies cub cubs kid kids child children son daughter youngster youngsters "
    "宝宝 孩子 孩子们 幼崽 小宝宝 儿子 女儿".split()
)
OWNED = frozenset({"its", "her", "his", "their"})
OWNERS = frozenset({"它", "它们", "他", "她", "s"})
SMALL_ONE = Token("small", Entry((Effect("size", "0.65"),)))
#: Families whose name says how many they are.
FAMILIES = {"family": 0, "family of four": 4, "一家三口": 3, "一家四口": 4, "一家人": 3}
#: How many a family is that gives no number.
HEADS = Token("three", Entry((Effect("num", "3"),)))
AND = Token("and", Entry((Effect("and", ""),)))
#: Words behind `one of` that speak of those who were named.
AMONG = frozenset({"them", "which", "these", "those", "whom"})
#: What a list of things consists of, and what stands before a noun that somebody owns.
LISTED = IN_PHRASE | frozenset({"and"})


def told_apart(tokens: list[Token]) -> list[Token]:
    """The tokens with each group told as those who are in it."""
    return _kin(_families(_predicates(_befriended(_listed(_among(tokens))))))


def _among(tokens: list[Token]) -> list[Token]:
    """`five sheep, one of them black`, 一群羊，其中一只是黑色的: some of those who were named are of a colour."""
    for index, token in enumerate(tokens):
        english = token.role == "num" and role_at(tokens, index + 1) == "of" and text_at(tokens, index + 2) in AMONG
        if not (english or (token.text == "其中" and role_at(tokens, index + 1) == "num")):
            continue
        number = token if english else tokens[index + 1]
        colour = index + (3 if english else 2)
        while role_at(tokens, colour) in ("be", "skip", "measure", "the"):
            colour += 1
        all_of = next((i for i in range(index - 1, -1, -1) if _more(tokens[i], number)), None)
        noun = next((i for i in range(all_of or 0, index) if is_noun(tokens[i])), None)
        if all_of is None or noun is None or role_at(tokens, colour) != "colour":
            continue
        rest = Token(tokens[all_of].text, Entry((Effect("num", str(_value(tokens[all_of]) - _value(number))),)))
        one = replace(tokens[noun], plural=tokens[noun].plural and _value(number) > 1)
        end = colour + 1
        while role_at(tokens, end) == "of" and tokens[end].chinese:
            end += 1
        others = [AND, Token(number.text, Entry((Effect("num", str(_value(number))),))), tokens[colour], one]
        return [
            *tokens[:all_of],
            rest,
            *tokens[all_of + 1 : noun + 1],
            *others,
            *tokens[noun + 1 : index],
            *tokens[end:],
        ]
    return tokens


def _more(token: Token, number: Token) -> bool:
    return token.role == "num" and _value(token) > _value(number)


def _value(number: Token) -> int:
    assert number.entry is not None
    return int(number.entry.effects[0].value)


def _is_group(token: Token) -> bool:
    return token.text in GROUPS


def _listed(tokens: list[Token]) -> list[Token]:
    """`three animals in a boat: a cat, a dog and a penguin`: the list stands where the group did."""
    for index, token in enumerate(tokens):
        if not _is_group(token):
            continue
        colon = index + 1
        while colon < len(tokens) and tokens[colon].role != "stop":
            colon += 1
        last = _list_end(tokens, colon + 1)
        apart = text_at(tokens, colon) == ":" or colon == index + 1
        if last is None or not apart or tokens[colon].stop == ".":
            continue
        start = phrase_before(tokens, index)
        listed = tokens[colon + 1 : last + 1]
        return [*tokens[:start], *listed, *tokens[index + 1 : colon], *tokens[last + 1 :]]
    return tokens


def _list_end(tokens: Sequence[Token], start: int) -> int | None:
    """The index of the last noun of a list of two things or more that begins at `start`, or None."""
    nouns: list[int] = []
    for index in range(start, len(tokens)):
        token = tokens[index]
        if is_noun(token):
            nouns.append(index)
        elif token.role not in LISTED and not (token.role == "stop" and token.stop == ","):
            break
        elif token.role == "unpainted" and role_at(tokens, index - 1) == "stop":
            break
    return nouns[-1] if len(nouns) > 1 else None


def _befriended(tokens: list[Token]) -> list[Token]:
    """`a cat and its best friend, a mouse`, 狐狸和它的好朋友小兔子: a friend who is told of is nobody else."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        following = index + 1
        if role_at(tokens, following) in ("be", "stop") and following < len(tokens):
            following += 1
        named = head_after(tokens, following - 1)
        told = named is not None and (following > index + 1 or token.chinese) and tokens[named].role in ALIVE
        if token.text in FRIENDS and told and _is_owned(tokens, index) and found:
            while found and (
                found[-1].role in IN_PHRASE or found[-1].text in OWNED | OWNERS or found[-1].role == "and"
            ):
                found.pop()
            found.append(AND)
            continue
        if found and found[-1] is AND and token.role in ("be", "stop"):
            continue
        found.append(token)
    return found


def _predicates(tokens: list[Token]) -> list[Token]:
    """`the bear and the rabbit are best friends`, 小猪和恐龙成了好朋友: no others are meant."""
    for index, token in enumerate(tokens):
        if not _is_group(token) or not any(is_noun(t) for t in tokens[:index]):
            continue
        before = phrase_before(tokens, index) - 1
        while before > 0 and role_at(tokens, before) in ("skip", "trait", "of"):
            before -= 1
        said = text_at(tokens, before)
        alone = role_at(tokens, before) == "stop" and role_at(tokens, index + 1) == "stop" and before > 0
        joined = any(t.role == "and" for t in tokens[:index])
        become = role_at(tokens, before) == "be" or said in BECOME or "成了" in _texts(tokens, before, index)
        if (become or alone) and joined:
            return [*tokens[: before + 1], *tokens[index + 1 :]]
    return tokens


def _texts(tokens: Sequence[Token], start: int, end: int) -> set[str]:
    return {token.text for token in tokens[max(start, 0) : end]}


def _families(tokens: list[Token]) -> list[Token]:
    """企鹅一家三口, `a family of five ducks`, `a penguin family`: as many of the kind as there are heads."""
    for index, token in enumerate(tokens):
        if (
            token.text in ("一家", "全家")
            and role_at(tokens, index + 1) == "num"
            and text_at(tokens, index + 2) == "口"
        ):
            heads = tokens[index + 1 : index + 3]
            if index and is_noun(tokens[index - 1]):
                start = phrase_before(tokens, index - 1)
                return [*tokens[:start], *heads, *tokens[start:index], *tokens[index + 3 :]]
            people = Token("".join(t.text for t in tokens[index : index + 3]), Entry((Effect("people", "adults"),)))
            return [*tokens[:index], heads[0], people, *tokens[index + 3 :]]
        if token.text in FAMILIES and token.entry is not None and token.entry.is_thing:
            before = tokens[index - 1] if index else None
            if before is not None and (before.role == "animal" or before.text == "雪人") and FAMILIES[token.text]:
                heads = Token(token.text, Entry((Effect("num", str(FAMILIES[token.text])),)))
                start = phrase_before(tokens, index - 1)
                return [*tokens[:start], heads, *tokens[start:index], *tokens[index + 1 :]]
            if token.text == "family":
                return _english_family(tokens, index)
    return tokens


def _english_family(tokens: list[Token], index: int) -> list[Token]:
    start = phrase_before(tokens, index)
    of = role_at(tokens, index + 1) == "of"
    numbered = of and role_at(tokens, index + 2) == "num"
    heads = tokens[index + 2] if numbered else HEADS
    rest = index + 3 if numbered else index + 2 if of else index + 1
    before = tokens[index - 1] if index else None
    if before is not None and before.role == "animal":
        first = phrase_before(tokens, index - 1)
        rest = rest if numbered else index + 1
        return [*tokens[:first], heads, replace(before, plural=True), *tokens[rest:]]
    kind = next((i for i in range(rest, len(tokens)) if tokens[i].role not in IN_PHRASE), len(tokens))
    if of and role_at(tokens, kind) == "animal":
        return [*tokens[:start], heads, *tokens[rest:]]
    return tokens


def _kin(tokens: list[Token]) -> list[Token]:
    """`a fox and her cub`, 小狐狸和它的妈妈: kin of an animal is one, too."""
    found: list[Token] = []
    animal: Token | None = None
    for index, token in enumerate(tokens):
        if token.role == "animal":
            animal = token
        elif token.role in ALIVE and token.text not in PARENTS | YOUNG:
            animal = None
        kin = token.text in PARENTS or token.text in YOUNG
        if kin and animal is not None and _is_owned(tokens, index):
            small = [SMALL_ONE] if token.text in YOUNG else []
            token = replace(animal, text=token.text, plural=token.plural or token.text.endswith("s"))
            found = _joined(found) + small
        found.append(token)
    return found


def _joined(found: list[Token]) -> list[Token]:
    """The tokens with `an elephant with her` as `an elephant and her`: young are no part of who has them."""
    last = max((index for index, token in enumerate(found) if token.role == "rel"), default=-1)
    nouns = any(is_noun(token) for token in found[last + 1 :])
    return [*found[:last], AND, *found[last + 1 :]] if last >= 0 and found[last].text == "with" and not nouns else found


def _is_owned(tokens: Sequence[Token], index: int) -> bool:
    """Whether `its` or 它的 stands before a noun."""
    owner = index - 1
    between = ("of", "size", "num", "measure", "colour", "trait")
    while role_at(tokens, owner) in between or text_at(tokens, owner) in DEAR:
        owner -= 1
    return text_at(tokens, owner) in OWNED | OWNERS
