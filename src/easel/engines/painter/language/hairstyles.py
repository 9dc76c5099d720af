"""Hair and beards told in one breath: `long wavy red hair` is red hair and wavy hair, 红色长发 is 红发 and 长发.

A bun in the hair is nothing to eat.
"""

import re

_SHADE = r"(?:light |dark |pale |deep |bright |ash |strawberry |jet |fiery |platinum |honey |golden |rich |chestnut )?"
_COLOUR = (
    rf"({_SHADE}(?:blonde?|red|ginger|auburn|black|brown|brunette|white|silver|gr[ea]y|pink|blue|green|purple|golden))"
)
_CUT = r"(?:long|short|(?:shoulder|waist|chin)[- ]length|flowing|straight|sleek|wavy|curly|spiky|braided|cropped)"
_AIR = r"(?:thick|silky|shiny|glossy|beautiful|messy|tousled|windswept|lush|fluffy|voluminous|loose|soft)"
_ENGLISH = re.compile(
    rf"\b((?:(?:very |{_AIR},? )*{_CUT},? (?:and )?(?:{_AIR},? )*)+){_COLOUR}[- ]hair(ed)?\b", re.IGNORECASE
)
#: Cuts by the word that says most, and the words that the tables have for them.
_CUTS = (
    ("curly", "curly hair"), ("wavy", "wavy hair"), ("braided", "braids"), ("spiky", "spiky hair"),
    ("cropped", "short hair"), ("short", "short hair"), ("chin", "bob haircut"), ("", "long hair"),
)  # fmt: skip
_WORN_UP = re.compile(
    r"\bhair,? (?:is |was )?(?:(?:tied|put|pulled|worn|done|swept|gathered|styled) )?(?:up |back )*in(?:to)? "
    r"(?:an? |her |his |two )?(?:(?:high|low|messy|loose|neat|long|tight|elegant|side|french) )*"
    r"(buns?|ponytail|braids?|plaits?|pigtails|twin tails|updo|top ?knot|curls)\b",
    re.IGNORECASE,
)
_NAMES = {"bun": "hair bun", "buns": "hair bun", "topknot": "top knot", "plait": "braid", "plaits": "braids"}
_BOTH = re.compile(
    r"\b(beard),? and (?:an? )?(?:thick |bushy )?mou?stache\b|\bmou?stache and (?:an? )?(beard)\b", re.IGNORECASE
)
_BEARD = re.compile(r"\blong (?:(?:flowing|bushy|thick) )?(white|gr[ea]y|silver) beard\b", re.IGNORECASE)
FRINGE = re.compile(r"\b(?:bangs|fringe)\b", re.IGNORECASE)
_HUE = "(红|金|黑|白|银|棕|粉|蓝|绿|紫|灰|褐)"
_CHINESE = re.compile(
    rf"(?:{_HUE}色?的?|乌黑的?|金黄色?的?|[深浅]棕色?的?)"
    "(大?波浪的?|卷曲的?|微卷的?|柔顺的?|飘逸的?|蓬松的?)?(长|短|中长|齐肩|披肩|及腰)?(卷|直|波浪)?(?:的)?(?:头发|秀发|发)(?![型饰夹带箍])"
)  # fmt: skip


def on_heads(prompt: str) -> str:
    """The prompt with colour and cut of hair told apart, and what hair is tied into told as hair."""
    prompt = _BEARD.sub(r"long beard and \1 hair", _BOTH.sub(lambda match: match[1] or match[2], prompt))
    prompt = _WORN_UP.sub(lambda match: "hair, " + _NAMES.get(match[1].lower(), match[1].lower()), prompt)
    prompt = _ENGLISH.sub(_in_two, prompt)
    return prompt if prompt.isascii() else _CHINESE.sub(_apart, prompt)


def _in_two(match: re.Match[str]) -> str:
    if FRINGE.search(match.string):
        # Bangs are long hair with a fringe.
        return f"{match[2]} hair{match[3] or ''}"
    cut = next(plain for word, plain in _CUTS if word in match[1].lower())
    if match[3]:
        # `a long red haired woman`
        return f"{match[2]} haired {cut.removesuffix(' hair')} haired" if cut.endswith(" hair") else match[0]
    return f"{match[2]} hair and {cut}"


def _apart(match: re.Match[str]) -> str:
    hue = match[1] or next(sign for sign in "黑金棕" if sign in match[0])
    waved = (match[2] or "") + (match[4] or "")
    if not (waved or match[3]):
        return match[0]
    cut = "大波浪" if "波浪" in waved else "卷发" if "卷" in waved else "短发" if match[3] == "短" else "长发"
    return hue + "发" + cut
