"""Step1X-Edit, whose pipeline is Easel's own: the published layout and words, and edits through the engine."""

import hashlib

import numpy as np
import pytest

from easel.core.job import Role
from easel.engines.diffusers.pixels import pillow

pytestmark = pytest.mark.filterwarnings("ignore")

#: What the weights have beside FLUX.1's blocks, with its sizes; the language model speaks in 3,584 numbers.
BESIDE = {
    "x_embedder": (3072, 64), "context_embedder": (3072, 4096), "norm_out.linear": (6144, 3072), "proj_out": (64, 3072),
    "time_embed.in_layer": (3072, 256), "time_embed.out_layer": (3072, 3072),
    "vec_embed.in_layer": (3072, 768), "vec_embed.out_layer": (3072, 3072),
    "connector.global_proj_out": (768, 3584), "connector.S.input_embedder": (4096, 3584),
    "connector.S.t_embedder.mlp.0": (4096, 256), "connector.S.t_embedder.mlp.2": (4096, 4096),
    "connector.S.c_embedder.linear_1": (4096, 3584), "connector.S.c_embedder.linear_2": (4096, 4096),
}  # fmt: skip
REFINER = {
    "norm1": (4096,), "norm2": (4096,), "self_attn_qkv": (12288, 4096), "self_attn_proj": (4096, 4096),
    "mlp.fc1": (16384, 4096), "mlp.fc2": (4096, 16384), "adaLN_modulation.1": (8192, 4096),
}  # fmt: skip


@pytest.fixture
def edit(published, job, refer):
    """A job that edits a picture."""
    published("step1x")

    def make(prompt="make it red", colour=3, **values):
        return job(prompt=prompt, references=(refer(Role.INPUT, colour),), **{"guidance_scale": 4.0, **values})

    return make


def test_names_and_sizes_are_the_published_ones(published):
    """At full size every tensor of the denoiser has the name and shape of the converted weights."""
    published("step1x")
    import diffusers
    import torch

    from easel.engines.diffusers.step1x.transformer import Step1XEditTransformer2DModel

    with torch.device("meta"):
        found = {name: tuple(each.shape) for name, each in Step1XEditTransformer2DModel().state_dict().items()}
        flux = {name: tuple(each.shape) for name, each in diffusers.FluxTransformer2DModel().state_dict().items()}
    blocks = {name: shape for name, shape in flux.items() if "transformer_blocks." in name}
    refiner = {
        f"connector.S.individual_token_refiner.blocks.{number}.{name}": shape
        for number in range(2)
        for name, shape in REFINER.items()
    }
    beside = {f"{name}.weight": shape for name, shape in {**BESIDE, **refiner}.items()}
    assert {**blocks, **beside, **{f"{n[:-6]}bias": shape[:1] for n, shape in beside.items()}} == found
    assert (19, 38) == tuple(
        len({name.split(".")[1] for name in blocks if name.startswith(kind)}) for kind in ("tr", "si")
    )


def test_weights_may_hold_what_the_model_does_not_use(published, tmp_path):
    """The converted weights have one number more than the model."""
    folder = published("step1x") / "transformer"
    import shutil

    import safetensors.torch
    import torch

    from easel.engines.diffusers.step1x.transformer import Step1XEditTransformer2DModel

    shutil.copytree(folder, tmp_path / "more")
    file = tmp_path / "more/diffusion_pytorch_model.safetensors"
    tensors = safetensors.torch.load_file(file)
    safetensors.torch.save_file({**tensors, "connector.scale_factor": torch.zeros(1)}, file)
    loaded, told = Step1XEditTransformer2DModel.from_pretrained(tmp_path / "more", output_loading_info=True)
    assert [[], [], []] == [list(told[what]) for what in ("missing_keys", "unexpected_keys", "mismatched_keys")]
    assert all(torch.equal(tensors[name], each) for name, each in loaded.state_dict().items())


def test_the_instruction_is_the_published_one(published):
    """Word by word, to the last sign: the weights were trained with it."""
    published("step1x")
    from easel.engines.diffusers.step1x.reading import instruction

    text = instruction()
    assert (1058, "40882ddca94ca697") == (len(text), hashlib.sha256(text.encode()).hexdigest()[:16])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", ["plain"]),
        ("", []),
        ('say "Hi" now', ['say "', "“H”", "“i”", '" now']),
        ("the girl's hat", ['the girl"', "“s”", "“ ”", "“h”", "“a”", "“t”"]),
        ('a"b"c"d"e', ['a"', "“b”", '"c"', "“d”", '"e']),
        ("say “好”", ['say "', "“好”", '"']),
    ],
)
def test_text_in_quotes_is_read_sign_by_sign(published, text, expected):
    """Every kind of quote opens or closes, an apostrophe, too."""
    published("step1x")
    from easel.engines.diffusers.step1x.reading import pieces

    assert expected == pieces(text)


