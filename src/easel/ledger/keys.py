"""API keys: made once, shown once, kept as a hash."""

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import Connection, Row, insert, select, update

from easel.core.caller import Caller, Limits
from easel.core.errors import Clash, KeyWrong, NotFound
from easel.ledger.accounts import MAX_MICROS, account_id_of, add_account
from easel.ledger.checks import is_line, require
from easel.ledger.database import Database, one_at_a_time
from easel.ledger.money import Transfer, grant, key_purse, lock_purse, new_purse
from easel.ledger.schema import accounts, keys, purses
from easel.ledger.secret import MAX_CHARS, MIN_CHARS, digest, hint, is_acceptable, is_misspelt, new_key

SCOPES = ("generate", "read", "admin")
#: How long a key that was looked up is believed. A revoked key works for at most 5 s more; the last second of
#: these is for what is under way.
BELIEVED_S = 4.0
DEFAULT_ACCOUNT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a key may do. Empty `models` are all models; `budget` is in micro-units; `expires` in s since 1970."""

    label: str = ""
    scopes: Sequence[str] = ("generate", "read")
    models: Sequence[str] = ()
    limits: Limits = field(default_factory=Limits)
    budget: int | None = None
    expires: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key as it can be listed: without its secret. `budget_left` is in micro-units."""

    id: str
    account: str
    hint: str
    label: str
    scopes: tuple[str, ...]
    models: tuple[str, ...]
    limits: Limits
    budget_left: int | None
    created: int
    expires: int | None
    revoked: int | None


@dataclass(frozen=True, slots=True)
class NewKey:
    """A new key and its secret: the only time that it can be shown."""

    key: Key
    secret: str


