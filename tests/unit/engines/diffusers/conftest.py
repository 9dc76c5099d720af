"""Small random-weight pipelines of the real classes, written in the published layout and checked as pulled ones are."""

import importlib.util
import itertools
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.wire import Order

NEEDED = ("torch", "diffusers", "transformers", "accelerate")
SMALL = Size(64, 64)


def pytest_collection_modifyitems(items):
    """Importing torch and diffusers takes ten seconds of a core, and minutes where others keep all of them busy."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.timeout(300))


class Painting:
    """A batch that was painted in this process, and everything that was reported of it."""

    def __init__(self) -> None:
        self.events: list[tuple[dict, Image | None]] = []

    def report(self, header, image):
        """Take an event as the server would."""
        self.events.append((dict(header), image))

    def of(self, event):
        """The pictures of one kind of event, in the order of their pictures' numbers."""
        found = [(header, image) for header, image in self.events if header["event"] == event]
        return sorted(found, key=lambda each: each[0].get("order", 0))

    @property
    def pictures(self):
        """The finished pictures' pixels."""
        return [bytes(image.pixels) for _, image in self.of("painted")]


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> Callable[[str], Path]:
    """A small pipeline's checked folder by its name, written once; skipped where torch is not installed."""
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        pytest.skip(f"needs {', '.join(lacking)}: pip install torch==2.13.0, then pip install 'easel[diffusers]'")
    folders: dict[str, Path] = {}
    import torch

    # Small pictures on a few cores: more threads than one only wait for each other.
    torch.set_num_threads(1)

    def get(name: str) -> Path:
        if name not in folders:
            with warnings.catch_warnings():
                # The libraries' own, of each other.
                warnings.simplefilter("ignore")
                from easel.engines.diffusers.repository import seal
                from easel.testing.random_models import publish
                from unit.engines.diffusers.step1x import publish_step1x

                folder = tmp_path_factory.mktemp("weights") / name
                folders[name] = publish_step1x(folder) if name == "step1x" else publish(name, folder)
                seal(folders[name])
        return folders[name]

    return get


@pytest.fixture(scope="session")
def model(published):
    """A small pipeline, loaded by the engine's own code, once; by its name."""
    models = {}

    def get(name: str):
        folder = published(name)
        if name not in models:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                from easel.engines.diffusers.residents import Residents

                models[name] = Residents("cpu", Options()).get(str(folder))
        return models[name]

    return get


@pytest.fixture
def company(model):
    """The company of a small pipeline, in this process: pictures join by `add`, numbered from 1 in their order."""

    def make(name: str, *, painting: Painting | None = None, cancelled: set[int] | None = None, **options):
        loaded = model(name)
        from easel.engines.diffusers.company import Company

        report = (painting or Painting()).report
        made = Company(loaded, Options(**options), report, set() if cancelled is None else cancelled)
        numbers = itertools.count(1)

        def join(*jobs: Job) -> None:
            made.add([Order(next(numbers), job, 0) for job in jobs])

        return made, join

    return make


@pytest.fixture
def paint(company):
    """Paint jobs (one picture each) that come at the same time, in this process."""

    def run(name: str, *jobs: Job, cancelled: set[int] | None = None, painting: Painting | None = None, **options):
        painting = painting or Painting()
        made, join = company(name, painting=painting, cancelled=cancelled, **options)
        join(*jobs)
        while made:
            made.turn()
        return painting

    return run


@pytest.fixture
def bare(published):
    """Call a pipeline as its own documentation does: loaded by diffusers alone, nothing of Easel in between."""
    pipelines = {}

    def run(name: str, kind: str = "", *, seed: int, **arguments) -> bytes:
        folder = published(name)
        import diffusers
        import torch

        if (name, kind) not in pipelines:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                pipelines[name, kind] = _load(diffusers, folder, kind)
        pipeline = pipelines[name, kind]
        generator = torch.Generator("cpu").manual_seed(seed)
        return pipeline(generator=generator, **arguments).images[0].tobytes()

    return run


def _load(diffusers, folder: Path, kind: str):
    # Without torchvision diffusers cannot load some parts; nor does it know Step1X-Edit.
    from easel.engines.diffusers.load import pipeline_class
    from easel.engines.diffusers.stills import given, tell_pictures

    index = diffusers.DiffusionPipeline.load_config(folder)
    parts = given(folder, index["_class_name"])
    loaded = pipeline_class(kind or index["_class_name"]).from_pretrained(
        folder, use_safetensors=True, local_files_only=True, **dict.fromkeys(parts)
    )
    loaded.register_modules(**parts)
    tell_pictures(loaded)
    loaded.set_progress_bar_config(disable=True)
    return loaded


@pytest.fixture
def painting() -> Painting:
    """What is reported of pictures."""
    return Painting()


def make_job(**values) -> Job:
    """A job for one small picture."""
    defaults = {"model": "m", "dialect": "openai", "prompt": "a red fox", "size": SMALL, "seed": 3, "steps": 2}
    return Job(**{**defaults, **values}).with_seeds()


def reference(role: Role, colour: int, *, size: Size = SMALL, field: str = "image") -> Reference:
    """A reference picture with a gradient in it: no two colours give the same one."""
    places = ((x, y) for y in range(size.height) for x in range(size.width))
    pixels = bytes((colour * (x + 1) + 3 * y + c * 40) % 256 for x, y in places for c in range(3))
    return Reference(role, b"", field, Image(size.width, size.height, 3, pixels))


def mask() -> Reference:
    """A mask that asks for the left half to be repainted."""
    return Reference(Role.MASK, b"", "mask", Image(64, 64, 1, (b"\xff" * 32 + b"\x00" * 32) * 64))


@pytest.fixture
def job():
    """Make a job for one small picture."""
    return make_job


@pytest.fixture
def refer():
    """Make a reference picture."""
    return reference


@pytest.fixture
def half_mask():
    """A mask that asks for the left half to be repainted."""
    return mask()
