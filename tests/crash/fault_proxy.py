"""A proxy before PostgreSQL that delays, drops and cuts what passes through it."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator

from sqlalchemy import make_url

CHUNK = 65_536
DELAY_S = 0.02
#: `slow` delays every chunk, `down` cuts every connection, `lose_replies` lets requests through but no answer.
FAULTS = ("slow", "down", "lose_replies")


class FaultProxy:
    """Listens on a port of 127.0.0.1 in a thread of its own. `fault` may be changed at any time; None is none."""

    def __init__(self, target: str):
        url = make_url(target)
        self._host, self._port = url.query.get("host", url.host), url.port or 5432
        self._url = url
        self.fault: str | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @contextlib.contextmanager
    def running(self) -> Iterator[str]:
        """The URL of the database by way of the proxy."""
        self._thread.start()
        server = self._call(asyncio.start_server(self._serve, "127.0.0.1", 0))
        port = server.sockets[0].getsockname()[1]
        try:
            through = self._url.set(host="127.0.0.1", port=port, query={})
            yield through.render_as_string(hide_password=False)
        finally:
            self._call(self._stop(server))
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def _call(self, awaitable):
        return asyncio.run_coroutine_threadsafe(awaitable, self._loop).result(10)

    async def _stop(self, server: asyncio.Server) -> None:
        # In its own loop: closed from another thread, it races with the connections that are just ending.
        server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.fault == "down":
            writer.transport.abort()
            return
        if self._host.startswith("/"):
            there = await asyncio.open_unix_connection(f"{self._host}/.s.PGSQL.{self._port}")
        else:
            there = await asyncio.open_connection(self._host, self._port)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass_on(reader, there[1], is_reply=False))
                both.create_task(self._pass_on(there[0], writer, is_reply=True))
        except* OSError:
            pass
        finally:
            writer.transport.abort()
            there[1].transport.abort()

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, is_reply: bool) -> None:
        while chunk := await source.read(CHUNK):
            if self.fault == "slow":
                await asyncio.sleep(DELAY_S)
            if self.fault == "down" or (is_reply and self.fault == "lose_replies"):
                raise ConnectionResetError
            target.write(chunk)
            await target.drain()
        raise ConnectionResetError
