"""Real processes for the crash and race tests, forked from one that has imported everything already."""

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any

JOIN_TIMEOUT_S = 60

CONTEXT = multiprocessing.get_context("forkserver")
# Not this folder's own modules: the forking process does not know pytest's search path.
CONTEXT.set_forkserver_preload(
    ["easel.ledger.housekeeping", "easel.ledger.keys", "easel.ledger.limits", "easel.models", "psycopg",
     "sqlalchemy.dialects.postgresql.psycopg", "sqlalchemy.dialects.sqlite"]
)  # fmt: skip


def run_all(target: Callable, each: Sequence[tuple]) -> list[int]:
    """Run `target` in one process for each tuple of arguments, all at once; returns their exit codes."""
    running = [CONTEXT.Process(target=target, args=arguments) for arguments in each]
    for process in running:
        process.start()
    for process in running:
        process.join(JOIN_TIMEOUT_S)
        if process.is_alive():
            process.kill()
            process.join()
    codes = [process.exitcode for process in running]
    for process in running:
        process.close()
    return codes


def run_one(target: Callable, *arguments: Any) -> int:
    """Run `target` in one process; returns its exit code, -9 when it was killed."""
    return run_all(target, [arguments])[0]
