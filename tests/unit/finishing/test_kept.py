"""Files that stay as they are: their pixels, their C2PA manifests, and what is written into them."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngInfo

from easel.core.errors import UpstreamFailed
from easel.core.image import Size
from easel.core.result import PaintedFile
from easel.finishing.finisher import Finisher
from easel.finishing.kept import inspect
from easel.finishing.metadata import read_metadata
from easel.finishing.recipe import read_recipe
from unit.finishing.pictures import aigc_of, array, decoded, job, photo

PICTURE = PillowImage.fromarray(array(photo(200, 100)))
CLEAR = PillowImage.fromarray(array(photo(200, 100, 4)))
FOREIGN = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Made by AI"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">'
    "<dc:title><rdf:Alt><rdf:li>A cat &amp; a dog</rdf:li></rdf:Alt></dc:title>"
    '<TC260:AIGC>{"Label":"1","ContentProducer":"upstream","ProduceID":"7","ReservedCode1":"x","ContentPropagator":"y"}'
    "</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def saved(kind: str, *, xmp: str | None = None, picture: PillowImage.Image = PICTURE, **options) -> bytes:
    """A file as Pillow writes it."""
    if xmp is not None and kind == "png":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp)
    elif xmp is not None:
        options["xmp"] = xmp.encode()
    file = io.BytesIO()
    picture.save(file, kind.upper(), **options)
    return file.getvalue()


def with_manifest(data: bytes, kind: str) -> bytes:
    """The file with a C2PA store (of no meaning) where each format keeps it."""
    store = b"\0\0\0\x1ejumb\0\0\0\x16jumdc2pa" + bytes(12)
    if kind == "png":
        chunk = struct.pack(">I", len(store)) + b"caBX" + store
        return data[:33] + chunk + struct.pack(">I", zlib.crc32(chunk[4:])) + data[33:]
    if kind == "jpeg":
        return data[:2] + b"\xff\xeb" + struct.pack(">H", len(store) + 10) + b"JP\0\1\0\0\0\1" + store + data[2:]
    grown = data + b"C2PA" + struct.pack("<I", len(store)) + store
    return b"RIFF" + struct.pack("<I", len(grown) - 8) + grown[8:]


FILES = {
    "png": saved("png"),
    "png, alpha": saved("png", picture=CLEAR),
    "png, palette": saved("png", picture=PICTURE.convert("P")),
    "png, foreign": saved("png", xmp=FOREIGN),
    "jpeg": saved("jpeg"),
    "jpeg, progressive": saved("jpeg", progressive=True),
    "jpeg, foreign": saved("jpeg", xmp=FOREIGN),
    "jpeg, Exif": saved("jpeg", exif=PillowImage.Exif()),
    "webp": saved("webp"),
    "webp, lossless": saved("webp", lossless=True),
    "webp, lossless, alpha": saved("webp", lossless=True, picture=CLEAR),
    "webp, lossy, alpha": saved("webp", picture=CLEAR),
    "webp, foreign": saved("webp", xmp=FOREIGN),
}


def file(data: bytes) -> PaintedFile:
    """A file that came from a vendor."""
    return PaintedFile(0, data, 41, "a cat, upstream", {"engine": "minimax", "source": "image-01"})


@pytest.mark.parametrize("name", FILES)
def test_pixels_stay(name):
    """The label, the source type and the recipe are in the file, and not a single pixel is another."""
    data = FILES[name]
    kept = Finisher().keep(file(data), job())
    metadata = read_metadata(kept.encoded.data)

    assert (Size(200, 100), f"image/{name.split(',')[0]}") == (kept.size, kept.encoded.media_type)
    assert np.array_equal(decoded(data), decoded(kept.encoded.data))
    assert "Easel" == metadata.aigc["ContentPropagator"]
    assert "trainedAlgorithmicMedia" == metadata.source_type
    assert ("minimax", 41, 200, "a cat, upstream") == tuple(
        getattr(read_recipe(kept.encoded.data), name) for name in ("engine", "seed", "width", "revised_prompt")
    )


@pytest.mark.parametrize("name", FILES)
def test_twice(name):
    """Through a second Easel there is still one packet, with one label: no copy of the first one is left behind."""
    once = Finisher(producer="first").keep(file(FILES[name]), job()).encoded.data
    twice = Finisher(producer="second").keep(file(once), job(prompt="again")).encoded.data

    assert 1 == twice.count(b"TC260:AIGC>{")
    assert "second" == aigc_of(twice)["ContentPropagator"]
    assert aigc_of(once)["ContentProducer"] == aigc_of(twice)["ContentProducer"]
    assert ("again", 0) == (read_recipe(twice).prompt, twice.count(b'"prompt":"a cat"'))


@pytest.mark.parametrize("name", [name for name in FILES if "foreign" in name])
def test_what_the_maker_wrote_is_kept(name):
    """The producer stays the producer, and properties that Easel does not know stay in the packet."""
    kept = Finisher().keep(file(FILES[name]), job()).encoded.data
    label, foreign = aigc_of(kept), "".join(read_metadata(kept).foreign)

    assert ("upstream", "7", "x") == tuple(label[name] for name in ("ContentProducer", "ProduceID", "ReservedCode1"))
    assert "A cat &amp; a dog" in foreign
    assert "Made by AI" in foreign


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_manifests_are_not_broken(kind):
    """A file with a C2PA manifest is handed on to the last byte: the manifest's hash covers all of them."""
    data = with_manifest(saved(kind), kind)

    assert data is Finisher().keep(file(data), job()).encoded.data


@pytest.mark.parametrize(
    ("settings", "kept"),
    [({}, True), ({"output_format": "jpeg"}, True), ({"watermark": True}, False),
     ({"output_format": "jpeg", "asked": {"output_format": "output_format"}}, False),
     ({"output_format": "png", "asked": {"output_format": "output_format"}}, True)],
)  # fmt: skip
def test_other_pixels(settings, kept):
    """Only a visible label, or a format that the caller asked for, needs other pixels."""
    assert kept == (Finisher().keep(file(FILES["png"]), job(**settings)) is not None)


@pytest.mark.parametrize("name", FILES)
def test_cut_files(name):
    """A file that ends too early is no picture, wherever it ends."""
    data = FILES[name]
    for length in (0, 4, 20, 33, 60, len(data) // 3, len(data) // 2, len(data) - 200, len(data) - 12, len(data) - 3):
        with pytest.raises(ValueError, match="not a whole"):
            inspect(data[:length])


def test_flipped_bytes_of_png():
    """Every damaged byte of a PNG file is found."""
    data = FILES["png, palette"]
    for at in range(0, len(data), 7):
        with pytest.raises(ValueError, match="not a whole"):
            inspect(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"GIF89a", b"\xff\xd8\xff\xd9", b"RIFF\0\0\0\0WEBP", b"\x89PNG\r\n\x1a\n"]
)
def test_no_pictures(data):
    """What is no picture is the upstream's fault."""
    with pytest.raises(UpstreamFailed):
        Finisher().keep(file(data), job())
