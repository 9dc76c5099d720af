"""What an instruction wraps its wishes in: `would you mind …`, `hmm, I think …`, 麻烦你…."""

import re

from easel.engines.painter.language.plainly import plainly

#: What is wished for behind these is to be in the picture.
WISH = re.compile(
    r"^(?:i want|i d like|i would like|i d prefer|i would prefer|i prefer|i d rather have|i would rather have"
    r"|i wish for|(?:can|could|may) (?:we|i) (?:have|see|get)|let s have|how about|what about|we need"
    r"|i need|give me|show me|use|我?想要|我要|我?需要|我希望要|最好要|希望有|想看到|要有|得有|而是|是|要(?!不))"
    r"\s*(?:(?:it|them|that) (?:in|as|to be) )?(?P<new>.+)"
)
#: What was meant all the time comes for what is of its sort.
MEANT = re.compile(
    r"^(?:(?:no|nah|sorry|oops|hmm) )?(?:i (?:really |actually )?(?:mean|meant|said|wanted|asked for|was thinking of)\b"
    r"|it (?:was|is) supposed to be|what i (?:meant|wanted) (?:was|is)|我(?:说的是|是说|要的是|想要的是|指的是)"
    r"|(?:不对|不是)?应该是|(?:不是)?本来是)\s*(?!the\b)(?P<new>(?:(?!\btoo$|\bas well$|也| but i ).)+)$"
)
#: What is told as if it were so, and verbs of that in their plain form.
_AS_IF = re.compile(
    r"^(?:(?:and|but|so|hmm|oh) )*(?:what if|imagine(?: if)?|i wish|how about if"
    r"|(?:it|that) (?:would|d) be \w+ if|wouldn t it be \w+ if) "
)
_PLAIN = {
    "rode": "ride", "wore": "wear", "held": "hold", "carried": "carry", "sat": "sit", "stood": "stand", "lay": "lie",
    "had": "have", "smiled": "smile", "looked": "look", "hugged": "hug", "was": "be", "were": "be", "became": "become",
    "turned": "turn", "disappeared": "disappear", "vanished": "vanish",
}  # fmt: skip
_TOLD = re.compile(rf"^((?:he|she|it|they|there|the [\w ]+?)) ({'|'.join(_PLAIN)})\b")
#: Courtesies, exclamations and second thoughts at the beginning.
_POLITE = re.compile(
    r"^(?:(?:what if|maybe|perhaps|would you mind|do you mind|how about(?= \w+ing )|what about(?= \w+ing )|consider"
    r"|(?:it would|it d) be (?:nice|great|cool|better|lovely|good)(?: if)?|i was wondering if|any chance(?: that)?"
    r"|is there (?:any|a) way to|if (?:you|we) (?:could|can)|i d rather(?: have)?(?= it)|i d prefer it if"
    r"|why don t (?:you|we)|why not|go ahead and|try to|try|hmm+|hm|um+|uh|er|haha\w*|lol|wow|nice|great|cool|perfect"
    r"|lovely|beautiful|awesome|love it|i love it|looks? (?:good|great|nice)|not bad|good|yes|yeah|yep|sorry|oops"
    r"|actually|honestly|sure|alright|we|you|is it possible to|would it be possible to|let us|i think|i wish"
    r"|能不能|能否|可不可以|可以|是否可以|麻烦你|希望|我希望|我想)(?=\W|[^a-z])|"
    r"(?:please|(?:could|can|may|might|should|shall) (?:we|i)(?! (?:have|see|get)\b)|(?:can|could|would) (?:you|u)"
    r"|i (?:really |actually )?(?:mean|meant)(?: to say)?(?! the\b)|what i meant was|(?:i )?should have said|my mistake"
    r"|i said .{1,24}? but(?= i)|so|plus|oh no|even \w+er|nah|nope"
    r"|to (?=(?:add|put|remove|change|make|turn|replace|swap|move|take|give|use|get|delete|keep|include|draw)\b)"
    r"|i want you to|i d like you to|i want|i d like|i would like|i need|ok so|plot twist"
    r"|then|and|also|now|just(?! (?:the|an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d+)\b)|kindly"
    r"|next|but|maybe|oh|hey|okay|ok|well"
    r"|(?:the )?same(?: (?:picture|image|scene|one|thing))?)(?![a-z])"
    r"|哈+|嗯+|呃+|哎呀?|哦+|噢+|好的?(?=[，, ])|不错|挺好的?|很好|太好了|完美|那就|那|要不然?|不如|干脆"
    r"|(?:算了)+(?=[，, 还])|劳驾|拜托你?|辛苦你?|烦请|感觉|总觉得|我?觉得|我看|能不能|是不是可以|有没有办法"
    r"|方便的话|可以的话|如果可以的话?"
    r"|我们?要(?!不|的是)|就(?=[放加画摆来换改用])|请你|请|麻烦|帮我|帮忙|然后|再|并且|并|同时|另外|接着|现在|(?:给|在)?(?:图片|画面|画|图)[中里上]面?(?=[加添放去删不别再要]))\s*"
)
#: Where something is told that the picture is of.
IN_TALE = r"in (?:the|my|our|his|her) (?:book|story|film|movie|novel|legend|script|text|poem|song|game|show|original)s?"
#: Courtesies at the end.
_TAIL = re.compile(
    rf"(?: (?:like |as )?{IN_TALE}| to (?:watch over|guard|accompany|play with|protect) (?:it|him|her|them)"
    r"| to keep (?:it|him|her|them) company| for company"
    r"| please| pls| plz| thanks| thank you| would you| will you| could you| can you| okay"
    r"| ok| for me| if you can| if possible|吧|好吗|好不好|行吗|可以吗|谢谢|呗|哦|呢|啊)+$"
)
#: `would you mind adding a tree`: verbs by their form in -ing.
_GERUNDS = {
    "adding": "add", "removing": "remove", "making": "make", "changing": "change", "putting": "put", "turning": "turn",
    "swapping": "swap", "replacing": "replace", "moving": "move", "giving": "give", "painting": "paint",
    "taking": "take", "dropping": "drop", "erasing": "erase", "deleting": "delete", "placing": "place",
    "getting": "get", "switching": "switch", "having": "have", "setting": "set", "letting": "let", "keeping": "keep",
    "recoloring": "recolor", "recolouring": "recolour", "clearing": "clear", "dressing": "dress", "hiding": "hide",
    "converting": "convert", "including": "include", "leaving": "leave", "bringing": "bring", "using": "use",
}  # fmt: skip


def courteous(piece: str) -> str:
    """A clause without its courtesies, its verb in the plain form."""
    as_if, before = _AS_IF.match(piece.strip()) is not None, None
    while before != piece:
        before, piece = piece, _POLITE.sub("", piece.strip())
    if as_if:
        # `what if he rode a dragon`
        piece = _TOLD.sub(lambda told: f"{told[1]} should {_PLAIN[told[2]]}", piece)
    verb, _, rest = piece.partition(" ")
    piece = f"{_GERUNDS[verb]} {rest}" if verb in _GERUNDS else piece
    return plainly(_TAIL.sub("", re.sub(r"\s+", " ", piece)))
