"""`easel pull`: the weights of an open model, onto this machine."""

import asyncio
import re
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

from easel.cli.settings import load_settings
from easel.core.errors import ModelUnknown
from easel.engines.diffusers.lora import Lora, Loras
from easel.engines.diffusers.repository import Repository
from easel.engines.diffusers.source import Source
from easel.models import load_cards
from easel.settings import Settings

if TYPE_CHECKING:
    from easel.engines.diffusers.hub import Hub

UNPINNED = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


def pull(
    model: Annotated[
        str,
        typer.Argument(
            help="A model's id or alias (`easel models` lists them), the alias of a LoRA, a repository of the Hub at a "
            "commit (owner/name@ and 40 hex digits), or a folder with weights of your own, which is only checked."
        ),
    ],
) -> None:
    """Get the weights of an open model onto this machine, checked.

    Only what the model needs is fetched: safetensors files, their configurations, the licence. Every file is compared
    with the hash that the Hub lists, and code of a repository is never run. Stopped or cut off, the same command goes
    on where it ended; when all is there, it reads everything once more and says whether it is sound.

    Files go into EASEL_WEIGHTS_DIR, by default data/weights. EASEL_HUB_ENDPOINT names a mirror. Where a licence has to
    be accepted first, EASEL_HUB_TOKEN is the token of an account that has done so. A server that is running finds new
    weights by itself.

    For example `easel pull z-image-turbo`; or `easel pull owner/name`, which tells the commit to be named.
    """
    settings = load_settings()
    console = Console(highlight=False, markup=False)
    try:
        wanted = _wanted(model, settings)
        asyncio.run(_pull(wanted, settings, console) if wanted else _tell_commit(model, settings))
    except (ModelUnknown, ValueError, OSError) as error:
        typer.echo(error.message if isinstance(error, ModelUnknown) else str(error), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("Stopped: the same command goes on from here.", err=True)
        raise typer.Exit(130) from None


def _wanted(model: str, settings: Settings) -> list[tuple[Source, str]]:
    """The repositories to get, with the one file that is wanted of a LoRA's; none for a name without a commit.

    Raises ModelUnknown, or ValueError in words.
    """
    loras = Loras.load(settings.loras)
    aliases = [lora for lora in loras if lora.alias == model]
    if aliases:
        return [_of(lora) for lora in aliases]
    if "@" in model or model.startswith(("/", "./", "../", "~/")):
        source = Source.parse(model)
        return [(source, ""), *map(_of, loras.of(source))]
    try:
        card = load_cards(settings.models_dir, settings.routes).find(model)
    except ModelUnknown:
        if UNPINNED.fullmatch(model):
            return []
        raise
    sources = [Source.parse(route.source) for route in card.routes if route.engine == "diffusers"]
    if not sources:
        msg = f"No open weights are known for {card.id}: its card has no route to the engine diffusers."
        raise ValueError(msg)
    return [(sources[0], ""), *map(_of, loras.of(sources[0]))]


def _of(lora: Lora) -> tuple[Source, str]:
    return lora.source, lora.file


async def _pull(wanted: list[tuple[Source, str]], settings: Settings, console: Console) -> None:
    from easel.engines.diffusers import pull as weights

    async with _hub(settings) as hub:
        for source, file in wanted:
            bar = Bar(console)
            with bar.progress:
                repository = await weights.pull(hub, source, settings.weights, bar, file=file)
            console.print(f"{source.base} is ready: {_described(repository)}, in {repository.path}", soft_wrap=True)


async def _tell_commit(repository: str, settings: Settings) -> None:
    async with _hub(settings) as hub:
        commit = await hub.newest(repository)
    msg = f"{repository} can change under you: name its commit. The newest: easel pull {repository}@{commit}"
    raise ValueError(msg)


def _hub(settings: Settings) -> "Hub":
    # Imported here: every other command does without an HTTP client.
    from easel.engines.diffusers.hub import Hub

    token = settings.hub_token
    return Hub(settings.hub_endpoint, token=token.get_secret_value() if token else None)


def _described(repository: Repository) -> str:
    parts = sorted(repository.parts.items(), key=lambda part: -part[1].bytes)
    sizes = ", ".join(f"{name} {part.bytes / 1e9:.1f} GB" for name, part in parts)
    return f"{repository.pipeline or 'LoRA'} ({sizes})"


class Bar:
    """A progress bar for one repository."""

    def __init__(self, console: Console):
        self.progress = Progress(
            BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(), console=console
        )
        self._console = console
        self._task = self.progress.add_task("", total=None, visible=False)

    def begin(self, files: int, size: int) -> None:
        """So many files of so many bytes together are needed."""
        self._console.print(f"{files} files, {size / 1e9:.1f} GB")
        self.progress.update(self._task, total=size, visible=True)

    def advance(self, size: int) -> None:
        """So many more bytes are here; less than nothing takes back."""
        self.progress.advance(self._task, size)
