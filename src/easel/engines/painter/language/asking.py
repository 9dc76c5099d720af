"""Telling an instruction from a description: whether a text asks for a change of a given picture."""

import re

from easel.engines.painter.language.clauses import AWAY, ENDS, MAX_CHARS, TO
from easel.engines.painter.language.courtesy import courteous
from easel.engines.painter.language.history import speaks_of_before
from easel.engines.painter.language.instructions import instruct
from easel.engines.painter.language.prompt import read_scene
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.several import side_of
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import ScenePlan

#: English verbs that also open descriptions are no instruction by themselves.
_OPENING = re.compile(
    r"(?:add|put|insert|include|remove|delete|erase|take (?:away|out|off)|get rid of|eliminate|replace|swap|change|turn"
    r"|transform|convert|switch|make(?! me)|recolou?r|colou?r the|dye|dress|restyle|repaint|give|edit|adjust|set the"
    r"|alter"
    r"|redo|render (?:it|the)|fill the|leave only|lose the|reduce the|get the|i meant"
    r"|let (?:it|the|there|him|her|s have)|place an?|move|without|keep only|only keep|colou?r (?:it|him|her)|no more"
    r"|paint (?:it|the|his|her)|another|one more|(?:i )?(?:don t|do not) (?:like|want|need)|what if|set it"
    r"|(?:it|he|she|they) (?:needs?|should|must)|draw .{1,40} (?:it|him|her|them)$|.{1,40} instead(?: of|$)"
    r"|(?:the|his|her|its) .{1,30} (?:should|must|needs? to|ha(?:s|ve) to|to be(?:come)?))\b"
    rf"|把|将.{{1,20}}(?:{TO}|{AWAY})|(?:{AWAY}|不要)|.{{0,12}}(?:加|添)(?:一|个|上|入|些|点|两|三|几|[0-9])"
    r"|(?:换|改|变)(?:成|为|上|个|一)|增加|添加|让(?!我)|(?:使|给).{1,16}(?:变|戴|穿|加|换|披|拿|添|更|有)"
    r"|.{1,12}(?:不要了|不见了|没了|别要|不需要|移到|挪到|放到|搬到|改到|漆成|刷成|涂[红橙黄绿蓝紫粉黑白])"
    r"|[只仅](?:保?留)|(?:再|还)(?:画|来|加|添|要)|.{1,8}(?:应该|最好)|画.{1,12}在[它他她]"
    rf"|.{{1,12}}(?:换成|改成|变成|改为|换为|变为|替换|染成|涂成|调成|调整|{AWAY})"
    r"|.{1,16}(?:互换|对调|交换|调换|换个?(?:一下)?(?:位置|颜色))"
    r"|(?:整体|画面|颜色|天色|光线).{0,6}[点些]|留[一两二三四五六七八九十几\d]"
    r"|(?:take|clear) .{2,30} (?:away|out|off)\b|have an? .{3,40}|.{3,30} (?:is|are) missing|only one\b"
    r"|.{3,20} version$"
    r"|少画|多画|给(?![我咱]).{1,6}[一两二三四五几][把个顶只条束朵杯本支]|换[个张种]|改[个一]"
    r"|.{1,8}(?:更|比较)(?:好看|适合|合适)|.{1,6}(?:消失|飞走|走开)"
    r"|.{3,24} (?:suits?|fits?|looks? (?:better|nicer)|would look) |.{3,40}(?:flew|ran|swam|walked) (?:away|off)$"
    r"|(?:the )?(?:.{3,30}) (?:swap|switch|trade) places|bring (?:in )?an?\b|there should|it was (?:rain|snow|night)"
    r"|(?:crop|rotate|flip|mirror|blur|sharpen|brighten|lighten|darken|saturate|desaturate|straighten|resize|extend|expand"
    r"|retouch|enhance|upscale|denoise|isolate|cut out) (?:it|the|this|that|his|her|to|out|in|away|horizontally"
    r"|vertically|(?:a )?(?:bit|little)|\d+)\b|(?:把.{0,4})?(?:旋转|裁剪|翻转|抠图|锐化|扩图)|outpaint"
    r"|zoom (?:in|out)\b"
    r"|(?:write|print|engrave) .{1,60} (?:on|in|at|across|over|above|below|under) (?:the|his|her|its|it|top)\b"
    r"|在.{1,10}[写印刻]上"
    r"|(?:but|only) (?:in|as|at|with)\b|as an? .{3,20}(?:painting|drawing|sketch)$|more .{3,20}$|less .{3,20}$"
)
#: What opens an instruction although it does not tell one from a description by itself: `the same picture but …`.
_ASKING = re.compile(
    r"(?:the )?same (?:picture|image|scene|photo|one|thing)\b"
    r"|(?:can|could|may) (?:we|i) (?:have it|make|change|see it)\b"
    r"|(?:can|could) you (?:make it|add|remove|change|turn|put)\b|what if"
    r"|(?:能不能|可不可以|能否|可否)(?!.{0,4}[画来做])"
    r"|(?:再|还|也).{0,2}[来加画添要摆放].{0,2}[一两二三四五几点些只个]"
    r"|.{1,6}(?:再|还)[来加画添摆放立配挂].{0,2}[一两二三四五几点些只个]"
    r"|(?:i d|i would) (?:rather|prefer)|would you mind|do you mind"
    r"|how about (?:making|adding|removing|putting|changing)"
)


