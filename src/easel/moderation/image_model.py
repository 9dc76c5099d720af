"""A transformers image classifier. Runs in the classifier process only: importing this module loads torch."""

from pathlib import Path

import torch
from PIL import Image as PillowImage
from transformers import AutoImageProcessor, AutoModelForImageClassification

from easel.core.image import Image


class ImageModel:
    """Gives each of its labels a score from 0 to 1; together they make 1."""

    def __init__(self, folder: Path):
        """Load from the folder alone: no network, no pickle, no code of the model's."""
        local = {"local_files_only": True, "trust_remote_code": False}
        self._processor = AutoImageProcessor.from_pretrained(folder, **local)
        model = AutoModelForImageClassification.from_pretrained(folder, use_safetensors=True, **local)
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        # The processor gives 32-bit numbers, and newer versions load weights in the precision that they were saved in.
        self._model = model.eval().float().to(self._device)
        names = model.config.id2label
        self._labels = tuple(names[index] for index in range(len(names)))

    def scores(self, image: Image) -> dict[str, float]:
        """The score of every label."""
        mode = image.mode
        picture = PillowImage.frombuffer(mode, (image.width, image.height), image.pixels, "raw", mode, 0, 1)
        inputs = self._processor(images=picture.convert("RGB"), return_tensors="pt").to(self._device)
        with torch.inference_mode():
            scores = self._model(**inputs).logits[0].float().softmax(-1).tolist()
        return dict(zip(self._labels, scores, strict=True))
