"""Two servers and a bad network between them: every charge has its pictures, and none is paid for twice upstream.

`EASEL_RELAY_REQUESTS=10000 pytest -s tests/relay/test_faults.py` is the long run (`make soak`).
"""

import asyncio
import json
import os
import random
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys, Terms
from easel.ledger.schema import jobs as jobs_table
from easel.models import load_cards
from easel.scheduling.breaker import PROBE_S
from easel.testing import live_server
from relay.fault_proxy import FaultProxy

REQUESTS = int(os.environ.get("EASEL_RELAY_REQUESTS", "250"))
SHARE = 0.05
SEED = 7
KEYS = 8
AT_ONCE = 16
PRICE = load_cards().find("image-01").price_micros
FULL = 1041
#: How long the vendor stays dead, in seconds.
DEAD_S = 60 if REQUESTS >= 1000 else 6
TIMEOUT_S = 300 + REQUESTS // 2


async def prepared(folder: Path, keys: int) -> list[str]:
    """A database in a folder, whose account can pay for everything; returns the secrets of its keys."""
    database = Database(folder / "easel.sqlite")
    database.migrate()
    await Accounts(database).create("payer")
    await Accounts(database).grant("payer", 100 * (REQUESTS + 1000) * PRICE)
    secrets = [(await Keys(database).create("payer", Terms())).secret for _ in range(keys)]
    database.close()
    return secrets


class Clients:
    """So many clients at once. A request that was refused for want of room is made again, as clients do."""

    def __init__(self, url: str, key: str, session: aiohttp.ClientSession):
        self._url = url
        self._session = session
        self._headers = {"Authorization": f"Bearer {key}"}
        self._gate = asyncio.Semaphore(AT_ONCE)
        self.pictures: dict[str, int] = {}
        self.codes: Counter[int] = Counter()
        self.texts: list[str] = []

    async def ask(self, prompt: str, n: int) -> int:
        """Make one request until it is answered; returns the answer's code."""
        body = {"model": "image-01", "prompt": prompt, "n": n, "width": 512, "height": 512, "response_format": "base64"}
        async with self._gate:
            while True:
                code, answer = await self.once(body)
                if code != FULL:
                    break
                await asyncio.sleep(random.uniform(0.1, 0.5))
        if code == 0:
            self.pictures[prompt] = len(answer["data"]["image_base64"])
        return code

    async def once(self, body: dict) -> tuple[int, dict]:
        """Make one request."""
        url = f"{self._url}/v1/image_generation"
        async with self._session.post(url, json=body, headers=self._headers) as response:
            text = await response.text()
        answer = json.loads(text)
        code = answer["base_resp"]["status_code"]
        self.codes[code] += 1
        if code:
            self.texts.append(text)
        return code, answer

    async def metric(self, name: str) -> float:
        """One line of the metrics, which are also kept to be looked through."""
        async with self._session.get(f"{self._url}/metrics") as response:
            text = await response.text()
        self.texts.append(text)
        return float(next(line.split()[-1] for line in text.splitlines() if line.startswith(f"{name} ")))


async def dead_and_alive(clients: Clients, proxy: FaultProxy) -> tuple[dict[str, int], float]:
    """Let the vendor die and come back; returns the probes by key, and the seconds until the first picture."""
    proxy.dead = True
    body = {"model": "image-01", "prompt": "is there anybody", "width": 512, "height": 512}
    while await clients.metric("easel_dead_lanes") < KEYS:
        await asyncio.gather(*(clients.once(body) for _ in range(AT_ONCE)))
    proxy.requests.clear()
    until = time.monotonic() + DEAD_S
    while time.monotonic() < until:
        await asyncio.gather(*(clients.once(body) for _ in range(AT_ONCE)))
        await asyncio.sleep(0.05)
    probes = dict(proxy.requests)
    proxy.dead, proxy._share = False, 1e-9
    since = time.monotonic()
    while (await clients.once(body))[0] != 0:
        pass
    return probes, time.monotonic() - since


