"""What was compiled survives a restart: a second process takes the code from the folder, and compiles nothing."""

import json
import os
import shutil
import subprocess
import sys

import pytest

SCRIPT = """
import hashlib, json, sys
from pathlib import Path
from easel.engines.diffusers.child import prepare
from easel.engines.diffusers.options import Options

options = Options(compile=True, cache_dir=sys.argv[2])
prepare(options)
import torch
from torch._dynamo.utils import counters
from easel.core.image import Size
from easel.core.job import Job
from easel.engines.diffusers.company import Company
from easel.engines.diffusers.load import load
from easel.engines.diffusers.plan import Plan
from easel.engines.diffusers.repository import check
from easel.engines.diffusers.wire import Order

torch.set_num_threads(1)
pictures = []
model = load(check(Path(sys.argv[1])), (), Plan(device="cpu", dtype="float32"), options)
job = Job(model="m", dialect="openai", prompt="a red fox", size=Size(64, 64), seed=3, steps=2).with_seeds()
company = Company(model, options, lambda header, image: pictures.append(image), set())
company.add([Order(1, job, 0)])
while company:
    company.turn()
taken, made = (counters["inductor"][f"fxgraph_cache_{what}"] for what in ("hit", "miss"))
print(json.dumps([taken, made, hashlib.sha256(bytes(pictures[-1].pixels)).hexdigest()]))
"""


@pytest.mark.timeout(600)
@pytest.mark.skipif(shutil.which("g++") is None, reason="needs g++: torch compiles for processors with it")
def test_a_restart_finds_the_compiled_blocks(published, tmp_path):
    """The first process compiles the repeated block of Qwen-Image with a C++ compiler, the second takes it as it is;
    both paint the same picture.
    """
    folder = published("qwen-image")
    env = {**os.environ, "OMP_NUM_THREADS": "1"}

    def start():
        command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(folder), str(tmp_path)]
        ended = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=500)
        return json.loads(ended.stdout.splitlines()[-1])

    (*first, picture), (*second, same) = start(), start()
    assert ([0, 1], [1, 0]) == (first, second)
    assert picture == same
