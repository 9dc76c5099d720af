"""Recipes: what makes a picture again."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easel.core.image import Image, Size
from easel.core.job import Reference, Role, Style
from easel.finishing.encode import encode
from easel.finishing.metadata import Metadata
from easel.finishing.recipe import Recipe, RecipeReference, digest, read_recipe
from unit.finishing.pictures import flat, job, noise, painted, photo

GREY = flat(30, 20, 128, 128, 128)
FULL_JOB = job(
    negative_prompt="dogs", size=Size(64, 48), n=4, seed=39, steps=12, guidance_scale=4.5, strength=0.4, quality="hd",
    references=(Reference(Role.INPUT, b"file", "image", GREY),), style=Style("水彩", 0.3), background="transparent",
    rewrite_prompt=True, watermark=True, output_format="webp", output_compression=75, stream=True, partial_images=2,
).with_seeds()  # fmt: skip
FULL = Recipe.of(
    painted(photo(64, 48), unpainted=("gloaming",), details={"engine": "painter", "plan": {"sky": ["dusk"]}}),
    FULL_JOB,
    Size(64, 48),
)


def test_of():
    """A recipe says what was asked for and what came of it."""
    assert ("image-01", "painter", "a cat", "a cat, painted") == (
        FULL.model, FULL.engine, FULL.prompt, FULL.revised_prompt
    )  # fmt: skip
    assert (64, 48, 41, ("gloaming",)) == (FULL.width, FULL.height, FULL.seed, FULL.unpainted)
    assert ("水彩", 0.3) == (FULL.style, FULL.style_weight)
    assert (RecipeReference("input", digest(GREY)),) == FULL.references


def test_job_again():
    """The recipe's job is the first job with n = 1 and the picture's own seed."""
    again = FULL.job([GREY])
    kept = (
        "model prompt negative_prompt size steps guidance_scale strength style quality background rewrite_prompt "
        "watermark output_format output_compression"
    ).split()
    assert {name: getattr(FULL_JOB, name) for name in kept} == {name: getattr(again, name) for name in kept}
    assert (1, 41, (41,)) == (again.n, again.seed, again.seeds)
    assert [(Role.INPUT, GREY)] == [(r.role, r.image) for r in again.references]
    assert again == again.with_seeds()


def test_same_recipe_again():
    """The recipe of a picture made from a recipe is the same recipe."""
    again = painted(photo(64, 48), unpainted=FULL.unpainted, details=FULL.details)
    assert FULL == Recipe.of(again, FULL.job([GREY]), again.image.size)


def test_job_needs_the_same_pictures():
    """A recipe with references needs the very same pixels."""
    for wrong in ([], [flat(30, 20, 128, 128, 129)], [flat(20, 30, 128, 128, 128)], [GREY, GREY]):
        with pytest.raises(ValueError, match="reference images"):
            FULL.job(wrong)


def test_digest_knows_the_shape():
    """Pictures with the same bytes in another shape have another digest."""
    pixels = bytes(24)
    assert 3 == len({digest(Image(w, h, c, pixels)) for w, h, c in ((8, 1, 3), (1, 8, 3), (6, 1, 4))})


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_round_trip_in_files(output_format):
    """A recipe survives its file."""
    data = encode(photo(64, 48), output_format, quality=80, metadata=Metadata(recipe=FULL.to_json())).data
    assert FULL == read_recipe(data)


@pytest.mark.parametrize(
    "prompt",
    ["", "\0", "\x01\x1f\x7f\x85\u2028", "😀👩‍👩‍👧", "\ud800", "\udfff\ud800", "\ufffe\uffff", "]]>", "<!DOCTYPE a>",
     "&amp;&#0;", "\r\n\t", '"\\u0000"', "</easel:Recipe>", "<?xpacket end='w'?>",
     "猫" * 32_000, "😀" * 32_000, "\0" * 32_000],
)  # fmt: skip
@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_odd_prompts_in_files(output_format, prompt):
    """No prompt breaks the packet, and each comes back as it was."""
    recipe = replace(FULL, prompt=prompt, revised_prompt=prompt, negative_prompt=prompt)
    data = encode(GREY, output_format, quality=80, metadata=Metadata(recipe=recipe.to_json())).data
    assert recipe == read_recipe(data)


@given(st.text(st.characters(codec=None)))
def test_any_prompt_is_legal_xml(prompt):
    """Every text is legal in XML and comes back, but for halves of a character that happen to meet."""
    text = replace(FULL, prompt=prompt).to_json()
    tree = ET.fromstring(Metadata(recipe=text).packet())
    expected = prompt.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    assert expected == Recipe.from_json(tree.find(".//{*}Recipe").text).prompt


def test_readable():
    """Chinese stays readable in the file."""
    assert "一只猫" in replace(FULL, prompt="一只猫").to_json()


def test_newer_versions():
    """Fields that a later version added are passed over, and missing optional ones get their defaults."""
    table = json.loads(FULL.to_json())
    assert FULL == Recipe.from_json(json.dumps({**table, "lora": "x"}))
    del table["watermark"]
    assert replace(FULL, watermark=False) == Recipe.from_json(json.dumps(table))


@pytest.mark.parametrize(
    "change",
    [{"seed": "1"}, {"seed": True}, {"seed": None}, {"watermark": 1}, {"references": 3}, {"prompt": None},
     {"details": []}, {"references": [{"role": "x"}]}, {"references": [{"role": "boss", "digest": "x"}]}, {"style": 3},
     {"unpainted": None}],
)  # fmt: skip
def test_wrong_types(change):
    """A recipe with a wrong type in it is no recipe."""
    with pytest.raises(ValueError, match=r"recipe|Role"):
        Recipe.from_json(json.dumps({**json.loads(FULL.to_json()), **change}))


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", "null", "1", '"x"', "[" * 100_000, '{"model":"x"}'])
def test_no_recipe(text):
    """What is no recipe is read as none."""
    data = encode(noise(8, 8), "png", quality=0, metadata=Metadata(recipe=text)).data
    assert None is read_recipe(data)


def test_foreign_file():
    """A file without a recipe has none."""
    assert None is read_recipe(encode(noise(8, 8), "png", quality=0, metadata=Metadata()).data)
    assert None is read_recipe(b"GIF89a")
