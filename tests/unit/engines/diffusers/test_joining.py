"""Pictures that share their steps: they join those in work, leave when they are done, and stay what they are alone."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.core.job import Role

pytestmark = pytest.mark.filterwarnings("ignore")

#: Sharing a forward pass computes sums in another order: so many levels of 255 are allowed.
TOLERANCE = 2
MODELS = ["flux", "kontext", "qwen-image", "sdxl", "sd-turbo", "klein", "flux2", "z-image"]


@pytest.fixture
def rows(model):
    """How many rows each forward pass of a model's denoiser had."""
    hooks = []

    def watch(name):
        from easel.engines.diffusers.meeting import KINDS
        from easel.engines.diffusers.speed import denoiser

        part, seen = denoiser(model(name)._base), []
        main = KINDS[type(part).__name__].main
        count = lambda module, args, kwargs: seen.append(len(args[0] if args else kwargs[main]))  # noqa: E731
        hooks.append(part.register_forward_pre_hook(count, with_kwargs=True))
        return seen

    yield watch
    for hook in hooks:
        hook.remove()


def apart(one, other):
    """The largest difference of any two bytes, as far as it is more than rounding."""
    away = np.abs(np.frombuffer(one, np.uint8).astype(int) - np.frombuffer(other, np.uint8)).max()
    return max(0, int(away) - TOLERANCE)


def run(made, turns=-1):
    """So many turns, or all."""
    while made and turns:
        made.turn()
        turns -= 1


@pytest.mark.parametrize("name", MODELS)
def test_a_picture_that_joins_is_what_it_is_alone(name, company, paint, job, rows, painting):
    """One comes after the first step of another, with another prompt, another number of steps and another scale: it
    shares the steps that are left, and both are the same as alone.
    """
    first = job(prompt="a fox", steps=3, seed=5)
    second = job(prompt="two hens and a long story", steps=4, seed=6, guidance_scale=4.0)
    alone = [paint(name, each).pictures[0] for each in (first, second)]
    seen = rows(name)
    one = company(name, painting=painting)
    made, join = one
    join(first)
    run(made, 2 if name == "qwen-image" else 1)
    each = seen[0]
    join(second)
    run(made)
    assert [0, 0] == [apart(*pair) for pair in zip(alone, painting.pictures, strict=True)]
    # Qwen-Image guides by a pass of its own, so it takes two for each step.
    passes = 2 if name == "qwen-image" else 1
    assert [each] * passes + [2 * each] * 2 * passes + [each] * 2 * passes == seen


def test_whoever_is_done_leaves_at_once(company, job, painting):
    """A picture of one step comes out while one of four, which began before it, goes on."""
    made, join = company("flux", painting=painting)
    join(job(steps=4))
    run(made, 1)
    join(job(steps=1))
    run(made, 1)
    assert [2] == [header["order"] for header, _ in painting.of("painted")]
    run(made)
    assert [1, 2] == [header["order"] for header, _ in painting.of("painted")]


def test_an_odd_size_waits_for_nobody_younger(company, job, painting):
    """The oldest takes the steps: an odd size goes when those before it are done, and those after it go on later."""
    made, join = company("flux", painting=painting)
    join(job(steps=1))
    join(job(steps=2, size=Size(96, 64)))
    join(job(steps=3))
    run(made)
    steps = [header["orders"] for header, _ in painting.of("step")]
    assert [[1, 3], [2], [2], [3], [3]] == steps


def test_same_number_of_tokens_but_another_shape_is_no_company(company, job, painting):
    """96 x 64 and 64 x 96 have tensors of the same shapes, but not the same places in the picture."""
    made, join = company("flux", painting=painting)
    join(job(steps=1, size=Size(96, 64)), job(steps=1, size=Size(64, 96)))
    run(made)
    assert [[1], [2]] == [header["orders"] for header, _ in painting.of("step")]


def test_guided_and_unguided_pictures_share_steps(company, paint, job, rows):
    """SDXL doubles its rows for guidance; without it a picture has one row. Both go together."""
    jobs = job(guidance_scale=5.0, negative_prompt="blur"), job(guidance_scale=1.0, seed=9)
    alone = [paint("sdxl", each).pictures[0] for each in jobs]
    seen = rows("sdxl")
    together = paint("sdxl", *jobs).pictures
    assert [3, 3] == seen
    assert [0, 0] == [apart(*pair) for pair in zip(alone, together, strict=True)]


def test_edits_of_several_callers_share_steps(paint, job, refer, rows):
    """Image to image with other pictures and other strengths."""
    jobs = [job(references=(refer(Role.INPUT, n),), strength=0.5 * n, steps=4, seed=n) for n in (1, 2)]
    alone = [paint("flux", each).pictures[0] for each in jobs]
    seen = rows("flux")
    together = paint("flux", *jobs).pictures
    assert [2, 2, 1, 1] == seen
    assert [0, 0] == [apart(*pair) for pair in zip(alone, together, strict=True)]


