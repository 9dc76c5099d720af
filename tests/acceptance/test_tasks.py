"""Tasks, webhooks and an orderly end, with the real server, the real ledger and real signals."""

import hashlib
import hmac
import json
import signal
import sqlite3
import threading
import time
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from easel.testing import live_server
from support import easel, opened

ENV = {"EASEL_PAINTER_PROCESSES": "1"}
#: Several seconds of painting in one process.
LONG = {"model": "image-01", "prompt": "a castle above a sea of clouds", "n": 6, "seed": 1, "async": True}
SECRET = "between-us"


def client_of(server) -> httpx.Client:
    """A client with the server's key."""
    return httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {server.key}"}, timeout=60)


def shown_when(client, task_id, *states, within_s=60) -> dict:
    """MiniMax's answer about the task once it is in one of these states."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        shown = client.get("/v1/query/image_generation", params={"task_id": task_id}).json()
        if shown["status"] in states:
            return shown
        time.sleep(0.1)
    pytest.fail(f"the task is not {states} after {within_s} s: {shown}")


def wait_until_claimed(data_dir, task_id) -> None:
    """Wait until a worker has the task."""
    with closing(sqlite3.connect(data_dir / "easel.sqlite")) as ledger:
        for _ in range(200):
            if ledger.execute("SELECT fence FROM jobs WHERE id = ?", (task_id,)).fetchone() == (1,):
                return
            time.sleep(0.02)
    pytest.fail("nobody claimed the task within 4 s")


@contextmanager
def receiver(*statuses):
    """An HTTP server that remembers what is posted to it; `statuses` are its answers, then 200."""
    answers, posts = list(statuses), []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            posts.append((self.path, dict(self.headers), body))
            self.send_response(answers.pop(0) if answers else 200)
            self.end_headers()

        def log_message(self, *_):
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, posts
        server.shutdown()


def test_tasks_survive_a_kill(tmp_path):
    """A task that was being painted when the server was killed is painted by the next one, and charged once."""
    with live_server(tmp_path, env=ENV) as first, client_of(first) as client:
        task_id = client.post("/v1/image_generation", json=LONG, headers={"Idempotency-Key": "k"}).json()["task_id"]
        wait_until_claimed(tmp_path, task_id)
        first.process.kill()
        first.process.wait()
    with live_server(tmp_path, env=ENV) as second, client_of(second) as client:
        again = client.post("/v1/image_generation", json=LONG, headers={"Idempotency-Key": "k"}).json()["task_id"]
        shown = shown_when(client, task_id, "Success", "Fail")
        # The URLs lead to the port that the first server had.
        path = shown["data"]["image_urls"][0].partition("/files/")[2]
        picture = client.get(f"/files/{path}")
    with closing(sqlite3.connect(tmp_path / "easel.sqlite")) as ledger:
        posts = ledger.execute("SELECT pictures FROM transfers WHERE kind = 'post'").fetchall()
        fence = ledger.execute("SELECT fence FROM jobs").fetchall()

    assert task_id == again
    assert ("Success", 6) == (shown["status"], len(shown["data"]["image_urls"]))
    assert opened(picture.content).size
    assert ([(6,)], [(2,)]) == (posts, fence)
    assert easel("audit", "--data-dir", tmp_path)


def test_cancelled_in_work(tmp_path):
    """A task that is being painted stops within a step, costs nothing, and is not painted by the next server either."""
    boat = {"model": "imagen-3", "prompt": "a red boat", "size": "256x256", "async": True}
    with live_server(tmp_path, env=ENV) as first, client_of(first) as client:
        # More than a minute of painting.
        sizes = {"width": 2048, "height": 2048, "n": 9}
        task_id = client.post("/v1/image_generation", json=LONG | sizes).json()["task_id"]
        wait_until_claimed(tmp_path, task_id)
        cancelled = client.delete(f"/v1/tasks/{task_id}").json()
        # There is one painter: it is free again.
        other = client.post("/v1/images/generations", json=boat).json()["id"]
        began = time.monotonic()
        while client.get(f"/v1/tasks/{other}").json()["status"] != "succeeded":
            assert time.monotonic() - began < 15
            time.sleep(0.1)
        late = client.delete(f"/v1/tasks/{other}")
        first.process.kill()
        first.process.wait()
    with live_server(tmp_path, env=ENV) as second, client_of(second) as client:
        shown = client.get(f"/v1/tasks/{task_id}").json()
    with closing(sqlite3.connect(tmp_path / "easel.sqlite")) as ledger:
        moved = ledger.execute("SELECT kind FROM transfers WHERE job_id = ? ORDER BY id", (task_id,)).fetchall()

    assert ("Fail", cancelled) == (shown["status"], shown)
    assert (409, "conflict") == (late.status_code, late.json()["error"]["code"])
    assert [("hold",), ("void",)] == moved
    assert easel("audit", "--data-dir", tmp_path)


def test_references_are_kept_with_the_task(tmp_path, portrait):
    """The file behind a reference's URL is fetched once, before the answer: a restart does not need the URL again."""
    fetched = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            fetched.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", str(len(portrait)))
            self.end_headers()
            self.wfile.write(portrait)

        def log_message(self, *_):
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as images:
        threading.Thread(target=images.serve_forever, daemon=True).start()
        address = f"127.0.0.1:{images.server_port}"
        with (
            live_server(tmp_path, env=ENV | {"EASEL_FETCH_TRUSTED_HOSTS": address}) as first,
            client_of(first) as client,
        ):
            subject = {"type": "character", "image_file": f"http://{address}/a.png"}
            body = {**LONG, "n": 2, "subject_reference": [subject]}
            task_id = client.post("/v1/image_generation", json=body).json()["task_id"]
            first.process.kill()
            first.process.wait()
        images.shutdown()
    with live_server(tmp_path, env=ENV) as second, client_of(second) as client:
        shown = shown_when(client, task_id, "Success", "Fail")

    assert ("Success", ["/a.png"]) == (shown["status"], fetched)


