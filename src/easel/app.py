"""The composition root: the only module that names the concrete classes."""

import asyncio
import contextlib
import os
import random
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.types import ASGIApp

from easel.admission.blocked import BlockedGate
from easel.admission.moderation import ModerationGate
from easel.admission.rate import RateGate
from easel.admission.revoked import RevokedGate
from easel.admission.scope import ScopeGate
from easel.core.libraries import lacking
from easel.core.model_card import Cards
from easel.core.one_core import choose_core, keep_here, leave_core, look_around
from easel.core.ports import Engine, Moderator
from easel.core.threads import pool
from easel.dialects import DIALECTS
from easel.engines.diffusers.engine import NEEDED, DiffusersEngine
from easel.engines.diffusers.options import MEGAPIXEL, Options
from easel.engines.painter.engine import PainterEngine
from easel.engines.vendors.registry import create_vendor
from easel.finishing.finisher import Finisher
from easel.finishing.recipe import recipe_text
from easel.http.admin.api import Admin
from easel.http.cors import open_to
from easel.http.own_key import OwnKey
from easel.http.server import Http
from easel.http.tasks import Tasks
from easel.intake.decode import Decoder
from easel.intake.fetch import Fetcher
from easel.intake.intake import Intake
from easel.intake.post import Poster
from easel.intake.results import ResultFetcher
from easel.intake.url import DEFAULT_PORTS
from easel.ledger.accounts import Accounts
from easel.ledger.blocked import BlockedRuns
from easel.ledger.cancellations import Cancellations
from easel.ledger.charges import Period
from easel.ledger.credit import Credits
from easel.ledger.database import Database
from easel.ledger.housekeeping import keep_house
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys
from easel.ledger.limits import RateLimits
from easel.ledger.outbox import Outbox
from easel.ledger.totals import totals
from easel.models import load_cards
from easel.moderation.classifier import PictureClassifier
from easel.moderation.moderators import Moderators
from easel.moderation.wordlist import WordList
from easel.pipeline import Pipeline
from easel.scheduling.delivery import Delivery
from easel.scheduling.fair_queue import FairQueue
from easel.scheduling.health import Health
from easel.scheduling.meter import Meter
from easel.scheduling.router import Router
from easel.scheduling.worker import Worker
from easel.settings import VENDOR_NAMES, Settings
from easel.storage import data_folder
from easel.storage.artifacts import ArtifactStore
from easel.storage.secret import load_or_create_secret
from easel.storage.signed_url import Signer

log = structlog.get_logger(__name__)

MB = 1024 * 1024
#: Threads for whatever has none of its own: as many as asyncio itself would take.
OTHER_THREADS = min(32, (os.cpu_count() or 1) + 4)
#: How often, in seconds on average, it is looked whether others take much of the server's core.
LOOK_AROUND_S = 5.0


@dataclass(frozen=True)
class Server:
    """The ASGI application, and the first key if it was made just now: the only time that it can be shown."""

    app: ASGIApp
    first_key: str | None
    #: To be called before the end: asks for no more work.
    drain: Callable[[], None]


