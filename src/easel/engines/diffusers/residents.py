"""The models on a device. The least recently used one leaves when another needs its place, never during a job.

Runs in the child process, which does one thing at a time.
"""

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

from easel.engines.diffusers.care import release
from easel.engines.diffusers.devices import Device, find_devices
from easel.engines.diffusers.load import Model, load
from easel.engines.diffusers.lora import Loras, open_lora
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.plan import DoesNotFit, Plan, choose_plan
from easel.engines.diffusers.repository import Repository, open_repository
from easel.engines.diffusers.source import Source


class Residents:
    """The models that are loaded, by their source."""

    def __init__(self, device: str, options: Options):
        self._device = device
        self._options = options
        self._weights = Path(options.weights_dir)
        self._models: OrderedDict[str, Model] = OrderedDict()

    def __contains__(self, source: str) -> bool:
        return source in self._models

    def __iter__(self):
        return iter(self._models)

    def get(self, source: str) -> Model:
        """The model of a source, loaded if it is not here yet.

        Raises RepositoryRefused, DoesNotFit, OSError, ValueError or EngineFailed when it cannot be.
        """
        if source not in self._models:
            self._models[source] = self._load(Source.parse(source))
        self._models.move_to_end(source)
        return self._models[source]

    def _load(self, source: Source) -> Model:
        repository = open_repository(source, self._weights)
        loras = Loras.load(Path(self._options.loras) if self._options.loras else None).of(source)
        adapters = [open_lora(lora, self._weights) for lora in loras]
        plan = self._make_room(repository)
        title = f"{source.repository}@{source.revision}" if source.repository else repository.path.name
        return load(repository, adapters, plan, self._options, title=" + ".join((title, *source.loras)))

    def _make_room(self, repository: Repository) -> Plan:
        """The best plan that this device can have: models leave until it fits."""
        while True:
            device = self._measure()
            alone = replace(device, free_bytes=device.total_bytes)
            wanted = choose_plan(alone, repository.parts, precision=self._options.precision)
            try:
                plan = choose_plan(device, repository.parts, precision=self._options.precision)
            except DoesNotFit:
                if not self._models:
                    raise
                plan = None
            if plan == wanted or (plan is not None and not self._models):
                return plan
            self._forget()

    def _measure(self) -> Device:
        return next(device for device in find_devices() if device.name == self._device)

    def _forget(self) -> None:
        """Let the least recently used model go."""
        self._models.popitem(last=False)
        release()
