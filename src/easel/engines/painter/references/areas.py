"""Named areas of a foreign picture, without a neural network: by place, colour and calm. (H, W) maps in [0, 1]."""

import cv2
import numpy as np

from easel.engines.painter.noise import smoothstep
from easel.engines.painter.references.colour import similar
from easel.engines.painter.references.cutting import main_parts
from easel.engines.painter.references.subject import head_in, subject_area
from easel.engines.painter.styles.tone import blur

CLOTHES = frozenset(
    "clothes clothing dress shirt t-shirt tshirt suit jacket coat skirt hoodie sweater top robe uniform garment outfit "
    "衣服 裙子 连衣裙 衬衫 T恤 t恤 西装 外套 上衣 毛衣 裤子 长袍 hanfu kimono 汉服 和服 pants trousers jeans".split()
)
HAIR = frozenset("hair 头发 发色 长发 短发".split())
SKY = frozenset("sky 天空 天 天上 heaven".split())
GROUND = frozenset(
    "ground grass lawn meadow field floor road 地面 草地 草坪 地板 草原 田野 马路 beach sand 沙滩".split()
)
WATER = frozenset("water sea lake river ocean 水 海 湖 河 大海 湖水 海水 湖面 海面".split())
BACKGROUND = frozenset("background backdrop scene wall 背景 墙 墙壁".split())

#: How far down long hair reaches, in heights of the face from its upper end.
LONG = 1.35
#: Longer side at which areas are looked for: larger pictures have no other outlines, only more pixels.
SEARCHED_SIDE_MAX = 1280
#: A patch of the subject's colour belongs to it where so much of it lies within.
GOES_ON = 0.4
#: As many times the subject's area may all of them have; more is a colour of the whole picture.
GROWN_MAX = 2.0