def create_server(settings: Settings) -> Server:
    """Wire everything together. Makes the data folder, the signing secret, the database and the first key."""
    cards = load_models(settings)
    database = open_database(settings)
    keys = Keys(database)
    period = Period(settings.free_period)
    jobs = Jobs(database, period=period, most_queued=settings.max_tasks_waiting_per_key)
    jobs.recover()

    store = create_store(settings)
    limiter, moderator = RateLimits(database), create_moderator(settings)
    results = create_result_fetcher(settings)
    engines = create_engines(settings, cards, results)
    rules = {
        "enabled": settings.fetch,
        "allowed_hosts": settings.fetch_allowed_hosts,
        "trusted_hosts": settings.fetch_trusted_hosts,
    }
    intake, poster = Intake(Fetcher(**rules), Decoder(), own=store.own, recipe_of=recipe_text), Poster(**rules)
    queue = FairQueue(
        max_running=settings.max_running, max_waiting=settings.max_waiting,
        max_waiting_per_key=settings.max_waiting_per_key, max_wait_s=settings.max_wait_s,
    )  # fmt: skip
    meter, health = Meter(), Health()
    router = Router(engines, on_attempt=meter.attempt)
    blocked = BlockedGate(BlockedRuns(database, most=settings.max_blocked_runs))
    pipeline = Pipeline(
        cards=cards, gates=(ScopeGate(), RateGate(limiter), blocked, ModerationGate(moderator)),
        intake=intake, ledger=jobs, queue=queue, router=router, moderator=moderator,
        finisher=Finisher(recipes=settings.recipes, producer=settings.producer), store=store,
        job_timeout_s=settings.job_timeout_s, meter=meter, task_gates=(RevokedGate(keys), blocked),
    )  # fmt: skip
    repeats, outbox = Idempotency(database), Outbox(database)
    cancellations = Cancellations(database)
    worker = Worker(
        jobs, cancellations, pipeline.perform, at_once=settings.task_workers, meter=meter,
        on_end=lambda: delivery.wake(), may_claim=lambda: store.has_room,
    )  # fmt: skip

    def on_cancel() -> None:
        worker.look()
        delivery.wake()

    tasks = Tasks(
        dialects=DIALECTS, pipeline=pipeline, ledger=jobs, repeats=repeats, outbox=outbox, courier=poster,
        on_submit=worker.wake, cancellations=cancellations, on_cancel=on_cancel,
    )  # fmt: skip
    delivery = Delivery(outbox, poster, tasks.told, meter=meter)
    http = Http(
        dialects=DIALECTS, cards=cards, pipeline=pipeline, keys=keys, repeats=repeats, limiter=limiter, store=store,
        tasks=tasks, health=health, totals=lambda: database.read(totals),
        own_key=OwnKey(keys, Credits(database, cards, period=period).of),
        max_body_bytes=int(settings.max_body_mb * MB), public_url=settings.public_url,
        playground=settings.playground, log_prompts=settings.log_prompts,
        admin=Admin(Accounts(database, period=period), keys, cards) if settings.admin_api else None,
    )  # fmt: skip
    meter.watch("easel_jobs_waiting", "Jobs that wait for their turn.", lambda: queue.waiting)
    meter.watch("easel_wait_seconds", "How long a new key's job would wait for its turn.", queue.wait_s)
    meter.watch("easel_dead_lanes", "Engines left alone with a model after failures.", lambda: router.dead_lanes)
    meter.watch("easel_tasks_working", "Tasks in work.", lambda: worker.working)
    meter.watch("easel_ready", "1 when the engines can paint and the server wants work.", lambda: health.ready)

    life = Life(
        settings=settings,
        parts=(*(each for same in engines.values() for each in same), results, intake, moderator, poster),
        database=database, jobs=jobs, store=store, worker=worker, delivery=delivery, health=health,
    )  # fmt: skip
    # Last: it can be shown only once, so nothing may fail between.
    first_key = keys.bootstrap(settings.bootstrap_key.get_secret_value() if settings.bootstrap_key else None)
    return Server(open_to(settings.cors_origins, http.app(life.span)), first_key, life.drain)


class Part(Protocol):
    """Something that has to be started before the first request."""

    async def start(self) -> None:
        """Get ready; called once."""

    async def close(self) -> None:
        """Let everything go; called once."""


@dataclass(frozen=True, kw_only=True)
class Life:
    """What runs beside the requests, from the start to the orderly end."""

    settings: Settings
    parts: Sequence[Part]
    database: Database
    jobs: Jobs
    store: ArtifactStore
    worker: Worker
    delivery: Delivery
    health: Health

    def drain(self) -> None:
        """Ask for no more work: `/readyz` says no, and no task is claimed any more."""
        self.health.state = "draining"
        self.worker.stop()

    @contextlib.asynccontextmanager
    async def span(self, _app: Starlette) -> AsyncIterator[None]:
        """The lifespan of the application."""
        asyncio.get_running_loop().set_default_executor(pool(OTHER_THREADS, "other"))
        if self.settings.one_core:
            choose_core()
        keep_here()
        await asyncio.gather(*(part.start() for part in self.parts))
        work = (
            _sweep(self.store, self.settings.sweep_interval_s),
            keep_house(self.database, self.jobs),
            self.worker.run(),
            self.worker.watch(),
            self.delivery.run(),
            _stay_where_room_is(),
        )
        background = [asyncio.create_task(each) for each in work]
        self.health.state = "ready"
        try:
            yield
        finally:
            self.drain()
            # Before the rest: the leases of the tasks that may still end are renewed meanwhile.
            await self.worker.close(grace_s=self.settings.drain_s)
            for each in background:
                each.cancel()
            await asyncio.gather(*background, return_exceptions=True)
            await asyncio.gather(*(part.close() for part in self.parts))
            await self.jobs.release()
            self.database.close()
            leave_core()


def load_models(settings: Settings) -> Cards:
    """The model cards as these settings have them; raises OSError or ValueError, also for an engine that is none."""
    cards = load_cards(settings.models_dir, settings.routes, settings.prices)
    known = (PainterEngine.name, DiffusersEngine.name, *VENDOR_NAMES)
    for card in cards:
        for route in card.routes:
            if route.engine not in known:
                msg = f"model {card.id}: there is no engine {route.engine!r}, but {', '.join(known)}"
                raise ValueError(msg)
    return cards


def open_database(settings: Settings, *, make: bool = True) -> Database:
    """The database of these settings, up to date; raises OSError or ValueError when it cannot be used.

    Without `make` it has to be there: an empty one in a folder that was misspelt would tell nothing but untruths.
    """
    url, file = settings.database_url, settings.data_dir / data_folder.DATABASE
    if not (make or url or file.exists()):
        msg = f"there is no database in {settings.data_dir.absolute()}: is --data-dir (EASEL_DATA_DIR) right?"
        raise FileNotFoundError(msg)
    data_folder.make(settings.data_dir)
    database = Database(url.get_secret_value() if url else file)
    database.migrate()
    return database


