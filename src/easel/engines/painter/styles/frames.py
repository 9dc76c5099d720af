"""Frames around pictures, as strips along the pixels."""


def band(height: int, width: int, outer: float, inner: float) -> list[tuple[slice, slice]]:
    """The four strips of a frame between two distances from the sides, given as shares of the shorter side."""
    short = min(height, width)
    a, b = round(outer * short), max(round(inner * short), round(outer * short) + 1)
    across, down = slice(a, width - a), slice(b, height - b)
    return [
        (slice(a, b), across),
        (slice(height - b, height - a), across),
        (down, slice(a, b)),
        (down, slice(width - b, width - a)),
    ]
