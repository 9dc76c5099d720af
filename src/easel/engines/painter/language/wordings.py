"""Set phrases whose words say something else one by one, told anew before the words are read.

一篮草莓 is no single strawberry, 堆雪人 no heap of snowmen, a wedding couple no couple at a wedding.
"""

import re

from easel.engines.painter.language.called import CHINESE_COLOUR, names
from easel.engines.painter.language.implied import IMPLIED
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.language.senses import SENSES
from easel.engines.painter.language.turns import NUMBER, TONED, TURNS

#: Verbs of going, behind which `home` is a direction and no house.
_GOES = (
    r"\b(rid(?:e|es|ing)|driv(?:es?|ing)|fl(?:y|ies|ying)|walk(?:s|ing)?|runs?|running|go(?:es|ing)?|com(?:es?|ing)"
    r"|carr(?:y|ies|ying)|brings?|bringing|head(?:s|ing)?|sail(?:s|ing)?|takes?|taking|way)\b"
)
_CHINESE_COLOUR = f"({CHINESE_COLOUR})"
_BEAST = f"(?:{'|'.join(names('animal', chinese=True))})"
_NAMED = r"([一两]?[只个条辆座把头匹]?[\u4e00-\u9fff]{1,4})"
_STONE = "(marble|wood|slate|concrete|granite)"
_DETERMINER = "(?:an?|the|one|my|his|her|its|their)"
#: A word of whoever does something, not of what somebody has.
_DOER = r"(?!(?:with|and|of|or|in|on|holding|wearing|playing|selling|buying|full)\b)[\w-]+"
#: Behind `the` and `my` things may stand in the plural (`the wrist watches`): there, who does something is named.
_ANIMATE = frozenset(names("animal", "person", chinese=False))
_ALONE = r"(?=on\b|in\b|at\b|with\b|for\b|from\b|along\b|down\b|across\b|\w+ly\b|[.,;!?]|$)"
_ROOM = "(?:bed|living |class)?room"
#: Verbs that look like things, with what follows them, and others for them.
_VERBS = (
    (r"watches over\b", "beside"), ("watches (?=from|as|while|in|on|by|quietly|closely|and)", "looks "),
    ("watches (?=an?|the|him|her|them|it|his|two|three|some)", "looks at "),
    ("ducks (?=under|behind|below|into)", "sits "),
    ("swings (?=from)", "hangs "), ("drums (?=on)", "taps "), ("saws (?=an?|the|through|wood)", "cuts "),
    ("bats (?=at)", "paws "), ("fishes (?=from|in|at|on|for|by)", "is fishing "), ("boxes (?=with)", "fights "),
    ("shields (?=an?|the|his|her)", "protects "), ("brushes (?=an?|the|his|her|its)", "grooms "),
    ("irons (?=an?|the|his|her)", "presses "), ("parks (?=an?|the|his|her|next|beside)", "stops "),
    ("stamps (?=an?|the|his|her)", "presses "), ("hooks (?=an?|the)", "catches "), ("rings (?=an?|the)", "sounds "),
    ("guards (?=an?|the|his|her|its)", "beside "), (rf"skates ?{_ALONE}", "is skating "),
    (rf"skis ?{_ALONE}", "is skiing "), (rf"races ?{_ALONE}", "is running "), (rf"trains ?{_ALONE}", "is exercising "),
    (rf"watches ?{_ALONE}", "looks "), (rf"fishes ?{_ALONE}", "is fishing "),
)  # fmt: skip
#: What is said, and the same in plain words.
WORDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said, re.IGNORECASE), plain)
    for said, plain in (
        *SENSES,
        *IMPLIED,
        (r"\b(?:an? |the )?(?:wedding couple|bride and groom|newly-?weds|newlywed couple)\b(?! kiss)",
         "a bride and a groom"),
        (r"新郎新娘|新婚夫妇|新婚夫妻|一对新人", "一位新郎和一位新娘"),
        # A cover is no book, a poster for meals that are brought no box of them.
        (r"\b(?:novel|album|comic book|picture book|storybook|cd|vinyl) (?=cover\b)", "book "),
        (r"(?:小说|书籍|图书|绘本|专辑|唱片|漫画|杂志)(?=封面)", ""),
        (r"\b(?:book |album )?cover (?:of|for) (?:an? |the |my )?(?:\w+ ){0,3}?(?:novel|book|album|magazine)\b",
         "book cover"),
        (r"(?:小红书)?笔记(?=封面|配图|首图|图)", ""),
        (r"\b(wedding|birthday) invitations?(?: card)?\b", r"\1 card"),
        (r"\bparty invitations?(?: card)?\b|\binvitation card\b", "greeting card"),
        # A child's room is no child.
        (r"\b(?:an? |the |my |his |her )?(?:little |young |teenage )?(?:child|kid|boy|girl|baby|teenager|children)"
         r"(?:[’']s|s['’]) (?=(?:bed|play|bath|living )?room\b|nursery\b)", ""),
        (r"(?<=\bcharging) (?:at|in) an? station\b", " at a charging station"),
        # A name, not a hundred and one.
        (r"(?<=台北)101(?:大楼|大厦)?", "一零一"),
        # Robots that serve are robots; a set is no suit; the horse is no rabbit.
        (r"机器人(?:服务员|厨师|医生|管家|保安|老师|警察|园丁)", "机器人"),
        (r"\brobot(?:ic)? (?:waiter|chef|butler|doctor|barista|teacher|gardener|bartender|maid|nurse)\b", "robot"),
        (r"(护肤品?|化妆品|美妆|礼盒|餐具|厨具|工具|茶具|玩具)套装", r"\1"),
        (r"赤兔马?", "红马"),
        (r"青龙偃月刀|偃月刀|方天画戟|丈八蛇矛", "长枪"),
        (r"(?:抽象的?)?几何(?:图案|图形|形状|背景|纹样|壁纸)", "无缝图案，三角形、立方体和圆球"),
        (r"\b(?:abstract )?geometric (?:patterns?|shapes|background|wallpaper|composition)"
         r" (?:in|of|with) (\w+) and (\w+)\b", r"seamless pattern of \1 triangles, \2 cubes and \1 spheres"),
        (r"\b(?:abstract )?geometric (?:patterns?|shapes|background|wallpaper|composition)\b",
         "seamless pattern of triangles, cubes and spheres"),
        # Animals of a calling are known by its hat.
        (r"\b(mouse|rat|cat|dog|bear|fox|panda|pig|rabbit|bunny|raccoon|penguin|frog|owl|hamster|corgi) chef\b",
         r"\1 wearing a chef hat"),
        (r"(老鼠|小?猫|小?狗|小?熊|狐狸|熊猫|小?猪|兔子|浣熊|企鹅|青蛙|仓鼠|柯基)厨师", r"戴着厨师帽的\1"),
        (r"御剑(?:飞行|飞翔|而行|凌空)?的?(?=[\u4e00-\u9fff]{1,3})", "手持长剑飞行的"),
        (r"骑着?(?:一辆)?(?:电动车|电瓶车|小电驴|电动自行车)", "骑着摩托车"),
        # Who waits for a ride has none.
        (r"(?:正在|在)?等(?:火|地铁|列|高铁|电|班)车(?!站)", "等待"),
        (r"外卖(?=海报|广告|宣传|平台|促销|活动)", ""),
        # A hand that is put up.
        (r"(?<=[\u4e00-\u9fff])举(?:起|着|起了)?(?:一只|小|右|左|双)?手(?!机|里|中|上|礼)(?:提问|发言|回答问题)?",
         "挥手"),
        (r"\b(?:rais(?:es|ing)|puts? up|putting up|holding up) (?:an?|his|her|their|its|one|the) hands?\b"
         r"|\bwith (?:an?|his|her|their|one|the) (?:hand|arm)s? raised\b", "waving"),
        # Who rides to war, and what flies over them.
        (r"(?:[一几两三四五][名个位群队支]?|一大?群|很多|大批)?(?:古代|重装|轻|蒙古|唐朝|汉朝|三国)?骑兵(?:们|队伍?)?"
         r"(?:正在|在)?(?:冲锋|冲杀|奔腾|奔袭|厮杀|作战)?", "三名骑士骑着三匹马"),
        (r"\b(?:an? )?cavalry(?: soldiers?| charge| charging| troops| unit)?\b", "three knights riding three horses"),
        (r"(?:黄沙|风沙|沙尘)(?:漫天|滚滚|弥漫)|漫天(?:黄沙|风沙)", "沙漠"),
        (r"(?:旌旗|战旗|旗帜|彩旗)(?:飘扬|招展|猎猎|飘飘|林立)", "三面旗帜"),
        (r"\bwait(ing|s) for (an?|the|his|her|their) (?:school |city )?bus\b(?! stop)",
         r"wait\1 at a bus stop, \2 bus"),
        (r"\b(mouse|rat|cat|dog|bear|fox|panda|pig|rabbit|bunny|raccoon|penguin|frog|owl|hamster|corgi)\b([^,.;]{0,80}?)"
         r"\b(?:baking|bakes|making|makes) (?=(?:an? |some |the )?(?:\w+ )?(?:bread|cakes?|cookies|pie|pizza)\b)",
         r"\1\2with "),
        (r"(老鼠|小?猫|小?狗|小?熊|狐狸|熊猫|小?猪|兔子|浣熊|企鹅|青蛙|仓鼠|柯基)([^，。的]{0,6})[做烤]着?(?=蛋糕|面包|饼干|披萨)",
         r"\1\2和"),
        # Whom something is done to, or where: hair is not cut for itself.
        (r"\b(cut|trim|styl|shav|dye|examin|check|treat|clean|fix|pull)((?:t|m)?ing|s|es) (an?|the|his|her) "
         r"((?:\w+ ){0,2}?\w+)'s (hair|teeth|beard|tooth)\b", r"\1\2 \5 of \3 \4"),
        (r"\bsweep(ing|s) (?:up )?(?:the |a )?(?:street|road|pavement|sidewalk)s?\b",
         r"sweep\1 the floor in the street"),
        (r"(?:扫大街|扫马路|清扫马路|清扫街道|打扫街道|扫街)", "在街上扫地"),
        (r"\bwash(?:ing|es) (an?|the|his|her|their) ((?:\w+ ){0,2}?(?:car|truck|van|motorcycle|bike|bicycle|bus))\b",
         r"hosing down \1 \2"),
        (r"洗((?:一辆)?(?:[\u4e00-\u9fff]色的?)?(?:汽车|轿车|跑车|摩托车|自行车|卡车|车))", r"冲洗\1"),
        (r"(?:放着?羊|牧羊)(?=[，。,]|$)", "放牧一群羊"), (r"赶着?羊群?(?=[，。,]|$)", "放牧一群羊"),
        (r"(?:放着?牛|牧牛)(?=[，。,]|$)", "放牧三头牛"),
        # What is ridden in, and what draws it.
        (r"坐着((?:一[辆艘架只个张])?[^，。]{0,4}?(?:雪橇|马车|火箭|飞船|热气球|小船|飞毯|魔毯|扫帚))(?!上)",
         r"坐在\1上"),
        (r"(?:由)?([一两二三四六八九]?[只头匹])?(驯鹿|麋鹿|鹿|马)拉着?的?(?=雪橇|马车)", r"\1\2，"),
        (r"\b(sleigh|carriage|cart|sled),? (?:that is |being )?(?:pulled|drawn|led) by ", r"\1 and "),
        # Who brews is at the pot; where that is done is no office.
        (r"\b(?:brew|mak|mix|prepar|stirr)(?:ing|es|s) (?:an? |the |some )?(?:\w+ ){0,2}?(?:potions?|brew|spell)"
         r" (?:in|over|inside) (?=(?:an? |the |his |her )?(?:\w+ )?cauldron)", "beside "),
        (r"(?:正在|在)?(?:熬制?|调制|炼制|煮)着?(?:一锅)?(?:魔药|药水|魔法药水|毒药)", "，旁边有一口坩埚"),
        (r"(?:炼金术?|魔法|魔药|巫师|女巫)的?(?:实验室|工坊|作坊)", "图书馆"),
        (r"\b(?:dark|alchem\w+|magic|wizard'?s?|witch'?s?|medieval|potions?) (?:laborator(?:y|ies)|lab|workshop)\b",
         "library"),
        # Books for children have none of them in it; a watch among goods is nothing that is done.
        (r"\b(?:children|kid)'?s'? (?:bedtime |fairy ?tale |picture )?(?:story|tale)(?: ?book)?"
         r"(?: illustration| book| art| scene| cover| style)?\b", "storybook illustration"),
        (r"(?<=,) ?(?:an? )?watch(?=,| and\b)", " a wristwatch"),
        (r"美食(?=插画|海报|摄影|照片|图片|封面|探店|博主|广告)", ""),
        (r"牵着((?:一[只条匹头])?(?:[^，。的]{0,3}的)?(?:小|大)?(?:狗|狗狗|犬|柯基|柴犬|金毛))", r"和\1"),
        # Dress of old times.
        (r"古风(?=的?(?:美女|女子|少女|男子|美男子?|公子|侠客|女侠|人物|少年|美人|女孩))", "穿汉服的"),
        (r"([红青紫黑白蓝粉绿黄])衣(?:飘飘|胜雪|飘逸|翩翩)", r"穿\1色汉服"),
        (r"(?:身着|身穿|穿着?)?([红青紫黑白蓝粉绿黄])衣(?=女子|少女|男子|公子|侠客|美人|女侠|少年)", r"穿\1色汉服的"),
        (r"红日(?!子)", "红色的太阳"),
        # Where it is played; what one is before the house of.
        (r"(篮球[^。]{0,30}?)(?:室内)?体育馆", r"\1篮球场"),
        (r"\b(in front of|outside|across from) (an? |the )?((?:\w+ ){0,2}?)(?:diner|caf[eé]|coffee shop)\b",
         r"in front of \2\3restaurant"),
        # Petals that lie or fly around.
        (r"\b(?:surrounded by|scattered with|covered with|amid|among)(?: \w+){0,3}? petals\b", "and scattered petals"),
        (r"\b(?:with |and )?(?:scattered|falling|floating|flying|drifting)(?: \w+){0,2}? petals\b"
         r"|\b(?:with|and)(?: \w+)? (?:rose|flower|cherry) petals\b"
         r"|\bpetals (?:scattered|falling|floating|flying|drifting)\b", "and scattered petals"),
        (r"(?:周围|四周|旁边|地上|桌上|空中)?(?:有|是|散落着?|撒着?|撒满|铺满|飘着|飘落着?|围绕着?|环绕着?)(?:一些|许多|几片|粉色|红色)?"
         r"(?:玫瑰|樱花)?花瓣", "，散落的花瓣"),
        (r"(?<![的色])花瓣(?:飘落|飞舞|纷飞|环绕|散落|点缀|飘散|漫天)", "散落的花瓣"),
        # Who is no person surfs on a board that is told.
        (r"\b(dogs?|cats?|pupp(?:y|ies)|kittens?|corgi|panda|penguin|bear|koala|monkey|pig|rabbit|dinosaur|cow|sheep)"
         r" surf(?:ing|s)\b(?: on)?(?: an?| the)?(?: big| huge| giant)?(?: waves?)?", r"\1 on a surfboard"),
        (r"(狗|猫|犬|柯基|熊猫|企鹅|熊|考拉|猴子|猪|兔子|恐龙|牛|羊)(?:在)?(?:海上|海里)?冲浪", r"\1站在冲浪板上"),
        (r"\b(?:cos[yi]y? |cozy )?reading (?:nook|corner)\b(?!.*\b(?:(?:arm)?chair|bookshel\w+|bookcase))",
         "cozy living room with an armchair and a bookshelf"),
        (r"\b(?:cos[yi]y? |cozy )?reading (?:nook|corner)\b(?!.*\bbookshel)", "cozy living room with a bookshelf"),
        (r"\b(?:cos[yi]y? |cozy )?reading (?:nook|corner)\b", "cozy living room"),
        (r"\b(?:stack|pile) of ((?:\w+ ){0,2})books\b", r"\1books stack"),
        # What is on a lap is in the arms.
        (r"\bwith ((?:an?|the|two|her|his) (?:\w+ ){0,2}?\w+?)"
         r"(?: (?:asleep|sleeping|curled up|sitting|resting|lying))? (?:on|in) (?:her|his|their) lap\b", r"holding \1"),
        (r"(?:腿上|膝上|膝盖上|怀里)(?:趴着|卧着|躺着|坐着|睡着|有|是)(?=[一两]?[只个条])", "抱着"),
        (r"^ ?bowl of (?=(?:\w+ ){1,3}(?:soup|ramen|noodles|salad|porridge|oatmeal)\b)", "a bowl of "),
        # An animal of a calling wears what goes with it.
        (r"\b(?!monkey king\b)(raccoon|leopard|cat|dog|fox|bear|rabbit|bunny|mouse|owl|penguin|panda|wolf|tiger|lion"
         r"|frog|monkey|squirrel|koala|pig|hedgehog|duck) (detective|chef|wizard|astronaut|pirate|knight|king|queen"
         r"|samurai|soldier|policeman|firefighter|cowboy|sailor|scientist|warrior|explorer)\b", r"\1 dressed as a \2"),
        (r"\bwaffle cones?(?= (?:with|of|filled))", "ice cream cone"),
        (r"\bin (?:an? |the )?(?:crispy |sugar |crunchy )?(?:waffle|sugar|wafer) cones?\b", ""),
        (r"落地窗外", "落地窗，窗外"),
        (r"\b(lion|dragon|eagle|wolf|bear|phoenix|griffin|unicorn|tiger|horse|stag|fox|owl|bull) crest\b",
         r"coat of arms with a \1"),
        (r"(?:玩|搭|堆)着?积木", "拿着三个积木"),
        # How a room is furnished is no manner of painting it.
        (r"\b(?:minimalist|minimal|art deco|art nouveau|bauhaus|geometric|abstract|memphis)(?: style)?"
         r"(?= (?:\w+ ){0,2}(?:living room|bedroom|kitchen|bathroom|interior|room|apartment|office|cafe|home"
         r"|villa|house|building|architecture|chair|sofa|table|lamp)\b)",
         "modern"),
        (r"(?:极简主义|极简|包豪斯|孟菲斯|日系|日式(?!卧室|房间|客厅|室内|茶室|和室)|装饰艺术)(?:风格|风)?的?"
         r"(?=[^，。；\w]{0,1}[\u4e00-\u9fff]{0,3}?(?:客厅|卧室|厨房|书房|浴室|房间|室内|公寓|办公室))", "现代"),
        # What a boxer stands in is nothing to wear.
        (r"(\bbox(?:er|ers|ing)\b[^.]*?\bgloves\b[^.]*?),? in (?:a|the) (?:boxing )?ring\b", r"\1"),
        (r"(\bbox(?:er|ers|ing|es)\b(?!.*gloves)[^.]*?) in (?:a|the) (?:boxing )?ring\b", r"\1 with gloves"),
        (r"(?:荡|打|玩)着?秋千", "坐在秋千上"),
        (r"堆着?(?:了|起)?(?=[一两二三四五六]个?大?小?雪人)", "，"),
        (r"堆着?(?:了|起)?(?:大|小)?雪人", "，一个雪人"),
        (r"(?:一|满满?一|一大|一小)篮子?(?:的)?(?=\w)", "篮子里的五个"),
        (rf"{_GOES}((?: \w+){{0,3}}? (?!(?:an?|the|my|his|her|its|our|their|to|at|of|from|new|old|little|cosy|cozy)\b)"
         r"\w+)? home\b(?! ?(?:town|made|of|with|sweet))", r"\1\2"),
        (r"(烟花|烟火|焰火)(?:满天|漫天|满空)", r"\1"),
        (r"把([^，。！？；]{1,8}?)(戴|系|围)在了?(?:自己|他|她|它)?的?(?:头|脖子)上?", r"\2着\1"),
        (r"\b(?:the|a) (?:king|queen|emperor|prince|princess)'s (crown)\b", r"the \1"),
        (r"\b(fish(?:ing|es)|wav(?:ing|es)) from (?=(?:an?|the|his|her|their) (?:\w+ )?"
         r"(?:boat|canoe|raft|ship|pier|dock)\b)", r"\1 on "),
        (r"坐在([^，。]{0,6}?[船舟筏]上?)(?:钓鱼|垂钓)", r"在\1钓鱼"),
        # Who punts or rows a boat is in it.
        (r"\b(?:row|paddl)(?:ing|es|s) ((?:an?|the|his|her|their) (?:\w+ )?)boat\b", r"in \1rowboat"),
        (r"\b(?:row|paddl)(?:ing|es|s) ((?:an?|the|his|her|their) (?:\w+ ){0,2}(?:rowboat|canoe|kayak|dinghy)s?\b)",
         r"in \1"),
        (r"划着?(?:一[条叶只艘])?((?:小木?|木|独木)[船舟]|皮划艇)(?!上)", r"在\1上"),
        (r"撑着?(?:一[条叶只艘])?([^，。！？撑]{0,3}?[船舟筏])(?!上)", r"在\1上"),
        # What somebody has seen enough of, or does not ask about, gives way to what is asked for.
        (r"(^|[，。！？；])([^，。！？；]{1,10}?)我?们?(?:都|已经|早)?(?:看|吃|画|用|玩)(?:腻|厌|烦|够)了"
         r"[，。！？；]", r"\1本来想要\2，不过"),
        (r"(?:\b(?:i|we)(?:'?m|'?re| am| are|'?ve| have)? )?\b(?:so |really |a bit )?(?:tired|sick|bored|had enough)"
         r" of ([^,.;!?]+)[,.;!?]+", r"I wanted \1, but "),
        (r"[^，。！？?]{1,24}[？?] ?(?:不管|管他|随便|无所谓)(?:了|呢|它)?[，,。]", ""),
        (r"[^.!?]{1,60}\? ?(?:whatever|never ?mind|doesn'?t matter|who cares)[,.?!]", ""),
        # Who is away is not in the picture.
        (r"趁着?[^，。！？]{1,8}?(?:不在家?|没注意|没看见|睡着了?)(?:的时候|时)?[，,]?", ""),
        (r"\bwhile (?:the|his|her|my|their|our|its) \w+(?: \w+)? (?:is|was|are|were) "
         r"(?:away|out|gone|not looking)\b,?", ""),
        # What hangs on a wall above something is above it.
        (r"(上方|上面)的?(?:墙面?|墙壁)上?(?=挂|有|是|贴)", r"\1"),
        (r"\bon the wall (above|over|behind|beside|next to)\b", r"\1"),
        # `cats x3`, 苹果x5: how many, behind.
        (r"(^|[,;.] ?)([a-z][a-z -]{0,60}?) ?[x×] ?(\d{1,2})\b(?! ?[x×])", r"\1\3 \2"),
        (r"\b(\d{1,2}) ?[x×] ?(?=[a-z])", r"\1 "),
        (r"(^|[，、。；,] ?)([\u4e00-\u9fff]{1,6}) ?[xX×*] ?(\d{1,2})(?![\dxX×*])", r"\1\3个\2"),
        # Numbers told otherwise than before their noun.
        (r"\ban? (\w+) (?:beside|next to|near|facing|opposite|and|with) another \1\b", r"two \1s"),
        (r"\ban? (\w+) (?:and|with) (?:its|his|her) twin\b", r"two \1s"),
        (rf"\b(?:no|not) (?:more|fewer|less) than (?={NUMBER}\b)", ""),
        (rf"\b({NUMBER}): that'?s how many (\w+)(?: (?:i|we) (?:want|need))?", r"\1 \2"),
        (rf"\b({NUMBER}) times an? (\w+)", r"\1 \2s"),
        (rf"\b({NUMBER}) of them,? all (\w+)", r"\1 \2"),
        (rf"\b({NUMBER}) \(\d+\)", r"\1"),
        (r"\ba foursome of\b", "four"),
        (rf"\b(?:a )?family of ({NUMBER}) (?!persons|members|humans)(\w+s|sheep|deer|fish|mice|geese)\b", r"\1 \2"),
        (r"\b(?:in|forming|into) a (?:big |small |wide |little )?circle\b(?! of)", "together"),
        (r"(?:长得)?(?:一模一样|完全相同|完全一样|一样大)的", ""),
        # Sides.
        (r"\((?:on the )?(left|right)\)", r"on the \1"),
        (r"\b(left|right)[- ]hand side\b", r"\1"),
        (r"[（(]([左右])边?[)）]", r"在\1边"),
        (r"靠([左右])(?=是|有|放|站|坐|一)", r"\1边"),
        (r"\bat the back of (?=(?:an?|the) (?:car|truck|van|house|church|shop|barn)\b)", "behind "),
        # What a table is said to be with lies on it.
        (r"\b(table|desk|nightstand|counter) with (?=(?:an?|the|two|three|some|several)(?: \w+){0,2}? "
         r"(?:cakes?|computer|laptop|lamp|vase|tea ?pot|cups?|bowls?|plates?|books?|candles?|bottles?|basket|pizza"
         r"|bread|clock|phone|camera|globe|burgers?|coffee|apples?|oranges?|strawberries)\b)", r"\1 and on it "),
        # A desk in a room is a table; by itself it is where things lie.
        (rf"\b({_ROOM}|library|loft)\b(.{{0,120}}?\b{_DETERMINER}(?: \w+)?) desk\b", r"\1\2 table"),
        (rf"\b({_DETERMINER}(?: \w+)?) desk\b(?=.*\bin {_DETERMINER}(?: \w+)? {_ROOM}\b)", r"\1 table"),
        (r"面对着?(?!面)", "看着"),
        (r"(?<=[堆摆铺塞])满了?(?=书|礼物|气球|玩具|盒子|箱子|南瓜|苹果|蜡烛|灯笼|鲜?花)", "着很多"),
        # Colours told apart from what has them.
        (rf"\bas {TONED} as (?:an?|the) \w+(?: \w+)?(?=$|[,.;]| (?:and|next|beside|on|in|with)\b)", r"that is \1"),
        (rf",? {TONED} in colou?r\b,?", r" that is \1"),
        (rf"\b(an?|the|one) (\w+) and (an?|the|one) (\w+)\s*[:;,.–-]+\s*"
         rf"the (?:first|former)(?: one)?(?: is| in)? {TONED}[,;]?(?: and)? "
         rf"the (?:second|latter|other)(?: one)?(?: is| in)? {TONED}", r"\1 \5 \2 and \3 \6 \4"),
        (rf"{_NAMED}和{_NAMED}[，。：,]"
         rf"(?:前者|第一[只个])是?{_CHINESE_COLOUR}的?[，、,](?:后者|第二[只个])是?{_CHINESE_COLOUR}的?",
         r"\1是\3，\2是\4"),
        (rf"(^|[.,;] ?){TONED} is the (\w+)\b(?! of)", r"\1the \3 is \2"),
        (rf"\bnot an? (?:{TONED} )(\w+),? but an? {TONED} one\b", r"a \3 \2"),
        (rf"不是{_CHINESE_COLOUR}的?([\u4e00-\u9fff]{{1,4}})，?而?是{_CHINESE_COLOUR}的?\2", r"\3的\2"),
        (r"\bnot (?:too |very |so |all that )?far (?:away )?from\b", "near"),
        (r"\bto the side of\b", "beside"),
        (rf"\b(\w+s), not {NUMBER},? (?:but )?({NUMBER}) \1\b", r"\2 \1"),
        (rf"\bnot {NUMBER},? (?:but )?(?={NUMBER}\b)", ""),
        # Whose friend somebody is says nothing that is seen.
        (r"\b(?:its|his|her|their) (?:best |old |new |little |dear )?(?:friend|buddy|companion|pal|mate)s?, "
         r"(?=an?\b|the\b|two\b|three\b)", ""),
        (r"\b(st(?:and|ood)(?:s|ing)?) guard\b", r"\1"),
        # Numbers of a list count nothing.
        (r"(^|[\s，。；;])[1-9][、)）](?=[^\d\s])", r"\1，"),
        # Brothers and sisters told by their number.
        (r"双胞胎(?=宝宝|婴儿|娃娃?)", "两个"),
        (rf"双胞胎(?:的)?(?={_BEAST})", "两只"),
        (rf"[三四]胞胎(?:的)?(?={_BEAST})", "三只"),
        (r"(熊猫|狐狸|企鹅|松鼠|[熊猫狗猪兔羊鸭])(?:哥|兄弟|姐妹|姐弟)仨儿?", r"三只\1"),
        (r"(熊猫|狐狸|企鹅|松鼠|[熊猫狗猪兔羊鸭])(?:哥|兄弟|姐妹|姐弟)俩", r"两只\1"),
        (r"三胞胎(?:姐妹|姑娘|女孩)|(?:姐妹|姐)仨(?=在|坐|站|一起|手牵手|$)", "三个女孩"),
        (r"三胞胎(?:兄弟|男孩)|(?:兄弟|哥)仨(?=在|坐|站|一起|手牵手|$)", "三个男孩"),
        (r"(?:兄弟|哥)仨儿?", "兄弟仨"),
        (r"四口之家", "一家四口"),
        (r"三口之家", "一家三口"),
        # Who does not let go still holds it.
        (r"\b(?:would|will|does|do|did|could|can)(?:n't| not) let go of\b|\b(?:never|not) let(?:s|ting)? go of\b|"
         r"\brefus(?:es|ed|ing) to let go of\b|\bwithout letting go of\b", "holding"),
        (r"(?:不肯|不愿|舍不得|没有?|不想|死活不|怎么也不)(?:松手|撒手|放手|松开手)", "抱着"),
        # Who is named after somebody or something else.
        (r"\b(?:lighthouse|zoo|shop|inn|game) ?keeper\b", "man"),
        (rf"({_BEAST})(?:妈妈|爸爸)(带着|领着|抱着|背着|和|跟)(?:它的|自己的)?(?=小|[\u4e00-\u9fff]{{1,2}}宝宝)",
         r"一只\1\2另一只"),
        (rf"({_BEAST})(?:妈妈|爸爸)", r"\1"),
        (r"(小屋|木屋|房屋|茅屋|农舍)前(?![面方边])", r"\1前面"),
        (r"堆(?:沙子|沙堡|沙堆)", "玩沙子"),
        # A kite that is flown is up in the sky.
        (r"\bfl(?:ies|ew) (?=(?:an?|the|his|her|its|their) kite\b)", "flying "),
        (r"\b(?:is |are )?fl(?:ies|ew|ying|y) ((?:an?|the|his|her|its|their|two|three)(?: \w+){1,2}? kites?)\b",
         r"and \1"),
        *TURNS,
        # Who presents something holds it; presents are no presents then.
        (r"\bpresents (?=(?:an?|the|his|her|their|its|two|three)\b)", "holds "),
        # Nobody else: those who were named stay.
        (r"(?:\b(?:and|with|but) )?\b(?:no[ -]?one|nobody) else\b|"
         r"(?:\b(?:and|with|but) )?\bno other (?:people|person|humans?|figures?)\b", ""),
        (r"(?:没有|不要有?|别有|没|再无|并无)(?:任何|什么)?(?:其他|别的|其它|旁)的?人(?!物)", ""),
        # Hours of the clock are times of the day, and no clock.
        (r"凌晨(?:零|一|两|二|三|四|[0-4])点(?:钟|半|多)?", "深夜"),
        (r"(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深夜|半夜|夜里)[零一二两三四五六七八九十\d]{1,3}点(?:钟|半|多)?",
         r"\1"),
        (r"\b(?:1[0-2]|[1-4])(?::\d\d)? ?a\.?m\b\.?(?<!1[01]am)(?<!1[01] am)", "at night"),
        (r"\b[5-7](?::\d\d)? ?a\.?m\b\.?", "at sunrise"),
        (r"\b(?:8|9|1[0-2])(?::\d\d)? ?p\.?m\b\.?(?<!12pm)(?<!12 pm)", "at night"),
        (r"\bsun (?:is |was )?(?:just |slowly |barely )*(?:coming|comes?|came|peeking|peeks|creeping) (?:up|over)\b",
         "sunrise"),
        # Insisting denies nothing.
        (r"非(?=说|得说|要说|觉得|认为|讲)", ""),
        (r"(氛围感?|气氛|质感|仪式感|高级感|少女感|少女心|春天感|节日感)(?:直接)?(?:拉满|满满|爆棚|十足)", ""),
        # Light and water gather there; nobody swims in them.
        (r"\bpool(?:s|ed|ing)?(?= (?:at|around|on|in|beneath|under|across|over|through|behind) "
         r"(?:the|her|his|its|their|my|our|a)\b)(?<!a pool)(?<!the pool)(?<!ing pool)", "lies"),
        # A stone under a thing is what it stands on, not what it is made of.
        (rf"\bon (?:a |the )?((?:white|black|grey|dark) )?{_STONE}(?! ?(?:table|floor|desk|counter|bench|wall))\b",
         r"on a \1\2 table"),
    )
)  # fmt: skip


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: `two rows of three cats`, `three pairs of cats`, 两对猫: a product. Not of what is worn in pairs.
_ROWS = re.compile(rf"\b({NUMBER}) (?:rows|pairs|groups|lines|columns|sets) of ({NUMBER}) (?=\w+)", re.IGNORECASE)
_PAIRS = re.compile(
    rf"\b({NUMBER}) pairs of (?!(?:\w+ )?(?:shoe|boot|sock|glove|glass|jean|pant|trouser|short|ski|earring|scissor"
    r"|slipper|sandal|sneaker|mitten|hand|eye|wing))",
    re.IGNORECASE,
)
_IN_PAIRS = {"两": 4, "二": 4, "三": 6, "四": 8, "五": 10}
_CHINESE_PAIRS = re.compile("([两二三四五])对(?!情侣|夫妻|恋人|新人|母子|父子|母女|双胞胎)")


