"""What a caller may know of the key that it holds: what it may do, and what it may still spend."""

from collections.abc import Awaitable, Callable

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from easel.core.caller import Caller, Credit
from easel.core.errors import KeyMissing
from easel.core.ports import KeyRing
from easel.http.actions import Action, route
from easel.http.credentials import secret_of


class OwnKeyShape(BaseModel):
    """A key, as its holder may see it."""

    object: str = "key"
    id: str
    scopes: list[str]
    models: list[str] = Field(description="The models that it may use; empty for all.")
    left_micros: int | None = Field(
        description="What it may still spend, the less of its account's balance and its own budget; null: no limit."
    )
    free_left: dict[str, int] = Field(description="Free pictures left, by model.")


class OwnKey:
    """The route of `/v1/key`. Every key may ask, whatever its scopes."""

    def __init__(self, keys: KeyRing, credit: Callable[[Caller], Awaitable[Credit]]):
        self._keys = keys
        self._credit = credit
        self.actions = (
            Action(
                tag="key", method="GET", path="/v1/key", answer=OwnKeyShape, work=self._show,
                summary="The caller's own key: what it may do and still spend.",
            ),
        )  # fmt: skip

    def routes(self) -> list[Route]:
        """The actions as Starlette's routes."""
        return [route(action, self._answer) for action in self.actions]

    async def _answer(self, action: Action, request: Request, request_id: str) -> Response:
        return JSONResponse((await action.work(request, None)).model_dump())

    async def _show(self, request: Request, _: None) -> BaseModel:
        secret = secret_of(request)
        if secret is None:
            raise KeyMissing
        caller = await self._keys.caller(secret)
        credit = await self._credit(caller)
        return OwnKeyShape(
            id=caller.key_id, scopes=sorted(caller.scopes), models=sorted(caller.models),
            left_micros=credit.left_micros, free_left=dict(credit.free_left),
        )  # fmt: skip
