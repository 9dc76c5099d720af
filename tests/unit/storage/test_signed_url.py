"""Signed URLs: what is accepted, and that nothing else is."""

import pytest

from easel.core.errors import Forbidden, UrlExpired
from easel.storage.signed_url import Signer, split_url
from easel.testing import FrozenClock

OLD, NEW = b"o" * 32, b"n" * 32
ARTIFACT = "65f0a1b2" + "0123456789abcdef" * 2 + ".png"
EXPIRES = 1_700_000_060


@pytest.fixture
def clock():
    """A clock one minute before EXPIRES."""
    return FrozenClock(1_700_000_000.0)


@pytest.fixture
def signer(clock):
    """A signer with one key."""
    return Signer({"1": NEW}, "1", clock=clock)


def check(signer: Signer, url: str, media_type: str = "image/png") -> None:
    """Check a whole URL as a server that routes only `/files/{name}` would."""
    parts = split_url(url)
    if parts is None or not url.startswith("/files/"):
        raise Forbidden
    signer.check(parts[0], media_type, parts[1])


def test_own_url(signer):
    """A URL that was just signed passes."""
    check(signer, signer.sign(ARTIFACT, "image/png", expires=EXPIRES))


def test_form(signer):
    """The URL has the documented form."""
    url = signer.sign(ARTIFACT, "image/png", expires=EXPIRES)
    assert f"/files/{ARTIFACT}?expires={EXPIRES}&key=1&signature=" == url[:-43]


@pytest.mark.parametrize(("seconds", "expired"), [(-1, False), (-0.001, False), (0, True), (1, True)])
def test_expiry_is_exact(signer, clock, seconds, expired):
    """A URL is valid up to its expiry and not at it."""
    url = signer.sign(ARTIFACT, "image/png", expires=EXPIRES)
    clock.now = EXPIRES + seconds
    if expired:
        with pytest.raises(UrlExpired):
            check(signer, url)
    else:
        check(signer, url)


@pytest.mark.parametrize("expired", [False, True])
def test_every_flipped_bit_fails(signer, clock, expired):
    """No URL that differs from a signed one in a single bit passes, nor is it told from other wrong URLs."""
    url = signer.sign(ARTIFACT, "image/png", expires=EXPIRES)
    clock.now = EXPIRES + 1 if expired else clock.now
    for position in range(len(url)):
        for bit in range(8):
            flipped = url[:position] + chr(ord(url[position]) ^ 1 << bit) + url[position + 1 :]
            with pytest.raises(Forbidden):
                check(signer, flipped)


def test_every_single_character_fails(signer):
    """No replacement, insertion or deletion of one character passes."""
    url = signer.sign(ARTIFACT, "image/png", expires=EXPIRES)
    for position in range(len(url)):
        changed = {url[:position] + url[position + 1 :]}
        for character in "0aA-_=+/ %\n.\u0660é":
            changed |= {url[:position] + character + url[position:], url[:position] + character + url[position + 1 :]}
        for other in changed - {url}:
            with pytest.raises(Forbidden):
                check(signer, other)


def test_other_media_type(signer):
    """The media type is signed too."""
    with pytest.raises(Forbidden):
        check(signer, signer.sign(ARTIFACT, "image/png", expires=EXPIRES), "image/webp")


@pytest.mark.parametrize("missing", ["expires", "key", "signature"])
def test_missing_parameter(signer, missing):
    """A URL without one of its parameters is not valid."""
    _, query = split_url(signer.sign(ARTIFACT, "image/png", expires=EXPIRES))
    del query[missing]
    with pytest.raises(Forbidden):
        signer.check(ARTIFACT, "image/png", query)


@pytest.mark.parametrize("expires", [f"0{EXPIRES}", f"+{EXPIRES}", f" {EXPIRES}", f"{EXPIRES}.0", "１７", "-1", ""])
def test_other_spellings_of_the_expiry(signer, expires):
    """The expiry has one spelling."""
    _, query = split_url(signer.sign(ARTIFACT, "image/png", expires=EXPIRES))
    with pytest.raises(Forbidden):
        signer.check(ARTIFACT, "image/png", query | {"expires": expires})


@pytest.mark.parametrize("signature", ["", "\ud800", "é" * 43, "A" * 100_000])
def test_odd_signatures(signer, signature):
    """A signature of any length and any characters is refused in words."""
    query = {"expires": str(EXPIRES), "key": "1", "signature": signature}
    with pytest.raises(Forbidden):
        signer.check(ARTIFACT, "image/png", query)


def test_rotation(clock):
    """URLs of an old key are valid until it is retired, and new ones are signed with the current key."""
    old = Signer({"1": OLD}, "1", clock=clock).sign(ARTIFACT, "image/png", expires=EXPIRES)
    both = Signer({"1": OLD, "2": NEW}, "2", clock=clock)
    new = both.sign(ARTIFACT, "image/png", expires=EXPIRES)
    check(both, old)
    check(both, new)
    assert "&key=2&" in new
    retired = Signer({"2": NEW}, "2", clock=clock)
    check(retired, new)
    with pytest.raises(Forbidden):
        check(retired, old)


def test_other_key_id_of_the_same_secret(clock):
    """The key id is signed too."""
    signer = Signer({"1": NEW, "2": NEW}, "1", clock=clock)
    with pytest.raises(Forbidden):
        check(signer, signer.sign(ARTIFACT, "image/png", expires=EXPIRES).replace("key=1", "key=2"))


@pytest.mark.parametrize(
    ("keys", "current"),
    [
        ({}, "1"),
        ({"1": b""}, "1"),
        ({"1": b"x" * 31}, "1"),
        ({"1": NEW}, "2"),
        ({"a\nb": NEW}, "a\nb"),
        ({"": NEW}, ""),
    ],
)
def test_bad_keys(keys, current):
    """A signer without a proper key is never made."""
    with pytest.raises(ValueError, match="key"):
        Signer(keys, current)


@pytest.mark.parametrize(
    "url",
    ["", "x", "http://[", "/other/a.png?x=1", "/files?x=1", "/filesx/a.png", "/files/a.png?a=1&a=2",
     "/files/a.png?" + "&".join(f"p{i}=1" for i in range(99)), "data:image/png;base64,AAAA",
     "/files/a.png?a=" + "a" * 5000, "/files/a.png?a=\n1"],
)  # fmt: skip
def test_split_url_refuses(url):
    """Other URLs are no picture URLs."""
    assert None is split_url(url)


@pytest.mark.parametrize("host", ["", "http://127.0.0.1:8000", "https://img.example.com/easel"])
def test_split_url_any_host(host):
    """The host, and a prefix that a proxy adds, do not matter."""
    assert ("a.png", {"expires": "1"}) == split_url(f"{host}/files/a.png?expires=1")
