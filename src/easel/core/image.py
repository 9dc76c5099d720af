"""Sizes and raw pixels: what travels between intake, engines and finishing. No files, no formats."""

from dataclasses import dataclass

_MODES = {1: "L", 3: "RGB", 4: "RGBA"}


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> "Size":
        """Read `1024x1024` (also `*` or `×` between the sides); raises ValueError on anything else."""
        width, cross, height = text.strip().lower().replace("*", "x").replace("×", "x").partition("x")
        if not cross or not (width.isdecimal() and height.isdecimal()) or len(text) > 16:
            msg = f"expected WIDTHxHEIGHT in pixels, such as 1024x1024, got {text[:32]!r}"
            raise ValueError(msg)
        return cls(int(width), int(height))

    @property
    def area(self) -> int:
        """Pixels in all."""
        return self.width * self.height

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Image:
    """Raw pixels: `height` rows of `width` pixels of `channels` bytes, sRGB, top row first.

    `channels` is 1 (a mask: 255 = repaint, 0 = keep), 3 (RGB) or 4 (RGBA, straight alpha).
    """

    width: int
    height: int
    channels: int
    pixels: bytes | bytearray | memoryview

    def __post_init__(self) -> None:
        if len(self.pixels) != self.width * self.height * self.channels:
            msg = f"{self.width}x{self.height}x{self.channels} needs another number of bytes than {len(self.pixels)}"
            raise ValueError(msg)

    @property
    def size(self) -> Size:
        """The picture's width and height."""
        return Size(self.width, self.height)

    @property
    def mode(self) -> str:
        """What Pillow calls its channels: `L`, `RGB` or `RGBA`."""
        return _MODES[self.channels]
