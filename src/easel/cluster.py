"""The composition root of a Ray cluster's side: what Ray Serve deploys. The only module that imports Ray.

serve run easel.cluster:application          # on a Ray cluster that is there already
easel cluster start                          # a cluster of this machine, made for it
"""

import ray
from pydantic import BaseModel, ConfigDict, Field
from ray import serve
from starlette.applications import Starlette

from easel.app import diffusers_options, open_sources
from easel.engines.diffusers.engine import DiffusersEngine
from easel.engines.ray_serve import replica
from easel.engines.ray_serve.wire import PREFIX
from easel.models import load_cards
from easel.settings import Settings

#: The application's name.
NAME = "easel"
#: Seconds that a replica which is no longer wanted has to finish its pictures.
GRACE_S = 120


class Arguments(BaseModel):
    """What an application is deployed with; every one has a default that works."""

    model_config = ConfigDict(extra="forbid")

    sources: list[str] = Field(default_factory=list)
    """The sources (as in model cards) that it is for; empty: all that have weights on its machines."""

    replicas: int | None = Field(None, ge=1)
    """How many devices paint; by default one for each GPU that the cluster has now, or one on a CPU."""

    min_replicas: int | None = Field(None, ge=1)
    """With less to do, so few of them; by default as many as there is room for now."""

    gpus: float | None = Field(None, ge=0)
    """GPUs of one replica; by default 1 where the cluster has any."""

    at_once: int = Field(8, ge=1)
    """Pictures that one replica is given at once: those that fit together share steps."""

    waiting: int = Field(256, ge=1)
    """Pictures that wait in each of the cluster's proxies; those beyond are refused, and tried elsewhere or later."""


def application(arguments: Arguments) -> serve.Application:
    """The Ray Serve application. Each replica is a process with a DiffusersEngine and a device of its own.

    A replica reads the settings of its own machine: `EASEL_WEIGHTS_DIR`, `EASEL_DIFFUSERS_…`; its token is that of
    whoever deploys it. Raises ValueError without `EASEL_RAY_TOKEN`.
    """
    token = Settings().ray_token
    if token is None:
        msg = "EASEL_RAY_TOKEN must be set: 32 characters or more that only this cluster and its servers know"
        raise ValueError(msg)
    secret, only = token.get_secret_value(), frozenset(arguments.sources)
    have = ray.cluster_resources()
    gpus = min(1.0, have.get("GPU", 0)) if arguments.gpus is None else arguments.gpus
    # Of as many as there is room for now; on processors one, unless more are asked for.
    room = max(1, int(have.get("GPU", 0) / gpus if gpus else have["CPU"]))
    most = arguments.replicas or (room if gpus else 1)
    least = min(arguments.min_replicas or room, most)

    def create_engine() -> DiffusersEngine:
        settings = Settings()
        # Whoever waits for a replica should not wait for torch as well.
        sources = only or open_sources(load_cards(settings.models_dir, settings.routes, settings.prices))
        return DiffusersEngine(devices=settings.diffusers_devices, options=diffusers_options(settings), sources=sources)

    def build() -> Starlette:
        return replica.application(create_engine, token=secret, only=only)

    return serve.deployment(
        serve.ingress(build)(),
        name="diffusers",
        max_ongoing_requests=arguments.at_once,
        max_queued_requests=arguments.waiting,
        graceful_shutdown_timeout_s=GRACE_S,
        ray_actor_options={"num_cpus": 1, "num_gpus": gpus},
        # One in work and one that waits: more than that, and another device is worth its start.
        autoscaling_config={"min_replicas": least, "max_replicas": most, "target_ongoing_requests": 2},
    ).bind()


def deploy(address: str, host: str, port: int, arguments: Arguments) -> None:
    """Deploy the application on the Ray cluster at an address, to be found at `http://host:port` and `PREFIX`.

    It stays when this process ends, which should be soon: Ray takes its signals.
    """
    ray.init(address=address, namespace=NAME, log_to_driver=False, logging_level="WARNING")
    serve.start(proxy_location="HeadOnly", http_options={"host": host, "port": port})
    serve.run(application(arguments), name=NAME, route_prefix=PREFIX)
