"""A checked repository and a memory plan to a diffusers pipeline on its device. Runs in the child process."""

import contextlib
import copy
import inspect
from collections.abc import Iterator, Sequence

import diffusers
import torch

from easel.engines.diffusers.arguments import Call, Family, family
from easel.engines.diffusers.lora import Adapter
from easel.engines.diffusers.meeting import Guest, Meeting
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.plan import Plan
from easel.engines.diffusers.prompts import Prompts
from easel.engines.diffusers.repository import Repository
from easel.engines.diffusers.speed import denoiser, denoiser_name, fuse, hasten, quantise
from easel.engines.diffusers.step1x.pipeline import Step1XEditPipeline
from easel.engines.diffusers.stills import given, tell_pictures

#: The side of a tile that is decoded by itself, in pixels.
TILE = 512


class Model:
    """One repository's weights on a device, which the pipelines of all pictures share."""

    def __init__(
        self,
        repository: Repository,
        plan: Plan,
        base: diffusers.DiffusionPipeline,
        title: str,
        *,
        step_cache: float = 0.0,
    ):
        #: What was loaded, for recipes: never a path.
        self.title = title
        self.plan = plan
        #: Steps are skipped that change less than this share; 0: none is.
        self.step_cache = step_cache
        self.family: Family = family(repository.pipeline)
        self._base = base
        self._prompts = Prompts()

    def guided(self, call: Call) -> bool:
        """Does this checkpoint read a guidance scale? Some were distilled to a single one."""
        if call.guided_if == "guidance_embeds":
            return bool(self._base.transformer.config.guidance_embeds)
        return call.guided_if != "not is_distilled" or not self._base.config.is_distilled

    def pipeline(self, call: Call) -> diffusers.DiffusionPipeline:
        """A pipeline of a class for one picture: the parts that are loaded, a Guest in the denoiser's place, and a
        scheduler of its own.
        """
        kind = pipeline_class(call.pipeline)
        base = self._base
        parts = {**base.components, "scheduler": copy.deepcopy(base.scheduler)}
        parts[denoiser_name(base)] = Guest(denoiser(base))
        settings = {name: base.config[name] for name in inspect.signature(kind).parameters if name in base.config}
        made = kind(**{**settings, **parts})
        made.set_progress_bar_config(disable=True)
        self._prompts.serve(made)
        return made

    def meeting(self, options: Options) -> Meeting:
        """Where the pictures' forward calls meet."""
        return Meeting(denoiser(self._base), options)

    def rest(self) -> None:
        """Nobody works with it: parts that are lent to the device go back to the host, and caches are emptied."""
        self._base.maybe_free_model_hooks()

    def multiple(self, call: Call) -> int:
        """What both sides have to be multiples of, in pixels."""
        return self._base.vae_scale_factor * call.patch

    @contextlib.contextmanager
    def tiles(self, on: bool) -> Iterator[None]:
        """Meanwhile decode in tiles, or as it is planned."""
        if not on:
            yield
            return
        self.tile(on=True)
        try:
            yield
        finally:
            self.tile(on=False)

    def tile(self, on: bool) -> None:
        """Decode in tiles, one picture after the other: slower, in less memory; off again unless the plan has it."""
        vae = self._base.vae
        for name, planned in (("tiling", self.plan.vae_tiling), ("slicing", self.plan.vae_slicing)):
            switch = getattr(vae, f"{'enable' if on or planned else 'disable'}_{name}", None)
            if switch is not None:
                switch()


def pipeline_class(name: str) -> type[diffusers.DiffusionPipeline]:
    """A pipeline class by its name: one of diffusers, or Easel's own."""
    return Step1XEditPipeline if name == Step1XEditPipeline.__name__ else getattr(diffusers, name)


def load(
    repository: Repository, adapters: Sequence[Adapter], plan: Plan, options: Options, *, title: str = ""
) -> Model:
    """Load a checked repository. Raises EngineFailed for a class that is not served, OSError or ValueError when the
    files are not what the index says.
    """
    family(repository.pipeline)
    how = {"dtype": getattr(torch, plan.dtype), "variant": repository.variant}
    parts = given(repository.path, repository.pipeline, **how)
    base = pipeline_class(repository.pipeline).from_pretrained(
        repository.path,
        **how,
        use_safetensors=True,
        local_files_only=True,
        # It would look for the classes that the index names, which may not be there without torchvision.
        **dict.fromkeys(parts),
    )
    base.register_modules(**parts)
    tell_pictures(base)
    base.set_progress_bar_config(disable=True)
    _apply(adapters, base)
    if options.fuse_qkv:
        fuse(base)
    quantise(base, plan)
    if plan.offload == "sequential":
        base.enable_sequential_cpu_offload(device=plan.device)
    elif plan.offload == "model":
        base.enable_model_cpu_offload(device=plan.device)
    elif plan.offload == "none":
        base.to(plan.device)
    hasten(base, options)
    make_tiles_small(base.vae)
    cached = getattr(denoiser(base), "is_cache_enabled", False)
    model = Model(repository, plan, base, title, step_cache=options.step_cache if cached else 0.0)
    model.tile(on=False)
    return model


def make_tiles_small(vae: torch.nn.Module) -> None:
    """Have tiles of at most 512 pixels a side. Many are of 1,024 by default: a picture of that size is whole."""
    if getattr(vae, "tile_sample_min_size", 0) > TILE:
        vae.tile_latent_min_size = vae.tile_latent_min_size * TILE // vae.tile_sample_min_size
        vae.tile_sample_min_size = TILE


def _apply(adapters: Sequence[Adapter], base: diffusers.DiffusionPipeline) -> None:
    """Melt the LoRAs into the weights: they then cost nothing at each step."""
    if not adapters:
        return
    for adapter in adapters:
        base.load_lora_weights(
            adapter.folder,
            weight_name=adapter.file,
            adapter_name=adapter.alias,
            use_safetensors=True,
            local_files_only=True,
        )
    base.set_adapters([a.alias for a in adapters], [a.weight for a in adapters])
    base.fuse_lora(adapter_names=[a.alias for a in adapters])
    base.unload_lora_weights()
