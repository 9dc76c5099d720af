"""Who a person is and what they wear, read from a look: the same for the whole figure and for its portrait."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import skia

from easel.engines.painter.brush import Colour, luminance, mix, rgb, shade
from easel.engines.painter.sprites import hair as hairs
from easel.engines.painter.sprites import headgear, national
from easel.engines.painter.sprites.backs import BACKS, Back
from easel.engines.painter.sprites.callings import calling_of
from easel.engines.painter.sprites.faces import Features, Visage, skin_of
from easel.engines.painter.sprites.guises import GUISES
from easel.engines.painter.sprites.seasons import dressed_for
from easel.engines.painter.sprites.sprite import Look
from easel.engines.painter.sprites.worn import WORN


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """Clothes. `sleeve` is 0 (bare) to 1 (long); `legs` trousers, shorts, skirt, gown or none; `hem` is how far a
    skirt or coat reaches (0 = ground, -.5 = hips); `flare` how far its hem stands out; `wide` are wide sleeves."""

    colour: Colour
    legs_colour: Colour
    shoes: Colour
    trim: Colour
    collar: str = "crew"
    sleeve: float = 1.0
    legs: str = "trousers"
    hem: float = -0.46
    flare: float = 1.0
    wide: bool = False
    belt: bool = False
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person, ready to draw. `covered` hides the hair; `headgear` draws in the head's frame."""

    kind: str
    face: Visage
    style: str
    outfit: Outfit
    covered: bool = False
    headgear: Callable[[skia.Canvas, Colour], None] | None = None
    #: How far hair or hat reach above the middle of the head, in half heads.
    rise: float = 1.3
    #: What is worn besides hats, in the head's frame; each is told whether the head is seen from front, side or back.
    worn: tuple[Callable[[skia.Canvas, str], None], ...] = ()
    #: What is on the back.
    back: Back | None = None
    #: The name of the body: baby, child, teen, woman or man.
    build: str = "man"


_TOPS = ("#3b6fb5", "#c84b42", "#3f8f6a", "#e8b23a", "#7a4fa0", "#2f8f8f", "#d9d4ca", "#e07a4f")
_TROUSERS = ("#2d3a55", "#3a3f4a", "#6a5a45", "#43556f")
_WHITE = rgb("#f4f2ec")
_GOLD = rgb("#e3b64a")