def area_of(
    picture: np.ndarray, word: str, *, colour: tuple[float, float, float] | None = None, shape: np.ndarray | None = None
) -> np.ndarray:
    """Where `word` is in a float RGB picture; `colour` is the colour that the instruction says it has now.

    `shape` is its silhouette, as for `subject_area`.
    """
    height, width = picture.shape[:2]
    factor = min(1.0, SEARCHED_SIDE_MAX / max(height, width))
    if factor < 1:
        size = (max(8, round(width * factor)), max(8, round(height * factor)))
        area = area_of(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), word, colour=colour, shape=shape)
        return np.clip(cv2.resize(area, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)
    area = _place_of(picture, word.strip().lower(), shape)
    if colour is not None:
        alike = _cleaned(similar(blur(picture, 1.0), colour))
        # The words' own colour tells more than what stands out, but not every speck of it is meant.
        found = alike * main_parts((alike > 0.5).astype(np.uint8))
        if float(found.mean()) > 0.002:
            return found
    return area


def _place_of(picture: np.ndarray, word: str, shape: np.ndarray | None) -> np.ndarray:
    if word in SKY:
        return sky_area(picture)
    if word in GROUND or word in WATER:
        return _ground_area(picture)
    subject = subject_area(picture, shape)
    if word in BACKGROUND:
        return 1 - subject
    if word in CLOTHES:
        worn = _cleaned(_clothes_area(picture, subject))
        # Lips may have the dress's colour: small parts apart from it are no clothes.
        worn = worn * main_parts((worn > 0.5).astype(np.uint8), least=0.12)
        rows = np.flatnonzero((worn > 0.5).any(1))
        # They go on beyond what was found, but not up to the face.
        below = (np.arange(len(worn)) >= (rows[0] if len(rows) else len(worn)))[:, None]
        return np.maximum(worn, coloured_area(picture, worn) * below * (1 - _skin(picture)))
    if word in HAIR:
        return _cleaned(_hair_area(picture, subject))
    return _cleaned(_main_colour_area(picture, subject))


def sky_area(picture: np.ndarray) -> np.ndarray:
    """What hangs together with the upper border without a clear edge, down to the horizon."""
    height, width = picture.shape[:2]
    factor = min(1.0, 320 / max(height, width))
    size = (max(16, round(width * factor)), max(16, round(height * factor)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)
    step = np.linalg.norm(np.dstack([cv2.Sobel(lab, cv2.CV_32F, 1, 0), cv2.Sobel(lab, cv2.CV_32F, 0, 1)]), axis=2)
    y = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    # Clouds have soft edges in any direction; the land has hard ones, and greens and browns.
    earthy = (lab[..., 2] > 12) & (lab[..., 1] < 14) & (lab[..., 0] < 74)
    passable = ((step < 52 - 28 * y) & ~earthy & (y < _horizon(lab))).astype(np.uint8)
    passable = cv2.erode(passable, np.ones((3, 3), np.uint8))
    passable[0] = 1
    _, labels = cv2.connectedComponents(passable, connectivity=4)
    sky = cv2.dilate((labels == labels[0, 0]).astype(np.uint8), np.ones((5, 5), np.uint8))
    sky = cv2.morphologyEx(sky, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)).astype(np.float32)
    if sky.mean() < 0.02:
        return np.zeros((height, width), np.float32)
    return smoothstep(0.3, 0.7, cv2.resize(blur(sky, 0.8), (width, height), interpolation=cv2.INTER_CUBIC))


def _horizon(lab: np.ndarray) -> float:
    """Height (0 top, 1 bottom) of a level edge through most of the picture, such as a shore; 0.93 without one."""
    height = lab.shape[0]
    rise = np.abs(cv2.Sobel(lab[..., 0], cv2.CV_32F, 0, 1)) + np.abs(cv2.Sobel(lab[..., 1], cv2.CV_32F, 0, 1))
    level = np.median(cv2.dilate(rise, np.ones((3, 1), np.uint8)), axis=1)
    first, last = int(height * 0.25), int(height * 0.93)
    row = first + int(level[first:last].argmax())
    return row / height if level[row] > max(2.5, 3.0 * float(np.median(level))) else 0.93


def _ground_area(picture: np.ndarray) -> np.ndarray:
    """The commonest colour of the lower third, wherever it goes on below the sky."""
    height = picture.shape[0]
    lower = picture[int(height * 0.66) :]
    main = tuple(float(v) for v in np.median(lower.reshape(-1, 3), axis=0))
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    return _cleaned(similar(blur(picture, 1.5), main) * (1 - sky_area(picture)) * smoothstep(0.2, 0.45, y))


def _clothes_area(picture: np.ndarray, subject: np.ndarray) -> np.ndarray:
    """The main colour of the subject's body that is neither skin nor in the head's place."""
    rows = np.flatnonzero(subject.max(1) > 0.5)
    if not len(rows):
        return subject
    top, tall = int(rows[0]), max(1, int(rows[-1] - rows[0]))
    y = (np.arange(picture.shape[0], dtype=np.float32)[:, None] - top) / tall
    body = subject * smoothstep(0.16, 0.26, y) * (1 - _skin(picture))
    return _main_colour_area(picture, body) if float(body.max()) > 0.3 else subject


def _hair_area(picture: np.ndarray, subject: np.ndarray) -> np.ndarray:
    rows = np.flatnonzero(subject.max(1) > 0.5)
    if not len(rows):
        return subject
    top, tall = int(rows[0]), max(1, int(rows[-1] - rows[0]))
    y = (np.arange(picture.shape[0], dtype=np.float32)[:, None] - top) / tall
    head = head_in(picture)
    # Of who is seen from near more than the upper half is hair: down to the shoulders.
    low = 0.45 if head is None else max(0.45, ((head.top + LONG * head.tall) * picture.shape[0] - top) / tall)
    crown = subject * smoothstep(0.14, 0.05, y)
    seen = subject * smoothstep(low + 0.15, low, y) * (1 - 0.8 * _skin(picture))
    hair = _main_colour_area(picture, crown, within=seen)
    # Brows and eyes may have its colour.
    return hair * cv2.dilate(main_parts((hair > 0.5).astype(np.uint8), least=0.1), np.ones((3, 3), np.uint8))


def coloured_area(picture: np.ndarray, area: np.ndarray, *, several: bool = False) -> np.ndarray:
    """What has the main colour of `area`, in it and where that goes on beyond it; with `several`, elsewhere too."""
    height, width = picture.shape[:2]
    main = main_colour(picture, area)
    if main is None:
        return area
    alike = similar(blur(picture, 1.0), main)
    within = alike * area
    reach = max(1, round(min(height, width) * 0.004))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(
        cv2.morphologyEx((alike > 0.5).astype(np.uint8), cv2.MORPH_OPEN, kernel)
    )
    sizes = stats[:, cv2.CC_STAT_AREA].astype(np.float32)
    shares = np.bincount(labels.ravel(), weights=(area > 0.5).ravel(), minlength=len(sizes)) / sizes
    # A patch that is mostly outside is something else of that colour.
    goes_on = shares > GOES_ON
    goes_on[0] = False
    if several and goes_on.any():
        goes_on[1:] |= sizes[1:] > 0.3 * sizes[goes_on].max()
    elif sizes[goes_on].sum() > GROWN_MAX * float(area.sum()):
        return _cleaned(within)
    beyond = cv2.dilate(goes_on[labels].astype(np.uint8), kernel).astype(np.float32)
    return _cleaned(np.maximum(within, alike * beyond))


def _skin(picture: np.ndarray) -> np.ndarray:
    """How much each pixel looks like skin: the usual box in YCrCb with soft sides."""
    ycc = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb) * 255
    red, blue = ycc[..., 1], ycc[..., 2]
    inside = (
        smoothstep(130, 138, red) * smoothstep(176, 168, red) * smoothstep(74, 82, blue) * smoothstep(130, 122, blue)
    )
    return inside * smoothstep(40, 70, ycc[..., 0])


