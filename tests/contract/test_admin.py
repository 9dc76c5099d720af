"""The admin API over the real ledger: what `easel accounts` and `easel keys` do, over HTTP."""

import asyncio

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance
from starlette.applications import Starlette

from easel.core.caller import Caller
from easel.core.errors import KeyWrong
from easel.http.admin.api import Admin
from easel.ledger.accounts import Accounts
from easel.ledger.keys import Keys, Terms
from easel.models import load_cards


@pytest.fixture
def app(database):
    """The admin API alone."""
    return Starlette(routes=Admin(Accounts(database), Keys(database), load_cards()).routes())


@pytest.fixture
async def admin(app, database):
    """A client with a key that may administer."""
    made = await Keys(database).create("default", Terms(scopes=("admin",)))
    transport = httpx.ASGITransport(app)
    headers = {"Authorization": f"Bearer {made.secret}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://easel.test", headers=headers) as opened:
        yield opened


async def test_account_and_money(admin):
    """An account starts at 0, is granted money once for each reference, and its statement says so."""
    made = (await admin.post("/admin/v1/accounts", json={"name": "team"})).json()
    for _ in range(2):
        grant = {"amount_micros": 5_000_000, "reference": "invoice 1", "note": "thanks"}
        granted = (await admin.post("/admin/v1/accounts/team/grants", json=grant)).json()
    lines = (await admin.get(f"/admin/v1/accounts/{made['id']}/statement")).json()["data"]

    assert (0, 5_000_000) == (made["available_micros"], granted["available_micros"])
    assert [(5_000_000, 5_000_000, "invoice 1")] == [
        (line["available_change_micros"], line["available_after_micros"], line["reference"]) for line in lines
    ]


async def test_accounts_listed(admin):
    """Every account is listed by name."""
    await admin.post("/admin/v1/accounts", json={"name": "team", "unlimited": True})
    accounts = (await admin.get("/admin/v1/accounts")).json()["data"]

    assert [("default", True), ("team", True)] == [(account["name"], account["unlimited"]) for account in accounts]


async def test_key_lives_and_ends(admin, database):
    """A key is made with its terms, rotated and revoked; its secret is shown only when it is made."""
    wanted = {"models": ["IMAGE-01"], "requests_per_minute": 10, "budget_micros": 7, "label": "shop"}
    made = (await admin.post("/admin/v1/keys", json=wanted)).json()
    rotated = (await admin.post(f"/admin/v1/keys/{made['id']}/rotate", json={"overlap_s": 60})).json()
    revoked = (await admin.post(f"/admin/v1/keys/{made['id']}/revoke")).json()
    listed = (await admin.get("/admin/v1/keys", params={"account": "default"})).json()["data"]
    caller = await Keys(database).caller(rotated["key"])

    assert (["image-01"], 10, 7) == (made["models"], made["requests_per_minute"], rotated["budget_left_micros"])
    assert isinstance(caller, Caller)
    assert revoked["revoked"] is not None
    assert not any("key" in key for key in listed)
    with pytest.raises(KeyWrong):
        await Keys(database).caller(made["key"])


async def test_key_changed(admin, database):
    """What a body names changes, null lifts a limit, and what it leaves out stays."""
    made = (await admin.post("/admin/v1/keys", json={"requests_per_minute": 10, "budget_micros": 7})).json()
    changes = {"models": ["IMAGE-01"], "requests_per_minute": None, "concurrent_jobs": 3, "budget_micros": 9}
    changed = (await admin.patch(f"/admin/v1/keys/{made['id']}", json=changes)).json()
    same = (await admin.patch(f"/admin/v1/keys/{made['id']}", json={})).json()
    await admin.post(f"/admin/v1/keys/{made['id']}/revoke")
    late = await admin.patch(f"/admin/v1/keys/{made['id']}", json=changes)

    told = {**made, "models": ["image-01"], "requests_per_minute": None, "concurrent_jobs": 3, "budget_left_micros": 9}
    assert {name: value for name, value in told.items() if name != "key"} == changed == same
    assert (409, "key_id") == (late.status_code, late.json()["error"]["param"])


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"requests_per_minutes": 1}, 400, "requests_per_minutes"),
        ({"label": None}, 400, "label"),
        ({"scopes": []}, 400, "scopes"),
        ({"models": ["no-such-model"]}, 400, "models"),
        ({"expires": 1}, 400, "expires"),
        ({"budget_micros": -1}, 400, "budget_micros"),
    ],
)
async def test_wrong_changes(body, status, field, admin):
    """A change that cannot be is refused with the field's name, and changes nothing."""
    made = (await admin.post("/admin/v1/keys", json={})).json()
    answer = await admin.patch(f"/admin/v1/keys/{made['id']}", json=body)

    assert (status, field) == (answer.status_code, answer.json()["error"]["param"])
    assert made["id"] in {key["id"] for key in (await admin.get("/admin/v1/keys")).json()["data"]}
    assert 404 == (await admin.patch("/admin/v1/keys/none", json={})).status_code


