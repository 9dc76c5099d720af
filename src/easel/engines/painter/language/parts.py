"""Words for parts of things: hair, eyes, fur, hands and roofs."""

from dataclasses import replace

from easel.engines.painter.language import adjectives, behind, grammar, naming
from easel.engines.painter.language.lexicon import Effect, Entry
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.ties import Tie
from easel.engines.painter.language.tokens import Token

#: Parts that are counted themselves.
COUNTED = frozenset({"building", "body", "eyes", "skin"})
#: Walls, what is said of where one stands at them, and the colours in their names.
WALLS = frozenset({"wall", "walls", "brick wall", "墙", "墙壁", "砖墙", "墙面", "红墙", "白墙", "红砖墙"})
AT_WALL = frozenset({"边", "旁", "旁边", "前", "前面", "下", "边上", "上"})
RED = "#d8322c"
OWN_COLOURS = {"红墙": "#a8443a", "白墙": "#f5f4f0"}
#: What a roof belongs to where no building was named.
HOUSE = Token("house", Entry((Effect("building", "house"),)))


def hairnoun(reading: Reading, index: int, token: Token) -> None:
    """Hair, in the colour before it."""
    colour = reading.nouns.pending.colour()
    if colour:
        adjectives.give(reading, index, {"hair_colour": colour})
    reading.predicate = "hair_colour"
    reading.ties.open = None


def part(reading: Reading, index: int, token: Token) -> None:
    """A part of a thing: it takes the colour before it, holds something, or carries something."""
    assert token.entry is not None
    if index and reading.tokens[index - 1].role == "skip":
        # `pink from trunk to tail`
        behind.colour_behind(reading, index)
    kind, words = token.entry.effects[0].value, reading.nouns.pending.words[:1]
    colour = reading.nouns.pending.colour()
    tie = reading.ties.take()
    if kind in COUNTED or (token.chinese and grammar.role_at(reading.tokens, index + 1) == "of"):
        # `on a wall`, 四条腿的桌子: the number is that of the part.
        reading.nouns.pending.count = None
    if not reading.negating:
        reading.parts[token.text] = kind
        if words and (kind not in ("eyes", "roof") or not reading.nouns.things):
            reading.report(words[0])
    if reading.negating:
        reading.negated = True
    elif kind == "roof" and _on_a_roof(reading, index, tie):
        _stand_on_roof(reading, index, token, tie)
        if colour:
            reading.nouns.roof(colour)
    elif kind == "body" and tie is not None:
        _put_in_hand(reading, token, tie)
    else:
        _stand_before_wall(reading, index, tie, colour, words)
        _colour_part(reading, index, kind, colour, words)


def _colour_part(reading: Reading, index: int, part: str, colour: str | None, words: list[str]) -> None:
    """`with green eyes`, `with black fur`, 红屋顶."""
    if part == "eyes":
        reading.predicate = "eye_colour"
        if colour:
            adjectives.give(reading, index, {"eye_colour": colour})
    elif part == "roof":
        reading.predicate = "roof_colour"
        if colour:
            reading.nouns.roof(colour)
    elif part == "skin" and reading.nouns.mentions and reading.nouns.mentions[-1].group != "person":
        # An animal is of the colour of its fur.
        reading.predicate = ""
        if colour and reading.nouns.paint(reading.nouns.mentions[-1], colour):
            reading.unknown.pop(words[0], None)


def _put_in_hand(reading: Reading, token: Token, tie: Tie) -> None:
    """`with a rose in her hand`, `a cat on his shoulder`: what is there is held, or sits there."""
    holder = reading.nouns.actor()
    in_hand = tie.kind in ("in", "on") and token.text.startswith(("hand", "arm"))
    on_body = tie.kind == "on" and token.text.startswith(("shoulder", "head", "back", "lap"))
    if holder is None or not (in_hand or on_body):
        return
    for held in tie.subjects:
        if held is holder:
            continue
        for one, other in ((holder, held), (held, holder)):
            one.relations = [(kind, thing) for kind, thing in one.relations if thing is not other]
        if in_hand:
            reading.nouns.relate(holder, "holding", held)
        else:
            reading.nouns.relate(held, "on", holder)


def _stand_on_roof(reading: Reading, index: int, token: Token, tie: Tie | None) -> None:
    """屋顶上站着公鸡, `a bird on the roof`: the roof of the last building, or of a house."""
    # A place word behind it finds a noun here.
    reading.tokens[index] = replace(HOUSE, text=token.text)
    building = next((thing for thing in reversed(reading.nouns.things) if thing.group == "building"), None)
    reading.ties.open = tie
    if building is None:
        reading.parts.pop(token.text)
        naming.thing(reading, index, HOUSE)
    elif tie is not None:
        reading.ties.noun(index, [building], joined=False)


def _on_a_roof(reading: Reading, index: int, tie: Tie | None) -> bool:
    """Whether something stands on a roof rather than has one."""
    following = reading.tokens[index + 1].role if index + 1 < len(reading.tokens) else ""
    return following == "post" or (tie is not None and tie.kind in ("on", "above", "over"))


def _is_before_wall(reading: Reading, index: int, tie: Tie | None) -> bool:
    """Whether something stands against a wall: `leaning against a blue wall`, 靠在蓝色的墙边."""
    if reading.tokens[index].text not in WALLS:
        return False
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else Token(".", stop=".")
    behind = following.role == "ground" or (following.role == "post" and following.text in AT_WALL)
    return behind or (tie is not None and tie.kind in ("beside", "in_front_of"))


def _stand_before_wall(reading: Reading, index: int, tie: Tie | None, colour: str | None, words: list[str]) -> None:
    """Put a wall behind what stands against it, where no other place is named, in the colour before it."""
    if reading.scenery.setting is not None or not _is_before_wall(reading, index, tie):
        return
    text = reading.tokens[index].text
    bricks = text.startswith("brick") or "砖" in text
    reading.scenery.put("setting", "brick_wall" if bricks else "wall", None)
    # Red bricks are as red as bricks are.
    reading.scenery.tint = None if bricks and colour == RED else colour or OWN_COLOURS.get(text)
    for said in (text, *words):
        reading.unknown.pop(said, None)
        reading.parts.pop(said, None)
