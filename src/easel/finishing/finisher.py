"""The finisher: a painted picture becomes a labelled file. Pixels, then visible label, then encoding with metadata."""

import hashlib
from collections.abc import Collection

from easel.core.errors import UpstreamFailed
from easel.core.image import Image
from easel.core.job import Job, Role
from easel.core.ports import Encoded, Finished
from easel.core.result import Painted, PaintedFile
from easel.finishing.kept import inspect
from easel.finishing.metadata import Metadata, aigc, read_metadata, source_type
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
        image = _labelled(image, job)
        mark = aigc(producer=self._producer, picture=job.id, integrity=digest(image))
        return _encoded(image, job, Metadata(mark))

    def finish(self, painted: Painted, job: Job) -> Encoded:
        """Draw the visible label if the job asks for it, then encode with metadata and recipe."""
        image = _labelled(painted.image, job)
        metadata = self._metadata(Recipe.of(painted, job, image.size), digest(image), job)
        return _encoded(image, job, metadata)

    def keep(self, file: PaintedFile, job: Job) -> Finished | None:
        """Check a file and put the metadata into it, its pixels untouched; None where the job needs other pixels.

        A file with a C2PA manifest stays as it is to the last byte: the manifest says already how it was made.
        Raises UpstreamFailed when the file is damaged or no picture.
        """
        try:
            found = inspect(file.data)
        except ValueError:
            msg = "The upstream service answered with a damaged picture."
            raise UpstreamFailed(msg) from None
        if job.watermark or (found.format != job.output_format and "output_format" in job.asked):
            return None
        data = file.data
        if not found.has_manifest:
            integrity = f"sha256:{hashlib.sha256(data).hexdigest()}"
            made = self._metadata(Recipe.of(file, job, found.size), integrity, job)
            data = found.with_metadata(made.after(read_metadata(data)) if found.labels else made)
        return Finished(Encoded(data, f"image/{found.format}"), found.size)

    def _metadata(self, recipe: Recipe, integrity: str, job: Job) -> Metadata:
        text = recipe.to_json()
        # The picture's id comes from what it is, not from when it was made: the same job gives the same bytes.
        picture = hashlib.sha256(f"{integrity}\n{text}".encode()).hexdigest()[:32]
        neural = recipe.engine not in self._algorithmic
        return Metadata(
            aigc=aigc(producer=self._producer, picture=picture, integrity=integrity),
            source_type=source_type(neural=neural, edited=any(r.role is Role.INPUT for r in job.references)),
            recipe=text if self._recipes else None,
        )


def _labelled(image: Image, job: Job) -> Image:
    """The picture with the visible label, if the job asks for it."""
    if not job.watermark:
        return image
    # Imported here and below: NumPy, OpenCV and Pillow are 35 MB that a relay, which touches no pixels, does without.
    from easel.finishing import label

    return label.draw(image)


def _encoded(image: Image, job: Job, metadata: Metadata) -> Encoded:
    from easel.finishing.encode import encode

    return encode(image, job.output_format, quality=job.output_compression, metadata=metadata)
