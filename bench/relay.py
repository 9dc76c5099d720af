"""What a relay adds: Easel beside nginx and LiteLLM's proxy, before the same upstream, in one run.

    python bench/relay.py [--seconds 8] [--litellm FOLDER | --no-litellm]

The upstream is a raw asyncio server with prepared bytes (bench/relay_upstream.py): a small picture, then one of 1.5 MB
(2 MB of JSON). What each relay does with a request:

- nginx passes it on over kept connections. It is taken if it is installed.
- `uvicorn alone` asks nobody: Starlette's smallest application answers a few bytes. `uvicorn + aiohttp` and `Starlette
  + httpx` pass the bodies on as bytes and do nothing else (bench/relay_bare.py). They tell what Python itself costs.
- Easel, one process as it always is: finds the key in its database, counts the request against the key's limits
  (requests and pictures a minute, jobs at once), checks the prompt's words, holds the price of the account's balance,
  asks the upstream, checks the picture's file, writes the label and the recipe into it, stores it under a signed URL,
  charges it and keeps the answer for a retry. All of that is on the disk (`synchronous=FULL`) before the answer goes
  out.
- LiteLLM's proxy, one worker: compares the key with its master key, checks the model's limit of requests a minute in
  its memory, and parses and makes the JSON anew. It has no database: so no keys of its own, no budgets, and nothing is
  stored. It is installed into a virtual environment of its own (`bench/.litellm` unless told otherwise).

The load is wrk's if that is installed, else aiohttp's; it shares the cores with upstream and relay. The processor time
is that of the relay's processes, the system's work for them included; the memory is that of its one serving process.
"""

import argparse
import asyncio
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp

from easel.core.caller import Limits
from easel.ledger.accounts import Accounts
from easel.ledger.database import Database
from easel.ledger.keys import Keys, Terms
from easel.testing import live_server

HERE = Path(__file__).parent
SIZES = {"small": 1_000, "large": 1_500_000}
AT_ONCE = (1, 16)
#: LiteLLM's proxy needs about ten seconds before it relays; a wrong configuration shows only as an error afterwards.
STARTS_S = 90
#: The newest of these that the package index can install with all that it pins.
LITELLM = "litellm[proxy]>=1.100,<=1.109.1"
MASTER_KEY = "sk-bench-master-key-0000"
BODY = {"model": "imagen-3", "prompt": "a cat", "size": "512x512", "response_format": "b64_json"}
PATH = "/v1/images/generations"
CARD = """
id = "imagen-3"
dialect = "openai"
title = "x"
description = "x"
owner = "x"
created = 1
price_micros = 100

[parameters]
n = { min = 1, max = 4, default = 1 }

[sizes]
default = "512x512"
explicit = "free"

[[routes]]
engine = "openai"
source = "imagen-3"
"""


@dataclass(frozen=True)
class Measured:
    """One relay under one load: requests a second, the median and the 99th percentile in ms, errors.

    `cpu_ms` is the processor time of the relay for each request.
    """

    per_s: float
    median_ms: float
    p99_ms: float
    errors: int
    cpu_ms: float = 0


@dataclass(frozen=True)
class Relay:
    """Where it listens, the key it wants, its processes, and how long it took to start."""

    name: str
    url: str
    key: str
    pid: int
    start_s: float


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def process(command: list[str], url: str, **options: object) -> Iterator[subprocess.Popen]:
    """A server until the block ends; waits until it listens."""
    with tempfile.TemporaryFile() as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, **options)
        try:
            port = int(url.rpartition(":")[2])
            for _ in range(1200):
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                if running.poll() is not None:
                    log.seek(0)
                    raise RuntimeError(log.read().decode()[-2000:])
                time.sleep(0.1)
            yield running
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGTERM)
            running.wait()


@contextmanager
def upstream(size: int) -> Iterator[str]:
    """The upstream's URL."""
    url = f"http://127.0.0.1:{free_port()}"
    with process([sys.executable, str(HERE / "relay_upstream.py"), url.rpartition(":")[2], str(size)], url):
        yield url


@contextmanager
def easel(target: str, folder: Path) -> Iterator[Relay]:
    """Easel with a balance, a key with limits, and the upstream as its vendor."""
    (folder / "cards").mkdir(parents=True)
    (folder / "cards" / "imagen-3.toml").write_text(CARD)
    database = Database(folder / "easel.sqlite")
    database.migrate()

    async def prepare() -> str:
        await Accounts(database).create("payer")
        await Accounts(database).grant("payer", 10**12)
        limits = Limits(requests_per_minute=10**6, pictures_per_minute=10**6, concurrent_jobs=1000)
        return (await Keys(database).create("payer", Terms(limits=limits))).secret

    key = asyncio.run(prepare())
    database.close()
    env = {"EASEL_OPENAI_URL": f"{target}/v1", "EASEL_OPENAI_KEYS": "bench", "EASEL_MODELS_DIR": str(folder / "cards"),
           "EASEL_PAINTER_PROCESSES": "1"}  # fmt: skip
    began = time.monotonic()
    with live_server(folder, env=env) as server:
        yield Relay("Easel", server.url, key, server.process.pid, time.monotonic() - began)


