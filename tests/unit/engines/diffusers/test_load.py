"""Loading with a plan and options: LoRAs, quantised weights, and what makes pipelines faster."""

from dataclasses import replace

import numpy as np
import pytest

from easel.engines.diffusers.lora import Adapter
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.plan import Plan
from easel.engines.diffusers.wire import Order

pytestmark = pytest.mark.filterwarnings("ignore")

PLAN = Plan(device="cpu", dtype="float32")


@pytest.fixture
def loaded(published):
    """Load the small FLUX with these options, and make one picture; with how often its denoiser ran."""

    def load_and_paint(job, *, plan=PLAN, adapters=(), name="flux", **options):
        folder = published(name)
        from easel.engines.diffusers.company import Company
        from easel.engines.diffusers.load import load
        from easel.engines.diffusers.repository import check

        model = load(check(folder), adapters, plan, Options(**options))
        events = []
        company = Company(model, Options(**options), lambda header, image: events.append(image), set())
        company.add([Order(1, job, 0)])
        while company:
            company.turn()
        return np.frombuffer(events[-1].pixels, np.uint8).astype(int)

    return load_and_paint


@pytest.mark.parametrize("name", ["flux", "kontext", "qwen-image", "sdxl", "sd-turbo", "klein", "z-image"])
def test_a_lora_is_melted_into_the_weights(name, loaded, published, job, tmp_path):
    """A registered LoRA changes the picture by its weight: none at 0, and at 1 as diffusers applies it; the model
    without it is as it was.
    """
    folder = published(name)
    import diffusers
    import torch

    from easel.testing.random_models import publish_lora

    publish_lora(name, tmp_path)
    pipeline = diffusers.DiffusionPipeline.from_pretrained(folder, use_safetensors=True, local_files_only=True)
    pipeline.set_progress_bar_config(disable=True)
    pipeline.load_lora_weights(tmp_path, weight_name="pytorch_lora_weights.safetensors", local_files_only=True)
    picture = pipeline(
        prompt="a red fox", width=64, height=64, num_inference_steps=2, generator=torch.Generator().manual_seed(3),
        **({"true_cfg_scale": 2.5, "negative_prompt": " "} if name == "qwen-image" else {"guidance_scale": 2.5}),
        **({"max_area": 64 * 64} if name == "kontext" else {}),
    ).images[0]  # fmt: skip
    expected = np.asarray(picture).ravel().astype(int)
    adapter = Adapter("fox", tmp_path, "pytorch_lora_weights.safetensors", 1.0)
    plain, none, whole, again = (
        loaded(job(), adapters=adapters, name=name)
        for adapters in ((), (replace(adapter, weight=0.0),), (adapter,), ())
    )
    assert np.array_equal(plain, none)
    assert np.array_equal(plain, again)
    assert 2 >= np.abs(expected - whole).max()
    assert 2 < np.abs(plain - whole).max()


def test_a_lora_of_another_model_is_refused(loaded, published, job, tmp_path):
    """One whose matrices are not the model's, or that has none for it, is an error, not a LoRA without effect."""
    published("flux")
    from easel.testing.random_models import publish_lora

    adapter = Adapter("fox", publish_lora("sdxl", tmp_path), "pytorch_lora_weights.safetensors", 1.0)
    with pytest.raises((ValueError, RuntimeError)):
        loaded(job(), adapters=(adapter,))


@pytest.mark.parametrize(
    "options", [{"fuse_qkv": True}, {"channels_last": True}, {"attention": "_native_math"}], ids=str
)
def test_what_is_only_faster_changes_no_picture(options, loaded, job):
    """Fused matrices, another layout of tensors, another attention kernel: the same picture, but for rounding."""
    import diffusers

    # Another attention kernel is for the whole process: afterwards it has its own again.
    with diffusers.attention_backend("native"):
        assert 2 >= np.abs(loaded(job()) - loaded(job(), **options)).max()


@pytest.mark.parametrize(("published_side", "tiles"), [(1024, 9), (512, 9), (256, 36)])
def test_a_picture_of_1024_is_decoded_in_tiles(published_side, tiles, published):
    """Of 512 pixels a side, a quarter of which overlaps, even if the weights' own would take the picture whole."""
    published("flux")
    import diffusers
    import torch

    from easel.engines.diffusers.load import make_tiles_small
    from easel.testing import random_models

    narrow = {**random_models.SMALL_VAE, "block_out_channels": (4, 4, 4, 4)}
    vae = diffusers.AutoencoderKL(**random_models.PLAIN_VAE, **narrow, sample_size=published_side)
    make_tiles_small(vae)
    vae.enable_tiling()
    sides = []
    vae.decoder.register_forward_pre_hook(lambda module, args: sides.append(8 * max(args[0].shape[-2:])))
    with torch.no_grad():
        made = vae.decode(torch.randn(1, 16, 128, 128)).sample
    assert ((1, 3, 1024, 1024), tiles) == (tuple(made.shape), len(sides))
    assert min(512, published_side) == max(sides)


def test_the_step_cache_skips_work_when_asked(loaded, job, monkeypatch):
    """Off by default; with a threshold above all changes, the later steps reuse the first one's blocks."""
    import diffusers

    blocks = []
    forward = diffusers.models.transformers.transformer_flux.FluxSingleTransformerBlock.forward

    def counted(self, *args, **kwargs):
        blocks.append(1)
        return forward(self, *args, **kwargs)

    monkeypatch.setattr(diffusers.models.transformers.transformer_flux.FluxSingleTransformerBlock, "forward", counted)
    loaded(job(steps=4))
    every = len(blocks)
    loaded(job(steps=4), step_cache=0.99)
    assert (4, True) == (every, len(blocks) - every < 4)


