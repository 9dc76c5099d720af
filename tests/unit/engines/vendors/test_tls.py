"""TLS to a vendor: without a certificate that can be trusted, for the very host, nothing is sent, and no key."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import pytest
import trustme
import uvloop

from easel.core.failures import Fault, NotStarted
from easel.engines.vendors.client import VendorClient
from unit.engines.vendors.scripted import Shelf

KEY = "a-key-that-nobody-else-may-see"
SMALL, LARGE = {"made": "x"}, {"made": "x" * 3_000_000}


def whole(value: object) -> bytes:
    """An answer."""
    body = json.dumps(value).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body


class Vendor:
    """A TLS server with a certificate; `heard` is all that was said to it once a handshake had ended well."""

    def __init__(self, certificate: trustme.LeafCert, value: object = SMALL):
        self._answer = whole(value)
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(self._context)
        self.heard = b""

    @asynccontextmanager
    async def client(self) -> AsyncIterator[VendorClient]:
        """A client that was told to ask it, by the name `localhost`."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._context)
        url = f"https://localhost:{server.sockets[0].getsockname()[1]}/v1"
        client = VendorClient(url, {"Authorization": f"Bearer {KEY}"}, fetcher=Shelf(), timeout_s=5.0)
        await client.start()
        try:
            yield client
        finally:
            await client.close()
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # What is left of a connection is cancelled when the event loop ends.
        with suppress(asyncio.CancelledError):
            while data := await reader.read(65536):
                self.heard += data
                writer.write(self._answer)
        writer.close()


@pytest.fixture
def authority() -> trustme.CA:
    """A certificate authority that nobody knows."""
    return trustme.CA()


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch) -> trustme.CA:
    """The authority as one that the system trusts."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return authority


async def refused(vendor: Vendor) -> Fault:
    """Why a request to it was certainly not begun."""
    async with vendor.client() as client:
        with pytest.raises(NotStarted) as failure:
            await client.post("/images", {"prompt": "a cat"})
    return failure.value.fault


@pytest.mark.parametrize("new_loop", [asyncio.new_event_loop, uvloop.new_event_loop])
@pytest.mark.parametrize("value", [SMALL, LARGE], ids=["small", "large"])
def test_trusted(trusted, value, new_loop):
    """A vendor with a good certificate is asked and has the key, on the event loops of Python and of the server."""
    vendor = Vendor(trusted.issue_cert("localhost"), value)

    async def three() -> list[str]:
        async with vendor.client() as client:
            answers = [await client.post("/images", {"prompt": "a cat"}) for _ in range(3)]
        return [answer.text(answer.get("made")) for answer in answers]

    with asyncio.Runner(loop_factory=new_loop) as runner:
        answers = runner.run(three())

    assert [value["made"]] * 3 == answers
    assert 3 == vendor.heard.count(f"Authorization: Bearer {KEY}\r\n".encode())


async def test_unknown_authority(authority):
    """A certificate by an authority that the system does not know is refused before anything is sent."""
    vendor = Vendor(authority.issue_cert("localhost"))

    assert Fault.AWAY == await refused(vendor)
    assert b"" == vendor.heard


async def test_other_host(trusted):
    """A good certificate of another host is refused before anything is sent."""
    vendor = Vendor(trusted.issue_cert("vendor.example"))

    assert Fault.AWAY == await refused(vendor)
    assert b"" == vendor.heard


async def test_expired(trusted):
    """A certificate that has expired is refused before anything is sent."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    vendor = Vendor(trusted.issue_cert("localhost", not_after=yesterday))

    assert Fault.AWAY == await refused(vendor)
    assert b"" == vendor.heard


async def test_no_tls_at_all(trusted):
    """A port that answers in plain words is refused before anything is sent in plain words."""
    heard = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(65536))
        writer.write(whole(SMALL))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"https://localhost:{server.sockets[0].getsockname()[1]}/v1"
    client = VendorClient(url, {"Authorization": f"Bearer {KEY}"}, fetcher=Shelf(), timeout_s=5.0)
    await client.start()
    with pytest.raises(NotStarted):
        await client.post("/images", {"prompt": "a cat"})
    await client.close()
    server.close()

    assert heard
    assert not [words for words in heard if KEY.encode() in words]
