"""The clauses of an edit instruction: which verb, what it is done to, and what it leads to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from easel.engines.painter.language.asides import ASIDES
from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.courtesy import IN_TALE, MEANT, WISH, courteous
from easel.engines.painter.language.grammar import BEFORE_NOUNS
from easel.engines.painter.language.numbering import FEW, NUMBERS
from easel.engines.painter.language.plainly import together
from easel.engines.painter.language.preferring import PREFERENCES, SWAPS
from easel.engines.painter.language.retouching import retouching
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.several import side_of, some_of
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.language.wishing import WISHES

MAX_CHARS = 2000
#: What parts clauses.
ENDS = re.compile(
    r"[,，。;；!！?？\n、]|\.(?:\s|$)|\b(?:and )?then\b|然后|并且|同时|接着|\b(?:because|so that)\b|但是|不过|, but"
    r"|\s+and\s+(?=(?:add|put|place|remove|delete|erase|replace|change|turn|make|give|swap|convert|set|paint|draw"
    r"|have|let|keep|take|move|use|bring|include|get|swap|clear|drop|crop"
    r"|rotate|flip|blur|sharpen)\b|another\b|(?:one|two|three|four|\d+) more\b)"
)
#: Dashes, colons and dots part clauses like commas do.
_BREAKS = re.compile(r"\s[-–—]+\s|[—–…]+|\.{2,}|[:：](?!\d)")
TO = "|".join(
    "换成 换为 换上 换 改成 改为 改 变成 变为 变得 变 替换成 替换为 更换成 更换为 染成 涂成 调成 调整为 转换成 "
    "转换为 转成 转为 画成 设置为 设为 做成 漆成 刷成 涂为 染为 刷为 漆为 画为 弄成 搞成 上成 喷成 喷为 整成 "
    "p成 ps成 做成 改画成 改画 改用".split()
)
AWAY = "|".join(
    "去掉 删除 删掉 删去 移除 去除 拿掉 擦除 擦掉 擦去 消除 移走 移掉 抹掉 抹去 清除 拿走 撤掉 撤走 搬走 弄走 弄掉 "
    "摘掉 摘下 脱掉 脱下 丢掉 扔掉 扔了 去了 除掉 剔除 取消 取走 取下 赶走 删了 擦了 撤了 拆了 "
    "抠掉 抠走 抠了 抱走 牵走 请走 轰走 开走 挪走 端走 收走 收起来 拎走 带走 "
    "p掉 p走 p没 ps掉 拆掉 减掉 扣掉 剪掉 处理掉".split()
)
#: Verbs of doing and having, in forms that follow `should` or stand in the third person.
DOES = (
    r"(?:wear|hold|carry|ride|hug|sit|stand|lie|look(?! like)|smile|read|have|be holding|be wearing"
    r"|be riding|be carrying|be sitting|be standing|be lying|be smiling)(?:s|es)?"
)
_IN = "|".join(
    "添加上 添加 增加 加上 加入 加进 加 画上 放上 放入 放进 放 摆上 摆 插入 插上 补上 补 添上 添 p上 挂上 种上 安上 "
    "装上".split()
)
#: What is put in begins with a number, or with a word for some of it.
_SOME = (
    r"(?:一些|一点儿|一点|[些点个只条张把朵棵座辆顶匹头位盏](?![上下左右边头顶儿])|(?=[一两二三四五六七八九十几\d]))"
)
#: A place word that ends what something new stands at.
_AT = r"(?P<old>在?.{1,10}?[边面上下里旁前后方中角间])"
_WEARS = r"(?:戴|穿|披|拿着|拿|抱|骑|系|撑|举|拎|提着|背着|背上)"
#: Verb and pattern, the first that matches counts. `old` is what is there, `new` what is to be.
_PATTERNS = tuple(
    (verb, re.compile(pattern))
    for verb, pattern in (
        *ASIDES,
        *NUMBERS,
        ("change", rf"(?P<old>)(?:{TO})(?P<new>.+)"),
        ("add", r"my (?P<new>.+? should be .+)"),
        ("add", r"(?:sit|stand|lay|park|hang|lean|perch|seat) (?P<new>(?:an?|some|two|three|four|five) .+)"),
        (
            "want",
            r"(?:my|the|our) (?:text|story|script|card|brief|client|list|caption|title) (?:says?|wants?)"
            r" (?P<new>.+)",
        ),
        ("remove", r"(?:can|could|should|must) (?P<old>.+?) (?:go|leave|disappear|vanish|be gone|be removed)"),
        *WISHES,
        (
            "change",
            r"(?:can|could|should|may|might) (?P<old>it|they|that|this|he|she|the .+?) (?:instead )?be (?P<new>.+)",
        ),
        *SWAPS,
        *PREFERENCES,
        (
            "keep",
            r"(?:(?:remove|delete|erase|take away|get rid of|clear) (?:everything|all|everybody|everyone|anything)"
            r"(?: else)? (?:but|except|apart from|other than|besides)(?: for)?|only keep|keep only|leave only|keep just"
            r"|just keep|only leave|leave just) (?P<old>.+)",
        ),
        ("keep", r"(?:keep|leave) (?P<old>.+?) (?:only|and nothing else)"),
        (
            "keep",
            r"(?:把)?(?:除了|除)(?P<old>.+?)(?:之外|以外|外)?(?:的)?(?:其他|其余|别的|所有)?(?:东西|的)?"
            rf"(?:都|全部|全)(?:{AWAY}|不要)[掉了]?",
        ),
        (
            "keep",
            rf"(?:只|仅|就)?(?:要)?(?:保留|留下|留着|留)(?P<old>[{FEW}\d].*?)"
            r"(?:就够了?|就好了?|就行了?|即可|就可以了?|够了?)",
        ),
        ("keep", r"(?:只|仅|就|光|单)(?:要)?(?:保留|留下|留着|留|剩下|剩)(?P<old>.+?)(?:就好|就行|即可|就可以了?)?"),
        (
            "change",
            rf"(?:把|将)?(?P<old>.*?)(?:的数量|的数目|数量)?(?:减少到|减到|减成|降到|增加到|增到|加到)(?P<new>[{FEW}\d].*)",
        ),
        ("change", r"(?:reduce|increase|bring|cut) (?P<old>.+?) (?:down |up )?to (?P<new>(?:just |only )?[a-z\d]+)"),
        (
            "give",
            r"(?:add|attach|give) (?P<new>.+?)(?<! next)(?<! close)(?<! left)(?<! right) (?:to|onto)"
            r" (?P<old>him|her|them|(?:the|his|her|its) "
            r"(?!picture|image|scene|photo|painting|drawing|background|foreground|left|right|sky|middle|cent|side|top"
            r"|bottom|front).+)",
        ),
        (
            "remove",
            r".+? (?:doesn t|does not|don t|do not|shouldn t|should not) (?:need|have|want|wear|hold|be wearing"
            r"|be holding) (?:to (?:wear|hold|have) )?(?P<old>.+)",
        ),
        ("remove", r"get (?P<old>.+?) (?:off|out of|out|away)(?: .+)?"),
        ("use", r"(?:i want )?not (?P<old>.+?) but (?P<new>.+)"),
        (
            "use",
            r"(?:put |use |have |paint |draw |add |i want |i d like |let s have |let us have |with |show )?"
            r"(?P<new>.+?) (?:there )?(?:instead of|rather than|in place of|in the place of) (?P<old>.+)",
        ),
        (
            "remove",
            r"(?:remove|delete|erase|take (?:away|out|off)|get rid of|eliminate|hide|no more|without|lose|drop|ditch"
            r"|scrap|clear|paint over|cut(?: out)?|rub out|wipe out|leave out|omit|kick out|no|not"
            r"|forget(?: about)?|skip(?! ahead| to)"
            r"|never mind|do without|axe|nix|strip out|(?:i|we) never (?:asked for|wanted|ordered|mentioned)"
            r"|(?:do not|don t) (?:show|draw|include|have|paint|put)"
            r"|(?:i|we) (?:don t|do not) (?:want|need|like)) (?P<old>.+?)(?: any ?more| away| at all)?",
        ),
        ("remove", r"take (?P<old>.+?) (?:out|away|off)(?: .+)?"),
        (
            "remove",
            r"(?P<old>(?:the|his|her|its|their) .+?) (?:(?:flew|flies|ran|runs|swam|walked|walks|went|goes|hops|hopped)"
            r" (?:away|off|home)|(?:has |have )?(?:disappear|vanish)(?:ed|s|es)?|(?:is|are|has) gone)",
        ),
        (
            "remove",
            r"(?!.*到.+去了)(?P<old>.+?)我?(?:就|都|可以|也|已经)?(?:不要了?|不见了|没有了|没了|不需要了?|不用了|用不着"
            r"|别要了?|不想要了?|算了|多余|去了|走了|消失了?|飞走了?|跑走了?|跑掉了?|跑了|飞了|游走了?|回家了?|不用画了?|别画了?)吧?",
        ),
        (
            "add",
            r"(?:让|叫|请|喊)(?P<new>.{1,10}?)(?:也|再)?(?:过来|进来|来)(?:陪|找|和|跟|一起|凑|加入|参加|帮|做伴).*",
        ),
        (
            "add",
            r"(?:let|have|make|get) (?P<new>(?:an?|the|his|her|its|their|some|two|three) .+?) (?:to )?"
            r"(?:join(?: in)?|come (?:along|over|by)|accompany|keep)(?: .+)?",
        ),
        (
            "move",
            r"(?:把|将|让|叫|给)?(?P<old>.+?)(?P<new>(?:悬|飞|飘|浮|停|趴|躺|睡|蹲|待|呆|走|跑|游|挂|躲|靠|跳|爬)[在到].+)",
        ),
        (
            "move",
            r"(?:把|将|让)?(?P<old>.+?)(?:挪到|挪|搬到|移到|移|放到|放在|摆到|摆在|带到|站到|站在|坐到|坐在|移动到|换到|改到"
            r"|骑到|抱到|抱上|拎到|提到|推到|拉到|赶到|移至|开到|运到|挂到|挂在|搁到|搁在|停到|停在)(?P<new>.+)",
        ),
        ("move", r"(?:把|将)(?P<old>.+?)(?:放|搁|摆|挪|移)(?P<new>[^到在].*[上下里边旁前后中间])(?:去|来)?"),
        ("move", r"(?P<old>.{1,8}?)(?:放|站|坐|摆|停)(?P<new>[左右]边)"),
        ("move", r"就?(?P<old>)(?:放到|放在|摆在|摆到|挂在|坐在|站在|停在|开到|跑到|飞到|搬到|移到|挪到)(?P<new>.+)"),
        (
            "move",
            r"(?:move|shift|put|place|bring|drag|send|take) (?P<old>.+?) (?:over )?(?P<new>(?:to|onto|into) .+)",
        ),
        (
            "move",
            r"(?:move|shift|put|place|bring|set) (?P<old>it|him|her|them|(?:the|his|her|its|my) .+?)"
            r" (?P<new>(?:on|in|under|behind"
            r"|beside|next to|in front of|above|below|near|between|at|by|beneath|over|inside|outside) .+)",
        ),
        (
            "remove",
            r"(?P<old>.+?) (?:has to go|have to go|must go|should go|can go|should disappear"
            r"|should not be (?:there|here)|shouldn t be (?:there|here)|should vanish"
            r"|should be (?:removed|gone|deleted)|needs to go|is too much"
            r"|is not needed|isn t needed|are not needed|is unnecessary|is superfluous)(?: away)?",
        ),
        ("remove", rf"(?:{AWAY})[了吧]?(?P<old>)"),
        (
            "remove",
            rf"(?:我们?|咱们?)?(?:{AWAY}|不是|(?:不要|别|不能|不应该)再?(?:有|要|画|出现)?|不想要|不想再?(?:看到|看见|有)"
            r"|不需要|不用|不(?:拿|戴|穿|骑|带)|没(?:让你|说要|想要|要)画?|没有)(?P<old>.+)",
        ),
        ("remove", r"(?:让|把)?(?P<old>.+?)(?:消失|不见|走开|离开)[掉了吧]?"),
        ("add", r"(?:could|can|should|may|might|will|would) there (?:also |please )?be (?P<new>.+)"),
        ("add", r"there (?:should|must|could|can|has to|might|ought to|needs to) (?:also )?be (?P<new>.+)"),
        ("add", r"there to be (?P<new>.+)"),
        ("add", r"(?:another|one more|some more|a second|a third|a further|an additional|an extra) (?P<new>.+)"),
        ("add", r"(?P<new>(?:an?|some|the) .+?) (?:is|are) (?:missing|lacking|needed)"),
        ("add", r"(?:what s missing is|it (?:needs|lacks|could use)|still missing|missing) (?P<new>.+)"),
        ("add", r"(?:再来|再画|多来|来|多画|再有|加个|还要|再要|还想要|还差|还缺|还少|缺少|缺了|缺|差|少了|少)"
                rf"{_SOME}?(?P<new>.+)"),
        ("remove", rf"(?:把|将)?(?P<old>.+?)(?:都|全部|全|给)?(?:{AWAY})[掉了吧]{{0,2}}"),
        (
            "add",
            rf"(?:让|使|给)?{_AT}(?:应该|还|再|也|要|得)*(?:有|[来画种停放摆挂站坐趴躺飞装盖建立插贴飘])(?:着|了|上|一下)?"
            r"(?P<new>(?:一些|一点|[一两二三四五六七八九十几\d些点个只把张条本杯棵朵盏匹头辆架]).+)",
        ),
        ("add", r"(?:have|let) (?P<new>(?:an?|some|two|three|four|five) .+)"),
        ("change", r"(?:replace|swap|exchange|substitute|trade) (?P<old>.+?) (?:with|by|for) (?P<new>.+)"),
        (
            "change",
            r"(?:change|turn|transform|convert|switch|alter|edit|set|render) (?P<old>.*?) ?"
            r"\b(?:to|into|in|as) (?P<new>.+)",
        ),
        ("give", rf"(?P<old>.+?) (?:should|must|could|can|needs to|has to|to|now) (?P<new>{DOES} .+)"),
        (
            "change",
            r"(?:let|make|have) (?P<old>.+?) look(?! (?:like|at|up|down|away|left|right|into|out|back|over|to)\b)"
            r" (?P<new>.+)",
        ),
        ("give", rf"(?:let|make|have) (?P<old>.+?) (?P<new>{DOES} .+)"),
        (
            "give",
            r"(?P<old>he|she|it|they|the [\w ]+?) (?:needs|need|should have|could use|should get|gets|must have"
            r"|is missing|lacks) (?!to )(?P<new>.+)",
        ),
        (
            "change",
            r"(?P<old>.+?) (?:should|must|ought to|has to|have to|needs to|need to|to|could|shall|can)"
            r"(?: rather| better| all)? (?:be|become|turn|look)(?: like| into| in)? (?P<new>.+)",
        ),
        ("change", r"(?P<old>(?:the|his|her|its|their) .+?) (?:is|are|becomes|turns)(?: now)? (?!too |so )(?P<new>.+)"),
        (
            "change",
            rf"(?:把|将|让|使|给)?(?P<old>.*?)(?:给)?(?:{TO})(?:[个只条张把朵棵辆顶匹盏盆件](?=.))?(?P<new>.+)",
        ),
        ("change", r"(?:把|将|给)?(?P<old>.+?)(?:涂|刷|漆|染|画|喷)(?P<new>[红橙黄绿蓝紫粉黑白灰棕褐金银].?)"),
        ("change", r"(?:都|全)?(?P<old>)(?:涂|刷|漆|染|喷)(?P<new>[红橙黄绿蓝紫粉黑白灰棕褐金银].?)"),
        ("give", r"(?:give|dress) (?P<old>(?:the|an?|his|her|my|their) (?!an?\b)\w+|him|her|it|them) (?P<new>.+)"),
        ("give", r"(?P<new>.+?) (?:in|into) (?P<old>(?:his|her|its|their) (?:hands?|arms?|paws?))"),
        ("give", rf"(?:把|给|让|叫)(?P<old>.+?)(?:手里|手上|头上|身上|怀里)?(?P<new>{_WEARS}.+)"),
        (
            "give",
            rf"(?P<old>[^加添放画换]{{1,8}}?)(?:应该|最好|要|可以|手里|手上|头上|身上|怀里|怀中)+(?P<new>{_WEARS}.+)",
        ),
        ("give", rf"给(?P<old>.+?)(?:{_IN})(?P<new>.+)"),
        ("give", r"(?:给|送)(?P<old>.+?)(?P<new>[一两二三四五几][把个顶只条束朵杯本支根张件副双盏块些点].+)"),
        (
            "add",
            r"(?:add|put|place|insert|draw|include|introduce|attach|plant|hang|throw in|bring in|sneak in|bring)"
            r" (?P<new>.+?)(?: in)?",
        ),
        ("add", r"画(?P<new>.+?)在(?P<old>[它他她].*)"),
        ("add", rf"(?P<old>.*?)(?:还|再|也|多|又|就)?(?:{_IN}){_SOME}?(?P<new>.+)"),
        ("add", r"(?:再|还)?画(?P<new>[一两二三四五六七八九十几个只些点].+)"),
        (
            "make",
            r"(?:make|turn|let|have|paint|colou?r|recolou?r|dye|spray(?: paint)?"
            r"|respray|restyle|repaint|set|edit|adjust|zoom) (?P<new>.+)",
        ),
        ("make", r"(?:让|使|把|将|给)(?P<new>.+)"),
        ("change", r"(?P<old>)(?:应该是|应当是|应该|本来是|其实是|原本是|得是)(?P<new>.+)"),
        ("change", r"(?P<old>.{1,8}?)(?:应该是|最好是|应该|要是|要|得是|希望是)(?P<new>.+)"),
        ("want", r"(?:就|还是)?(?:画|来|用)(?P<new>.+)"),
        (
            "change",
            r"(?P<old>.+?)(?<! next)(?<! close)(?<! left)(?<! right)(?<! want)(?<! wants)"
            r" (?:to(?! the (?:left|right|side|top|bottom))"
            r"|into|>|=>|→|becomes) (?P<new>.+)",
        ),
    )
)  # fmt: skip


#: Why something is wished for, which says nothing of the picture.
_REASON = re.compile(
    r"turns? out .+|to (?!see|have|be|the|her|his)\w+ .+|since .+|as (?:it|he|she|they|we|i) .+"
    r"|(?:it|this|that|they|he|she|we|i)(?: is| are| am| has| have| s| re| m| ve)? "
    r"(?:for|because|going|supposed|meant|about|just|allergic|already) .+"
    r"|.{1,8}嘛|(?:它|他|她|老|总|正好|刚好)*(?:挡着|挡住|遮着|遮住|碍着|妨碍|抢镜|抢戏).{0,8}"
    rf"|(?:like |as |just like )?{IN_TALE}"
    r"|(?:我)?(?:要|想|用来|拿来|准备|打算|是用来)?(?:当作?|用作|印在|发到?)(?!天).{1,10}|我?(?:要|想)?做.{1,8}用的?"
)
#: The commonest slip of the pen; `to` would ask for a change into many.
_TO_MANY = re.compile(r"\bto (?=many|much)")
#: `make the car yellow and the house green` is two wishes.
_TWO_WISHES = re.compile(
    r"(?P<verb>make|turn|paint|colou?r|dye|recolou?r|let|change) (?P<one>.+?) and (?P<other>(?:the|his|her|its) .+)"
)


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of an instruction, in order."""
    for said in ENDS.split(_TO_MANY.sub("too ", plain(_BREAKS.sub(", ", together(text[:MAX_CHARS]))))):
        piece = _OWNER.sub(_owned, _HEADS.sub(r"\1", _POSSESSOR.sub(_owned, courteous(said))))
        two = _TWO_WISHES.fullmatch(piece)
        if two is not None and _split(two["one"]).old and _split(two["one"]).new and _split(two["other"]).new:
            yield from (_clause(f"{two['verb']} {wish}") for wish in (two["one"], two["other"]))
        elif (both := _BOTH_PUT.fullmatch(piece)) is not None:
            yield from map(_clause, both.groups())
        elif (further := _FURTHER_AND.fullmatch(piece)) is not None:
            yield from (_clause(f"add {wish}") for wish in further.groups())
        elif piece and not _REASON.fullmatch(piece):
            yield _of_several(piece) or _wished(said, _clause(piece))


