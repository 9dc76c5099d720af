"""Styles of flat colour areas: flat vector, ukiyo-e, medieval."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.styles.frames import band
from easel.engines.painter.styles.hand import Hand
from easel.engines.painter.styles.regions import flatten, nearest, outlines
from easel.engines.painter.styles.smoothing import ink_lines
from easel.engines.painter.styles.tone import contrast, dim, hex_colour, luminance, mix, saturate
from easel.engines.painter.styles.wet import seal

#: Pigments of Edo-period prints: Prussian blue and its thin washes, indigo, beni red, ochre, greens, sumi, bare paper.
UKIYO_E = ("#1b2f4e", "#2f5f8a", "#6f9fb5", "#a9c6c4", "#2a2724", "#5b5648", "#9a8f78", "#e8dcc0", "#f2ead6", "#c8452f",
           "#d98a5c", "#e5b76a", "#f0d9a2", "#3f5d43", "#7c9265", "#b3bd8c", "#8c5a4a", "#6d4a6b")  # fmt: skip
#: Pigments of a manuscript: ultramarine, azurite, vermilion, minium, malachite, ochre, gold, lead white, bone black.
MANUSCRIPT = ("#1f3a86", "#4a6fb3", "#9db4d0", "#b5301f", "#d8663a", "#e2a58a", "#2f6b46", "#6f9a5e", "#b7b26a",
              "#c99a3b", "#e4c673", "#f1e4c3", "#7a4a2b", "#a97c50", "#3a2a20", "#6b5f78", "#c9b8a6")  # fmt: skip


def flat_vector(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Flat illustration: few clean colours in smooth shapes, a soft second tone, no lines."""
    bright = np.clip(saturate(contrast(image, 1.06, 0.45), 1.22) + np.float32(0.02), 0, 1)
    flat = flatten(bright, hand, 20, radius=4.0, smooth=2.0 / hand.detail).painted()
    # One diagonal gradient through everything is what makes flat art look designed and not merely reduced.
    diagonal = hand.down(0.035, -0.035) + np.linspace(0.02, -0.02, hand.full[1], dtype=np.float32)
    return cv2.add(hand.blur(flat, 0.55, least_px=0.45), cv2.merge([diagonal, diagonal, diagonal]))


def ukiyo_e(image: np.ndarray, hand: Hand) -> np.ndarray:
    """Japanese woodblock print: Edo pigments, indigo key lines, bokashi at the top, wood grain, washi, cartouche."""
    regions = flatten(np.clip(saturate(contrast(image, 1.12, 0.45), 0.92), 0, 1), hand, 16, radius=5, smooth=2.2)
    pigments = np.stack([hex_colour(text) for text in UKIYO_E])
    chosen = pigments[nearest(regions.colours[None], pigments)[0]]
    # Two parts pigment, one part the picture's own colour: two near colours never fall into one area.
    print_ = regions.painted(0.66 * chosen + 0.34 * regions.colours)
    print_ = hand.blur(print_, 0.7, least_px=0.45)
    bokashi = smoothstep(0.17, 0.0, hand.down() + (hand.clouds(3, octaves=2) - 0.5) * 0.03) * 0.72
    print_ = mix(print_, hex_colour("#1f3f6b"), bokashi)
    rows = max(16, round(hand.full[0] / max(1.0, hand.px(3.2))))
    boards = hand.spread(hand.settle(lambda: hand.rng.random((rows, 7), dtype=np.float32)), cv2.INTER_CUBIC)
    fibre = hand.paper()
    print_ = dim(print_, 1 + 0.07 * (boards - 0.5) + 0.028 * fibre)
    gray = luminance(hand.blur(image, 0.8))
    lines = np.maximum(ink_lines(gray, hand, 2.2, threshold=0.018), 0.75 * outlines(regions, hand.px(1.3)))
    lines = smoothstep(0.15, 0.7, lines) * smoothstep(-2.4, -1.2, fibre)
    print_ = mix(print_, hex_colour("#1a2135"), lines * 0.88)
    washi = cv2.merge([float(part) * (1 + 0.02 * fibre) for part in hex_colour("#efe4c8")])
    away = hand.border_distance() + (hand.clouds(30) - 0.5) * np.float32(0.003)
    print_ = mix(print_, hex_colour("#1a2135"), smoothstep(0.037, 0.0355, away))
    print_ = mix(print_, washi, smoothstep(0.034, 0.0325, away))
    return _cartouche(print_, hand)


