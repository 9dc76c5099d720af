"""Pipelines of the real classes with random weights, small and at full size: nothing is downloaded. Imports torch."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from diffusers.pipelines.flux2.system_messages import SYSTEM_MESSAGE

from easel.testing.tokenizers import CHAT_OF_LISTS, VIDEO_PAD, clip_tokenizer, qwen_tokenizer, t5_tokenizer

#: Layer norms and biases apart, weights are drawn with this deviation: small enough to keep activations finite.
DEVIATION = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How large the parts of a pipeline are."""

    transformer: dict[str, Any]
    vae: dict[str, Any]
    text: dict[str, Any]
    text_2: dict[str, Any] | None = None


SMALL_VAE = {
    "block_out_channels": (8, 8, 16, 16),
    "layers_per_block": 1,
    "norm_num_groups": 4,
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
}
FLUX_VAE = {"latent_channels": 16, "scaling_factor": 0.3611, "shift_factor": 0.1159}
PLAIN_VAE = {**FLUX_VAE, "use_quant_conv": False, "use_post_quant_conv": False}
SMALL_CLIP = {
    "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "projection_dim": 16,
}  # fmt: skip
SMALL_QWEN = {
    "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2,
    "num_key_value_heads": 1,
}  # fmt: skip

SMALL_FLUX = Shape(
    transformer={
        "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16, "num_attention_heads": 2,
        "joint_attention_dim": 32, "pooled_projection_dim": 16, "axes_dims_rope": (4, 6, 6),
    },
    vae=SMALL_VAE,
    text=SMALL_CLIP,
    text_2={"d_model": 32, "d_kv": 8, "d_ff": 32, "num_layers": 2, "num_heads": 2},
)  # fmt: skip
FULL_FLUX = Shape(
    transformer={
        "num_layers": 19, "num_single_layers": 38, "attention_head_dim": 128, "num_attention_heads": 24,
        "joint_attention_dim": 4096, "pooled_projection_dim": 768, "axes_dims_rope": (16, 56, 56),
    },
    vae={
        "block_out_channels": (128, 256, 512, 512), "layers_per_block": 2,
        "down_block_types": ("DownEncoderBlock2D",) * 4, "up_block_types": ("UpDecoderBlock2D",) * 4,
    },
    text={"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12},
    text_2={"d_model": 4096, "d_kv": 64, "d_ff": 10240, "num_layers": 24, "num_heads": 64},
)  # fmt: skip
SMALL_QWEN_IMAGE = Shape(
    transformer={
        "num_layers": 2, "attention_head_dim": 16, "num_attention_heads": 2, "joint_attention_dim": 16,
        "axes_dims_rope": (4, 6, 6),
    },
    vae={"base_dim": 8, "num_res_blocks": 1},
    text=SMALL_QWEN,
)  # fmt: skip
FULL_QWEN_IMAGE = Shape(
    transformer={},
    vae={},
    text={
        "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28,
        "num_key_value_heads": 4,
    },
)  # fmt: skip
SMALL_SDXL = Shape(
    transformer={
        "block_out_channels": (16, 32), "layers_per_block": 1, "attention_head_dim": (2, 4), "cross_attention_dim": 32,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"), "transformer_layers_per_block": (1, 1),
        "addition_time_embed_dim": 8, "projection_class_embeddings_input_dim": 6 * 8 + 16, "norm_num_groups": 4,
    },
    vae=SMALL_VAE,
    text=SMALL_CLIP,
    text_2=SMALL_CLIP,
)  # fmt: skip
FULL_SDXL = Shape(
    transformer={
        "block_out_channels": (320, 640, 1280), "layers_per_block": 2, "attention_head_dim": (5, 10, 20),
        "cross_attention_dim": 2048, "transformer_layers_per_block": (1, 2, 10),
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        "addition_time_embed_dim": 256, "projection_class_embeddings_input_dim": 2816,
    },
    vae=FULL_FLUX.vae,
    text={"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12},
    text_2={
        "hidden_size": 1280, "intermediate_size": 5120, "num_hidden_layers": 32, "num_attention_heads": 20,
        "projection_dim": 1280, "hidden_act": "gelu",
    },
)  # fmt: skip
SMALL_SD = Shape(
    transformer={
        "block_out_channels": (16, 32), "layers_per_block": 1, "attention_head_dim": (2, 4), "cross_attention_dim": 16,
        "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"), "norm_num_groups": 4,
    },
    vae=SMALL_VAE,
    text=SMALL_CLIP,
)  # fmt: skip
SMALL_KLEIN = Shape(
    transformer={
        "in_channels": 128, "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16, "num_attention_heads": 2,
        "joint_attention_dim": 48, "timestep_guidance_channels": 16, "axes_dims_rope": (4, 4, 4, 4),
        "guidance_embeds": False,
    },
    vae=SMALL_VAE,
    # The pipeline joins what layers 9, 18 and 27 say.
    text={**SMALL_QWEN, "num_hidden_layers": 28},
)  # fmt: skip
SMALL_FLUX2 = Shape(
    transformer={**SMALL_KLEIN.transformer, "guidance_embeds": True},
    vae=SMALL_VAE,
    # The pipeline joins what layers 10, 20 and 30 say.
    text={
        "model_type": "mistral", "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 31, "head_dim": 8,
        "num_attention_heads": 2, "num_key_value_heads": 1,
    },
)  # fmt: skip
SMALL_Z_IMAGE = Shape(
    transformer={
        "dim": 32, "n_layers": 2, "n_refiner_layers": 1, "n_heads": 2, "n_kv_heads": 2, "cap_feat_dim": 16,
        "axes_dims": [4, 6, 6], "axes_lens": [1024, 512, 512],
    },
    vae=SMALL_VAE,
    text=SMALL_QWEN,
)  # fmt: skip


def flux(shape: Shape = SMALL_FLUX, kind: str = "FluxPipeline") -> diffusers.DiffusionPipeline:
    """FLUX.1: `FluxPipeline` or `FluxKontextPipeline`."""
    return getattr(diffusers, kind)(
        scheduler=_flow(),
        vae=diffusers.AutoencoderKL(**PLAIN_VAE, **shape.vae),
        text_encoder=_clip(shape.text, transformers.CLIPTextModel),
        tokenizer=clip_tokenizer(),
        text_encoder_2=transformers.T5EncoderModel(_t5(shape.text_2)),
        tokenizer_2=t5_tokenizer(),
        transformer=diffusers.FluxTransformer2DModel(in_channels=64, guidance_embeds=True, **shape.transformer),
    )


def kontext() -> diffusers.DiffusionPipeline:
    """FLUX.1 Kontext, small."""
    return flux(kind="FluxKontextPipeline")


def qwen_image(shape: Shape = SMALL_QWEN_IMAGE) -> diffusers.DiffusionPipeline:
    """Qwen-Image."""
    return diffusers.QwenImagePipeline(**_qwen_parts(shape))


def qwen_edit(shape: Shape = SMALL_QWEN_IMAGE) -> diffusers.DiffusionPipeline:
    """Qwen-Image-Edit-Plus; its processor is written by `publish`, it cannot be made whole without torchvision."""
    return diffusers.QwenImageEditPlusPipeline(**_qwen_parts(shape), processor=None)


def sdxl(shape: Shape = SMALL_SDXL) -> diffusers.DiffusionPipeline:
    """Stable Diffusion XL."""
    with torch.device("cpu"):
        # Its numbers stay on the host, wherever the weights are made.
        scheduler = diffusers.EulerDiscreteScheduler(
            beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1,
            timestep_spacing="leading",
        )  # fmt: skip
    return diffusers.StableDiffusionXLPipeline(
        scheduler=scheduler,
        vae=diffusers.AutoencoderKL(latent_channels=4, scaling_factor=0.13025, **shape.vae),
        text_encoder=_clip(shape.text, transformers.CLIPTextModel),
        tokenizer=clip_tokenizer(),
        text_encoder_2=_clip(shape.text_2, transformers.CLIPTextModelWithProjection),
        tokenizer_2=clip_tokenizer(),
        unet=diffusers.UNet2DConditionModel(
            in_channels=4, out_channels=4, sample_size=128, use_linear_projection=True, addition_embed_type="text_time",
            **shape.transformer,
        ),
    )  # fmt: skip


def sd_turbo(shape: Shape = SMALL_SD) -> diffusers.DiffusionPipeline:
    """Stable Diffusion as SD-Turbo has it: steps from the end of the schedule, no checker of pictures."""
    return diffusers.StableDiffusionPipeline(
        scheduler=diffusers.EulerDiscreteScheduler(
            beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", timestep_spacing="trailing",
        ),
        vae=diffusers.AutoencoderKL(latent_channels=4, scaling_factor=0.18215, **shape.vae),
        text_encoder=_clip(shape.text, transformers.CLIPTextModel),
        tokenizer=clip_tokenizer(),
        unet=diffusers.UNet2DConditionModel(
            in_channels=4, out_channels=4, sample_size=64, use_linear_projection=True, **shape.transformer
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )  # fmt: skip


def klein(shape: Shape = SMALL_KLEIN) -> diffusers.DiffusionPipeline:
    """FLUX.2 klein, distilled."""
    tokenizer = qwen_tokenizer()
    return diffusers.Flux2KleinPipeline(
        scheduler=_flow(),
        vae=diffusers.AutoencoderKLFlux2(latent_channels=32, **shape.vae),
        text_encoder=transformers.Qwen3ForCausalLM(_qwen3(shape.text, tokenizer)),
        tokenizer=tokenizer,
        transformer=diffusers.Flux2Transformer2DModel(**shape.transformer),
        is_distilled=True,
    )


def flux2(shape: Shape = SMALL_FLUX2) -> diffusers.DiffusionPipeline:
    """FLUX.2; `publish` names its processor as it is published, which cannot be made without torchvision."""
    tokenizer = qwen_tokenizer()
    # Byte by byte, the instruction that stands before each prompt would leave no room for it.
    tokenizer.add_tokens(sorted(set(SYSTEM_MESSAGE.split())))
    tokenizer.chat_template = CHAT_OF_LISTS
    pictures = {
        "model_type": "pixtral", "hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1,
        "num_attention_heads": 2, "image_size": 28,
    }  # fmt: skip
    config = transformers.Mistral3Config(
        text_config={**shape.text, "vocab_size": len(tokenizer)}, vision_config=pictures,
        image_token_index=tokenizer.convert_tokens_to_ids("<|image_pad|>"),
    )  # fmt: skip
    return diffusers.Flux2Pipeline(
        scheduler=_flow(),
        vae=diffusers.AutoencoderKLFlux2(latent_channels=32, **shape.vae),
        text_encoder=transformers.Mistral3ForConditionalGeneration(config),
        tokenizer=tokenizer,
        transformer=diffusers.Flux2Transformer2DModel(**shape.transformer),
    )


def z_image(shape: Shape = SMALL_Z_IMAGE) -> diffusers.DiffusionPipeline:
    """Z-Image."""
    tokenizer = qwen_tokenizer()
    return diffusers.ZImagePipeline(
        scheduler=_flow(),
        vae=diffusers.AutoencoderKL(**PLAIN_VAE, **shape.vae),
        text_encoder=transformers.Qwen3Model(_qwen3(shape.text, tokenizer)),
        tokenizer=tokenizer,
        transformer=diffusers.ZImageTransformer2DModel(**shape.transformer),
    )


#: The small pipelines by name.
SMALL: dict[str, Callable[[], diffusers.DiffusionPipeline]] = {
    "flux": flux,
    "kontext": kontext,
    "qwen-image": qwen_image,
    "qwen-edit": qwen_edit,
    "sdxl": sdxl,
    "sd-turbo": sd_turbo,
    "klein": klein,
    "flux2": flux2,
    "z-image": z_image,
}


def random_pipeline(name: str, *, seed: int = 0) -> diffusers.DiffusionPipeline:
    """A small pipeline whose weights depend on the seed only, and whose pictures are not flat."""
    torch.manual_seed(seed)
    return readied(SMALL[name]())


def readied(made: diffusers.DiffusionPipeline) -> diffusers.DiffusionPipeline:
    """The pipeline with weights that are used only, and everywhere: its pictures are not flat."""
    for part in made.components.values():
        if isinstance(part, torch.nn.Module):
            part.requires_grad_(False).eval()
    _enliven(made)
    return made


def publish(name: str, folder: Path, *, seed: int = 0) -> Path:
    """Write a small pipeline into a folder, in the layout in which such weights are published; returns the folder."""
    made = random_pipeline(name, seed=seed)
    made.save_pretrained(folder, safe_serialization=True)
    if name == "qwen-edit":
        add_processor(folder, made.tokenizer, "Qwen2VLProcessor")
    if name == "flux2":
        _rename(folder, "tokenizer", "PixtralProcessor")
    return folder


def add_processor(folder: Path, tokenizer: transformers.Qwen2Tokenizer, kind: str) -> None:
    """Write a processor of small pictures and texts into a pipeline's folder, under the class of its published one."""
    transformers.Qwen2VLImageProcessor(min_pixels=784, max_pixels=784 * 64).save_pretrained(folder / "processor")
    tokenizer.save_pretrained(folder / "processor")
    _rename(folder, "processor", kind)


def publish_lora(name: str, folder: Path, *, seed: int = 1, strength: float = 8.0) -> Path:
    """Write a LoRA for a small pipeline's attention into a folder, as trainers save it; returns the folder.

    Its weights depend on the seed only; at `strength` 8 it changes pictures well beyond rounding.
    """
    import peft

    made = random_pipeline(name)
    part = "unet" if getattr(made, "unet", None) is not None else "transformer"
    network = getattr(made, part)
    torch.manual_seed(seed)
    network.add_adapter(peft.LoraConfig(r=4, lora_alpha=4, init_lora_weights=False, target_modules=["to_q", "to_v"]))
    for label, parameter in network.named_parameters():
        if "lora_" in label:
            parameter.data *= strength
    layers = peft.get_peft_model_state_dict(network)
    type(made).save_lora_weights(folder, **{f"{part}_lora_layers": layers})
    return folder


def _rename(folder: Path, part: str, kind: str) -> None:
    """Give a part of the index the class that it has in the published one."""
    index = json.loads((folder / "model_index.json").read_text())
    index[part] = ["transformers", kind]
    (folder / "model_index.json").write_text(json.dumps(index, indent=2))


def _enliven(pipeline: diffusers.DiffusionPipeline) -> None:
    """Some layers start at zero and would make every picture the same: they get weights too."""
    part = getattr(pipeline, "transformer", None) or pipeline.unet
    generator = torch.Generator().manual_seed(1)
    for parameter in part.parameters():
        if parameter.ndim > 1 and not parameter.any():
            parameter.copy_(torch.randn(parameter.shape, generator=generator) * DEVIATION)


def _flow() -> diffusers.FlowMatchEulerDiscreteScheduler:
    return diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True, base_shift=0.5, max_shift=1.15, shift=3)


def _clip(sizes: dict[str, Any], kind: type) -> torch.nn.Module:
    tokenizer = clip_tokenizer()
    config = transformers.CLIPTextConfig(
        vocab_size=49408 if sizes["hidden_size"] > 500 else 1000, max_position_embeddings=77,
        bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id, **sizes,
    )  # fmt: skip
    return kind(config)


def _t5(sizes: dict[str, Any]) -> transformers.T5Config:
    return transformers.T5Config(
        vocab_size=32128 if sizes["d_model"] > 1000 else 128, feed_forward_proj="gated-gelu", **sizes
    )


def _qwen3(sizes: dict[str, Any], tokenizer: transformers.Qwen2Tokenizer) -> transformers.Qwen3Config:
    return transformers.Qwen3Config(vocab_size=len(tokenizer), head_dim=8, pad_token_id=tokenizer.pad_token_id, **sizes)


def _qwen_parts(shape: Shape) -> dict[str, Any]:
    tokenizer = qwen_tokenizer()
    return {
        "scheduler": _flow(),
        "vae": diffusers.AutoencoderKLQwenImage(**shape.vae),
        "text_encoder": transformers.Qwen2_5_VLForConditionalGeneration(_qwen_vl(shape.text, tokenizer)),
        "tokenizer": tokenizer,
        "transformer": diffusers.QwenImageTransformer2DModel(**shape.transformer),
    }


def _qwen_vl(sizes: dict[str, Any], tokenizer: transformers.Qwen2Tokenizer) -> transformers.Qwen2_5_VLConfig:
    width = sizes["hidden_size"]
    eighth = width // sizes["num_attention_heads"] // 8
    return transformers.Qwen2_5_VLConfig(
        text_config={
            **sizes, "vocab_size": 152064 if width > 1000 else len(tokenizer), "max_position_embeddings": 4096,
            "rope_scaling": {"type": "default", "mrope_section": [2 * eighth, eighth, eighth]},
        },
        vision_config={
            "depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": width,
            "fullatt_block_indexes": [0],
        },
        image_token_id=tokenizer.convert_tokens_to_ids("<|image_pad|>"),
        video_token_id=tokenizer.convert_tokens_to_ids(VIDEO_PAD),
        vision_start_token_id=tokenizer.convert_tokens_to_ids("<|vision_start|>"),
        vision_end_token_id=tokenizer.convert_tokens_to_ids("<|vision_end|>"),
    )  # fmt: skip