#: 书放右边台灯放左边 is two wishes.
_PUT = r"(?:.{1,8}?(?:放|站|坐|摆|停)[到在]?[左右上下前后中][边面间])"
_BOTH_PUT = re.compile(rf"(?:让|把)?({_PUT})({_PUT})")
#: `add a third one and a dog` is two wishes, too.
_FURTHER_AND = re.compile(
    r"(?:add|draw|put|paint|give me) ((?:a|an)(?: second| third| fourth| fifth|other)(?: one)?|(?:one|two|three) more)"
    r" and (?!\w+ more)(.+)"
)
#: What is done to as many things at once.
_OF_SEVERAL = frozenset({"change", "give", "move", ""})
#: What counts them itself.
_COUNTING = frozenset({"fewer", "more", "times", "total", "count", "keep", "only"})


def _of_several(piece: str) -> Clause | None:
    """A clause about some of several things."""
    told = some_of(piece)
    if told is None and (sided := side_of(piece)) is not None:
        clause = _clause(sided[0])
        return replace(clause, some=1, side=sided[1]) if clause.verb in _OF_SEVERAL else None
    if told is None or _clause(piece).verb in _COUNTING:
        return None
    clause = _clause(told[0])
    return replace(clause, some=told[1]) if clause.verb in _OF_SEVERAL else None


