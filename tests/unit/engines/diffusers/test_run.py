"""Pictures while they are in work: progress, unfinished ones, cancellation, too little memory, faults."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def flux(model):
    """The loaded FLUX pipeline's denoiser."""
    from easel.engines.diffusers.speed import denoiser

    return denoiser(model("flux")._base)


class Passes(list):
    """How many pictures went through each forward pass of the denoiser."""

    #: Called after each.
    then = staticmethod(lambda: None)


@pytest.fixture
def passes(flux):
    """The denoiser's forward passes."""
    seen = Passes()

    def see(module, args, kwargs):
        seen.append(kwargs["hidden_states"].shape[0])
        seen.guidance = kwargs["guidance"]
        seen.then()

    hook = flux.register_forward_pre_hook(see, with_kwargs=True)
    yield seen
    hook.remove()


@pytest.fixture
def memory(passes):
    """Make the denoiser run out of memory in the forward passes of these numbers (from 1)."""
    import torch

    def set_up(*numbers):
        def run_out():
            if len(passes) in numbers:
                msg = "injected by the test"
                raise torch.OutOfMemoryError(msg)

        passes.then = run_out
        return passes

    return set_up


def test_every_step_is_reported(paint, job):
    """The server hears of each step: that is how it knows that the device is not hung. The first of a size may take
    longer, and is announced.
    """
    painting = paint("flux", job(steps=3))
    assert ["new", "step", "step", "step", "painted"] == [header["event"] for header, _ in painting.events]


def test_unfinished_pictures_come_at_even_steps(paint, job):
    """Two of them in six steps: after the second and the fourth; whoever does not stream gets none."""
    painting = paint("flux", job(steps=6, stream=True, partial_images=2), job(steps=6, seed=9))
    order = [
        "step" if header["event"] == "step" else (header["order"], header["stage"])
        for header, _ in painting.events
        if header["event"] in ("step", "partial")
    ]
    assert ["step", "step", (1, 0), "step", "step", (1, 1), "step", "step"] == order


@pytest.mark.parametrize("name", ["flux", "qwen-image", "sdxl", "sd-turbo", "klein", "flux2", "z-image"])
def test_the_last_unfinished_picture_is_nearly_the_finished_one(name, paint, job):
    """The latents of each family become a picture of the same shape, without the noise that is still in them."""
    import numpy as np

    painting = paint(name, job(steps=6, stream=True, partial_images=3))
    finished = np.frombuffer(painting.pictures[0], np.uint8).astype(float)
    shown = [np.frombuffer(image.pixels, np.uint8) for _, image in painting.of("partial")]
    away = [float(np.abs(each - finished).mean()) for each in shown]
    assert 3 == len(away)
    assert 0.25 * finished.std() > away[-1]


def test_unfinished_pictures_change_nothing(paint, job):
    """Streamed or not, the finished picture is the same."""
    assert paint("flux", job()).pictures == paint("flux", job(stream=True, partial_images=1)).pictures


def test_cancellation_ends_a_picture_between_two_steps(paint, job, flux):
    """When its owner has gone, the step in work is the last one; what the pipeline had turned off is on again."""
    import torch

    passes, cancelled = [], set()

    def count(*_):
        passes.append(1)
        if len(passes) == 2:
            cancelled.add(1)

    hook = flux.register_forward_hook(count)
    try:
        painting = paint("flux", job(steps=20), cancelled=cancelled)
    finally:
        hook.remove()
    assert 2 == len(passes)
    assert [1] == [header["order"] for header, _ in painting.of("left")]
    assert torch.is_grad_enabled()


def test_one_who_leaves_takes_only_his_own_picture_along(paint, job, passes):
    """Of two in work one is cancelled: he takes no part in the next step, and the other's picture is what it is."""
    expected = paint("flux", job(seed=9, steps=4)).pictures
    cancelled = set()
    passes.clear()
    passes.then = lambda: cancelled.add(1)
    painting = paint("flux", job(seed=8, steps=4), job(seed=9, steps=4), cancelled=cancelled)
    assert [2, 1, 1, 1] == passes
    assert [2] == [header["order"] for header, _ in painting.of("painted")]
    assert 2 >= max(abs(a - b) for a, b in zip(expected[0], painting.pictures[0], strict=True))


def test_out_of_memory_a_step_is_halved(paint, job, memory):
    """Four pictures do not fit: two and two do, from then on; everybody gets a picture."""
    passes = memory(1)
    painting = paint("flux", *(job(seed=n, steps=2) for n in range(4)))
    assert [4, 2, 2, 2, 2] == passes
    assert [1, 2, 3, 4] == [header["order"] for header, _ in painting.of("painted")]


def test_unfinished_pictures_go_on_after_a_second_try(paint, job, memory):
    """Out of memory after the first unfinished picture: the second try shows only the next one."""
    memory(3)
    painting = paint("flux", job(steps=4, stream=True, partial_images=2))
    assert [0, 1] == [header["stage"] for header, _ in painting.of("partial")]
    assert 1 == len(painting.pictures)


def test_out_of_memory_a_single_picture_is_decoded_in_tiles(paint, job, memory, model, monkeypatch):
    """One picture alone cannot be halved: it begins again, and the decoder works in tiles, for this picture only."""
    switched = []
    monkeypatch.setattr(model("flux"), "tile", lambda on: switched.append(on))
    memory(1)
    assert 1 == len(paint("flux", job(steps=1)).pictures)
    assert [True, False] * 2 == switched


def test_out_of_memory_twice_is_the_end(company, job, memory, painting):
    """The smaller try did not fit either: the picture fails, and the process is to be replaced."""
    from easel.engines.diffusers.company import Unfit

    memory(1, 2)
    made, join = company("flux", painting=painting)
    join(job())
    made.turn()
    with pytest.raises(Unfit):
        made.turn()
    assert [{"event": "failed", "reason": "memory", "order": 1}] == [header for header, _ in painting.of("failed")]


def test_other_errors_are_not_taken_for_lack_of_memory(paint, job, passes, capfd):
    """A fault in the model fails the picture at the first try; the operator's log has its traceback."""

    def fail():
        raise RuntimeError("shapes do not match")

    passes.then = fail
    painting = paint("flux", job())
    assert [1] == passes
    assert ["error"] == [header["reason"] for header, _ in painting.of("failed")]
    assert "shapes do not match" in capfd.readouterr().err


def test_a_poisoned_picture_fails_alone(paint, job, passes):
    """A step of three fails: each goes on for itself, the one to blame fails, the others are painted."""

    def fail():
        if passes.guidance.isnan().any():
            raise RuntimeError("poison")

    passes.then = fail
    painting = paint("flux", job(seed=1), job(seed=2, guidance_scale=float("nan")), job(seed=3))
    assert [3, 1, 1, 1, 1, 1] == passes
    assert [1, 3] == [header["order"] for header, _ in painting.of("painted")]
    assert [2] == [header["order"] for header, _ in painting.of("failed")]


def test_a_picture_that_cannot_begin_fails_alone(paint, job, capfd):
    """Weights that only edit are asked for a picture out of nothing: that fails, and the process goes on."""
    painting = paint("qwen-edit", job())
    assert ["error"] == [header["reason"] for header, _ in painting.of("failed")]
    assert "reference image is needed" in capfd.readouterr().err