#: Garments: the fields of Outfit that they set, and the garment's own colour where it has one.
GARMENTS: dict[str, tuple[str | None, dict[str, object]]] = {
    "shirt": (None, {"collar": "shirt"}),
    "jeans": (None, {"sleeve": 0.42, "collar": "crew"}),
    "t_shirt": (None, {"sleeve": 0.42, "collar": "crew"}),
    "jacket": (None, {"collar": "shirt", "extra": "pocket"}),
    "overalls": ("#41648f", {"sleeve": 0.42, "collar": "shirt", "extra": "pocket"}),
    "pyjamas": ("#8fb0d8", {"collar": "shirt"}),
    "romper": (None, {"collar": "crew", "extra": "pocket"}),
    "sweater": (None, {"collar": "crew", "extra": "knit"}),
    "hoodie": (None, {"collar": "hood", "extra": "pocket"}),
    "suit": ("#2a2d39", {"collar": "suit", "extra": "buttons", "trim": rgb("#b3262e")}),
    "uniform": ("#2f4468", {"collar": "suit", "extra": "buttons", "trim": rgb("#28324c"), "belt": True}),
    "coat": ("#a5835c", {"collar": "suit", "hem": -0.27, "flare": 1.35, "belt": True, "extra": "buttons"}),
    "raincoat": ("#f2c52e", {"collar": "raincoat", "hem": -0.27, "flare": 1.35}),
    "dress": (None, {"sleeve": 0.3, "legs": "skirt", "hem": -0.25, "flare": 2.0, "belt": True, "collar": "scoop"}),
    "gown": (None, {"sleeve": 0.25, "legs": "gown", "hem": -0.01, "flare": 2.9, "belt": True, "collar": "scoop"}),
    "hanfu": ("#b9d7d9", {"legs": "gown", "hem": -0.01, "flare": 2.1, "wide": True, "belt": True, "collar": "cross",
                          "trim": rgb("#fbf7ee"), "extra": "ribbon"}),
    "kimono": ("#c65a6c", {"legs": "gown", "hem": -0.02, "flare": 1.25, "wide": True, "collar": "cross", "extra": "obi",
                           "trim": rgb("#fbf3e2")}),
    "qipao": ("#b8283a", {"sleeve": 0.2, "legs": "gown", "hem": -0.09, "flare": 1.15, "collar": "mandarin",
                          "extra": "slit", "trim": _GOLD}),
    "robe": ("#4b3f8f", {"legs": "gown", "hem": -0.01, "flare": 1.9, "wide": True, "belt": True, "collar": "crew",
                         "trim": _GOLD}),
    "swimsuit": (None, {"sleeve": 0.0, "legs": "shorts", "collar": "scoop", "extra": "swim"}),
    "superhero": ("#2f5fb8", {"collar": "closed", "extra": "cape", "belt": True, "trim": rgb("#d0302c")}),
    "mermaid": ("#2fa08a", {"sleeve": 0.0, "legs": "shorts", "extra": "tail", "collar": "none"}),
    "shorts": (None, {"sleeve": 0.42, "legs": "shorts"}),
    "skirt": (None, {"sleeve": 0.45, "legs": "skirt", "hem": -0.28, "flare": 1.8, "extra": "two_piece"}),
    "tutu": ("#f2b3c6", {"sleeve": 0.0, "legs": "skirt", "hem": -0.40, "flare": 3.2, "collar": "scoop",
                         "extra": "tulle"}),
    "armour": ("#aab4c2", {"collar": "closed", "extra": "plates", "belt": True, "trim": rgb("#b5342c")}),
    "yoroi": ("#7c2230", {"collar": "closed", "hem": -0.34, "flare": 1.45, "belt": True, "extra": "lamellae",
                          "legs_colour": rgb("#2a2c34"), "trim": _GOLD}),
    "spacesuit": ("#eef0f2", {"collar": "closed", "extra": "pack", "trim": rgb("#e0672f")}),
    "apron": ("#f4f2ec", {"collar": "shirt", "extra": "double", "hem": -0.40, "flare": 1.1}),
    "lab_coat": ("#f5f6f6", {"collar": "suit", "hem": -0.27, "flare": 1.25, "trim": rgb("#3f7fb0")}),
    "sailor": ("#f4f4f2", {"sleeve": 0.45, "legs": "skirt", "hem": -0.27, "flare": 1.9, "extra": "two_piece",
                           "collar": "sailor", "trim": rgb("#c8363c"), "legs_colour": rgb("#27345c")}),
    "vest": ("#2b2d36", {"collar": "suit", "extra": "vest", "trim": rgb("#7a1f2a")}),
    "turnout": ("#2c3038", {"collar": "shirt", "hem": -0.36, "flare": 1.2, "extra": "stripes", "trim": rgb("#e8d43a")}),
    "santa": ("#c5262d", {"collar": "shirt", "hem": -0.34, "flare": 1.25, "belt": True, "extra": "fur",
                          "trim": rgb("#f7f5f0")}),
    "fatigues": ("#66704a", {"collar": "shirt", "belt": True, "extra": "camouflage"}),
    "nurse": ("#eaf3f6", {"sleeve": 0.42, "legs": "skirt", "hem": -0.26, "flare": 1.35, "belt": True,
                          "collar": "shirt", "trim": rgb("#5fa3c0")}),
    "ninja": ("#2b2d38", {"collar": "cross", "extra": "sash", "trim": rgb("#14151b")}),
    "tunic": ("#7a5a38", {"legs_colour": rgb("#4a4038"), "collar": "crew", "hem": -0.36, "flare": 1.35, "belt": True}),
    "clown": ("#f0c63a", {"legs_colour": rgb("#3f7fd0"), "collar": "none", "extra": "pompoms", "trim": rgb("#d8423c")}),
    "alien": ("#8d97a6", {"collar": "closed", "belt": True}),
    "court": ("#c5262d", {"legs": "gown", "hem": -0.01, "flare": 2.0, "wide": True, "belt": True, "collar": "cross",
                          "extra": "roundel", "trim": _GOLD}),
    "bellyband": ("#d0302c", {"legs_colour": rgb("#2f7a55"), "sleeve": 0.0, "collar": "scoop", "extra": "sash",
                              "trim": rgb("#f0c63a")}),
    "cassock": ("#d9822b", {"legs": "gown", "hem": -0.02, "flare": 1.5, "wide": True, "collar": "cross",
                            "trim": rgb("#8f4a1c"), "extra": "sash"}),
}  # fmt: skip
GARMENTS |= national.GARMENTS
#: What is worn on the legs alone: the fields of Outfit that it sets below another garment.
LOWER: dict[str, dict[str, object]] = {
    "jeans": {},
    "shorts": {"legs": "shorts"},
    "skirt": {"legs": "skirt", "hem": -0.28, "flare": 1.8, "extra": "two_piece"},
}
_SAME = {
    "tee": "t_shirt", "tshirt": "t_shirt", "tuxedo": "suit", "overcoat": "coat", "cheongsam": "qipao",
    "bikini": "swimsuit", "swim": "swimsuit", "swim_trunks": "swimsuit", "jumper": "sweater", "pants": "jeans",
    "trousers": "jeans", "cloak": "robe", "armor": "armour",
    "sportswear": "shorts", "pajamas": "pyjamas", "leather_jacket": "jacket", "school_uniform": "skirt",
    "space_suit": "spacesuit", "wedding_dress": "gown", "yukata": "kimono",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What goes without saying about one kind of person."""

    jaw: str = "man"
    garment: str = "shirt"
    styles: tuple[str, ...] = ("short",)
    old: bool = False
    beard: str | None = None
    headgear: str | None = None
    covered: bool = False


#: Where the eyes are for each gaze; `aside` is where the body faces.
GAZES = {"up": (0.0, -1.0), "down": (0.0, 1.0), "aside": (1.0, 0.0)}
_WOMAN_STYLES = ("long", "wavy", "bob", "long", "bun")
KINDS = {
    "man": Kind(styles=("short", "short", "spiky", "curly")),
    "woman": Kind(jaw="woman", garment="dress", styles=_WOMAN_STYLES),
    "girl": Kind(jaw="child", garment="dress", styles=("bangs", "twintails", "bob", "braids")),
    "boy": Kind(jaw="child", garment="t_shirt", styles=("short", "spiky")),
    "baby": Kind(jaw="child", garment="romper", styles=("tuft",)),
    "old_man": Kind(garment="sweater", styles=("short", "bald"), old=True, beard="full"),
    "old_woman": Kind(jaw="woman", garment="sweater", styles=("bun",), old=True),
    "astronaut": Kind(garment="spacesuit", headgear="helmet"),
    "wizard": Kind(garment="robe", styles=("long",), old=True, beard="long", headgear="wizard"),
    "knight": Kind(garment="armour", headgear="visor", covered=True),
    "princess": Kind(jaw="woman", garment="gown", styles=("wavy",), headgear="tiara"),
    "soldier": Kind(garment="fatigues", styles=("buzz",), headgear="helmet_green", covered=True),
    "doctor": Kind(jaw="woman", garment="lab_coat", styles=("bob", "ponytail")),
    "chef": Kind(garment="apron", styles=("short",), headgear="toque"),
    "dancer": Kind(jaw="woman", garment="tutu", styles=("bun",)),
    "monk": Kind(garment="cassock", styles=("bald",)),
}


def _pick(rng: np.random.Generator, choices: tuple[str, ...]) -> str:
    return choices[int(rng.integers(len(choices)))]


def _colour(text: str | None) -> Colour | None:
    return rgb(text) if text and text.startswith("#") else None


def is_garment(word: str) -> bool:
    """Whether there are clothes for the word."""
    return word in GARMENTS or word in _SAME


def outfit_of(garment: str, rng: np.random.Generator, look: Look, *, swim_top: bool) -> Outfit:
    """The outfit for a garment word, in the colour asked for."""
    named = garment.lower().replace("-", "_").replace(" ", "_")
    garment = _SAME.get(named, named)
    own, fields = GARMENTS.get(garment, GARMENTS["shirt"])
    any_top, any_legs = rgb(_pick(rng, _TOPS)), rgb(_pick(rng, _TROUSERS))
    colour = _colour(look.traits.get("garment_colour")) or look.colour or (rgb(own) if own else any_top)
    matching = garment in (
        "suit",
        "uniform",
        "armour",
        "spacesuit",
        "fatigues",
        "romper",
        "overalls",
        "pyjamas",
        "turnout",
        "santa",
        "superhero",
        "ninja",
        "alien",
    )
    if garment in LOWER and named not in ("sportswear", "school_uniform"):
        # What is worn on the legs alone has the colour that is told; above it is a shirt.
        asked, colour = _colour(look.traits.get("garment_colour")) or look.colour, any_top
    else:
        asked = _colour(look.traits.get("legs_colour"))
    legs = asked or (shade(colour, 0.92) if matching else any_legs)
    if garment == "swimsuit":
        legs = colour
    black = garment in ("suit", "uniform", "robe", "lab_coat", "turnout", "santa", "vest", "ninja", "court")
    shoes = rgb("#211d20") if black else mix(legs, rgb("#3a2c26"), 0.6)
    made = Outfit(colour=colour, legs_colour=legs, shoes=shoes, trim=shade(colour, 0.6))
    made = replace(made, **fields)
    if garment == "swimsuit" and not swim_top:
        made = replace(made, extra="bare")
    if garment == "tutu":
        made = replace(made, shoes=shade(colour, 0.92))
    if garment == "romper":
        made = replace(made, shoes=mix(colour, rgb("#ffffff"), 0.6))
    if garment == "spacesuit":
        made = replace(made, shoes=rgb("#9aa2ac"))
    below = look.traits.get("legs", "")
    return replace(made, **LOWER[below]) if below in LOWER and made.legs == "trousers" else made


def person_of(kind: str, rng: np.random.Generator, look: Look) -> Person:
    """The person that a look asks for. The seed decides what it leaves open."""
    look = replace(look, traits=dressed_for(kind, look.traits, rng))
    base, traits = KINDS[kind], look.traits
    old = base.old or traits.get("age") in ("old", "elderly")
    teen = base.jaw == "child" and traits.get("age") == "teen"
    jaw = "woman" if teen and kind == "girl" else base.jaw
    asked = _colour(traits.get("hair_colour"))
    skin = _colour(traits.get("skin")) or skin_of(rng, traits.get("ethnicity"), fair=_is_fair(asked))
    # Dark skin comes with dark hair.
    natural = hairs.COLOURS[int(rng.integers(len(hairs.COLOURS) if min(skin) > 0.42 else 3))]
    if traits.get("ethnicity") in ("asian", "chinese", "japanese", "korean"):
        natural = hairs.COLOURS[int(rng.integers(2))]
    hair = asked or (hairs.GREY if old else natural)
    style = traits.get("hair", "").replace(" ", "_")
    old_style = traits.get("garment") == "hanfu" and jaw == "woman" and "hat" not in traits and not old
    chosen = _pick(rng, ("updo", "updo", "updo", "hime") if old_style else base.styles)
    style = style if style in hairs.STYLES else chosen
    beard = traits.get("beard", base.beard)
    glasses = traits.get("glasses") or ("sunglasses" if traits.get("wearing") == "sunglasses" else None)
    face = Visage(
        skin=skin, hair=hair, jaw=jaw, old=old, beard="full" if beard in ("true", "yes") else beard,
        mood=traits.get("mood", ""), lashes=jaw == "woman" or kind == "girl",
        iris=_colour(traits.get("eye_colour")) or _iris(rng, skin, natural),
        freckles=traits.get("face") == "freckles", asleep=traits.get("pose") == "sleeping",
        glasses="round" if glasses in ("true", "yes", "glasses") else glasses,
    )  # fmt: skip
    face = replace(face, features=Features.of(rng), gaze=GAZES.get(traits.get("gaze", ""), (0.0, 0.0)))
    garment, look = _dressed(kind, traits.get("garment", base.garment), look)
    outfit = outfit_of(garment, rng, look, swim_top=base.jaw != "man" and kind != "boy")
    hat = traits.get("hat", base.headgear)
    if traits.get("accessory") == "helmet":
        hat = "helmet_green" if kind == "soldier" else "helmet"
    cover = headgear.HEADGEAR.get(hat) if hat else None
    return Person(
        kind,
        face,
        style,
        outfit,
        covered=base.covered and hat == base.headgear,
        headgear=cover,
        worn=(*_guise(traits, skin), *_worn_by(traits)),
        back=BACKS.get(traits.get("back", "")),
        build="baby" if kind == "baby" else "teen" if teen else base.jaw,
        rise=max(headgear.RISE.get(hat or "", 0.0), hairs.RISE.get(style, 1.3)),
    )


def _dressed(kind: str, garment: str, look: Look) -> tuple[str, Look]:
    """What somebody of a calling wears for everyday clothes, in its colour unless another one is asked for.

    A girl's uniform is her school's.
    """
    if kind == "girl" and garment == "uniform":
        return "sailor", look
    dress = calling_of(kind, look.traits.get("calling")).dress
    if dress is None or garment not in ("shirt", "coat"):
        return garment, look
    return dress[0], replace(look, traits={"garment_colour": dress[1], **look.traits})


def _guise(traits: Mapping[str, str], skin: Colour) -> tuple[Callable[[skia.Canvas, str], None], ...]:
    """What makes the head somebody else's, on that skin."""
    draw = GUISES.get(traits.get("guise", ""))
    return () if draw is None else (lambda c, facing: draw(c, skin, facing),)


def _worn_by(traits: Mapping[str, str]) -> tuple[Callable[[skia.Canvas, str], None], ...]:
    """The accessory that the traits name, in its colour."""
    draw, usual = WORN.get(traits.get("accessory", ""), (None, None))
    if draw is None or usual is None:
        return ()
    colour = _colour(traits.get("accessory_colour")) or usual
    return (lambda c, facing: draw(c, colour, facing),)


def _is_fair(hair: Colour | None) -> bool:
    """Whether hair of this colour grows with fair skin: red and blond, not grey."""
    return hair is not None and luminance(hair) > 0.3 and hair[0] > hair[2] + 0.15


def _iris(rng: np.random.Generator, skin: Colour, hair: Colour) -> Colour:
    """Light eyes come with light skin and hair that is not black."""
    dark = (rgb("#4a2e1b"), rgb("#3a2416"))
    light = (*dark, rgb("#3f6f8f"), rgb("#4f7a45"), rgb("#6b4a26"))
    choices = light if min(skin) > 0.6 and luminance(hair) > 0.14 else dark
    return choices[int(rng.integers(len(choices)))]
