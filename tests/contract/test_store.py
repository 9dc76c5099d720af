"""What every picture store does, whatever keeps its bytes: a local folder, memory, a bucket over the S3 protocol."""

import asyncio
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from easel.core.errors import Forbidden, NotFound, UrlExpired
from easel.core.ports import Encoded
from easel.storage import bucket
from easel.storage.artifacts import ArtifactStore, open_objects, probe
from easel.storage.signed_url import Signer, split_url
from easel.testing import FrozenClock

PNG = Encoded(b"\x89PNG\r\n\x1a\n picture", "image/png")
TRAVERSALS = (
    "../secret", "..", ".", "", "/", "/etc/passwd", "//etc/passwd", "../../../../etc/passwd", "..\\..\\secret",
    "..%2f..%2fsecret", "%2e%2e/secret", "%2e%2e%2fsecret", "..%252fsecret", "....//secret", "..;/secret", "..%00",
    "secret\0.png", "{id}\0", "{id}\n", " {id}", "{id} ", "./{id}", "x/../{id}", "{id}/", "{id}/..", "{id}/../secret",
    "../pictures/{id}", "{id}.part", "{id}.png", "{upper}", "C:\\secret", "file:///etc/passwd", "~/secret", "$HOME",
    "\uff0e\uff0e/secret", "..\u2215secret", "..\u2044secret", "\u202e{id}", "{id}?x", "{id}#", "*", "{hex}",
    "{hex}.svg", "{hex}.html", "{hex}.PNG", "-rf", "con", "a" * 10_000,
)  # fmt: skip


class FakeS3(BaseHTTPRequestHandler):
    """As much of S3 as a picture store needs, over real HTTP: PUT, GET, ListObjectsV2 and DeleteObjects."""

    protocol_version = "HTTP/1.1"
    objects: dict[str, bytes]

    def do_PUT(self):  # noqa: D102
        self.objects[self._key()] = self._body()
        self._answer(200, b"")

    def do_GET(self):  # noqa: D102
        query = parse_qs(urlsplit(self.path).query)
        if "list-type" in query:
            self._list(query)
        elif self._key() in self.objects:
            self._answer(200, self.objects[self._key()])
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")

    def do_POST(self):  # noqa: D102
        keys = [unquote(key) for key in re.findall(r"<Key>(.*?)</Key>", self._body().decode())]
        for key in keys:
            self.objects.pop(key, None)
        deleted = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
        self._answer(200, f"<DeleteResult>{deleted}</DeleteResult>".encode())

    def _list(self, query: dict[str, list[str]]):
        """Two keys a page, so that paging is walked too."""
        prefix, after = query.get("prefix", [""])[0], query.get("continuation-token", [""])[0]
        keys = sorted(key for key in self.objects if key.startswith(prefix) and key > after)
        page, more = keys[:2], len(keys) > 2
        rows = "".join(
            f"<Contents><Key>{key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>e</ETag>"
            f"<Size>{len(self.objects[key])}</Size></Contents>"
            for key in page
        )
        token = f"<NextContinuationToken>{page[-1]}</NextContinuationToken>" if more else ""
        head = f"<IsTruncated>{str(more).lower()}</IsTruncated>"
        self._answer(200, f"<ListBucketResult>{head}{token}{rows}</ListBucketResult>".encode())

    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/bucket/")

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def _answer(self, status: int, body: bytes):
        self.send_response(status)
        for name, value in (
            ("Content-Length", len(body)),
            ("ETag", '"e"'),
            ("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT"),
        ):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object):
        """Say nothing."""


