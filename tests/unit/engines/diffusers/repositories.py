"""Tiny repositories of weights in the published layout, made without torch; and a Hub on loopback that serves them."""

import hashlib
import io
import json
import pickle
import struct
import zipfile
from collections.abc import Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

REVISION = "0123456789abcdef0123456789abcdef01234567"
REPOSITORY = "someone/tiny"
SOURCE = f"{REPOSITORY}@{REVISION}"
#: A model card whose one route takes its weights from the place of `SOURCE`.
CARD = f"""
id = "mine"
dialect = "openai"
title = ""
description = ""
owner = ""
created = 0

[sizes]
default = "64x64"

[[routes]]
engine = "diffusers"
source = "{SOURCE}"
"""


class Canary:
    """Whoever unpickles it makes a file."""

    def __init__(self, path: Path):
        self._path = path

    def __reduce__(self):
        """What pickle has to call to make this object again."""
        return open, (str(self._path), "w")


def pickled(path: Path) -> bytes:
    """A pickle that makes the file `path` when it is opened."""
    return pickle.dumps(Canary(path))


def zipped(path: Path) -> bytes:
    """The same as torch saves it: a zip with a pickle in it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("archive/data.pkl", pickled(path))
    return archive.getvalue()


def safetensors(tensors: Mapping[str, tuple[str, list[int], bytes]], **metadata: str) -> bytes:
    """A safetensors file of these tensors: type, shape and data, by name."""
    header: dict = {"__metadata__": metadata} if metadata else {}
    at = 0
    for name, (kind, shape, data) in tensors.items():
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [at, at + len(data)]}
        at += len(data)
    return with_header(header, b"".join(data for _, _, data in tensors.values()))


def with_header(header: object, data: bytes) -> bytes:
    """A safetensors file with a header of one's own."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def weights(count: int, *, kind: str = "F16", width: int = 2) -> bytes:
    """Weights of `count` parameters, no two places alike."""
    return safetensors({"w": (kind, [count], bytes(i * 7 % 256 for i in range(count * width)))}, format="pt")


def pipeline() -> dict[str, bytes]:
    """The files of a small pipeline as they are published, with everything beside them that must not be pulled."""
    index = {
        "_class_name": "FluxPipeline",
        "_diffusers_version": "0.42.1",
        "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "transformer": ["diffusers", "FluxTransformer2DModel"],
        "vae": ["diffusers", "AutoencoderKL"],
        "image_encoder": [None, None],
        "requires_safety_checker": False,
    }
    shards = [f"diffusion_pytorch_model-0000{n}-of-00002.safetensors" for n in (1, 2)]
    shards_index = {"metadata": {"total_size": 1200}, "weight_map": {"a": shards[0], "b": shards[1]}}
    return {
        "model_index.json": json.dumps(index).encode(),
        "LICENSE.md": b"The licence of a test.\n",
        "scheduler/scheduler_config.json": b'{"_class_name": "FlowMatchEulerDiscreteScheduler"}',
        "text_encoder/config.json": b'{"architectures": ["CLIPTextModel"]}',
        "text_encoder/model.safetensors": weights(200),
        "tokenizer/merges.txt": b"#version: 0.2\ni n\n",
        "tokenizer/spiece.model": b"\x0a\x0e\x0a\x05<pad>\x15\x00\x00\x00\x00\x18\x03",
        "tokenizer/vocab.json": b'{"a": 0}',
        "transformer/config.json": b'{"_class_name": "FluxTransformer2DModel"}',
        "transformer/diffusion_pytorch_model.safetensors.index.json": json.dumps(shards_index).encode(),
        f"transformer/{shards[0]}": weights(400, kind="BF16"),
        f"transformer/{shards[1]}": weights(200, kind="BF16"),
        "vae/config.json": b'{"_class_name": "AutoencoderKL"}',
        "vae/diffusion_pytorch_model.safetensors": weights(100, kind="F32", width=4),
        "vae/diffusion_pytorch_model.fp16.safetensors": weights(100),
    }


#: What lies beside it in a published repository and is never wanted.
BESIDE = {
    ".gitattributes": b"*.safetensors filter=lfs\n",
    "flux1-tiny.safetensors": weights(900),
    "grid.jpg": b"\xff\xd8 a picture",
    "text_encoder/pytorch_model.bin": b"\x80\x04N.",
    "unet/model.onnx": b"\x08\x08",
    "vae/diffusion_flax_model.msgpack": b"\x81",
}


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


