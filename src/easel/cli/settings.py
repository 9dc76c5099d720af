"""Settings and model cards for a command: what is wrong is told in one message."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer
from pydantic import ValidationError

from easel.app import create_moderator, load_models
from easel.core.model_card import Cards
from easel.moderation.moderators import Moderators
from easel.settings import Settings

Made = TypeVar("Made")


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
    return _made(load_models, settings)


def moderators_of(settings: Settings) -> Moderators:
    """What these settings check prompts and pictures with."""
    return _made(create_moderator, settings)


def _made(make: Callable[[Settings], Made], settings: Settings) -> Made:
    try:
        return make(settings)
    except (OSError, ValueError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
