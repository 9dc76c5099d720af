"""Frames around pictures, as strips along the pixels."""

from easel.engines.painter.styles.hand import Hand


def band(hand: Hand, outer: float, inner: float) -> list[tuple[slice, slice]]:
    """The window's part of the strips of a frame between two distances from the picture's sides.

    The distances are shares of the shorter side.
    """
    height, width = hand.full
    short = min(height, width)
    a, b = round(outer * short), max(round(inner * short), round(outer * short) + 1)
    strips = (
        (a, b, a, width - a),
        (height - b, height - a, a, width - a),
        (b, height - b, a, b),
        (b, height - b, width - b, width - a),
    )
    rows = hand.rows
    return [
        (slice(max(top, rows.start) - rows.start, min(foot, rows.stop) - rows.start), slice(left, right))
        for top, foot, left, right in strips
        if max(top, rows.start) < min(foot, rows.stop)
    ]
