"""Unfinished latents as a picture: where the steps so far are heading, decoded small by the model's own VAE."""

from collections.abc import Callable

import diffusers
import torch

#: Longest side of what is decoded, in latents: a picture of 512 pixels.
LONGEST = 64


class Previewer:
    """Follows a picture's latents from step to step and makes pictures of them."""

    def __init__(self, pipeline: diffusers.DiffusionPipeline, width: int, height: int):
        self._pipeline = pipeline
        self._width = width
        self._height = height
        self._before: torch.Tensor | None = None
        self._latents: torch.Tensor | None = None

    def see(self, latents: torch.Tensor) -> None:
        """Take the latents after a step."""
        self._before, self._latents = self._latents, latents

    def picture(self) -> torch.Tensor:
        """The picture as it is now: height x width x 3 bytes, at most 512 pixels on its long side."""
        planes = _unpacker(self._pipeline)(self._pipeline, self._heading(), self._width, self._height)
        vae = self._pipeline.vae
        decoded = vae.decode(planes.to(vae.dtype), return_dict=False)[0]
        if decoded.ndim == 5:
            decoded = decoded[:, :, 0]
        return as_bytes(decoded / 2 + 0.5)[0]

    def _heading(self) -> torch.Tensor:
        """The latents without their noise, if the next steps went straight on: each step is a piece of such a line."""
        scheduler, now, before = self._pipeline.scheduler, self._latents, self._before
        step = getattr(scheduler, "step_index", None)
        sigmas = getattr(scheduler, "sigmas", None)
        if before is None or step is None or sigmas is None or step >= len(sigmas):
            return now
        sigma, last = sigmas[step].item(), sigmas[step - 1].item()
        if sigma == last:
            return now
        return now - sigma * (now - before) / (sigma - last)


def as_bytes(pictures: torch.Tensor) -> torch.Tensor:
    """A batch x 3 x height x width of 0 to 1 as a batch x height x width x 3 of bytes, on the host."""
    return pictures.float().clamp(0, 1).mul(255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous().cpu()


def _unpacker(pipeline: diffusers.DiffusionPipeline) -> Callable[..., torch.Tensor]:
    name = type(pipeline).__name__
    return next(unpack for prefix, unpack in UNPACKERS if name.startswith(prefix))


def _flux(pipeline: diffusers.DiffusionPipeline, latents: torch.Tensor, width: int, height: int) -> torch.Tensor:
    return _scaled(pipeline, _patches(pipeline, latents, width, height))


def _flux2(pipeline: diffusers.DiffusionPipeline, latents: torch.Tensor, width: int, height: int) -> torch.Tensor:
    norm, config = pipeline.vae.bn, pipeline.vae.config
    rows, columns = _grid(pipeline, width, height)
    packed = latents.transpose(1, 2).reshape(1, -1, rows // 2, columns // 2)
    mean, deviation = norm.running_mean, torch.sqrt(norm.running_var + config.batch_norm_eps)
    packed = packed * deviation.view(1, -1, 1, 1) + mean.view(1, -1, 1, 1)
    return _small(_spread(packed))


def _qwen(pipeline: diffusers.DiffusionPipeline, latents: torch.Tensor, width: int, height: int) -> torch.Tensor:
    config = pipeline.vae.config
    planes = _small(_patches(pipeline, latents, width, height))
    mean, deviation = (planes.new_tensor(v).view(1, -1, 1, 1) for v in (config.latents_mean, config.latents_std))
    return (planes * deviation + mean).unsqueeze(2)


def _scaled(pipeline: diffusers.DiffusionPipeline, latents: torch.Tensor, *_size: int) -> torch.Tensor:
    config = pipeline.vae.config
    return _small(latents) / config.scaling_factor + (getattr(config, "shift_factor", None) or 0)


def _patches(pipeline: diffusers.DiffusionPipeline, latents: torch.Tensor, width: int, height: int) -> torch.Tensor:
    rows, columns = _grid(pipeline, width, height)
    return _spread(latents.transpose(1, 2).reshape(1, -1, rows // 2, columns // 2))


def _grid(pipeline: diffusers.DiffusionPipeline, width: int, height: int) -> tuple[int, int]:
    return height // pipeline.vae_scale_factor, width // pipeline.vae_scale_factor


def _spread(packed: torch.Tensor) -> torch.Tensor:
    """Channels that hold patches of 2 x 2 as planes of twice the size."""
    return torch.nn.functional.pixel_shuffle(packed, 2)


def _small(planes: torch.Tensor) -> torch.Tensor:
    longest = max(planes.shape[-2:])
    if longest <= LONGEST:
        return planes
    size = [max(2, round(side * LONGEST / longest)) for side in planes.shape[-2:]]
    return torch.nn.functional.interpolate(planes.float(), size=size, mode="area")


#: How each family's latents become what its VAE decodes, by the beginning of the class name.
UNPACKERS = (
    ("Flux2", _flux2),
    ("Flux", _flux),
    ("Step1X", _flux),
    ("QwenImage", _qwen),
    ("ZImage", _scaled),
    ("StableDiffusion", _scaled),
)
