"""How soon a server that was killed has a successor at work, and what is lost of a thousand tasks.

    PYTHONPATH=src python bench/recovery.py

A real server is sent 1,000 tasks for small pictures and killed with SIGKILL when it has painted some of them. The time
is from the kill until the next process has claimed a task: mostly the start of Python. Then all tasks are waited for.
"""

import os
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx

from easel.testing import LiveServer, live_server
from easel.testing.tiny_card import TINY_CARD

TASKS = 1000
PAINTED_BEFORE_THE_KILL = 50
POLL_S = 0.01


def submit(server: LiveServer) -> None:
    """Send all tasks, eight at a time."""
    headers = {"Authorization": f"Bearer {server.key}"}
    body = {"model": "tiny", "prompt": "a red boat", "async": True}
    with httpx.Client(base_url=server.url, headers=headers, timeout=60) as client, ThreadPoolExecutor(8) as senders:
        answers = list(senders.map(lambda _: client.post("/v1/image_generation", json=body).json(), range(TASKS)))
    if any(answer["base_resp"]["status_code"] for answer in answers):
        raise RuntimeError("a task was refused")


def wait_until(ledger: Path, condition: Callable[[sqlite3.Connection], bool]) -> float:
    """Look into the ledger until it is so; returns when that was."""
    with closing(sqlite3.connect(ledger)) as connection:
        while not condition(connection):
            time.sleep(POLL_S)
    return time.perf_counter()


def count(connection: sqlite3.Connection, where: str, *values: object) -> int:
    """How many jobs are so."""
    return connection.execute(f"SELECT count(*) FROM jobs WHERE {where}", values).fetchone()[0]


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        data, models = Path(folder) / "data", Path(folder) / "models"
        models.mkdir()
        (models / "tiny.toml").write_text(TINY_CARD)
        env, ledger = {"EASEL_MODELS_DIR": str(models)}, data / "easel.sqlite"
        with live_server(data, env=env) as server:
            submit(server)
            wait_until(ledger, lambda found: count(found, "status = 'succeeded'") >= PAINTED_BEFORE_THE_KILL)
            killed, old = time.perf_counter(), f"%/{server.process.pid}/%"
            os.kill(server.process.pid, signal.SIGKILL)
            server.process.wait()
        by_another = "status = 'running' AND owner NOT LIKE ?"
        with ThreadPoolExecutor(1) as watcher:
            # Before the start, which returns only when the server answers requests.
            claiming = watcher.submit(wait_until, ledger, lambda found: count(found, by_another, old) > 0)
            with live_server(data, env=env):
                claimed = claiming.result() - killed
                done = wait_until(ledger, lambda found: count(found, "status IN ('queued', 'running')") == 0) - killed
        with closing(sqlite3.connect(ledger)) as found:
            succeeded = count(found, "status = 'succeeded'")
            errors = found.execute("SELECT DISTINCT error FROM jobs WHERE status = 'failed'").fetchall()
    print(f"kill -9 to the first task claimed: {claimed:.1f} s")
    print(f"tasks lost of {TASKS}: {TASKS - succeeded} {errors or ''}; all done {done:.0f} s after the kill")


if __name__ == "__main__":
    main()
