"""Where a word belongs: looks ahead from a token to the noun it stands before."""

from collections.abc import Callable, Sequence

from easel.engines.painter.language.tokens import Token

#: What may stand between an adjective and its noun.
BEFORE_NOUNS = frozenset(
    {"colour", "size", "trait", "num", "measure", "of", "skip", "unpainted", "hairnoun", "garment"}
)
#: Words that may stand between a noun and what is said of it, although they are about something else.
BETWEEN = frozenset(
    {"unknown", "unpainted", "style", "mood", "time", "weather", "season", "setting", "backdrop", "festival"}
)
#: No noun is looked for further ahead than this many words.
REACH = 24


def role_at(tokens: Sequence[Token], index: int) -> str:
    """The role of the token at `index`; `stop` beyond both ends."""
    return tokens[index].role if 0 <= index < len(tokens) else "stop"


def text_at(tokens: Sequence[Token], index: int) -> str:
    """The text of the token at `index`; empty beyond both ends."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def left_out(tokens: Sequence[Token], end_of: Callable[[int, Sequence[Token]], int | None]) -> list[Token]:
    """The tokens without the spans whose end `end_of` tells, given where one may begin and what was kept before it."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        end = end_of(index, kept)
        if end is None:
            kept.append(tokens[index])
        index = index + 1 if end is None else end
    return kept


def is_noun(token: Token) -> bool:
    """Whether a token is a thing and nothing else."""
    return token.entry is not None and token.entry.is_thing and token.role != "colour"


#: What speaks of things that were named before.
POINTING = frozenset({"这", "那", "这些", "那些", "把", "the", "these", "those", "all", "这个", "那个", "this", "that"})


def points_back(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun phrase speaks of what was named before: 把三只小猪画出来, `these five ducks`."""
    start = phrase_before(tokens, noun)
    return any(token.text in POINTING for token in tokens[max(0, start - 1) : noun])


#: What may stand before a noun in its phrase.
IN_PHRASE = BEFORE_NOUNS | {"the"}


def phrase_before(tokens: Sequence[Token], noun: int) -> int:
    """Where the noun phrase that ends at `noun` begins."""
    start = noun
    while start > 0 and tokens[start - 1].role in IN_PHRASE and tokens[start - 1].role != "of":
        start -= 1
    return start


def head_after(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the thing that the words right after `index` lead up to, or None."""
    for ahead in range(index + 1, min(index + REACH, len(tokens))):
        if is_noun(tokens[ahead]):
            return ahead
        if tokens[ahead].role not in BEFORE_NOUNS | BETWEEN:
            return None
    return None


def head_of_noun_phrase(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the noun that `is a`, `there is a` or `a` right after `index` introduces, or None."""
    for ahead in range(index + 1, min(index + REACH, len(tokens))):
        if is_noun(tokens[ahead]):
            return ahead
        if tokens[ahead].role not in BEFORE_NOUNS | {"be", "the"} or tokens[ahead].text in ("and", "but"):
            return None
    return None


def head_of_clause(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the noun that a Chinese clause from `index` describes (坐在椅子上的 → 猫), or None.

    That is the thing behind the clause's first 的, adjectives' own left out (骑着白色的马的男孩), and those that a
    place word follows (站在城堡的门前).
    """
    for ahead in range(index + 1, min(index + REACH, len(tokens))):
        if tokens[ahead].role == "stop":
            return None
        if (
            tokens[ahead].role == "of"
            and tokens[ahead].chinese
            and tokens[ahead - 1].role not in ("colour", "size", "skip")
        ):
            head = head_after(tokens, ahead)
            follows = tokens[head + 1].role if head is not None and head + 1 < len(tokens) else "stop"
            if head is not None and follows != "post":
                return head
    return None


def modified(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the noun that an adjective, pose or garment at `index` stands before, or None if it stands after."""
    after_noun = index > 0 and is_noun(tokens[index - 1])
    if after_noun and not tokens[index].chinese:
        return None
    head = head_after(tokens, index)
    if head is None and tokens[index].chinese and not after_noun:
        head = head_of_clause(tokens, index)
    return head


def says_more(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word within a noun phrase says more of the noun: `velvet` in `a blue velvet chair`, `cartoon` in
    `three pink cartoon pigs`, 丝绒 in 蓝色丝绒沙发.
    """
    start, end = index, index + 1
    while end < len(tokens) and tokens[end].role in BETWEEN | {"size", "colour"}:
        end += 1
    while start > 0 and (
        tokens[start - 1].role in BETWEEN or (tokens[start - 1].role == "of" and tokens[start].chinese)
    ):
        start -= 1
    said = start > 0 and tokens[start - 1].role in ("colour", "size", "num", "measure", "trait")
    return said and end < len(tokens) and is_noun(tokens[end])


#: Besides things, words that a colour may stand before.
COLOURED = frozenset(
    {"garment", "accessory", "hairnoun", "part", "sky", "skyword", "backdrop", "setting", "tone", "ground", "unknown"}
)


def before_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word such as `orange` stands before a noun of any sort: then it is the colour, not the fruit."""
    for ahead in range(index + 1, min(index + REACH, len(tokens))):
        token = tokens[ahead]
        if is_noun(token) or (token.role in COLOURED and not token.text.startswith(("on ", "in ", "by "))):
            return True
        colour_follows = token.role == "and" and any(t.role == "colour" for t in tokens[ahead + 1 : ahead + 2])
        if token.role not in BEFORE_NOUNS and not colour_follows:
            return False
    return False
