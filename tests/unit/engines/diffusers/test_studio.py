"""The child's work, in this process: models that come and go, pictures that fail."""

from dataclasses import replace

import pytest

from easel.engines.diffusers.options import Options
from easel.engines.diffusers.wire import Order, pack_batch, unpack_batch

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def studio(published):
    """A studio on the CPU; what it reports is in its `events`."""
    published("flux")
    from easel.engines.diffusers.studio import Studio

    events = []
    made = Studio("cpu", Options(), lambda header, image: events.append(dict(header)), set())
    made.events = events
    return made


def give(studio, source, *jobs):
    """Have pictures painted to their end; returns whether the process may go on, and what was reported."""
    from easel.engines.diffusers.company import Unfit

    studio.events.clear()
    orders = [Order(number, job, 0) for number, job in enumerate(jobs, start=1)]
    header, parts = pack_batch(str(source), orders)
    try:
        studio.accept(header, bytearray(b"".join(parts)))
        studio.turn()
        while studio._company:
            studio.turn()
    except Unfit:
        fit = False
    else:
        fit = True
    return fit, [event["event"] for event in studio.events if event["event"] != "new"]


def test_a_model_is_loaded_once(studio, published, job):
    """The second batch finds it on the device."""
    source = published("flux")
    first, second = (give(studio, source, job(steps=1)) for _ in range(2))
    assert (True, ["loading", "loaded", "step", "painted"]) == first
    assert (True, ["loaded", "step", "painted"]) == second


def test_the_least_recently_used_model_leaves(studio, published, job, monkeypatch):
    """With room for two models, the third takes the place of the one that was not asked for longest."""
    from easel.engines.diffusers import residents

    flux, sdxl, klein = (published(name) for name in ("flux", "sdxl", "klein"))
    for source in (flux, sdxl, flux):
        give(studio, source, job(steps=1))
    assert [str(sdxl), str(flux)] == studio.events[0]["models"]
    loaded, find = studio._residents, residents.find_devices
    # Memory for one more picture only when no more than one model is there.
    monkeypatch.setattr(
        residents,
        "find_devices",
        lambda: [replace(d, free_bytes=0 if len(loaded._models) > 1 else d.total_bytes) for d in find()],
    )
    give(studio, klein, job(steps=1))
    assert [str(flux), str(klein)] == studio.events[1]["models"]


def test_no_model_leaves_in_the_middle_of_a_picture(studio, published, job, monkeypatch):
    """There is room for one model. A picture of another comes while one is in work: that one is finished first, then
    its model leaves.
    """
    from easel.engines.diffusers import residents

    loaded, find = studio._residents, residents.find_devices
    monkeypatch.setattr(
        residents,
        "find_devices",
        lambda: [replace(d, free_bytes=0 if len(loaded._models) > 0 else d.total_bytes) for d in find()],
    )
    first, second = (
        pack_batch(str(published(name)), [Order(number, job(steps=3), 0)])
        for number, name in enumerate(("flux", "sdxl"), start=1)
    )
    studio.accept(first[0], bytearray())
    studio.turn()
    studio.accept(second[0], bytearray())
    while studio._company:
        studio.turn()
    told = [(event["event"], event.get("order"), event.get("models")) for event in studio.events]
    flux, sdxl = str(published("flux")), str(published("sdxl"))
    assert [
        ("loading", None, None), ("loaded", None, [flux]), ("painted", 1, None),
        ("loading", None, None), ("loaded", None, [sdxl]), ("painted", 2, None),
    ] == [each for each in told if each[0] not in ("new", "step")]  # fmt: skip


def test_what_does_not_fit_at_all_fails_alone(studio, published, job, monkeypatch):
    """Weights that are too large for the device fail their own batch; the process goes on."""
    from easel.engines.diffusers import residents

    find = residents.find_devices
    monkeypatch.setattr(residents, "find_devices", lambda: [replace(d, free_bytes=0, total_bytes=0) for d in find()])
    assert (True, ["loading", "failed"]) == give(studio, published("z-image"), job())
    assert "load" == studio.events[-1]["reason"]


def test_weights_that_were_changed_are_not_loaded(studio, published, job, tmp_path):
    """One flipped byte in a safetensors file: the batch fails, nothing is loaded."""
    import shutil

    folder = tmp_path / "flux"
    shutil.copytree(published("flux"), folder)
    weights = next((folder / "transformer").glob("*.safetensors"))
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    assert (True, ["loading", "failed"]) == give(studio, folder, job())


def test_a_poisoned_picture_fails_and_the_next_one_is_painted(studio, published, job):
    """An exception inside the pipeline is reported and forgotten."""
    source = published("flux")
    poisoned = replace(job(), steps=0)
    assert (True, ["loading", "loaded", "failed"]) == give(studio, source, poisoned)
    assert "error" == studio.events[-1]["reason"]
    assert (True, ["loaded", "step", "painted"]) == give(studio, source, job(steps=1))


def test_a_device_that_works_no_more_asks_for_a_new_process(studio, published, job, monkeypatch):
    """Some errors of a GPU stay until the process is replaced."""
    from easel.engines.diffusers import company as module

    monkeypatch.setattr(module, "usable", lambda: False)
    assert (False, ["loading", "loaded", "failed"]) == give(studio, published("flux"), replace(job(), steps=0))


def test_out_of_memory_for_good_asks_for_a_new_process(studio, published, job):
    """The batch fails, and the process says that it had better be replaced."""
    import torch

    give(studio, published("flux"), job(steps=1))
    loaded = studio._residents.get(str(published("flux")))

    def run_out(*_):
        raise torch.OutOfMemoryError("injected by the test")

    hook = loaded.pipeline(loaded.family.text).transformer.register_forward_hook(run_out)
    try:
        assert (False, ["loaded", "failed"]) == give(studio, published("flux"), job())
    finally:
        hook.remove()
    assert "memory" == studio.events[-1]["reason"]


def test_a_picture_that_nobody_waits_for_is_not_begun(studio, published, job):
    """Cancelled while it was on its way: no step is taken, and its number is forgotten."""
    give(studio, published("flux"), job(steps=1))
    studio._cancelled.add(1)
    assert (True, ["loaded", "left"]) == give(studio, published("flux"), job())
    assert set() == studio._cancelled


def test_jobs_of_one_id_are_not_mixed(job):
    """A cluster's replica is given the pictures of a job as jobs of their own, which have its id."""
    whole = job(n=3, seed=5)
    orders = [Order(number, whole.part((number,)), 0) for number in range(3)]
    header, parts = pack_batch("flux", [*orders, Order(3, orders[0].job, 0)])
    unpacked = unpack_batch(header, bytearray(b"".join(parts)))

    assert [5, 6, 7, 5] == [order.seed for order in unpacked]
    assert 3 == len(header["jobs"])
