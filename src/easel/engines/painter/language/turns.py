"""Turns of phrase that name a manner, a colour or a dish by words for other things; `wordings` reads them anew."""

from easel.engines.painter.language.called import COLOUR

TONED = f"((?:light |dark |pale |deep |bright )?{COLOUR})"
NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_DRAWN_FLAT = "(?:logos?|icons?|emblem|posters?|illustration|vector|wallpaper|stickers?|cover|badge)"
_POURED = "(?:wine|champagne|prosecco|whisk(?:e)?y|cocktails?|liquor)"
_FRUIT = (
    "(?:strawberries|cherries|blueberries|raspberries|apples|oranges|peaches|lemons|limes|grapes|tomatoes|eggs|plums|pears"
    "|lychees|mangoes|nuts|candy|candies)"
)
#: Patterns, and the plain words in their place.
TURNS = (
    # Design by little is a manner of drawing for what is drawn flat, and says nothing of rooms and photographs.
    (rf"\bminimal(?:ist|ism|istic)?\b(?=[^.]*\b{_DRAWN_FLAT}\b)", "flat design"),
    (rf"\b({_DRAWN_FLAT})\b([^.]*?)\bminimal(?:ist|ism|istic)?\b", r"\1\2flat design"),
    (r"\bminimal(?:ist|ism|istic)?\b(?! background)", ""),
    (r"极简(?:主义|风格?)?(?=[^。]*(?:标志|图标|海报|插画|logo|壁纸|封面))|(?<=标志，)极简(?:主义|风格?)?|(?<=logo，)极简(?:主义|风格?)?",
     "扁平化"),
    (r"极简(?:主义)?(?:的|风格的?|风)?"
     r"|新中式(?:风格)?的?(?=[^，。]{0,6}(?:书房|客厅|卧室|茶室|餐厅|别墅|庭院|装修|家具|沙发|建筑|房))", ""),
    (r"\bgothic(?:[ -]style)? (?=(?:\w+ )?(?:cathedral|church|chapel|castle|abbey|tower|building|mansion|interior"
     r"|architecture|hall)\b)", ""),
    # Windows of a church are no manner of drawing.
    (r"\bstained[ -]glass (?=windows?\b)(?=.*\b(?:interior|cathedral|church|chapel|nave|abbey)\b)", ""),
    (r"(\b(?:interior|cathedral|church|chapel|nave|abbey)\b.*)\bstained[ -]glass (?=windows?\b)", r"\1"),
    # Pale, and of one colour behind everything.
    (r"\bpastel (?=(?:blue|green|pink|purple|yellow|orange)\b)", "light "),
    (rf"\b{TONED} (?:studio|seamless|solid|plain|gradient|paper) (?=background|backdrop)", r"\1 "),
    # A face that is smiling belongs to whatever has it.
    (r"\bwith (?:an? )?(?:cute |happy |little |big )*(?:smiling|happy|smiley|cute) face\b", "smiling"),
    # What falls from cherry trees is petals.
    (r"\b(?:falling|drifting|floating|flying) (?:cherry|sakura) (?:blossoms?|petals)\b"
     r"|\b(?:cherry|sakura) blossoms? (?:are )?(?:falling|drifting|floating|flying|swirling)\b",
     "a cherry tree and pink scattered petals"),
    (r"樱花(?:飘落|飞舞|纷飞|飘舞|飘散|飘零|漫天飞舞)", "樱花树，粉色的散落的花瓣"),
    (r"(?:木质|木制|竹制|竹编|竹|小)?蒸笼里?(?=[，。、]|$)", "桌上"),
    # Who pours something pours it, whatever the weather.
    (r"\bpouring (?=(?:an? |the |some |hot |fresh |steamed )*(?:milk|latte|coffee|tea|wine|beer)\b)", "with "),
    # Beside wine there are glasses to drink from.
    (rf"\b({NUMBER}|some) glasses\b(?! of)(?=.*\b{_POURED}\b)", r"\1 wine glasses"),
    (rf"(\b{_POURED}\b.*\b(?:{NUMBER}|some)) glasses\b(?! of)", r"\1 wine glasses"),
    # Of fruit there is more than the bowl's fill says.
    (rf"\bbowl (?:full )?of ((?:fresh |ripe |red |juicy )*{_FRUIT})\b", r"bowl with six \1"),
    (r"一[大小]?[碗]的?(新鲜的?)?(草莓|樱桃|蓝莓|苹果|橙子|橘子|桃子|葡萄|荔枝|番茄|鸡蛋)", r"一个瓷碗里有五个\2"),
    # A drink comes in its glass.
    (r"\b(smoothie|juice|lemonade|milkshake|iced tea|iced coffee|cocktail|latte|cappuccino|bubble tea) in an? "
     r"(?:(?:tall|clear|glass|mason|plastic|paper|ceramic|takeaway|white) )*(?:glass|jar|cup|mug|bottle|tumbler)\b",
     r"\1"),
    # Who rises from flames is aflame anyway.
    (r"\b(phoenix)(?: (?:that is|is))? (?:rising|rises|reborn|emerging|soaring) from (?:the |its |its own )?"
     r"(?:flames|ashes|fire)\b", r"flying \1"),
    (r"一[块角]蛋糕", "一块切块蛋糕"),
    # Ice that one stands on is the place; grass that one walks through is a meadow; leaves that fall are the season.
    (r"\b(?:melting|thin|broken|cracking|floating|drifting) ice\b", "ice"),
    (r"\b(?:through|in|among) (?:the )?(?:tall|high|long) grass\b", "in a meadow"),
    (r"(?:\b(?:with|and) |, ?)(?:(?:bright|red|golden|orange|yellow|fallen|falling|colou?rful) )*"
     r"(?:maple|autumn|fall) leaves\b(?! (?:pattern|wreath|print))", ", autumn"),
    # Who is up there flies.
    (r"(天空?[上中里]|空中)(?:有|出现了?|是)?(?=[一两二三四五几]\w?[只条头匹艘架])", r"\1飞着"),
)  # fmt: skip