@pytest.mark.parametrize("options", [{"exact": True}, {"batch_pixels": 64 * 64}, {"solo_pixels": 64 * 64}], ids=str)
def test_steps_are_shared_only_as_far_as_the_operator_allows(options, paint, job):
    """For bit equality, or where the cap is one picture, everybody goes alone: the bits are those of one alone."""
    jobs = [job(seed=n, steps=1) for n in (1, 2)]
    alone = [paint("flux", each).pictures[0] for each in jobs]
    painting = paint("flux", *jobs, **options)
    assert [[1], [2]] == [header["orders"] for header, _ in painting.of("step")]
    assert alone == painting.pictures


def test_compiled_steps_have_few_sizes(paint, job, rows):
    """Three pictures fill up to four rows, so that no size of three has to be compiled; each keeps its own answer."""
    jobs = [job(seed=n, steps=1) for n in range(3)]
    alone = [paint("flux", each).pictures[0] for each in jobs]
    seen = rows("flux")
    together = paint("flux", *jobs, compile=True).pictures
    assert [4] == seen
    assert [0] * 3 == [apart(*pair) for pair in zip(alone, together, strict=True)]


def test_compiled_steps_have_few_lengths_of_text(paint, job, model):
    """Qwen-Image reads texts of any length, each of which would be compiled: they are padded to multiples of 128."""
    jobs = [job(prompt="a fox" + " and a hen" * n, guidance_scale=3.0) for n in (0, 3)]
    alone = [paint("qwen-image", each).pictures[0] for each in jobs]
    lengths = set()
    hook = model("qwen-image")._base.transformer.register_forward_pre_hook(
        lambda module, args, kwargs: lengths.add(kwargs["encoder_hidden_states"].shape[1]), with_kwargs=True
    )
    try:
        padded = [paint("qwen-image", each, compile=True).pictures[0] for each in jobs]
    finally:
        hook.remove()
    assert {256} == lengths
    assert [0] * 2 == [apart(*pair) for pair in zip(alone, padded, strict=True)]


@pytest.fixture
def load_with(published, painting):
    """The company of a model that is loaded with a plan of its own."""

    def make(name, **plan):
        folder = published(name)
        from easel.engines.diffusers.company import Company
        from easel.engines.diffusers.load import load
        from easel.engines.diffusers.options import Options
        from easel.engines.diffusers.plan import Plan
        from easel.engines.diffusers.repository import check

        loaded = load(check(folder), (), Plan(**{"device": "cpu", "dtype": "float32", **plan}), Options())
        return Company(loaded, Options(), painting.report, set())

    return make


def orders(*jobs):
    """Pictures to be painted, numbered from 1."""
    from easel.engines.diffusers.wire import Order

    return [Order(number, job, 0) for number, job in enumerate(jobs, start=1)]


@pytest.mark.parametrize("name", [*MODELS, "qwen-edit", "step1x"])
def test_parts_that_are_lent_paint_the_same_picture(name, load_with, painting, job, refer):
    """One part at a time on the device, the others on the host: nothing but rounding changes."""
    given = (refer(Role.INPUT, 5),) if name in ("qwen-edit", "step1x") else ()
    wishes = [job(seed=seed, references=given, guidance_scale=3.0) for seed in (5, 6)]
    pictures = []
    for offload in ("none", "model"):
        made = load_with(name, offload=offload)
        made.add(orders(*wishes))
        run(made)
        pictures.append(painting.pictures)
        painting.events.clear()
    assert [0, 0] == [apart(*pair) for pair in zip(*pictures, strict=True)]


def test_nobody_joins_where_parts_are_lent_to_the_device(load_with, paint, job, painting):
    """With one part at a time on the device, a newcomer's text encoder would drive out the denoiser; those who come
    together share their steps all the same.
    """
    jobs = [job(seed=n) for n in (1, 2)]
    expected = paint("flux", *jobs).pictures
    made = load_with("flux", offload="model")
    assert made.open
    made.add(orders(*jobs))
    assert not made.open
    run(made)
    assert made.open
    assert expected == painting.pictures


@pytest.mark.parametrize("name", MODELS)
def test_steps_are_shared_in_half_precision(name, load_with, painting, job):
    """As on a GPU: bfloat16 weights, and whatever else the pipelines keep in which type."""
    made = load_with(name, dtype="bfloat16")
    made.add(orders(*(job(prompt="a hen " * n, seed=n, steps=2) for n in (1, 2))))
    run(made)
    assert 2 == len(set(painting.pictures))
    assert {(1, 2)} == {tuple(header["orders"]) for header, _ in painting.of("step")}
