"""openai-python, the real server, and behind it a real Ray Serve cluster of this machine with two replicas.

All of it without Ray in this process: whoever imports it gives it his signals.
"""

import base64
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

import httpx
import openai
import pytest
from PIL import ImageChops

from acceptance.tiny_flux import MODEL, STREAM, bare, streamed
from easel.testing import live_server
from support import opened

grpc = pytest.importorskip("grpc", reason="Ray is missing: pip install 'easel[ray]'")

# Two torches and Ray start on two cores.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(300)]
START_TIMEOUT_S = 120
#: What a replica of Ray Serve's can be asked by another process of the cluster, with pickled arguments.
METHOD = "/ray.serve.ASGIService/HandleRequest"


@dataclass(frozen=True)
class Cluster:
    """A cluster that runs, and what its operator was told."""

    process: subprocess.Popen
    told: str
    folder: Path

    @property
    def env(self) -> dict[str, str]:
        """The settings that it told its servers' operator to make."""
        return dict(re.findall(r"^ *(EASEL_RAY_\w+)=(\S+)$", self.told, re.MULTILINE))

    @property
    def url(self) -> str:
        """Where its application is."""
        return self.env["EASEL_RAY_URLS"]

    @property
    def members(self) -> list[int]:
        """Its processes: those that know its folder. Another test may have a cluster at the same time."""
        return [pid for pid in pids() if f"{self.folder}".encode() in _read(pid, "environ")]

    @property
    def painters(self) -> list[int]:
        """The children that torch runs in, one for each replica."""
        return [pid for pid in self.members if b"easel.engines.diffusers.child" in _read(pid, "cmdline")]

    @property
    def replicas(self) -> list[int]:
        """The processes of Ray's that they belong to, and whatever these are just about to start."""
        return [pid for pid in self.members if _read(pid, "cmdline").startswith(b"ray::ServeReplica:easel")]


@pytest.fixture(scope="module")
def cluster(weights, tmp_path_factory) -> Iterator[Cluster]:
    """`easel cluster start`, as an operator would, with two replicas on the processor."""
    folder = tmp_path_factory.mktemp("cluster")
    command = [sys.executable, "-m", "easel", "cluster", "start", "--replicas", "2", "--gpus", "0",
               "--port", str(free_port()), "--ray-port", str(free_port()), "--data-dir", str(folder)]  # fmt: skip
    env = {**os.environ, "EASEL_WEIGHTS_DIR": str(weights), "OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    alarm = threading.Timer(START_TIMEOUT_S, process.kill)
    alarm.start()
    told = ""
    for line in process.stdout:
        told += line
        if "Stop with" in line:
            break
    alarm.cancel()
    assert "Stop with" in told, told + (folder / "ray.log").read_text()
    yield Cluster(process, told, folder)
    # Once more, as an impatient operator would.
    for number in (signal.SIGINT, signal.SIGTERM):
        process.send_signal(number)
    assert 0 == process.wait(60), process.stdout.read()
    process.stdout.close()
    # What was killed last may take a moment to be gone.
    assert soon(lambda: not any(f"{weights}".encode() in _read(pid, "environ") for pid in pids()))


@pytest.fixture(scope="module")
def server(cluster, tmp_path_factory):
    """A server without weights, devices or torch of its own."""
    env = {**cluster.env, "EASEL_MODERATION": "off", "EASEL_DIFFUSERS_DEVICES": "off"}
    with live_server(tmp_path_factory.mktemp("server"), env=env) as running:
        yield running


@pytest.fixture(scope="module")
def client(server) -> Iterator[openai.OpenAI]:
    """The SDK with its base URL changed and nothing else."""
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key, max_retries=0) as opened_client:
        yield opened_client


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pids() -> list[int]:
    """The processes of this machine."""
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]


def listeners(members: list[int]) -> list[tuple[IPv4Address | IPv6Address, int]]:
    """Address and port of every TCP socket that one of these processes listens on."""
    links = (os.readlink(each) for pid in members for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink())
    own = {link[8:-1] for link in links if link.startswith("socket:")}
    found = []
    for family in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{family}").read_text().splitlines()[1:]:
            _, local, _, state, *rest = line.split()
            if state == "0A" and rest[5] in own:
                address, _, port = local.partition(":")
                # Words of four bytes, each in the machine's order.
                words = bytes.fromhex(address)
                packed = b"".join(words[at : at + 4][::-1] for at in range(0, len(words), 4))
                found.append((_unmapped(ip_address(packed)), int(port, 16)))
    return found


def _unmapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    return getattr(address, "ipv4_mapped", None) or address


def worked(pid: int) -> int:
    """The processor time that a process has taken, in the system's ticks."""
    return sum(map(int, _read(pid, "stat").rpartition(b")")[2].split()[11:13]))


def _read(pid: int, name: str) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/{name}").read_bytes()
    return b""


def soon(true: Callable[[], bool], *, seconds: float = 60) -> bool:
    """Does it become true?"""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)
    return true()


def paint(client, *, n=1, steps=2, seed=5):
    """The pictures of one request."""
    answer = client.images.generate(
        model=MODEL, prompt="a red fox", n=n, size="256x256", response_format="b64_json",
        extra_body={"seed": seed, "steps": steps, "guidance_scale": 3.5},
    )  # fmt: skip
    return [opened(base64.b64decode(picture.b64_json)).convert("RGB") for picture in answer.data]