@contextmanager
def nginx(target: str, folder: Path) -> Iterator[Relay]:
    """nginx as a reverse proxy with kept connections, one worker."""
    url = f"http://127.0.0.1:{free_port()}"
    folder.mkdir(parents=True)
    (folder / "nginx.conf").write_text(f"""
worker_processes 1; daemon off; pid {folder}/pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; client_max_body_size 64m;
  upstream up {{ server {target.removeprefix("http://")}; keepalive 64; }}
  server {{ listen {url.removeprefix("http://")}; location / {{
    proxy_pass http://up; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffers 64 64k;
  }} }}
}}
""")
    began = time.monotonic()
    with process([shutil.which("nginx") or "nginx", "-c", str(folder / "nginx.conf")], url) as running:
        yield Relay("nginx", url, "none", running.pid, time.monotonic() - began)


@contextmanager
def bare(kind: str, name: str, target: str) -> Iterator[Relay]:
    """One of the smallest relays in Python."""
    url = f"http://127.0.0.1:{free_port()}"
    began = time.monotonic()
    with process([sys.executable, str(HERE / "relay_bare.py"), kind, url.rpartition(":")[2], target], url) as running:
        yield Relay(name, url, "none", running.pid, time.monotonic() - began)


@contextmanager
def litellm(target: str, folder: Path, venv: Path) -> Iterator[Relay]:
    """LiteLLM's proxy with one worker, a master key and a limit for the model."""
    folder.mkdir(parents=True)
    url = f"http://127.0.0.1:{free_port()}"
    # By its own table only some models take a `response_format`, and imagen-3 is none of them.
    model = {"model": "openai/dall-e-3", "api_base": f"{target}/v1", "api_key": "bench", "rpm": 10**6}
    config = {
        "model_list": [{"model_name": "imagen-3", "litellm_params": model, "model_info": {"mode": "image_generation"}}],
        "general_settings": {"master_key": MASTER_KEY},
        "litellm_settings": {"telemetry": False, "num_retries": 0},
        "router_settings": {"optional_pre_call_checks": ["enforce_model_rate_limits"]},
    }
    # JSON is YAML.
    (folder / "config.yaml").write_text(json.dumps(config))
    command = [str(venv / "bin" / "litellm"), "--config", str(folder / "config.yaml"), "--host", "127.0.0.1",
               "--port", url.rpartition(":")[2], "--num_workers", "1"]  # fmt: skip
    environment = {**os.environ, "LITELLM_LOG": "ERROR", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    began = time.monotonic()
    with process(command, url, env=environment, cwd=folder) as running:
        while (answered := status(url, MASTER_KEY)) != 200:
            if time.monotonic() - began > STARTS_S:
                msg = f"LiteLLM does not relay: HTTP {answered}"
                raise RuntimeError(msg)
            time.sleep(0.2)
        yield Relay("LiteLLM", url, MASTER_KEY, running.pid, time.monotonic() - began)


def install_litellm(venv: Path) -> str | None:
    """Make the virtual environment unless it is there; its version, or None when it cannot be had."""
    python = venv / "bin" / "python"
    works = [python, "-c", "import litellm.proxy.proxy_server"]
    if not python.exists() or subprocess.run(works, capture_output=True, check=False).returncode:
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", LITELLM], check=False)
        if done.returncode:
            return None
    show = "from importlib.metadata import version; print(version('litellm'))"
    return subprocess.run([python, "-c", show], capture_output=True, text=True, check=True).stdout.strip()


def status(url: str, key: str) -> int:
    """The HTTP status of one request; 0 when there is none."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(url + PATH, json.dumps(BODY).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status if answer.read() else 0
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def load(relay: Relay, at_once: int, seconds: float, folder: Path) -> Measured:
    """So many connections for so long."""
    if shutil.which("wrk"):
        return wrk(relay, at_once, seconds, folder)
    return asyncio.run(clients(relay, at_once, seconds))


def wrk(relay: Relay, at_once: int, seconds: float, folder: Path) -> Measured:
    """By wrk, one thread."""
    script = folder / "post.lua"
    script.write_text(
        f'wrk.method = "POST"\nwrk.body = {json.dumps(json.dumps(BODY))}\n'
        f'wrk.headers["Content-Type"] = "application/json"\nwrk.headers["Authorization"] = "Bearer {relay.key}"\n'
        'done = function(s, l, r) io.write(string.format("RESULT %f %f %f %d\\n", s.requests / s.duration * 1e6, '
        "l:percentile(50) / 1e3, l:percentile(99) / 1e3, "
        "s.errors.status + s.errors.read + s.errors.write + s.errors.connect + s.errors.timeout)) end\n"
    )
    command = ["wrk", "-t1", f"-c{at_once}", f"-d{seconds:g}s", "--timeout", "60s", "-s", str(script), relay.url + PATH]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    per_s, median, p99, errors = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", text).groups()
    return Measured(float(per_s), float(median), float(p99), int(errors))


async def clients(relay: Relay, at_once: int, seconds: float) -> Measured:
    """By aiohttp."""
    took, errors, until = [], 0, time.monotonic() + seconds
    headers = {"Authorization": f"Bearer {relay.key}"}

    async def client(session: aiohttp.ClientSession) -> None:
        nonlocal errors
        while (began := time.monotonic()) < until:
            async with session.post(relay.url + PATH, json=BODY, headers=headers) as answer:
                await answer.read()
                errors += answer.status != 200
            took.append((time.monotonic() - began) * 1000)

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(client(session) for _ in range(at_once)))
    took.sort()
    return Measured(len(took) / seconds, statistics.median(took), took[int(len(took) * 0.99)], errors)


def cpu_s(pid: int) -> float:
    """Processor time of a process and its children, in seconds."""
    with suppress(FileNotFoundError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return own + sum(cpu_s(int(child)) for child in children)
    return 0.0


def memory_mb(relay: Relay) -> float:
    """Peak memory of a server's process in MB; of nginx, master and worker together."""
    pids = [relay.pid]
    if relay.name == "nginx":
        pids += [int(pid) for pid in Path(f"/proc/{relay.pid}/task/{relay.pid}/children").read_text().split()]
    found = (re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in pids)
    return sum(int(match[1]) for match in found if match) / 1024


def measure(relay: Relay, seconds: float, folder: Path) -> dict[int, Measured]:
    """Warm it up, then each load."""
    for _ in range(5):
        if status(relay.url, relay.key) != 200:
            raise RuntimeError(f"{relay.name} does not relay")
    load(relay, max(AT_ONCE), 1, folder)
    found = {}
    for at_once in AT_ONCE:
        before = cpu_s(relay.pid)
        measured = load(relay, at_once, seconds, folder)
        cpu_ms = 1000 * (cpu_s(relay.pid) - before) / max(measured.per_s * seconds, 1)
        found[at_once] = replace(measured, cpu_ms=cpu_ms)
    return found


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=float, default=8)
    options.add_argument("--litellm", type=Path, default=HERE / ".litellm")
    options.add_argument("--no-litellm", action="store_true")
    chosen = options.parse_args()
    version = None if chosen.no_litellm else install_litellm(chosen.litellm)
    tools = {"load by": "wrk" if shutil.which("wrk") else "aiohttp", "nginx": bool(shutil.which("nginx")),
             "LiteLLM": version or "not installed"}  # fmt: skip
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}, {tools}")
    columns = ("body", "relay", "c=1 req/s", "c=1 p99 ms", "c=16 req/s", "c=16 median ms", "c=16 p99 ms", "CPU ms",
               "errors", "peak MB", "start s")  # fmt: skip
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    # Everything is deleted at the end: ext4 without a journal makes files slowly where many were just deleted.
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            with upstream(size) as target:
                litellm_venv = chosen.litellm.absolute() if version else None
                rows(name, target, Path(folder) / name, chosen.seconds, litellm_venv)


