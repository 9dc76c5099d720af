"""Set phrases whose words say something else one by one, told anew before the words are read.

一篮草莓 is no single strawberry, 堆雪人 no heap of snowmen, a wedding couple no couple at a wedding.
"""

import re

_STONE = "(marble|wood|slate|concrete|granite)"
#: What is said, and the same in plain words.
WORDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said, re.IGNORECASE), plain)
    for said, plain in (
        (r"\b(?:an? |the )?(?:wedding couple|bride and groom|newly-?weds|newlywed couple)\b(?! kiss)",
         "a bride and a groom"),
        (r"新郎新娘|新婚夫妇|新婚夫妻|一对新人", "一位新郎和一位新娘"),
        # Who is no person surfs on a board that is told.
        (r"\b(dogs?|cats?|pupp(?:y|ies)|kittens?|corgi|panda|penguin|bear|koala|monkey|pig|rabbit|dinosaur|cow|sheep)"
         r" surf(?:ing|s)\b(?: on)?(?: an?| the)?(?: big| huge| giant)?(?: waves?)?", r"\1 on a surfboard"),
        (r"(狗|猫|犬|柯基|熊猫|企鹅|熊|考拉|猴子|猪|兔子|恐龙|牛|羊)(?:在)?(?:海上|海里)?冲浪", r"\1站在冲浪板上"),
        (r"\b(?:cos[yi]y? |cozy )?reading (?:nook|corner)\b", "cozy living room with an armchair and a bookshelf"),
        # What a boxer stands in is nothing to wear.
        (r"\bin (?:a|the) (?:boxing )?ring\b", "with gloves"),
        (r"(?:荡|打|玩)着?秋千", "坐在秋千上"),
        (r"堆着?(?:了|起)?(?=[一两二三四五六]个?大?小?雪人)", "，"),
        (r"堆着?(?:了|起)?(?:大|小)?雪人", "，一个雪人"),
        (r"(?:一|满满?一|一大|一小)篮子?(?:的)?(?=\w)", "篮子里的五个"),
        # A stone under a thing is what it stands on, not what it is made of.
        (rf"\bon (?:a |the )?((?:white|black|grey|dark) )?{_STONE}(?! ?(?:table|floor|desk|counter|bench|wall))\b",
         r"on a \1\2 table"),
    )
)  # fmt: skip


def reworded(prompt: str) -> str:
    """The prompt with plain words in place of every set phrase of the table."""
    for said, plain in WORDINGS:
        prompt = said.sub(plain, prompt)
    return prompt
