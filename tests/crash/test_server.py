"""The whole server, with its HTTP and its painter, stopped and killed while clients ask for pictures."""

import signal
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from easel.testing import live_server
from easel.testing.tiny_card import TINY_CARD
from support import easel

BODY = {"model": "tiny", "prompt": "a red boat"}
CLIENTS = 8
TASKS = 30
ROUTE = "/v1/image_generation"
#: MiniMax tells success and errors in the body.
SUCCESS = 0


@pytest.fixture
def env(tmp_path) -> dict[str, str]:
    """Settings of a server that knows the small model."""
    models = tmp_path / "models"
    models.mkdir()
    (models / "tiny.toml").write_text(TINY_CARD)
    return {"EASEL_MODELS_DIR": str(models), "EASEL_PAINTER_PROCESSES": "1", "EASEL_DRAIN_DELAY_S": "1"}


def test_sigterm_under_load(tmp_path, env):
    """Stopped while clients ask: each request is answered, the exit is orderly, and all tasks end in the next life."""
    over, codes = threading.Event(), []
    with live_server(tmp_path / "data", env=env) as server:
        tasks = _submit(server)
        clients = [threading.Thread(target=_ask, args=(server, over, codes)) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        time.sleep(1)
        server.process.send_signal(signal.SIGTERM)
        # As a load balancer, which hears of it within the delay.
        time.sleep(0.5)
        over.set()
        for client in clients:
            client.join()
        status = server.process.wait(60)
    with live_server(tmp_path / "data", env=env) as server:
        ended = _wait_for(server, tasks)

    assert 0 == status
    assert {SUCCESS} == set(codes)
    assert len(codes) >= CLIENTS
    assert {"Success"} == ended
    assert "All invariants hold.\n" == _audit(tmp_path / "data")
    assert (len(codes) + TASKS,) == _paid(tmp_path / "data")


@pytest.mark.parametrize("failpoint", ["open-after:20", "picture-begun:10", "settle-posted:10"])
def test_kill_under_load(failpoint, tmp_path, env):
    """Killed while clients ask: who asks again gets one answer and one charge, and no task is lost."""
    with live_server(tmp_path / "data", env=env | {"FAILPOINT": failpoint}) as server:
        with ThreadPoolExecutor(CLIENTS + 1) as clients:
            submitting = clients.submit(_submit, server)
            first = list(clients.map(lambda order: _order(server, order), range(CLIENTS)))
        tasks, status = submitting.result(), server.process.wait(60)
    with live_server(tmp_path / "data", env=env) as server:
        with ThreadPoolExecutor(CLIENTS) as clients:
            second = list(clients.map(lambda order: _order(server, order), range(CLIENTS)))
        ended = _wait_for(server, tasks)

    assert -signal.SIGKILL == status
    assert {SUCCESS, None} >= set(first)
    assert {SUCCESS} == set(second)
    assert {"Success"} == ended
    assert "All invariants hold.\n" == _audit(tmp_path / "data")
    # A task whose answer the kill cut off was not told to its client, and is painted all the same.
    assert _paid(tmp_path / "data")[0] in (CLIENTS + len(tasks), CLIENTS + len(tasks) + 1)


def _client(server) -> httpx.Client:
    return httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {server.key}"}, timeout=60)


def _submit(server) -> list[str]:
    """Submit tasks for as long as the server lives; returns the ids of those that were told."""
    told = []
    with _client(server) as client:
        for _ in range(TASKS):
            try:
                told.append(client.post(ROUTE, json=BODY | {"async": True}).json()["task_id"])
            except httpx.TransportError:
                break
    return told


def _ask(server, over: threading.Event, codes: list[int]) -> None:
    with _client(server) as client:
        while not over.is_set():
            answer = client.post(ROUTE, json=BODY, headers={"Connection": "close"}).json()
            codes.append(answer["base_resp"]["status_code"])


def _order(server, order: int) -> int | None:
    """The code of an order, which is repeated until it succeeds; None when the connection was cut."""
    with _client(server) as client:
        for _ in range(100):
            try:
                answer = client.post(ROUTE, json=BODY, headers={"Idempotency-Key": f"order-{order}"}).json()
            except httpx.TransportError:
                return None
            if answer["base_resp"]["status_code"] == SUCCESS:
                break
            time.sleep(0.1)
    return answer["base_resp"]["status_code"]


def _wait_for(server, tasks: list[str]) -> set[str]:
    """How the tasks ended."""
    ended = set()
    with _client(server) as client:
        for task in tasks:
            for _ in range(600):
                status = client.get("/v1/query/image_generation", params={"task_id": task}).json()["status"]
                if status in ("Success", "Fail"):
                    break
                time.sleep(0.1)
            ended.add(status)
    return ended


def _audit(folder: Path) -> str:
    return easel("audit", "--files", "--data-dir", folder)


def _paid(folder: Path) -> tuple[int]:
    """How many pictures were charged."""
    with closing(sqlite3.connect(folder / "easel.sqlite")) as ledger:
        return ledger.execute("SELECT sum(pictures) FROM transfers WHERE kind = 'post'").fetchone()
