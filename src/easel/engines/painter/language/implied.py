"""Who and what a word brings along: cyclists ride, a wedding has its couple, an orchestra its players, a herd its kind.

Patterns and plain words for them, told anew before the words are read (`wordings.py`).
"""

from easel.engines.painter.language.called import CHINESE_COLOUR, names
from easel.engines.painter.language.turns import TONED

_BEASTS = f"(?:{'|'.join(names('animal', chinese=False))})"
#: What may follow a noun that stands for itself, not before another noun.
_ENDS = (
    r"(?=$| ?[,.;:!]| (?:in|on|at|by|under|near|with|beside|during|around|across|along|through|and|who|is|are"
    r"|\w+ing)\b)"
)
#: Kinds of weddings that say where they are.
_WEDDING_AT = "outdoor|garden|beach|forest|lakeside|vineyard|mountain|snowy|winter|summer|spring|autumn"
_MANNERS = "rustic|boho|bohemian|traditional|romantic|elegant|beautiful|dreamy|small|big|joyful"
#: What is for a wedding is no wedding, and who is at one is not its couple.
_FOR_ONE = "".join(
    f"(?<!{what} {whose})"
    for what in ("for", "to", "from", "at", "after", "before", "during")
    for whose in ("", "a ", "the ", "our ", "my ", "their ", "his ", "her ")
)
_COUPLE = r"(?:bride|groom|couple|newly-?weds?)"
_CHINESE_COUPLE = "(?:新娘|新郎|新人|夫妻|夫妇|情侣)"
#: What is said of the day itself, not of what is made for it or of who goes to it.
_THE_DAY = "(?<![在去加为结])婚礼(?:现场|仪式|场景|典礼)?(?=$|[，。、；！,. ])"
_PLAYERS = "four violinists and two trumpeters"
_CHINESE_PLAYERS = "四位小提琴手和两位小号手"
#: Who directs one is told by a verb that has it for its object.
_DIRECTED = "".join(
    f"(?<!{verb}{ending} {the})"
    for verb in ("direct", "conduct", "lead")
    for ending in ("", "s", "ing")
    for the in ("", "an ", "the ", "a ")
)
_ORCHESTRA = (
    rf"{_DIRECTED}"
    r"\b(?:an? |the )?(?:(?:full|symphony|philharmonic|chamber|classical|large|grand|live) )*orchestra\b"
    r"(?! (?:pit|hall))"
)
_CHINESE_ORCHESTRA = "(?:一支|一个)?(?:大型|完整的?)?(?:交响|管弦)乐[团队]"
#: Things whose looks `vintage` tells; rooms and pictures have a manner.
_OLD_THINGS = (
    r"(?:car|convertible|bus|van|truck|train|tram|motorcycle|motorbike|bicycle|bike|scooter|camera|radio|typewriter"
    r"|telephone|phone|lamp|chair|armchair|sofa|clock|watch|suitcase|gramophone|record player|bookshop|bookstore"
    r"|caf[eé]|coffee shop|diner|kitchen|bedroom|living room|bathroom|library|room|dress|books?|piano|mirror)s?\b"
)
_CHINESE_OLD_THINGS = (
    "(?:汽车|轿车|跑车|敞篷车|自行车|摩托车|咖啡馆|咖啡厅|咖啡店|客厅|卧室|厨房|书房|房间|书店|相机|照相机|收音机|台灯|沙发|椅子|打字机"
    "|电话|唱片机|留声机|闹钟|手表|钢琴|行李箱)"
)
_COVERS = "(?:quilts?|blankets?|duvet|comforter|covers|bedspread)"
_SOFT = "(?:(?:warm|cosy|cozy|thick|soft|patchwork|big|fluffy|woollen|woolen|heavy|light) )*"