def rows(name: str, target: str, folder: Path, seconds: float, litellm_venv: Path | None) -> None:
    """One body: the upstream itself, then every relay."""
    folder.mkdir()
    direct = Relay("upstream", target, "none", os.getpid(), 0)
    makers = [
        lambda: bare("nothing", "uvicorn alone", target),
        lambda: bare("aiohttp", "uvicorn + aiohttp", target),
        lambda: bare("httpx", "Starlette + httpx", target),
        lambda: easel(target, folder / "easel"),
    ]
    if shutil.which("nginx"):
        makers.insert(0, lambda: nginx(target, folder / "nginx"))
    if litellm_venv is not None:
        makers.append(lambda: litellm(target, folder / "litellm", litellm_venv))
    row(name, direct, measure(direct, seconds, folder))
    for make in makers:
        with make() as relay:
            row(name, relay, measure(relay, seconds, folder))


def row(name: str, relay: Relay, found: dict[int, Measured]) -> None:
    """Print one line of the table."""
    one, many = found[AT_ONCE[0]], found[AT_ONCE[1]]
    direct = relay.name == "upstream"
    memory, cpu = ("", "") if direct else (f"{memory_mb(relay):.0f}", f"{many.cpu_ms:.2f}")
    cells = (
        name, relay.name, f"{one.per_s:.0f}", f"{one.p99_ms:.1f}", f"{many.per_s:.0f}", f"{many.median_ms:.1f}",
        f"{many.p99_ms:.1f}", cpu, str(one.errors + many.errors), memory, f"{relay.start_s:.1f}",
    )  # fmt: skip
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
