"""`easel`: the commands, put together."""

import typer

from easel import __version__
from easel.cli.accounts import accounts
from easel.cli.audit import audit
from easel.cli.backup import backup
from easel.cli.cluster import cluster
from easel.cli.doctor import doctor
from easel.cli.generate import generate
from easel.cli.keys import keys
from easel.cli.models import models
from easel.cli.pull import pull
from easel.cli.recipe import recipe, reproduce
from easel.cli.serve import serve

app = typer.Typer(
    name="easel", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    # Paragraphs are filled to the terminal's width; otherwise the line breaks of the source would stay.
    rich_markup_mode="markdown",
    help="A self-hosted image-generation server: MiniMax, Modelverse, Gemini and OpenAI images on one port.",
)  # fmt: skip
for command in (serve, generate, models, pull, doctor, recipe, reproduce, audit, backup):
    app.command()(command)
app.add_typer(keys, name="keys")
app.add_typer(accounts, name="accounts")
app.add_typer(cluster, name="cluster")


@app.callback(invoke_without_command=True)
def _version(
    version: bool = typer.Option(False, "--version", help="Print the version and end.", is_eager=True),
) -> None:
    if version:
        typer.echo(f"easel {__version__}")
        raise typer.Exit


def main() -> None:
    """The console script's entry."""
    app()
