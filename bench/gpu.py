"""Open models on this machine's device: at full size with random weights, nothing is downloaded.

For FLUX.1-dev, Qwen-Image and SDXL: seconds a picture through the engine and through the bare eager pipeline side by
side, the TFLOP/s that the denoiser achieves against the device's measured ceiling of bf16 matrix products, and how far
the pictures of one seed are apart. Then what 8 small requests gain by sharing their steps, and how long one takes that
comes when another is half done, if it waited and if it joins; and what the queue, the stream, the child process and the
encoding cost. Prints Markdown for docs/performance.md.

    python bench/gpu.py                        # an NVIDIA GPU with 80 GB or more
    python bench/gpu.py --device cpu --small   # small pipelines on the CPU: overheads only

Usage: python bench/gpu.py [--device cuda] [--small] [--models flux,qwen-image,sdxl] [--precision bf16|fp8] [--eager]
"""

import argparse
import asyncio
import itertools
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

warnings.simplefilter("ignore")

import diffusers  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402
from torch.utils.flop_counter import FlopCounterMode  # noqa: E402

from easel.core.image import Image, Size  # noqa: E402
from easel.core.job import Job  # noqa: E402
from easel.core.result import Painted  # noqa: E402
from easel.engines.diffusers.company import Company  # noqa: E402
from easel.engines.diffusers.engine import DiffusersEngine  # noqa: E402
from easel.engines.diffusers.load import Model  # noqa: E402
from easel.engines.diffusers.options import Options  # noqa: E402
from easel.engines.diffusers.plan import Plan  # noqa: E402
from easel.engines.diffusers.repository import Repository, seal  # noqa: E402
from easel.engines.diffusers.speed import fuse, hasten, quantise  # noqa: E402
from easel.engines.diffusers.wire import Order  # noqa: E402
from easel.finishing.finisher import Finisher  # noqa: E402
from easel.testing import random_models  # noqa: E402

PROMPT = "a red fox in the snow, photograph"
FULL = {
    "flux": (random_models.flux, random_models.FULL_FLUX),
    "qwen-image": (random_models.qwen_image, random_models.FULL_QWEN_IMAGE),
    "sdxl": (random_models.sdxl, random_models.FULL_SDXL),
}
STEPS = {"flux": 28, "qwen-image": 50, "sdxl": 30}
RUNS = 3
ROUNDS = 7
PICTURES = itertools.count(1)


@dataclass(frozen=True)
class Setup:
    """What is measured where: sides in pixels."""

    device: str
    dtype: torch.dtype
    small: bool
    side: int
    half: int

    def steps(self, name: str) -> int:
        """Steps for each picture of a model."""
        return 4 if self.small else STEPS[name]


def wait(setup: Setup) -> None:
    """Until the device has done all it was given."""
    if setup.device.startswith("cuda"):
        torch.cuda.synchronize()


