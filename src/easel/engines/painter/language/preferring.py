"""Clauses that compare or exchange: `red suits the kite better`, 猫还是黑色好看, `swap their places`."""

from easel.engines.painter.language.called import CHINESE_COLOUR

_WHAT = r"colou?rs?|places?|positions?|sides?|seats?|spots?"
_BETTER = "(?:better|nicer|best|good|great)"
_EXCHANGE = "swap|switch|exchange|trade|flip|invert"
#: Verb and pattern, as in `clauses.py`.
SWAPS = (
    (
        "swap",
        rf"(?:{_EXCHANGE}|reverse) (?:the |their )?(?P<new>{_WHAT})(?: (?:of|between|for))? ?(?P<old>.*)",
    ),
    ("swap", rf"(?:have |let |make )?(?P<old>.+? and .+?) (?:should )?(?:{_EXCHANGE}|change) (?P<new>{_WHAT})"),
    ("swap", r"(?:swap|switch) (?P<old>(?:the|both) .+? and (?:the )?.+?)(?: around| over)?(?P<new>)"),
    (
        "swap",
        r"(?:把|让|将|给)?(?P<old>.*?)(?:的)?(?P<new>颜色|位置|地方|座位)(?:互相)?"
        r"(?:互换|对调|交换|调换|换一下|换一换|调一下|对换|换过来|换换|反过来|调过来)(?:一下)?",
    ),
    (
        "swap",
        r"(?:把|让|将|给)?(?P<old>.*?)(?:互相)?(?:互换|对调|交换|调换|对换|换一下|换一换|换换|换个|换一个|换)(?:一下|下)?"
        r"(?P<new>位置|颜色|地方|座位)(?<!换个颜色)",
    ),
    ("swap", r"(?:swap|switch) (?:them|both|(?:those|these|the)(?: two)?)(?: around| over)?(?P<old>)(?P<new>)"),
    (
        "swap",
        r"(?:把|让|将)?(?:[它他她]们?)?[俩两]?个?(?:人|只|位)?(?:调过来|换过来|倒过来|调个个儿|调个头)(?:一下)?(?P<old>)(?P<new>)",
    ),
    (
        "swap",
        r"(?:the )?(?:other way (?:a?round)|reverse them|mirror (?:it|them|the two)|flip (?:it|them)(?: around)?"
        r"|swap(?: sides)?|they(?: should)? (?:swap|switch|trade|exchange)(?: (?:places|sides|positions|seats))?"
        r"|(?:it|they)(?: is|s| are| re)? the wrong way a?round)(?P<old>)(?P<new>)",
    ),
    (
        "swap",
        r"(?:swap|switch) (?:them|both|(?:those|these|the)(?: two)?) (?:a?round|over|places|sides)(?P<old>)(?P<new>)",
    ),
    (
        "swap",
        r"(?:把|将|让)?(?:[它他她这那]?们?[俩两]?(?:样|个|只|位|者|边)?)?左右(?:两边)?(?:互相)?"
        r"(?:互换|对调|调换|交换|换一下|换一换|换换|换过来|换|颠倒|反一下|反过来|反了|调过来|调一下)(?:一下|过来|了)?(?P<old>)(?P<new>)",
    ),
    (
        "swap",
        r"(?:(?:位置|[它他她]们?)?(?:站|放|画|摆)?反了|反过来|倒过来|颠倒一?下?|换个边|换边)(?P<old>)(?P<new>)",
    ),
    ("swap", r"(?:把|让|将)(?P<old>.+?[和与跟].+?)(?:互换|对调|调换|交换|对换)(?:一下)?(?P<new>)"),
)  # fmt: skip
#: What would look better in another colour.
PREFERENCES = (
    (
        "change",
        r"(?P<new>[a-z ]{3,24}?) (?:(?:would |might )?(?:suit|fit)s?"
        rf"|(?:would )?(?:look|work)s? {_BETTER} (?:on|for)|(?:is|would be) {_BETTER} (?:on|for)|goes better with)"
        r" (?P<old>.+?)(?: better| more| best)?",
    ),
    (
        "change",
        rf"(?P<old>(?:the|his|her|its) .+?) (?:would |might )?(?:look(?:s|ed)?|be) {_BETTER} (?:in |as )?(?P<new>.+)",
    ),
    (
        "use",
        r"(?P<new>.+?) (?:would be|is|are|would look|looks|works|would work|would fit) "
        r"(?:better|nicer|cooler|funnier|prettier|more \w+)(?: here| there)? than (?P<old>.+)",
    ),
    ("use", r"(?:i d |i would |we d )?(?:rather|sooner)(?: have| see| use)? (?P<new>.+?) than (?P<old>.+)"),
    ("use", r"(?:i d |i would |we d )?(?:prefer) (?P<new>.+?) (?:to|over) (?P<old>.+)"),
    ("use", r"(?:用|拿|以)(?P<new>.+?)(?:来)?(?:代替|替换|替代|取代|换掉|换下|换)(?P<old>.+)"),
    ("where", r"(?:in the place )?where (?P<old>.+?) (?:is|was|are|were|stands|sits)(?: now)?"),
    ("change", rf"(?P<new>{CHINESE_COLOUR})(?:会)?(?:更|比较|最|要)?(?:适合|配|衬)(?P<old>.+)"),
    (
        "change",
        rf"(?:还是|要是|换)(?P<new>{CHINESE_COLOUR})的(?P<old>.{{1,8}}?)(?:会|要)?(?:更|比较|最)?(?:好看|好|合适|漂亮|可爱|顺眼).*",
    ),
    (
        "change",
        rf"(?P<old>.{{1,8}}?)(?:还是|用|要是|如果是)?(?P<new>{CHINESE_COLOUR})的?(?:会|要)?(?:更|比较|最)?"
        r"(?:好看|好些|合适|漂亮|可爱|顺眼)(?:一些|一点|些|点|多了)?",
    ),
)  # fmt: skip
