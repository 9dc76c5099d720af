"""Short wishes put plainly: `less dark` is brighter, `zoom out` is a wide shot, 往右挪一点 goes to the right."""

import re

from easel.engines.painter.language.called import CHINESE_COLOUR, COLOUR
from easel.engines.painter.language.numbering import UNITS
from easel.engines.painter.language.turns import NUMBER

_ABOUT = r"(?:一?[点些]|一下)?"
_SO = r"(?:less|not (?:so|as|that|too))"
_WHO = r"(?P<who>he|she|it|they|him|her|them|the \w+)"
_COLOUR = f"(?P<colour>{COLOUR})"
_CLOTHES = (
    "(?P<what>dress|shirt|t shirt|skirt|coat|jacket|suit|hat|cap|scarf|sweater|hoodie|trousers|pants|jeans|shorts|shoes"
    "|boots|robe|gown|kimono|uniform|cape|armou?r)"
)
_UNIT = f"[{UNITS}]"
#: What a clause is, as a whole or in part, and what it says in plain words.
_PLAINLY = (
    (re.compile(rf"\b{_SO} (?:dark|gloomy)\b"), "brighter"),
    (re.compile(rf"\b{_SO} bright\b"), "darker"),
    (re.compile(rf"\b{_SO} (?:big|large|huge)\b"), "small"),
    (re.compile(rf"\b{_SO} (?:small|tiny|little)\b"), "big"),
    (re.compile(r"(?:别|不要|没)(?:这么|那么|太)[暗黑]"), "亮一点"),
    (re.compile(r"(?:别|不要|没)(?:这么|那么|太)亮"), "暗一点"),
    (re.compile(r"^(?:make|let|have) (?P<what>(?:the|his|her|its|that) [\w ]+?) (?:disappear|vanish|go away|be gone)$"),
     r"remove \g<what>"),
    (re.compile(r"^(?:do not|don t) (?:need|want|like) (?P<what>.+)"), r"remove \g<what>"),
    (re.compile(r"^(?:the )?(?P<what>[\w ]+?) gone$"), r"remove the \g<what>"),
    (re.compile(r"^(?:leave|kick|photoshop|edit|crop) (?P<what>(?:the|his|her|its|that) .+) out$"), r"remove \g<what>"),
    (re.compile(r"^(?:photoshop|edit|crop) out (?P<what>.+)$"), r"remove \g<what>"),
    (re.compile(r"^there (?:should not|shouldn t|must not|mustn t) be (?:an? |any )?(?P<what>.+)"),
     r"remove the \g<what>"),
    (re.compile(r"^substitute (?P<new>.+?) for (?P<old>.+)"), r"replace \g<old> with \g<new>"),
    (re.compile(r"^(?:put|place|draw) (?P<new>.+?) where (?P<old>.+?) (?:is|was|are|stands|sits)$"),
     r"replace \g<old> with \g<new>"),
    (re.compile(r"^let there be (?P<new>(?:an?|some|the) .+)"), r"add \g<new>"),
    (re.compile(r"^let there be (?P<new>.+)"), r"i want \g<new>"),
    (re.compile(r"^(?:paint|drop|stick|throw|toss|pop) (?P<new>an? .+?) (?:into|in) "
                r"(?:the (?:scene|picture|image|photo|mix)|there|it)$"), r"add \g<new>"),
    (re.compile(r"^there should be (?P<new>(?:two|three|four|five|six|seven|eight|nine|ten|\d+) \w+)$"),
     r"i want \g<new>"),
    (re.compile(r"^have (?P<new>.+) in (?:it|there|the picture|the scene)$"), r"i want \g<new>"),
    (re.compile(r"^give (?:it|this|the (?:picture|image|scene)) an? (?P<style>.+?) (?:look|style|feel|effect|finish)$"),
     r"make it \g<style> style"),
    (re.compile(r"^(?P<host>the [\w ]+?) (?:needs|could use|should have|gets) (?P<new>an? .+?) "
                r"(?P<where>next to|beside|behind|in front of|near|by) (?:it|him|her)$"),
     r"add \g<new> \g<where> \g<host>"),
    (re.compile(r"^(?P<what>.{1,6}?)(?:可以|能|能不能|可不可以|是否可以)(?P<verb>去掉|删掉|删除|移除|拿掉|去除)(?:吗|么|嘛)?$"),
     r"\g<verb>\g<what>"),
    (re.compile(r"^(?:少了|没有|没了)(?P<what>.{1,6}?)会?(?:更|还)(?:好|美|漂亮|干净)[些了看]?$"), r"去掉\g<what>"),
    (re.compile(r"(?<=[掉除去])一下$"), ""),
    (re.compile(r"^(?P<what>.{1,6}?)(?:不需要|不用|不必|不应该|不该)再?(?:出现|存在|入镜|在画面里|在里面)了?$"),
     r"去掉\g<what>"),
    (re.compile(r"^(?:用|拿|让)?(?P<new>.{1,8}?)(?:代替|替代|取代|顶替)(?P<old>.{1,8})$"), r"把\g<old>换成\g<new>"),
    (re.compile(r"^在?(?P<old>.{1,6}?)的(?:位置|地方)上?(?:放|画|换|改)[成上]?(?P<new>.+)$"), r"把\g<old>换成\g<new>"),
    (re.compile(r"^我?还(?:想要|想|要)(?:再)?[有来画加]?(?P<new>[一两三四五几].+)"), r"再加\g<new>"),
    (re.compile(rf"^(?:an? )?{_COLOUR} {_CLOTHES}"
                r"(?: instead(?: of .+)?| (?:would|might) be (?:better|nicer|lovely|nice))?$"),
     r"change the \g<what> to \g<colour>"),
    (re.compile(rf"^(?:can |could |should |may )?{_WHO}(?: is| are| should be)? "
                r"(?P<verb>hold|carry|wear|hug)(?:s|ing)? (?P<new>.+?)(?: now)?$"),
     r"let \g<who> \g<verb> \g<new>"),
    (re.compile(rf"^{_WHO}(?: is| are)? (?:carries|carrying|hugging) (?P<new>.+?)(?: now)?$"),
     r"let \g<who> hold \g<new>"),
    (re.compile(r"^hand (?P<who>him|her|them|it|the \w+) (?P<new>an? .+)$"), r"give \g<who> \g<new>"),
    (re.compile(rf"^{_WHO} (?:is|are) (?P<pose>sitting|standing|lying|sleeping|running|jumping|dancing|walking|flying"
                r"|kneeling|waving|reading)(?: down)?(?: now)?$"), r"\g<who> should be \g<pose>"),
    (re.compile(r"^(?P<pose>sitting|standing|lying|sleeping|running|jumping|dancing|walking|flying|kneeling|waving)"
                r"(?: down)?(?: instead| now)?$"), r"it should be \g<pose>"),
    (re.compile(r"^(?P<pose>sit|lay|stand) (?P<who>him|her|them|it|the \w+) (?:down|up)$"), r"make \g<who> \g<pose>"),
    (re.compile(r"^(?:put |with )?an? (?:big |happy |gentle |warm )?smile(?: on .+? (?:face|lips))?$"),
     "make her smile"),
    (re.compile(r"^(?:脸上?|嘴角)?(?:带着?|露出|挂着?|面带)(?:一点|一丝|点)?(?:微笑|笑容|笑意)$|^笑一[个下笑]$"
                r"|^再?(?:开心|高兴|快乐)(?:一?[点些]|一?点儿)$"), "让她微笑"),
    (re.compile(r"^(?:给|帮|让)(?P<who>.{1,5}?)换上(?P<new>.+)$"), r"让\g<who>穿\g<new>"),
    (re.compile(r"^把(?P<new>.+?)(?:戴|系|围|披)[在到](?P<who>.{1,5}?)的?(?:头|脖子|身|肩)上$"), r"让\g<who>戴\g<new>"),
    (re.compile(r"^(?:手里|手上|手中|怀里)再?(?P<verb>[拿抱举提牵捧])着?(?P<new>.+)$"), r"让她\g<verb>着\g<new>"),
    (re.compile(r"^[在给]?(?P<who>[^一两三把]{1,4}?)的?(?:手里|手上|手中|怀里)(?:应该|要|再)?[有放加][着了上]?(?P<new>.+)$"),
     r"让\g<who>拿着\g<new>"),
    (re.compile(r"^把(?P<new>.+?)放[到在进](?P<who>.{1,4}?)的?(?:手里|手上|手中|怀里)$"), r"让\g<who>拿着\g<new>"),
    (re.compile(r"^(?P<who>[^一两三再加来画把让给在](?:[^一两三把让给在]{0,3}?))(?P<verb>[拿抱举提牵捧骑]着|[穿戴]着)(?P<new>.+)$"),
     r"让\g<who>\g<verb>\g<new>"),
    (re.compile(r"^[让把](?P<who>[^在走站坐跑躺飞游趴睡]{1,4})在(?P<where>沙滩|海滩|海边|公园|森林|街道|街|雪地|花园|沙漠|湖边|山顶|太空)[上里中]?$"),
     r"背景改成\g<where>"),
    (re.compile(rf"^(?:leave|keep) only (?P<new>{NUMBER} \w+)$"), r"i want \g<new>"),
    (re.compile(rf"^(?:去掉|删掉|拿掉|删除|移除|减掉)其中的?(?P<some>[一两二三四五]{_UNIT})的?(?P<what>.+)$"),
     r"少\g<some>\g<what>"),
    (re.compile(rf"^(?:make|change|turn|paint|colou?r|let) (?P<some>one|two) (?P<what>(?!of)\w+) "
                rf"(?:to |into |be )?{_COLOUR}$"),
     r"make \g<some> of the \g<what> \g<colour>"),
    (re.compile(rf"^(?P<some>one|two) (?:of the )?(?P<what>(?!of)\w+)(?: should be| must be| in)? {_COLOUR}$"),
     r"make \g<some> of the \g<what> \g<colour>"),
    (re.compile(rf"^[有让把]?(?P<some>[一两二三]{_UNIT})(?P<what>.{{1,4}}?)(?:要是|要|是|变成|变|改成|换成|涂成|应该是)"
                rf"(?P<colour>{CHINESE_COLOUR}的?)$"), r"其中\g<some>\g<what>变成\g<colour>"),
    (re.compile(r"^(?:enlarge|scale up|blow up|grow|magnify|increase the size of) (?P<what>.+)$"),
     r"make \g<what> bigger"),
    (re.compile(r"^(?:shrink|scale down|reduce the size of|decrease the size of) (?P<what>.+)$"),
     r"make \g<what> smaller"),
    (re.compile(r"^(?P<what>the \w+) (?P<size>bigger|larger|smaller|taller)$"), r"make \g<what> \g<size>"),
    (re.compile(r"^(?:把|将)?(?P<what>.{1,6}?)(?:放大|调大|弄大|画大|再大一?[点些]|大[一两二三]倍)(?:一?[点些])?$"),
     r"\g<what>变大"),
    (re.compile(r"^(?:把|将)?(?P<what>.{1,6}?)(?:缩小|调小|弄小|画小|再小一?[点些])(?:一?[点些])?$"), r"\g<what>变小"),
    (re.compile(r"^(?:have |let |make )?(?P<what>the \w+)(?: should| must| could)?(?: be| go| stand| sit)? (?:on|at) "
                r"the (?P<side>left|right)(?: side)?$"), r"move \g<what> to the \g<side>"),
    (re.compile(r"^(?:put|move|place) (?P<what>the \w+) (?P<side>left|right) of (?P<host>.+)$"),
     r"move \g<what> to the \g<side> of \g<host>"),
    (re.compile(r"^[让把将]?(?P<what>.{1,6}?)(?:应该|要|得|最好)?(?:在|移至|移到)(?P<side>[左右])[边侧面]$"),
     r"\g<what>放到\g<side>边"),
    (re.compile(r"^[让把将]?(?P<what>.{1,6}?)[往向]?(?P<side>[左右])移动?(?:一?[点些])?$"), r"\g<what>放到\g<side>边"),
    (re.compile(r"^(?:nothing but|(?:i )?only want|just leave) (?P<what>the .+)$"), r"keep only \g<what>"),
    (re.compile(r"^(?P<what>the \w+) only$"), r"keep only \g<what>"),
    (re.compile(r"^(?:take out|take away|cut|drop|lose) (?:everything|all|everyone)(?: else)? "
                r"(?:but|except|besides)(?: for)? (?P<what>.+)$"), r"keep only \g<what>"),
    (re.compile(r"^(?:outpaint|uncrop|(?:extend|expand|widen|enlarge) (?:it|the (?:image|picture|photo|canvas|frame"
                r"|scene|view|background)))\b.*$"), "wide shot"),
    (re.compile(r"^(?:把)?(?:扩图|(?:扩展|扩大|延伸)(?:画面|图片|画布|照片|背景|画幅)|向外扩展?|(?:画面|图片|照片)(?:扩展|扩大|往外扩).*|缩小画面)"
                rf"{_ABOUT}$"), "远景"),
    (re.compile(r"^zoom(?:ed)? out(?: .*)?$|^(?:from )?(?:farther|further) away$"), "wide shot"),
    (re.compile(r"^zoom in(?: .*)?$|^(?:get |come |move )?closer$"), "close-up"),
    (re.compile(rf"^(?:把?镜头)?(?:拉|推|走)?近{_ABOUT}$"), "特写"),
    (re.compile(rf"^(?:把?镜头)?(?:拉|推)远{_ABOUT}$"), "远景"),
    (re.compile(r"^(?:in|to|into) the (?P<where>middle|center|centre)$"), r"put it in the \g<where>"),
    (re.compile(r"^(?:on|to) the (?P<where>left|right)$"), r"put it on the \g<where>"),
    (
        re.compile(rf"^(?P<what>.*?)(?:往|向|朝)(?P<where>[左右])边?(?:挪|移|靠|放|站|走)动?{_ABOUT}$"),
        r"\g<what>放到\g<where>边",
    ),
)  # fmt: skip


