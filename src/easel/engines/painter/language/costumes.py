"""Costumes: what people and animals put on so that they look like somebody, what animals wear, what readers hold."""

import re
from collections.abc import Mapping, Sequence

from easel.engines.painter.language.draft import MAX_THINGS, DraftThing
from easel.engines.painter.sprites.person import KINDS

#: The hat by which somebody is known.
COSTUMES = {
    "wizard": "wizard", "chef": "chef", "princess": "crown", "soldier": "cap", "knight": "cap", "doctor": "cap",
    "icon:santa-claus": "santa", "icon:artist": "cap", "icon:ninja": "cap",
}  # fmt: skip
#: Who wears what everybody does.
EVERYDAY = frozenset({"man", "woman", "girl", "boy", "baby", "old_man", "old_woman"})
#: Who is known by the body, not by clothes: nobody can put on what they have.
NAKED = frozenset({"ghost", "skeleton", "centaur", "clay_warrior", "robot"})
#: Words by which fruit wears glasses.
_WORN = re.compile(r"\b(?:wear\w*|with|in)\b|戴", re.IGNORECASE)
GLASSES = frozenset({"icon:glasses", "icon:sunglasses"})
#: What an animal wears for the word for a part of people's clothes.
WORN_BY_ANIMALS = {
    "scarf": "icon:scarf", "tie": "icon:ribbon", "headphones": "icon:headphone", "necklace": "icon:prayer-beads",
    "flower_crown": "icon:cherry-blossom", "helmet": "icon:rescue-workers-helmet", "glasses": "icon:glasses",
    "sunglasses": "icon:sunglasses",
}  # fmt: skip


def clothes_of(kind: str, traits: Mapping[str, str]) -> dict[str, str]:
    """The clothes by which somebody is known: those of the calling, or those that the kind of person wears."""
    worn = {key: value for key, value in traits.items() if key in ("garment", "garment_colour")}
    if "garment" not in worn and kind in KINDS and kind not in EVERYDAY:
        worn["garment"] = KINDS[kind].garment
    return worn if worn.get("garment") not in (None, "shirt") else {}


def disguise(things: list[DraftThing], subject: DraftThing, target: DraftThing) -> str | None:
    """`dressed as a king`: people and animals put on the clothes and the hat; whoever is meant is no second figure.

    Returns the words for a disguise that cannot be shown.
    """
    if target.group != "person" or not subject.animate or target is subject:
        return None
    things.remove(target)
    hat = target.traits.get("hat") or COSTUMES.get(target.kind)
    if target.kind in NAKED:
        return target.words
    if subject.group == "person":
        subject.traits |= {key: value for key, value in target.traits.items() if key in ("garment", "hat")}
        if hat and hat != "none":
            subject.traits.setdefault("hat", hat)
        return None
    worn = clothes_of(target.kind, target.traits)
    subject.traits |= worn
    if hat is not None and hat != "none":
        put_on(things, subject, hat, target.words)
    return target.words if hat is None and not worn else None


def put_on(things: list[DraftThing], wearer: DraftThing, hat: str, words: str) -> None:
    """Give somebody a hat, which is a thing of its own."""
    traits = {} if hat in ("crown", "cap", "top") else {"hat": hat}
    things.append(DraftThing("crown" if hat == "crown" else "hat", "object", words, traits=traits))
    wearer.relate("wearing", things[-1])


def wear_as_things(things: list[DraftThing], animal: DraftThing) -> None:
    """Scarves and glasses are part of people's drawings; animals put on the things themselves."""
    if len(things) >= MAX_THINGS:
        return
    for key in ("accessory", "glasses"):
        kind = WORN_BY_ANIMALS.get(animal.traits.get(key, ""))
        if kind is not None:
            del animal.traits[key]
            colour = animal.traits.pop(f"{key}_colour", None)
            worn = DraftThing(kind, "object", kind.removeprefix("icon:"), count=animal.count, colour=colour)
            things.append(worn)
            animal.relate("wearing", worn)


def give_books(things: list[DraftThing]) -> None:
    """`a woman reading by the fire`: who reads has a book, where nothing else is told that could be read."""
    for reader in [thing for thing in things if thing.animate and thing.traits.get("pose") == "reading"]:
        if not any(kind == "holding" for kind, _ in reader.relations) and len(things) < MAX_THINGS:
            things.append(DraftThing("book", "object", "book", count=reader.count))
            reader.relate("holding", things[-1])


def bare_heads(things: list[DraftThing], excluded: frozenset[str]) -> None:
    """`a princess without a crown`: what people wear on their heads as a matter of course is left off."""
    for person in (thing for thing in things if thing.group == "person"):
        hat = person.traits.get("hat") or COSTUMES.get(person.kind)
        if hat and ("crown" if hat in ("crown", "tiara") else "hat") in excluded:
            person.traits["hat"] = "none"


#: What nobody leaves lying who has it.
TAKEN_UP = frozenset(
    "sword staff umbrella fishing_rod icon:bow-and-arrow icon:dagger icon:axe icon:trident-emblem icon:magic-wand "
    "icon:folding-hand-fan icon:microphone icon:shield".split()
)


def take_up(things: Sequence[DraftThing]) -> None:
    """`elven archer, bow and arrow`: a weapon or the like that is named behind the one person is in that one's hand."""
    people = [thing for thing in things if thing.group == "person"]
    tools = [thing for thing in things if thing.kind in TAKEN_UP and thing.count == 1]
    if len(people) != 1 or people[0].count > 1 or len(tools) != 1 or things.index(tools[0]) < things.index(people[0]):
        return
    (holder,), (tool,) = people, tools
    bound = tool.relations or any(other is tool for thing in things for _, other in thing.relations)
    if not bound and all(kind not in ("holding", "riding") for kind, _ in holder.relations):
        holder.relate("holding", tool)


def hats_on(things: list[DraftThing]) -> None:
    """`a detective, fedora`: a hat that is named behind somebody who has one anyway is that one."""
    wearers = [thing for thing in things if thing.group == "person" and thing.count == 1 and thing.traits.get("hat")]
    loose = [thing for thing in things if thing.kind == "hat" and thing.count == 1 and not thing.relations]
    tied = {id(other) for thing in things for _, other in thing.relations}
    if len(wearers) == len(loose) == 1 and id(loose[0]) not in tied:
        wearers[0].relate("wearing", loose[0])


def speak(things: Sequence[DraftThing]) -> None:
    """A balloon with words is over the head of whoever is named first, where nobody says whose it is."""
    balloons = [thing for thing in things if thing.kind in ("icon:speech-balloon", "icon:thought-balloon")]
    for speaker in (thing for thing in things if thing.animate and thing.count == 1):
        speaker.relations = [(kind, other) for kind, other in speaker.relations if other not in balloons]
        for balloon in balloons:
            if not balloon.relations:
                balloon.relate("above", speaker)


def glasses_on(things: Sequence[DraftThing], prompt: str) -> None:
    """`a pineapple wearing sunglasses`: nothing but fruit and glasses, so these are on it."""
    glasses = [thing for thing in things if thing.kind in GLASSES]
    others = [thing for thing in things if thing.kind not in GLASSES]
    if len(glasses) == 1 and others and _WORN.search(prompt) and all(other.group == "food" for other in others):
        others[0].relate("wearing", glasses[0])
