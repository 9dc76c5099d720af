"""Named points at which a test can kill the process, to see what survives.

`FAILPOINT=name` in the environment kills it with SIGKILL the first time that it comes there, `FAILPOINT=name:3` the
third time. Without the variable a failpoint costs one comparison.
"""

import os
import signal
import threading

#: Every failpoint there is, roughly in the order in which a job meets them. `purses-changed` and `transfer-written`
#: are inside every movement of money.
FAILPOINTS = (
    "migrate-inside",
    "recover-inside",
    "grant-inside",
    "take-inside",
    "webhook-written",
    "open-before",
    "open-job-written",
    "open-held",
    "open-after",
    "claim-inside",
    "claim-after",
    "renew-inside",
    "picture-begun",
    "picture-written",
    "picture-stored",
    "settle-before",
    "settle-pictures-written",
    "settle-posted",
    "settle-after",
    "void-before",
    "void-voided",
    "void-after",
    "cancel-inside",
    "cancel-after",
    "retry-requeued",
    "retry-after",
    "reap-voided",
    "reap-requeued",
    "webhook-taken",
    "webhook-dropped",
    "sweep-inside",
    "prune-inside",
    "release-inside",
    "purses-changed",
    "transfer-written",
)

_lock = threading.Lock()
_name, _left = "", 0


def arm(failpoint_and_count: str) -> None:
    """Choose where to die: `name`, `name:3`, or nowhere if it is empty; raises ValueError for an unknown name."""
    global _name, _left
    name, _, count = failpoint_and_count.partition(":")
    if name and name not in FAILPOINTS:
        msg = f"there is no failpoint {name!r}"
        raise ValueError(msg)
    _name, _left = name, int(count or 1)


def failpoint(name: str) -> None:
    """Die here if the test wants it."""
    global _left
    if name != _name:
        return
    with _lock:
        _left -= 1
        if _left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


arm(os.environ.get("FAILPOINT", ""))
