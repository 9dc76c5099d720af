"""Signed URLs: whoever holds one may read one picture until it expires. Signature and expiry in one place.

    /files/{artifact}?expires={unix seconds}&key={key id}&signature={base64url HMAC-SHA256}

The signature covers the version, the method, the key id, the artifact, the expiry and the media type. It is
compared as text, so that no second spelling of it is valid.
"""

import hmac
import re
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlsplit

from easel.core.errors import Forbidden, UrlExpired

MIN_SECRET_BYTES = 32
NOT_VALID = "This picture's URL is not valid."
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")
_VISIBLE = re.compile(r"[!-~]{1,4096}")
_EXPIRES = re.compile(r"[1-9][0-9]{0,10}")


class Signer:
    """Signs and checks. Every key is valid for checking, `current` signs; to retire a key, leave it out."""

    def __init__(self, keys: Mapping[str, bytes], current: str, *, clock: Callable[[], float] = time.time):
        """`keys` maps key ids to secrets. Raises ValueError on a bad id, a short secret or an unknown `current`."""
        for key, secret in keys.items():
            if not _KEY_ID.fullmatch(key):
                msg = f"a signing key's id must match {_KEY_ID.pattern}, got {key!r}"
                raise ValueError(msg)
            if len(secret) < MIN_SECRET_BYTES:
                msg = f"the secret of signing key {key!r} must have at least {MIN_SECRET_BYTES} bytes"
                raise ValueError(msg)
        if current not in keys:
            msg = f"there is no signing key {current!r}"
            raise ValueError(msg)
        #: Each secret is hashed once: what is signed goes into a copy.
        self._keys = {key: hmac.new(secret, digestmod="sha256") for key, secret in keys.items()}
        self._current = current
        self.clock = clock

    def sign(self, artifact: str, media_type: str, *, expires: int) -> str:
        """The path and query that lead to the artifact until the Unix time `expires`, exclusive."""
        signature = self._signature(self._current, artifact, str(expires), media_type)
        return f"/files/{artifact}?expires={expires}&key={self._current}&signature={signature}"

    def check(self, artifact: str, media_type: str, query: Mapping[str, str]) -> None:
        """Pass, or raise Forbidden on anything that was not signed here, UrlExpired on what was, but is past."""
        expires, key = query.get("expires", ""), query.get("key", "")
        if key not in self._keys or not _EXPIRES.fullmatch(expires):
            raise Forbidden(NOT_VALID)
        expected = self._signature(key, artifact, expires, media_type)
        given = query.get("signature", "").encode(errors="replace")
        if not hmac.compare_digest(expected.encode(), given):
            raise Forbidden(NOT_VALID)
        if self.clock() >= int(expires):
            raise UrlExpired

    def _signature(self, key: str, artifact: str, expires: str, media_type: str) -> str:
        message = "\n".join(("v1", "GET", key, artifact, expires, media_type))
        code = self._keys[key].copy()
        code.update(message.encode(errors="replace"))
        return urlsafe_b64encode(code.digest()).rstrip(b"=").decode()


def split_url(url: str) -> tuple[str, dict[str, str]] | None:
    """The artifact and the query of a URL of the form above, whatever its host; None for any other URL."""
    # urlsplit passes over white space and control characters, so one URL would have many spellings, and it keeps
    # what it has split in a cache, where a data URL of many megabytes must not go.
    if not _VISIBLE.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=16)
    except ValueError:
        return None
    folder, _, artifact = parts.path.rpartition("/")
    if not folder.endswith("/files") or len({name for name, _ in pairs}) != len(pairs):
        return None
    return artifact, dict(pairs)
