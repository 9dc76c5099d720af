"""What operators ask: is the server alive, does it want work, and what has it done?"""

import contextlib
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from easel.core.errors import EaselError
from easel.scheduling.health import Health
from easel.scheduling.meter import Meter

TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"


def operations(health: Health, meter: Meter, totals: Callable[[], Awaitable[Mapping[str, int]]]) -> list[Route]:
    """The routes of `/healthz`, `/readyz` and `/metrics`. They need no key, and tell nothing of any caller."""

    async def healthz(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(_: Request) -> Response:
        return JSONResponse({"status": health.state}, 200 if health.ready else 503)

    async def metrics(_: Request) -> Response:
        with contextlib.suppress(EaselError):
            # Without its database the server still has something to tell.
            meter.ledger(await totals())
        return Response(meter.text(), headers={"Content-Type": TEXT_FORMAT})

    return [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
    ]