#: What is told in two clauses that belong together, in one.
_TOGETHER = (
    (re.compile(r"^\s*just keep (?P<what>the (?!rest|background|scene|style|colou?rs?|same)\w+)[.! ]*$", re.IGNORECASE),
     r"keep only \g<what>"),
    (re.compile(r"保留(?P<what>[^，。]+)，(?:其[他它余]|别的|剩下)的?(?:东西)?(?:都|全部|全)?(?:去掉|删掉|不要|删除|移除|拿掉)了?"),
     r"只保留\g<what>"),
    (re.compile(r"除了(?P<what>[^，。]+?)(?:以外|之外|外)?，(?:其[他它余]|别的|剩下)的?(?:东西)?(?:都|全部|全)?"
                r"(?:去掉|删掉|不要|删除|移除|拿掉)了?"), r"只保留\g<what>"),
    (re.compile(rf"\b(?P<some>one|two) {_COLOUR} (?P<what>\w+),? (?:and )?the (?:others?|rest) \w+", re.IGNORECASE),
     r"make \g<some> of the \g<what> \g<colour>"),
    (re.compile(r"^\s*first(?:ly)?,? (?=\w+ )", re.IGNORECASE), ""),
    (re.compile(r"让(?P<who>[^，。]{1,4}?)(?P<pose>[坐站躺趴跪蹲])在(?:草地|地|草坪|地面|地板)上"),
     r"让\g<who>\g<pose>着"),
    (re.compile(r"给(?P<at>[^，。]{1,8}?(?:旁边|身边|左边|右边|前面|后面|边上))(?=加|添|画|放|来)"), r"在\g<at>"),
    (re.compile(r"\b(?:instead of|rather than|in place of) (?P<old>(?:the|an?) [\w ]+?), "
                r"(?:(?:put|use|have|paint|draw|add|(?:i|we)(?: would|'d| d)? (?:like|want|prefer)) )?"
                r"(?P<new>(?:an?|the|some|two|three) [^,.;!?]+)", re.IGNORECASE), r"replace \g<old> with \g<new>"),
    (re.compile(r"\b(?P<where>next to|beside|behind|in front of|under|near|to the (?:left|right) of) "
                r"(?P<host>the [\w ]+?)(?:, (?:please )?(?:add|put|place|draw|paint|include|insert)"
                r"| there (?:should|must|could) (?:also )?be) "
                r"(?P<new>[^,.;!?]+)", re.IGNORECASE), r"add \g<new> \g<where> \g<host>"),
    (re.compile(r"加上?(?P<new>[^，。]{1,10}?)，就?在(?P<at>[^，。]{1,8}?(?:旁边|左边|右边|前面|后面|上面|下面|身边|旁|边上))"),
     r"在\g<at>加\g<new>"),
    (re.compile(rf"不要{CHINESE_COLOUR}的(?P<what>[^，。]{{1,4}})，?(?:要|而是|换成?|改成?)"
                rf"(?P<new>{CHINESE_COLOUR}的)"), r"把\g<what>改成\g<new>"),
    (re.compile(r"换掉(?P<old>[^，。]{1,6})，(?:画|来|换|放|要)(?P<new>[^，。]+)"), r"把\g<old>换成\g<new>"),
    (re.compile(rf"(?:把|给)?(?P<what>[^，。]{{1,6}}?)换个?颜?色[，：: ]+(?P<new>{CHINESE_COLOUR})"),
     r"把\g<what>改成\g<new>"),
    (re.compile(r"(?P<old>[\u4e00-\u9fff]{1,6}) ?(?:→|->|=>|➡) ?(?P<new>[\u4e00-\u9fff]+)"), r"把\g<old>换成\g<new>"),
)  # fmt: skip


def together(text: str) -> str:
    """An instruction whose clauses can be read one by one."""
    for pattern, words in _TOGETHER:
        text = pattern.sub(words, text)
    return text


def plainly(piece: str) -> str:
    """A clause in plain words."""
    for pattern, words in _PLAINLY:
        piece = pattern.sub(words, piece)
    return piece
