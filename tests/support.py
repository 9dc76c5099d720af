"""What several suites ask of a picture, and commands of the command line."""

import io
import traceback
from collections.abc import Mapping

from PIL import Image
from typer.testing import CliRunner

from easel.cli.main import app


def easel(*arguments: object, env: Mapping[str, str] | None = None, expect: int = 0) -> str:
    """What a command of `easel` prints. It runs in this process, which saves the seconds of another one's start."""
    done = CliRunner().invoke(app, list(map(str, arguments)), env=env)
    assert isinstance(done.exception, SystemExit | None), traceback.format_exception(done.exception)
    assert expect == done.exit_code, done.output
    return done.output


def opened(data: bytes) -> Image.Image:
    """A picture, decoded; raises when it is none."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def is_painted(data: bytes) -> bool:
    """Is there something to see: many colours, not a flat area?"""
    colours = opened(data).convert("RGB").resize((64, 64)).getcolors(64 * 64)
    return len(colours) > 100
