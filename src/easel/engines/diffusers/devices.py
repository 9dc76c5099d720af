"""The devices that torch can use here. The functions import torch: call them in a child process or a command."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

#: Compute capability from which a graphics card multiplies in FP8.
FP8_FROM = (8, 9)


@dataclass(frozen=True, slots=True)
class Device:
    """A device that can run models, and what it has. Memory in bytes.

    `name` is torch's: `cuda:0`, `mps` or `cpu`. `host_bytes` is the free memory of the host beside it.
    """

    name: str
    title: str
    total_bytes: int
    free_bytes: int
    host_bytes: int
    bf16: bool = True
    fp8: bool = False

    @property
    def kind(self) -> str:
        """`cuda`, `mps` or `cpu`."""
        return self.name.partition(":")[0]


def find_devices() -> tuple[Device, ...]:
    """Every device of this machine, the fastest kind first, the CPU always last. Raises ImportError without torch."""
    import torch  # Only where a model runs: it takes seconds and hundreds of MB.

    total, free = host_memory()
    found = [_cuda(torch, index, free) for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append(_mps(torch, free))
    return (*found, Device("cpu", _processor(), total, free, free))


def host_memory() -> tuple[int, int]:
    """The host's memory in bytes, whole and free, within the limit of this process's container."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    free = _number("/proc/meminfo", after="MemAvailable:", times=1024) or total
    limit = _number("/sys/fs/cgroup/memory.max")
    if limit is not None and limit < total:
        # What the container has read from disk is given up when it is needed.
        used = (_number("/sys/fs/cgroup/memory.current") or 0) - (
            _number("/sys/fs/cgroup/memory.stat", after="inactive_file") or 0
        )
        total, free = limit, min(free, limit - used)
    return total, max(free, 0)


def _cuda(torch: object, index: int, host_free: int) -> Device:
    free, total = torch.cuda.mem_get_info(index)
    return Device(
        name=f"cuda:{index}",
        title=torch.cuda.get_device_name(index),
        total_bytes=total,
        free_bytes=free,
        host_bytes=host_free,
        bf16=torch.cuda.get_device_capability(index) >= (8, 0),
        fp8=torch.cuda.get_device_capability(index) >= FP8_FROM,
    )


def _mps(torch: object, host_free: int) -> Device:
    total = torch.mps.recommended_max_memory()
    return Device(
        name="mps",
        title=f"Apple {platform.machine()}",
        total_bytes=total,
        free_bytes=min(total - torch.mps.driver_allocated_memory(), host_free),
        host_bytes=host_free,
        bf16=torch.backends.mps.is_macos_or_newer(14, 0),
    )


def _processor() -> str:
    """The processor's name as Linux tells it, else the kind that it is of."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _number(path: str, *, after: str = "", times: int = 1) -> int | None:
    """The first number of the line that begins with `after`, or None when there is none."""
    try:
        lines = Path(path).read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    words = next((line.removeprefix(after).split() for line in lines if line.startswith(after)), [])
    return int(words[0]) * times if words and words[0].isdigit() else None
