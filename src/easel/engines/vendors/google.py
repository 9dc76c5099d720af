"""What Google's picture models take, whichever way they are asked: ratios and resolutions instead of pixels."""

from easel.core.image import Size
from easel.core.job import Job
from easel.engines.vendors.vendor import SHAPE, nearest_ratio

RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
#: Only Flash makes these.
LONG_RATIOS = ("1:4", "4:1", "1:8", "8:1")
#: Resolutions by their pixels; the nearest one is meant.
AREAS = {"512": 512**2, "1K": 1024**2, "2K": 2048**2, "4K": 4096**2}


def shape(job: Job, model: str) -> dict[str, str]:
    """Ratio and resolution of a job; nothing when the picture is to follow its input image."""
    if job.references and not any(name in job.asked for name in SHAPE):
        return {}
    flash = "flash" in model
    ratio = nearest_ratio(job.size, (*RATIOS, *LONG_RATIOS) if flash else RATIOS)
    areas = AREAS if flash else {name: area for name, area in AREAS.items() if name != "512"}
    return {"aspect_ratio": ratio, "image_size": nearest_area(job.size, areas)}


def nearest_area(size: Size, areas: dict[str, int]) -> str:
    """The resolution whose pixels are nearest to a size's, as a ratio."""
    return min(areas, key=lambda name: max(areas[name] / size.area, size.area / areas[name]))
