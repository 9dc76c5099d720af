"""One batch through one pipeline: noise by picture, progress, previews, cancellation. Runs in the child process."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import diffusers
import torch
from PIL import Image as Pillow

from easel.core.image import Image, Size
from easel.engines.diffusers.arguments import Call, arguments, ignored
from easel.engines.diffusers.load import Model
from easel.engines.diffusers.pixels import canvas, kept, picture_arguments
from easel.engines.diffusers.preview import Previewer, as_bytes
from easel.engines.diffusers.speed import denoiser
from easel.engines.diffusers.wire import Order

#: Tells the server of an event: its header, and the picture that goes with it.
Report = Callable[[Mapping[str, Any], Image | None], None]


class Cancelled(Exception):
    """Nobody waits for any picture of the batch any more."""


class Batch:
    """Pictures that share one pipeline call. Remembers which are finished, and which unfinished ones were shown."""

    def __init__(self, model: Model, orders: Sequence[Order], cancelled: set[int], report: Report):
        self._model = model
        self._orders = list(orders)
        self._cancelled = cancelled
        self._report = report
        self._shown = {order.id: 0 for order in orders}
        self._done: set[int] = set()

    @property
    def left(self) -> list[Order]:
        """The pictures that somebody still waits for."""
        return [o for o in self._orders if o.id not in self._done and o.id not in self._cancelled]

    def paint(self, orders: Sequence[Order]) -> None:
        """Paint these pictures of the batch in one call, and report each; raises Cancelled between two steps."""
        job = orders[0].job
        call = self._model.family.call(job)
        pipeline = self._model.pipeline(call)
        size = canvas(job.size, self._model.multiple(call))
        guided = self._model.guided(call)
        steps = _Steps(self, pipeline, orders, size)
        values = {
            **arguments(call, orders, guided=guided),
            **sizes(call, size),
            **picture_arguments(call, orders[0], size),
        }
        try:
            with _cache(pipeline):
                pictures = pipeline(
                    **values,
                    generator=[noise(order.seed) for order in orders],
                    callback_on_step_end=steps,
                    output_type="pt",
                ).images
        finally:
            # A cancelled call leaves its parts on the device and its caches full.
            pipeline.maybe_free_model_hooks()
        notes = {"details": describe(self._model, call), "ignored": list(ignored(call, job, guided=guided))}
        for order, made in zip(orders, as_bytes(pictures), strict=True):
            self._finish(order, call, made, notes)

    def check(self) -> None:
        """Raise Cancelled when nobody waits any more."""
        if not self.left:
            raise Cancelled

    def step(self, number: int, of: int) -> None:
        """Report that a step is done: the server sees that the device is alive."""
        self._report({"event": "step", "step": number, "of": of}, None)

    def show(self, order: Order, made: torch.Tensor, of: Size) -> None:
        """Report an unfinished picture, without what is cut off in the end."""
        size = order.job.size
        made = made[: round(made.shape[0] * size.height / of.height), : round(made.shape[1] * size.width / of.width)]
        header = {"event": "partial", "order": order.id, "stage": self._shown[order.id]}
        self._shown[order.id] += 1
        self._report(header, to_image(made))

    def due(self, order: Order, number: int, of: int) -> bool:
        """Is an unfinished picture to be shown after step `number` (from 1)? They are spread evenly over the steps."""
        shown = self._shown[order.id]
        if shown >= order.previews or order.id in self._cancelled:
            return False
        return number < of and number * (order.previews + 1) >= (shown + 1) * of

    def _finish(self, order: Order, call: Call, made: torch.Tensor, notes: Mapping[str, Any]) -> None:
        if order.id in self._cancelled:
            return
        self._done.add(order.id)
        size = order.job.size
        image = to_image(made[: size.height, : size.width])
        if call.mask:
            image = _masked(order, call, image)
        self._report({"event": "painted", "order": order.id, "seed": order.seed, **notes}, image)


class _Steps:
    """What happens between two steps."""

    def __init__(self, batch: Batch, pipeline: diffusers.DiffusionPipeline, orders: Sequence[Order], size: Size):
        self._batch = batch
        self._orders = orders
        self._size = size
        wanted = any(order.previews for order in orders)
        self._previewer = Previewer(pipeline, size.width, size.height) if wanted else None
        self._pace = Pace()
        batch.check()

    def __call__(
        self, pipeline: diffusers.DiffusionPipeline, index: int, _timestep: object, values: dict[str, torch.Tensor]
    ) -> dict[str, torch.Tensor]:
        latents = values["latents"]
        self._pace.keep(latents.device)
        number, of = index + 1, pipeline.num_timesteps
        self._batch.step(number, of)
        self._batch.check()
        if self._previewer is not None:
            self._previewer.see(latents)
            for place, order in enumerate(self._orders):
                if self._batch.due(order, number, of):
                    self._batch.show(order, self._previewer.picture(place), self._size)
        return {}


class Pace:
    """Lets the host run at most one step ahead of a GPU: a cancellation then stops it within one step."""

    def __init__(self) -> None:
        self._last: torch.cuda.Event | None = None

    def keep(self, device: torch.device) -> None:
        """Wait for the end of the step before this one."""
        if device.type != "cuda":
            return
        if self._last is not None:
            self._last.synchronize()
        self._last = torch.cuda.Event()
        self._last.record(torch.cuda.current_stream(device))


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
    }


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
