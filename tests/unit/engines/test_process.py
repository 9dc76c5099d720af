"""Engine processes: real children, real sockets."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from easel.core.child_process import ChildProcess
from easel.core.errors import EngineFailed
from easel.core.frames import receive_frame, send_frame
from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style
from easel.core.result import Painted, Partial
from easel.engines.child import Abandoned, Interruption
from easel.engines.frames import pack_job, unpack_job
from easel.engines.process import Child, EngineProcess, ProcessPool

JOB = Job(model="m", dialect="openai", prompt="grey", size=Size(16, 8), n=3, seed=5, partial_images=1).with_seeds()


class Going(ChildProcess):
    """It is there when somebody looks, and gone at the next look: another thread has closed it."""

    def __init__(self):
        super().__init__("nobody", start_timeout_s=1)

    @property
    def _process(self):
        process, self._next = self._next, None
        return process

    @_process.setter
    def _process(self, process):
        self._next = process


@pytest.fixture
def importable(monkeypatch):
    """Children find the test painters."""
    monkeypatch.syspath_prepend(Path(__file__).parent)


@pytest.fixture
async def pool(importable):
    """Two children of the test painter."""
    started = ProcessPool("painters:Flat", processes=2)
    await started.start()
    yield started
    await started.close()


async def paint(pool, job):
    """All events of a job."""
    async with aclosing(pool.generate(job)) as events:
        return [event async for event in events]


def test_jobs_travel_whole():
    """A job with references comes out of its frame as it went in."""
    image = Image(2, 2, 4, bytes(range(16)))
    reference = Reference(Role.SUBJECT, b"", "image", image)
    job = replace(JOB, references=(reference, reference), style=Style("漫画", 0.5), ignored=("x",))
    header, blob = pack_job(job)

    assert job == unpack_job(header, bytearray(blob))


async def test_pictures_and_partials(pool):
    """Every picture arrives once, with its seed and its partial picture before it."""
    events = await paint(pool, JOB)
    painted = sorted((e for e in events if isinstance(e, Painted)), key=lambda e: e.index)

    assert [5, 6, 7] == [p.seed for p in painted]
    assert [5, 6, 7] == [p.image.pixels[0] for p in painted]
    assert 3 == sum(isinstance(e, Partial) for e in events)
    assert ("word",) == painted[0].unpainted


async def test_both_children_work(pool):
    """A job's pictures are shared out over the children."""
    events = await paint(pool, replace(JOB, prompt="slow", n=4, seed=0).with_seeds())

    assert 2 == len({e.details["pid"] for e in events if isinstance(e, Painted)})


async def test_poisoned_job(pool):
    """A job that makes the painter raise fails alone; the children live on."""
    before = {e.details["pid"] for e in await paint(pool, JOB) if isinstance(e, Painted)}
    with pytest.raises(EngineFailed):
        await paint(pool, replace(JOB, prompt="raise"))
    after = {e.details["pid"] for e in await paint(pool, JOB) if isinstance(e, Painted)}

    assert after <= before or before <= after


async def test_cancelled_jobs_leave_nothing_behind(pool):
    """After many cancelled jobs every answer still belongs to its own job."""
    for seed in range(0, 60, 3):
        async with aclosing(pool.generate(replace(JOB, prompt="slow", seed=seed, n=2).with_seeds())) as events:
            async for _ in events:
                break
        painted = [
            e for e in await paint(pool, replace(JOB, seed=seed + 100, n=1).with_seeds()) if isinstance(e, Painted)
        ]

        assert [seed + 100] == [p.seed for p in painted]


async def test_crash(pool):
    """A child that dies fails its job and is replaced for the next one."""
    with pytest.raises(EngineFailed):
        await paint(pool, replace(JOB, prompt="crash", n=1))
    async with asyncio.timeout(30):
        events = await paint(pool, JOB)

    assert 3 == sum(isinstance(e, Painted) for e in events)


