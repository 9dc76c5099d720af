"""Which sources can be served: their weights and LoRAs are there, and their class is in the table. Loads nothing."""

import time
from pathlib import Path

import structlog

from easel.engines.diffusers.arguments import FAMILIES, Family
from easel.engines.diffusers.lora import Loras
from easel.engines.diffusers.repository import INDEX, RepositoryRefused, missing, read_index
from easel.engines.diffusers.source import Source

log = structlog.get_logger(__name__)

#: How long an answer is believed, in seconds: weights come by `easel pull` while the server runs.
FRESH_S = 10.0


class Weights:
    """What lies in the folder of weights, by source. `loras` is the operator's registry, if there is one."""

    def __init__(self, folder: Path, loras: Path | None = None):
        self._folder = folder
        self._loras = loras
        self._known: dict[str, tuple[float, str | None]] = {}

    def pipeline(self, source: str) -> str | None:
        """The class of a source, one of `FAMILIES`; None when the weights are not there, not whole, or of another."""
        seen, pipeline = self._known.get(source, (0.0, None))
        if not seen or time.monotonic() - seen > FRESH_S:
            pipeline = self._look(source)
            self._known[source] = (time.monotonic(), pipeline)
        return pipeline

    def family(self, source: str) -> Family | None:
        """The family of a source's class; None where `pipeline` says None."""
        pipeline = self.pipeline(source)
        return FAMILIES[pipeline] if pipeline else None

    def _look(self, source: str) -> str | None:
        try:
            parsed = Source.parse(source)
            if parsed.folder is None and not parsed.path(self._folder).exists():
                # Never pulled: nothing is wrong.
                return None
            loras = Loras.load(self._loras).of(parsed)
            problems = (missing(each, self._folder) for each in (parsed, *(lora.source for lora in loras)))
            problem = next(filter(None, problems), None)
            if problem is None:
                pipeline, _ = read_index((parsed.path(self._folder) / INDEX).read_bytes())
                problem = None if pipeline in FAMILIES else f"the class {pipeline} is not served"
        except (OSError, ValueError, RepositoryRefused) as error:
            problem = str(error)
        if problem is None:
            return pipeline
        if source not in self._known:
            log.warning("weights cannot be used", source=source, problem=problem)
        return None
