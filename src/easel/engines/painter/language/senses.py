"""Words that mean something else where they stand: a medieval tavern is no manuscript, before a school is not in class.

Patterns and plain words for them, told anew before the words are read (`wordings.py`).
"""

_MANNER = (
    "manuscript|style|art|painting|illumination|illustration|tapestry|mural|fresco|picture|drawing|script|letter|font"
    "|town|village|city|castle|map|themed|fantasy"
)
_NEAR = "(?:in front of|outside(?: of)?|next to|near|across from|past|behind)"
_DAY = "(?!十五|十六|初|[亮光球饼色圆相牙夜饼子台白])"
_GAMES = ("table tennis", "tennis", "badminton", "basketball", "football", "soccer", "volleyball", "chess")
_NOBODY = r"^(?!.*\b(?:man|men|woman|women|boys?|girls?|people|players?|kids?|children|friends|students|teams?)\b)"
_UNPLAYED = "(?<!play )(?<!plays )(?<!playing )"
_CHINESE_NOBODY = "^(?!.*(?:人|孩|员|手|生|男|女|们|队))"


def _months(names: str, season: str) -> tuple[str, str]:
    return (
        rf"(?<![十第个\d一二三四五六七八九]){names}月(?:份|初|末|底|中旬|上旬|下旬)?{_DAY}(?:[一二三四五六七八九]日?(?![一-龥]))?",
        season,
    )


SENSES = (
    # Of its time, and no manuscript.
    (rf"\b(?:medieval|gothic)(?:[ -]style)? (?=(?!{_MANNER})[a-z])", ""),
    (r"中世纪的?(?!风格|小镇|城市|手抄本|绘画|风|插画|村庄|城堡|地图|泥金)(?=[\u4e00-\u9fff])", ""),
    (r"哥特(?:式|风格?)?的?(?=洛丽塔|萝莉|少女|教堂|建筑|城堡|裙|连衣裙|礼服)", ""),
    # Outside of what its name means the inside of.
    (rf"\b({_NEAR} )((?:an?|the|his|her|their|our) )?school\b(?! (?:bus|bag|desk|building|yard|gate|uniform|field))",
     r"\1\2primary school"),
    (rf"\b({_NEAR} )((?:an?|the) )?hospital\b(?! (?:building|bed|room|ward))", r"\1\2hospital building"),
    (r"医院(?=门口|门前|门外|外面|大门)", "医院大楼"),
    (r"(?<=在)药[房店](?=里?[配卖抓买工])", "药房里"),
    # A game is played by somebody; a ball that a player has is that of the game.
    *((rf"{_NOBODY}(.*?){_UNPLAYED}\b(?:an? |the )?{game} (?:match|game)\b", rf"\1two people playing {game}")
      for game in _GAMES),
    *((rf"{_CHINESE_NOBODY}(.*?){ball}(?:比赛|对决)", rf"\1两个人{verb}{ball}")
      for verb, balls in (("打", ("乒乓球", "羽毛球", "网球", "篮球", "排球")), ("踢", ("足球",))) for ball in balls),
    (r"(\b(?:player|man|woman|boy|girl|athlete|teenager)s?\b[^.]{0,60}?)\b(?:slam[- ])?dunk(?:s|ing)?"
     r"(?: (?:an?|the) (?:basket)?ball)?\b", r"\1playing basketball on a basketball court"),
    (r"([员人孩手生][^。]{0,40}?)(?:扣篮|灌篮)(?!高手)", r"\1在篮球场打篮球"),
    (r"\b((?:goal ?keeper|footballer|striker|soccer player)\b.{0,60}?)\bthe ball\b", r"\1a soccer ball"),
    # What is in a port is no bird; what is broken there is no fence.
    (r"\b((?:harbou?r|port|docks?|shipyard|construction site|container ship|cargo ship)\b[^.]{0,60}?)"
     r"\bcranes?\b(?! flying)",
     r"\1construction crane"),
    (r",? ?\bbreaking (?:through )?the sound barrier\b", ""),
    # Months are seasons.
    _months("[三四五]", "春天"), _months("[六七八]", "夏天"), _months("(?:九|十一?)", "秋天"),
    _months("(?:十二)", "冬天"),
    (r"\bin (?:early |late |mid-?)?(?:march|april)\b", "in spring"),
    (r"\bin (?:early |late |mid-?)?(?:june|july|august)\b", "in summer"),
    (r"\bin (?:early |late |mid-?)?(?:october|november)\b", "in autumn"),
    (r"\bin (?:early |late |mid-?)?(?:december|january|february)\b", "in winter"),
    # Things told by a word that is a manner, or a part, elsewhere.
    (r"\b(with|holding|carrying|using|shining) (an?|the|his|her|their) flashlight\b", r"\1 \2 hand torch"),
    (r"\bon the sill\b", "on the windowsill"),
    (r"(?<![坐站躺趴蹲])在屋顶上?(?=[看喝乘晒])", "在天台"),
    (r"树叶(?=上)", "叶片"),
    (r"\bdual monitors\b", "two monitors"),
)  # fmt: skip
