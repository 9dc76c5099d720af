"""Request bodies as real clients send them, well and badly: JSON and multipart forms."""

import gzip
import json

import pytest

from easel.core.job import Role

IMAGES = "/v1/images/generations"
EDITS = "/v1/images/edits"
CAT = {"model": "imagen-3", "prompt": "a cat"}
PNG = b"\x89PNG\r\n\x1a\n\xff\x00"


def form(*parts: tuple[str, bytes], end: bytes = b"--b--\r\n") -> bytes:
    """A multipart form by hand: the rest of each part's Content-Disposition, and its bytes."""
    heads = (f"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + data for head, data in parts)
    return b"".join(part + b"\r\n" for part in heads) + end


async def send(client, body: bytes):
    """Post an edit."""
    return await client.post(EDITS, content=body, headers={"Content-Type": "multipart/form-data; boundary=b"})


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "The request body is empty: send a JSON object."),
        (b'{"model": "imagen-3", "prompt": "a', "line 1 column 34"),
        (b'{"model": "imagen-3",}', "trailing comma at line 1 column 22"),
        (b"{'model': 'imagen-3'}", "key must be a string at line 1 column 2"),
        (json.dumps({**CAT, "prompt": "half a \ud83d"}).encode(), "hex escape at line 1 column"),
        ('{"model": "imagen-3", "prompt": "红色"}'.encode("gbk"), "invalid unicode code point at line 1 column"),
    ],
)
async def test_what_is_wrong_with_json(body, says, client):
    """The error says what is wrong, and where, so that nobody has to guess."""
    answer = await client.post(IMAGES, content=body)

    assert 400 == answer.status_code
    assert says in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "path",
    ["/v1/image_generation", "/v1/chat/completions", "/v1beta/models/gemini-3-pro-image-preview:generateContent",
     "/v1beta/models/imagen-3:predict", "/v1/tasks/submit"],
)  # fmt: skip
async def test_form_where_json_is_wanted(path, client):
    """Is told as what it is, not as an empty body."""
    answer = await client.post(path, data={"prompt": "a cat"}, files={"image": b"x"})

    assert "takes no forms: send a JSON object" in answer.text


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/v1/image_generation", "base_resp"), (IMAGES, "error"), (EDITS, "error"),
        ("/v1beta/models/gemini-3-pro-image-preview:generateContent", "error"),
    ],
)  # fmt: skip
async def test_compressed(path, shape, client):
    """Is told as what it is, in the dialect's own shape, and never inflated."""
    body = gzip.compress(json.dumps(CAT).encode())
    answer = await client.post(path, content=body, headers={"Content-Encoding": "gzip"})

    assert shape in answer.json()
    assert "compressed (Content-Encoding: gzip): send it as it is." in answer.text


async def test_web_form(client, surface):
    """Fields instead of JSON, as `requests` sends them for `data=`, are told; JSON as curl sends it is taken."""
    form = await client.post(IMAGES, data=CAT)
    curl = await client.post(
        IMAGES, content=json.dumps(CAT), headers={"Content-Type": "application/x-www-form-urlencoded"}
    )

    assert (400, 200) == (form.status_code, curl.status_code)
    assert "is a web form (application/x-www-form-urlencoded): send a JSON object." in form.text
    assert 1 == len(surface.engine.jobs)


async def test_byte_order_mark(client, surface):
    """PowerShell writes one before JSON in files."""
    answer = await client.post(IMAGES, content=b"\xef\xbb\xbf" + json.dumps(CAT).encode())

    assert 200 == answer.status_code
    assert "a cat" == surface.engine.jobs[0].prompt


async def test_prompt_that_is_no_utf_8(client, surface):
    """curl in a Chinese Windows console sends GBK: it is refused, not painted as nonsense."""
    image, words = ('name="image"; filename="a.png"', PNG), ('name="prompt"', "变成红色".encode("gbk"))
    for declared in ("", "; charset=utf-8", "; charset=gbk", ";"):
        headers = {"Content-Type": f"multipart/form-data; boundary=b{declared}"}
        answer = await client.post(EDITS, content=form(image, words), headers=headers)

        assert "prompt: must be UTF-8 text" == answer.json()["error"]["message"]
    assert [] == surface.engine.jobs


async def test_form_that_is_cut_off(client, surface):
    """Without its closing boundary a form may lack its mask, and the whole picture would be painted over."""
    parts = ('name="prompt"', b"a dog"), ('name="image"; filename="a.png"', PNG), ('name="mask"; filename="m.png"', PNG)
    whole = form(*parts)
    for body in (form(*parts, end=b""), whole[: whole.index(b"mask")]):
        answer = await send(client, body)

        assert 400 == answer.status_code
        assert "It ends before its closing boundary." in answer.json()["error"]["message"]
    assert [] == surface.engine.jobs


@pytest.mark.parametrize("end", [b"--b--", b"--b--\r\n", b"--b--\r\nafterwards"])
async def test_ends_of_forms(end, client):
    """Clients differ in what comes after the closing boundary."""
    answer = await send(client, form(('name="prompt"', b"a dog"), ('name="image"; filename="a.png"', PNG), end=end))

    assert 200 == answer.status_code


@pytest.mark.parametrize("name", ["image", "image[]", "image[0]", "images[12]"])
@pytest.mark.parametrize("filename", ["; filename=upload", ""])
async def test_image_parts(name, filename, client, surface):
    """PHP numbers the images of a list; some clients give their bytes no file name."""
    answer = await send(client, form(('name="prompt"', b"a dog"), (f'name="{name}"{filename}', PNG)))

    assert 200 == answer.status_code
    assert [(Role.INPUT, PNG)] == [(r.role, r.source) for r in surface.engine.jobs[0].references]


@pytest.mark.parametrize("name", ["image", "mask"])
async def test_empty_file(name, client):
    """A file of no bytes is a mistake; a browser's form sends a part without a file name for no file."""
    image = ('name="image"; filename="a.png"', PNG)
    empty = await send(client, form(('name="prompt"', b"a dog"), image, (f'name="{name}"; filename="b.png"', b"")))
    none = await send(client, form(('name="prompt"', b"a dog"), image, (f'name="{name}"; filename=""', b"")))

    assert f"{name}: the file is empty" == empty.json()["error"]["message"]
    assert 200 == none.status_code


async def test_too_large_a_text(client):
    """The error of a form says what is wrong with it."""
    answer = await send(client, form(('name="prompt"', b"a" * 300_000)))

    assert "Part exceeded maximum size of 256KB." in answer.json()["error"]["message"]


async def test_stream_fields_without_effect(client):
    """A stream has no place for URLs, a whole answer none for unfinished pictures; both are said."""
    whole = await client.post(IMAGES, json={**CAT, "partial_images": 2})
    streamed = await client.post(IMAGES, json={**CAT, "stream": True, "response_format": "url"})

    assert ("partial_images", "response_format") == (
        whole.headers["Easel-Ignored"],
        streamed.headers["Easel-Ignored"],
    )


async def test_task_without_parameters(client):
    """Modelverse's optional object may be null, as every optional field."""
    body = {"model": "black-forest-labs/flux.1-dev", "input": {"prompt": "a cat"}, "parameters": None}
    answer = await client.post("/v1/tasks/submit", json=body)
    wrong = await client.post("/v1/tasks/submit", json={**body, "parameters": [1]})

    assert "Pending" == answer.json()["output"]["task_status"]
    assert "parameters: must be an object" == wrong.json()["error"]["message"]
