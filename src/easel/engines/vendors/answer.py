"""A vendor's answer: its JSON, without copies of the pictures in it, and what its HTTP status means."""

import secrets
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from time import time
from typing import Any

import orjson
import pybase64

from easel.core.errors import EaselError, TimedOut, UpstreamFailed
from easel.core.failures import Fault, NotStarted

#: From this length on, texts are left where they are instead of becoming Python texts.
LARGE_CHARS = 16 * 1024
#: So much of a vendor's complaint is logged.
COMPLAINT_CHARS = 300
#: Stands for a large text, with its number. Nobody outside this process knows it, so no vendor's text is taken for one.
STAND_IN = secrets.token_hex(16)
#: Statuses by which a server says that it took the request for wrong, and did nothing.
REFUSALS = frozenset({400, 404, 405, 406, 410, 411, 413, 414, 415, 417, 422, 431, 451})
#: Statuses by which it says that it did not even look at it, for want of a key, of rights or of money.
BARS = frozenset({401, 402, 403, 407, *range(300, 400)})


class Answer:
    """One HTTP answer. `value` is its JSON; None when it is no JSON. Header names are in lower case."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytearray):
        self.status = status
        self._headers = headers
        self._large: dict[str, memoryview] = {}
        self.value = self._read(body)

    def get(self, *path: str | int) -> Any:
        """The value at a path, such as `("data", 0, "url")`; None when there is none."""
        value = self.value
        for step in path:
            if isinstance(step, str):
                value = value.get(step) if isinstance(value, dict) else None
            else:
                value = value[step] if isinstance(value, list) and -len(value) <= step < len(value) else None
        return value

    def text(self, value: Any) -> str:
        """A text of the answer, whole; empty when it is none."""
        if not isinstance(value, str):
            return ""
        large = self._large.get(value)
        return value if large is None else str(large, "utf-8", "replace")

    def base64(self, value: Any) -> bytes:
        """The bytes of a base64 text or data URL of the answer; raises UpstreamFailed."""
        data = self._large.get(value) if isinstance(value, str) else None
        if data is None:
            data = memoryview(value.encode() if isinstance(value, str) else b"")
        head = bytes(data[:128])
        if head[:5].lower() == b"data:":
            data = data[head.find(b",") + 1 :]
        try:
            return pybase64.b64decode(data, validate=True)
        except ValueError:
            raise garbled() from None

    @property
    def retry_after_s(self) -> float | None:
        """What the answer says about when to come again, in seconds."""
        text = self._headers.get("retry-after", "").strip()
        if text.replace(".", "", 1).isdecimal():
            return float(text)
        try:
            return max(parsedate_to_datetime(text).timestamp() - time(), 0.0)
        except ValueError:
            return None

    def complaint(self, *, words: bool) -> dict[str, Any] | None:
        """What the vendor finds wrong, for the operator's log: its codes, and its `words`, which may quote the prompt.

        None where it finds nothing wrong.
        """
        error, base = (value if isinstance(value, dict) else {} for value in (self.get("error"), self.get("base_resp")))
        if self.status == HTTPStatus.OK and not self.get("error") and not base.get("status_code"):
            return None
        codes = [error.get(name) for name in ("code", "type", "status", "param")] + [base.get("status_code")]
        said = [error.get("message"), base.get("status_msg"), *map(self.get, ("error", "message", "detail"))]
        told = {"status": self.status, "code": _joined(codes)}
        return {**told, "said": _joined(said)} if words else told

    def fault(self) -> Exception | None:
        """What the HTTP status means, where the body's own code says nothing better; None for a success."""
        status = self.status
        if status == HTTPStatus.OK:
            return None
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            return NotStarted(Fault.BUSY, again_s=self.retry_after_s)
        if status == HTTPStatus.SERVICE_UNAVAILABLE and self.retry_after_s is not None:
            # Without it, it may be a proxy's word for a connection that broke in the middle of the work.
            return NotStarted(Fault.BUSY, again_s=self.retry_after_s)
        if status in BARS or status in REFUSALS:
            return NotStarted(Fault.BARRED if status in BARS else Fault.REFUSED)
        return TimedOut() if status in (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT) else UpstreamFailed()

    def _read(self, body: bytearray) -> Any:
        try:
            return orjson.loads(self._without_large(body) if len(body) > LARGE_CHARS else body)
        except ValueError:
            return None

    def _without_large(self, body: bytearray) -> bytes:
        """The body with a short name in place of each large text: Python texts of megabytes are slow to make."""
        view = memoryview(body)
        pieces: list[bytes | memoryview] = []
        start = at = 0
        while (opening := body.find(b'"', at)) >= 0:
            closing = _closing(body, opening + 1)
            if closing - opening > LARGE_CHARS and body.find(b"\\", opening, closing) < 0:
                name = f"{STAND_IN}-{len(self._large)}"
                self._large[name] = view[opening + 1 : closing]
                pieces += (view[start : opening + 1], name.encode())
                start = closing
            at = closing + 1
        return b"".join((*pieces, view[start:]))


def _joined(values: Iterable[Any]) -> str:
    return " ".join(str(value) for value in values if value and isinstance(value, str | int))[:COMPLAINT_CHARS]


def garbled() -> EaselError:
    """The error for an answer that makes no sense, although the work may have been done."""
    return UpstreamFailed("The upstream service answered with something that is no picture.")


def no_picture() -> EaselError:
    """The error for an answer of words alone."""
    return UpstreamFailed("The upstream service answered without a picture.")


def _closing(body: bytearray, at: int) -> int:
    """Where the text that begins at `at` ends; the body's end if it does not."""
    while (quote := body.find(b'"', at)) >= 0:
        slashes = quote
        while slashes > at and body[slashes - 1] == 0x5C:
            slashes -= 1
        if (quote - slashes) % 2 == 0:
            return quote
        at = quote + 1
    return len(body)
