"""From a conversation to one wish: which words are the prompt, and which picture is to be edited.

- The prompt is what the user said last. A last turn of pictures alone takes the words of the user's turn before.
- The words of system messages come after it, because text encoders cut what is too long at the end.
- The pictures of the last user turn come first; then the latest picture before it, of the model (its last one)
  or of the user (all of them), as far as the model takes more. Older ones are ignored and named; all are where the
  user asks for another picture by name (`a new image of a ship`, 画一张新的图：一艘船).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from easel.core.asked import Asked
from easel.core.errors import InvalidField
from easel.core.job import Role
from easel.core.unpainted import not_painted
from easel.dialects.wire import MAX_NAMED

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
KANA = re.compile("[\u3040-\u30ff]")
#: What would be read as markdown in the caller's words.
MARKUP = re.compile(r"[\[\]()!<>`*_#|\\\s]+")
#: A wish that begins with another picture: what it is of follows, and that is not what was painted before.
ANOTHER = re.compile(
    r"\W*(?:(?:ok(?:ay)?|great|nice|perfect|thanks|thank you|now|next|then|please|and|can you|could you"
    r"|i'd like|i want)\W+)*(?:(?:paint|draw|generate|create|make|show|give)\s+(?:me\s+)?)?(?:an?|one)?\s*"
    r"(?:new|another|different|separate)\s+(?:picture|image|photo|painting|drawing|illustration|scene)\s*"
    r"(?:of|with|showing|[:,-])\s*(?!(?:it|him|her|them|this|that|the same|the one)\b)\w"
    r"|\W*(?:(?:好的?|谢谢|现在|然后|接着|接下来|请|麻烦你?|帮我|再|另外)\W*)*(?:给我)?(?:画|生成|做|来|创作|绘制)"
    r"(?:另外?)?一?[张幅](?:全?新的?|别的|另外的?|不同的?|不一样的?)(?:图片?|画|照片|插画)?\s*[，,：:]\s*\w",
    re.IGNORECASE,
)
#: As many words are named, each up to so many characters.
MAX_WORDS, MAX_WORD = 12, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One message: who speaks (`user`, `model`, `system`), the words and where they stand, and the pictures.

    Each picture is its source and its wire name.
    """

    speaker: str
    text: str
    field: str
    pictures: tuple[tuple[str, str], ...] = ()


def put_conversation(asked: Asked, turns: Sequence[Turn], field: str) -> None:
    """Ask for what a conversation asks for; `field` is the wire name of the whole."""
    last = max((index for index, turn in enumerate(turns) if turn.speaker == "user"), default=None)
    if last is None:
        raise InvalidField(field, "must hold a message of the user")
    said = _said(turns[: last + 1])
    manner = [turn.text for turn in turns if turn.speaker == "system" and turn.text.strip()]
    asked.put("prompt", "\n\n".join([said.text, *manner]).strip(), said.field)
    for source, name in turns[last].pictures:
        asked.refer(Role.INPUT, source, name, essential=True)
    _refer_to_earlier(asked, turns, last)


def _said(turns: Sequence[Turn]) -> Turn:
    with_words = (turn for turn in reversed(turns) if turn.speaker == "user" and turn.text.strip())
    return next(with_words, turns[-1])


def _refer_to_earlier(asked: Asked, turns: Sequence[Turn], last: int) -> None:
    rule = asked.card.references.get(Role.INPUT) or asked.card.references.get(Role.SUBJECT)
    room = rule.max - len(turns[last].pictures) if rule else 0
    latest = next((turn for turn in reversed(turns[:last]) if turn.pictures), None)
    if ANOTHER.match(turns[last].text):
        latest = None
    kept: tuple[tuple[str, str], ...] = ()
    if latest is not None and room > 0:
        kept = latest.pictures[-1:] if latest.speaker == "model" else latest.pictures[:room]
    for source, name in kept:
        asked.refer(Role.INPUT, source, name)
    others = (
        picture
        for index, turn in enumerate(turns)
        if index != last
        for picture in turn.pictures
        if not (turn is latest and picture in kept)
    )
    for _, name in islice(others, MAX_NAMED):
        asked.ignore(name)


def markdown_images(text: str) -> Iterator[str]:
    """The http(s) and data URLs of the images in a markdown text, in one pass over a text of many MB."""
    start = 0
    while (middle := text.find("](", start)) >= 0:
        end = text.find(")", middle)
        end = end if end >= 0 else len(text)
        opening = text.rfind("![", start, middle)
        if opening >= 0 and "]" not in text[opening:middle]:
            # Behind the URL there may be a title; around it, angle brackets.
            url = text[middle + 2 : end].strip().partition(" ")[0].strip("<>")
            if url.lower().startswith(("http://", "https://", "data:image/")):
                yield url
        start = end


def announcement(prompt: str, number: int, unpainted: Sequence[str] = ()) -> str:
    """The sentence before picture `number` (from 1), in Chinese for a Chinese prompt and in English for any other.

    It names the words that the engine could not use.
    """
    words = [MARKUP.sub(" ", word).strip()[:MAX_WORD] for word in unpainted[:MAX_WORDS]]
    chinese = _chinese(prompt)
    opening = f"这是第 {number} 张图片" if chinese else f"Here is picture {number}"
    return f"{opening}{not_painted(words, chinese=chinese)}:"


def refusal(prompt: str) -> str:
    """The sentence in place of a blocked picture, in the language of `announcement`."""
    return "图片未通过内容审核。" if _chinese(prompt) else "This picture was blocked by the content policy."


def _chinese(prompt: str) -> bool:
    return bool(HAN.search(prompt)) and not KANA.search(prompt)