@pytest.fixture
def s3_url(monkeypatch):
    """The storage URL of a bucket on a fake S3 server on loopback."""
    handler = type("Handler", (FakeS3,), {"objects": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    environment = {
        "AWS_ENDPOINT": f"http://127.0.0.1:{server.server_port}", "AWS_ALLOW_HTTP": "true", "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret",
    }  # fmt: skip
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    yield "s3://bucket/easel"
    server.shutdown()
    server.server_close()


@pytest.fixture
def clock():
    """A clock that stands still."""
    return FrozenClock()


@pytest.fixture(params=["folder", "memory", "s3"])
def store(request, tmp_path, clock):
    """A store on each kind of storage."""
    urls = {"folder": (tmp_path / "pictures").as_uri, "memory": lambda: "memory:///"}
    url = urls[request.param]() if request.param in urls else request.getfixturevalue("s3_url")
    return ArtifactStore(url, signer=Signer({"1": b"k" * 32}, "1", clock=clock))


async def fetch(store: ArtifactStore, path: str) -> Encoded:
    """Get by a signed path."""
    return await store.get(*split_url(path))


@pytest.mark.parametrize("media_type", ["image/png", "image/jpeg", "image/webp"])
async def test_round_trip(store, media_type):
    """What was put comes back, with its media type."""
    stored = await store.put(Encoded(b"data", media_type), lifetime_s=60)
    assert Encoded(b"data", media_type) == await fetch(store, stored.path)


async def test_path_leads_to_the_artifact(store):
    """The path is that of the artifact."""
    stored = await store.put(PNG, lifetime_s=60)
    assert stored.path.startswith(f"/files/{stored.artifact}?")
    assert len(stored.artifact) <= 64


async def test_ids_are_random(store):
    """The same picture twice has two ids."""
    assert (await store.put(PNG, lifetime_s=60)).artifact != (await store.put(PNG, lifetime_s=60)).artifact


@pytest.mark.parametrize("lifetime_s", [3600, 86_400, 604_800])
async def test_lifetime_is_exact(store, clock, lifetime_s):
    """Each dialect's lifetime ends to the second."""
    stored = await store.put(PNG, lifetime_s=lifetime_s)
    clock.tick(lifetime_s - 1)
    assert PNG == await fetch(store, stored.path)
    clock.tick(1)
    with pytest.raises(UrlExpired):
        await fetch(store, stored.path)


async def test_never_shorter_than_promised(store, clock):
    """Between two seconds, the lifetime is rounded up."""
    clock.now += 0.7
    stored = await store.put(PNG, lifetime_s=60)
    clock.tick(59.9)
    assert PNG == await fetch(store, stored.path)


@pytest.mark.parametrize("payload", TRAVERSALS)
async def test_traversal(store, tmp_path, payload):
    """No artifact name but a stored one's own leads anywhere, even with its query."""
    (tmp_path / "secret").write_bytes(b"secret")
    stored = await store.put(PNG, lifetime_s=60)
    given = payload.format(id=stored.artifact, hex=stored.artifact[:40], upper=stored.artifact.upper())
    _, query = split_url(stored.path)
    with pytest.raises(Forbidden):
        await store.get(given, query)


async def test_other_pictures_query(store):
    """One picture's signature does not open another."""
    one, two = await store.put(PNG, lifetime_s=60), await store.put(PNG, lifetime_s=60)
    with pytest.raises(Forbidden):
        await store.get(one.artifact, split_url(two.path)[1])


async def test_unsigned(store):
    """Knowing the id is not enough."""
    with pytest.raises(Forbidden):
        await store.get((await store.put(PNG, lifetime_s=60)).artifact, {})


async def test_gone(store):
    """A picture that was deleted before its time is not found."""
    stored = await store.put(PNG, lifetime_s=60)
    assert 1 == await store.sweep(now=2**32)
    with pytest.raises(NotFound):
        await fetch(store, stored.path)


async def test_not_a_picture(store):
    """Only the three picture formats are kept."""
    for media_type in ("image/svg+xml", "text/html", "image/../x"):
        with pytest.raises(ValueError, match="cannot keep"):
            await store.put(Encoded(b"<svg/>", media_type), lifetime_s=60)


async def test_own(store):
    """One of the store's own URLs gives its picture's bytes, whatever the host."""
    stored = await store.put(PNG, lifetime_s=60)
    for host in ("", "http://127.0.0.1:8000", "https://pictures.example.com"):
        assert PNG.data == await store.own(host + stored.path)


async def test_own_refuses(store, clock):
    """Other URLs, tampered ones and expired ones give nothing."""
    stored = await store.put(PNG, lifetime_s=60)
    tampered = stored.path[:-1] + ("A" if stored.path[-1] != "A" else "B")
    for url in ("", "http://example.com/cat.png", "data:image/png;base64,AA", "/files/../secret?x=1", tampered):
        assert None is await store.own(url)
    clock.tick(60)
    assert None is await store.own(stored.path)


async def test_sweep(store, clock):
    """The sweep deletes what has expired, leaves the rest, and finds nothing the second time."""
    short, long = [await store.put(PNG, lifetime_s=seconds) for seconds in (60, 120)]
    assert 0 == await store.sweep()
    clock.tick(60)
    assert 1 == await store.sweep()
    assert 0 == await store.sweep()
    assert PNG == await fetch(store, long.path)
    clock.now -= 60
    with pytest.raises(NotFound):
        await fetch(store, short.path)


async def test_sweeps_at_once(store, clock):
    """Sweeps that run at the same time, and beside puts, do no harm to each other."""
    for _ in range(20):
        await store.put(PNG, lifetime_s=60)
    clock.tick(60)
    *sweeps, kept = await asyncio.gather(*(store.sweep() for _ in range(4)), store.put(PNG, lifetime_s=60))
    assert 20 <= sum(sweeps)
    assert 0 == await store.sweep()
    assert PNG == await fetch(store, kept.path)


async def test_probe(s3_url, tmp_path, monkeypatch):
    """Whether pictures can be kept somewhere is seen by writing there; nothing is left behind."""
    for url in (s3_url, (tmp_path / "pictures").as_uri(), "memory:///"):
        probe(url)
    left = [name async for names in open_objects(s3_url).names() for name in names]
    monkeypatch.setenv("AWS_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.setattr(bucket, "_RETRIES", {"max_retries": 0})
    with pytest.raises(OSError, match=r"^the bucket refused: .*127\.0\.0\.1"):
        probe(s3_url)

    assert ([], []) == (left, list((tmp_path / "pictures").iterdir()))
