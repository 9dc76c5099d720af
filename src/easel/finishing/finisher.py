"""The finisher: a painted picture becomes a labelled file. Pixels, then visible label, then encoding with metadata."""

import hashlib
from collections.abc import Collection

from easel.core.image import Image
from easel.core.job import Job, Role
from easel.core.ports import Encoded
from easel.core.result import Painted
from easel.finishing import label
from easel.finishing.encode import encode
from easel.finishing.metadata import Metadata, aigc, source_type
from easel.finishing.recipe import Recipe, digest


class Finisher:
    """Labels and encodes; pure CPU work for a worker thread, safe in several at once."""

    def __init__(
        self,
        *,
        producer: str = "Easel",
        recipes: bool = True,
        algorithmic: Collection[str] = ("painter",),
    ):
        """`producer` is the AIGC label's ContentProducer: printable ASCII, such as a registered producer code.

        `recipes` writes each picture's recipe, prompt included, into its file. `algorithmic` names the engines that
        are algorithms without a neural network, which IPTC tells apart; an engine says its name as `engine` in
        `Painted.details`. Raises ValueError on a producer that the AIGC label cannot hold.
        """
        aigc(producer=producer, picture="-", integrity="-")
        self._producer = producer
        self._recipes = recipes
        self._algorithmic = frozenset(algorithmic)

    def preview(self, image: Image, job: Job) -> Encoded:
        """Encode an unfinished picture for a stream: labelled too, but with no recipe."""
        image = label.draw(image) if job.watermark else image
        mark = aigc(producer=self._producer, picture=job.id, integrity=digest(image))
        return encode(image, job.output_format, quality=job.output_compression, metadata=Metadata(mark))

    def finish(self, painted: Painted, job: Job) -> Encoded:
        """Draw the visible label if the job asks for it, then encode with metadata and recipe."""
        image = label.draw(painted.image) if job.watermark else painted.image
        neural = painted.details.get("engine") not in self._algorithmic
        recipe, integrity = Recipe.of(painted, job).to_json(), digest(image)
        # The picture's id comes from what it is, not from when it was made: the same job gives the same bytes.
        picture = hashlib.sha256(f"{integrity}\n{recipe}".encode()).hexdigest()[:32]
        metadata = Metadata(
            aigc=aigc(producer=self._producer, picture=picture, integrity=integrity),
            source_type=source_type(neural=neural, edited=any(r.role is Role.INPUT for r in job.references)),
            recipe=recipe if self._recipes else None,
        )
        return encode(image, job.output_format, quality=job.output_compression, metadata=metadata)
