"""The invisible labels of a picture file: one XMP packet of the AIGC label, the IPTC source type and the recipe.

- `TC260:AIGC`, the implicit label of GB 45438-2025, annex E: a JSON object of texts in printable ASCII.
- `Iptc4xmpExt:DigitalSourceType`: how the pixels came to be, by `source_type`.
- `easel:Recipe`: what makes the picture again, as JSON.

A JPEG segment holds 64 KB. Where the recipe does not fit, it goes whole into an extended XMP packet of its own.
"""

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

import orjson

from easel import __version__
from easel.finishing import container

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = {
    "TC260": "http://www.tc260.org.cn/ns/AIGC/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "easel": "urn:easel:recipe:1",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
}
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
#: Foreign properties must fit into a JPEG segment beside Easel's own.
_FOREIGN_MAX_CHARS = 16_000
#: The fields of the AIGC label that are its first producer's.
_PRODUCTION = ("Label", "ContentProducer", "ProduceID", "ReservedCode1")
#: What annex E allows in a value: printable ASCII without space, quote and backslash.
_FORBIDDEN_IN_AIGC = re.compile(r"[^\x21\x23-\x5b\x5d-\x7e]")


def source_type(*, neural: bool, edited: bool) -> str:
    """IPTC's term for a picture made by a neural network or by another algorithm, from nothing or from a photo."""
    if edited:
        return "compositeWithTrainedAlgorithmicMedia" if neural else "compositeSynthetic"
    return "trainedAlgorithmicMedia" if neural else "algorithmicMedia"


def aigc(*, producer: str, picture: str, integrity: str) -> dict[str, str]:
    """The AIGC label of a picture that this server both makes and hands out.

    `integrity` (ReservedCode1 and 2) is the digest of the labelled pixels before encoding: PNG files can be
    checked against it; of JPEG and WebP it identifies the original. Raises ValueError on a character that annex E
    does not allow.
    """
    label = {
        "Label": "1",
        "ContentProducer": producer,
        "ProduceID": picture,
        "ReservedCode1": integrity,
        "ContentPropagator": producer,
        "PropagateID": picture,
        "ReservedCode2": integrity,
    }
    for name, value in label.items():
        if not _is_aigc_value(value):
            msg = f"{name} must be printable ASCII without space, quote and backslash, got {value!r}"
            raise ValueError(msg)
    return label


