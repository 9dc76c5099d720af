"""The admin API's routes. Every one needs a key with the scope `admin`, sent as a header."""

from collections.abc import Sequence
from functools import partial

import structlog
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from easel.core.caller import Limits
from easel.core.errors import Forbidden, InvalidBody, InvalidField, KeyMissing, ModelUnknown
from easel.core.model_card import Cards
from easel.dialects.wire import read_body, read_json
from easel.http.actions import Action, route
from easel.http.admin import shapes
from easel.http.body import read_request
from easel.http.credentials import header_secret_of
from easel.ledger.accounts import Accounts
from easel.ledger.keys import Keys, NewKey, Terms

log = structlog.get_logger(__name__)

BODY_BYTES = 64 * 1024
STATEMENT_LINES, MAX_STATEMENT_LINES = 100, 10_000


class Admin:
    """Accounts and keys over HTTP. Errors have OpenAI's shape."""

    def __init__(self, accounts: Accounts, keys: Keys, cards: Cards):
        self._accounts = accounts
        self._keys = keys
        self._cards = cards
        action = partial(Action, tag="admin")
        self.actions: Sequence[Action] = (
            action(
                method="POST", path="/admin/v1/accounts", summary="Make an account with a balance of 0.",
                body=shapes.NewAccount, answer=shapes.AccountShape, work=self._create_account,
            ),
            action(
                method="GET", path="/admin/v1/accounts", summary="All accounts.", answer=shapes.AccountList,
                work=self._list_accounts,
            ),
            action(
                method="GET", path="/admin/v1/accounts/{account}", summary="One account, by its name or id.",
                answer=shapes.AccountShape, work=self._show_account,
            ),
            action(
                method="POST", path="/admin/v1/accounts/{account}/grants", summary="Add money to an account.",
                body=shapes.Grant, answer=shapes.AccountShape, work=self._grant,
            ),
            action(
                method="GET", path="/admin/v1/accounts/{account}/statement", summary="An account's transfers.",
                answer=shapes.Statement, query=(("limit", f"How many of the last, {STATEMENT_LINES} by default."),),
                work=self._statement,
            ),
            action(
                method="POST", path="/admin/v1/keys", summary="Make a key, or import one. Its secret is shown once.",
                body=shapes.WantedKey, answer=shapes.NewKeyShape, work=self._create_key,
            ),
            action(
                method="GET", path="/admin/v1/keys", summary="Keys, without their secrets.", answer=shapes.KeyList,
                query=(("account", "Only this account's."),), work=self._list_keys,
            ),
            action(
                method="PATCH", path="/admin/v1/keys/{key_id}", body=shapes.KeyChanges, answer=shapes.KeyShape,
                summary="Change what a key may do, within 5 seconds. What is left out stays.", work=self._change_key,
            ),
            action(
                method="POST", path="/admin/v1/keys/{key_id}/revoke", summary="End a key within 5 seconds.",
                answer=shapes.KeyShape, work=self._revoke_key,
            ),
            action(
                method="POST", path="/admin/v1/keys/{key_id}/rotate", body=shapes.Overlap, answer=shapes.NewKeyShape,
                summary="A new key on the same terms; the old one works for a while longer.", work=self._rotate_key,
            ),
        )  # fmt: skip

    def routes(self) -> list[Route]:
        """The actions as Starlette's routes."""
        return [route(action, self._answer) for action in self.actions]

    async def _answer(self, action: Action, request: Request, request_id: str) -> Response:
        key_id = await self._admin(request)
        body = await _body(action, request, request_id)
        answer = await action.work(request, body)
        log.info("admin", request=request_id, method=action.method, path=action.path, key=key_id)
        return JSONResponse(answer.model_dump())

    async def _admin(self, request: Request) -> str:
        """The id of the caller's key. One in the query would stand in logs and histories, so it is not looked for."""
        secret = header_secret_of(request)
        if secret is None:
            raise KeyMissing
        caller = await self._keys.caller(secret)
        if "admin" not in caller.scopes:
            msg = "This key may not administer: it needs the scope `admin`."
            raise Forbidden(msg)
        return caller.key_id

    async def _create_account(self, _: Request, body: shapes.NewAccount) -> BaseModel:
        return shapes.AccountShape.model_validate(await self._accounts.create(body.name, unlimited=body.unlimited))

    async def _list_accounts(self, _request: Request, _body: None) -> BaseModel:
        return shapes.AccountList(data=await self._accounts.every())

    async def _show_account(self, request: Request, _: None) -> BaseModel:
        return shapes.AccountShape.model_validate(await self._accounts.show(request.path_params["account"]))

    async def _grant(self, request: Request, body: shapes.Grant) -> BaseModel:
        if body.amount_micros == 0:
            field = "amount_micros"
            raise InvalidField(field, "must not be 0")
        granted = await self._accounts.grant(
            request.path_params["account"], body.amount_micros, reference=body.reference, note=body.note
        )
        return shapes.AccountShape.model_validate(granted)

    async def _statement(self, request: Request, _: None) -> BaseModel:
        text = request.query_params.get("limit", str(STATEMENT_LINES))
        if not (text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= MAX_STATEMENT_LINES):
            field = "limit"
            raise InvalidField(field, f"must be in [1, {MAX_STATEMENT_LINES}]")
        return shapes.Statement(data=await self._accounts.statement(request.path_params["account"], limit=int(text)))

    async def _create_key(self, _: Request, body: shapes.WantedKey) -> BaseModel:
        limits = Limits(
            requests_per_minute=body.requests_per_minute, pictures_per_minute=body.pictures_per_minute,
            concurrent_jobs=body.concurrent_jobs,
        )  # fmt: skip
        terms = Terms(
            label=body.label, scopes=body.scopes, models=[self._model_id(name) for name in body.models],
            limits=limits, budget=body.budget_micros, expires=body.expires,
        )  # fmt: skip
        return _shown(await self._keys.create(body.account, terms, secret=body.key))

    def _model_id(self, name: str) -> str:
        """The id of a model; a name that is not known would lock the key out for ever."""
        try:
            return self._cards.find(name).id
        except ModelUnknown as error:
            field = "models"
            raise InvalidField(field, error.message) from None

    async def _list_keys(self, request: Request, _: None) -> BaseModel:
        return shapes.KeyList(data=await self._keys.every(request.query_params.get("account")))

    async def _change_key(self, request: Request, body: shapes.KeyChanges) -> BaseModel:
        changes = body.model_dump(exclude_unset=True)
        if "models" in changes:
            changes["models"] = [self._model_id(name) for name in changes["models"]]
        if "budget_micros" in changes:
            changes["budget"] = changes.pop("budget_micros")
        return shapes.KeyShape.model_validate(await self._keys.change(request.path_params["key_id"], changes))

    async def _revoke_key(self, request: Request, _: None) -> BaseModel:
        return shapes.KeyShape.model_validate(await self._keys.revoke(request.path_params["key_id"]))

    async def _rotate_key(self, request: Request, body: shapes.Overlap) -> BaseModel:
        return _shown(await self._keys.rotate(request.path_params["key_id"], overlap_s=body.overlap_s))


async def _body(action: Action, request: Request, request_id: str) -> BaseModel | None:
    if action.body is None:
        return None
    wire = await read_request(request, base_url="", request_id=request_id, limit=BODY_BYTES)
    if wire.form is not None:
        msg = "The request body must be JSON."
        raise InvalidBody(msg)
    return read_body(action.body, read_json(wire.body or b"{}"))


def _shown(made: NewKey) -> BaseModel:
    return shapes.NewKeyShape(**shapes.KeyShape.model_validate(made.key).model_dump(), key=made.secret)