IMPLIED = (
    # Who is named after what is ridden.
    (r"\bcyclists\b(?!.*\b(?:bike|bicycle)s?\b)", "people riding bicycles"),
    (r"\b(?:female|woman|girl) cyclist\b(?!.*\b(?:bike|bicycle)\b)", "woman riding a bicycle"),
    (r"\b(?:(?:male|man) )?cyclist\b(?!.*\b(?:bike|bicycle)\b)", "man riding a bicycle"),
    (r"\b(?:motorcyclists|bikers)\b(?!.*\b(?:motor|bike))", "people riding motorcycles"),
    (r"\b(?:motorcyclist|biker)\b(?!.*\b(?:motor|bike))(?! (?:jacket|gang|bar))", "man riding a motorcycle"),
    (r"(?<!disc )(?<!disk )\bjockeys\b(?!.*\bhorse)", "people riding horses,"),
    (r"(?<!disc )(?<!disk )\bjockey\b(?!.*\bhorse)", "man riding a horse,"),
    (r"(?:自行车运动员|自行车选手|自行车手|骑行者|单车骑手)(?!.*骑着)", "骑自行车的男人"),
    (r"(?:摩托车手|机车手|摩托骑士)(?!.*骑着)", "骑摩托车的男人"),
    (r"\b([a-z]+s|men|women|people|children) on horse-?back\b", r"\1 riding horses"),
    (r"\bon horse-?back\b", "riding a horse"),
    (r"\b(?:horse(?:back)? )?rider on (?=(?:an?|the|his|her) (?:[a-z]+ )?horse\b)", "man riding "),
    # Who plays, and who is in a class.
    (r"\b(?:an? )?yoga (?:class|session|group)\b", "people doing yoga"),
    (r"瑜伽(?:课|班)", "几个人做瑜伽"),
    (r"\bchess players\b", "people playing chess"),
    (r"\bchess player\b", "man playing chess"),
    # Whose view it is is not seen.
    (r",? ?\b(?:from )?(?:an? |the )?(?:pilot|captain|driver)(?:'s|s')? (?:view|point of view|pov|perspective)\b", ""),
    (r"[，,]?(?:飞行员|机长|驾驶员)(?:的)?(?:视角|视野)", ""),
    # A keeper dives through the air.
    (r"\bdiv(?:ing|es)(?= (?:to (?:catch|save|stop|block)|for (?:the|a) (?:ball|save)))", "jumping"),
    (r"(?:飞身)?扑救(?=[，。]|$)|(?:飞身)?扑(?:向|住|出)?(?=足球|皮球|球)", "跳起来接"),
    # Who pushes a wheelchair is behind it, and nobody in one walks.
    (r"\bpush(?:es|ing) (?=(?:an?|the|his|her) (?:\w+ ){0,3}?(?:in (?:an?|the|his|her) )?wheelchair\b)",
     "standing behind "),
    (r"推着(?:坐在?)?轮椅[上里中]的([\u4e00-\u9fff]{2,4}?)(?:正在?)?(?:行?走|散步)?(?=在|走|，|。|$)",
     r"站在轮椅后面，\1坐在轮椅上，"),
    # Who keeps something is named by nothing else.
    (r"\b(?:female|woman|lady) (?:lighthouse|zoo|shop|inn|game) ?keeper\b", "woman"),
    # A wedding is a couple's; where that is named, the word says no more.
    (r"\bchurch wedding\b", "wedding in a church"), (r"教堂婚礼", "教堂里的婚礼"),
    (rf"^(?!.*\b{_COUPLE}s?\b)(.*?){_FOR_ONE}\b(?:an? |the |our |my )?((?:(?:{_WEDDING_AT}) )*)"
     rf"(?:(?:{_MANNERS}) )*weddings?(?: ceremony| party| scene| celebration| day| reception)?{_ENDS}",
     r"\1a bride and a groom, \2"),
    (rf"^(?=.*\b(?:bride|groom)\b)(.*?),? ?(?:\b(?:at|on|during|for) )?\b(?:an? |the |their |our )?"
     rf"((?:(?:{_WEDDING_AT}) )*)(?:(?:{_MANNERS}) )*wedding(?: ceremony| party| scene| celebration| day)?"
     r"(?=$| ?[,.;!])",
     r"\1, \2"),
    (rf"^(?!.*{_CHINESE_COUPLE})(.*?)(?:一场)?(?:(?:浪漫|温馨|梦幻|盛大|唯美|中式|西式)的?)*"
     rf"{_THE_DAY}", r"\1，一位新郎和一位新娘，"),
    (r"^(?=.*(?:新娘|新郎|新人))(.*?)在?(?<!结)婚礼(?:现场|仪式|场景|典礼)?[上中里]?"
     r"(?=$|[，。、；！,. 在站])", r"\1，"),
    # Who is in an orchestra, and in a band.
    (rf"{_ORCHESTRA}(?=.*\b(?:conductor|maestro)\b)|(?<=conductor and ){_ORCHESTRA}",
     _PLAYERS),
    (_ORCHESTRA, f"a conductor, {_PLAYERS}"),
    (r"\b((?:direct|conduct|lead)(?:s|ing)? (?:an? |the )?)((?:\w+ )?orchestra)\b", rf"\1\2, {_PLAYERS}"),
    (rf"(指挥着?{_CHINESE_ORCHESTRA})", rf"\1，{_CHINESE_PLAYERS}"),
    (rf"(?<!指挥)(?<!指挥着){_CHINESE_ORCHESTRA}(?=.*指挥)", _CHINESE_PLAYERS),
    (rf"(?<!指挥)(?<!指挥着){_CHINESE_ORCHESTRA}(?!厅)", f"一位指挥家、{_CHINESE_PLAYERS}"),
    (r"\b(?:an? |the )?jazz (?:band|quartet|combo|ensemble)\b", "a saxophonist, a pianist, a drummer and a singer"),
    (r"\b(?:an? |the )?(?:rock|punk|metal|indie|garage|pop) band\b", "a guitarist, a drummer and a singer"),
    (rf"\b(?:an? |the )(?:live |music |musical |local )*band\b{_ENDS}", "a guitarist, a drummer and a singer"),
    (r"\b(?:an? |the )?string quartet\b", "four violinists"),
    (r"(?:一支|一个)?爵士乐[队团]", "一位萨克斯手、一位钢琴家、一位鼓手和一位歌手"),
    (r"(?:一支|一个)?摇滚乐[队团]", "一位吉他手、一位鼓手和一位歌手"),
    # Who is in a family.
    (rf"\b(?:an? |the |my |our )?family of (?:five|5){_ENDS}", "a father, a mother, two boys and a girl"),
    (rf"\b(?:an? |the |my |our )?family of (?:six|6){_ENDS}", "a father, a mother, two boys and two girls"),
    (r"(?<![\u4e00-\u9fff])(?:五口之家|一家五口)", "爸爸、妈妈、两个男孩和一个女孩"),
    (r"(?<![\u4e00-\u9fff])(?:六口之家|一家六口)", "爸爸、妈妈、两个男孩和两个女孩"),
    # The herd is of the kind of the one before it.
    (rf"\b({_BEASTS})"
     r"((?: \w+)?(?: in front of| ahead of| behind| before| leading| away from| apart from| beside| among))"
     r" (?:the|an?|its|their|his|her) (?:rest of the )?(herd|flock)\b(?! of)", r"\1\2 a \3 of \1"),
    # What is old by its make is no old photograph.
    (rf"\b(?:vintage|retro|antique)(?: style)? (?=(?:(?!photo|poster|print|picture|postcard)\w+ )?{_OLD_THINGS})", ""),
    (rf"(?:复古|怀旧)(?:风格?|风情)?的?(?=(?:{CHINESE_COLOUR}的?)?{_CHINESE_OLD_THINGS})", ""),
    # In bed one is under the quilt, which has its colour.
    (rf"\bin (?:an? |the |his |her |their |its )?((?:\w+ )?bed\b[^.;]{{0,60}}?),? (?:tucked |snuggled |covered |warm )*"
     rf"(?:up )?(?:under|with|in|by|beneath) (?:an?|the|his|her|their|its) {_SOFT}(?:{TONED} )?{_SOFT}{_COVERS}",
     r"in a \2 \1"),
    (rf"(床上[^。]{{0,30}}?)[，,]?(?:身上)?[盖裹](?:着|了|上|好)?(?:一[床条张])?[厚薄小花的]*(?:({CHINESE_COLOUR})的?)?"
     r"(?:棉被|被子|毯子|毛毯|被)子?", r"\2\1"),
    # Where rice is grown on terraces these are the place.
    (r"稻田(?=.{0,40}梯田)", "梯田"), (r"(梯田.{0,40}?)稻田", r"\1"),
    (r"\brice (?:padd(?:y|ies)|fields?)(?: fields?)?(?=.{0,60}\bterrac)(?! terraces)", "rice terraces"),
    (r"\b(?:rice field|paddy field|rice paddy) terraces\b", "rice terraces"),
)  # fmt: skip
