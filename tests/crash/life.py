"""The life of a server whose process may be killed at any failpoint, without its HTTP and its engine."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from easel.core.caller import Caller
from easel.core.failpoint import arm
from easel.core.job import Job
from easel.core.ports import Encoded, Replay
from easel.core.result import Result
from easel.core.task import Webhook
from easel.ledger.accounts import Accounts
from easel.ledger.cancellations import Cancellations
from easel.ledger.database import Database
from easel.ledger.housekeeping import prune
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from easel.ledger.limits import RateLimits
from easel.ledger.outbox import Outbox
from easel.storage.artifacts import ArtifactStore
from easel.storage.secret import load_or_create_secret
from easel.storage.signed_url import Signer
from unit.ledger.making import PRICED, job, result

BODY = "b" * 64
ACCOUNT = "payer"
#: Two free pictures, then money: a hold takes from both.
CARD = replace(PRICED, free_pictures=2)
ABANDONED = "nobody waits for this"
GRANT = 1_000_000
#: What is delivered of the three pictures of each order; the third was blocked.
DELIVERED = 2
#: More than Python keeps back before it writes to a file.
PICTURE_BYTES = 20_000
LIFETIME_S = 30
#: The name of no living process.
NO_PROCESS = f"{2**22 + 1}/1"

#: Every failpoint, and how often a life meets it at least.
MET = {
    "recover-inside": 1,
    "grant-inside": 1,
    "take-inside": 1,
    "webhook-written": 1,
    "open-before": 7,
    "open-job-written": 7,
    "open-held": 7,
    "open-after": 7,
    "claim-inside": 4,
    "claim-after": 4,
    "renew-inside": 1,
    "picture-begun": 5,
    "picture-written": 5,
    "picture-stored": 5,
    "settle-before": 2,
    "settle-pictures-written": 2,
    "settle-posted": 2,
    "settle-after": 2,
    "void-before": 2,
    "void-voided": 4,
    "void-after": 2,
    "cancel-inside": 1,
    "cancel-after": 1,
    "retry-requeued": 1,
    "retry-after": 1,
    "reap-voided": 3,
    "reap-requeued": 1,
    "webhook-taken": 1,
    "webhook-dropped": 1,
    "sweep-inside": 1,
    "prune-inside": 1,
    "release-inside": 1,
    "purses-changed": 15,
    "transfer-written": 15,
}


@dataclass(frozen=True)
class Server:
    """What the steps of a life share."""

    database: Database
    jobs: Jobs
    outbox: Outbox
    store: ArtifactStore
    caller: Caller


def live(where: str, folder: Path, caller: Caller, order: str, failpoint: str) -> None:
    """Start, recover, and answer the same requests as before. May be killed at `failpoint`."""
    arm(failpoint)
    asyncio.run(_live(where, folder, caller, order))


async def _live(where: str, folder: Path, caller: Caller, order: str) -> None:
    database = Database(where)
    database.migrate()
    jobs = Jobs(database, retry_after_s=(0, 0))
    server = Server(database, jobs, Outbox(database), store_in(folder), caller)
    await _die_before(server)
    jobs.recover()
    await jobs.reap()
    await Accounts(database).grant(ACCOUNT, GRANT, reference=order)
    await RateLimits(database).take(caller, CARD.id, 1)
    await _fall_silent(server)
    await jobs.reap()
    await _answer(server, f"{order}-picture")
    await _answer(server, f"{order}-task", url="http://client/told")
    failing = job(n=2)
    await jobs.open(failing, CARD, caller)
    await jobs.void(failing, "EngineFailed")
    await _change_mind(server)
    await _work(server)
    await _tell(server)
    await _keep_house(server, folder)
    await jobs.open(job(), CARD, caller)
    await jobs.release()
    database.close()


def store_in(folder: Path, *, clock: Callable[[], float] = time.time) -> ArtifactStore:
    """The picture store of a server with this data folder."""
    signer = Signer({"1": load_or_create_secret(folder / "signing.key")}, current="1", clock=clock)
    return ArtifactStore((folder / "pictures").as_uri(), signer=signer)


async def _die_before(server: Server) -> None:
    """The job of a process of this machine that is not there any more."""
    dead = Jobs(server.database)
    dead._owner = f"{dead._owner.rsplit('/', 2)[0]}/{NO_PROCESS}"
    await dead.open(job(prompt=ABANDONED), CARD, server.caller)


async def _fall_silent(server: Server) -> None:
    """A job and a task of a worker whose leases have run out."""
    silent = Jobs(server.database, lease_s=-1)
    await silent.open(job(n=2, prompt=ABANDONED), CARD, server.caller)
    await silent.open(job(n=2, prompt=ABANDONED), CARD, server.caller, queued=True)
    await silent.claim()


async def _answer(server: Server, key: str, *, url: str | None = None) -> None:
    """A client who repeats a request until it is answered; with a URL it is a task that is told there."""
    found = await Idempotency(server.database).begin(server.caller, key, BODY)
    if isinstance(found, Replay):
        return
    asked = job(n=3)
    if url:
        await server.outbox.add(Webhook(task_id=asked.id, account_id=server.caller.account_id, url=url))
    await server.jobs.open(asked, CARD, server.caller, fresh=found, queued=url is not None)
    if not url:
        await server.jobs.settle(await _painted(server, asked))


async def _painted(server: Server, asked: Job) -> Result:
    """The result of a job, its pictures in the store; the worker says meanwhile that it lives."""
    made, pictures = result(asked, delivered=DELIVERED), []
    for picture in made.pictures:
        data = f"{picture.artifact} ".encode().ljust(PICTURE_BYTES, b".")
        stored = await server.store.put(Encoded(data, "image/png"), lifetime_s=LIFETIME_S)
        pictures.append(replace(picture, artifact=stored.artifact, url=stored.path, data=data))
    await server.jobs.renew()
    return replace(made, pictures=tuple(pictures))


async def _change_mind(server: Server) -> None:
    """A client who cancels his task, told there; one who did not come to that leaves it to be worked on."""
    asked = job(n=3, prompt=ABANDONED)
    await server.outbox.add(Webhook(task_id=asked.id, account_id=server.caller.account_id, url="http://client/told"))
    await server.jobs.open(asked, CARD, server.caller, queued=True)
    await Cancellations(server.database).cancel(asked.id, server.caller)


async def _work(server: Server) -> None:
    """Work through the tasks until there are none."""
    while claim := await server.jobs.claim():
        if claim.job.prompt != ABANDONED:
            await server.jobs.settle(await _painted(server, claim.job))
        elif not await server.jobs.retry(claim.job):
            await server.jobs.void(claim.job, "TimedOut")


async def _tell(server: Server) -> None:
    """Deliver the webhooks that are due."""
    while webhook := await server.outbox.take():
        await server.outbox.drop(webhook.task_id)


async def _keep_house(server: Server, folder: Path) -> None:
    """Forget what is old; there is at least one old picture."""
    hour_ago = store_in(folder, clock=lambda: time.time() - 3600)
    await hour_ago.put(Encoded(b"." * PICTURE_BYTES, "image/png"), lifetime_s=1)
    await server.store.sweep()
    await server.database.run(prune)