def _wished(said: str, clause: Clause) -> Clause:
    meant = MEANT.match(re.sub(r"\s+", " ", said.strip()))
    if meant is not None and not clause.verb:
        return Clause("meant", "", meant["new"])
    wish = WISH.match(re.sub(r"\s+", " ", said.strip()))
    return Clause("want", "", wish["new"]) if not clause.verb and wish is not None else clause


#: Whose something is, by a name: `my sister's dog`, without its apostrophe.
_POSSESSOR = re.compile(r"\b(?:my|our|his|her|the|a) \w+ s (?=(?P<what>\w+.*))")
#: `on the lion's head` is on the lion.
_HEADS = re.compile(r"\b(the \w+) s (?:head|back|shoulders?|lap)\b")
#: Whose something is, where that is named behind it: `make his horse black`.
_OWNER = re.compile(r"(?<!give )(?<!hand )(?<!bring )\b(?:his|her|its|their) (?=(?P<what>\w+.*))")


def _owned(match: re.Match[str]) -> str:
    """`the` where a thing or clothes follow; parts of the body stay whose they are."""
    for token in tokens(match["what"]):
        if token.role in ("num", "the", "stop", "part"):
            break
        if token.entry is not None and (token.entry.is_thing or token.role in _NOUN_ROLES) and token.role != "colour":
            return "the "
        if token.role not in BEFORE_NOUNS:
            break
    return match.group()


