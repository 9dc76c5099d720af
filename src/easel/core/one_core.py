"""Keeps the threads that hand the interpreter's lock to each other on one core of the machine.

Only one of them runs at a time anyway. On different cores each hand-over wakes another core, or waits until that has
time, and moves what the thread works with into another cache: measured, a small relayed picture takes a fifth more
processor time, and on a busy machine two to three times as long. Threads that work without the lock, and child
processes, run anywhere. Linux only; elsewhere, and with one core, nothing happens.
"""

import os
import random
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")
#: By so much more of a core's time must be taken by others than on another core, before that one is chosen instead.
WORTH_MOVING = 0.2


class _Seen(NamedTuple):
    """When it was looked around, and how long each core and the kept threads had worked by then, in seconds."""

    at: float
    busy_s: Mapping[int, float]
    own_s: float


_lock = threading.Lock()
_free: Sequence[int] = ()
_core: int | None = None
_kept: set[int] = set()
_seen: _Seen | None = None


def choose_core() -> None:
    """Choose the core of the threads that call `keep_here` from now on; for the start of a server."""
    global _free, _core
    if not hasattr(os, "sched_getaffinity"):
        return
    _free = sorted(os.sched_getaffinity(0))
    # Some containers forbid it, or tell nothing of the cores: then nothing happens there either.
    with suppress(OSError):
        os.sched_setaffinity(0, _free)
        if len(_free) > 1 and _busy_s().keys() >= set(_free):
            _core = random.choice(_free)


def keep_here() -> None:
    """Keep the calling thread on the chosen core, if there is one. Threads that it starts inherit that."""
    if _core is not None:
        with _lock:
            _kept.add(threading.get_native_id())
            _put(0, {_core})


def run_anywhere() -> None:
    """Let the calling thread, and the processes that it starts, run on every core that the server may use."""
    if _core is not None:
        _put(0, _free)


def leave_core() -> None:
    """Let every thread that was kept run anywhere again; for the end of a server."""
    global _core, _seen
    with _lock:
        for thread in _kept:
            _put(thread, _free)
        _kept.clear()
        _core = _seen = None


def look_around() -> int | None:
    """Move to another core when others take much of this one, as far as was seen since the last look; to which one.

    The first look only begins to count. For one thread, again and again.
    """
    global _seen
    if _core is None:
        return None
    before, _seen = _seen, _Seen(time.monotonic(), _busy_s(), _own_s())
    if before is None or not _seen.busy_s.keys() >= set(_free):
        return None
    passed_s = _seen.at - before.at
    taken = {core: (_seen.busy_s[core] - before.busy_s[core]) / passed_s for core in _free}
    taken[_core] -= (_seen.own_s - before.own_s) / passed_s
    best = min(_free, key=taken.__getitem__)
    if taken[_core] <= taken[best] + WORTH_MOVING:
        return None
    _move(best)
    return best


def _move(core: int) -> None:
    global _core
    with _lock:
        _core = core
        for thread in _kept:
            _put(thread, {core})


def _put(thread: int, cores: Iterable[int]) -> None:
    # The thread may have ended, or the machine's cores have changed.
    with suppress(OSError):
        os.sched_setaffinity(thread, cores)


def _busy_s() -> dict[int, float]:
    """How long each core has worked since the start of the machine, in seconds."""
    found = {}
    for line in (PROC / "stat").read_text().splitlines():
        name, *ticks = line.split()
        if name.startswith("cpu") and name != "cpu":
            user, nice, system, _idle, _waiting, *interrupts = map(int, ticks[:8])
            found[int(name[3:])] = (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")
    return found


def _own_s() -> float:
    """How long the kept threads have worked, in seconds."""
    total = 0
    for thread in _kept:
        with suppress(OSError):
            total += int((PROC / "self/task" / str(thread) / "schedstat").read_text().split()[0])
    return total / 1e9
