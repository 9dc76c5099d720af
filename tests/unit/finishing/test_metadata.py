"""The XMP packet: what it says, where it lies, and that reading is safe."""

import io
import json
import random
import struct
import xml.etree.ElementTree as ET
import zlib

import pytest
from PIL import Image as PillowImage

from easel.finishing import container
from easel.finishing.encode import encode
from easel.finishing.metadata import Metadata, aigc, read_metadata, source_type
from unit.finishing.pictures import aigc_of, flat, photo

FORMATS = ["png", "jpeg", "webp"]
LABEL = aigc(producer="Easel", picture="ab12-0", integrity="sha256:00ff")
FULL = Metadata(LABEL, "trainedAlgorithmicMedia", '{"prompt":"一只猫 <&>\\" 😀"}')
IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def file(output_format: str, metadata: Metadata = FULL) -> bytes:
    """A small picture file with this metadata."""
    return encode(photo(32, 24), output_format, quality=80, metadata=metadata).data


def pillow_xmp(data: bytes) -> bytes:
    """The XMP packet as Pillow finds it."""
    with PillowImage.open(io.BytesIO(data)) as opened:
        opened.load()
        found = opened.info.get("xmp") or opened.info.get("XML:com.adobe.xmp")
    return found if isinstance(found, bytes) else found.encode()


@pytest.mark.parametrize("output_format", FORMATS)
def test_round_trip(output_format):
    """What was written is read back from all three formats."""
    assert FULL == read_metadata(file(output_format))


@pytest.mark.parametrize("output_format", FORMATS)
def test_other_readers(output_format):
    """Pillow finds the packet too, and it is XML with each label in its own namespace."""
    tree = ET.fromstring(pillow_xmp(file(output_format)))
    label = tree.find(".//{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC").text
    assert LABEL == json.loads(label)
    term = tree.find(".//{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType").text
    assert IPTC + "trainedAlgorithmicMedia" == term


def test_packet_wrapper():
    """The packet begins and ends as scanners for XMP expect."""
    packet = FULL.packet()
    assert packet.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode())
    assert packet.endswith(b'<?xpacket end="r"?>')


def test_label_fields():
    """The AIGC label has annex E's seven fields, all texts."""
    names = "Label ContentProducer ProduceID ReservedCode1 ContentPropagator PropagateID ReservedCode2".split()
    assert names == list(LABEL)
    assert all(isinstance(value, str) for value in LABEL.values())
    assert "1" == LABEL["Label"]


@pytest.mark.parametrize("producer", ["", "某公司", "a b", 'a"b', "a\\b", "a\nb", "a\x7f", "\ud800"])
def test_label_alphabet(producer):
    """A producer outside annex E's alphabet is refused."""
    with pytest.raises(ValueError, match="ContentProducer"):
        aigc(producer=producer, picture="x", integrity="x")


@pytest.mark.parametrize(
    ("neural", "edited", "term"),
    [
        (True, False, "trainedAlgorithmicMedia"),
        (True, True, "compositeWithTrainedAlgorithmicMedia"),
        (False, False, "algorithmicMedia"),
        (False, True, "compositeSynthetic"),
    ],
)
def test_source_type(neural, edited, term):
    """IPTC's terms tell neural networks from other algorithms, and new pictures from edited photos."""
    assert term == source_type(neural=neural, edited=edited)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("length", [64_000, 65_300, 65_600, 131_000, 1_000_000])
def test_long_recipes(output_format, length):
    """A recipe longer than a JPEG segment is kept whole, and the file still opens."""
    metadata = Metadata(LABEL, "algorithmicMedia", json.dumps("".join(random.Random(1).choices("abc<猫", k=length))))
    data = file(output_format, metadata)
    assert metadata == read_metadata(data)
    assert LABEL == json.loads(ET.fromstring(pillow_xmp(data)).find(".//{*}AIGC").text)


def test_jpeg_segment_boundary():
    """A packet may fill a JPEG segment to its last byte."""
    for length in range(container.JPEG_MAX_PACKET - 3, container.JPEG_MAX_PACKET + 4):
        metadata = Metadata(LABEL, None, "x" * (length - len(Metadata(LABEL, None, "").packet())))
        assert length == len(metadata.packet())
        assert metadata == read_metadata(file("jpeg", metadata))


