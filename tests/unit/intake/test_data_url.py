"""Data URLs and bare base64."""

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easel.intake.data_url import read_base64, read_data_url
from easel.intake.refusal import NOT_A_SOURCE, NOT_AN_IMAGE, Refused

#: Encodes to text with `+`, `/` and padding.
DATA = b"\xfb\xef\xff\xfe" * 4
TEXT = base64.b64encode(DATA).decode()
CAP = 1000


@pytest.mark.parametrize(
    "head",
    ["data:image/png;base64", "data:image/JPEG;base64", "DATA:IMAGE/PNG;BASE64", "data:;base64",
     "data:image/jpg;base64", "data:application/octet-stream;base64", "data:image/png;charset=utf-8;base64",
     "data:image/png;name=a.png;base64"],
)  # fmt: skip
def test_data_urls(head):
    """Types in any case, of images or of nothing in particular, are read."""
    assert DATA == read_data_url(f"{head},{TEXT}", max_bytes=CAP)


@pytest.mark.parametrize(
    ("head", "text"),
    [("data:text/html;base64", NOT_AN_IMAGE), ("data:application/pdf;base64", NOT_AN_IMAGE),
     ("data:image/png", NOT_A_SOURCE), ("data:image/png;base64;x", NOT_A_SOURCE), ("data", NOT_A_SOURCE),
     ("data:image/png;utf8", NOT_A_SOURCE), ("data:" + "a" * 300 + ";base64", NOT_A_SOURCE),
     ("data:image/png;base64 ", NOT_A_SOURCE), ("data:image /png;base64", NOT_A_SOURCE)],
)  # fmt: skip
def test_bad_heads(head, text):
    """Other types, encodings and malformed heads are refused."""
    with pytest.raises(Refused) as refusal:
        read_data_url(f"{head},{TEXT}", max_bytes=CAP)

    assert text == str(refusal.value)


def test_a_data_url_without_a_comma():
    """A data URL that is all head is refused."""
    with pytest.raises(Refused):
        read_data_url("data:image/png;base64", max_bytes=CAP)


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.rstrip("="), TEXT.replace("+", "-").replace("/", "_"), TEXT + "\n", TEXT + "\r\n",
             TEXT.replace("+", "-").replace("/", "_").rstrip("="), f"{TEXT[:4]}\n{TEXT[4:6]}\r\n{TEXT[6:]}"],
)  # fmt: skip
def test_base64(text):
    """Both alphabets, with or without padding, in one line or in several."""
    assert DATA == read_base64(text, max_bytes=CAP)


@pytest.mark.parametrize(
    "text", ["", "\n", "A", "AAAAA", "AA==AA==", TEXT + "," + TEXT, "AA A", "AA\tAA", " " + TEXT, "AAA=A", "A===",
             "A+-A", "A/_A", "AA%3D%3D", "ÄAAA", "ＡＡＡＡ", "AAAA====", "=AAA", "\x00AAA"],
)  # fmt: skip
def test_bad_base64(text):
    """Anything that decoders could read differently is refused: one payload, one alphabet, no gaps."""
    with pytest.raises(Refused) as refusal:
        read_base64(text, max_bytes=CAP)

    assert NOT_A_SOURCE == str(refusal.value)


def test_line_breaks_do_not_count():
    """As much as is allowed, in lines, as a shell's `base64` writes it."""
    data = bytes(range(250)) * 4
    text = base64.encodebytes(data).decode()

    assert data == read_data_url(f"data:image/png;base64,{text}", max_bytes=len(data))
    with pytest.raises(Refused, match="at most"):
        read_base64(text, max_bytes=len(data) - 8)


def test_the_cap_is_checked_before_decoding():
    """Too long a text is refused for its length, although it is no base64 either."""
    text = "!" * 70_000_000
    with pytest.raises(Refused, match=r"at most 50 MB"):
        read_base64(text, max_bytes=50_000_000)


def test_the_cap_is_exact():
    """The cap counts decoded bytes."""
    text = base64.b64encode(bytes(CAP + 1)).decode()

    assert CAP + 1 == len(read_base64(text, max_bytes=CAP + 1))
    with pytest.raises(Refused, match="at most"):
        read_base64(text, max_bytes=CAP)


@given(st.binary(max_size=100), st.booleans(), st.booleans())
def test_what_is_encoded_is_read(data, url_safe, padded):
    """Every spelling of the same bytes gives these bytes."""
    text = (base64.urlsafe_b64encode if url_safe else base64.b64encode)(data).decode()
    text = text if padded else text.rstrip("=")

    if data:
        assert data == read_base64(text, max_bytes=CAP)
        assert data == read_data_url(f"data:image/png;base64,{text}", max_bytes=CAP)


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused(text):
    """No text raises anything but Refused."""
    for read in (read_base64, read_data_url):
        for candidate in (text, f"data:{text}", f"data:image/png;base64,{text}"):
            with contextlib.suppress(Refused):
                read(candidate, max_bytes=CAP)
