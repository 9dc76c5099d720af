"""LoRAs: only registered ones, by alias."""

import pytest

from easel.engines.diffusers.lora import Adapter, Lora, Loras, open_lora
from easel.engines.diffusers.manifest import RepositoryRefused
from easel.engines.diffusers.repository import seal
from easel.engines.diffusers.source import Source
from unit.engines.diffusers.repositories import SOURCE, pipeline, put, weights

REGISTRY = f"""
[ink]
source = "{SOURCE}"
weight = 0.8

[soft-light]
source = "/srv/loras/light"
file = "light.safetensors"
"""


@pytest.fixture
def register(tmp_path):
    """Read a registry of this text."""

    def run(text: str) -> Loras:
        (tmp_path / "loras.toml").write_text(text)
        return Loras.load(tmp_path / "loras.toml")

    return run


def test_registry(register):
    """A route's LoRAs are found by their aliases, in the route's order."""
    loras = register(REGISTRY)
    light = Lora("soft-light", Source.parse("/srv/loras/light"), 1.0, "light.safetensors")
    ink = Lora("ink", Source.parse(SOURCE), 0.8)

    assert [ink, light] == list(loras)
    assert (light, ink) == loras.of(Source.parse(f"{SOURCE} + soft-light + ink"))
    assert () == loras.of(Source.parse(SOURCE))
    assert [] == list(Loras.load(None))


def test_unregistered(register):
    """An alias that is not registered is refused with those that are."""
    with pytest.raises(ValueError, match=r"no LoRA is registered as 'wool' \(EASEL_LORAS has: ink, soft-light\)"):
        register(REGISTRY).of(Source.parse(f"{SOURCE} + wool"))
    with pytest.raises(ValueError, match="has: none"):
        Loras().find("ink")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ink", "loras.toml"),
        ("ink = 3", "loras.toml"),
        ("[ink]\nweight = 1", "source is missing"),
        (f'[ink]\nsource = "{SOURCE}"\nscale = 1', "scale is not known"),
        ('[ink]\nsource = "someone/tiny@main"', "40 hex digits"),
        (f'[ink]\nsource = "{SOURCE} + pen"', "names no LoRA"),
        (f'[ink]\nsource = "{SOURCE}"\nweight = 4.5', "from -4 to 4"),
        (f'[ink]\nsource = "{SOURCE}"\nweight = nan', "from -4 to 4"),
        (f'[ink]\nsource = "{SOURCE}"\nweight = "much"', "loras.toml"),
        (f'["../ink"]\nsource = "{SOURCE}"', "is no alias"),
    ],
)
def test_bad_registries(register, text, problem):
    """A registry with a fault is refused by its name and the fault."""
    with pytest.raises(ValueError, match=problem):
        register(text)


def test_opened(tmp_path):
    """A LoRA is checked as weights are; with several files, the registry says which."""
    one = Lora("ink", Source(folder=put(tmp_path / "one", {"ink.safetensors": weights(8)})), 0.5)
    with pytest.raises(RepositoryRefused, match="has not been checked"):
        open_lora(one, tmp_path)
    seal(one.source.folder)
    assert Adapter("ink", one.source.folder, "ink.safetensors", 0.5) == open_lora(one, tmp_path)

    folder = put(tmp_path / "two", {"a.safetensors": weights(8), "b.safetensors": weights(9)})
    seal(folder)
    assert "b.safetensors" == open_lora(Lora("ink", Source(folder=folder), file="b.safetensors"), tmp_path).file
    for file in ("", "c.safetensors"):
        with pytest.raises(RepositoryRefused, match=r"these files: a\.safetensors, b\.safetensors"):
            open_lora(Lora("ink", Source(folder=folder), file=file), tmp_path)

    whole = put(tmp_path / "whole", pipeline())
    seal(whole)
    with pytest.raises(RepositoryRefused, match="a whole pipeline"):
        open_lora(Lora("ink", Source(folder=whole)), tmp_path)
