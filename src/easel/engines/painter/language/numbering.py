"""Clauses about how many: `double the cupcakes`, `two fewer`, 一共三盆, `four will do`."""

#: Numbers as words, and what Chinese counts with.
FEW, UNITS = "一两二三四五六七八九十", "个只条张把朵棵座辆顶匹头位盏盆本支根杯块艘架颗片枝名尾瓶碗串副件份"
COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a single|a couple|a dozen|half a dozen"
    r"|\d{1,2})"
)
_THEM = r"(?: of)?(?: the| them| those| these)?"
_LEFT = (
    r"(?:flew|ran|swam|walked|hopped|went|drove|sailed|rolled|popped|burst|died|wilted|left|melted|escaped|got away"
    r"|got eaten|were eaten|was eaten|fell|sank|broke)"
)
_SPENT = r"(?:ate|have eaten|sold|have sold|gave away|lost|broke|took|drank|popped|picked|used|used up|dropped)"
_GONE = (
    "减少|减掉|减去|减|去掉|拿走|拿掉|取走|删掉|删去|删了|撤掉|撤走|搬走|吃掉|吃了|喝掉|喝了|飞走|飞了|跑了|跑走|破了|爆了|"
    "游走|开走|卖掉|卖了|送人|送走|砍掉|走了|摘掉|摘了|扔掉|牵走"
)
#: Factors by the words for them.
FACTORS = {
    "double": 2.0, "twice": 2.0, "two times": 2.0, "triple": 3.0, "three times": 3.0, "thrice": 3.0, "treble": 3.0,
    "quadruple": 4.0, "four times": 4.0, "halve": 0.5, "half": 0.5,
    **dict.fromkeys("翻倍 翻一番 翻一倍 加倍 加一倍 翻番 多一倍 增加一倍".split(), 2.0),
    **dict.fromkeys("减半 减一半 减少一半 少一半 砍半 去掉一半 砍掉一半".split(), 0.5),
}  # fmt: skip
_FACTOR = "|".join(sorted(FACTORS, key=len, reverse=True))
#: Verb and pattern, as in `clauses.py`.
NUMBERS = (
    ("times", r"(?P<new>double|triple|treble|quadruple|halve) (?:the (?:number|amount) of )?(?P<old>.+)"),
    (
        "times",
        rf"(?:make it |draw |add |have |with )?(?P<new>{_FACTOR}) (?:as many|the number of|the amount of)(?P<old>.*)",
    ),
    ("times", rf"(?:把|将|让)?(?P<old>.*?)的?(?:数量|数目|个数)?都?(?P<new>{_FACTOR})"),
    (
        "total",
        rf"(?:so |that s |that makes |that would be |making |for |to make |which makes |there should be )*"
        rf"(?P<new>{COUNT}) ?(?P<old>.*?) ?(?:in total|in all|altogether|total|all together|overall)",
    ),
    ("total", rf"(?:一共|总共|共|凑成|凑够|凑满|凑|加起来)(?:要|是|有|画)?(?P<new>[{FEW}\d]+[{UNITS}])(?P<old>.*)"),
    (
        "count",
        rf"(?:there (?:should|must|have to|has to|ought to|need to) be|make (?:it|that|them)|it should be|i said"
        rf"|they should be|i need|i want|we need) (?P<new>{COUNT})(?: of (?:them|those|it|these))?",
    ),
    (
        "count",
        rf"(?:just |only |i only need |we only need )?(?P<new>{COUNT})(?: (?P<old>.+?))? (?:(?:is|are|would be|will be)"
        rf" (?:quite |more than )?(?:enough|plenty|sufficient|fine)|will do|would do|will suffice|ought to do)",
    ),
    (
        "count",
        rf"(?P<old>[^留]*?)(?:要|有|画|来|放)?(?P<new>[{FEW}\d]+[{UNITS}])(?P<more>.*?)(?:就够|就好|就行|即可|就可以|足够|够)了?",
    ),
    ("keep", r"(?P<old>.+?) (?:(?:is|are|would be|will be) (?:quite )?(?:enough|plenty|sufficient)|will do|would do)"),
    (
        "more",
        rf"(?:add |draw |hang |put |give (?:me|us) )?(?P<new>{COUNT} (?:more|extra|additional|others)(?: .+)?)",
    ),
    ("more", rf"(?P<old>.*?)(?:再|还)?多(?:加|画|挂|放|摆|添|种|要|点|来)?(?P<new>[{FEW}\d][{UNITS}].*)"),
    ("fewer", rf"take (?P<new>{COUNT}|an?){_THEM}(?P<old>.*?) (?:away|out|off)"),
    (
        "fewer",
        rf"(?:remove|delete|erase|take away|take out|take|drop|lose|cut|get rid of) (?P<new>{COUNT}){_THEM}(?P<old>.*)",
    ),
    ("fewer", rf"(?P<new>{COUNT})(?P<old>.*?) ?(?:less|fewer)(?: .+)?"),
    ("fewer", rf"(?P<new>{COUNT}){_THEM}(?P<old>.*?) (?:has |have )?{_LEFT}(?: away| off| home| out)?"),
    ("fewer", rf"(?:i|we|he|she|they|somebody|someone) (?:already |just )?{_SPENT} (?P<new>{COUNT}){_THEM}(?P<old>.*)"),
    (
        "fewer",
        rf"(?P<old>.*?)(?:被.{{0,3}})?(?:(?<![还缺不])少|{_GONE})[了画]?(?P<new>[{FEW}\d])[{UNITS}](?P<more>.*)",
    ),
)  # fmt: skip