def create_store(settings: Settings) -> ArtifactStore:
    """The picture store of these settings."""
    signer = Signer({"1": load_or_create_secret(settings.data_dir / "signing.key")}, current="1")
    url = settings.storage_url or (settings.data_dir / data_folder.PICTURES).absolute().as_uri()
    return ArtifactStore(url, signer=signer, keep=settings.keep_pictures, min_free_bytes=int(settings.min_free_mb * MB))


def create_moderator(settings: Settings) -> Moderators:
    """What these settings check prompts and pictures with, the cheapest first; raises OSError or ValueError."""
    moderators: list[Moderator] = []
    if "words" in settings.moderation:
        moderators.append(WordList.load(settings.moderation_words))
    if settings.moderation_model:
        moderators.append(PictureClassifier(settings.moderation_model, labels=settings.moderation_labels))
    if "api" in settings.moderation:
        # Imported here: it brings an HTTP client and Pillow with it.
        from easel.moderation.openai_api import ModerationApi

        key = settings.moderation_api_key
        moderators.append(
            ModerationApi(
                settings.moderation_api_url,
                key=key.get_secret_value() if key else None,
                model=settings.moderation_api_model,
                thresholds=settings.moderation_thresholds,
                pictures=settings.moderation_api_pictures,
                timeout_s=settings.moderation_api_timeout_s,
            )
        )
    return Moderators(*moderators)


def create_result_fetcher(settings: Settings) -> ResultFetcher:
    """What fetches the vendors' pictures: from public addresses, and from the vendors' own hosts."""
    parts = (urlsplit(url) for url, _ in settings.vendors.values())
    own = (f"{part.hostname}:{part.port or DEFAULT_PORTS[part.scheme]}" for part in parts)
    return ResultFetcher(trusted_hosts=(*own, *settings.fetch_trusted_hosts))


def create_engines(settings: Settings, cards: Cards, results: ResultFetcher) -> dict[str, list[Engine]]:
    """The engines of this server, by name. A vendor has one engine for each of its keys."""
    vendors = {
        name: [
            create_vendor(
                name,
                url=url,
                key=key.get_secret_value(),
                fetcher=results,
                timeout_s=settings.vendor_timeout_s,
                log_words=settings.log_prompts,
            )
            for key in keys
        ]
        for name, (url, keys) in settings.vendors.items()
    }
    painter = PainterEngine(processes=settings.painter_processes)
    return {painter.name: [painter], DiffusersEngine.name: _open_models(settings, cards), **vendors}


def _open_models(settings: Settings, cards: Cards) -> Sequence[Engine]:
    """Who makes the pictures of open models: the clusters that the settings name, else the devices of this machine.

    Nobody where no card's route asks for them, or their libraries are not here.
    """
    sources = open_sources(cards)
    if settings.ray_urls:
        # Imported here: it brings an HTTP client with it.
        from easel.engines.ray_serve.engine import RayServeEngine

        token = settings.ray_token.get_secret_value()
        return [RayServeEngine(url, token=token, sources=sources) for url in settings.ray_urls]
    devices = tuple(name for name in settings.diffusers_devices if name != "off")
    if sources and devices and not lacking(NEEDED):
        return [DiffusersEngine(devices=devices, options=diffusers_options(settings), sources=sources)]
    return []


def open_sources(cards: Cards) -> set[str]:
    """What the cards' routes to open models call their weights."""
    return {route.source for card in cards for route in card.routes if route.engine == DiffusersEngine.name}


def diffusers_options(settings: Settings) -> Options:
    """What these settings choose for open models."""
    return Options(
        weights_dir=str(settings.weights.absolute()),
        loras=str(settings.loras.absolute()) if settings.loras else "",
        cache_dir=str((settings.data_dir / "compiled").absolute()),
        precision=settings.diffusers_precision,
        compile=settings.diffusers_compile,
        fuse_qkv=settings.diffusers_fuse_qkv,
        channels_last=settings.diffusers_channels_last,
        attention=settings.diffusers_attention,
        step_cache=settings.diffusers_step_cache,
        exact=settings.diffusers_exact,
        batch_pixels=int(settings.diffusers_batch_megapixels * MEGAPIXEL),
        load_timeout_s=settings.diffusers_load_timeout_s,
        step_timeout_s=settings.diffusers_step_timeout_s,
    )


async def _stay_where_room_is() -> None:
    while True:
        # Not in step with other servers: two that meet on a core should not leave it together.
        await asyncio.sleep(LOOK_AROUND_S * random.uniform(0.5, 1.5))
        core = look_around()
        if core is not None:
            log.info("moved to another core", core=core)


async def _sweep(store: ArtifactStore, interval_s: float) -> None:
    while True:
        try:
            swept = await store.sweep()
            if swept:
                log.info("expired pictures deleted", count=swept)
        except OSError as error:
            # The next round tries again: a sweep may be late, it must not end.
            log.error("sweep failed", error=str(error).partition("\n")[0])
        await asyncio.sleep(interval_s)