#: What bids somebody do something to a picture wherever in a text it stands: `my boss loves it, add a ball`.
_BIDDING = re.compile(
    r"(?:add|remove|delete|erase|replace|swap|change|make (?:it|the|him|her|them)|turn (?:it|the|him|her|them)"
    r"|put (?:it|the|him|her|them)|get rid of|take (?:away|out|off)|move (?:it|the|him|her|them))\b"
    rf"|[把将].{1, 20}(?:{TO}|{AWAY})|再?(?:加|添)(?:上|个|一|点|些|两|三|几)"
)
_SCENERY = frozenset("setting backdrop time weather season style sky skyword camera mood colour festival".split())


def is_instruction(text: str) -> bool:
    """Whether a text asks for a change of a given picture rather than describes a picture."""
    for said in ENDS.split(plain(text[:MAX_CHARS])):
        piece = courteous(said)
        if _OPENING.match(piece) or _ASKING.match(re.sub(r"\s+", " ", said.strip())):
            return True
        if _says_something(piece):
            return False
    return False


#: Words that speak of a picture that is there already, or of somebody in it.
_TURNING = re.compile(
    r"\b(?:it|its|him|his|her|hers|them|their|they|he|she|instead|rather|also|too|actually|now|same|again|prefers?"
    r"|changed?|another|more|less|fewer|only|still|stays?|keep|forgot|needs?|should|try|could|can|lose|off|away"
    r"|nah|hmm|sorry|oops|not|on second thoughts?|this time|i meant|i wanted|nicer|better)\b"
    r"|[上下里前后边面中][放摆挂贴写画印刻](?!着)|[再还也换改别它他她]|不要|忘了|试试|重[画来新]|更|太|不如|算了|应该|挪|移|擦|去掉|怎么样"
)
#: A wish for another picture: `now paint a ship on the sea`, and not `paint a hat on it`.
_ANOTHER = re.compile(
    r"(?:(?:ok(?:ay)?|now|then|next|great|and|please|can you|could you)\W+)*"
    r"(?:paint|draw|generate|create|sketch|show)(?: me)? an? "
    r"(?!.*\b(?:it|him|her|them|too|also|instead|there|as well)\b)"
)
#: What stands before something new, and not before what is in the picture.
_NEW = re.compile(
    r"(?:\b(?:an?|some|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b|[一两二三四五六七八九十几\d])"
)
#: How descriptions begin where nothing in them is in the picture.
_DESCRIBING = re.compile(r"(?:an?|the|our|my|i|we|one|two|three|four|five|six|there|\d+)\b|[一两二三四五六七八九十]")
#: As many kinds of things that are not in the picture may be asked for at once.
_NEW_KINDS = 1


def asks_to_change(text: str, plan: ScenePlan) -> bool:
    """Whether a text asks for a change of the picture that the plan shows rather than describes another.

    It does where it speaks of what is there, or of light, place and style alone: `the sofa is ugly`, `darker. night.`
    """
    if is_instruction(text) or speaks_of_before(text):
        return True
    if any(_BIDDING.match(courteous(piece)) for piece in ENDS.split(plain(text[:MAX_CHARS]))):
        return True
    if not instruct(text) or _ANOTHER.match(plain(text[:MAX_CHARS]).strip()):
        return False
    named = {thing.kind for thing in read_scene(text).things}
    shown = {thing.kind for thing in plan.things}
    if len(named - shown) > _NEW_KINDS:
        return False
    words = plain(text[:MAX_CHARS]).strip()
    if named & shown and side_of(words) is not None:
        # 右边的猫戴上眼镜
        return True
    speaks_of_it = bool(named & shown) or not _DESCRIBING.match(words)
    nothing_new = named <= shown and not _NEW.search(words)
    return not named or nothing_new or (speaks_of_it and bool(_TURNING.search(words)))


def _says_something(piece: str) -> bool:
    """Whether a clause names anything to be seen: `love it!` and `hmm` do not."""
    entries = [token.entry for token in tokens(piece) if token.entry is not None]
    return any(entry.is_thing or entry.role in _SCENERY for entry in entries)
