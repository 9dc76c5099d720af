"""Painters for the process tests: tiny, and some of them badly behaved."""

import os
import time

from easel.core.image import Image
from easel.core.result import Painted


class Flat:
    """Paints the seed as a grey; the prompt says how to misbehave."""

    def paint(self, job, index, on_partial):
        """One flat picture."""
        if job.prompt == "crash":
            os._exit(3)
        if job.prompt == "raise":
            msg = "no such colour"
            raise ValueError(msg)
        if job.prompt == "slow":
            time.sleep(0.2)
        if job.prompt == "endless":
            on_partial(Image(1, 1, 3, bytes(3)))
            while True:
                time.sleep(0.001)
        seed = job.seeds[index]
        image = Image(job.size.width, job.size.height, 3, bytes([seed % 256]) * (job.size.area * 3))
        for _ in range(job.partial_images):
            on_partial(image)
        details = {"pid": os.getpid(), "references": [r.image.width for r in job.references]}
        return Painted(index, image, seed, job.prompt, ("word",), details)


class Reluctant:
    """Is never ready to paint."""

    def __init__(self):
        time.sleep(3600)
