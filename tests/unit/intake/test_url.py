"""The URL parser, and what other parsers would read differently."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easel.intake.refusal import UNREACHABLE, Refused
from easel.intake.url import Url, parse_url

GOOD = {
    "http://example.com": Url("http", "example.com", 80, "/", ""),
    "https://example.com": Url("https", "example.com", 443, "/", ""),
    "HTTPS://EXAMPLE.com/A.png": Url("https", "example.com", 443, "/A.png", ""),
    "http://example.com:80/a": Url("http", "example.com", 80, "/a", ""),
    "http://example.com:443/a": Url("http", "example.com", 443, "/a", ""),
    "https://a.example/b?c=d&e=%20f#part": Url("https", "a.example", 443, "/b", "c=d&e=%20f"),
    "https://a.example?c=d": Url("https", "a.example", 443, "/", "c=d"),
    "https://a.example/p@th:1/[x]": Url("https", "a.example", 443, "/p@th:1/[x]", ""),
    "https://a.example/?next=http://127.0.0.1/": Url("https", "a.example", 443, "/", "next=http://127.0.0.1/"),
    "https://例え.jp/画像.png": Url("https", "xn--r8jz45g.jp", 443, "/%E7%94%BB%E5%83%8F.png", ""),
    "https://xn--r8jz45g.jp/": Url("https", "xn--r8jz45g.jp", 443, "/", ""),
    "https://my_bucket.s3.example/x": Url("https", "my_bucket.s3.example", 443, "/x", ""),
    "http://93.184.216.34/x": Url("http", "93.184.216.34", 80, "/x", ""),
    "http://[2606:4700::6810:84E5]/x": Url("http", "2606:4700::6810:84e5", 80, "/x", ""),
    "http://1.example/": Url("http", "1.example", 80, "/", ""),
}

BAD = [
    # user information, and hosts hidden behind it
    "http://user@example.com/", "http://user:pass@example.com/", "http://example.com@127.0.0.1/", "http://@127.0.0.1/",
    "http://example.com:80@127.0.0.1/", "http://127.0.0.1:80:x@example.com/", "http://a@b@127.0.0.1/",
    # backslashes
    "http://example.com\\@127.0.0.1/", "http:\\\\127.0.0.1\\", "http://127.0.0.1\\.example.com/", "http:/\\127.0.0.1/",
    "http://example.com/\\..\\x",
    # control characters and white space
    "http://example.com\r\nX: y/", "http://example.com\t@127.0.0.1/", "http://exa\x00mple.com/", " http://example.com/",
    "http://example.com/ ", "http://example.com/a b", "http://example.com/\x7f", "http://example.com\u00a0/",
    "http://example.com/\u2028", "http://exam\u200bple.com/", "http://example.com/\ud800",
    # numbers that libc or a browser takes for an IPv4 address
    "http://127.1/", "http://0/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://0x7f000001/",
    "http://127.0.0.1./", "http://127.0.0.01/", "http://①②⑦.⓪.⓪.①/", "http://１２７.0.0.1/", "http://127。0。0。1/",
    "http://1.1/", "http://256.256.256.256/", "http://127.0.0.1.0x1/", "http://example.0x/", "http://0x/",
    # authorities that parsers split differently
    "http://example.com#@127.0.0.1/", "http://127.0.0.1#.example.com/", "http://example.com%23@127.0.0.1/",
    "http://127.0.0.1%2f@example.com/", "http://example.com%00.127.0.0.1/", "http://example.com;@127.0.0.1/",
    "http:///example.com/", "http:example.com", "http:/example.com", "//example.com/", "http://", "http:///", "http://?x",
    "http://example.com:/", "http://example.com:080/", "http://example.com:+80/", "http://example.com:８０/",
    "http://[::1", "http://::1/", "http://[::1]x/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/",
    "http://[127.0.0.1]/", "http://[::1].example.com/", "http://[v1.x]/", "http://example.com..:80/", "http://.example/",
    "http://-example.com/", "http://exa$mple.com/", "http://*.example.com/", "http://a,b.example/",
    # ports
    "http://example.com:22/", "http://example.com:8080/", "http://example.com:6379/", "http://example.com:65536/",
    "http://example.com:0/", "http://example.com:-1/",
    # schemes
    "file:///etc/passwd", "ftp://example.com/x.png", "gopher://127.0.0.1:70/_x", "javascript:alert(1)", "jar:http://x/",
    "dict://127.0.0.1:11211/stat", "ldap://127.0.0.1/", "ws://example.com/", "blob:http://example.com/x",
    "data:image/png;base64,AA==", "unix:///var/run/docker.sock", "http+unix://x/", "view-source:http://example.com/",
    "C:\\image.png", "/etc/passwd", "", "example.com/x.png",
    # lengths
    "http://example.com/" + "a" * 9000, "http://" + "a" * 64 + ".example/", "http://" + "a." * 127 + "example/",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_good_urls(text):
    """Ordinary URLs are taken apart into what the client needs."""
    assert GOOD[text] == parse_url(text)


@pytest.mark.parametrize("text", BAD)
def test_bad_urls(text):
    """What parsers could disagree about is refused, always with the same words."""
    with pytest.raises(Refused) as refusal:
        parse_url(text)

    assert UNREACHABLE == str(refusal.value)


def test_a_trusted_port():
    """The operator's `host:port` opens that port, and no other."""
    trusted = {"127.0.0.1:8188"}

    assert 8188 == parse_url("http://127.0.0.1:8188/x.png", trusted=trusted).port
    with pytest.raises(Refused):
        parse_url("http://127.0.0.1:8189/x.png", trusted=trusted)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/b.png?x=1", Url("https", "a.example", 443, "/b.png", "x=1")),
        ("c.png", Url("https", "a.example", 443, "/dir/c.png", "")),
        ("//b.example/", Url("https", "b.example", 443, "/", "")),
        ("http://b.example/", Url("http", "b.example", 80, "/", "")),
        ("../up.png", Url("https", "a.example", 443, "/up.png", "")),
    ],
)
def test_locations(location, expected):
    """A redirect's Location may be relative."""
    assert expected == parse_url("https://a.example/dir/a.png?q").join(location)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://b.example/", "\\\\127.0.0.1\\x", "http://a@b.example/",
                                      "//127.1/", "http://b.example:22/", "/a\tb", "http:///x"])  # fmt: skip
def test_bad_locations(location):
    """A redirect's Location meets the same rule."""
    with pytest.raises(Refused):
        parse_url("https://a.example/dir/a.png").join(location)


@given(st.text(alphabet=st.sampled_from("htps:/\\.@#?%[]:0178xa-_é①。 \t") | st.characters(), max_size=60))
def test_any_text_is_parsed_or_refused(text):
    """No text raises anything but Refused, and what passes is a plain host on a plain port."""
    for candidate in (text, f"http://{text}", f"https://{text}/x"):
        try:
            url = parse_url(candidate)
        except Refused:
            continue
        assert url.port in (80, 443)
        assert url.path.startswith("/")
        assert url.path.isascii()
        assert re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", url.host)