def test_the_step_cache_is_in_the_recipe(published, job):
    """A picture that may have lost detail to it says so; where it has no effect, and without it, nothing is said."""
    published("flux")
    from easel.engines.diffusers.load import load
    from easel.engines.diffusers.repository import check
    from easel.engines.diffusers.run import describe

    notes = []
    for name, options in (("flux", Options(step_cache=0.08)), ("klein", Options(step_cache=0.08)), ("flux", Options())):
        model = load(check(published(name)), (), PLAN, options)
        notes.append(describe(model, model.family.text).get("step_cache"))
    assert [0.08, None, None] == notes


@pytest.mark.parametrize("name", ["kontext", "qwen-image"])
def test_the_step_cache_works_with_every_denoiser_that_has_it(name, loaded, job):
    """Some pipelines open a context for the cache, some do not: both paint; at a tiny threshold nothing is skipped."""
    assert np.array_equal(loaded(job(), name=name), loaded(job(), name=name, step_cache=1e-9))


def test_the_step_cache_is_left_out_where_it_fails(loaded, job):
    """In diffusers 0.42 the blocks of FLUX.2 cannot be cached: the option has no effect there."""
    assert np.array_equal(loaded(job(), name="klein"), loaded(job(), name="klein", step_cache=0.5))


@pytest.mark.parametrize(("quantisation", "kind"), [("int8", "Int8Tensor"), ("fp8", "Float8Tensor")])
def test_quantised_weights_are_small_and_nearly_the_same(quantisation, kind, published):
    """Wide layers of the named parts come down to one byte for each weight; narrow layers stay as they are."""
    published("flux")
    import torch

    from easel.engines.diffusers.speed import quantise

    class Pipeline:
        text_encoder_2 = torch.nn.Sequential(torch.nn.Linear(512, 512), torch.nn.Linear(512, 8)).to(torch.bfloat16)

    wide, narrow = Pipeline.text_encoder_2
    values = torch.randn(4, 512, dtype=torch.bfloat16)
    before = wide(values)
    quantise(Pipeline, replace(PLAN, dtype="bfloat16", quantisation=quantisation, quantised=("text_encoder_2",)))
    assert (kind, "Parameter") == (type(wide.weight).__name__, type(narrow.weight).__name__)
    assert 0.05 > ((wide(values) - before).norm() / before.norm()).item()


@pytest.fixture(scope="module")
def wide(tmp_path_factory, published):
    """A FLUX whose layers are wide enough to be worth quantising, though it has one block of each kind."""
    published("flux")
    from easel.engines.diffusers.repository import check
    from easel.testing import random_models

    sizes = {**random_models.SMALL_FLUX.transformer, "attention_head_dim": 128, "num_attention_heads": 4}
    shape = replace(random_models.SMALL_FLUX, transformer={**sizes, "axes_dims_rope": (16, 56, 56)})
    folder = tmp_path_factory.mktemp("weights") / "wide"
    random_models.readied(random_models.flux(shape)).save_pretrained(folder, safe_serialization=True)
    return check(folder)


@pytest.mark.parametrize(("quantisation", "kind"), [("int8", "Int8Tensor"), ("fp8", "Float8Tensor")])
def test_a_quantised_pipeline_paints_nearly_the_same_picture(quantisation, kind, wide, job, monkeypatch):
    """On the processor, from loading to the picture: the denoiser's wide layers take one byte for each weight, and
    the picture is bfloat16's but for a few levels.
    """
    import torchao.quantization.quant_api

    from easel.engines.diffusers.company import Company
    from easel.engines.diffusers.load import load

    # torchao wants a card for products in FP8; torch has the same product for processors, only slower.
    monkeypatch.setattr(torchao.quantization.quant_api, "_check_hardware_support", lambda granularity: None)
    pictures, kinds = [], []
    for plan in (
        Plan(device="cpu", dtype="bfloat16"),
        Plan(device="cpu", dtype="bfloat16", quantisation=quantisation, quantised=("transformer",)),
    ):
        model = load(wide, (), plan, Options())
        block = model._base.transformer.single_transformer_blocks[0]
        kinds.append(type(block.proj_mlp.weight).__name__)
        made = []
        company = Company(model, Options(), lambda header, image, made=made: made.append((header, image)), set())
        company.add([Order(1, job(steps=4), 0)])
        while company:
            company.turn()
        header, image = made[-1]
        assert plan.quantisation == header["details"]["quantisation"]
        pictures.append(np.frombuffer(image.pixels, np.uint8).astype(int))
    whole, small = pictures
    assert ["Parameter", kind] == kinds
    assert 10 < whole.std()
    assert 0 < np.abs(whole - small).mean() < 2


def test_compiled_blocks_paint_the_same_picture(loaded, job, monkeypatch):
    """Every kind of repeated block is one graph without breaks; the picture stays the same."""
    import torch

    torch._dynamo.reset()
    # Everything but the last stage, which would take a C++ compiler minutes.
    compiled, whole = [], torch.compile

    def compile_to_graphs(function, **options):
        compiled.append(options)
        return whole(function, backend="eager", **options)

    monkeypatch.setattr(torch, "compile", compile_to_graphs)
    assert 2 >= np.abs(loaded(job(steps=1)) - loaded(job(steps=1), compile=True)).max()
    assert [{"fullgraph": True, "dynamic": False}] * 2 == compiled