def _cartouche(image: np.ndarray, hand: Hand) -> np.ndarray:
    """The title slip at the upper right, with strokes that suggest writing, and the publisher's seal."""
    height, width = hand.full
    short = min(height, width)
    slip_w, slip_h = round(short * 0.06), round(short * 0.2)
    left, top = width - round(short * 0.075) - slip_w, round(short * 0.075)
    here = top - hand.rows.start
    cv2.rectangle(image, (left, here), (left + slip_w, here + slip_h), hex_colour("#e9c98c").tolist(), -1)
    ink = hex_colour("#1a2135").tolist()
    cv2.rectangle(image, (left, here), (left + slip_w, here + slip_h), ink, max(1, round(hand.px(2))), cv2.LINE_AA)
    for row, start, turn in hand.settle(lambda: _writing(hand.rng)):
        middle = np.array([left + slip_w / 2, here + slip_h * (row + 0.62) / 4.3])
        ends = [middle + start * slip_w, middle + (start + turn) * slip_w]
        ends = [tuple(np.round(point * 8).astype(int).tolist()) for point in ends]
        cv2.line(image, *ends, ink, max(1, round(hand.px(2.4))), cv2.LINE_AA, shift=3)
    return seal(image, hand, corner=((left + slip_w / 2) / width, (top + slip_h) / height + 0.045))


def _writing(rng: np.random.Generator) -> list[tuple[int, np.ndarray, np.ndarray]]:
    """Row, start and direction of each stroke, in shares of the slip's width."""
    strokes = []
    for row in range(4):
        for _ in range(5):
            start = rng.uniform(-0.3, 0.3, 2)
            turn = (0, 0.4) if rng.random() < 0.4 else (0.45, 0)
            strokes.append((row, start, np.array(turn) * rng.uniform(0.5, 1)))
    return strokes


def medieval(image: np.ndarray, hand: Hand) -> np.ndarray:
    """An illuminated page: mineral pigments, drawn contours, gold that shines, worn vellum and a gilded border."""
    regions = flatten(np.clip(saturate(contrast(image, 1.1, 0.45), 1.25), 0, 1), hand, 16, radius=5, smooth=2.4)
    pigments = np.stack([hex_colour(text) for text in MANUSCRIPT])
    picked = nearest(regions.colours[None], pigments)[0]
    colours = 0.72 * pigments[picked] + 0.28 * regions.colours
    fibre = hand.paper(1.2)
    worn = hand.clouds(6, octaves=5)
    page = hand.blur(regions.painted(colours), 0.8, least_px=0.45)
    fine = luminance(image)
    page += ((fine - hand.blur(fine, 20)) * np.float32(0.32))[..., None]
    gilded = np.array([int(p) in (9, 10) for p in picked])[regions.labels].astype(np.float32)
    gold = _gold(hand)
    page = mix(page, gold, gilded * 0.75)
    page = dim(page, 1 + 0.05 * fibre + 0.3 * (worn - 0.5))
    gray = luminance(hand.blur(image, 0.8))
    lines = np.maximum(ink_lines(gray, hand, 2.8, threshold=0.018), 0.6 * outlines(regions, hand.px(1.6)))
    page = mix(page, hex_colour("#2a1a12"), smoothstep(0.15, 0.7, lines) * 0.9)
    lit = 1 + 0.03 * fibre + 0.22 * (worn - 0.5)
    vellum = cv2.merge([float(part) * lit for part in hex_colour("#e9d8b0")])
    # Paint has flaked off where the sheet was folded and touched.
    flaked = worn - 0.5 * np.minimum(hand.border_distance(), 0.3) + 0.012 * fibre
    page = mix(page, vellum, smoothstep(0.68, 0.75, flaked) * 0.7)
    return _gilded_frame(page, vellum, gold, hand)


