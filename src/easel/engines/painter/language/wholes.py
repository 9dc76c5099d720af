"""Parts of things: what sits on the arm of a sofa, or on a piano's lid, sits on the whole of it.

`a cat on the bonnet of the car` asks for no hat, 自行车车筐里 for no car.
"""

import re

from easel.engines.painter.language.called import COLOUR

_HOST = (
    rf"(?:(?:grand|upright|old|little|small|big|wooden|parked|{COLOUR}) )*"
    r"(?:piano|sofa|couch|armchair|chair|bench|bed|table|desk|car|truck|bus|taxi|van|boat|ship|sailboat|gondola|canoe"
    r"|bicycle|bike|motorcycle|motorbike|scooter|house|cottage|cabin|barn|castle|church|hut|lighthouse|shop|temple"
    r"|pagoda|windmill|tree|fence|bridge|bookshelf|bookcase|basket|train|carriage|wagon|fountain|swing)"
)
_PART = (
    r"(?:(?:very |top |upper |middle |lower |bottom |front |back |rear |left |right |far |near )*"
    r"(?:roof|rooftop|porch|steps?|doorstep|chimney|balcony|terrace|veranda|window ?sill|lid|keys|keyboard|stool|top"
    r"|arm ?(?:rest)?|back ?(?:rest)?|seat|edge|corner|cent(?:re|er)|middle|rim|end|hood|bonnet|boot|deck|bow|prow"
    r"|stern|saddle|handlebars?|cushions?|pillows?|railings?|walls?|tower|battlements|shelf|surface))"
)
_OWNER = r"(an?|the|his|her|my|our|their|its|one|this|that)"
_CHINESE_HOST = (
    "(钢琴|沙发|床|桌子|书桌|餐桌|圆桌|椅子|长椅|扶手椅|汽车|轿车|卡车|公交车|出租车|小船|帆船|船|自行车|单车|摩托车|房子|小屋|木屋|农舍"
    "|谷仓|城堡|教堂|塔|宝塔|桥|书架|篮子|篱笆|栅栏|火车|马车|秋千)"
)
_CHINESE_PART = (
    "(?:琴?盖子?|琴键|琴?凳|屋顶|房顶|车顶|顶|台阶|门廊|阳台|扶手|靠背|椅背|一角|边缘|边沿|沿|坐?垫子?|单|引擎盖|后座|前座|车座|座椅|座位|座"
    "|车筐|车篮|筐|车把|船头|船尾|甲板|正?中央|正?中间|最?[上顶]层|城墙|塔楼|栏杆|[头尾角]|底(?![下部]))"
)
#: What is said, and the same of the whole. Of single signs only such as end a place: 床头 is one, 床头柜 none.
_WHOLES = (
    (re.compile(rf"\b(?:on|onto|upon|at|in|across|along) (?:the |an? )?{_PART} of {_OWNER} ({_HOST})\b", re.IGNORECASE),
     r"on \1 \2"),
    (re.compile(rf"\b(?:on|onto|upon|at|in|across|along) {_OWNER} ({_HOST})'s {_PART}\b", re.IGNORECASE), r"on \1 \2"),
    (re.compile(rf"\bat the (?:foot|base|bottom) of {_OWNER} ((?:\w+ )?(?:tree|oak|willow|pine))\b", re.IGNORECASE),
     r"under \1 \2"),
    (re.compile(rf"{_CHINESE_HOST}的?{_CHINESE_PART}(?:[上里处]面?|(?=$|[，。；、！]|有|是|[\u4e00-\u9fff]{{1,2}}着))"),
     r"\1上"),
    (re.compile(r"花枝头(?!上)"), "花枝上"),
    (re.compile(r"(捧|抱|拿)着?(?:一大?[束捧])?鲜花"), r"\1着花束"),
    (re.compile(r"(?<!花)枝头(?!上)"), "树枝上"),
)  # fmt: skip


def on_wholes(prompt: str) -> str:
    """The prompt with whole things in place of their parts, where something is on these."""
    for said, plain in _WHOLES:
        prompt = said.sub(plain, prompt)
    return prompt
