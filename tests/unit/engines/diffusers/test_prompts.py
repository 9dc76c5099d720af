"""A prompt is encoded once for all pictures that have it, and the pictures stay the same to the last bit."""

from contextlib import contextmanager

import pytest

from easel.core.job import Role

pytestmark = pytest.mark.filterwarnings("ignore")


@contextmanager
def encoded(model):
    """Count how often a model's text encoders run."""
    base, runs = model._base, []
    parts = [part for name, part in base.components.items() if name.startswith("text_encoder")]
    hooks = [part.register_forward_pre_hook(lambda *_: runs.append(1)) for part in parts]
    model._prompts.__init__()
    try:
        yield lambda: len(runs) / len(parts)
    finally:
        for hook in hooks:
            hook.remove()


@pytest.mark.parametrize("name", ["flux", "sdxl", "klein", "flux2", "z-image"])
def test_all_pictures_of_a_job_share_one_encoding(name, model, paint, bare, job):
    """Three pictures with one prompt: the text encoders run once, and each picture is the bare class's."""
    jobs = [job(seed=seed, guidance_scale=1.0) for seed in (3, 4, 5)]
    with encoded(model(name)) as runs:
        made = paint(name, *jobs, exact=True)
        # Z-Image is guided from 0 on, by a blank negative prompt.
        assert (2 if name == "z-image" else 1) == runs()
    expected = [
        bare(name, seed=seed, prompt="a red fox", width=64, height=64, num_inference_steps=2, guidance_scale=1.0)
        for seed in (3, 4, 5)
    ]
    assert expected == made.pictures


def test_another_prompt_is_encoded(model, paint, job):
    """Prompt and negative prompt count each for itself; what was encoded before is found again."""
    with encoded(model("qwen-image")) as runs:
        for prompt, negative, expected in [("fox", "a", 2), ("fox", "b", 3), ("a", "fox", 3), ("cat", "a", 4)]:
            paint("qwen-image", job(prompt=prompt, negative_prompt=negative, guidance_scale=3.0))
            assert expected == runs()


def test_pictures_are_part_of_an_editors_prompt(model, paint, job, refer):
    """Qwen's editors read prompt and pictures together: another picture is another prompt."""
    with encoded(model("qwen-edit")) as runs:
        for colour, expected in [(3, 2), (3, 2), (9, 4)]:
            paint("qwen-edit", job(references=(refer(Role.INPUT, colour),), guidance_scale=3.0, negative_prompt="a"))
            assert expected == runs()


def test_what_is_kept_has_a_limit(published):
    """In bytes; the least recently used prompts leave, and what is too large by itself is not kept."""
    published("flux")
    import torch

    from easel.engines.diffusers.prompts import Prompts

    class Pipeline:
        runs = []

        def encode_prompt(self, prompt):
            self.runs.append(prompt)
            return torch.zeros(len(prompt), dtype=torch.uint8), [torch.zeros(1, dtype=torch.uint8)], None

    prompts = Prompts(most_bytes=10)
    pipeline = Pipeline()
    prompts.serve(pipeline)
    for prompt in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb", "d" * 20, "bbbb", "d" * 20):
        embeddings, more, _ = pipeline.encode_prompt(prompt)
        assert (len(prompt), 1) == (len(embeddings), len(more))
        # What the pipeline does with its lists is its own affair.
        more.append("changed")
    assert ["aaaa", "bbbb", "cccc", "bbbb", "d" * 20, "d" * 20] == pipeline.runs
