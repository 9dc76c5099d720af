"""The server's side: a job's pictures to a Ray Serve application, one request each, and their events back."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection

import aiohttp
import structlog

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted, conclude
from easel.core.job import Job
from easel.core.result import EngineEvent, Painted
from easel.engines.diffusers.arguments import FAMILIES
from easel.engines.ray_serve.wire import pack_order, read, unpack_event

log = structlog.get_logger(__name__)

CONNECT_TIMEOUT_S = 5.0
#: How long the next order waits until a replica has taken the one before.
TURN_S = 0.05
#: A replica tells every few seconds that it is there. After so long a silence it counts as gone.
SILENCE_TIMEOUT_S = 20.0
#: How often it is asked what the cluster has weights for, in seconds, and how long an answer may take.
ASK_AGAIN_S = 10.0
ASK_TIMEOUT_S = 5.0
#: A picture whose replica is lost is asked for once more: it costs nothing but time.
ATTEMPTS = 2
#: What Ray Serve answers while there is no room, no replica, or no such application (yet).
BUSY, AWAY = frozenset({429, 503}), frozenset({404, 502, 504})
#: What only the operator can mend.
BARRED = frozenset({400, 401, 403})


class Lost(Exception):
    """The replica has gone in the middle of a picture."""


class RayServeEngine:
    """Open weights on a cluster. It has the name of the engine whose work it does: cards need not know of Ray.

    Nobody is paid for its pictures, so that one may be begun a second time.
    """

    name = "diffusers"
    pays = False

    def __init__(self, url: str, *, token: str, sources: Collection[str]):
        """`url` is the application's (`http://host:8001/easel`); `sources` are those that the cards' routes name."""
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._sources = sorted(sources)
        #: The classes of the sources that the cluster has weights for; None until it has told.
        self._offers: dict[str, str] | None = None
        self._told = True
        self._turn = asyncio.Lock()
        self._session: aiohttp.ClientSession | None = None
        self._asking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Ask the cluster what it has weights for; one that is not there yet is asked again."""
        # Each picture has a connection of its own for as long as it is painted.
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(connector=connector, headers=self._headers, auto_decompress=False)
        await self._ask()
        self._asking = asyncio.create_task(self._keep_asking())

    async def close(self) -> None:
        """Close all connections; the cluster stops to paint for them."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    @property
    def offers(self) -> dict[str, str] | None:
        """The sources that the cluster has weights for, each with its class; None until it has told."""
        return self._offers

    def serves(self, job: Job, source: str) -> bool:
        """Has the cluster the weights, and can they do what the job asks for?

        Until it has told, it may have them all: its models are away then, and nothing else stands in for them.
        """
        if self._offers is None:
            return True
        family = FAMILIES.get(self._offers.get(source, ""))
        return family is not None and family.can(job)

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """The events of all n pictures, each painted wherever there is room; closing the iterator cancels them.

        Raises NotStarted for those that no replica has begun, EngineFailed when none could be painted.
        """
        events: asyncio.Queue[EngineEvent | Exception] = asyncio.Queue()
        painting = [asyncio.create_task(self._paint(job, index, source, events)) for index in range(job.n)]
        failures: list[Exception] = []
        unfinished, made = job.n, False
        try:
            while unfinished:
                event = await events.get()
                if isinstance(event, Exception):
                    failures.append(event)
                else:
                    made = made or isinstance(event, Painted)
                    yield event
                unfinished -= isinstance(event, Painted | Exception)
        finally:
            for each in painting:
                each.cancel()
            await asyncio.gather(*painting, return_exceptions=True)
        conclude(failures, made=made)

    async def _paint(self, job: Job, index: int, source: str, events: "asyncio.Queue[EngineEvent | Exception]") -> None:
        """One picture: its events, the last of them Painted or what it failed with."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                async with contextlib.aclosing(self._events(job.part((index,)), index, source)) as told:
                    async for event in told:
                        events.put_nowait(event)
                return
            except Lost as loss:
                log.warning("replica lost", job=job.id, index=index, attempt=attempt, why=str(loss))
            except (EngineFailed, NotStarted) as failure:
                events.put_nowait(failure)
                return
            except Exception:
                # The boundary: a fault of ours must not leave the job without an end.
                log.exception("internal error", job=job.id, index=index)
                break
        events.put_nowait(EngineFailed())

    async def _events(self, part: Job, index: int, source: str) -> AsyncIterator[EngineEvent]:
        """The events of one request; raises Lost, EngineFailed or NotStarted."""
        order = b"".join(pack_order(part, source))
        try:
            async with await self._post(order) as answer:
                if answer.status != 200:
                    raise _refusal(answer, index)
                finished = False
                while not finished:
                    async with asyncio.timeout(SILENCE_TIMEOUT_S):
                        header, blob = await read(answer.content)
                    event = unpack_event(header, blob, index)
                    finished = isinstance(event, Painted)
                    if event is not None:
                        yield event
        except aiohttp.ClientConnectorError:
            raise NotStarted(Fault.AWAY, indexes=(index,)) from None
        except (aiohttp.ClientError, OSError, EOFError, ValueError) as error:
            raise Lost(type(error).__name__) from None

    async def _post(self, order: bytes) -> aiohttp.ClientResponse:
        """Send an order once a replica has taken the one before, or a moment later.

        Ray Serve gives it to whoever has less to do as far as it knows, and of several at once it knows nothing: four
        pictures could all go to one of two replicas. So, 30 of 30 requests for 2 or 4 were shared out evenly.
        """
        # Until the first byte it may wait for its turn in the cluster: how long is for the job's own deadline to say.
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_S)
        async with self._turn:
            asking = asyncio.ensure_future(self._session.post(f"{self._url}/pictures", data=order, timeout=timeout))
            try:
                await asyncio.wait({asking}, timeout=TURN_S)
            except asyncio.CancelledError:
                asking.cancel()
                raise
        return await asking

    async def _keep_asking(self) -> None:
        while True:
            await asyncio.sleep(ASK_AGAIN_S)
            await self._ask()

    async def _ask(self) -> None:
        """Learn what the cluster has weights for. While it does not answer, what it had is believed."""
        timeout = aiohttp.ClientTimeout(total=ASK_TIMEOUT_S)
        try:
            async with self._session.post(
                f"{self._url}/sources", json={"sources": self._sources}, timeout=timeout
            ) as answer:
                answer.raise_for_status()
                offers = {source: str(pipeline) for source, pipeline in (await answer.json())["sources"].items()}
        except (aiohttp.ClientError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            if self._told:
                log.warning("the cluster does not tell what it has", why=_why(error))
            self._told = False
            return
        self._told = True
        if offers != self._offers:
            log.info("the cluster has weights", sources=sorted(offers))
        self._offers = offers


async def ask(url: str, *, token: str, sources: Collection[str]) -> dict[str, str] | None:
    """Which of the sources an application has weights for, each with its class; None when it does not tell."""
    engine = RayServeEngine(url, token=token, sources=sources)
    await engine.start()
    await engine.close()
    return engine.offers


def _refusal(answer: aiohttp.ClientResponse, index: int) -> Exception:
    """What an answer that is no stream of events says."""
    if answer.status in BUSY:
        again = answer.headers.get("Retry-After", "")
        return NotStarted(Fault.BUSY, again_s=float(again) if again.isdecimal() else None, indexes=(index,))
    if answer.status in AWAY:
        return NotStarted(Fault.AWAY, indexes=(index,))
    if answer.status in BARRED:
        log.error("the cluster refuses this server's requests", status=answer.status)
        return NotStarted(Fault.BARRED, indexes=(index,))
    return Lost(f"HTTP {answer.status}")


def _why(error: Exception) -> str:
    return f"HTTP {error.status}" if isinstance(error, aiohttp.ClientResponseError) else type(error).__name__
