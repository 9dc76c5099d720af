"""Colour and cut of hair in one breath, hair that is tied up, beards and faces."""

import pytest

from easel.engines.painter.language import read

RED, BROWN, BLACK, WHITE, BLOND = "#b5482a", "#85552f", "#26252b", "#f5f4f0", "#e3b13a"


@pytest.mark.parametrize(
    ("prompt", "cut", "colour"),
    [
        ("A young woman with long red hair", "long", RED),
        ("a girl with long wavy dark brown hair", "wavy", BROWN),
        ("a woman with short curly black hair", "curly", BLACK),
        ("a long blonde haired woman", "long", BLOND),
        ("a man with shoulder-length brown hair", "long", BROWN),
        ("an old woman with grey hair in a bun", "bun", WHITE),
        ("a woman with straight black hair with bangs", "bangs", BLACK),
        ("一个红色长卷发女孩", "curly", RED),
        ("黑色短发的男孩", "short", BLACK),
        ("留着金色大波浪长发的女人", "wavy", BLOND),
        ("红色头发的女孩", None, RED),
    ],
)
def test_hair_has_its_cut_and_its_colour(prompt, cut, colour):
    """Both are traits of the one figure, and nothing else is in the picture."""
    (thing,) = read(prompt).things

    assert (cut, colour) == (thing.trait("hair"), thing.trait("hair_colour"))


@pytest.mark.parametrize(
    ("prompt", "trait", "value"),
    [
        ("a man with a long white beard", "beard", "long"),
        ("a man with a moustache", "beard", "moustache"),
        ("a man with a moustache and beard", "beard", "full"),
        ("a girl with freckles", "face", "freckles"),
        ("满脸雀斑的女孩", "face", "freckles"),
        ("a girl with a pearl earring", "accessory", "earrings"),
    ],
)
def test_faces_have_what_is_told(prompt, trait, value):
    """Beards by their length, freckles and earrings are traits that the drawing shows."""
    plan = read(prompt)

    assert (value, ()) == (plan.things[0].trait(trait), plan.unpainted)
