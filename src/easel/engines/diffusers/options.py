"""What the operator may choose for this engine, as one typed object. Needs neither torch nor diffusers."""

import json
from dataclasses import asdict, dataclass

MEGAPIXEL = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Every choice has a default that works; what trades quality or exactness for speed is off by default."""

    #: Folder of pulled weights.
    weights_dir: str = ""
    #: The operator's registry of LoRAs, a TOML file; empty: there are none.
    loras: str = ""
    #: Folder for compiled kernels, so that they survive a restart; empty: none is kept.
    cache_dir: str = ""
    #: `auto` (by the device's memory), `bf16`, `fp16`, `fp32`, `fp8` or `int8`.
    precision: str = "auto"
    #: Compile the repeated blocks of the denoiser: the first picture of each size takes minutes, the next ones less.
    compile: bool = False
    #: Multiply by the query, key and value matrices at once.
    fuse_qkv: bool = False
    #: Keep the VAE's (and a UNet's) tensors in the order that convolutions on a GPU like best.
    channels_last: bool = False
    #: An attention backend of diffusers, such as `_native_cudnn`; empty: torch chooses.
    attention: str = ""
    #: Skip blocks while their first one changes by less than this share (such as 0.08); 0 skips nothing. Loses detail.
    step_cache: float = 0.0
    #: Never share a step: a picture is the same to the last bit, whatever else is asked for at the same time.
    exact: bool = False
    #: Pixels of one step, all pictures together.
    batch_pixels: int = 2 * MEGAPIXEL
    #: Pictures of so many pixels fill a device alone.
    solo_pixels: int = MEGAPIXEL
    #: How long pictures of a model that is in work, or on the device, may overtake one of another model, in seconds.
    patience_s: float = 5.0
    #: The longest time to load a model, compile it and take its first step, in seconds.
    load_timeout_s: float = 900.0
    #: The longest time from one step to the next, in seconds; then the device counts as hung.
    step_timeout_s: float = 120.0

    @property
    def alone(self) -> bool:
        """Does every picture take its steps alone? A step cache remembers what only one picture has seen."""
        return self.exact or self.step_cache > 0

    def to_json(self) -> str:
        """The options as the child process is given them."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Options":
        """The options that `to_json` wrote."""
        return cls(**json.loads(text))
