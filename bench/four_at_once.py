"""Whether four requests at once keep every core busy: a real server on loopback, one request at a time, then four.

Prints Markdown for docs/performance.md: pictures a second, cores in use (CPU seconds of the server and its children,
from /proc, over the wall time), cores that nobody used meanwhile, and the largest peak memory of one of them. Where
others use the machine too, "idle" is what counts: near 0, every core was busy. Linux only.
Usage: python bench/four_at_once.py [PICTURES]
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pictures import PROMPTS

TICKS_S = os.sysconf("SC_CLK_TCK")
#: Fields of /proc/PID/stat after the name: parent, and CPU time in user and system mode.
PARENT, USER, SYSTEM = 1, 11, 12


@contextlib.contextmanager
def server() -> Iterator[tuple[int, str, str]]:
    """A fresh server on a free port: its process id, URL and API key."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "easel", "serve", "--port", "0", "--data-dir", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            try:
                said = ""
                while "First API key" not in said:
                    said += process.stdout.readline()
                url = re.search(r"http://\S+", said).group()
                yield process.pid, url, said.rsplit(": ", 1)[1].strip()
            finally:
                process.send_signal(signal.SIGTERM)


def family(root: int) -> list[int]:
    """The process and all that descend from it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int(_stat(int(entry.name))[PARENT])
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()


def cpu_s(root: int) -> float:
    """CPU seconds that the process and its children have used so far."""
    return sum(int(_stat(pid)[field]) for pid in family(root) for field in (USER, SYSTEM)) / TICKS_S


def idle_s() -> float:
    """Seconds that the machine's cores have been idle so far, all together."""
    return int(Path("/proc/stat").read_text().split(maxsplit=5)[4]) / TICKS_S


def peak_mb(root: int) -> float:
    """The largest peak memory of one of these processes."""
    texts = [Path(f"/proc/{pid}/status").read_text() for pid in family(root)]
    return max(int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) for text in texts) / 1024


def ask(url: str, key: str, number: int) -> None:
    """One 1024 x 1024 picture, read to the end."""
    body = {"model": "imagen-3", "prompt": PROMPTS[number % len(PROMPTS)], "size": "1024x1024"}
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{url}/v1/images/generations", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=300) as response:
        response.read()


def main() -> None:
    """Measure and print."""
    pictures = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    with server() as (pid, url, key):
        with ThreadPoolExecutor(4) as warming:
            list(warming.map(lambda number: ask(url, key, number), range(4)))
        print(f"| 1024 x 1024, {os.cpu_count()} cores | pictures a second | cores in use | idle | largest process |")
        print("|---|---|---|---|---|")
        for at_once in (1, 4):
            used, idle, began = cpu_s(pid), idle_s(), time.perf_counter()
            with ThreadPoolExecutor(at_once) as callers:
                list(callers.map(lambda number: ask(url, key, number), range(pictures)))
            wall = time.perf_counter() - began
            busy, idle = (cpu_s(pid) - used) / wall, (idle_s() - idle) / wall
            print(f"| {at_once} at once | {pictures / wall:.2f} | {busy:.2f} | {idle:.2f} | {peak_mb(pid):.0f} MB |")


if __name__ == "__main__":
    main()
