"""Land in true perspective: a height field seen by a camera over it, lit by the sun and dimmed by the air.

The land is sampled in slices from near to far. Each slice's height is projected to a row of the picture; the nearest
slice that reaches a pixel is what is seen there. No loop runs over pixels. Only the land's shape comes from the slices:
its colours are worked out for each pixel, so that steep faces, which few slices cover, show no stretched texture.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from easel.engines.painter import noise
from easel.engines.painter.brush import Colour
from easel.engines.painter.noise import smoothstep
from easel.engines.painter.scene import Scene
from easel.engines.painter.styles.tone import mix

#: (across, away, stream) to height; `across` and `away` are in units of the camera's distance to the picture plane.
Heights = Callable[[np.ndarray, np.ndarray, np.random.Generator], np.ndarray]
#: (height, steepness, across, away) to colours (…, 3).
Cover = Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """One stretch of land from `near` to `far`. `eye` is the camera's height over 0; `haze` is the air's thickness.

    `relief` is how strongly slopes are shaded, `bump` how much fine unevenness they have.
    """

    heights: Heights
    cover: Cover
    near: float = 1.5
    far: float = 14.0
    eye: float = 0.3
    haze: float = 0.75
    slices: int = 260
    relief: float = 1.0
    #: How grainy the surface looks from near, 0 to 1.
    grain: float = 0.1
    bump: float = 0.0
    #: The height below which the land dissolves into mist.
    feet: float | None = None
    #: How much of the air lies before even the nearest part.
    veil: float = 0.0
    #: The colour of the air between; None is the scene's haze.
    air: Colour | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What the camera sees in the rows from `first`, at `scale` texels to the pixel: fields of one shape.

    `cover` is how much of each texel the land takes from the sky.
    """

    first: int
    scale: float
    height: np.ndarray
    slope_x: np.ndarray
    slope_z: np.ndarray
    across: np.ndarray
    away: np.ndarray
    cover: np.ndarray

    def rows(self, start: int, stop: int) -> "View":
        """The part of it in some rows."""
        fields = (self.height, self.slope_x, self.slope_z, self.across, self.away, self.cover)
        return View(self.first + start, self.scale, *(field[start:stop] for field in fields))


#: Bumps are shown that are at least so many texels wide where the land is nearest.
FINEST_TEXELS = 5
#: Texels whose colours are worked out at once.
BAND_TEXELS = 100_000


def slumped(height: np.ndarray, across: np.ndarray, away: np.ndarray, steepest: float) -> np.ndarray:
    """The heights with nothing steeper than the slope `steepest`: what stood steeper has slid down."""
    step_x = np.float32(steepest) * np.abs(across[:, 1:2] - across[:, :1])
    step_z = np.float32(steepest) * np.gradient(away[:, :1], axis=0)
    low = height.copy()
    for reach in (1, 2, 4, 8, 16, 32, 64):
        if reach < low.shape[1]:
            before = low.copy()
            np.minimum(low[:, reach:], before[:, :-reach] + step_x * reach, out=low[:, reach:])
            np.minimum(low[:, :-reach], before[:, reach:] + step_x * reach, out=low[:, :-reach])
        if reach < low.shape[0] // 4:
            before = low.copy()
            np.minimum(low[reach:], before[:-reach] + step_z[reach:] * reach, out=low[reach:])
            np.minimum(low[:-reach], before[reach:] + step_z[:-reach] * reach, out=low[:-reach])
    return cv2.GaussianBlur(low, (0, 0), sigmaX=0.0016 * low.shape[1] + 0.5, sigmaY=1.5)


def _slices(land: Land, near: float, width: int, aspect: float) -> tuple[np.ndarray, np.ndarray]:
    """Positions (slices, width) across and away: more slices near, where they are seen larger."""
    t = np.linspace(0, 1, land.slices, dtype=np.float32)[:, None]
    away = near * (land.far / near) ** t
    across = (np.linspace(-0.5, 0.5, width, dtype=np.float32) * np.float32(aspect))[None] * away
    return across, np.repeat(away, width, 1)


def _light(scene: Scene, slope_x: np.ndarray, slope_z: np.ndarray, relief: float) -> np.ndarray:
    """How much sun each sample gets, 0.2 to 1.2: slopes towards it are bright."""
    side = np.float32(np.clip((0.5 - scene.light.x) * 3.2, -0.9, 0.9) or 0.5)
    dot = 0.66 + relief * (slope_x * side + slope_z * 0.35) / np.sqrt(1 + (slope_x**2 + slope_z**2) * 0.6)
    hard = 0.45 + 0.55 * scene.light.strength
    return (0.66 + (np.clip(dot, 0.12, 1.25) - 0.66) * np.float32(hard)).astype(np.float32)


