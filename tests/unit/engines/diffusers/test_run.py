"""A batch while it runs: progress, unfinished pictures, cancellation, too little memory."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def flux(model):
    """The loaded FLUX pipeline's denoiser."""
    return model("flux").pipeline(model("flux").family.text).transformer


@pytest.fixture
def memory(flux):
    """Make the denoiser run out of memory in the forward passes of these numbers (from 1); says how many there were."""
    import torch

    passes, failing, hooks = [], set(), []

    def run_out(module, args, kwargs):
        passes.append(kwargs["hidden_states"].shape[0])
        if len(passes) in failing:
            msg = "injected by the test"
            raise torch.OutOfMemoryError(msg)

    def set_up(*numbers):
        failing.update(numbers)
        hooks.append(flux.register_forward_pre_hook(run_out, with_kwargs=True))
        return passes

    yield set_up
    for hook in hooks:
        hook.remove()


def test_every_step_is_reported(paint, job):
    """The server hears of each step: that is how it knows that the device is not hung."""
    steps = [(header["step"], header["of"]) for header, _ in paint("flux", job(steps=3)).of("step")]
    assert [(1, 3), (2, 3), (3, 3)] == steps


def test_unfinished_pictures_come_at_even_steps(paint, job):
    """Two of them in six steps: after the second and the fourth; whoever does not stream gets none."""
    painting = paint("flux", job(steps=6, stream=True, partial_images=2), job(steps=6, seed=9))
    order = [
        (header["step"] if header["event"] == "step" else (header["order"], header["stage"]))
        for header, _ in painting.events
        if header["event"] in ("step", "partial")
    ]
    assert [1, 2, (1, 0), 3, 4, (1, 1), 5, 6] == order


@pytest.mark.parametrize("name", ["flux", "qwen-image", "sdxl", "klein", "z-image"])
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


def test_cancellation_ends_a_batch_between_two_steps(paint, job, flux):
    """When everybody has gone, the step in work is the last one."""
    from easel.engines.diffusers.run import Cancelled

    passes, cancelled = [], set()

    def count(*_):
        passes.append(1)
        if len(passes) == 2:
            cancelled.add(1)

    hook = flux.register_forward_hook(count)
    try:
        with pytest.raises(Cancelled):
            paint("flux", job(steps=20), cancelled=cancelled)
    finally:
        hook.remove()
    assert 2 == len(passes)


def test_one_who_leaves_takes_only_his_own_picture_along(paint, job, flux):
    """Of two in a batch one is cancelled: the other's picture is what it is anyway."""
    expected = paint("flux", job(seed=9, steps=4)).pictures
    cancelled = set()
    hook = flux.register_forward_hook(lambda *_: cancelled.add(1))
    try:
        painting = paint("flux", job(seed=8, steps=4), job(seed=9, steps=4), cancelled=cancelled)
    finally:
        hook.remove()
    assert [2] == [header["order"] for header, _ in painting.of("painted")]
    assert 2 >= max(abs(a - b) for a, b in zip(expected[0], painting.pictures[0], strict=True))


def test_out_of_memory_a_batch_is_halved(paint, job, memory):
    """Four pictures do not fit: two and two do, and everybody gets a picture; nothing is shown twice."""
    passes = memory(1)
    painting = paint("flux", *(job(seed=n, steps=1) for n in range(4)))
    assert [4, 2, 2] == passes
    assert [1, 2, 3, 4] == [header["order"] for header, _ in painting.of("painted")]


def test_unfinished_pictures_go_on_after_a_second_try(paint, job, memory):
    """Out of memory after the first unfinished picture: the second try shows only the next one."""
    memory(3)
    painting = paint("flux", *(job(seed=n, steps=4, stream=True, partial_images=2) for n in range(2)))
    assert [(1, 0), (1, 1), (2, 0), (2, 1)] == [(h["order"], h["stage"]) for h, _ in painting.of("partial")]


def test_out_of_memory_a_single_picture_is_decoded_in_tiles(paint, job, memory, model, monkeypatch):
    """One picture alone cannot be halved: the decoder works in tiles, for this once."""
    switched = []
    monkeypatch.setattr(model("flux"), "tile", lambda on: switched.append(on))
    memory(1)
    assert 1 == len(paint("flux", job()).pictures)
    assert [True, False] == switched


def test_out_of_memory_twice_is_the_end(paint, job, memory):
    """The smaller try did not fit either: the batch fails, and the process is to be replaced."""
    from easel.engines.diffusers.care import OutOfMemory

    memory(1, 2)
    with pytest.raises(OutOfMemory):
        paint("flux", job())


def test_other_errors_are_not_taken_for_lack_of_memory(paint, job, flux):
    """A fault in the model is raised as it is, at the first try."""
    passes = []

    def fail(*_):
        passes.append(1)
        raise RuntimeError("shapes do not match")

    hook = flux.register_forward_hook(fail)
    try:
        with pytest.raises(RuntimeError, match="shapes do not match"):
            paint("flux", job())
    finally:
        hook.remove()
    assert [1] == passes
