"""The memory plan: what fits is put on the device as it is, and only what does not is made smaller, step by step."""

import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from easel.engines.diffusers import devices
from easel.engines.diffusers.devices import Device, find_devices, host_memory
from easel.engines.diffusers.plan import GB, DoesNotFit, Plan, choose_plan
from easel.engines.diffusers.tensors import Tensors

#: Parameters of FLUX.1-dev's parts, in bf16 on disk.
FLUX = {
    "transformer": Tensors(11_901_408_320, 23_802_816_640),
    "text_encoder_2": Tensors(4_762_310_656, 9_524_621_312),
    "text_encoder": Tensors(123_060_480, 246_120_960),
    "vae": Tensors(83_819_683, 167_639_366),
}
CARD = Device("cuda:0", "a card", 80 * GB, 80 * GB, 256 * GB, bf16=True, fp8=True)
CPU = Device("cpu", "a processor", 256 * GB, 256 * GB, 256 * GB)


def with_free(device: Device, gigabytes: float) -> Device:
    """The device with so much free memory."""
    return replace(device, free_bytes=int(gigabytes * GB))


@pytest.mark.parametrize(
    ("gigabytes", "expected"),
    [
        (80, ("none", "none", False)),
        (36, ("none", "none", False)),
        (34, ("none", "none", True)),
        (24, ("fp8", "none", False)),
        (21, ("fp8", "none", True)),
        (19, ("fp8", "model", False)),
        (15, ("fp8", "model", True)),
        (12, ("none", "sequential", False)),
        (4, ("none", "sequential", True)),
    ],
)
def test_ladder(gigabytes, expected):
    """With less and less memory: as it is, decoded in tiles, in FP8, a part at a time, a layer at a time."""
    plan = choose_plan(with_free(CARD, gigabytes), FLUX)
    assert expected == (plan.quantisation, plan.offload, plan.vae_tiling)
    assert ("cuda:0", "bfloat16") == (plan.device, plan.dtype)
    assert plan.needed_bytes <= gigabytes * GB
    assert plan.quantised == (("transformer", "text_encoder_2") if plan.quantisation == "fp8" else ())


def test_too_small():
    """What fits in no way is refused with what it would take."""
    with pytest.raises(DoesNotFit, match=r"needs 3\.0 GB of a card, which has 2\.0 GB free"):
        choose_plan(with_free(CARD, 2), FLUX)


def test_offload_needs_the_host():
    """Parts can only wait in the host's memory if it holds them."""
    with pytest.raises(DoesNotFit):
        choose_plan(replace(with_free(CARD, 12), host_bytes=8 * GB), FLUX)


def test_older_cards():
    """A card without FP8 gets int8; one without bf16 gets fp16."""
    older = replace(with_free(CARD, 24), fp8=False)
    assert "int8" == choose_plan(older, FLUX).quantisation
    assert "float16" == choose_plan(replace(older, bf16=False), FLUX).dtype


def test_processor():
    """A processor calculates in float32, in bfloat16 where memory is short, and never offloads."""
    assert ("float32", "none", "none") == _ways(choose_plan(CPU, FLUX))
    assert ("bfloat16", "none", "none") == _ways(choose_plan(with_free(CPU, 40), FLUX))
    with pytest.raises(DoesNotFit):
        choose_plan(with_free(CPU, 20), FLUX)


def test_apple():
    """Apple's chips share their memory with the processor: there is nothing to offload to."""
    chip = replace(CPU, name="mps")
    assert ("bfloat16", "none", "none") == _ways(choose_plan(with_free(chip, 48), FLUX))
    assert ("float16", "none", "none") == _ways(choose_plan(with_free(replace(chip, bf16=False), 48), FLUX))
    with pytest.raises(DoesNotFit):
        choose_plan(with_free(chip, 24), FLUX)


@pytest.mark.parametrize(
    ("precision", "dtype", "quantisation"),
    [
        ("bf16", "bfloat16", "none"), ("fp16", "float16", "none"), ("fp32", "float32", "none"),
        ("fp8", "bfloat16", "fp8"), ("int8", "bfloat16", "int8"),
    ],
)  # fmt: skip
def test_fixed_precision(precision, dtype, quantisation):
    """A precision that the operator has fixed is kept, however much or little memory there is."""
    for gigabytes in (80, 20):
        plan = choose_plan(with_free(CARD, gigabytes), FLUX, precision=precision)
        assert (dtype, quantisation) == (
            plan.dtype,
            plan.quantisation if plan.offload != "sequential" else quantisation,
        )


def test_small_parts_stay_as_they_are():
    """What is small, and what is no transformer or text encoder, is never quantised."""
    parts = {"unet": Tensors(2_600_000_000, 1), "text_encoder": Tensors(120_000_000, 1), "vae": Tensors(83_000_000, 1)}
    plan = choose_plan(CARD, parts, precision="fp8")
    assert ("none", ()) == (plan.quantisation, plan.quantised)


def test_in_words():
    """The plan in the words of `easel doctor`."""
    plan = Plan("cuda:0", "bfloat16", "fp8", ("transformer",), "model", vae_tiling=True, needed_bytes=15 * GB)
    assert "bfloat16, fp8 (transformer), model offload, tiled VAE, 15.0 GB" == str(plan)


def test_host_memory():
    """Of the host's memory some is free, and not more than there is."""
    total, free = host_memory()
    assert 0 < free <= total


