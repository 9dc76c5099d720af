"""The models that `bench/gpu.py` builds are the published ones in size; built on the `meta` device, without memory."""

import importlib.util
import runpy
from pathlib import Path

import pytest

NEEDED = ("torch", "diffusers", "transformers")

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(not all(map(importlib.util.find_spec, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]

#: Parameters of each part, as published: what its safetensors files list.
PUBLISHED = {
    "flux": {
        "transformer": 11_901_408_320, "text_encoder": 123_060_480, "text_encoder_2": 4_762_310_656, "vae": 83_819_683,
    },
    # Without the encoder's eyes (0.7 of its 8.3 billion), which a prompt alone does not open.
    "qwen-image": {"transformer": 20_430_401_088, "text_encoder": 7_615_874_400, "vae": 126_892_531},
    "sdxl": {
        "unet": 2_567_463_684, "text_encoder": 123_060_480, "text_encoder_2": 694_659_840, "vae": 83_653_863,
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def full():
    """What the benchmark builds at full size, by name."""
    bench = runpy.run_path(str(Path(__file__).parents[4] / "bench/gpu.py"), run_name="bench")
    import torch

    def build(name: str):
        make, shape = bench["FULL"][name]
        with torch.device("meta"):
            return make(shape)

    return build


@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters(name, full):
    """Every part has exactly as many parameters as the published one."""
    import torch

    parts = {part: each for part, each in full(name).components.items() if isinstance(each, torch.nn.Module)}
    assert PUBLISHED[name] == {part: sum(p.numel() for p in each.parameters()) for part, each in parts.items()}


def test_a_step_of_flux_takes_74_tflop(full):
    """One forward pass at 1024 x 1024 with 512 tokens of text goes through, at the work that performance.md reckons."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    transformer = full("flux").transformer
    with torch.device("meta"), FlopCounterMode(display=False) as counter, torch.no_grad():
        made = transformer(
            hidden_states=torch.empty(1, 4096, 64), encoder_hidden_states=torch.empty(1, 512, 4096),
            pooled_projections=torch.empty(1, 768), timestep=torch.empty(1), guidance=torch.empty(1),
            img_ids=torch.empty(4096, 3), txt_ids=torch.empty(512, 3),
        ).sample  # fmt: skip
    assert (1, 4096, 64) == tuple(made.shape)
    assert 74e12 == pytest.approx(counter.get_total_flops(), rel=0.02)