def test_jpeg_extension_must_be_whole():
    """A changed or missing part of an extended packet costs the recipe, not the label."""
    data = file("jpeg", Metadata(LABEL, None, "x" * 200_000))
    parts = data.split(b"http://ns.adobe.com/xmp/extension/\0")
    changed = data.replace(b"xxxxxxxx", b"xxxxyxxx", 1)
    without = data.replace(b"http://ns.adobe.com/xmp/extension/\0", b"http://ns.adobe.com/xmp/EXTENSION/\0", 1)
    assert 5 == len(parts)
    for broken in (changed, without):
        assert Metadata(LABEL, None, None) == read_metadata(broken)


def test_jfif_stays_first():
    """The JFIF segment stays in front of the XMP segment, as its specification asks."""
    data = file("jpeg")
    assert b"\xff\xd8\xff\xe0" == data[:4]
    assert b"JFIF\0" == data[6:11]
    assert b"\xff\xe1" == data[20:22]


def test_attribute_form():
    """Properties that another tool rewrote as attributes are read as well."""
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<r:Description t:AIGC="{&quot;Label&quot;:&quot;1&quot;}" xmlns:t="http://www.tc260.org.cn/ns/AIGC/1.0/"/>'
        b"</r:RDF></x:xmpmeta>   "
    )
    data = b"\x89PNG\r\n\x1a\n" + container.png_xmp_chunk(packet)
    assert {"Label": "1"} == aigc_of(data)


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_metadata(output_format):
    """A foreign picture without XMP has none."""
    stream = io.BytesIO()
    PillowImage.new("RGB", (8, 8)).save(stream, output_format.upper())
    assert None is read_metadata(stream.getvalue())
    assert None is aigc_of(stream.getvalue())


@pytest.mark.parametrize(
    "packet",
    [
        b"", b"<", b"not xml", b"\xff\xfe<\0x\0", b"<a/>", b"<a>" * 50_000, b"<a>&b;</a>", b"\0" * 100,
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        b'<x xmlns:t="http://www.tc260.org.cn/ns/AIGC/1.0/"><t:AIGC>{"Label":"1"}</t:AIGC></x>',
    ],
)  # fmt: skip
def test_hostile_packets(packet):
    """A packet that is no XMP, or that brings entities, gives no label and no error."""
    assert None is aigc_of(b"\x89PNG\r\n\x1a\n" + container.png_xmp_chunk(packet))


@pytest.mark.parametrize("text", ["", "null", "[]", "1", '"x"', "{", '{"Label":1}', "[" * 100_000])
def test_hostile_labels(text):
    """An AIGC property that is no JSON object of texts gives no label and no error."""
    packet = (
        Metadata().packet().replace(b"<xmp:CreatorTool>", b"<t:AIGC>" + text.encode() + b"</t:AIGC><xmp:CreatorTool>")
    )
    packet = packet.replace(b"<x:xmpmeta", b'<x:xmpmeta xmlns:t="http://www.tc260.org.cn/ns/AIGC/1.0/"')
    assert None is aigc_of(b"\x89PNG\r\n\x1a\n" + container.png_xmp_chunk(packet))


def test_compressed_text_is_passed_over():
    """Compressed XMP, which could be a bomb, is not unpacked."""
    bomb = zlib.compress(b" " * 10_000_000)
    chunk = container.png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb)
    assert None is read_metadata(b"\x89PNG\r\n\x1a\n" + chunk)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\0\0", b"\xff\xd8\xff\xe1\xff\xff",
        b"RIFF\0\0\0\0WEBP", b"RIFF\0\0\0\0WEBPXMP \xff\xff\xff\xff",
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 2**32 - 1, b"iTXt"),
        b"\xff\xd8\xff\xe1\0\x02" * 1000,
    ],
)  # fmt: skip
def test_stumps(data):
    """Stumps of files have no metadata."""
    assert None is read_metadata(data)


@pytest.mark.parametrize("output_format", FORMATS)
def test_damaged_files(output_format):
    """However a file is cut or damaged, reading gives metadata or None, never an error."""
    data = file(output_format, Metadata(LABEL, "algorithmicMedia", "x" * (100_000 if output_format == "jpeg" else 10)))
    chance = random.Random(7)
    for length in [*range(0, min(len(data), 2000), 7), len(data) - 1]:
        read_metadata(data[:length])
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(min(len(data), 3000))] = chance.randrange(256)
        read_metadata(bytes(damaged))


def test_without_anything():
    """A packet without labels is still a packet."""
    assert Metadata() == read_metadata(encode(flat(8, 8, 1, 2, 3), "png", quality=0, metadata=Metadata()).data)