def ledger_of(folder: Path) -> tuple[Database, Counter[str]]:
    """A server's ledger after its end, and how many pictures of each prompt were charged in it."""
    database = Database(folder / "easel.sqlite")
    done = select(jobs_table.c.request, jobs_table.c.n, jobs_table.c.failed).where(jobs_table.c.status == "succeeded")
    charged: Counter[str] = Counter()
    for request, n, failed in database.read_now(lambda connection: connection.execute(done).all()):
        charged[request["prompt"]] += n - failed
    return database, charged


# Connections that are cut in the middle are left to the garbage collector by asyncio's streams.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.timeout(TIMEOUT_S)
async def test_faults(tmp_path):
    """Every way to fail, 5% of each: no charge without its pictures, nothing paid twice, no hold left, no key told."""
    for name in ("vendor", "relay"):
        (tmp_path / name).mkdir()
    vendor_keys = await prepared(tmp_path / "vendor", KEYS)
    (key,) = await prepared(tmp_path / "relay", 1)
    program = (sys.executable, str(Path(__file__).with_name("fake_easel.py")))
    asked = {f"picture {number}": 1 + number % 3 for number in range(REQUESTS)}
    with live_server(tmp_path / "vendor", program=program) as vendor:
        proxy = FaultProxy(vendor.url, share=SHARE, seed=SEED)
        async with proxy.running() as url, aiohttp.ClientSession() as session:
            env = {"EASEL_MINIMAX_URL": url, "EASEL_MINIMAX_KEYS": ",".join(vendor_keys),
                   "EASEL_VENDOR_TIMEOUT_S": "2", "EASEL_PAINTER_PROCESSES": "1"}  # fmt: skip
            with live_server(tmp_path / "relay", env=env) as relay:
                clients = Clients(relay.url, key, session)
                began = time.monotonic()
                await asyncio.gather(*(clients.ask(prompt, n) for prompt, n in asked.items()))
                seconds, delivered = time.monotonic() - began, dict(clients.pictures)
                codes, faults = dict(clients.codes), dict(proxy.faults)
                probes, back_s = await dead_and_alive(clients, proxy)
    database, charged = ledger_of(tmp_path / "relay")
    vendor_database, paid = ledger_of(tmp_path / "vendor")
    with suppress(StopAsyncIteration):
        await Jobs(database).reap()
    account = await Accounts(database).show("payer")
    lines = await Accounts(database).statement("payer", limit=100_000)
    broken = audit(database) + audit(vendor_database)
    database.close()
    vendor_database.close()
    sys.stdout.write(
        f"\n{REQUESTS} requests in {seconds:.0f} s: {len(delivered)} answered with pictures; codes {codes}"
    )
    sys.stdout.write(
        f"\nfaults {faults}\nprobes of each key in {DEAD_S} s {sorted(probes.values())}; back after {back_s:.1f} s\n"
    )

    # Every answer with pictures was charged, for as many as came; and nothing else was.
    extra = charged.pop("is there anybody", 0)
    assert delivered == dict(charged)
    assert (sum(delivered.values()) + extra) * PRICE == account.spent
    assert 0 == account.held
    assert [] == broken
    # The vendor was asked to make each picture at most once, and made all that were delivered.
    paid.pop("is there anybody", 0)
    assert {} == {prompt: count for prompt, count in paid.items() if count > asked[prompt]}
    assert {} == {prompt: count for prompt, count in delivered.items() if count > paid[prompt]}
    # What it cost is known for each picture that came back, damaged or not.
    assert account.spent <= sum(line.cost or 0 for line in lines)
    # At most one probe in each wait, for each key.
    assert max(probes.values(), default=0) <= DEAD_S / PROBE_S + 1
    logged = [path.read_text() for path in tmp_path.glob("*/server.log")]
    assert {} == {secret: 1 for secret in vendor_keys for text in (*clients.texts, *logged) if secret in text}
    assert REQUESTS // 3 < len(delivered)
