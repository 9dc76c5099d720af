"""A small FLUX with random weights, as the acceptance tests have it served; and its picture without Easel."""

import base64
import warnings
from pathlib import Path

from easel.models import load_cards
from support import opened

NEEDED = ("torch", "diffusers", "transformers", "accelerate")
MODEL = "black-forest-labs/flux.1-dev"
#: Where the built-in card looks for its weights.
SOURCE = next(route.source for route in load_cards().find(MODEL).routes if route.engine == "diffusers")

#: What `streamed` tells when all is well: two unfinished pictures, then the finished one, as OpenAI's events.
STREAM = [("partial_image", 0, (256, 256)), ("partial_image", 1, (256, 256)), ("completed", None, (256, 256))]


def streamed(client):
    """The events of a streamed picture: what each one is, its number, the size of its picture."""
    stream = client.images.generate(
        model=MODEL, prompt="a red fox", size="256x256", stream=True, partial_images=2,
        extra_body={"seed": 5, "steps": 6},
    )  # fmt: skip
    return [
        (
            event.type.partition(".")[2],
            getattr(event, "partial_image_index", None),
            opened(base64.b64decode(event.b64_json)).size,
        )
        for event in stream
    ]


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