class Keys:
    """Implements the port KeyRing, and manages the keys of the database."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time):
        self._database = database
        self._clock = clock
        self._believed: dict[str, tuple[float, Caller]] = {}

    async def caller(self, secret: str) -> Caller:
        """Who holds this key; raises KeyWrong. Unknown, revoked and expired keys are not told apart."""
        now = self._clock()
        until, caller = self._believed.get(secret, (0.0, None))
        # A clock that was set back must not prolong a belief.
        if caller is None or not now < until <= now + BELIEVED_S:
            if is_misspelt(secret):
                raise KeyWrong
            sha256 = digest(secret)
            row = await self._database.read(lambda connection: _by_digest(connection, sha256))
            until = _believable(row, now)
            caller = _caller(row)
            self._believed = {known: belief for known, belief in self._believed.items() if belief[0] > now}
            self._believed[secret] = (until, caller)
        return caller

    async def is_revoked(self, key_id: str) -> bool:
        """Has this key been revoked?"""
        revoked = select(keys.c.id).where(keys.c.id == key_id, keys.c.revoked.is_not(None))
        return await self._database.read(lambda connection: connection.execute(revoked).first() is not None)

    def bootstrap(self, wanted: str | None) -> str | None:
        """Make sure that a first key exists. Returns it when it is new: the only time that it can be shown.

        `wanted` is a key that the operator brings; it is added if it is not there yet. The first account has
        unlimited credit, and its first keys have no limits. Raises ValueError for a key that could never work.
        """
        if wanted is not None and not is_acceptable(wanted):
            msg = f"the first key must be {MIN_CHARS} to {MAX_CHARS} printable characters, and not a misspelt Easel key"
            raise ValueError(msg)

        def work(connection: Connection) -> str | None:
            one_at_a_time(connection)
            if wanted is None:
                if connection.execute(select(keys.c.id).limit(1)).first():
                    return None
            elif connection.execute(select(keys.c.id).where(keys.c.sha256 == digest(wanted))).first():
                return None
            now = int(self._clock())
            secret = wanted or new_key()
            _add(connection, secret, _account_id(connection, DEFAULT_ACCOUNT, now), Terms(), now=now)
            return secret

        return self._database.run_now(work)

    async def create(self, account: str, terms: Terms, *, secret: str | None = None) -> NewKey:
        """A new key for an account (by name or id); `secret` is a key that the operator brings.

        Raises InvalidField, NotFound (the account) or Clash (the key is there already).
        """
        now = int(self._clock())
        _check(terms, now)
        problem = f"must be {MIN_CHARS} to {MAX_CHARS} printable characters, with no space at its ends"
        require(secret is None or is_acceptable(secret), "key", problem)
        made = secret or new_key()

        def work(connection: Connection) -> NewKey:
            one_at_a_time(connection)
            account_id = _account_id(connection, account, now)
            if connection.execute(select(keys.c.id).where(keys.c.sha256 == digest(made))).first():
                field = "key"
                raise Clash(field, "This key is there already.")
            key_id = _add(connection, made, account_id, terms, now=now)
            return NewKey(_key(_by_id(connection, key_id)), made)

        return await self._database.run(work)

    async def every(self, account: str | None = None) -> list[Key]:
        """The keys of one account or of all, oldest first."""

        def work(connection: Connection) -> list[Key]:
            chosen = _LISTED.order_by(keys.c.created, keys.c.id)
            if account is not None:
                chosen = chosen.where(keys.c.account_id == account_id_of(connection, account))
            return [_key(row) for row in connection.execute(chosen)]

        return await self._database.read(work)

    async def revoke(self, key_id: str) -> Key:
        """End a key; within 5 s no process takes it any more. Raises NotFound; a second time changes nothing."""

        def work(connection: Connection) -> Key:
            alive = update(keys).where(keys.c.id == key_id, keys.c.revoked.is_(None))
            connection.execute(alive.values(revoked=int(self._clock())))
            return _key(_by_id(connection, key_id))

        key = await self._database.run(work)
        self._believed.clear()
        return key

    async def change(self, key_id: str, changes: Mapping[str, object]) -> Key:
        """Change terms of a key, by the names of `Terms` and `Limits`; within 5 s every process goes by them.

        A `budget` is what it may spend from now on. A rotated key shares it with its predecessor while that works.
        Raises InvalidField, NotFound, or Clash when the key was revoked.
        """
        now = int(self._clock())

        def work(connection: Connection) -> Key:
            found = _locked(connection, key_id)
            if found.revoked is not None:
                field = "key_id"
                raise Clash(field, "This key was revoked: create a new one.")
            terms = _changed(found, changes)
            # An end that is past already is no mistake of this change.
            _check(terms if "expires" in changes else replace(terms, expires=None), now)
            budget = {}
            if "budget" in changes:
                purse = _set_budget(connection, found.budget_purse, key_id, found.account_id, terms.budget, now=now)
                budget = {"budget_purse": purse}
            connection.execute(update(keys).where(keys.c.id == key_id).values(**_columns(terms), **budget))
            return _key(_by_id(connection, key_id))

        key = await self._database.run(work)
        self._believed.clear()
        return key

    async def rotate(self, key_id: str, *, overlap_s: int) -> NewKey:
        """A new key on the same terms and the same budget; the old one works for `overlap_s` seconds more.

        Raises NotFound, or Clash when the key has ended already.
        """
        now = int(self._clock())

        def work(connection: Connection) -> NewKey:
            found = _locked(connection, key_id)
            if not _is_alive(found, now):
                field = "key_id"
                raise Clash(field, "This key has ended already: create a new one.")
            until = min(now + overlap_s, found.expires or now + overlap_s)
            connection.execute(update(keys).where(keys.c.id == key_id).values(expires=until))
            secret, new_id = new_key(), secrets.token_hex(8)
            copied = {name: getattr(found, name) for name in _TERMS}
            connection.execute(insert(keys).values(id=new_id, **copied, **_spelling(secret), created=now))
            return NewKey(_key(_by_id(connection, new_id)), secret)

        return await self._database.run(work)


#: The columns that a rotated key has from the old one.
_TERMS = (
    "account_id", "label", "scopes", "models", "budget_purse", "expires",
    "requests_per_minute", "pictures_per_minute", "concurrent_jobs",
)  # fmt: skip
_LISTED = (
    select(keys, accounts.c.name.label("account"), purses.c.available.label("budget_left"))
    .join(accounts, accounts.c.id == keys.c.account_id)
    .outerjoin(purses, purses.c.id == keys.c.budget_purse)
)


def _account_id(connection: Connection, name: str, now: int) -> str:
    """The account of this name; the default account is made, with unlimited credit, when it is first asked for."""
    if name == DEFAULT_ACCOUNT:
        row = connection.execute(select(accounts.c.id).where(accounts.c.name == DEFAULT_ACCOUNT)).first()
        return row.id if row else add_account(connection, DEFAULT_ACCOUNT, unlimited=True, now=now)
    return account_id_of(connection, name)


def _by_digest(connection: Connection, sha256: str) -> Row:
    row = connection.execute(select(keys).where(keys.c.sha256 == sha256)).first()
    if row is None:
        raise KeyWrong
    return row


def _by_id(connection: Connection, key_id: str) -> Row:
    row = connection.execute(_LISTED.where(keys.c.id == key_id)).first() if key_id.isprintable() else None
    if row is None:
        msg = f"There is no key with the id {key_id!r}."
        raise NotFound(msg)
    return row


def _locked(connection: Connection, key_id: str) -> Row:
    """The key with this id, which nobody else changes until the transaction ends; raises NotFound."""
    _by_id(connection, key_id)
    connection.execute(select(keys.c.id).where(keys.c.id == key_id).with_for_update(key_share=True))
    return _by_id(connection, key_id)


def _is_alive(row: Row, now: float) -> bool:
    return row.revoked is None and (row.expires is None or now < row.expires)


def _believable(row: Row, now: float) -> float:
    """Until when a key may be believed without another look; raises KeyWrong when it has ended."""
    if not _is_alive(row, now):
        raise KeyWrong
    return min(now + BELIEVED_S, row.expires if row.expires is not None else now + BELIEVED_S)


def _limits(row: Row) -> Limits:
    return Limits(
        requests_per_minute=row.requests_per_minute,
        pictures_per_minute=row.pictures_per_minute,
        concurrent_jobs=row.concurrent_jobs,
    )


def _caller(row: Row) -> Caller:
    return Caller(
        account_id=row.account_id, key_id=row.id, scopes=frozenset(row.scopes), models=frozenset(row.models),
        limits=_limits(row),
    )  # fmt: skip


def _key(row: Row) -> Key:
    return Key(
        id=row.id, account=row.account, hint=row.hint, label=row.label, scopes=tuple(row.scopes),
        models=tuple(row.models), limits=_limits(row), budget_left=row.budget_left, created=row.created,
        expires=row.expires, revoked=row.revoked,
    )  # fmt: skip


def _check(terms: Terms, now: int) -> None:
    known = bool(terms.scopes) and not set(terms.scopes) - set(SCOPES)
    require(known, "scopes", f"must be one or more of {', '.join(SCOPES)}")
    label = is_line(terms.label, min_chars=0, max_chars=MAX_CHARS)
    require(label, "label", f"must be at most {MAX_CHARS} printable characters, with no space at its ends")
    require(terms.expires is None or terms.expires > now, "expires", "must be in the future")
    require(terms.budget is None or 0 <= terms.budget <= MAX_MICROS, "budget", "must not be below 0")
    for name in Limits.__slots__:
        limit = getattr(terms.limits, name)
        require(limit is None or 0 <= limit < 2**31, name, "must not be below 0")


def _spelling(secret: str) -> dict[str, str]:
    return {"sha256": digest(secret), "hint": hint(secret)}


def _changed(row: Row, changes: Mapping[str, object]) -> Terms:
    """The terms of a key as they are to be."""
    terms = Terms(
        label=row.label, scopes=row.scopes, models=row.models, limits=_limits(row), budget=row.budget_left,
        expires=row.expires,
    )  # fmt: skip
    limits = {name: value for name, value in changes.items() if name in Limits.__slots__}
    others = {name: value for name, value in changes.items() if name not in limits}
    return replace(terms, limits=replace(terms.limits, **limits), **others)


def _columns(terms: Terms) -> dict[str, object]:
    """Terms as the columns of their row; the budget is a purse."""
    return {
        "label": terms.label, "scopes": sorted(terms.scopes), "models": sorted(terms.models),
        "expires": terms.expires, **asdict(terms.limits),
    }  # fmt: skip


def _set_budget(
    connection: Connection, purse_id: str | None, key_id: str, account_id: str, budget: int | None, *, now: int
) -> str | None:
    """Let a key have so much left to spend, in the purse that it has or in one of its own; returns the purse's id."""
    if budget is None:
        return None
    purse_id = purse_id or key_purse(key_id)
    new_purse(connection, purse_id, account_id=account_id, limited=True)
    more = budget - lock_purse(connection, purse_id)
    if more:
        transfer = Transfer(kind="grant", account_id=account_id, note=f"budget of key {key_id}", created=now)
        grant(connection, transfer, purse_id, amount=more)
    return purse_id


def _add(connection: Connection, secret: str, account_id: str, terms: Terms, *, now: int) -> str:
    key_id = secrets.token_hex(8)
    budget_purse = _set_budget(connection, None, key_id, account_id, terms.budget, now=now)
    row = {"id": key_id, "account_id": account_id, **_spelling(secret), **_columns(terms), "created": now}
    connection.execute(insert(keys).values(**row, budget_purse=budget_purse))
    return key_id
