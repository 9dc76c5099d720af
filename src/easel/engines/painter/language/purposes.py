"""Who asks, and what for: `a poster for my shop`, `my son wants a whale`, 送给妈妈的贺卡.

None of that is in the picture.
"""

from collections.abc import Sequence

from easel.engines.painter.language.grammar import IN_PHRASE, REACH, is_noun, left_out, role_at, text_at
from easel.engines.painter.language.tokens import Token

#: Who made or gave something, behind which the thing is all that is painted.
MADE = frozenset(
    "drew draws made makes painted built bought gave took designed found knitted baked brought wanted sent loves likes "
    "画 做 做的 买 送 织 拍 拍的 造 折 写 种 给 要 捡 送给我 买给我 画给我".split()
)
#: What pictures are made as: `for a coffee shop` behind them says who uses it.
FORMATS = frozenset(
    "poster card logo cover wallpaper icon sticker banner invite invitation illustration illustrations picture image "
    "pic photo print design flyer sign mural page avatar mascot asset painting drawing art artwork post ad thumbnail "
    "header listing worksheet calendar label brochure leaflet postcard template menu sprite emblem badge one something "
    "greeting graphic graphics badge advert visual background set sketch clipart decoration".split()
)
CHINESE_FORMATS = tuple(
    "海报 宣传 传单 招牌 菜单 名片 横幅 封面 官网 公众号 头图 配图 贺卡 "
    "请柬 邀请函 展板 素材 包装 标签 广告 易拉宝 主图 网站 挂画 日历 卡片 明信片 优惠券 开业 logo 图标 促销".split()
)
#: Where pictures are used to sell something.
TRADES = frozenset({"shop", "cafe", "market", "office", "hotel", "convenience-store", "bank", "hospital", "school"})
MINE = frozenset({"my", "our", "his", "her", "their", "your"})
#: What `for` names behind its noun when a picture is used there, whoever's it is.
USES = frozenset(
    "blog website instagram presentation class classroom school work kids children homework shop store newsletter "
    "restaurant party birthday christmas halloween easter him her them me us".split()
)
#: Roles of words that a purpose may consist of.
PURPOSE = IN_PHRASE | frozenset(
    "person people animal plant building vehicle food furniture object icon setting backdrop unknown garment time "
    "season part accessory mood style num style".split()
)
#: Roles of what makes a picture without any thing.
SHOWN = frozenset({"setting", "backdrop", "time", "weather", "season", "sky", "festival"})
#: What is sold is in the picture that is made for it.
PRODUCTS = frozenset({"food", "plant"})
#: Words that begin a wish, where a purpose ends.
WISHES = frozenset(
    "i we could can would you please draw paint make show give me he she it they let do how what".split()
)
#: What somebody does who asks for a picture.
WANTS = frozenset(
    "wants want wanted loves love likes like adores needs need asked asks says say said insists turns collects "
    "thinks requested demands dreams keeps believes".split()
)
#: Words that stand before such a verb.
BE = frozenset({"is", "s", "was", "are", "will", "has", "really", "just", "who", "absolutely", "always", "still"})
BEING = frozenset({"turning", "obsessed", "crazy", "fond", "asking", "begging", "learning", "mad", "into"})
#: First words of a clause about whoever asks.
SELF = (
    ("i", "run"), ("i", "own"), ("i", "m", "a"), ("i", "am", "a"), ("i", "m", "an"), ("i", "am", "an"), ("i", "sell"),
    ("i", "teach"), ("i", "work"), ("i", "manage"), ("we", "run"), ("we", "own"), ("we", "sell"), ("we", "are", "a"),
    ("we", "re", "a"), ("we", "are", "an"), ("i", "have", "a", "shop"), ("i", "m", "making"), ("i", "m", "writing"),
    ("i", "m", "designing"), ("i", "m", "opening"), ("i", "m", "working"), ("i", "m", "running"),
)  # fmt: skip
#: What all of them begin with.
SELF_BEGINS = ("i", "we")
I_AM = frozenset({"是", "开"})
#: Chinese verbs of asking, and what follows 给 and its noun where a picture is made for somebody.
ASKS = frozenset(
    "想要 要 想 喜欢 爱 说 让 让我 叫 叫我 要求 觉得 布置 求 吵 闹 非要 需要 最爱 特别喜欢 最喜欢 迷上".split()
)
USED = frozenset("用 看 做 做的 画 画的 买 买的 当 配 准备 设计 写 写的 做一 画一 定制 看的 用的 准备的 挑".split())
BEFORE_GIVEN = frozenset({"skip", "of", "num", "measure", "setting"})
GIVEN = frozenset({"送给", "献给", "送", "发给", "寄给"})


