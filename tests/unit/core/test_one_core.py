"""Threads that share the interpreter's lock stay on one core; those that do not, and children, run anywhere."""

import os
import subprocess
import sys
import threading

import pytest

from easel.core import one_core
from easel.core.one_core import choose_core, keep_here, leave_core, look_around, run_anywhere
from easel.core.threads import pool

CORES = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
pytestmark = pytest.mark.skipif(len(CORES) < 2, reason="needs Linux and two cores")


@pytest.fixture(autouse=True)
def _left_afterwards():
    """Whatever a test does, the others have all cores."""
    yield
    leave_core()
    os.sched_setaffinity(0, CORES)


def _in_a_thread(work):
    found = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def test_kept_together():
    """Two threads that want to be kept are on the same core."""
    choose_core()
    keep_here()
    other = _in_a_thread(lambda: (keep_here(), os.sched_getaffinity(0))[1])

    assert 1 == len(other)
    assert other == os.sched_getaffinity(0)


def test_not_chosen():
    """Without a server nobody is kept anywhere."""
    keep_here()
    assert CORES == os.sched_getaffinity(0)


def test_pools_and_children_are_free():
    """A pool's threads, and the processes that they start, have every core, although their maker is kept on one."""
    choose_core()
    keep_here()
    command = [sys.executable, "-c", "import os; print(len(os.sched_getaffinity(0)))"]
    with pool(1, "test") as threads:
        of_thread = threads.submit(os.sched_getaffinity, 0).result()
        of_child = threads.submit(subprocess.check_output, command).result()

    assert CORES == of_thread
    assert len(CORES) == int(of_child)


def test_leave():
    """After the end of a server its threads have every core again."""
    choose_core()
    keep_here()
    leave_core()
    assert CORES == os.sched_getaffinity(0)


def test_leave_keeps_what_the_operator_chose():
    """A server that may use two cores only never leaves them."""
    two = set(sorted(CORES)[:2])
    os.sched_setaffinity(0, two)
    choose_core()
    keep_here()
    run_anywhere()
    assert two == os.sched_getaffinity(0)


@pytest.mark.parametrize(("others", "moves"), [(0.9, True), (0.1, False)])
def test_moves_where_others_work(monkeypatch, others, moves):
    """Others that take most of the core drive the server to another one; some work of theirs, and its own, do not."""
    choose_core()
    keep_here()
    (core,) = os.sched_getaffinity(0)
    (other, *_) = sorted(CORES - {core})
    clock = [0.0]
    monkeypatch.setattr(one_core, "_free", sorted({core, other}))
    monkeypatch.setattr(one_core.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(one_core, "_busy_s", lambda: {core: clock[0] * (0.5 + others), other: 0.0})
    monkeypatch.setattr(one_core, "_own_s", lambda: clock[0] * 0.5)
    assert look_around() is None
    clock[0] = 10.0

    assert (other if moves else None) == look_around()
    assert {other if moves else core} == os.sched_getaffinity(0)


@pytest.mark.parametrize("missing", ["setaffinity", "proc"])
def test_where_it_is_forbidden_nothing_happens(monkeypatch, tmp_path, missing):
    """A container that lets no thread choose its cores, or has no /proc, gets a server all the same."""
    if missing == "proc":
        monkeypatch.setattr(one_core, "PROC", tmp_path)
    else:
        monkeypatch.setattr(one_core.os, "sched_setaffinity", _forbidden)
    choose_core()
    keep_here()
    run_anywhere()
    assert look_around() is None
    assert CORES == os.sched_getaffinity(0)
    monkeypatch.undo()


def _forbidden(*_: object) -> None:
    raise PermissionError
