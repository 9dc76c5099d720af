"""A real server in a child process: for acceptance tests of Easel, and of applications that call it."""

import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 30.0
DEFAULT_KEY = "a-key-for-tests-only"


@dataclass(frozen=True)
class LiveServer:
    """Where it listens (`http://127.0.0.1:PORT`), a key that works, and what it printed when it started."""

    url: str
    key: str
    banner: str
    process: subprocess.Popen


@contextmanager
def live_server(
    data_dir: Path,
    *,
    key: str = DEFAULT_KEY,
    env: Mapping[str, str] | None = None,
    program: Sequence[str] = (sys.executable, "-m", "easel"),
) -> Iterator[LiveServer]:
    """Run `easel serve` on a free port of 127.0.0.1 until the block ends. `env` adds `EASEL_…` settings.

    `program` is what is run in place of `easel`.

    Raises RuntimeError with the server's own words if it does not start.
    """
    command = [*program, "serve", "--host", "127.0.0.1", "--port", "0"]
    command += ["--data-dir", str(data_dir)]
    log_path = data_dir / "server.log"
    data_dir.mkdir(parents=True, exist_ok=True)
    with log_path.open("ab") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True,
            env={**os.environ, "EASEL_BOOTSTRAP_KEY": key, "PYTHONUNBUFFERED": "1", **(env or {})},
        )  # fmt: skip
    try:
        banner = _read_banner(process)
        address = re.search(r"http://\S+", banner)
        if address is None:
            msg = f"the server did not start: {banner}{log_path.read_text()}"
            raise RuntimeError(msg)
        yield LiveServer(address[0], key, banner, process)
    finally:
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _read_banner(process: subprocess.Popen) -> str:
    """Everything that is printed at the start; less if the process ends before."""
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    text = ""
    while "Stop with Ctrl-C" not in text:
        try:
            line = lines.get(timeout=START_TIMEOUT_S)
        except queue.Empty:
            return text
        if line is None:
            return text
        text += line
    return text
