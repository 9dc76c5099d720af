"""The parent's side of a child process: what runs away from the server, and the socket to it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping

from easel.core.frames import receive_frame


class ChildProcess:
    """`python -m MODULE ARGUMENTS…` with a socket as its standard input. Blocking: for worker threads.

    Its first frame says that it is ready. It has a session of its own: Ctrl-C is the parent's affair.
    """

    def __init__(
        self, module: str, *arguments: str, start_timeout_s: float, env: Mapping[str, str] | None = None,
        quiet: bool = False,
    ):  # fmt: skip
        """`start_timeout_s` is the longest wait for the first frame, in seconds.

        `env` is the child's whole environment but for the way to its modules; by default the server's own.

        `quiet`: what it prints is thrown away; its errors never are.
        """
        self._command = [sys.executable, "-P", "-m", module, *arguments]
        self._start_timeout_s = start_timeout_s
        self._env = env
        self._output = subprocess.DEVNULL if quiet else None
        self._process: subprocess.Popen | None = None
        self._socket: socket.socket | None = None
        #: Guards the two above and the next: whoever starts a process and whoever closes it are different threads. Who
        #: only looks takes no lock, but what it looks at: it may be gone at the next look.
        self._lock = threading.Lock()
        self._closed = False

    @property
    def running(self) -> bool:
        """Is there a process that has not ended?"""
        process = self._process
        return process is not None and process.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id; None while there is no process."""
        process = self._process
        return process.pid if process else None

    @property
    def socket(self) -> socket.socket:
        """The socket to it; raises OSError while there is no process."""
        channel = self._socket
        if channel is None:
            msg = "there is no process"
            raise OSError(msg)
        return channel

    def start(self) -> None:
        """Start the process and wait until it is ready; raises OSError, also once it was closed."""
        self.stop()
        with self._lock:
            if self._closed:
                msg = "the process is closed"
                raise OSError(msg)
            self._socket, theirs = socket.socketpair()
            path = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            with theirs:
                self._process = subprocess.Popen(
                    self._command, stdin=theirs, stdout=self._output, start_new_session=True,
                    env={**(os.environ if self._env is None else self._env), **path},
                )  # fmt: skip
            ours = self._socket
        try:
            receive_frame(ours, blob_max_bytes=0, deadline=time.monotonic() + self._start_timeout_s)
            ours.settimeout(None)
        except (OSError, EOFError) as error:
            self.stop()
            msg = "the process did not start"
            raise OSError(msg) from error

    def send_signal(self, number: signal.Signals) -> None:
        """Send the process a signal, if it has not ended."""
        process = self._process
        if process is not None:
            process.send_signal(number)

    def stop(self) -> None:
        """Kill the process; harmless when it has already gone."""
        with self._lock:
            self._stop()

    def close(self) -> None:
        """Kill the process, and start none any more."""
        with self._lock:
            self._closed = True
            self._stop()

    def _stop(self) -> None:
        channel, self._socket = self._socket, None
        process, self._process = self._process, None
        if channel is not None:
            # Wakes a thread that waits for this child; closing alone would leave it waiting.
            with contextlib.suppress(OSError):
                channel.shutdown(socket.SHUT_RDWR)
            channel.close()
        if process is not None:
            process.kill()
            process.wait()
