"""The engine with its real child process: steps shared across callers, cancellation, crashes, hangs."""

import asyncio
import os
import resource
import signal
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from easel.core.errors import EngineFailed
from easel.core.failures import NotStarted
from easel.core.image import Size
from easel.core.result import Painted, Partial
from easel.engines.diffusers.engine import DiffusersEngine
from easel.engines.diffusers.options import Options

OTHER_SIZE = Size(64, 48)

#: One engine for all: each start of a child takes seconds.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine(published):
    """The engine on the CPU; it takes 10 s without a step for a hang."""
    published("flux")
    started = DiffusersEngine(devices=("cpu",), options=Options(step_timeout_s=10.0))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OMP_NUM_THREADS", "1")
        await started.start()
        yield started
        await started.close()


async def paint(engine, job, source):
    """All events of a job."""
    async with aclosing(engine.generate(job, source)) as events:
        return [event async for event in events]


async def begun(engine, job, source):
    """A job whose first unfinished picture has come, as a task; it goes on to its end."""
    first = asyncio.Event()

    async def run():
        async with aclosing(engine.generate(job, source)) as events:
            seen = []
            async for event in events:
                seen.append(event)
                first.set()
            return seen

    task = asyncio.create_task(run())
    waiting = asyncio.create_task(first.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    return task


def child(engine):
    """The process id of the engine's child."""
    return engine._devices[0]._child._process.pid


def address_space(pid):
    """How much a process has mapped, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return 1024 * int(status.partition("VmSize:")[2].split()[0])


def in_work(engine):
    """The ids of the jobs that are being painted."""
    return {ticket.job.id for ticket in engine._devices[0].work}


def long(job, **values):
    """A job that takes far longer than a test, with an unfinished picture near its beginning."""
    return replace(job(steps=4000, stream=True, **values), partial_images=2000)


async def test_callers_join_and_leave_one_by_one(engine, published, job):
    """Three callers come one after the other, and the device works for all; two leave, the third goes on; when he
    leaves too, the device is free.
    """
    source = str(published("flux"))
    tasks = [await begun(engine, long(job, seed=n), source) for n in range(3)]
    assert 3 == len(in_work(engine))
    for task in tasks[:2]:
        task.cancel()
    await asyncio.gather(*tasks[:2], return_exceptions=True)
    before = child(engine)
    assert not tasks[2].done()
    tasks[2].cancel()
    await asyncio.gather(tasks[2], return_exceptions=True)
    last = await paint(engine, job(size=OTHER_SIZE), source)
    assert [Painted] == [type(event) for event in last]
    assert before == child(engine)


async def test_a_short_picture_does_not_wait_for_a_long_one(engine, published, job):
    """It joins a picture of thousands of steps, and is done long before; it is what it is alone."""
    source = str(published("flux"))
    endless = await begun(engine, long(job, seed=1), source)
    short = await paint(engine, job(seed=3), source)
    assert not endless.done()
    endless.cancel()
    await asyncio.gather(endless, return_exceptions=True)
    alone = await paint(engine, job(seed=3), source)
    assert 2 >= max(abs(a - b) for a, b in zip(alone[0].image.pixels, short[0].image.pixels, strict=True))


async def test_a_deadline_frees_the_device(engine, published, job):
    """When a job's time is over its picture leaves the device after the step in work, and the child stays."""
    source = str(published("flux"))
    await paint(engine, job(), source)
    before = child(engine)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(1.0):
            await paint(engine, long(job), source)
    while in_work(engine):  # noqa: ASYNC110 (it tells nobody)
        await asyncio.sleep(0.02)
    assert [Painted] == [type(event) for event in await paint(engine, job(), source)]
    assert before == child(engine)


async def test_what_is_painted_ends_no_other(engine, published, job):
    """One caller's request fails inside the pipeline while another's is in work, which goes on in the same child."""
    source = str(published("flux"))
    endless = await begun(engine, long(job, seed=1), source)
    before = child(engine)
    with pytest.raises(EngineFailed):
        await paint(engine, replace(job(), steps=0), source)
    assert [Painted] == [type(event) for event in await paint(engine, job(), source)]
    assert (before, False) == (child(engine), endless.done())
    endless.cancel()
    await asyncio.gather(endless, return_exceptions=True)


async def test_all_pictures_of_a_job_come_with_their_own_seeds(engine, published, job):
    """Three pictures at once, each with its unfinished one first, and each what its seed gives alone."""
    source = str(published("flux"))
    events = await paint(engine, job(n=3, seed=7, steps=2, stream=True, partial_images=1), source)
    painted = sorted((e for e in events if isinstance(e, Painted)), key=lambda e: e.index)
    assert [7, 8, 9] == [event.seed for event in painted]
    assert {0: 1, 1: 1, 2: 1} == {
        index: sum(isinstance(e, Partial) and e.index == index for e in events) for index in range(3)
    }
    alone = (await paint(engine, job(seed=9), source))[0]
    assert 2 >= max(abs(a - b) for a, b in zip(alone.image.pixels, painted[2].image.pixels, strict=True))


async def test_a_killed_child_costs_others_one_restart(engine, published, job):
    """The child is killed: who waits is painted by the next one, before whoever it was killed with; that one gets a
    second try, kills again, fails, and is refused from then on. The server's side lives on.
    """
    source = str(published("flux"))
    poison = long(job, seed=1)
    killer = await begun(engine, poison, source)
    other = asyncio.create_task(paint(engine, job(size=OTHER_SIZE), source))
    await asyncio.sleep(0.1)
    dead = child(engine)
    os.kill(dead, signal.SIGKILL)
    assert [Painted] == [type(event) for event in await other]
    assert dead != child(engine)
    while poison.id not in in_work(engine):  # noqa: ASYNC110 (it tells nobody)
        await asyncio.sleep(0.02)
    os.kill(child(engine), signal.SIGKILL)
    with pytest.raises(EngineFailed):
        await killer
    with pytest.raises(EngineFailed):
        await paint(engine, replace(poison, id="another"), source)
    assert [Painted] == [type(event) for event in await paint(engine, job(), source)]


async def test_a_hung_child_is_replaced(engine, published, job):
    """The child stops in the middle of a step: after the longest time for one, the next one paints for the others."""
    source = str(published("flux"))
    hung = await begun(engine, long(job), source)
    os.kill(child(engine), signal.SIGSTOP)
    # The device waits 10 s for a step; less will do.
    engine._devices[0]._silence_s = 0.5
    engine._devices[0]._watch()
    assert [Painted] == [type(event) for event in await paint(engine, job(size=OTHER_SIZE), source)]
    hung.cancel()
    await asyncio.gather(hung, return_exceptions=True)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits another process")
async def test_a_child_without_memory_is_replaced(engine, published, job):
    """A picture too large for what the child may have fails after a second try in tiles. The child is replaced, and the
    next picture is made by the new one.
    """
    source = str(published("flux"))
    await paint(engine, job(steps=1), source)
    poor = child(engine)
    resource.prlimit(poor, resource.RLIMIT_AS, (address_space(poor) + 8 * 2**20,) * 2)
    with pytest.raises(EngineFailed):
        await paint(engine, job(steps=1, size=Size(1536, 1536)), source)
    assert [Painted] == [type(event) for event in await paint(engine, job(steps=1), source)]
    assert poor != child(engine)


async def test_weights_that_are_not_there_are_another_routes_affair(engine, published, job, tmp_path):
    """The engine says that it cannot serve them; asked all the same, it says that nothing was begun."""
    assert (True, False) == tuple(
        engine.serves(job(), str(source)) for source in (published("flux"), tmp_path / "none")
    )
    with pytest.raises(NotStarted):
        await paint(engine, job(), str(tmp_path / "none"))


async def test_two_devices_work_side_by_side(published, job, monkeypatch):
    """Each device has a child of its own: two pictures that cannot share steps are in work at the same time, and the
    death of one child is nothing to the other.
    """
    source = str(published("flux"))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    # Both are the processor, by two names.
    both = DiffusersEngine(devices=("cpu", "auto"), options=Options())
    await both.start()
    try:
        first = await begun(both, long(job, seed=1), source)
        second = await begun(both, long(job, seed=2, size=OTHER_SIZE), source)
        assert [1, 1] == [len(device.work) for device in both._devices]
        other = both._devices[1]._child._process.pid
        os.kill(child(both), signal.SIGKILL)
        assert [Painted] == [type(event) for event in await paint(both, job(size=OTHER_SIZE), source)]
        assert (other, False) == (both._devices[1]._child._process.pid, second.done())
        for task in (first, second):
            task.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
    finally:
        await both.close()


async def test_pictures_with_different_loras_are_never_mixed(published, job, tmp_path, monkeypatch):
    """Three callers at once want the same weights with one LoRA, with another and with none, by their aliases: each
    gets what he gets alone. A route whose LoRA is not registered is not served.
    """
    folder = published("flux")
    from easel.engines.diffusers.repository import seal
    from easel.testing.random_models import publish_lora

    for number, alias in enumerate(("ink", "wool")):
        seal(publish_lora("flux", tmp_path / alias, seed=number))
    registry = tmp_path / "loras.toml"
    registry.write_text("".join(f'[{alias}]\nsource = "{tmp_path / alias}"\n' for alias in ("ink", "wool")))
    sources = [f"{folder} + ink", f"{folder} + wool", str(folder)]
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    made = DiffusersEngine(devices=("cpu",), options=Options(loras=str(registry)))
    await made.start()
    try:
        alone = [(await paint(made, job(), source))[0] for source in sources]
        together = await asyncio.gather(*(paint(made, job(), source) for source in sources))
        assert [False] == list({made.serves(job(), f"{folder} + {alias}") for alias in ("silk", "../ink")})
    finally:
        await made.close()
    pictures = [bytes(painted.image.pixels) for painted in alone]
    assert 3 == len(set(pictures))
    assert pictures == [bytes(painted.image.pixels) for (painted,) in together]
    assert ["flux + ink", "flux + wool", "flux"] == [painted.details["weights"] for painted in alone]
