"""Settings and model cards for a command: what is wrong is told in one message."""

from typing import Any

import typer
from pydantic import ValidationError

from easel.app import load_models
from easel.core.model_card import Cards
from easel.settings import Settings


def load_settings(**given: Any) -> Settings:
    """The settings of the environment, with those that the command line gives on top."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        typer.echo("Easel's settings have problems:", err=True)
        for problem in error.errors(include_url=False, include_input=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"  EASEL_{name}: {problem['msg'].removeprefix('Value error, ')}", err=True)
        raise typer.Exit(2) from None


def cards_of(settings: Settings) -> Cards:
    """The cards that these settings choose."""
    try:
        return load_models(settings)
    except (OSError, ValueError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
