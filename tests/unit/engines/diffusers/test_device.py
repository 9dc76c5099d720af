"""A device whose child has gone, without a child."""

import socket

from structlog.testing import capture_logs

from easel.core.image import Size
from easel.core.job import Job
from easel.engines.diffusers.device import Device
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.waiting import Waiting
from easel.engines.diffusers.wire import Order


class Gone:
    """A child that has ended, and of which nobody has heard yet."""

    def __init__(self):
        self.socket, theirs = socket.socketpair()
        theirs.close()


async def test_a_child_that_has_gone_is_no_fault_of_ours(monkeypatch):
    """Pictures and cancellations for a child that has just ended are lost with it, without a word in the log."""
    device = Device("cpu", Waiting(Options()), Options(), on_death=lambda _: None)
    monkeypatch.setattr(device, "_child", Gone())
    job = Job(model="m", dialect="d", prompt="a cat", size=Size(8, 8), seed=1).with_seeds()
    with device._child.socket, capture_logs() as logs:
        device._tell_cancelled([1])
        await device._feed("owner/name", [Order(1, job, 0)])

    assert [] == logs
