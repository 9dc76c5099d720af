"""Words for what the drawing of a deed shows of itself: no second anvil beside a blacksmith who hammers on one."""

import functools
from collections.abc import Sequence
from importlib import resources

from easel.engines.painter.language.grammar import is_noun, role_at, text_at
from easel.engines.painter.language.lexicon import singulars
from easel.engines.painter.language.tokens import Token
from easel.engines.painter.sprites.callings import CALLINGS, NARROWER
from easel.engines.painter.sprites.deeds import DEEDS
from easel.engines.painter.sprites.poses import KNOWN_POSES

#: Deeds of any trade, which are told more narrowly by who does them.
BROAD = frozenset({"nailing", "examining", "selling", "repairing"})
#: As many of a tool as a drawing may show.
FEW = frozenset({"1", "2", "3"})
#: What a tool is brought in with.
_BY = frozenset("with on at in over using holding behind from into to and beside under by of inside near "
                "用 在 拿着 手持 握着 拿 和 举着 坐在 站在 戴着 操作 从 把 使用 对着 里 上".split())  # fmt: skip
#: Chinese words before whom a deed is done for or to.
FOR_WHOM = frozenset({"给", "向", "对", "为", "帮", "替"})
COMMA = Token(",", stop=",")
_LITTLE = frozenset({"the", "skip", "measure", "at"})
#: Chinese words behind a tool's place.
_BEHIND = frozenset("上 前 里 旁 旁边 前面 后面 后 里面 边 上面".split())


@functools.cache
def shown() -> dict[str, frozenset[str]]:
    """The words, in the singular and in the plural, for what the drawing of each deed shows."""
    text = resources.files(__package__).joinpath("data", "tools.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {deed: frozenset(english.split("|")) | frozenset(chinese.split("|")) for deed, english, chinese in rows}


def at_work(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the tools of the deeds that they tell of."""
    tokens = _for_whom(tokens)
    words = frozenset().union(*(shown().get(deed, frozenset()) for deed in _deeds(tokens)))
    if not words:
        return list(tokens)
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not _names(token, words) or not _is_bare(tokens, index):
            kept.append(token)
            index += 1
            continue
        while kept and _leads_in(kept[-1]):
            kept.pop()
        index += 1
        while token.chinese and text_at(tokens, index) in _BEHIND:
            index += 1
    return kept


def _for_whom(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with whom something is done for, or to, behind the deed: 给宝宝喂饭 is done by another."""
    found = list(tokens)
    for index, token in enumerate(tokens[:-2]):
        verb = index + 2
        if token.text in FOR_WHOM and is_noun(tokens[index + 1]) and _is_pose(tokens[verb]):
            found[index : verb + 1] = [tokens[verb], COMMA, tokens[index + 1]]
    return found


def _is_pose(token: Token) -> bool:
    return token.role == "trait" and token.entry is not None and any(t.startswith("pose:") for t in token.entry.traits)


def _deeds(tokens: Sequence[Token]) -> frozenset[str]:
    """The deeds that the words name, or those of the trades where they name none."""
    told = {trait.removeprefix("pose:") for token in tokens if token.entry is not None for trait in token.entry.traits}
    deeds = frozenset(told & DEEDS.keys())
    trades = {trait.removeprefix("calling:") for trait in told if trait.startswith("calling:")}
    deeds |= {deed for (pose, trade), deed in NARROWER.items() if pose in told and trade in trades}
    if not deeds <= BROAD or _elsewhere(tokens) or (told & KNOWN_POSES) - {"standing", "flying"}:
        return deeds
    settings = {token.entry.value("setting") for token in tokens if token.entry is not None} - {None}
    callings = [CALLINGS[trade] for trade in trades if trade in CALLINGS]
    at_home = [calling for calling in callings if calling.home is None or settings <= {calling.home}]
    return deeds | frozenset(calling.deed for calling in at_home if calling.deed)


def _elsewhere(tokens: Sequence[Token]) -> bool:
    """Whether hands are told to hold something, or somebody to ride."""
    return any(token.entry is not None and token.entry.value("rel") in ("holding", "riding") for token in tokens)


def _names(token: Token, words: frozenset[str]) -> bool:
    if token.entry is not None and any(trait.removeprefix("pose:") in DEEDS for trait in token.entry.traits):
        return False
    return token.text in words or (not token.chinese and any(single in words for single in singulars(token.text)))


def _is_bare(tokens: Sequence[Token], index: int) -> bool:
    """Whether a tool has no colour, size or number of its own, and nothing is on it."""
    ahead = index - 1
    while role_at(tokens, ahead) in ("trait", "unknown", "unpainted") and not tokens[ahead].chinese:
        ahead -= 1
    before = tokens[ahead] if ahead >= 0 else None
    numbered = before is not None and before.role == "num" and before.entry is not None
    numbered = numbered and before.entry.value("num") not in FEW
    return not numbered and role_at(tokens, ahead) not in ("colour", "size")


def _leads_in(token: Token) -> bool:
    """Whether a word only leads in a tool: articles, `with`, 用."""
    few = token.role == "num" and token.entry is not None and token.entry.value("num") in FEW
    return few or token.role in _LITTLE or token.text in _BY
