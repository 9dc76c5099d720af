"""The memory plan: how a pipeline is put on a device, from what the device has free and what the weights take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from easel.engines.diffusers.devices import Device
from easel.engines.diffusers.tensors import Tensors

GB = 1024**3
#: What one picture of 1024 x 1024 takes beside the weights in numbers of two bytes: the library's own memory,
#: activations, decoding. FLUX.1's decoder alone takes 1.9 GB, or 0.5 tile by tile (half of what float32 was seen to).
WORK_BYTES = 4 * GB
#: The same when the decoder works tile by tile.
TILED_WORK_BYTES = 2 * GB
#: What one layer at a time takes.
SEQUENTIAL_BYTES = 1 * GB
#: Parts whose linear layers are worth quantising, and the size from which they are, in parameters.
QUANTISABLE = ("transformer", "text_encoder")
QUANTISE_FROM = 500_000_000
#: Bytes for each parameter: 1, and the scales and the layers that stay as they are.
QUANTISED_BYTES = 1.1
BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}
DTYPES = {"fp32": "float32", "bf16": "bfloat16", "fp16": "float16"}


class DoesNotFit(ValueError):
    """No plan puts these weights on this device."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a pipeline is put on its device.

    `dtype` is a name of torch's (`bfloat16`, `float16`, `float32`); `quantisation` (`none`, `fp8`, `int8`) is that of
    the parts in `quantised`; `offload` is `none`, `model` (one part at a time on the device) or `sequential` (one
    layer at a time).
    """

    device: str
    dtype: str
    quantisation: str = "none"
    quantised: tuple[str, ...] = ()
    offload: str = "none"
    vae_tiling: bool = False
    vae_slicing: bool = False
    #: What the weights and one picture of 1024 x 1024 are reckoned to take on the device.
    needed_bytes: int = 0

    def __str__(self) -> str:
        """The plan in words, such as `bfloat16, fp8 (transformer), model offload, tiled VAE, 14.2 GB`."""
        words = [self.dtype]
        if self.quantised:
            words.append(f"{self.quantisation} ({', '.join(self.quantised)})")
        if self.offload != "none":
            words.append(f"{self.offload} offload")
        if self.vae_tiling:
            words.append("tiled VAE")
        return ", ".join((*words, f"{self.needed_bytes / GB:.1f} GB"))


def choose_plan(device: Device, parts: Mapping[str, Tensors], *, precision: str = "auto") -> Plan:
    """The plan that changes the pictures least and still fits into what the device has free.

    In this order: everything on the device; the decoder in tiles; weights of one byte; one part at a time on the
    device; one layer at a time. `precision` is `auto`, or `bf16`, `fp16`, `fp32`, `fp8` or `int8` to have no other.
    Raises DoesNotFit, which says what would be needed.
    """
    plans = list(_plans(device, parts, precision))
    for plan in plans:
        if plan.needed_bytes <= device.free_bytes:
            return plan
    least = min(plan.needed_bytes for plan in plans)
    msg = f"needs {least / GB:.1f} GB of {device.title}, which has {device.free_bytes / GB:.1f} GB free"
    raise DoesNotFit(msg)


def _plans(device: Device, parts: Mapping[str, Tensors], precision: str) -> Iterator[Plan]:
    for dtype in _dtypes(device, precision):
        for offload in _offloads(device, parts, dtype):
            # Layers that come and go one at a time are not worth quantising.
            for quantisation in ("none",) if offload == "sequential" else _quantisations(device, precision):
                for tiled in (False, True):
                    yield _plan(device, parts, dtype, quantisation, offload, tiled)


def _plan(
    device: Device, parts: Mapping[str, Tensors], dtype: str, quantisation: str, offload: str, tiled: bool
) -> Plan:
    small = tuple(
        name
        for name, part in parts.items()
        if quantisation != "none" and name.startswith(QUANTISABLE) and part.parameters >= QUANTISE_FROM
    )
    sizes = [part.parameters * (QUANTISED_BYTES if name in small else BYTES[dtype]) for name, part in parts.items()]
    resident = {"none": sum(sizes), "model": max(sizes, default=0), "sequential": SEQUENTIAL_BYTES}[offload]
    return Plan(
        device=device.name,
        dtype=dtype,
        quantisation=quantisation if small else "none",
        quantised=small,
        offload=offload,
        vae_tiling=tiled,
        vae_slicing=tiled,
        needed_bytes=int(resident) + (TILED_WORK_BYTES if tiled else WORK_BYTES) * BYTES[dtype] // 2,
    )


def _dtypes(device: Device, precision: str) -> tuple[str, ...]:
    if precision in DTYPES:
        return (DTYPES[precision],)
    if device.kind == "cpu" and precision == "auto":
        # Exact and, on most processors, faster; the half of it where memory is short.
        return ("float32", "bfloat16")
    return ("bfloat16",) if device.bf16 else ("float16",)


def _quantisations(device: Device, precision: str) -> tuple[str, ...]:
    if precision != "auto":
        return (precision if precision not in DTYPES else "none",)
    return ("none", "fp8" if device.fp8 else "int8") if device.kind == "cuda" else ("none",)


def _offloads(device: Device, parts: Mapping[str, Tensors], dtype: str) -> tuple[str, ...]:
    """On a graphics card only, elsewhere the memory is the same; and only where the host can hold the weights."""
    held = sum(part.parameters for part in parts.values()) * BYTES[dtype]
    return ("none", "model", "sequential") if device.kind == "cuda" and held <= device.host_bytes else ("none",)
