"""Given names: `a dog named "Biscuit"`, 一只名叫“饼干”的小狗. What somebody is called is no thing in the picture.

The names of shops and brands stay: they might be written.
"""

import re

_QUOTED = "[\"“'‘]([^\"”'’\n]{1,30})[\"”'’]"
_SAID = r"(?:(?:that is |who is |is |was )?(?:named|nicknamed|called|by the name of)|(?:whose|his|her|its) name is)\s+"
#: A name in quotation marks or with a capital; behind `named` it may have neither.
_NAMED = re.compile(rf",? ?\b{_SAID}(?:{_QUOTED}|([A-Z][\w-]*(?: [A-Z][\w-]*)?)|(?<=named )([a-z]+))(?![\w-])")
_CALLED = re.compile(
    '(?:(?:它|他|她)?(?:的名字)?(?:名字)?(?:名叫|名为|取名叫?|起名叫?|叫做|叫作|叫|是)[“"「『‘]([^”"」』’\n]{1,10})[”"」』’]'
    "|(?:名叫|取名叫?|起名叫?|名字叫做?)([\u4e00-\u9fff]{1,4}?)(?=的|[，。,.；;]|$))的?"
)
_BUSINESS = re.compile(
    r"\b(?:shop|store|cafe|café|bakery|restaurant|bar|pub|hotel|brand|company|boutique|studio|magazine|book|movie|game"
    r"|app|band|product|perfume|drink|beer|wine)\s*$|(?:店|馆|厅|品牌|公司|产品|酒店|杂志|书|电影|游戏|品名)(?:的)?$",
    re.IGNORECASE,
)


def nameless(prompt: str) -> str:
    """The prompt without given names; where one is said again, it speaks of whoever has it."""
    for pattern, again in ((_NAMED, "it"), (_CALLED, "它")):
        kept = ""
        while (found := pattern.search(prompt)) is not None:
            before, rest = kept + prompt[: found.start()], prompt[found.end() :]
            if _BUSINESS.search(before):
                kept, prompt = before + found.group(), rest
                continue
            name = next(filter(None, found.groups()))
            said = rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)
            prompt = before + re.sub(said, again, rest)
            kept = ""
        prompt = kept + prompt
    return prompt
