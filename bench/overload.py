"""A real server under five times the load that it can serve.

    PYTHONPATH=src python bench/overload.py [--rounds 3] [--seconds 30] [--offered 200] [--side 256]

First closed loops: ever more clients that each ask again when they are answered, to find how many of them are served
the most pictures a second. Then rounds: so many clients again (the peak), an open loop in which requests come at five
times that rate, whatever becomes of them, and the same clients once more. What an open loop delivers is compared with
the mean of the two beside it, because a machine is never as fast in one minute as in the next; the best of many short
runs would be a peak that nobody reaches twice. Prints the medians of the rounds: how many pictures a second are still
delivered, how fast the others are refused, what of a core they cost, and how the server's memory moves.

Client and server share the machine, so the client does as little as it can: prepared bytes, kept connections, no JSON.
What it costs is part of the figures.
"""

import argparse
import asyncio
import itertools
import json
import os
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import uvloop

from easel.ledger.database import Database
from easel.ledger.keys import DEFAULT_ACCOUNT, Keys, Terms
from easel.testing import live_server

CLIENTS = (2, 4, 8, 16)
SEARCH_S = 8
WARM_S = 2
TIMES = 5
KEYS = 8
#: As long a wait as the server may predict: short, so that the queue is full soon after the open loop begins.
MAX_WAIT_S = 4
#: From here on a refusal did not come at once: it was made to wait first.
LATE_S = 1
#: No more connections than this: an open loop must not become an attack on the machine that measures it.
MAX_CONNECTIONS = 900
SEEDS = 16


@dataclass
class Answers:
    """What came back: for each answer when (seconds since the start), its HTTP status and its latency in seconds."""

    began: float = field(default_factory=time.perf_counter)
    rows: list[tuple[float, int, float]] = field(default_factory=list)

    def add(self, status: int, asked: float) -> None:
        """An answer has come just now."""
        now = time.perf_counter()
        self.rows.append((now - self.began, status, now - asked))

    def rate(self, since: float, until: float) -> float:
        """Pictures a second in this part of the time."""
        return sum(status == 200 and since <= at < until for at, status, _ in self.rows) / (until - since)

    def latencies(self, *statuses: int) -> np.ndarray:
        """Of the answers with these statuses, in ms."""
        return np.array([latency for _, status, latency in self.rows if status in statuses]) * 1000


class Connection(asyncio.Protocol):
    """One kept connection, one request at a time; the answer's body is thrown away."""

    def __init__(self) -> None:
        #: The server hangs up when it has not been asked for some time.
        self.closed = False
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._length = -1
        self._answer: asyncio.Future[int] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        """The transport is there."""
        self._transport = transport

    def ask(self, request: bytes) -> asyncio.Future[int]:
        """Send a request; its HTTP status, 0 when the connection is cut."""
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        """Wait for the head, then for as many bytes as it says."""
        self._received += data
        if self._length < 0:
            end = self._received.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self._received[:end]).lower()
            self._length = end + 4 + int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
        if len(self._received) >= self._length:
            status = int(self._received[9:12])
            self._received.clear()
            self._length = -1
            self._answer.set_result(status)

    def connection_lost(self, _error: Exception | None) -> None:
        """Whoever waits is told."""
        self.closed = True
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(0)

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


@dataclass
class Load:
    """Asks a server for one picture at a time, with one key after the other."""

    host: str
    port: int
    requests: list[bytes]

    def __post_init__(self) -> None:
        self._next = itertools.cycle(self.requests)

    async def closed(self, clients: int, seconds: float) -> Answers:
        """So many clients, each of which asks again when it has been answered."""
        answers = Answers()

        async def client() -> None:
            connection = await self._connect()
            while time.perf_counter() - answers.began < seconds:
                asked = time.perf_counter()
                answers.add(await connection.ask(next(self._next)), asked)
            connection.close()

        await asyncio.gather(*(client() for _ in range(clients)))
        return answers

    async def open(self, rate: float, seconds: float) -> Answers:
        """So many requests a second, whatever becomes of them."""
        answers, idle, asking = Answers(), [], set()

        async def one() -> None:
            while idle and idle[-1].closed:
                idle.pop()
            connection = idle.pop() if idle else await self._connect()
            asked = time.perf_counter()
            status = await connection.ask(next(self._next))
            answers.add(status, asked)
            if status:
                idle.append(connection)

        for number in range(int(rate * seconds)):
            await asyncio.sleep(answers.began + number / rate - time.perf_counter())
            if len(asking) >= MAX_CONNECTIONS:
                raise SystemExit("the server keeps too many requests: it does not refuse them")
            task = asyncio.create_task(one())
            asking.add(task)
            task.add_done_callback(asking.discard)
        await asyncio.gather(*asking)
        for connection in idle:
            connection.close()
        return answers

    async def _connect(self) -> Connection:
        _, connection = await asyncio.get_running_loop().create_connection(Connection, self.host, self.port)
        return connection


def prepared(host: str, keys: list[str], side: int) -> list[bytes]:
    """The requests, ready to be sent: each key asks for the same few pictures."""
    requests = []
    for seed, key in itertools.product(range(SEEDS), keys):
        picture = {"model": "imagen-3", "prompt": "a red boat on a lake", "size": f"{side}x{side}", "seed": seed}
        body = json.dumps(picture).encode()
        head = f"POST /v1/images/generations HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        requests.append(head.encode() + body)
    return requests