def test_what_the_language_model_reads(published, model):
    """Instruction, picture, prompt, in this order; a sign in quotes has no quotes of its own; what follows the cut is
    kept, and the rest does not count.
    """
    published("step1x")
    import torch
    from PIL import Image as Pillow

    from easel.engines.diffusers.step1x.reading import CUT, KEPT, instruction, read, tokens

    base = model("step1x")._base
    picture = Pillow.new("RGB", (64, 64), "red")
    given = tokens(base.processor, 'write "AB"', picture)
    text = base.processor.tokenizer.decode(given["input_ids"][0])
    before, after = text.split("<|vision_start|>")
    assert before.endswith(f"{instruction()}Picture 1: ")
    assert "<|vision_end|>" + 'write "AB"<|im_end|>\n<|im_start|>assistant\n' == after.replace("<|image_pad|>", "")
    with torch.no_grad():
        words, mask = read(base.processor, base.text_encoder, 'write "AB"', picture, base.device)
    length = given["input_ids"].shape[1] - CUT
    assert ((1, KEPT, 16), length) == (tuple(words.shape), int(mask.sum()))
    assert not words[0, length:].any()
    assert mask[0, :length].all()


def test_guidance_is_damped_where_it_is_strong(published):
    """Only while there is much noise, and only where wanted and unwanted are more than 1 apart."""
    published("step1x")
    import torch

    from easel.engines.diffusers.step1x.pipeline import guided

    unwanted = torch.zeros(1, 2, 4)
    wanted = torch.tensor([[[0.1, 0, 0, 0], [0, 32.0, 0, 0]]])
    assert torch.equal(6 * wanted, guided(wanted, unwanted, 6.0, 0.93))
    damped = guided(wanted, unwanted, 6.0, 0.94)
    assert torch.equal(6 * wanted[0, 0], damped[0, 0])
    assert 6 * 32.0 / 32**0.4 == pytest.approx(damped[0, 1, 1].item(), rel=1e-5)


def test_patches_come_back_to_their_places(published):
    """Packing is FLUX's, and unpacking undoes it."""
    published("step1x")
    import diffusers
    import torch

    from easel.engines.diffusers.step1x.pipeline import grid, packed

    planes = torch.randn(1, 16, 6, 4)
    assert torch.equal(diffusers.FluxPipeline._pack_latents(planes, 1, 16, 6, 4), packed(planes))
    ids = diffusers.FluxPipeline._prepare_latent_image_ids(1, 3, 2, "cpu", torch.float32)
    assert torch.equal(ids, grid(3, 2, torch.device("cpu")))


def test_an_edit_is_the_pipelines_own(edit, paint, bare):
    """Through the engine: the same bytes as the class called by itself."""
    wish = edit(negative_prompt="blur")
    expected = bare(
        "step1x", seed=3, prompt="make it red", image=pillow(wish.references[0].image), negative_prompt="blur",
        true_cfg_scale=4.0, width=64, height=64, num_inference_steps=2,
    )  # fmt: skip
    painting = paint("step1x", wish)
    assert [expected] == painting.pictures
    (header, _), *_ = painting.of("painted")
    assert ("Step1XEditPipeline", "step1x") == tuple(header["details"][name] for name in ("pipeline", "weights"))
    assert "strength" in header["ignored"]


def test_all_that_is_asked_for_has_an_effect(edit, paint):
    """Another instruction, picture, negative prompt, scale or seed is another picture."""
    wishes = [
        edit(), edit("make it blue"), edit(colour=9), edit(negative_prompt="blur"), edit(guidance_scale=1.0),
        edit(seed=4),
    ]  # fmt: skip
    assert len(wishes) == len({paint("step1x", each).pictures[0] for each in wishes})


def test_edits_share_steps_and_show_unfinished_pictures(edit, paint):
    """Two callers' edits go together, each is what it is alone; the last unfinished picture is nearly the finished."""
    jobs = [edit(seed=5), edit("two hens", colour=9, seed=6)]
    alone = [np.frombuffer(paint("step1x", each).pictures[0], np.uint8).astype(int) for each in jobs]
    painting = paint("step1x", *jobs)
    assert all(2 == len(header["orders"]) for header, _ in painting.of("step"))
    made = [np.frombuffer(each, np.uint8).astype(int) for each in painting.pictures]
    assert [True, True] == [np.abs(a - b).max() <= 2 for a, b in zip(alone, made, strict=True)]

    shown = paint("step1x", edit(steps=6, stream=True, partial_images=3))
    finished = np.frombuffer(shown.pictures[0], np.uint8).astype(float)
    last = np.frombuffer(shown.of("partial")[-1][1].pixels, np.uint8)
    assert 0.25 * finished.std() > np.abs(last - finished).mean()


def test_a_prompt_alone_is_not_its_affair(edit, published, job):
    """Without a picture there is nothing to edit: the route is passed over."""
    from easel.engines.diffusers.arguments import FAMILIES

    family = FAMILIES["Step1XEditPipeline"]
    assert (False, True) == (family.can(job()), family.can(edit()))


@pytest.mark.parametrize("name", ["step1x", "qwen-edit"])
def test_the_language_model_is_told_where_pictures_are(name, model, edit, paint):
    """Its words are those that it has when it is given all that its processor says."""
    import torch

    base, calls = model(name)._base, []
    hook = base.text_encoder.model.register_forward_pre_hook(
        lambda module, args, kwargs: calls.append(kwargs), with_kwargs=True
    )
    model(name)._prompts.__init__()
    try:
        paint(name, edit(steps=1))
    finally:
        hook.remove()
    assert 2 == len(calls)
    for call in calls:
        pictures = call["input_ids"] == base.text_encoder.config.image_token_id
        assert pictures.any()
        assert torch.equal(pictures.int(), call["mm_token_type_ids"])