def without_purposes(tokens: list[Token]) -> list[Token]:
    """The tokens without what tells of whoever asks and of the picture's use."""
    return _without_shops(_without_gifts(_without_uses(_without_askers(_without_selves(_without_makers(tokens))))))


def _without_shops(tokens: list[Token]) -> list[Token]:
    """花店海报, `coffee shop logo`: the shop that uses a picture is not in it, where something else is."""
    kept = [token for index, token in enumerate(tokens) if not _advertises(tokens, index)]
    return kept if any(is_noun(token) for token in kept) else tokens


def _advertises(tokens: Sequence[Token], index: int) -> bool:
    entry, following = tokens[index].entry, text_at(tokens, index + 1)
    trades = entry is not None and any(effect.value in TRADES for effect in entry.effects)
    # `office background` is where somebody stands, not what the picture is used for.
    made_as = following.split(" ")[-1] in FORMATS - {"background"}
    return trades and (following.startswith(CHINESE_FORMATS) or made_as)


def _without_makers(tokens: list[Token]) -> list[Token]:
    """`the bus my son drew`, 小朋友画的太阳花, `a child's drawing`: who made it is not in the picture."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if token.role in ("person", "people") and _is_manner(tokens, index):
            continue
        verb = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.role == "person" and verb is not None and verb.text in MADE:
            behind = next((t for t in reversed(kept) if t.role != "skip"), None)
            english = not token.chinese and behind is not None and is_noun(behind)
            chinese = token.chinese and (verb.text.endswith("的") or role_at(tokens, index + 2) == "of")
            if english or (chinese and (behind is None or behind.role in ("stop", "num", "measure", "the"))):
                continue
        kept.append(token)
    return kept


def _is_manner(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody only says in whose manner a picture is: `children's book illustration`, `kids' cartoon`."""
    ahead = index + 1
    while text_at(tokens, ahead) in ("s", "book", "room", "story", "style") or text_at(tokens, ahead) in FORMATS:
        ahead += 1
    owned = tokens[index].plural or tokens[index].role == "people" or text_at(tokens, index + 1) == "s"
    named = ahead > index + 1 and text_at(tokens, ahead - 1) in FORMATS
    return not tokens[index].chinese and owned and (role_at(tokens, ahead) == "style" or named)


def _without_selves(tokens: list[Token]) -> list[Token]:
    """`I run a flower shop and I'd like a poster`, 我是一名老师: up to the next clause it is about whoever asks."""
    kept: list[Token] = []
    index = 0
    words = [token.text for token in tokens]
    while index < len(tokens):
        english = words[index].startswith(SELF_BEGINS) and any(
            tuple(" ".join(words[index : index + 4]).split()[: len(said)]) == said for said in SELF
        )
        chinese = words[index] == "我" and role_at(tokens, index - 1) == "stop" and text_at(tokens, index + 1) in I_AM
        if english or chinese:
            while index < len(tokens) and tokens[index].role != "stop" and words[index] not in ("and", "but", "so"):
                index += 1
            continue
        kept.append(tokens[index])
        index += 1
    return kept