def _gold(hand: Hand) -> np.ndarray:
    """Burnished gold leaf: bright bands that wander, and a hammered grain."""
    sheen = np.abs(np.sin(hand.clouds(2.2, octaves=3) * np.float32(9)))
    sheen = np.clip(0.75 * sheen + 0.12 * hand.grain(2.5), 0, 1)
    dark, light = (hex_colour(text).tolist() for text in ("#a8741f", "#fbe7a0"))
    return cv2.merge([low + (high - low) * sheen for low, high in zip(dark, light, strict=True)])


def _gilded_frame(page: np.ndarray, vellum: np.ndarray, gold: np.ndarray, hand: Hand) -> np.ndarray:
    """Vellum margin, gold bands, and a blue and red border with a running leaf scroll."""
    scroll = _scroll(hand)
    blue = _checks(hand, 0.16)
    # The frame's lines run along the pixels: strips are copied, nothing is blended over the whole page.
    for strip in band(hand, 0.0, 0.028):
        page[strip] = vellum[strip]
    for outer, inner in ((0.028, 0.034), (0.07, 0.076)):
        for strip in band(hand, outer, inner):
            page[strip] = gold[strip]
    for strip in band(hand, 0.034, 0.07):
        ground = np.where(blue[strip][..., None], hex_colour("#24408c"), hex_colour("#9c2a1e"))
        page[strip] = mix(ground, np.ascontiguousarray(gold[strip]), np.ascontiguousarray(scroll[strip]))
    for line in (0.028, 0.034, 0.07, 0.076):
        for strip in band(hand, line - 0.0007, line + 0.0007):
            page[strip] = hex_colour("#2a1a12")
    return page


def _checks(hand: Hand, cell: float) -> np.ndarray:
    """Long alternating fields of the border, `cell` of the shorter side each."""
    height, width = hand.full
    short = min(height, width)
    x = (np.abs(np.arange(width) - width / 2) // (short * cell)).astype(np.uint8)
    y = (np.abs(np.arange(height) - height / 2) // (short * cell)).astype(np.uint8)
    return (x[None, :] + y[hand.rows, None]) % 2 == 0


def _scroll(hand: Hand) -> np.ndarray:
    """Leaves on a wavy stem in the middle of the border, as a mask."""
    height, width = hand.full
    short, above = min(height, width), np.array([0, hand.rows.start])
    mask = np.zeros((hand.rows.stop - hand.rows.start, width), np.uint8)
    inset, swing, pitch = short * 0.052, short * 0.008, short * 0.064
    stroke = max(1, round(hand.px(2.2)))
    for length, place in (
        (width, lambda t, s: (t, inset + s)), (width, lambda t, s: (t, height - inset + s)),
        (height, lambda t, s: (inset + s, t)), (height, lambda t, s: (width - inset + s, t)),
    ):  # fmt: skip
        t = np.arange(inset, length - inset, max(1.0, short / 300))
        stem = np.stack(place(t, np.sin((t - length / 2) / pitch * np.pi) * swing), -1) - above
        cv2.polylines(mask, [np.round(stem * 8).astype(np.int32)], False, 255, stroke, cv2.LINE_AA, shift=3)
        leaves = np.arange(inset + pitch / 2, length - inset, pitch / 2)
        for number, (x, y) in enumerate(np.stack(place(leaves, 0 * leaves), -1) - above):
            side = 1 if number % 2 else -1
            centre = np.array([x, y]) + np.array(place(0.0, side * swing * 0.4)) - np.array(place(0.0, 0.0))
            axes = (round(short * 0.0078 * 16), round(short * 0.0043 * 16))
            at = tuple(np.round(centre * 16).astype(int).tolist())
            cv2.ellipse(mask, at, axes, 35 * side, 0, 360, 255, -1, cv2.LINE_AA, shift=4)
    return mask.astype(np.float32) * np.float32(1 / 255)