def _is_aigc_value(value: str) -> bool:
    return bool(value) and not _FORBIDDEN_IN_AIGC.search(value)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the packet says. `source_type` is the bare IPTC term; `recipe` is JSON that is legal inside XML."""

    aigc: Mapping[str, str] = field(default_factory=dict)
    source_type: str | None = None
    recipe: str | None = None
    #: Properties that are not Easel's, each as an XML element.
    foreign: tuple[str, ...] = ()

    def after(self, earlier: "Metadata | None") -> "Metadata":
        """This metadata for a picture that came with others: whoever produced it stays its producer.

        What else its maker wrote into it is kept too, but not the recipe.
        """
        if earlier is None:
            return self
        told = {name: earlier.aigc.get(name, "") for name in _PRODUCTION}
        produced = {name: value for name, value in told.items() if value and _is_aigc_value(value)}
        source_type = earlier.source_type or self.source_type
        return replace(self, aigc={**self.aigc, **produced}, source_type=source_type, foreign=earlier.foreign)

    def packet(self) -> bytes:
        """Everything in one XMP packet."""
        return _packet({**self._labels(), **self._recipe()}, self.foreign)

    def into_jpeg(self, jpeg: bytes) -> bytes:
        """The JPEG file with this metadata."""
        packet = self.packet()
        if len(packet) <= container.JPEG_MAX_PACKET:
            return container.jpeg_with_xmp(jpeg, packet)
        extension = _packet(self._recipe(), extension=True)
        digest = hashlib.md5(extension, usedforsecurity=False).hexdigest().upper()
        main = _packet({**self._labels(), "xmpNote:HasExtendedXMP": digest}, self.foreign)
        return container.jpeg_with_xmp(jpeg, main, digest=digest.encode(), extension=extension)

    def _labels(self) -> dict[str, str]:
        properties = {"xmp:CreatorTool": f"Easel {__version__}"}
        if self.aigc:
            properties["TC260:AIGC"] = orjson.dumps(dict(self.aigc)).decode()
        if self.source_type is not None:
            properties["Iptc4xmpExt:DigitalSourceType"] = _SOURCE_TYPES + self.source_type
        return properties

    def _recipe(self) -> dict[str, str]:
        return {} if self.recipe is None else {"easel:Recipe": self.recipe}


def read_metadata(data: bytes) -> Metadata | None:
    """The metadata of a PNG, JPEG or WebP file without decoding it; None where there is no readable XMP."""
    packet = container.read_xmp(data)
    properties = _properties(packet) if packet is not None else None
    if properties is None:
        return None
    digest = properties.get("xmpNote:HasExtendedXMP", "").encode()
    if re.fullmatch(rb"[0-9A-F]{32}", digest):
        extension = container.read_jpeg_extension(data, digest)
        if extension and hashlib.md5(extension, usedforsecurity=False).hexdigest().upper().encode() == digest:
            properties = {**(_properties(extension) or {}), **properties}
    term = properties.get("Iptc4xmpExt:DigitalSourceType")
    return Metadata(
        aigc=_read_label(properties.get("TC260:AIGC", "")),
        source_type=term.removeprefix(_SOURCE_TYPES) if term else None,
        recipe=properties.get("easel:Recipe"),
        foreign=_foreign(packet),
    )


def _read_label(text: str) -> dict[str, str]:
    try:
        label = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {k: v for k, v in label.items() if isinstance(v, str)} if isinstance(label, dict) else {}


def _packet(properties: Mapping[str, str], foreign: Sequence[str] = (), *, extension: bool = False) -> bytes:
    """An XMP packet of simple properties and foreign elements.

    An extension has no packet wrapper (XMP part 3, 1.1.3.1).
    """
    used = dict.fromkeys(name.partition(":")[0] for name in properties)
    declared = "".join(f' xmlns:{prefix}="{_NAMESPACES[prefix]}"' for prefix in used)
    elements = (f"<{name}>{escape(value)}</{name}>" for name, value in properties.items())
    body = "\n".join(f"   {element}" for element in (*elements, *foreign))
    tree = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n <rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'  <rdf:Description rdf:about=""{declared}>\n{body}\n  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>'
    )
    if not extension:
        tree = f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n{tree}\n<?xpacket end="r"?>'
    return tree.encode()


def _tree(packet: bytes) -> ET.Element | None:
    """A packet's XML, or None when it is none."""
    try:
        text = packet.decode()
        # Entities are the one way in which a small document becomes a large one; XMP has no use for them.
        return None if "<!DOCTYPE" in text else ET.fromstring(text.strip("\0 \r\n\t\ufeff"))
    except (ValueError, ET.ParseError):
        return None


def _foreign(packet: bytes) -> tuple[str, ...]:
    """The elements of a packet that are not Easel's, as XML; none of them when they are too long altogether."""
    ours = tuple(f"{{{namespace}}}" for namespace in _NAMESPACES.values())
    found = []
    for node in _descriptions(packet):
        attributes = [ET.Element(name) for name in node.keys() if not name.startswith(f"{{{_RDF}}}")]
        for element in attributes:
            element.text = node.get(element.tag)
        found += [element for element in (*attributes, *node) if not element.tag.startswith(ours)]
    for element in found:
        element.tail = None
    texts = tuple(ET.tostring(element, encoding="unicode") for element in found)
    return texts if sum(map(len, texts)) <= _FOREIGN_MAX_CHARS else ()


def _descriptions(packet: bytes) -> list[ET.Element]:
    tree = _tree(packet)
    return [] if tree is None else list(tree.iter(f"{{{_RDF}}}Description"))


def _properties(packet: bytes) -> dict[str, str] | None:
    """The simple properties of a packet by prefixed name, whether written as elements or as attributes."""
    tree = _tree(packet)
    if tree is None:
        return None
    found: dict[str, str] = {}
    for node in tree.iter(f"{{{_RDF}}}Description"):
        for name, value in (*node.items(), *((child.tag, child.text or "") for child in node)):
            for prefix, namespace in _NAMESPACES.items():
                if name.startswith(f"{{{namespace}}}"):
                    found[f"{prefix}:{name.partition('}')[2]}"] = value
    return found
