"""Clauses beside the wish: who is meant, what stays as it is, where things are not, and bare requests."""

_PLACE = r"(?:beside|next to|on|under|behind|above|in|at|near|by|below|inside|in front of|to the (?:left|right) of)"
#: Verb and pattern, as in `clauses.py`. `mean` says what a pronoun stood for; those of `stay` ask for nothing.
ASIDES = (
    ("mean", r"(?P<old>(?:the|his|her|its|their) .+?) (?:i mean|i meant|that is|of course)"),
    ("mean", r"(?:i mean|i meant|i m talking about|i am talking about|talking about|meaning) (?P<old>the .+)"),
    ("mean", r"(?:我说的是|我是说|我是指|说的是|指的是|我指的是|我指)(?P<old>.+)"),
    (
        "stay",
        r"(?:leave|keep|don t touch|don t change|do not touch|do not change) (?!only|just)"
        r"(?P<old>(?:the|his|her|its|their|it|him|them|everything|all|both)\b.*?)(?<! only)(?<! nothing else)",
    ),
    ("stay", rf"not {_PLACE} (?P<old>.+)"),
    (
        "stay",
        r"(?P<old>.+?)(?:别动|不动|不用动|不要动|不变|别变|保持不变|保持原样|照旧|不用变|不用改|别改)",
    ),
    ("stay", r"(?P<old>[^只就仅光单]+?)(?:留着|留下|得留|要留|保留)"),
    ("stay", r"(?:别|不要)动(?P<old>.+)"),
    ("stay", r".{0,6}(?:别|不)(?:停|站|坐|躺|趴|睡|待|呆)?在(?P<old>.+)"),
    ("stay", r"(?:change|fix|swap|switch|try|correct|adjust) (?:that|it|this)(?P<old>)"),
    ("stay", r"(?:改|换|调|试)(?:一下|一改|一换|试)(?:.{1,6}的?颜色)?(?:看看|看)?(?P<old>)"),
)  # fmt: skip