def look(scene: Scene, land: Land, rng: np.random.Generator, *, bottom: float = 1.0) -> View | None:
    """See the land down to `bottom` (a share of the height); None where less than two rows of it show."""
    over = 2.0 if max(scene.width, scene.height) <= 640 else 1.0
    over = min(over, (4e6 / (scene.width * scene.height * bottom)) ** 0.5)
    columns = max(2, round(scene.width * over))
    scale = columns / scene.width
    # The first slice must lie below the frame, or the rows under it would be smears of it.
    below = max(bottom * scene.height - scene.ground_px, 1.0) / scene.unit
    across, away = _slices(land, min(land.near, 0.75 * land.eye / below), columns, scene.aspect)
    # Detail finer than a few columns or slices would stand as spikes on crests and streaks on steep faces.
    height = cv2.GaussianBlur(
        land.heights(across, away, rng), (0, 0), sigmaX=scale * scene.unit / 600 + 0.4, sigmaY=1.5
    )
    rows = scene.ground_px * scale - (height - land.eye) / away * (scene.unit * scale)
    last = int(bottom * scene.height * scale)
    first = int(np.clip(rows.min() - 1, 0, max(0, last - 2)))
    if last - first < 2:
        return None
    slope_z = np.gradient(height, axis=0) / np.maximum(np.gradient(away, axis=0), 1e-5)
    slope_x = np.gradient(height, axis=1) / np.maximum(np.gradient(across, axis=1), 1e-5)
    index, cover = _seen(rows - first, last - first, land.slices)
    column = np.ascontiguousarray(np.broadcast_to(np.arange(columns, dtype=np.float32)[None], index.shape))
    fields = (
        cv2.remap(f.astype(np.float32), column, index, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        for f in (height, slope_x, slope_z, across, away)
    )
    return View(first, scale, *fields, cover)


def paint_land(scene: Scene, land: Land, rng: np.random.Generator, *, bottom: float = 1.0) -> None:
    """Paint the land over the rows from its highest peak down to `bottom` (a share of the height)."""
    view = look(scene, land, rng, bottom=bottom)
    if view is None:
        return
    picture, cover = _painted(scene, land, view, rng)
    top, end = round(view.first / view.scale), round((view.first + cover.shape[0]) / view.scale)
    if view.scale > 1:
        size = (scene.width, end - top)
        picture, cover = (cv2.resize(f, size, interpolation=cv2.INTER_AREA) for f in (picture, cover))
    scene.lay(picture, top, end, alpha=cover)


def _painted(scene: Scene, land: Land, view: View, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The land's colours and how much it covers, worked out band by band: a few bands fit into memory, not all."""
    rows, columns = view.cover.shape
    picture, cover = np.empty((rows, columns, 3), np.float32), np.empty((rows, columns), np.float32)
    step = max(64, BAND_TEXELS // columns)
    luck, highest = rng.bit_generator.state, max(float(view.height.max()), 1e-3)
    for start in range(0, rows, step):
        # One row more at either side, for the slopes there.
        first, stop = max(0, start - 1), min(rows, start + step)
        part = view.rows(first, min(rows, stop + 1))
        rng.bit_generator.state = luck
        colours = _coloured(scene, land, part, rng, highest)
        _roughen(colours, first, view.scale * scene.unit, land.grain, rng)
        if land.feet is not None:
            ragged = noise.sample(part.across * 0.9, part.height * 1.6, rng, roughness=0.9) - 0.5
            shown = smoothstep(land.feet, 2.6 * land.feet, part.height * (1 + ragged * np.float32(0.9)))
            cover[start:stop] = (part.cover * shown)[start - first : stop - first]
        else:
            cover[start:stop] = part.cover[start - first : stop - first]
        picture[start:stop] = colours[start - first : stop - first]
    return picture, cover


def _roughen(picture: np.ndarray, first: int, unit_px: float, grain: float, rng: np.random.Generator) -> None:
    """Give the colours of the rows from `first` a grain that does not stretch with the slopes."""
    height, width = picture.shape[:2]
    u = (np.arange(width, dtype=np.float32) * np.float32(26 / unit_px))[None]
    v = (np.arange(first, first + height, dtype=np.float32) * np.float32(34 / unit_px))[:, None]
    u, v = np.broadcast_arrays(u, v)
    rough = noise.sample(u, v, rng, roughness=1.6) + noise.sample(u * 0.3, v * 0.26, rng, roughness=1.1) - 1.0
    rough *= np.float32(2.0 * grain)
    rough += np.float32(1)
    cv2.multiply(picture, cv2.merge([rough, rough, rough]), dst=picture)
    np.clip(picture, 0, 1, out=picture)


def _seen(rows: np.ndarray, span: int, slices: int) -> tuple[np.ndarray, np.ndarray]:
    """For each pixel the (fractional) slice seen there, and how much it covers the sky."""
    columns = rows.shape[1]
    index, cover = np.empty((span, columns), np.float32), np.empty((span, columns), np.float32)
    for start in range(0, columns, 256):
        part = slice(start, start + 256)
        index[:, part], cover[:, part] = _seen_in(rows[:, part], span, slices)
    return index, cover


def _seen_in(rows: np.ndarray, span: int, slices: int) -> tuple[np.ndarray, np.ndarray]:
    columns = rows.shape[1]
    # Once something nearer reaches higher, what is behind it does not count.
    crest = np.minimum.accumulate(rows, axis=0)
    top = np.clip(np.ceil(crest), 0, span).astype(np.int32)
    first = np.full((span + 1, columns), slices, np.int32)
    columns_at = np.arange(columns)
    for k in range(slices - 1, -1, -1):
        first[top[k], columns_at] = k
    nearest = np.minimum.accumulate(first, axis=0)[:span]
    y = np.arange(span, dtype=np.float32)[:, None]
    here = np.minimum(nearest, slices - 1)
    before = np.maximum(here - 1, 0)
    high, low = np.take_along_axis(crest, here, 0), np.take_along_axis(crest, before, 0)
    part = np.clip((low - y) / np.maximum(low - high, 1e-3), 0, 1)
    return before + part * (here - before), np.clip(y + 1.0 - crest[-1][None], 0, 1)


def _coloured(scene: Scene, land: Land, view: View, rng: np.random.Generator, highest: float) -> np.ndarray:
    """The colour of every texel: its cover, the light on it, and the air before it, thinner towards `highest`."""
    slope_x, slope_z = view.slope_x, view.slope_z
    # Snow lies and grass grows by the land's form, not by every crease in it.
    steep = cv2.magnitude(slope_x, slope_z)
    if land.bump:
        # Creased, as broken rock is: smooth bumps look like clay. Only what the size can show.
        fine = view.scale * scene.unit / land.near
        for wave, share in ((3.2, 0.5), (9.0, 0.33), (26.0, 0.33), (70.0, 0.4), (180.0, 0.5)):
            if wave * FINEST_TEXELS > fine:
                break
            rough = noise.sample(view.across * wave, (view.height * 0.75 + view.away * 0.3) * wave, rng, roughness=0.8)
            rough = np.abs(rough - np.float32(0.5)) * np.float32(-2.2)
            size = np.float32(land.bump * share * view.scale * scene.unit / wave) / view.away
            slope_x = slope_x + cv2.Sobel(rough, cv2.CV_32F, 1, 0, scale=0.125) * size
            slope_z = slope_z - cv2.Sobel(rough, cv2.CV_32F, 0, 1, scale=0.125) * size
    colours = land.cover(view.height, steep, view.across, view.away)
    p = scene.palette
    light = _light(scene, slope_x, slope_z, land.relief)
    bright = np.clip(light, 0, 1)
    tints = []
    for ambient, sun, shade in zip(p.ambient, p.sun, (0.78, 0.88, 1.1), strict=True):
        cool, warm = ambient * shade, ambient * (0.72 + 0.28 * sun)
        tints.append(light * (bright * np.float32(warm - cool) + np.float32(cool)))
    colours = cv2.multiply(colours, cv2.merge(tints))
    distance = np.clip(np.log(view.away / land.near) * np.float32(1 / math.log(land.far / land.near)), 0, 1)
    thick = land.veil + (land.haze - land.veil) * distance
    veil = np.clip(thick * (1.2 - 0.45 * view.height / highest), 0, 0.94)
    haze = np.array(land.air or p.haze, np.float32)
    return np.clip(mix(colours, haze, veil), 0, 1)
