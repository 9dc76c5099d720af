"""`easel cluster`: open models on a Ray Serve cluster, for servers that have no device of their own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from dotenv import dotenv_values

from easel.cli.settings import load_settings
from easel.core.libraries import lacking
from easel.engines.ray_serve.wire import PREFIX
from easel.settings import Settings
from easel.storage.secret import load_or_create_secret

cluster = typer.Typer(no_args_is_help=True, help="Open models on a Ray Serve cluster; see docs/cluster.md.")
#: What Ray takes for this machine alone.
LOCAL = ("127.0.0.1", "::1", "localhost")
#: How long Ray may take to start and to end, in seconds.
START_TIMEOUT_S, STOP_TIMEOUT_S = 60, 30
#: Run in a process of its own: Ray takes the signals of every process that it is imported by.
DEPLOY = """\
import json, sys
from easel.cluster import Arguments, deploy
address, host, port, arguments = sys.argv[1:]
deploy(address, host, int(port), Arguments(**json.loads(arguments)))
"""


@cluster.callback()
def _cluster() -> None:
    """A group, although it has one command so far."""


@cluster.command()
def start(
    host: Annotated[
        str, typer.Option(help="Address of this machine, where Easel's servers and other machines reach it.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="TCP port for Easel's servers.")] = 8001,
    ray_port: Annotated[int, typer.Option(help="TCP port for other machines of the cluster.")] = 6379,
    replicas: Annotated[int | None, typer.Option(min=1, help="Devices that paint [default: each GPU].")] = None,
    min_replicas: Annotated[
        int | None, typer.Option(min=1, help="So few while there is less to do [default: all].")
    ] = None,
    gpus: Annotated[
        float | None, typer.Option(min=0, help="GPUs of one replica [default: 1 where there are any].")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="Weights to serve; may be given several times [default: all there are].")
    ] = None,
    data_dir: Annotated[Path | None, typer.Option(help="Folder for weights and tokens [default: data].")] = None,
) -> None:
    """Start a Ray cluster on this machine and serve open models with it, until Ctrl-C."""
    if replicas and min_replicas and min_replicas > replicas:
        msg = f"more than the {replicas} of --replicas"
        raise typer.BadParameter(msg, param_hint="--min-replicas")
    if lacking(["ray"]):
        _fail("Ray is not installed: pip install 'easel[ray,diffusers]'")
    settings = load_settings(data_dir=data_dir)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    ray_token, log = settings.data_dir / "ray.token", settings.data_dir / "ray.log"
    load_or_create_secret(ray_token)
    environment = _environment(settings, ray_token, alone=host in LOCAL)
    for option, taken in (("--ray-port", ray_port), ("--port", port)):
        if _listens(host, taken):
            _fail(f"{host}:{taken} is in use: choose another {option}.")
    arguments = {"sources": source or [], "replicas": replicas, "min_replicas": min_replicas, "gpus": gpus}
    # An orderly end, whoever asks for it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    typer.echo("Starting Ray …")
    node = _start_node(host, ray_port, log, environment)
    try:
        _wait_for(node, host, ray_port, log)
        _deploy(f"{host}:{ray_port}", host, port, arguments, log, environment)
        _announce(host, port, ray_port, ray_token, environment["EASEL_RAY_TOKEN"])
        node.wait()
        _fail(f"Ray has ended (see {log}).")
    except KeyboardInterrupt:
        typer.echo("Stopping.")
    finally:
        _stop(node)


def _environment(settings: Settings, ray_token: Path, *, alone: bool) -> dict[str, str]:
    """What Ray's processes have to know: they run in other folders, and read no `.env` there."""
    from_file = {name: value for name, value in dotenv_values(".env").items() if name.startswith("EASEL_") and value}
    token = settings.ray_token.get_secret_value() if settings.ray_token else None
    return {
        **from_file,
        **os.environ,
        "EASEL_DATA_DIR": str(settings.data_dir.absolute()),
        "EASEL_WEIGHTS_DIR": str(settings.weights.absolute()),
        **({"EASEL_LORAS": str(settings.loras.absolute())} if settings.loras else {}),
        "EASEL_RAY_TOKEN": token or load_or_create_secret(settings.data_dir / "cluster.token").decode(),
        # Whoever may talk to Ray may run code on its machines (CVE-2023-48022): only who has its token may.
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(ray_token.absolute()),
        "RAY_USAGE_STATS_ENABLED": "0",
        # On loopback nobody can join. Without this Ray would take another of the machine's addresses for it.
        **({"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"} if alone else {}),
    }


def _start_node(host: str, port: int, log: Path, environment: dict[str, str]) -> subprocess.Popen:
    options = ["--head", "--block", "--disable-usage-stats", "--include-dashboard=false", "--log-style=record"]
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "ray.scripts.scripts", "start", *options,
             f"--node-ip-address={host}", f"--port={port}"],
            # In a session of its own: Ctrl-C is for this process to hear first.
            start_new_session=True, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment,
        )  # fmt: skip


def _wait_for(node: subprocess.Popen, host: str, port: int, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while not _listens(host, port):
        if node.poll() is not None or time.monotonic() > deadline:
            _fail(f"Ray does not start (see {log}): {_last_line(log)}")
        time.sleep(0.2)


def _deploy(address: str, host: str, port: int, arguments: dict, log: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", DEPLOY, address, host, str(port), json.dumps(arguments)]
    with log.open("ab") as output:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment, check=False
        )
    if done.returncode:
        _fail(f"Ray Serve does not take the application (see {log}): {_last_line(log)}")


def _listens(host: str, port: int) -> bool:
    with suppress(OSError), socket.create_connection((host, port), timeout=1):
        return True
    return False


def _last_line(log: Path) -> str:
    return log.read_text(errors="replace").strip().rpartition("\n")[2]


def _announce(host: str, port: int, ray_port: int, ray_token: Path, token: str) -> None:
    typer.echo(f"""\
Open models are served at http://{host}:{port}{PREFIX}

For each of Easel's servers:
  EASEL_RAY_URLS=http://{host}:{port}{PREFIX}
  EASEL_RAY_TOKEN={token}
""")
    if host not in LOCAL:
        typer.echo(f"""\
Another machine joins with a copy of {ray_token}, and the weights in a folder of its own:
  RAY_AUTH_MODE=token RAY_AUTH_TOKEN_PATH={ray_token.name} EASEL_WEIGHTS_DIR=/weights \\
    ray start --address={host}:{ray_port} --block
""")
    typer.echo("Stop with Ctrl-C.")


def _fail(message: str) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(1)


def _stop(node: subprocess.Popen) -> None:
    """End the node; whatever of it does not end by itself is killed."""
    # Who asks twice gets no orphans either.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    # As by Ctrl-C: when it is told to terminate, Ray waits for half a minute first.
    node.send_signal(signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        node.wait(STOP_TIMEOUT_S)
    with suppress(ProcessLookupError):
        os.killpg(node.pid, signal.SIGKILL)
