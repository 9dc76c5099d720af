"""What makes a pipeline faster or smaller, as far as the options and the plan ask for it."""

import diffusers
import torch
import torch._dynamo.config as dynamo

from easel.engines.diffusers.options import Options
from easel.engines.diffusers.plan import Plan

#: Layers narrower than this are not worth quantising; both sides have to be multiples of 16 for FP8 products.
NARROWEST = 512
#: Denoisers whose blocks diffusers can skip. In 0.42 it fails with those of FLUX.2.
CACHEABLE = ("FluxTransformer2DModel", "QwenImageTransformer2DModel")
#: So many sizes are compiled each for itself; dynamo gives up after 8 by default.
COMPILED_SIZES = 64


def denoiser(pipeline: diffusers.DiffusionPipeline) -> torch.nn.Module:
    """The part that runs at every step."""
    return getattr(pipeline, denoiser_name(pipeline))


def denoiser_name(pipeline: diffusers.DiffusionPipeline) -> str:
    """The name of the part that runs at every step."""
    return "transformer" if getattr(pipeline, "transformer", None) is not None else "unet"


def fuse(pipeline: diffusers.DiffusionPipeline) -> None:
    """Join the query, key and value matrices of every attention, where the model can."""
    join = getattr(denoiser(pipeline), "fuse_qkv_projections", None)
    if join is not None:
        join()


def quantise(pipeline: diffusers.DiffusionPipeline, plan: Plan) -> None:
    """Bring the parts that the plan names down to one byte for each weight.

    FP8 multiplies in FP8, in the denoiser's blocks only; the text encoders, and int8, save memory alone.
    """
    if plan.quantisation == "none":
        return
    from torchao.quantization import (  # A second of imports that few plans need.
        Float8DynamicActivationFloat8WeightConfig,
        Float8WeightOnlyConfig,
        Int8WeightOnlyConfig,
        PerRow,
        quantize_,
    )

    for name in plan.quantised:
        part = getattr(pipeline, name)
        if plan.quantisation == "int8":
            config = Int8WeightOnlyConfig()
        elif name == "transformer":
            config = Float8DynamicActivationFloat8WeightConfig(granularity=PerRow())
        else:
            config = Float8WeightOnlyConfig()
        blocks = tuple(getattr(part, "_repeated_blocks", None) or ())
        inside = {id(m) for block in part.modules() if type(block).__name__ in blocks for m in block.modules()}

        def chosen(
            module: torch.nn.Module, _name: str, inside: set[int] = inside, all_of_it: bool = not blocks
        ) -> bool:
            return _wide(module) and (all_of_it or id(module) in inside)

        # Layer by layer through the device: the whole part may not fit there before it is small.
        quantize_(part, config, filter_fn=chosen, device=plan.device if plan.offload == "none" else None)


def _wide(module: torch.nn.Module) -> bool:
    if not isinstance(module, torch.nn.Linear):
        return False
    sides = module.in_features, module.out_features
    return min(sides) >= NARROWEST and not any(side % 16 for side in sides)


def hasten(pipeline: diffusers.DiffusionPipeline, options: Options) -> None:
    """Apply the options that change how a loaded pipeline runs."""
    part = denoiser(pipeline)
    if options.attention:
        part.set_attention_backend(options.attention)
    if options.channels_last:
        convolutional = [pipeline.vae, *([part] if part is getattr(pipeline, "unet", None) else [])]
        for each in convolutional:
            each.to(memory_format=torch.channels_last)
    if options.step_cache > 0 and type(part).__name__ in CACHEABLE:
        part.enable_cache(diffusers.FirstBlockCacheConfig(threshold=options.step_cache))
    if options.compile:
        dynamo.recompile_limit = COMPILED_SIZES
        # Each size for itself: what is compiled for any size at all is slower at every one.
        part.compile_repeated_blocks(fullgraph=options.step_cache == 0, dynamic=False)
