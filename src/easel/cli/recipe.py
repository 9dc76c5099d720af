"""`easel recipe` and `easel reproduce`: read how a picture was made, and make it again."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from easel.cli.generate import resolve, save
from easel.cli.settings import load_settings
from easel.core.errors import EaselError
from easel.core.job import Job, Reference, Role
from easel.finishing.finisher import Finisher
from easel.finishing.recipe import Recipe, read_recipe

File = Annotated[Path, typer.Argument(help="A picture made by Easel.", exists=True, dir_okay=False)]


def recipe(file: File) -> None:
    """Print the recipe inside a picture as JSON."""
    print(json.dumps(json.loads(_read(file).to_json()), ensure_ascii=False, indent=2))


def reproduce(
    file: File,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where to put the new picture.")] = None,
    reference: Annotated[
        list[Path] | None,
        typer.Option(help="The reference images, in the request's order.", exists=True, dir_okay=False),
    ] = None,
) -> None:
    """Make a picture again from its recipe, and say whether the pixels are the same."""
    # Imported here: every other command does without the painter.
    from easel.engines.painter.painter import Painter

    settings = load_settings()
    found = _read(file)
    job = _job(found, reference or [])
    painted = Painter().paint(job, 0, lambda _: None)
    data = Finisher(recipes=settings.recipes, producer=settings.producer).finish(painted, job).data
    if output:
        save(output, data)
        typer.echo(f"written to {output}")
    if _same_pixels(file.read_bytes(), data):
        typer.echo("The pixels are the same.")
        return
    typer.echo(f"The pixels differ (made by Easel {found.easel_version}).")
    raise typer.Exit(1)


def _read(file: Path) -> Recipe:
    found = read_recipe(file.read_bytes())
    if found is None:
        typer.echo(f"{file} holds no recipe of Easel's.", err=True)
        raise typer.Exit(1)
    return found


def _job(found: Recipe, files: list[Path]) -> Job:
    """The recipe's job with the reference images that it needs; ends the command where these are others."""
    # More files than the recipe knows are none of its own, whatever their role: it refuses them below.
    roles = [Role(known.role) for known in found.references] + [Role.INPUT] * len(files)
    references = tuple(
        Reference(role, path.read_bytes(), f"--reference {path}") for role, path in zip(roles, files, strict=False)
    )
    try:
        named = Job(model=found.model, dialect="cli", prompt=found.prompt, references=references)
        references = asyncio.run(resolve(named)).references
        return replace(found.job([known.image for known in references]), references=references)
    except EaselError as error:
        typer.echo(error.message, err=True)
    except ValueError as error:
        typer.echo(f"{error}: name them with --reference.", err=True)
    raise typer.Exit(1)


def _same_pixels(one: bytes, other: bytes) -> bool:
    import cv2
    import numpy as np

    return np.array_equal(*(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED) for data in (one, other)))