async def test_a_fault_of_ours(pool, monkeypatch):
    """Whatever goes wrong on the way to a child ends the job at once, and not only when its time is up."""

    def paint_nothing(child, job, index, on_event):
        raise KeyError("event")

    with monkeypatch.context() as faulty:
        faulty.setattr(Child, "paint", paint_nothing)
        async with asyncio.timeout(5):
            with pytest.raises(EngineFailed):
                await paint(pool, JOB)

    assert 3 == sum(isinstance(e, Painted) for e in await paint(pool, JOB))


async def test_cancelled(pool):
    """A job that nobody waits for any more frees its children."""
    async with aclosing(pool.generate(replace(JOB, prompt="slow", n=3))) as events:
        async for _ in events:
            break
    async with asyncio.timeout(5):
        assert 3 == sum(isinstance(e, Painted) for e in await paint(pool, JOB))


async def test_a_picture_that_nobody_wants_is_left(pool):
    """A picture in hand is not painted to its end for a job that is gone, and its child lives on."""
    before = {e.details["pid"] for e in await paint(pool, JOB) if isinstance(e, Painted)}
    for _ in range(5):
        async with asyncio.timeout(10), aclosing(pool.generate(replace(JOB, prompt="endless", n=2))) as events:
            assert isinstance(await anext(events), Partial)
        async with asyncio.timeout(10):
            after = [e for e in await paint(pool, JOB) if isinstance(e, Painted)]

        assert [5, 6, 7] == sorted(e.seed for e in after)
        assert {e.details["pid"] for e in after} <= before


def test_a_process_that_is_closed_while_it_starts_does_not_stay(importable):
    """Whoever closes it need not know that it is just being started, and it cannot be started any more."""
    process = EngineProcess("easel.engines.child", "painters:Reluctant")
    with ThreadPoolExecutor(1) as thread:
        starting = thread.submit(process.start)
        while not process.running:
            time.sleep(0.001)
        process.close()
        with pytest.raises(EngineFailed):
            starting.result(timeout=30)
    left = process.running
    with pytest.raises(EngineFailed):
        process.start()

    assert (False, False) == (left, process.running)


@pytest.mark.parametrize(("prompt", "partial_images"), [("slow", 0), ("slow", 1), ("endless", 0), ("grey", 3)])
def test_a_child_whose_parent_is_gone_ends_without_a_word(importable, prompt, partial_images):
    """A server that ends while it paints leaves no traceback in its log: before a frame, within one, after some."""
    ours, theirs = socket.socketpair()
    header, blob = pack_job(replace(JOB, prompt=prompt, partial_images=partial_images))
    with theirs:
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "easel.engines.child", "painters:Flat"], stdin=theirs, stderr=subprocess.PIPE,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )  # fmt: skip
    with child, ours:
        receive_frame(ours, blob_max_bytes=0)
        send_frame(ours, {"job": header, "index": 0}, length=len(blob), parts=(blob,))
        if prompt != "slow":
            ours.recv(1)
        ours.close()
        if prompt == "endless":
            child.send_signal(signal.SIGUSR1)
        words = child.stderr.read()

    assert (0, b"") == (child.returncode, words)


def test_an_interruption_waits_for_the_end_of_a_frame():
    """A signal that comes while a frame is sent is obeyed when it is whole; outside a painting it does nothing."""
    interruption, done = Interruption(), []

    def work():
        with interruption.allowed():
            with interruption.postponed():
                interruption.ask()
                done.append("frame")
            done.append("more")

    interruption.ask()
    with pytest.raises(Abandoned):
        work()
    interruption.ask()

    assert ["frame"] == done


def test_a_process_that_another_thread_closes():
    """Whoever looks at a process while it is closed sees it or not, and never fails."""
    going = Going()
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        for look in (lambda: going.running, lambda: going.pid, lambda: going.send_signal(signal.SIGTERM)):
            going._process = process
            look()
            look()