def test_the_picture_is_the_pipelines_own(client, cluster, weights):
    """What a replica paints is what diffusers alone does; four pictures have each their own seed, and both replicas
    paint some of them.
    """
    expected = bare(weights, prompt="a red fox", width=256, height=256, num_inference_steps=2, guidance_scale=3.5)
    before = {pid: worked(pid) for pid in cluster.painters}
    (alone,) = paint(client)
    together = paint(client, n=4)

    def both_worked():
        # On a busy machine Ray Serve may not know in time who has more to do.
        paint(client, n=4)
        return 2 == sum(worked(pid) > before.get(pid, 0) for pid in cluster.painters)

    assert expected.tobytes() == alone.tobytes()
    # Pictures that share a replica may share steps: then they differ by rounding.
    assert all(most <= 2 for _, most in ImageChops.difference(alone, together[0]).getextrema())
    assert 4 == len({picture.tobytes() for picture in together})
    assert 2 <= len(cluster.replicas)
    assert soon(both_worked)


def test_it_streams_unfinished_pictures(client):
    """Two unfinished pictures, then the finished one."""
    assert STREAM == streamed(client)


def test_who_leaves_is_not_painted_for(client, cluster, server):
    """The client goes away in the middle of pictures that take minutes: the cluster stops to paint them."""
    body = {"model": MODEL, "prompt": "a slow fox", "size": "1536x1536", "n": 4, "steps": 50, "stream": True}
    headers = {"Authorization": f"Bearer {server.key}"}
    before = {pid: worked(pid) for pid in cluster.painters}
    with httpx.stream("POST", f"{server.url}/v1/images/generations", json=body, headers=headers, timeout=60) as answer:
        assert 200 == answer.status_code
        assert soon(lambda: all(worked(pid) > before[pid] + 20 for pid in before))

    def idle() -> bool:
        before = [worked(pid) for pid in cluster.painters]
        time.sleep(0.5)
        return before == [worked(pid) for pid in cluster.painters]

    assert soon(idle, seconds=20)
    assert 1 == len(paint(client))


def test_a_lost_replica(client, cluster):
    """A replica is killed in the middle of a picture: another one paints it, and the cluster starts a new one."""
    before = set(cluster.replicas)
    answers: list = []
    asking = threading.Thread(target=lambda: answers.extend(paint(client, n=2, steps=50)))
    busy = {pid: worked(pid) for pid in cluster.painters}
    asking.start()
    soon(lambda: any(worked(pid) > busy.get(pid, 0) + 5 for pid in cluster.painters))
    os.kill(min(before), signal.SIGKILL)
    asking.join(120)

    assert 2 == len(answers)
    assert soon(lambda: 2 <= len(set(cluster.replicas) - {min(before)}))
    assert soon(lambda: bool(paint(client)))


def test_operators_are_told(cluster, weights, tmp_path):
    """What the cluster has; that nobody is there; that a port is taken."""

    def easel(*arguments, **env):
        command = [sys.executable, "-m", "easel", *arguments]
        env = {**os.environ, **cluster.env, "EASEL_DATA_DIR": str(tmp_path), **env}
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=env, check=False)
        return done.returncode, done.stdout + done.stderr

    code, told = easel("doctor")
    assert (0, True) == (code, f"{cluster.url} has the weights of black-forest-labs/FLUX.1-dev@" in told)
    assert "open weights on a Ray cluster" in easel("models")[1]
    code, told = easel("doctor", EASEL_RAY_TOKEN="0" * 64)
    assert (1, True) == (code, f"{cluster.url} does not answer, or not to EASEL_RAY_TOKEN" in told)
    port = cluster.url.split(":")[2].split("/")[0]
    assert (1, f"127.0.0.1:{port} is in use: choose another --port.\n") == easel("cluster", "start", "--port", port)


def test_who_does_not_know_the_token_learns_nothing(cluster):
    """Neither pictures nor sources."""
    for path in ("pictures", "sources"):
        for headers in ({}, {"Authorization": "Bearer " + "0" * 64}):
            answer = httpx.post(f"{cluster.url}/{path}", headers=headers, content=b"{}")
            assert (401, b"") == (answer.status_code, answer.content)


def test_strangers_are_kept_out_of_ray(cluster):
    """All that Ray opens listens on loopback, but for a replica's port, and that wants Ray's token.

    Whoever is let in there may run code: a pickle is what it reads (CVE-2023-48022 was such a way in).
    """
    members = cluster.members
    outward = [port for address, port in listeners(members) if not address.is_loopback]
    token = (cluster.folder / "ray.token").read_text().strip()
    codes = []
    for port in outward:
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
            for metadata in ((), (("authorization", "Bearer " + "0" * 64),), (("authorization", f"Bearer {token}"),)):
                with pytest.raises(grpc.RpcError) as failure:
                    channel.unary_unary(METHOD)(b"", timeout=20, metadata=metadata)
                codes.append(failure.value.code())

    refused = grpc.StatusCode.UNAUTHENTICATED
    assert 10 < len(members)
    assert 2 == len(outward)
    assert [refused, refused] * 2 == [code for number, code in enumerate(codes) if number % 3 < 2]
    assert refused not in codes[2::3]


def test_a_cluster_that_is_away(cluster, tmp_path):
    """While nobody answers there, its models are away: nothing else stands in for them, and nothing is charged."""
    env = {**cluster.env, "EASEL_RAY_URLS": f"http://127.0.0.1:{free_port()}/easel", "EASEL_MODERATION": "off"}
    with live_server(tmp_path, env=env) as server:
        body = {"model": MODEL, "prompt": "a fox", "size": "256x256"}
        headers = {"Authorization": f"Bearer {server.key}"}
        answer = httpx.post(f"{server.url}/v1/images/generations", json=body, headers=headers, timeout=60)

    assert 503 == answer.status_code
    assert "Retry-After" in answer.headers
