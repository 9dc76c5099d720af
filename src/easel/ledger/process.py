"""Which process works on a job, and whether it still lives: a restart need not wait for the leases of the dead."""

import functools
import os
import uuid
from pathlib import Path

PROC = Path("/proc")


@functools.cache
def _own_machine() -> str | None:
    """This boot of this machine and this container's processes; None where that cannot be told."""
    try:
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
        namespace = (PROC / "self/ns/pid").readlink()
    except OSError:
        return None
    return f"{boot}/{str(namespace).strip('pid:[]')}"


def own_name() -> str:
    """The name of this process: machine, number and start, so that a reused number is another process."""
    machine = _own_machine()
    if machine is None:
        return _random_name()
    return f"{machine}/{os.getpid()}/{_started(os.getpid())}"


def is_dead(name: str) -> bool:
    """Has the process of this name surely ended? Never true for those of other machines and containers."""
    machine, *process = name.rsplit("/", 2)
    if machine != _own_machine() or len(process) != 2:
        return False
    pid, started = process
    return _started(int(pid)) != started


@functools.cache
def _random_name() -> str:
    return uuid.uuid4().hex


def _started(pid: int) -> str | None:
    """When a process started, in clock ticks since the boot; None when there is no such process."""
    try:
        status = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return None
    # The name of the program, in parentheses, may itself hold spaces and parentheses.
    fields = status.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else fields[19]