def _main_colour_area(picture: np.ndarray, area: np.ndarray, *, within: np.ndarray | None = None) -> np.ndarray:
    """The part of `within` (else of `area`) that has `area`'s commonest colour; strong colours count double."""
    main = main_colour(picture, area)
    return area if main is None else similar(blur(picture, 1.0), main) * (area if within is None else within)


def main_colour(picture: np.ndarray, area: np.ndarray) -> tuple[float, float, float] | None:
    """The commonest colour of an area, strong ones counted double; None where it is too small to have one."""
    chosen = picture[area > 0.6]
    if len(chosen) < 24:
        return None
    chosen = np.ascontiguousarray(chosen[:: max(1, len(chosen) // 4000)], np.float32)
    lab = cv2.cvtColor(chosen[None], cv2.COLOR_RGB2LAB)[0]
    cv2.setRNGSeed(3)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 0.5)
    _, labels, centres = cv2.kmeans(lab, min(5, len(lab)), None, stop, 1, cv2.KMEANS_PP_CENTERS)
    chroma = np.hypot(centres[:, 1], centres[:, 2])
    votes = np.bincount(labels.ravel(), minlength=len(centres)) * (0.5 + np.clip(chroma / 30, 0, 1.5))
    red, green, blue = cv2.cvtColor(centres[[int(votes.argmax())]][None], cv2.COLOR_LAB2RGB)[0, 0].tolist()
    return red, green, blue


def _cleaned(area: np.ndarray) -> np.ndarray:
    """Without specks, with small holes closed, and a soft edge of about a pixel."""
    reach = max(1, round(min(area.shape) * 0.003))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    area = cv2.morphologyEx(cv2.morphologyEx(area, cv2.MORPH_OPEN, kernel), cv2.MORPH_CLOSE, kernel)
    return smoothstep(0.15, 0.7, blur(area, reach * 0.5))