def test_devices():
    """The processor is always a device, the last one."""
    pytest.importorskip("torch")
    last = find_devices()[-1]
    assert "cpu" == last.kind
    assert 0 < last.free_bytes <= last.total_bytes


def _torch(*, cards=(), mps=False):
    """What of torch is asked for its devices: graphics cards by their compute capability, and Apple's chip."""
    return SimpleNamespace(
        cuda=SimpleNamespace(
            device_count=lambda: len(cards),
            mem_get_info=lambda index: (10 * GB, 24 * GB),
            get_device_name=lambda index: f"card {index}",
            get_device_capability=lambda index: cards[index],
        ),
        backends=SimpleNamespace(
            mps=SimpleNamespace(is_available=lambda: mps, is_macos_or_newer=lambda major, minor: major <= 14)
        ),
        mps=SimpleNamespace(recommended_max_memory=lambda: 12 * GB, driver_allocated_memory=lambda: 5 * GB),
    )


def test_graphics_cards(monkeypatch):
    """By their compute capability: bf16 from 8.0 on, FP8 from 8.9 on."""
    monkeypatch.setitem(sys.modules, "torch", _torch(cards=[(7, 5), (8, 6), (8, 9), (9, 0)]))
    *cards, last = find_devices()
    assert ["cuda:0", "cuda:1", "cuda:2", "cuda:3", "cpu"] == [device.name for device in (*cards, last)]
    assert [(False, False), (True, False), (True, True), (True, True)] == [(card.bf16, card.fp8) for card in cards]
    assert {(10 * GB, 24 * GB)} == {(card.free_bytes, card.total_bytes) for card in cards}


def test_an_apple_chip(monkeypatch):
    """It has what the system recommends, less what is taken, and no more than the host has free; no FP8."""
    monkeypatch.setitem(sys.modules, "torch", _torch(mps=True))
    monkeypatch.setattr(devices, "host_memory", lambda: (16 * GB, 9 * GB))
    chip, processor = find_devices()
    assert ("mps", 12 * GB, 7 * GB, True, False) == (chip.name, chip.total_bytes, chip.free_bytes, chip.bf16, chip.fp8)
    monkeypatch.setattr(devices, "host_memory", lambda: (16 * GB, 6 * GB))
    assert 6 * GB == find_devices()[0].free_bytes
    assert "cpu" == processor.name


def _ways(plan: Plan) -> tuple[str, str, str]:
    return plan.dtype, plan.quantisation, plan.offload


def _parts(**billions: float) -> dict[str, Tensors]:
    """Parts of so many thousand million parameters in bf16."""
    return {name: Tensors(int(number * 1e9), int(number * 2e9)) for name, number in billions.items()}


#: What the table in docs/models.md is made for: parameters as published.
PUBLISHED = {
    "FLUX.1-dev, Kontext-dev": FLUX,
    "Qwen-Image, Qwen-Image-Edit-2509": _parts(transformer=20.430, text_encoder=8.292, vae=0.127),
    "Z-Image-Turbo": _parts(transformer=6.155, text_encoder=4.022, vae=0.084),
    "FLUX.2-klein-4B": _parts(transformer=3.876, text_encoder=4.022, vae=0.084),
    "stable-diffusion-xl-base-1.0": _parts(unet=2.567, text_encoder_2=0.695, text_encoder=0.123, vae=0.084),
    "sd-turbo": _parts(unet=0.866, text_encoder=0.340, vae=0.084),
}
CARDS_GB = (8, 12, 16, 24, 48, 80, 141)


def _rung(plan: Plan) -> str:
    """A plan in the words of the table."""
    numbers = plan.quantisation if plan.quantised else "bf16"
    where = {"none": "", "model": ", by parts", "sequential": ", by layers"}[plan.offload]
    return numbers + where + (", tiled" if plan.vae_tiling else "")


def _on_cards(parts: dict[str, Tensors]) -> list[Plan]:
    """The plans on the table's cards; the driver and the desktop take half a GiB of each, the host has 64 GiB free."""
    cards = (replace(CARD, total_bytes=gb * GB, host_bytes=64 * GB) for gb in CARDS_GB)
    return [choose_plan(with_free(card, card.total_bytes / GB - 0.5), parts) for card in cards]


@pytest.mark.parametrize("name", PUBLISHED)
def test_more_memory_never_makes_it_worse(name):
    """From 8 to 141 GiB: every published model has a plan that fits, nothing comes back that a smaller card could do
    without, and on the largest ones the weights stay as they are.
    """
    plans = _on_cards(PUBLISHED[name])
    rungs = [
        (("none", "model", "sequential").index(p.offload), bool(p.quantised), p.vae_tiling)
        for p in plans
        if p.offload != "sequential"
    ]
    assert sorted(rungs, reverse=True) == rungs
    assert all(plan.needed_bytes <= (gb - 0.5) * GB for plan, gb in zip(plans, CARDS_GB, strict=True))
    assert ["bf16", "bf16"] == [_rung(plan) for plan in plans[-2:]]


def test_the_table_of_cards_is_the_plans():
    """docs/models.md says what `easel doctor` would say on each card."""
    page = (Path(__file__).parents[4] / "docs/models.md").read_text(encoding="utf-8")
    rows = [f"| {name} | {' | '.join(map(_rung, _on_cards(parts)))} |" for name, parts in PUBLISHED.items()]
    assert [] == [row for row in rows if row not in page], "\n".join(rows)
