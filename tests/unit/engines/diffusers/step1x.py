"""A small Step1X-Edit with random weights, written in the published layout."""

import json
from pathlib import Path

import diffusers
import torch

from easel.engines.diffusers.step1x.pipeline import Step1XEditPipeline
from easel.engines.diffusers.step1x.reading import instruction
from easel.engines.diffusers.step1x.transformer import Step1XEditTransformer2DModel
from easel.testing import random_models

#: As Qwen2.5-VL's: a picture has a number before it.
CHAT = (
    "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{% for c in m.content %}{% if c.type == 'image' %}{% if add_vision_id %}Picture 1: {% endif %}"
    "<|vision_start|><|image_pad|><|vision_end|>{% else %}{{ c.text }}{% endif %}{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SIZES = {
    "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16, "num_attention_heads": 2,
    "joint_attention_dim": 32, "vector_in_dim": 24, "connector_in_channels": 16, "connector_hidden_size": 32,
    "connector_heads_num": 2, "axes_dims_rope": (4, 6, 6),
}  # fmt: skip


def publish_step1x(folder: Path, *, seed: int = 0) -> Path:
    """Write it into a folder; returns the folder."""
    torch.manual_seed(seed)
    # Word by word: byte by byte, the instruction would leave no room for the prompt.
    qwen = random_models.qwen_image()
    tokenizer = qwen.tokenizer
    tokenizer.add_tokens(sorted({*instruction().split(), "“", "”"}))
    tokenizer.chat_template = CHAT
    qwen.text_encoder.resize_token_embeddings(len(tokenizer))
    made = Step1XEditPipeline(
        scheduler=qwen.scheduler,
        vae=diffusers.AutoencoderKL(**random_models.PLAIN_VAE, **random_models.SMALL_VAE),
        text_encoder=qwen.text_encoder,
        processor=None,
        transformer=Step1XEditTransformer2DModel(**SIZES),
    )
    random_models.readied(made).save_pretrained(folder, safe_serialization=True)
    random_models.add_processor(folder, tokenizer, "Qwen2_5_VLProcessor")
    index = json.loads((folder / "model_index.json").read_text())
    index["transformer"] = ["diffusers", "Step1XEditTransformer2DModel"]
    (folder / "model_index.json").write_text(json.dumps(index, indent=2))
    return folder