_INSTEAD = re.compile(r"(?P<rest>.+?)(?: in)? instead")
#: What may open a wish for something instead.
_HAVING = re.compile(
    r"(?:put|use|have|paint|draw|add|bring|make it|make that|i want|i d like|let s have|show|go for|take|try) "
)


def _clause(piece: str) -> Clause:
    instead = _INSTEAD.fullmatch(piece)
    if instead is not None:
        clause = _clause(instead["rest"])
        if clause.old and clause.verb in ("give", "move", "change"):
            return replace(clause, instead=True)
        return Clause("use", "", _HAVING.sub("", instead["rest"], count=1))
    if retouching(piece):
        return Clause("retouch", "", piece)
    for verb, pattern in _PATTERNS:
        match = pattern.fullmatch(piece)
        if match is not None:
            found = match.groupdict()
            old = (found.get("old") or "") + (found.get("more") or "")
            clause = Clause(verb, old.strip(), (found.get("new") or "").strip())
            return _split(clause.new) if verb == "make" else clause
    return Clause("", "", piece)


def _split(rest: str) -> Clause:
    """`the dress blue`: the first noun is what is there, and what follows is to be."""
    other = re.match(r"the other(?: ones?)? (?=.)", rest)
    if other is not None and not any(t.entry is not None and t.entry.is_thing for t in tokens(rest[other.end() :])[:1]):
        return Clause("change", other.group().strip(), rest[other.end() :])
    said = tokens(rest)
    for index, token in enumerate(said):
        entry = token.entry
        noun = entry is not None and (entry.is_thing or token.role in _NOUN_ROLES) and token.role != "colour"
        if (noun or token.text in WHOLE) and index + 1 < len(said):
            cut = rest.find(token.text) + len(token.text)
            return Clause("change", rest[:cut], rest[cut:].strip())
    return Clause("change", "", rest)


_NOUN_ROLES = frozenset({"skyword", "garment", "accessory", "hairnoun", "part", "sky", "setting", "backdrop"})
#: Words for the whole picture.
WHOLE = frozenset(
    "it her him them image picture photo scene this everything style painting background "
    "图片 图像 画 画面 照片 整体 风格 它 她 他 背景 场景".split()
)
