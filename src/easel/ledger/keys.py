"""API keys: made once, shown once, kept as a hash."""

import hashlib
import secrets
import string
import time
import zlib

from sqlalchemy import Connection, insert, select

from easel.core.caller import Caller
from easel.core.errors import KeyWrong
from easel.ledger.database import Database
from easel.ledger.schema import accounts, keys

PREFIX = "easel_"
ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
RANDOM_CHARS = 30
CHECK_CHARS = 6
#: How long a key that was looked up is believed: the longest time that a revoked key still works.
BELIEVED_S = 5.0
DEFAULT_ACCOUNT = "default"


def new_key() -> str:
    """`easel_`, 30 random base-62 characters (178 bits) and 6 that check them, as GitHub's tokens have."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_CHARS))
    return PREFIX + body + checksum(body)


def checksum(body: str) -> str:
    """CRC-32 of the random part in base 62, 6 characters."""
    number, digits = zlib.crc32(body.encode()), ""
    for _ in range(CHECK_CHARS):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


def is_misspelt(secret: str) -> bool:
    """Is this one of our own keys with a wrong checksum? Then no database needs to be asked."""
    if not (secret.startswith(PREFIX) and len(secret) == len(PREFIX) + RANDOM_CHARS + CHECK_CHARS):
        return False
    body = secret[len(PREFIX) : -CHECK_CHARS]
    return checksum(body) != secret[-CHECK_CHARS:]


class Keys:
    """The keys of the database."""

    def __init__(self, database: Database):
        self._database = database
        self._believed: dict[str, tuple[float, Caller]] = {}

    async def caller(self, secret: str) -> Caller:
        """Who holds this key; raises KeyWrong. A revoked key works for at most 5 s more."""
        if is_misspelt(secret):
            raise KeyWrong
        digest = _digest(secret)
        until, caller = self._believed.get(digest, (0.0, None))
        if caller is None or time.monotonic() > until:
            caller = await self._database.run(lambda connection: _find(connection, digest))
            self._believed = {d: c for d, c in self._believed.items() if c[0] > time.monotonic()}
            self._believed[digest] = (time.monotonic() + BELIEVED_S, caller)
        return caller

    def bootstrap(self, wanted: str | None) -> str | None:
        """Make sure that a first key exists. Returns it when it is new: the only time that it can be shown.

        `wanted` is a key that the operator brings; it is added if it is not there yet.
        """

        def work(connection: Connection) -> str | None:
            if wanted is None:
                if connection.execute(select(keys.c.id).limit(1)).first():
                    return None
            elif connection.execute(select(keys.c.id).where(keys.c.sha256 == _digest(wanted))).first():
                return None
            secret = wanted or new_key()
            _add(connection, secret, account=DEFAULT_ACCOUNT)
            return secret

        return self._database.run_now(work)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _find(connection: Connection, digest: str) -> Caller:
    row = connection.execute(select(keys).where(keys.c.sha256 == digest)).first()
    if row is None or row.revoked is not None:
        raise KeyWrong
    return Caller(account_id=row.account_id, key_id=row.id, scopes=frozenset(row.scopes))


def _add(connection: Connection, secret: str, *, account: str) -> None:
    now = int(time.time())
    row = connection.execute(select(accounts.c.id).where(accounts.c.name == account)).first()
    account_id = row.id if row else secrets.token_hex(8)
    if row is None:
        connection.execute(insert(accounts).values(id=account_id, name=account, created=now))
    connection.execute(
        insert(keys).values(
            id=secrets.token_hex(8),
            account_id=account_id,
            sha256=_digest(secret),
            hint=f"{secret[:6]}…{secret[-4:]}",
            scopes=["generate", "read"],
            created=now,
        )
    )