def seconds(setup: Setup, work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time after one run to warm up (and to compile); on a CPU this process's own CPU seconds."""
    clock = time.process_time if setup.device == "cpu" else time.perf_counter
    work()
    wait(setup)
    times = []
    for _ in range(runs):
        began = clock()
        work()
        wait(setup)
        times.append(clock() - began)
    return statistics.median(times)


def ceiling(setup: Setup) -> float:
    """TFLOP/s of one large matrix product in the pipelines' own type: the fastest of many."""
    side = 512 if setup.small else 8192
    one, other = (torch.randn(side, side, device=setup.device, dtype=setup.dtype) for _ in range(2))
    best = min(seconds(setup, lambda: one @ other, runs=10) for _ in range(3))
    return 2 * side**3 / best / 1e12


def built(name: str, setup: Setup) -> diffusers.DiffusionPipeline:
    """A pipeline with random weights, made on the device itself."""
    torch.manual_seed(0)
    if setup.small:
        pipeline = random_models.random_pipeline(name)
    else:
        make, shape = FULL[name]
        torch.set_default_dtype(setup.dtype)
        try:
            with torch.device(setup.device), torch.no_grad():
                pipeline = make(shape)
        finally:
            torch.set_default_dtype(torch.float32)
    pipeline.to(setup.device, setup.dtype)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def bare(pipeline: diffusers.DiffusionPipeline, job: Job, values: dict) -> np.ndarray:
    """The picture that the pipeline's own class makes."""
    noise = torch.Generator("cpu").manual_seed(job.seeds[0])
    made = pipeline(**values, generator=noise, width=job.size.width, height=job.size.height).images[0]
    return np.asarray(made).astype(int)


def anew(job: Job) -> Job:
    """The job with a prompt that nobody has had before: the engine encodes a prompt that it knows only once."""
    return replace(job, prompt=f"{job.prompt}, picture {next(PICTURES)}")


def of_one_job(batch: Sequence[Job]) -> list[Job]:
    """The same pictures, all with one new prompt."""
    prompt = anew(batch[0]).prompt
    return [replace(job, prompt=prompt) for job in batch]


def through_easel(model: Model, options: Options, jobs: Sequence[Job], **wishes: int) -> list[Image]:
    """The pictures that the engine's own code makes of jobs that come at the same time."""
    pictures = []
    company = Company(model, options, lambda header, image: pictures.append(image), set())
    company.add([Order(number, replace(job, **wishes), 0) for number, job in enumerate(jobs, start=1)])
    while company:
        company.turn()
    return [image for image in pictures if image is not None]


def second(setup: Setup, model: Model, options: Options, job: Job) -> float:
    """Seconds that a picture takes which comes when another one is half done."""
    done: dict[int, float] = {}
    clock = time.process_time if setup.device == "cpu" else time.perf_counter

    def report(header: Mapping[str, object], image: Image | None) -> None:
        if header["event"] == "painted":
            wait(setup)
            done[header["order"]] = clock()

    company = Company(model, options, report, set())
    company.add([Order(1, anew(job), 0)])
    # Qwen-Image takes two passes for each step.
    for _ in range(job.steps * (2 if model.title == "qwen-image" else 1) // 2):
        company.turn()
    wait(setup)
    began = clock()
    company.add([Order(2, replace(anew(job), id="second", seeds=(2,)), 0)])
    while company:
        company.turn()
    return done[2] - began


def flops(work: Callable[..., object], *arguments: object) -> float:
    """Floating-point operations of the matrix products and convolutions in a piece of work."""
    with FlopCounterMode(display=False) as counter:
        work(*arguments)
    return float(counter.get_total_flops())


def measure(name: str, setup: Setup, options: Options, plan: Plan) -> list[str]:
    """One row of the table of models, and the throughput of a batch."""
    pipeline = built(name, setup)
    steps = setup.steps(name)
    scale = "true_cfg_scale" if name == "qwen-image" else "guidance_scale"
    values = {"prompt": PROMPT, "num_inference_steps": steps, scale: 3.5}
    if name == "qwen-image":
        values["negative_prompt"] = " "
    job = Job(model=name, dialect="bench", prompt=PROMPT, size=Size(setup.side, setup.side), seed=1, steps=steps,
              guidance_scale=3.5).with_seeds()  # fmt: skip
    expected = bare(pipeline, job, values)
    one, two = (flops(bare, pipeline, job, {**values, "num_inference_steps": n}) for n in (1, 2))
    # Encoding the prompt and decoding the picture happen once; the rest at every step.
    work = one + (two - one) * (steps - 1)
    eager_s = seconds(setup, lambda: bare(pipeline, job, values))
    small = replace(job, size=Size(setup.half, setup.half))

    if options.fuse_qkv:
        fuse(pipeline)
    quantise(pipeline, plan)
    hasten(pipeline, options)
    model = Model(Repository(Path(), type(pipeline).__name__, None, {}), plan, pipeline, name)
    easel_s = seconds(setup, lambda: through_easel(model, options, [anew(job)]))
    streamed_s = seconds(setup, lambda: through_easel(model, options, [anew(job)], stream=True, partial_images=3))
    found = through_easel(model, options, [job])[0]
    apart = np.abs(expected - np.frombuffer(found.pixels, np.uint8).reshape(expected.shape))
    batch = [replace(small, id=f"b{n}", seeds=(n,)) for n in range(8)]
    single_s = seconds(setup, lambda: through_easel(model, options, [anew(small)]))
    batched_s = seconds(setup, lambda: through_easel(model, options, [anew(each) for each in batch]))
    of_one_s = seconds(setup, lambda: through_easel(model, options, of_one_job(batch)))
    rate = work / easel_s / 1e12
    # Enough steps that what is left of the first picture weighs more than the second one's prompt.
    longer = replace(batch[0], steps=max(20, steps))
    joins_s, waits_s = (
        statistics.median(second(setup, model, each, longer) for _ in range(RUNS))
        for each in (options, replace(options, exact=True))
    )
    return [
        name, f"{steps}", f"{eager_s:.2f}", f"{easel_s:.2f}", f"{eager_s / easel_s:.2f}x", f"{streamed_s:.2f}",
        f"{rate:.3g}", f"{apart.mean():.2f} / {apart.max()}", f"{single_s * 8:.2f}", f"{batched_s:.2f}",
        f"{single_s * 8 / batched_s:.2f}x", f"{of_one_s:.2f}", f"{waits_s:.2f}", f"{joins_s:.2f}",
    ]  # fmt: skip


async def overhead(setup: Setup, folder: Path, options: Options) -> list[tuple[str, float]]:
    """Wall seconds of one picture: in this process, through queue and child, streamed; and of its file."""
    random_models.publish("flux", folder)
    seal(folder)
    engine = DiffusersEngine(devices=("cuda:0" if setup.device == "cuda" else setup.device,), options=options)
    await engine.start()
    steps = 20
    job = Job(model="flux", dialect="bench", prompt=PROMPT, size=Size(setup.side, setup.side), seed=1, steps=steps,
              guidance_scale=3.5).with_seeds()  # fmt: skip

    async def paint(**values: object) -> Painted:
        async with aclosing(engine.generate(replace(anew(job), **values), str(folder))) as events:
            return [event async for event in events][-1]

    pipeline = built("flux", replace(setup, small=True))
    values = {"prompt": PROMPT, "num_inference_steps": steps, "guidance_scale": 3.5}
    painted = await paint()
    bare(pipeline, job, values)
    streamed = {"stream": True, "partial_images": 3}
    fastest = {"bare pipeline, in this process": [], "queue and child process": [], "and 3 unfinished pictures": []}
    # By turns, so that whatever else the machine does falls on all of them.
    for _ in range(ROUNDS):
        for title, wishes in zip(fastest, (None, {}, streamed), strict=True):
            began = time.perf_counter()
            if wishes is None:
                bare(pipeline, job, values)
            else:
                await paint(**wishes)
            fastest[title].append(time.perf_counter() - began)
    rows = [(title, min(times)) for title, times in fastest.items()]
    finisher = Finisher()
    rows.append(("label, metadata, PNG", seconds(setup, lambda: finisher.finish(painted, job))))
    await engine.close()
    return rows


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Markdown; the first one is the head."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--models", default=",".join(FULL))
    parser.add_argument("--precision", choices=("bf16", "fp8"), default="bf16")
    parser.add_argument("--eager", action="store_true", help="neither compile nor fuse: the engine's own cost alone")
    asked = parser.parse_args()
    if asked.device == "cuda" and not torch.cuda.is_available():
        sys.exit("no CUDA device here: try --device cpu --small")
    dtype = torch.float32 if asked.device == "cpu" else torch.bfloat16
    setup = Setup(asked.device, dtype, asked.small, 128 if asked.small else 1024, 64 if asked.small else 512)
    fast = not (asked.eager or asked.small)
    options = Options(compile=fast, fuse_qkv=fast, channels_last=fast)
    quantised = ("transformer",) if asked.precision == "fp8" else ()
    plan = Plan(device=asked.device, dtype=str(dtype).removeprefix("torch."), quantised=quantised,
                quantisation="fp8" if quantised else "none")  # fmt: skip
    title = torch.cuda.get_device_name() if asked.device == "cuda" else "CPU"
    if asked.small:
        # Small tensors: more threads than one only wait for each other.
        torch.set_num_threads(1)
    diffusers.utils.logging.set_verbosity_error()
    print(f"{title}, torch {torch.__version__}, diffusers {diffusers.__version__}, {plan.dtype}, {plan.quantisation}")
    print(f"Ceiling of matrix products: {ceiling(setup):.3g} TFLOP/s\n")
    head = [
        "model", "steps", f"bare eager, {setup.side}², s", "Easel, s", "gain", "streamed, s", "TFLOP/s",
        "levels apart, mean / most", f"{setup.half}², 8 one by one, s", "8 at once, s", "gain", "of one job, s",
        "the second waits, s", "joins, s",
    ]  # fmt: skip
    rows = [measure(name, setup, options, plan) for name in asked.models.split(",")]
    print(table([head, *rows]), "\n")
    with tempfile.TemporaryDirectory() as folder:
        costs = asyncio.run(overhead(setup, Path(folder) / "flux", Options()))
    print(
        table(
            [
                [f"small FLUX, 20 steps, fastest of {ROUNDS}", "ms"],
                *([title, f"{value * 1000:.0f}"] for title, value in costs),
            ]
        )
    )


if __name__ == "__main__":
    main()