class FakeHub:
    """The routes of the Hub that a pull uses, over files of a test; faults on demand.

    Large files (safetensors) are kept in LFS: the endpoint redirects to another host for them.
    """

    def __init__(self, files: Mapping[str, bytes], *, token: str | None = None):
        self.files = dict(files)
        self.commit = REVISION
        self.token = token
        #: What is sent in place of a file's own bytes.
        self.sent: dict[str, bytes] = {}
        #: After how many bytes a connection is cut, for each file; each entry counts once.
        self.cuts: dict[str, list[int]] = {}
        #: Statuses to answer with before anything else is answered.
        self.statuses: list[int] = []
        self.ranges = True
        #: What was asked: path, range, and the key that came with it.
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.far = ""

    def of(self, name: str) -> list[str | None]:
        """The ranges that were asked for of a file's bytes, in order."""
        return [span for path, span, _ in self.asked if path == f"/far/{name}"]

    @asynccontextmanager
    async def open(self):
        """Serve; gives the endpoint's address."""
        far = web.Application()
        far.router.add_get("/far/{name:.+}", self._far)
        near = web.Application()
        near.router.add_get("/api/models/{owner}/{name}/revision/{revision}", self._listing)
        near.router.add_get("/{owner}/{name}/resolve/{revision}/{file:.+}", self._resolve)
        async with TestServer(far, skip_url_asserts=True) as other, TestServer(near) as server:
            self.far = str(other.make_url("")).rstrip("/")
            yield str(server.make_url("")).rstrip("/")

    def _note(self, request: web.Request) -> None:
        self.asked.append((request.path, request.headers.get("Range"), request.headers.get("Authorization")))

    def _refusal(self, request: web.Request) -> web.Response | None:
        self._note(request)
        if self.statuses:
            return web.Response(status=self.statuses.pop(0))
        if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.Response(status=401)
        if f"{request.match_info['owner']}/{request.match_info['name']}" != REPOSITORY:
            return web.Response(status=404)
        return None

    async def _listing(self, request: web.Request) -> web.Response:
        refusal = self._refusal(request)
        if refusal:
            return refusal
        if request.match_info["revision"] not in ("main", REVISION):
            return web.Response(status=404)
        siblings = [self._entry(name, data) for name, data in self.files.items()]
        return web.json_response({"id": REPOSITORY, "sha": self.commit, "siblings": siblings})

    def _entry(self, name: str, data: bytes) -> dict:
        blob = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
        entry = {"rfilename": name, "size": len(data), "blobId": blob}
        if name.endswith((".safetensors", ".bin")):
            # Git keeps a pointer; the blob is the pointer's.
            entry["blobId"] = "0" * 40
            entry["lfs"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 134}
        return entry

    async def _resolve(self, request: web.Request) -> web.StreamResponse:
        refusal = self._refusal(request)
        if refusal:
            return refusal
        name = request.match_info["file"]
        if name not in self.files or request.match_info["revision"] != REVISION:
            return web.Response(status=404)
        if "lfs" in self._entry(name, b""):
            return web.Response(status=302, headers={"Location": f"{self.far}/far/{name}"})
        return await self._send(request, name)

    async def _far(self, request: web.Request) -> web.StreamResponse:
        self._note(request)
        return await self._send(request, request.match_info["name"])

    async def _send(self, request: web.Request, name: str) -> web.StreamResponse:
        data = self.sent.get(name, self.files[name])
        span = request.headers.get("Range") if self.ranges else None
        begin = int(span.removeprefix("bytes=").rstrip("-")) if span else 0
        answer = web.StreamResponse(status=206 if span else 200)
        if span:
            answer.headers["Content-Range"] = f"bytes {begin}-{len(data) - 1}/{len(data)}"
        answer.content_length = len(data) - begin
        await answer.prepare(request)
        cut = self.cuts[name].pop(0) if self.cuts.get(name) else None
        await answer.write(data[begin : len(data) if cut is None else begin + cut])
        if cut is not None:
            request.transport.close()
        return answer
