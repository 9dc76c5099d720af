"""For tests: fakes of every port, and a real server in a child process."""

from easel.testing.browser import find_chromium
from easel.testing.cancellations import MemoryCancellations
from easel.testing.fakes import (
    CALLER,
    FakeEngine,
    FakeFinisher,
    FakeIntake,
    FakeKeys,
    FakeModerator,
    FrozenClock,
    MemoryLedger,
    MemoryRepeats,
    MemoryStore,
    NoLimits,
    RefusingGate,
    flat_image,
    png,
)
from easel.testing.live import LiveServer, live_server
from easel.testing.webhooks import FakeCourier, MemoryOutbox

__all__ = [
    "CALLER", "FakeCourier", "FakeEngine", "FakeFinisher", "FakeIntake", "FakeKeys", "FakeModerator", "FrozenClock",
    "LiveServer", "MemoryCancellations", "MemoryLedger", "MemoryOutbox", "MemoryRepeats", "MemoryStore", "NoLimits",
    "RefusingGate", "find_chromium", "flat_image", "live_server", "png",
]  # fmt: skip
