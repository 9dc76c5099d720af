"""What `easel doctor` says of open models: the libraries, the devices, the weights that are here and how they fit."""

from collections.abc import Generator, Iterator
from pathlib import Path

from easel.core.libraries import lacking
from easel.core.model_card import Cards, ModelCard
from easel.engines.diffusers.devices import Device, find_devices
from easel.engines.diffusers.engine import NEEDED
from easel.engines.diffusers.lora import Loras
from easel.engines.diffusers.manifest import RepositoryRefused
from easel.engines.diffusers.plan import GB, DoesNotFit, choose_plan
from easel.engines.diffusers.repository import check, missing
from easel.engines.diffusers.source import Source
from easel.settings import Settings

Finding = tuple[bool | None, str]


def open_models(settings: Settings, cards: Cards) -> Iterator[Finding]:
    """What there is to say: good (True), bad (False) or merely worth knowing (None), and the sentence."""
    used = yield from _devices(settings)
    try:
        loras = Loras.load(settings.loras)
        sources = {text: (Source.parse(text), model) for text, model in _sources(cards).items()}
    except (OSError, ValueError) as error:
        yield False, str(error)
        return
    absent = []
    for source, model in sources.values():
        if source.folder is None and not source.path(settings.weights).exists():
            absent.append(model)
        else:
            yield from _weights(source, model, loras, settings, used)
    if absent:
        yield None, f"no open weights for {', '.join(absent)}: `easel pull ID` gets them; others serve these until then"


def _devices(settings: Settings) -> Generator[Finding, None, tuple[Device, ...]]:
    """Tell of the devices; returns those that the settings choose."""
    if lacking(NEEDED):
        yield None, f"open models need {', '.join(lacking(NEEDED))}: pip install 'easel[diffusers]'"
        return ()
    try:
        devices = find_devices()
    except (ImportError, OSError) as error:
        yield False, f"torch cannot be used: {error}"
        return ()
    yield from ((True, _described(device)) for device in devices)
    wanted = [devices[0].name if name == "auto" else name for name in settings.diffusers_devices if name != "off"]
    unknown = sorted(set(wanted) - {device.name for device in devices})
    if unknown:
        yield False, f"EASEL_DIFFUSERS_DEVICES names {', '.join(unknown)}: there is no such device"
    return tuple(device for device in devices if device.name in wanted)


def _sources(cards: Cards) -> dict[str, str]:
    """Every source of weights that a route names, and the model to be pulled to get it: its own before others'."""
    found: dict[str, str] = {}
    for card in sorted(cards, key=_place):
        for route in card.routes:
            if route.engine == "diffusers":
                found.setdefault(route.source, card.id)
    return found


def _place(card: ModelCard) -> int:
    """Models whose first route is to open weights come before those that only fall back on them."""
    return next((place for place, route in enumerate(card.routes) if route.engine == "diffusers"), 0)


def _weights(
    source: Source, model: str, loras: Loras, settings: Settings, used: tuple[Device, ...]
) -> Iterator[Finding]:
    try:
        for each in (source, *(lora.source for lora in loras.of(source))):
            problem = missing(each, settings.weights)
            if problem:
                yield False, f"{model}: {problem}"
                return
        parts = check(source.path(settings.weights)).parts
    except RepositoryRefused as error:
        yield False, f"{model}: {error}"
        return
    except ValueError as error:
        yield False, f"{model}: its card's routes.source: {error}"
        return
    size = sum(part.bytes for part in parts.values())
    yield True, f"{model}: weights of {size / GB:.1f} GB in {_near(source.path(settings.weights))}"
    for device in used:
        try:
            yield (
                True,
                f"{model} on {device.name}: {choose_plan(device, parts, precision=settings.diffusers_precision)}",
            )
        except DoesNotFit as error:
            yield None, f"{model} on {device.name}: {error}"


def _described(device: Device) -> str:
    abilities = [name for name, has in (("bf16", device.bf16), ("fp8", device.fp8)) if has]
    memory = f"{device.free_bytes / GB:.1f} of {device.total_bytes / GB:.1f} GB free"
    return f"device {device.name}: {device.title}, {memory}{', ' if abilities else ''}{', '.join(abilities)}"


def _near(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
