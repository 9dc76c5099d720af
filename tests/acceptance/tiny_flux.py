"""A small FLUX with random weights, as the acceptance tests have it served; and its picture without Easel."""

import warnings
from pathlib import Path

from easel.models import load_cards

NEEDED = ("torch", "diffusers", "transformers", "accelerate")
MODEL = "black-forest-labs/flux.1-dev"
#: Where the built-in card looks for its weights.
SOURCE = next(route.source for route in load_cards().find(MODEL).routes if route.engine == "diffusers")


def publish_weights(folder: Path) -> None:
    """The folder of weights as `easel pull` would leave it."""
    with warnings.catch_warnings():
        # The libraries' own, of each other.
        warnings.simplefilter("ignore")
        from easel.engines.diffusers.repository import seal
        from easel.engines.diffusers.source import Source
        from easel.testing.random_models import publish

        source = Source.parse(SOURCE)
        place = source.path(folder)
        place.parent.mkdir(parents=True)
        seal(publish("flux", place), str(source))


def bare(weights, **arguments):
    """The picture that diffusers alone makes of the same weights."""
    import diffusers
    import torch

    torch.set_num_threads(1)
    folder = next(weights.glob("*/*"))
    pipeline = diffusers.FluxPipeline.from_pretrained(folder, use_safetensors=True, local_files_only=True)
    return pipeline(generator=torch.Generator("cpu").manual_seed(5), **arguments).images[0]
