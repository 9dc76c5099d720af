"""`easel generate`: a picture without a server."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from easel.cli.settings import cards_of, load_settings, moderators_of
from easel.core.asked import Asked
from easel.core.errors import EaselError, PicturesBlocked, PromptBlocked
from easel.core.job import Job, Role
from easel.core.model_card import Cards
from easel.core.result import Painted
from easel.finishing.finisher import Finisher
from easel.finishing.recipe import recipe_text
from easel.intake.decode import Decoder
from easel.intake.fetch import Fetcher
from easel.intake.intake import Intake
from easel.moderation.moderators import Moderators
from easel.pipeline import sized

FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}


def generate(
    prompt: Annotated[str, typer.Argument(help="What to paint, in Chinese or English.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="PNG, JPEG or WebP file.")] = Path("picture.png"),
    size: Annotated[str | None, typer.Option(help="WIDTHxHEIGHT in pixels, such as 1024x1024.")] = None,
    aspect_ratio: Annotated[str | None, typer.Option(help="Such as 16:9, for models that take it.")] = None,
    seed: Annotated[int | None, typer.Option(help="The same seed gives the same picture.")] = None,
    n: Annotated[int, typer.Option(help="How many pictures.")] = 1,
    model: Annotated[str, typer.Option(help="Model id, see `easel models`.")] = "imagen-3",
    negative_prompt: Annotated[str | None, typer.Option(help="What must not be in the picture.")] = None,
    style: Annotated[str | None, typer.Option(help="A style that the model names.")] = None,
    steps: Annotated[int | None, typer.Option(help="Levels of finish.")] = None,
    guidance_scale: Annotated[float | None, typer.Option(help="High: nothing but the words.")] = None,
    strength: Annotated[float | None, typer.Option(help="0 keeps the input image, 1 only its composition.")] = None,
    image: Annotated[
        list[Path] | None, typer.Option(help="Input image; may be given several times.", exists=True, dir_okay=False)
    ] = None,
    mask: Annotated[
        Path | None,
        typer.Option(help="Mask: where it is transparent, or else white, is repainted.", exists=True, dir_okay=False),
    ] = None,
    watermark: Annotated[bool, typer.Option(help="Draw the visible AI-content label.")] = False,
) -> None:
    """Paint a picture into a file, with no server.

    Prompts and pictures are judged as the server judges them; EASEL_MODERATION=off lets everything pass.
    """
    settings = load_settings()
    output_format = FORMATS.get(output.suffix.lower())
    if output_format is None:
        msg = "must end in .png, .jpg or .webp"
        raise typer.BadParameter(msg, param_hint="--output")
    if not output.parent.is_dir():
        msg = f"there is no folder {output.parent}"
        raise typer.BadParameter(msg, param_hint="--output")
    wishes = {
        "prompt": prompt, "size": size, "aspect_ratio": aspect_ratio, "seed": seed, "n": n, "style": style,
        "negative_prompt": negative_prompt, "steps": steps, "guidance_scale": guidance_scale, "strength": strength,
        "watermark": watermark, "output_format": output_format,
    }  # fmt: skip
    moderators = moderators_of(settings)
    try:
        job = _job(cards_of(settings), model, wishes, image or [], mask)
        finisher = Finisher(recipes=settings.recipes, producer=settings.producer)
        asyncio.run(_make(job, _paths(output, job.n), finisher, moderators))
    except EaselError as error:
        typer.echo(error.message, err=True)
        raise typer.Exit(1) from None
    if job.ignored:
        typer.echo(f"without effect on {job.model}: {', '.join(job.ignored)}")


def _job(cards: Cards, model: str, wishes: dict, images: list[Path], mask: Path | None) -> Job:
    card = cards.find(model)
    asked = Asked(card, dialect="cli")
    for name, value in wishes.items():
        asked.put(name, value, "PROMPT" if name == "prompt" else f"--{name.replace('_', '-')}")
    for path in images:
        asked.refer(Role.INPUT, path.read_bytes(), f"--image {path}", essential=True)
    if mask:
        asked.refer(Role.MASK, mask.read_bytes(), f"--mask {mask}", essential=True)
    return sized(asyncio.run(resolve(asked.job())), card).with_seeds()


async def resolve(job: Job) -> Job:
    """The job with its reference images decoded; files only, no URLs."""
    if not job.references:
        return job
    intake = Intake(Fetcher(enabled=False), Decoder(processes=1), recipe_of=recipe_text)
    await intake.start()
    try:
        return await intake.resolve(job)
    finally:
        await intake.close()


def save(path: Path, data: bytes) -> None:
    """Write a file, or end the command with a line that says why not."""
    try:
        path.write_bytes(data)
    except OSError as error:
        typer.echo(f"{path}: {error.strerror}", err=True)
        raise typer.Exit(1) from None


def _paths(output: Path, n: int) -> list[Path]:
    return [output] if n == 1 else [output.with_stem(f"{output.stem}-{index + 1}") for index in range(n)]


async def _make(job: Job, paths: list[Path], finisher: Finisher, moderators: Moderators) -> None:
    """A file for each picture that may be shown; raises PromptBlocked or PicturesBlocked when there is none."""
    await moderators.start()
    try:
        if categories := await moderators.judge_prompt(job.prompt):
            raise PromptBlocked(_blocked("prompt", categories))
        shown = [await _paint(job, index, path, finisher, moderators) for index, path in enumerate(paths)]
    finally:
        await moderators.close()
    if not any(shown):
        raise PicturesBlocked


async def _paint(job: Job, index: int, path: Path, finisher: Finisher, moderators: Moderators) -> bool:
    # Imported here: every other command does without the painter.
    from easel.engines.painter.painter import Painter

    painted = Painter().paint(replace(job, partial_images=0), index, lambda _: None)
    if moderators.looks and (categories := await moderators.judge_picture(painted.image)):
        typer.echo(f"{path}: {_blocked('picture', categories)}", err=True)
        return False
    _write(path, painted, job, finisher)
    return True


def _write(path: Path, painted: Painted, job: Job, finisher: Finisher) -> None:
    save(path, finisher.finish(painted, job).data)
    typer.echo(f"{path}  {job.size}  seed {painted.seed}  {painted.prompt}")
    if painted.unpainted:
        typer.echo(f"not painted: {', '.join(painted.unpainted)}")


def _blocked(what: str, categories: Sequence[str]) -> str:
    """Whoever sits at the machine may know why, unlike the server's callers."""
    return f"The {what} was blocked by the content policy: {', '.join(categories)}."
