"""Clauses that say what is wished for by who wishes it, what was forgotten, and what should be in the picture, too."""

#: Those who wish for something and are not in the picture.
KIN = (
    r"(?:kids?|child|children|daughters?|sons?|boss|clients?|customers?|teacher|mum|mom|mother|dad|father|wife|husband"
    r"|sisters?|brothers?|grandma|grandpa|granny|grandmother|grandfather|friends?|team|editor|neighbou?rs?|nephew"
    r"|niece|partner|girlfriend|boyfriend|class|students?|manager|audience|fans?|pastor|designer|publisher|family)"
)
_WANTS = (
    r"(?:wants?|would (?:really )?(?:like|love)|d (?:like|love)|asked for|asks for|insists? on|wished for|voted for"
    r"|keeps? asking for)"
)
_THERE = r"(?:in (?:it|there|this|here|the (?:picture|image|scene|photo|painting))|there|here|part of (?:it|this))"
_TOO = r"(?: too| as well| also)?"
#: Verb and pattern, as in `clauses.py`.
WISHES = (
    ("want", rf"(?:my|the|our|his|her) (?:\w+ )?{KIN} {_WANTS} (?!to )(?P<new>.+?){_TOO}"),
    (
        "want",
        rf"(?P<new>.+?) (?:should|must|needs? to|has to|have to|ought to|wants? to|would like to) (?:also |really )?"
        rf"be {_THERE}{_TOO}",
    ),
    ("want", rf"(?:can|could) (?P<new>.+?) (?:also )?be {_THERE}{_TOO}"),
    ("want", r"(?:you|i|we) (?:forgot|left out|missed|omitted)(?: about)? (?P<new>.+)"),
    ("want", r"(?P<new>an? .+?) (?:is|would be|might be|could be) (?:better|nicer|fine|lovely|nice|great|cool|good)"),
    ("want", r"where (?:is|are|s|re|did) (?P<new>(?:the|my|our|his|her|its) [\w ]+?)(?: go)?"),
    ("add", r"(?:find|get|give) (?P<old>it|him|her|them|the \w+) (?P<new>an? .+?) (?:friend|companion|buddy|pal|mate)"),
    ("give", r"put on (?P<new>an? .+)"),
    ("want", r"(?:add|put|draw|paint|include|bring) (?P<new>him|her|it|them)(?: in| too| as well| back)*"),
    ("add", r"(?:it |this |the picture |the scene )?(?:needs|lacks|could use|is missing) (?!to )(?P<new>.+)"),
    ("change", r"(?:to )?(?:see|have|dress|paint|imagine|draw) (?P<old>him|her|them|it) (?P<new>in .+)"),
    ("change", r"give (?P<old>it|him|her|them|the .+?) an? (?P<new>.+?) (?:paint job|coat of paint|colou?r|makeover)"),
    ("want", r"(?:我|你|咱|还)?(?:忘了|忘记|漏了|漏|落了|落下了?|忘)(?:画|加|放)?了?(?P<new>.+)"),
    (
        "add",
        r"(?:给|帮|替)(?P<old>.+?)(?:找|配|弄|安排)(?:来|上|到)?(?P<new>.+?)(?:做伴|作伴|当?朋友|陪伴?|来陪|一起玩).{0,2}",
    ),
    (
        "want",
        r"(?:让|叫|请|喊|把)?(?P<new>.{1,10}?)(?:也|一起|一块儿?|都)+(?:过来|进来|来|加入|入镜|出镜|出现)(?:进来|了)?",
    ),
    ("want", r"怎么(?:没有|没|不见)(?:画|看到)?(?P<new>.+?)(?:呢|啊|了)?"),
    ("want", r"(?P<new>.+?)(?:也|还)?(?:要|得|应该|必须|应当)(?:出现)?(?:在|进|入)(?:画|图|镜头|其中|里面).{0,2}"),
    (
        "want",
        r"(?:把|将)?(?P<new>[它他她]们?)?(?:也|都|一起)?(?:加上|补上|画上|添上|放上|画进去|加进去|放进去|补一下|加一下|画进来|加进来)"
        r"(?:去|来|吧)?",
    ),
    (
        "only",
        r"(?:just|only) (?P<old>(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b.*?)(?: please)?",
    ),
    ("only", r"(?:只|光|仅|单)(?:要|画|有|剩)(?P<old>.+?)(?:就好|就行|即可|就可以)?了?"),
    ("mount", r"(?P<old>在?.{0,8}?[背身]上)?(?:再|就|还)?骑(?:上|着)?(?:个|一[个位名只])(?P<new>.+?)(?:怎么样|如何)?"),
)  # fmt: skip
