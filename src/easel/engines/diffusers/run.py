"""One picture through one pipeline call: noise, progress, previews. Runs in the child process."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import diffusers
import greenlet
import torch
from PIL import Image as Pillow

from easel.core.image import Image, Size
from easel.core.result import Painted, Partial
from easel.engines.diffusers.arguments import Call, arguments, ignored
from easel.engines.diffusers.load import Model
from easel.engines.diffusers.meeting import Wish
from easel.engines.diffusers.pixels import canvas, kept, picture_arguments
from easel.engines.diffusers.preview import Previewer, as_bytes
from easel.engines.diffusers.speed import denoiser
from easel.engines.diffusers.wire import Order
from easel.engines.diffusers.words import split_read
from easel.engines.frames import pack_event

#: Tells the server of an event: its header, and the image whose pixels go with it.
Report = Callable[[Mapping[str, Any], Image | None], None]


class Painting:
    """A picture on its way. Its pipeline call runs in a greenlet, and stops wherever it wants the denoiser."""

    def __init__(self, model: Model, order: Order, report: Report):
        self.order = order
        #: The forward call that it waits for; None before it has begun, and when it is over.
        self.wish: Wish | None = None
        self.over = False
        #: Decode in tiles: slower, in less memory.
        self.tiled = False
        self._model = model
        self._report = report
        self._shown = 0
        self._strand = greenlet.greenlet(self._paint)

    def begin(self) -> None:
        """Work up to the first forward call; once more from the beginning when it was left before."""
        self._strand = greenlet.greenlet(self._paint)
        self.go_on()

    def go_on(self, *answer: object) -> None:
        """Work on with the denoiser's answer, up to the next forward call or to the end. Raises what goes wrong."""
        self.wish = None
        # The pipelines turn gradients off each for itself, which only works where nothing comes in between.
        with self._model.tiles(self.tiled), torch.no_grad():
            self.wish = self._strand.switch(*answer)
        self.over = self._strand.dead

    def leave(self) -> None:
        """Stop where it is."""
        self.wish = None
        if not self._strand.dead:
            with torch.no_grad():
                self._strand.throw(greenlet.GreenletExit)

    def _paint(self) -> None:
        job, model = self.order.job, self._model
        call = model.family.call(job)
        size = canvas(job.size, model.multiple(call))
        pipeline = model.pipeline(call)
        guided = model.guided(call)
        values = {
            **arguments(call, job, guided=guided),
            **sizes(call, size),
            **picture_arguments(call, self.order, size),
        }
        previewer = Previewer(pipeline, size.width, size.height) if self.order.previews else None

        def after_step(_: object, index: int, _timestep: object, tensors: dict[str, torch.Tensor]) -> dict:
            if previewer is not None:
                previewer.see(tensors["latents"])
                if self._due(index + 1, pipeline.num_timesteps):
                    self._show(previewer.picture(), size)
            return {}

        with _cache(pipeline):
            pictures = pipeline(
                **values, generator=noise(self.order.seed), callback_on_step_end=after_step, output_type="pt"
            ).images
        read, unread = split_read(pipeline, call, job.prompt)
        notes = {
            "details": {**describe(model, call), **unread_negative(pipeline, call, values)},
            "ignored": tuple(ignored(call, job, guided=guided)),
            "prompt": read,
            "unpainted": tuple(unread),
        }
        self._finish(call, as_bytes(pictures)[0], notes)

    def _due(self, number: int, of: int) -> bool:
        """Is an unfinished picture to be shown after step `number` (from 1)? They are spread evenly over the steps."""
        if self._shown >= self.order.previews:
            return False
        return number < of and number * (self.order.previews + 1) >= (self._shown + 1) * of

    def _show(self, made: torch.Tensor, of: Size) -> None:
        """Report an unfinished picture, without what is cut off in the end."""
        size = self.order.job.size
        made = made[: round(made.shape[0] * size.height / of.height), : round(made.shape[1] * size.width / of.width)]
        self._tell(Partial(self.order.index, self._shown, to_image(made)))
        self._shown += 1

    def _finish(self, call: Call, made: torch.Tensor, notes: Mapping[str, Any]) -> None:
        size = self.order.job.size
        image = to_image(made[: size.height, : size.width])
        if call.mask:
            image = _masked(self.order, call, image)
        self._tell(Painted(self.order.index, image, self.order.seed, **notes))

    def _tell(self, event: Partial | Painted) -> None:
        self._report({**pack_event(event), "order": self.order.id}, event.image)


class Pace:
    """Lets the host run at most one step ahead of a GPU: a cancellation then stops it within one step."""

    def __init__(self, device: str):
        self._device = torch.device(device)
        self._last: torch.cuda.Event | None = None

    def keep(self) -> None:
        """Wait for the end of the forward pass before this one."""
        if self._device.type != "cuda":
            return
        if self._last is not None:
            self._last.synchronize()
        self._last = torch.cuda.Event()
        self._last.record(torch.cuda.current_stream(self._device))


def noise(seed: int) -> torch.Generator:
    """A picture's own source of noise: on the host, so that the same seed gives the same noise on every device."""
    # A generator takes 64 bits; a seed of -1 is as good as any other.
    return torch.Generator("cpu").manual_seed(seed % 2**64)


def sizes(call: Call, size: Size) -> dict[str, int]:
    """The size arguments of a class. Stable Diffusion takes the size of the picture that it starts from."""
    if call.pictures == "start" and not call.mask and call.pipeline.startswith("StableDiffusion"):
        return {}
    area = {"max_area": size.area} if call.area else {}
    return {"width": size.width, "height": size.height, **area}


def describe(model: Model, call: Call) -> dict[str, Any]:
    """The engine's own notes in a picture's recipe."""
    plan = model.plan
    return {
        "engine": "diffusers",
        "pipeline": call.pipeline,
        "weights": model.title,
        "dtype": plan.dtype,
        "quantisation": plan.quantisation,
        "diffusers": diffusers.__version__,
        "torch": torch.__version__,
        **({"step_cache": model.step_cache} if model.step_cache else {}),
    }


def unread_negative(pipeline: diffusers.DiffusionPipeline, call: Call, values: Mapping[str, Any]) -> dict[str, Any]:
    """The note of a negative prompt's words that the text encoder does not read, if there are any."""
    _, unread = split_read(pipeline, call, values.get("negative_prompt") or "")
    return {"negative_prompt_unread": list(unread)} if unread else {}


def to_image(made: torch.Tensor) -> Image:
    """Bytes of height x width x 3 as a picture."""
    height, width, channels = made.shape
    return Image(width, height, channels, made.contiguous().numpy().tobytes())


def _masked(order: Order, call: Call, image: Image) -> Image:
    painted = Pillow.frombuffer("RGB", (image.width, image.height), image.pixels, "raw", "RGB", 0, 1)
    whole = kept(order, call, painted)
    return Image(whole.width, whole.height, 3, whole.tobytes())


@contextlib.contextmanager
def _cache(pipeline: diffusers.DiffusionPipeline) -> Iterator[None]:
    """A context for the step cache, for the pipelines that open none of their own."""
    part = denoiser(pipeline)
    if not getattr(part, "is_cache_enabled", False):
        yield
        return
    with part.cache_context("call"):
        yield
