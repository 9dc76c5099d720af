"""Words for things, and for what people wear."""

from easel.engines.painter.language import grammar
from easel.engines.painter.language.costumes import COSTUMES, clothes_of
from easel.engines.painter.language.dressing import put_on
from easel.engines.painter.language.kinds import bears
from easel.engines.painter.language.reading import Reading
from easel.engines.painter.language.surroundings import SCENERY_ROLES
from easel.engines.painter.language.tokens import Token

CLOTHES = frozenset({"garment", "accessory", "glasses"})


def thing(reading: Reading, index: int, token: Token) -> None:
    """A thing: a new one with all that was said before it, or one that was named already."""
    assert token.entry is not None
    if reading.negating:
        reading.exclude(token)
        return
    if _modifies_noun(reading, index, token):
        return
    before, joined = len(reading.nouns.things), reading.nouns.after_and
    reading.nouns.pending.definite |= grammar.points_back(reading.tokens, index)
    reserved = reading.nouns.reserved.pop(index, None)
    made = reading.nouns.add(token, reserved, said_to_be=reading.after_be)
    for effect in token.entry.effects:
        if effect.role in SCENERY_ROLES:
            reading.scenery.put(effect.role, effect.value, None)
    for new in made:
        # 别画黑狗，画黑猫: what is asked for after all.
        reading.excluded.pop(new.kind, None)
    if reading.text and made and bears(made[0], reading.text):
        made[0].traits["text"], reading.text = reading.text, ""
    reading.ties.noun(index, made, joined=joined)
    if len(reading.nouns.things) > before:
        reading.after_be = False
        reading.predicate = ""


def _modifies_noun(reading: Reading, index: int, token: Token) -> bool:
    """Whether an English noun only qualifies the next one, as in `cat burglar`; what it adds is not painted."""
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    if following is None or following.chinese or token.chinese or token.plural or token.role == "colour":
        return False
    if not grammar.is_noun(following) or following.entry is None or following.entry.value("generic") is not None:
        return False
    if following.text.split(" ")[0].endswith("ing"):
        return False
    _disguised_before(reading, index, token)
    return True


def _disguised_before(reading: Reading, index: int, token: Token) -> None:
    """`a samurai cat` wears the clothes and the hat; what else only qualifies a noun is named as not painted."""
    assert token.entry is not None
    kind, traits = token.entry.effects[0].value, dict(trait.split(":", 1) for trait in token.entry.traits)
    hat, worn = traits.get("hat") or COSTUMES.get(kind), clothes_of(kind, traits)
    following = reading.tokens[index + 1].entry
    if (hat or worn) and token.role == "person" and following is not None and following.role == "animal":
        reserved = reading.nouns.reserve(index + 1)
        reserved.hat = hat
        reserved.traits |= worn
    elif following is None or token.entry.effects[0] != following.effects[0]:
        reading.report(token.text)


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether English clothes are joined to others by `and`: they are whose those are, whatever comes behind them."""
    tokens = reading.tokens
    joined = grammar.phrase_before(tokens, index) - 1
    clothed = joined > 0 and tokens[joined - 1].role in CLOTHES and bool(reading.nouns.actors())
    return not tokens[index].chinese and clothed and tokens[joined].role == "and"


def clothes(reading: Reading, index: int, token: Token) -> None:
    """Clothes, accessories and glasses: somebody wears them, or they are things themselves."""
    assert token.entry is not None
    if reading.negating:
        reading.negated = True
        return
    if reading.ties.open is not None and reading.ties.open.kind not in ("in", "wearing", "with"):
        reading.ties.noun(index, reading.nouns.add(token, None), joined=False)
        return
    tie = reading.ties.take()
    head = tie.head if tie is not None else None
    if head is None and not (tie is not None and tie.subjects) and not _goes_on(reading, index):
        head = grammar.modified(reading.tokens, index)
    colour = reading.nouns.pending.colour()
    traits = {token.role: token.entry.effects[0].value}
    reading.said.append((f"{token.role}:{token.entry.effects[0].value}", token.text))
    if colour and token.role != "glasses":
        traits[f"{token.role}_colour"] = colour
    reading.predicate = f"{token.role}_colour"
    traits |= dict(trait.split(":", 1) for trait in token.entry.traits)
    wearers = reading.nouns.actors()
    if head is not None:
        reserved = reading.nouns.reserve(head)
        reserved.traits = put_on(reserved.traits, traits)
    elif wearers:
        for wearer in wearers:
            wearer.traits = put_on(wearer.traits, traits)
        if token.role == "garment" and wearers[-1].traits.get("legs") == traits["garment"]:
            # `his trousers are brown`
            reading.predicate = "legs_colour"
        reading.ties.dressed(wearers[-1])
    else:
        reading.nouns.orphan(token, traits, colour)
