"""Step1X-Edit's pipeline: one picture, changed by an instruction."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL, DiffusionPipeline, FlowMatchEulerDiscreteScheduler
from diffusers.image_processor import VaeImageProcessor
from diffusers.pipelines.flux.pipeline_flux import calculate_shift
from diffusers.pipelines.flux.pipeline_output import FluxPipelineOutput
from diffusers.utils.torch_utils import randn_tensor
from PIL import Image as Pillow
from transformers import Qwen2_5_VLForConditionalGeneration, Qwen2VLProcessor

from easel.engines.diffusers.step1x.connector import THOUSANDTHS
from easel.engines.diffusers.step1x.reading import read
from easel.engines.diffusers.step1x.transformer import Step1XEditTransformer2DModel

#: While there is more noise than this, guidance is damped where it is strong: divided by its length to this power.
DAMPED_FROM, DAMPING = 0.93, 0.4


class Step1XEditPipeline(DiffusionPipeline):
    """Edits a picture by instruction. Its name and those of its parts are in the weights' `model_index.json`."""

    model_cpu_offload_seq = "text_encoder->transformer->vae"
    _callback_tensor_inputs = ["latents"]

    def __init__(
        self,
        scheduler: FlowMatchEulerDiscreteScheduler,
        vae: AutoencoderKL,
        text_encoder: Qwen2_5_VLForConditionalGeneration,
        processor: Qwen2VLProcessor,
        transformer: Step1XEditTransformer2DModel,
    ):
        super().__init__()
        self.register_modules(
            vae=vae, text_encoder=text_encoder, processor=processor, transformer=transformer, scheduler=scheduler
        )
        self.vae_scale_factor = 2 ** (len(vae.config.block_out_channels) - 1)
        self.image_processor = VaeImageProcessor(vae_scale_factor=2 * self.vae_scale_factor)
        self.num_timesteps = 0

    def encode_prompt(self, prompt: str, image: Pillow.Image) -> tuple[torch.Tensor, torch.Tensor]:
        """What the language model says of an instruction and a picture, and which of its words count."""
        return read(self.processor, self.text_encoder, prompt, image, self._execution_device)

    @torch.no_grad()
    def __call__(
        self,
        prompt: str,
        image: Pillow.Image,
        width: int,
        height: int,
        *,
        negative_prompt: str = "",
        true_cfg_scale: float = 6.0,
        num_inference_steps: int = 28,
        generator: torch.Generator | None = None,
        output_type: str = "pil",
        callback_on_step_end: Callable[..., dict] | None = None,
    ) -> FluxPipelineOutput:
        """Change a picture; it is brought to the size first, whose sides are multiples of 16.

        Guidance takes a second pass for each step, with `negative_prompt`, where its scale is above 1.
        """
        image = image.convert("RGB").resize((width, height), Pillow.Resampling.LANCZOS)
        texts = [prompt, negative_prompt] if true_cfg_scale > 1 else [prompt]
        read_texts = [self.encode_prompt(text, image) for text in texts]
        device, dtype = self._execution_device, read_texts[0][0].dtype
        reference = self._reference(image, width, height, generator).to(device, dtype)
        rows, columns = height // self.vae_scale_factor, width // self.vae_scale_factor
        channels = self.transformer.config.in_channels // 4
        latents = packed(randn_tensor((1, channels, rows, columns), generator=generator, device=device, dtype=dtype))
        places = grid(rows // 2, columns // 2, device)
        fixed = {
            "txt_ids": torch.zeros(read_texts[0][0].shape[1], 3, device=device),
            # The reference's places are moved by one along every axis.
            "img_ids": torch.cat([places, places + 1]),
        }
        for index, time in enumerate(self._schedule(num_inference_steps, latents.shape[1], device)):
            patches = torch.cat([latents, reference], dim=1)
            sigma = time.expand(1).to(dtype) / THOUSANDTHS
            flows = [
                self.transformer(
                    hidden_states=patches, timestep=sigma, encoder_hidden_states=words, prompt_embeds_mask=mask, **fixed
                )[0][:, : latents.shape[1]]
                for words, mask in read_texts
            ]
            flow = guided(*flows, true_cfg_scale, float(time) / THOUSANDTHS) if len(flows) > 1 else flows[0]
            latents = self.scheduler.step(flow, time, latents, return_dict=False)[0]
            if callback_on_step_end is not None:
                callback_on_step_end(self, index, time, {"latents": latents})
        made = self._decoded(latents, rows, columns)
        self.maybe_free_model_hooks()
        return FluxPipelineOutput(images=self.image_processor.postprocess(made, output_type=output_type))

    def _reference(self, image: Pillow.Image, width: int, height: int, generator: torch.Generator) -> torch.Tensor:
        """The picture's own latents as patches."""
        pixels = self.image_processor.preprocess(image, height, width).to(self._execution_device, self.vae.dtype)
        config = self.vae.config
        latents = self.vae.encode(pixels).latent_dist.sample(generator)
        return packed((latents - config.shift_factor) * config.scaling_factor)

    def _schedule(self, steps: int, length: int, device: torch.device) -> torch.Tensor:
        config = self.scheduler.config
        shift = calculate_shift(
            length, config.base_image_seq_len, config.max_image_seq_len, config.base_shift, config.max_shift
        )
        self.scheduler.set_timesteps(sigmas=np.linspace(1.0, 1 / steps, steps), device=device, mu=shift)
        self.scheduler.set_begin_index(0)
        self.num_timesteps = steps
        return self.scheduler.timesteps

    def _decoded(self, latents: torch.Tensor, rows: int, columns: int) -> torch.Tensor:
        config = self.vae.config
        planes = latents.transpose(1, 2).unflatten(2, (rows // 2, columns // 2))
        planes = torch.nn.functional.pixel_shuffle(planes, 2) / config.scaling_factor + config.shift_factor
        return self.vae.decode(planes.to(self.vae.dtype), return_dict=False)[0]


def packed(planes: torch.Tensor) -> torch.Tensor:
    """Latents as a row of patches of 2 x 2."""
    return torch.nn.functional.pixel_unshuffle(planes, 2).flatten(2).transpose(1, 2)


def grid(rows: int, columns: int, device: torch.device) -> torch.Tensor:
    """The places of a picture's patches: which picture, row, column."""
    axes = (torch.arange(size, dtype=torch.float32, device=device) for size in (1, rows, columns))
    return torch.cartesian_prod(*axes)


def guided(wanted: torch.Tensor, unwanted: torch.Tensor, scale: float, sigma: float) -> torch.Tensor:
    """Away from one flow towards the other; damped while there is much noise."""
    towards: Any = wanted - unwanted
    if sigma > DAMPED_FROM:
        towards = towards / towards.norm(dim=2, keepdim=True).clamp(min=1.0) ** DAMPING
    return unwanted + scale * towards
