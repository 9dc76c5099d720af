"""The server starts without the libraries of open models."""

import subprocess
import sys

import pytest

CODE = "import sys, {module}; print(sorted({{'torch', 'diffusers', 'transformers', 'ray'}} & sys.modules.keys()))"


@pytest.mark.parametrize("module", ["easel.app", "easel.cli", "easel.engines.diffusers.engine"])
def test_neither_torch_nor_diffusers_is_loaded(module):
    """Importing the server, its commands or the engine's own side loads none of the heavy libraries."""
    ran = subprocess.run([sys.executable, "-c", CODE.format(module=module)], capture_output=True, text=True, check=True)
    assert "[]" == ran.stdout.strip()