#: Whoever does one of those verbs, and which.
_DOES = re.compile(
    rf"\b(?P<who>(?:an?|one)(?: {_DOER}){{1,3}}|{_DETERMINER}(?: {_DOER}){{0,2}} (?P<last>{_DOER})) (?:"
    + "|".join(f"(?P<v{number}>{verb})" for number, (verb, _) in enumerate(_VERBS))
    + ")",
    re.IGNORECASE,
)
#: Those of the table that have no Chinese in them.
_ENGLISH = tuple(each for each in WORDINGS if not any(is_chinese(sign) for sign in each[0].pattern))


def _done(told: re.Match[str]) -> str:
    """The verb in another word, which is no thing."""
    if told["last"] and told["last"].lower() not in _ANIMATE:
        return told[0]
    return f"{told['who']} {_VERBS[int((told.lastgroup or 'v0')[1:])][1]}"


def _product(*numbers: str) -> str:
    found = 1
    for number in numbers:
        found *= int(number) if number.isdigit() else 1 + _NUMBERS.index(number.lower())
    return str(found)


def reworded(prompt: str) -> str:
    """The prompt with plain words in place of every set phrase of the table."""
    prompt = _ROWS.sub(lambda told: f"{_product(told[1], told[2])} ", prompt)
    prompt = _PAIRS.sub(lambda told: f"{_product(told[1], 'two')} ", prompt)
    prompt = _CHINESE_PAIRS.sub(lambda told: f"{_IN_PAIRS[told[1]]}只", prompt)
    prompt = _DOES.sub(_done, prompt)
    for said, plain in _ENGLISH if prompt.isascii() else WORDINGS:
        prompt = said.sub(plain, prompt)
    return prompt