def test_webhook(tmp_path):
    """A webhook of a trusted host is told, signed, what the common route shows; others are refused or not connected."""
    with receiver() as (port, posts):
        env = ENV | {"EASEL_FETCH_TRUSTED_HOSTS": f"127.0.0.1:{port}"}
        with live_server(tmp_path, env=env) as server, client_of(server) as client:
            body = {"model": "imagen-3", "prompt": "a red boat", "size": "512x512", "async": True}
            hook = {"webhook_url": f"http://127.0.0.1:{port}/done?a=b", "webhook_secret": SECRET}
            private = client.post(
                "/v1/images/generations", json={**body, "webhook_url": f"http://127.0.0.1:{port + 1}/"}
            )
            task = client.post("/v1/images/generations", json={**body, **hook}).json()
            shown_when(client, task["id"], "Success")
            for _ in range(100):
                if posts:
                    break
                time.sleep(0.05)
            shown = client.get(f"/v1/tasks/{task['id']}").json()
    path, headers, sent = posts[0]
    at, digest = (part.partition("=")[2] for part in headers["Easel-Signature"].split(","))

    assert (400, "webhook_url") == (private.status_code, private.json()["error"]["param"])
    assert ("/done?a=b", shown) == (path, json.loads(sent))
    assert digest == hmac.new(SECRET.encode(), at.encode() + b"." + sent, hashlib.sha256).hexdigest()
    assert 1 == len(posts)


def test_webhook_survives_a_kill(tmp_path):
    """A webhook that could not be delivered before the server was killed is delivered by the next one."""
    with receiver(500) as (port, posts):
        env = ENV | {"EASEL_FETCH_TRUSTED_HOSTS": f"127.0.0.1:{port}"}
        body = {"model": "imagen-3", "prompt": "a red boat", "async": True, "webhook_url": f"http://127.0.0.1:{port}/"}
        with live_server(tmp_path, env=env) as first, client_of(first) as client:
            client.post("/v1/images/generations", json=body)
            for _ in range(200):
                if posts:
                    break
                time.sleep(0.05)
            # The answer of 500 has to be written down; a kill before that only makes the next attempt later.
            time.sleep(0.5)
            first.process.kill()
            first.process.wait()
        with live_server(tmp_path, env=env):
            for _ in range(300):
                if len(posts) == 2:
                    break
                time.sleep(0.05)

    assert 2 == len(posts)
    assert posts[0][2] != b""


def test_orderly_end(tmp_path):
    """On SIGTERM the server is not ready any more, ends what is under way, gives tasks back, and exits with 0."""
    env = ENV | {"EASEL_DRAIN_DELAY_S": "1", "EASEL_DRAIN_S": "20", "EASEL_TASK_WORKERS": "1"}
    answers = []
    with live_server(tmp_path, env=env) as server, client_of(server) as client:
        ready = client.get("/readyz").status_code
        sync = {"model": "image-01", "prompt": "a lighthouse", "n": 3}
        request = threading.Thread(target=lambda: answers.append(client.post("/v1/image_generation", json=sync)))
        request.start()
        tasks = [client.post("/v1/image_generation", json={**LONG, "n": 1}).json()["task_id"] for _ in range(3)]
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.4)
        draining = httpx.get(f"{server.url}/readyz").json()["status"]
        request.join()
        code = server.process.wait(40)
    with closing(sqlite3.connect(tmp_path / "easel.sqlite")) as ledger:
        left = dict(ledger.execute("SELECT status, count(*) FROM jobs WHERE durable GROUP BY status").fetchall())

    assert (200, "draining", 0) == (ready, draining, code)
    assert 3 == len(answers[0].json()["data"]["image_urls"])
    assert 3 == len(tasks) == sum(left.values())
    assert {"queued", "succeeded"} >= set(left)
    assert left["queued"] >= 1


def jobs_in(data_dir):
    """The states of all jobs."""
    with closing(sqlite3.connect(data_dir / "easel.sqlite")) as ledger:
        return [status for (status,) in ledger.execute("SELECT status FROM jobs")]


def test_end_of_patience(tmp_path):
    """What is still under way when the time is over is refused in the dialect's own words, and not charged."""
    answers = []
    body = {"model": "gpt-image-1", "prompt": "a city", "n": 10, "size": "2048x2048"}
    with live_server(tmp_path, env=ENV | {"EASEL_DRAIN_S": "0"}) as server, client_of(server) as client:
        request = threading.Thread(target=lambda: answers.append(client.post("/v1/images/generations", json=body)))
        request.start()
        while not jobs_in(tmp_path):
            time.sleep(0.05)
        server.process.send_signal(signal.SIGTERM)
        request.join()
        code = server.process.wait(40)

    assert (503, "server_full", 0) == (answers[0].status_code, answers[0].json()["error"]["code"], code)
    assert "is stopping" in answers[0].json()["error"]["message"]
    assert ["failed"] == jobs_in(tmp_path)
    assert "Traceback" not in (tmp_path / "server.log").read_text()