async def test_key_brought(admin, database):
    """A key that exists already is taken over, once."""
    bodies = [{"key": "sk-of-another-vendor-0001"}] * 2
    answers = [await admin.post("/admin/v1/keys", json=body) for body in bodies]

    assert [200, 409] == [answer.status_code for answer in answers]
    assert "key" == answers[1].json()["error"]["param"]
    assert await Keys(database).caller("sk-of-another-vendor-0001")


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("accounts", {}, 400, "name"),
        ("accounts", {"name": "default"}, 409, "name"),
        ("accounts", {"name": "team", "unlimitted": True}, 400, "unlimitted"),
        ("accounts/default/grants", {"amount_micros": 0}, 400, "amount_micros"),
        ("accounts/default/grants", {"amount_micros": 1.5}, 400, "amount_micros"),
        ("accounts/nobody/grants", {"amount_micros": 1}, 404, None),
        ("keys", {"scopes": ["everything"]}, 400, "scopes"),
        ("keys", {"models": ["no-such-model"]}, 400, "models"),
        ("keys", {"expires": 1}, 400, "expires"),
        ("keys", {"concurrent_jobs": -1}, 400, "concurrent_jobs"),
        ("keys", {"key": "short"}, 400, "key"),
        ("keys/none/revoke", {}, 404, None),
        ("keys/none/rotate", {"overlap_s": -1}, 400, "overlap_s"),
    ],
)
async def test_wrong_bodies(path, body, status, field, admin):
    """What cannot be done is refused with the field's name, and changes nothing."""
    answer = await admin.post(f"/admin/v1/{path}", json=body)

    assert (status, field) == (answer.status_code, answer.json()["error"]["param"])
    assert 1 == len((await admin.get("/admin/v1/accounts")).json()["data"])
    assert 1 == len((await admin.get("/admin/v1/keys")).json()["data"])


@pytest.mark.parametrize("limit", ["0", "-1", "all", "１", "100001"])
async def test_statement_limit(limit, admin):
    """The number of lines is a number in a range."""
    answer = await admin.get("/admin/v1/accounts/default/statement", params={"limit": limit})

    assert (400, "limit") == (answer.status_code, answer.json()["error"]["param"])


async def test_who_may(app, database):
    """No action without a key that has the scope `admin`, in a header."""
    user = await Keys(database).create("default", Terms())
    operator = await Keys(database).create("default", Terms(scopes=("admin",)))
    actions = Admin(Accounts(database), Keys(database), load_cards()).actions
    asked = [
        ({}, {}, 401),
        ({"Authorization": "Bearer wrong-key-wrong-key"}, {}, 401),
        ({"Authorization": f"Bearer {user.secret}"}, {}, 403),
        ({}, {"key": operator.secret}, 401),
    ]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://easel.test") as client:
        for action in actions:
            for headers, params, status in asked:
                answer = await client.request(action.method, action.path, headers=headers, params=params, json={})
                assert status == answer.status_code
    assert 2 == len(await Keys(database).every())


async def test_one_reference_at_once(admin):
    """The same payment reported ten times at once is granted once."""
    await admin.post("/admin/v1/accounts", json={"name": "team"})
    grant = {"amount_micros": 3, "reference": "payment"}
    await asyncio.gather(*(admin.post("/admin/v1/accounts/team/grants", json=grant) for _ in range(10)))

    assert 3 == (await admin.get("/admin/v1/accounts/team")).json()["available_micros"]


def test_document(surface, database):
    """The OpenAPI document has the actions in a section of their own, with what they read and answer."""
    surface.admin = Admin(Accounts(database), Keys(database), load_cards())
    schema = schemathesis.openapi.from_asgi("/openapi.json", surface.app())
    document = schema.raw_schema
    operations = [
        (path, method)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if "admin" in operation.get("tags", ())
    ]

    assert {(action.path, action.method.lower()) for action in surface.admin.actions} == set(operations)
    assert "available_micros" in document["components"]["schemas"]["AccountShape"]["properties"]


def test_no_server_error(surface, database):
    """Generated requests, valid and invalid, never make a server error, and answers are as documented."""
    surface.admin = Admin(Accounts(database), Keys(database), load_cards())
    schema = schemathesis.openapi.from_asgi("/openapi.json", surface.app()).include(tag="admin")
    secret = asyncio.run(Keys(database).create("default", Terms(scopes=("admin",)))).secret

    for result in schema.get_all_operations():

        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=result.ok().as_strategy())
        def check(case):
            checks = (not_a_server_error, response_schema_conformance)
            case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, checks=checks)

        check()
