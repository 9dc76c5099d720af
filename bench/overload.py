"""A real server under five times the load that it can serve.

    PYTHONPATH=src python bench/overload.py [--seconds 30] [--offered 200] [--side 256]

First a closed loop: ever more clients that each ask again when they are answered, to find the most pictures a second
(the peak). Then an open loop: requests come at five times that rate, whatever becomes of them. Prints how many
pictures a second are still delivered, how fast the others are refused, and how the server's memory moves.

Client and server share the machine, so the client does as little as it can: prepared bytes, kept connections, no JSON.
What it costs is part of the figures.
"""

import argparse
import asyncio
import itertools
import json
import os
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
STEP_S = 8
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


async def watch_memory(process_id: int, samples: list[tuple[float, float]]) -> None:
    """Note the server's resident memory (MiB) every second until cancelled."""
    while True:
        status = await asyncio.to_thread(Path(f"/proc/{process_id}/status").read_text)
        samples.append((time.perf_counter(), int(status.partition("VmRSS:")[2].split()[0]) / 1024))
        await asyncio.sleep(1)


async def closed_rate(load: Load, clients: int) -> float:
    """Pictures a second that so many clients are served."""
    answers = await load.closed(clients, STEP_S)
    rate = answers.rate(WARM_S, STEP_S)
    print(f"closed loop, {clients:2} clients: {rate:.1f} pictures/s", flush=True)
    return rate


async def measure(load: Load, process_id: int, seconds: float, offered: float | None) -> None:
    """Both loops, and what they showed. `offered` requests come a second, by default five times the peak."""
    rates = [await closed_rate(load, clients) for clients in CLIENTS]
    peak = max(rates)

    samples: list[tuple[float, float]] = []
    watching = asyncio.create_task(watch_memory(process_id, samples))
    offered = offered or TIMES * peak
    answers = await load.open(offered, seconds)
    watching.cancel()
    # The same as before, if the machine had nothing else to do meanwhile.
    await closed_rate(load, CLIENTS[rates.index(peak)])
    since = 2 * MAX_WAIT_S
    goodput = answers.rate(since, seconds)
    statuses = Counter(status for _, status, _ in answers.rows)
    refused, served = answers.latencies(429, 503), answers.latencies(200)
    late = int((refused > LATE_S * 1000).sum())
    settled = [(at, size) for at, size in samples if since <= at - answers.began < seconds]
    slope = np.polyfit(*np.array(settled).T, 1)[0] * 60

    print(f"open loop, {offered:.0f} requests/s for {seconds:.0f} s: {dict(sorted(statuses.items()))}")
    print(f"goodput {goodput:.1f} pictures/s, {goodput / peak:.0%} of the peak")
    print(f"served after p50 {np.percentile(served, 50) / 1000:.1f} s, p99 {np.percentile(served, 99) / 1000:.1f} s")
    print(
        f"refused after p50 {np.percentile(refused, 50):.1f} ms, p99 {np.percentile(refused, 99):.1f} ms; late: {late}"
    )
    print(f"server's memory {settled[-1][1]:.0f} MiB, {slope:+.1f} MiB/min")


def main() -> None:
    """Start a server, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30, help="length of the open loop")
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
        uvloop.run(measure(load, server.process.pid, options.seconds, options.offered))


if __name__ == "__main__":
    main()
