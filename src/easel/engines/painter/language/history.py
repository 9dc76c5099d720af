"""A chain of instructions: some take back the one before, or say what that was meant for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from easel.engines.painter.language.applying import apply_changes
from easel.engines.painter.language.clauses import ENDS, MAX_CHARS
from easel.engines.painter.language.courtesy import courteous
from easel.engines.painter.language.edits import OTHER, Add, Change, Remove, Some
from easel.engines.painter.language.instructions import instruct
from easel.engines.painter.language.referring import named
from easel.engines.painter.language.script import plain
from easel.engines.painter.plan import ScenePlan

_ONE = r"(?: (?:one|version|picture|image|state|edit|change|step))?"
#: Back to where it all began.
_ALL_BACK = re.compile(
    rf"(?:go |take (?:me|it) |change it |put it )?back to (?:the )?(?:original|first|beginning|start){_ONE}"
    r"|start (?:over|again)|reset(?: it)?|undo (?:everything|all(?: of it)?)"
    rf"|revert (?:everything|to (?:the )?original{_ONE})"
    r"|(?:回到|恢复到?|变回|改回|换回|还是|退回)(?:最初|最开始|原来|原样|原图|第一[张版个]|一开始)的?[那张版样子好]*|还原|从头(?:再)?来|全部(?:撤销|撤回)"
)
#: Back by one instruction.
_BACK = re.compile(
    rf"(?:undo|revert)(?: (?:that|this|it|(?:the )?(?:last|previous){_ONE}))?|take (?:that|it) back|(?:go|step) back"
    rf"|(?:go |change it |put it |switch )?back to (?:the |how it )?(?:previous|last|before|was(?: before)?){_ONE}"
    r"|(?:go|change it|put it|switch it|turn it) back(?: (?:one|a) step)?|it (?:was|looked) better before"
    rf"|i (?:liked|preferred) (?:the )?(?:previous|last|old|earlier){_ONE}(?: (?:better|more))?"
    r"|(?:撤销|撤回|撤消|取消)(?:刚才|上一[步次个]|这一?[步次个]|那一?[步次个]|吧|一下|的|修改|改动)*"
    r"|(?:回到|恢复|退回|返回|还是)(?:到)?(?:上一?[步张个版]|刚才|之前|前一[张个版])(?:那?[张个版]?)的?(?:样子|好看?|状态)?"
    r"|(?:把它)?(?:改|变|换|退)回(?:去|来)了?|(?:刚才|之前|上一[张个版])那?[张个版]?的?(?:更|比较)?好看?一?[点些]?"
)
#: What may stand before either.
_FILLER = re.compile(
    r"(?:hmm+|oops|no|nah|wait|ok(?:ay)?|sorry|i don t like (?:it|that|this)"
    r"|嗯+|呃|[不别]|不是|不对|不好看|不喜欢|等等)?"
)
#: What opens a word about which thing an instruction was meant for.
_NOT_THAT = re.compile(
    r"^(?:(?:no|nope|oops|sorry|wait|wrong (?:one|thing)|not (?:that|this)(?: one)?|i (?:mean|meant)|i said"
    r"|不是|不对|错了|弄错了|搞错了|哎呀|我(?:说的|指的)?是(?:说|指)?|是)[\s,，。.!！]*)+(?P<what>(?:the\b|另|那).{1,30}?)[.。!！]?$"
)


def carried_out(plan: ScenePlan, instructions: Iterable[str]) -> ScenePlan:
    """The plan after all instructions, in order."""
    states, last = [plan], ()
    for text in instructions:
        back, rest = _taken_back(text)
        del states[1 if back == "all" else max(1, len(states) - 1) if back else len(states) :]
        changes = () if back and not rest else instruct(rest)
        corrected = () if back else corrections(rest, last)
        if corrected:
            del states[max(1, len(states) - 1) :]
            changes = corrected
        if changes:
            states.append(apply_changes(states[-1], changes))
        last = changes or last
    return states[-1]


def speaks_of_before(text: str) -> bool:
    """Whether an instruction takes another back, or says what that was meant for."""
    return bool(_taken_back(text)[0]) or _NOT_THAT.match(plain(text[:MAX_CHARS]).strip()) is not None


def corrections(text: str, last: Sequence[Change]) -> tuple[Change, ...]:
    """The last changes for what a text says they were meant for, as in `no, the other one`; none where it does not."""
    match = _NOT_THAT.match(plain(text[:MAX_CHARS]).strip())
    meant = named(match["what"].strip()) if match is not None else ()
    return tuple(_meant_for(change, meant[0]) for change in last) if meant else ()


def _meant_for(change: Change, kind: str) -> Change:
    if isinstance(change, Some):
        return replace(change, change=_meant_for(change.change, kind))
    if isinstance(change, Remove):
        return replace(change, kinds=(_other(kind, *change.kinds[:1]),))
    if isinstance(change, Add):
        return replace(change, anchors=(_other(kind, *change.anchors[:1]),)) if change.anchors else change
    before = getattr(change, "kind", None)
    return replace(change, kind=_other(kind, before)) if before is not None else change


def _other(kind: str, before: str = "") -> str:
    return OTHER + before if kind == OTHER else kind


def _taken_back(text: str) -> tuple[str, str]:
    """`all` or `one` where a text takes back what was done, else nothing; and what it says further."""
    said = ENDS.split(plain(text[:MAX_CHARS]))
    for index, piece in enumerate(said):
        words = courteous(piece or "")
        rest = ", ".join(filter(None, said[index + 1 :]))
        for back, pattern in (("all", _ALL_BACK), ("one", _BACK)):
            if pattern.fullmatch(words):
                return back, rest
        if not _FILLER.fullmatch(words):
            break
    return "", text