def _without_askers(tokens: list[Token]) -> list[Token]:
    """`my son wants a whale`, `she's obsessed with owls`, 女儿非要一只兔子: who asks is not in the picture."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if token.role in ("person", "people") and _asks(tokens, index):
            while kept and (kept[-1].role in ("num", "measure") or kept[-1].text in MINE):
                kept.pop()
            continue
        kept.append(token)
    return kept


def _asks(tokens: Sequence[Token], index: int) -> bool:
    before = index - 1
    if tokens[index].chinese:
        while role_at(tokens, before) in ("num", "measure") or text_at(tokens, before) in ("我", "我家", "我们", "家"):
            before -= 1
        ahead = index + 1
        while text_at(tokens, ahead) in ("特别", "非常", "最", "很", "一直", "非", "就", "总", "们", "都", "今天"):
            ahead += 1
        wants = text_at(tokens, ahead) in ASKS and role_at(tokens, before) == "stop"
        return wants and text_at(tokens, ahead + 1) not in ("吃", "喝", "着")
    mine = text_at(tokens, before) in MINE
    ahead = index + 1
    while text_at(tokens, ahead) in BE:
        ahead += 1
    said = text_at(tokens, ahead)
    return mine and (said in WANTS or (said in BEING and ahead > index + 1))


def _without_uses(tokens: list[Token]) -> list[Token]:
    """`a card for my grandma`, `logo for a bakery`, `For the menu: …`: the picture's use is not in it."""
    kept = left_out(tokens, lambda index, _: _use(tokens, index) if tokens[index].text == "for" else None)
    # `product picture for a blue teapot` names what it shows as if it were its use.
    return kept if any(is_noun(token) or token.role in SHOWN for token in kept) else tokens


def _use(tokens: Sequence[Token], index: int) -> int | None:
    """Where the use that `for` at `index` tells of ends; None where it tells of none."""
    end = index + 1
    while end < min(len(tokens), index + REACH) and tokens[end].text.split(" ")[0] not in WISHES:
        if tokens[end].role not in PURPOSE and tokens[end].text not in ("of", "s"):
            break
        if tokens[end].text.isdigit() and end > index + 2:
            # `for a worksheet - 2 buses`
            break
        end += 1
    said = [token.text for token in tokens[index + 1 : end]]
    if not said:
        return None
    before = next((t for t in reversed(tokens[:index]) if t.role not in ("skip",) or t.text in FORMATS), None)
    first = index == 0 or tokens[index - 1].role == "stop"
    opening = first and role_at(tokens, end) == "stop" and end < len(tokens) and index == 0
    made = before is not None and before.text.split(" ")[-1] in FORMATS
    own = any(word in MINE for word in said) or said[-1] in USES or (first and index > 0)
    sold = tokens[end - 1].role in PRODUCTS or (tokens[end - 1].role == "object" and "our" in said)
    if made and own and sold and said[-1] not in USES:
        # `banner for our candle` shows the candle.
        return None
    animal = own and not first and before is not None and is_noun(before) and tokens[end - 1].role == "animal"
    return end if (opening or made or own) and not animal else None


def _without_gifts(tokens: list[Token]) -> list[Token]:
    """送给妈妈的贺卡, 给儿子的房间做壁画, 给小朋友看的插图: whoever gets it is not in the picture."""
    return left_out(tokens, lambda index, kept: _gift(tokens, index, kept))


def _gift(tokens: Sequence[Token], index: int, before: Sequence[Token]) -> int | None:
    """Where what is said of whoever gets the picture ends; None where nothing is."""
    word = tokens[index].text
    if not (word in GIVEN or word == "给"):
        return None
    end = index + 1
    while end < min(len(tokens), index + REACH) and (tokens[end].role in BEFORE_GIVEN or is_noun(tokens[end])):
        if tokens[end].text in USED:
            break
        end += 1
    named = [token for token in tokens[index + 1 : end] if is_noun(token)]
    if not named or named[0].role not in ("person", "people"):
        return None
    acting = any(token.role in ("person", "people", "animal") for token in _clause(before))
    if acting:
        return None
    if word == "给":
        return end if text_at(tokens, end) in USED else None
    last = max(i for i in range(index + 1, end) if tokens[i] is named[0])
    return last + 1


def _clause(before: Sequence[Token]) -> list[Token]:
    """The tokens since the last stop."""
    start = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].role == "stop"), 0)
    return list(before[start:])