@dataclass(frozen=True)
class Round:
    """What one round showed: the clients' pictures a second before and after the open loop, and the open loop."""

    peaks: tuple[float, float]
    open: Answers
    goodput: float
    #: What the server's own process used of one core, without its painters, in closed and in open loops.
    cpu_closed: float
    cpu_open: float
    #: MiB for each second of the open loop.
    memory: list[tuple[float, float]]

    @property
    def share(self) -> float:
        """Of the peak, what was delivered in overload."""
        return self.goodput / statistics.mean(self.peaks)


@dataclass(frozen=True)
class Bench:
    """A server, and the load for it."""

    load: Load
    process_id: int

    async def best_clients(self) -> int:
        """With how many clients the server delivers the most."""
        rates = {clients: await self.peak(clients, SEARCH_S) for clients in CLIENTS}
        return max(rates, key=rates.get)

    async def peak(self, clients: int, seconds: float) -> float:
        """Pictures a second that so many clients are served."""
        answers = await self.load.closed(clients, WARM_S + seconds)
        rate = answers.rate(WARM_S, WARM_S + seconds)
        print(f"closed loop, {clients:2} clients: {rate:.1f} pictures/s", flush=True)
        return rate

    async def round(self, clients: int, seconds: float, offered: float | None) -> Round:
        """Clients, the open loop, and the same clients again. `offered` requests a second, by default five peaks."""
        at, used = time.perf_counter(), self._cpu_s()
        before = await self.peak(clients, seconds / 2)
        cpu_closed = (self._cpu_s() - used) / (time.perf_counter() - at)

        memory: list[tuple[float, float]] = []
        watching = asyncio.create_task(self._watch_memory(memory))
        settled_s = 2 * MAX_WAIT_S
        at, used = time.perf_counter(), self._cpu_s()
        rate = offered or TIMES * before
        answers = await self.load.open(rate, settled_s + seconds)
        cpu_open = (self._cpu_s() - used) / (time.perf_counter() - at)
        watching.cancel()
        goodput = answers.rate(settled_s, settled_s + seconds)
        print(f"open loop, {rate:.0f} requests/s: {goodput:.1f} pictures/s", flush=True)
        after = await self.peak(clients, seconds / 2)
        return Round((before, after), answers, goodput, cpu_closed, cpu_open, memory)

    async def _watch_memory(self, samples: list[tuple[float, float]]) -> None:
        """Note the server's resident memory (MiB) every second until cancelled."""
        while True:
            status = await asyncio.to_thread(Path(f"/proc/{self.process_id}/status").read_text)
            samples.append((time.perf_counter(), int(status.partition("VmRSS:")[2].split()[0]) / 1024))
            await asyncio.sleep(1)

    def _cpu_s(self) -> float:
        """Processor time of the server's own process, in seconds."""
        fields = Path(f"/proc/{self.process_id}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measure(bench: Bench, rounds: int, seconds: float, offered: float | None) -> None:
    """All rounds, and what they showed."""
    clients = await bench.best_clients()
    every = [await bench.round(clients, seconds, offered) for _ in range(rounds)]
    for number, one in enumerate(every, 1):
        statuses = Counter(status for _, status, _ in one.open.rows)
        print(f"round {number}: {one.share:.0%} of the peak, {dict(sorted(statuses.items()))}")
    peaks = [rate for one in every for rate in one.peaks]
    print(f"peak {statistics.median(peaks):.1f} pictures/s ({min(peaks):.1f} to {max(peaks):.1f})")
    goodput, share = (statistics.median(getattr(one, name) for one in every) for name in ("goodput", "share"))
    print(f"goodput {goodput:.1f} pictures/s, {share:.0%} of the peak")
    served, refused = (np.concatenate([one.open.latencies(*these) for one in every]) for these in ((200,), (429, 503)))
    late = int((refused > LATE_S * 1000).sum())
    print(f"served after p50 {np.percentile(served, 50) / 1000:.1f} s, p99 {np.percentile(served, 99) / 1000:.1f} s")
    print(
        f"refused after p50 {np.percentile(refused, 50):.1f} ms, p99 {np.percentile(refused, 99):.1f} ms; late: {late}"
    )
    closed, opened = (statistics.median(getattr(one, name) for one in every) for name in ("cpu_closed", "cpu_open"))
    print(f"server's own process: {closed:.0%} of a core in closed loops, {opened:.0%} in open ones")
    samples = np.array([sample for one in every for sample in one.memory])
    slope = np.polyfit(*samples.T, 1)[0] * 60
    print(f"server's memory {samples[-1][1]:.0f} MiB, {slope:+.1f} MiB/min")


def main() -> None:
    """Start a server, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often all of it is measured")
    parser.add_argument("--seconds", type=float, default=30, help="length of each open loop once it has settled")
    parser.add_argument("--offered", type=float, help="requests a second; five times the peak by default")
    parser.add_argument("--side", type=int, default=256, help="side of the pictures in pixels")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, {options.side} x {options.side} pixels, waits up to {MAX_WAIT_S} s")
    with (
        tempfile.TemporaryDirectory() as folder,
        live_server(Path(folder), env={"EASEL_MAX_WAIT_S": str(MAX_WAIT_S)}) as server,
    ):
        database = Database(Path(folder) / "easel.sqlite")
        keys = Keys(database)
        secrets = [asyncio.run(keys.create(DEFAULT_ACCOUNT, Terms())).secret for _ in range(KEYS)]
        database.close()
        address = urlsplit(server.url)
        load = Load(address.hostname, address.port, prepared(address.netloc, secrets, options.side))
        bench = Bench(load, server.process.pid)
        uvloop.run(measure(bench, options.rounds, options.seconds, options.offered))


if __name__ == "__main__":
    main()
