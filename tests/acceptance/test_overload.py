"""Clients that go away and bodies that are refused, over real sockets, with the real ledger."""

import json
import re
import socket
import sqlite3
import time
from contextlib import closing
from urllib.parse import urlsplit

import httpx
import pytest

from easel.testing import live_server

#: Seconds of painting in one process.
LONG = {"model": "imagen-3", "prompt": "a castle above a sea of clouds", "n": 6, "size": "1024x1024"}
ENV = {"EASEL_PAINTER_PROCESSES": "1", "EASEL_MAX_RUNNING": "1"}
WITHIN_S = 60


def send(server, body: bytes, *, length: int | None = None) -> socket.socket:
    """Open a connection and send a request; its body may be longer than what is sent of it."""
    address = urlsplit(server.url)
    connection = socket.create_connection((address.hostname, address.port), timeout=WITHIN_S)
    head = f"POST /v1/images/generations HTTP/1.1\r\nHost: easel.test\r\nAuthorization: Bearer {server.key}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {length or len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)
    return connection


def ask(server, **wishes) -> socket.socket:
    """Open a connection and ask for the long job."""
    return send(server, json.dumps({**LONG, **wishes}).encode())


def answer(connection: socket.socket) -> tuple[int, dict[str, str]]:
    """The status and headers of the next answer; its body is read to its end."""
    with connection.makefile("rb") as lines:
        status = int(lines.readline().split()[1])
        headers = dict(re.findall(r"([\w-]+): (.*)", b"".join(iter(lines.readline, b"\r\n")).decode().lower()))
        lines.read(int(headers["content-length"]))
    return status, {name: value.strip() for name, value in headers.items()}


def transfers(data_dir) -> list[str]:
    """What the ledger has done, in order."""
    with closing(sqlite3.connect(data_dir / "easel.sqlite")) as ledger:
        return [kind for (kind,) in ledger.execute("SELECT kind FROM transfers WHERE kind <> 'grant' ORDER BY id")]


def waiting(server) -> int:
    """Jobs that wait for their turn."""
    return int(float(re.search(r"^easel_jobs_waiting (\S+)", httpx.get(f"{server.url}/metrics").text, re.M)[1]))


def until(condition) -> None:
    """Wait until it is so."""
    give_up = time.monotonic() + WITHIN_S
    while not condition():
        if time.monotonic() > give_up:
            pytest.fail(f"it did not come so far within {WITHIN_S} s")
        time.sleep(0.05)


@pytest.mark.parametrize("stream", [False, True])
def test_who_leaves_pays_nothing(stream, tmp_path):
    """A client that hangs up while its pictures are painted gives its slot and its hold back at once."""
    with live_server(tmp_path, env=ENV) as server:
        connection = ask(server, stream=stream, n=1 if stream else 6)
        until(lambda: transfers(tmp_path) == ["hold"])
        connection.close()
        until(lambda: transfers(tmp_path) != ["hold"])
        with closing(ask(server, n=1, size="256x256")) as another:
            status, _ = answer(another)

    assert (200, ["hold", "void", "hold", "post"]) == (status, transfers(tmp_path))


def test_who_leaves_the_line(tmp_path):
    """A client that hangs up while it waits for its turn never gets one."""
    with live_server(tmp_path, env=ENV) as server, closing(ask(server, n=2)) as first:
        until(lambda: transfers(tmp_path) == ["hold"])
        second = ask(server)
        until(lambda: waiting(server) == 1)
        second.close()
        until(lambda: waiting(server) == 0)
        status, _ = answer(first)

    assert (200, ["hold", "post"]) == (status, transfers(tmp_path))


def test_connection_survives_a_refusal(tmp_path):
    """A large body is refused before it is there; the connection is good for the next request all the same."""
    with live_server(tmp_path, env={**ENV, "EASEL_MAX_WAITING": "0"}) as server, closing(ask(server)) as first:
        until(lambda: transfers(tmp_path) == ["hold"])
        large = 8 * 1024 * 1024
        with closing(send(server, b" " * 1000, length=large)) as connection:
            refused, headers = answer(connection)
            connection.sendall(b" " * (large - 1000))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: easel.test\r\n\r\n")
            after, _ = answer(connection)
        first.close()

    assert (503, 200) == (refused, after)
    assert 1 <= int(headers["retry-after"]) <= 60
