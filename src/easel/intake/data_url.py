"""Pictures inside the request: data URLs and bare base64. The declared type is only checked, never believed."""

import re

import pybase64

from easel.intake.refusal import NOT_A_SOURCE, NOT_AN_IMAGE, Refused, too_many_bytes

#: `data:` plus type and parameters; the longest honest head is far below this.
HEAD_MAX_CHARS = 256
#: The shortest lines that are usual; a line break has two characters at most.
LINE_CHARS = 64

_HEAD = re.compile(
    r"data:(?P<type>[\w.+/-]*)(?P<parameters>(?:;[\w.+-]+=[\w.+\"-]*)*);base64", re.IGNORECASE | re.ASCII
)


def is_data_url(text: str) -> bool:
    """Does the text start with `data:`, in any case?"""
    return text[:5].lower() == "data:"


def read_data_url(text: str, *, max_bytes: int) -> bytes:
    """The bytes of a base64 data URL of at most `max_bytes` decoded bytes; raises Refused.

    The type has to be `image/…`, `application/octet-stream` or missing, in any case.
    """
    comma = text.find(",", 0, HEAD_MAX_CHARS)
    head = _HEAD.fullmatch(text[:comma]) if comma > 0 else None
    if head is None:
        raise Refused(NOT_A_SOURCE)
    media_type = head["type"].lower()
    if not (media_type.startswith("image/") or media_type in ("application/octet-stream", "")):
        raise Refused(NOT_AN_IMAGE)
    return read_base64(text[comma + 1 :], max_bytes=max_bytes)


def read_base64(text: str, *, max_bytes: int) -> bytes:
    """Decode strict base64 of at most `max_bytes` decoded bytes; raises Refused.

    The standard and the URL-safe alphabet are taken, but not mixed; padding may be missing; line breaks, which
    `base64` and MIME put after every 76 characters or 64, do not count.
    """
    max_chars = max_bytes * 4 // 3 + 8
    if len(text) > max_chars + max_chars // LINE_CHARS * 2:
        raise too_many_bytes(max_bytes)
    text = text.replace("\n", "").replace("\r", "")
    if not text or not text.isascii():
        raise Refused(NOT_A_SOURCE)
    url_safe = "-" in text or "_" in text
    if url_safe and ("+" in text or "/" in text):
        raise Refused(NOT_A_SOURCE)
    if "=" not in text:
        text += "=" * (-len(text) % 4)
    try:
        data = pybase64.b64decode(text, altchars=b"-_" if url_safe else None, validate=True)
    except ValueError:
        raise Refused(NOT_A_SOURCE) from None
    if len(data) > max_bytes:
        raise too_many_bytes(max_bytes)
    return data
