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
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

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
        if not value or _FORBIDDEN_IN_AIGC.search(value):
            msg = f"{name} must be printable ASCII without space, quote and backslash, got {value!r}"
            raise ValueError(msg)
    return label


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the packet says. `source_type` is the bare IPTC term; `recipe` is JSON that is legal inside XML."""

    aigc: Mapping[str, str] = field(default_factory=dict)
    source_type: str | None = None
    recipe: str | None = None

    def packet(self) -> bytes:
        """Everything in one XMP packet."""
        return _packet({**self._labels(), **self._recipe()})

    def into_jpeg(self, jpeg: bytes) -> bytes:
        """The JPEG file with this metadata."""
        packet = self.packet()
        if len(packet) <= container.JPEG_MAX_PACKET:
            return container.jpeg_with_xmp(jpeg, packet)
        extension = _packet(self._recipe(), extension=True)
        digest = hashlib.md5(extension, usedforsecurity=False).hexdigest().upper()
        main = _packet({**self._labels(), "xmpNote:HasExtendedXMP": digest})
        return container.jpeg_with_xmp(jpeg, main, digest=digest.encode(), extension=extension)

    def _labels(self) -> dict[str, str]:
        properties = {"xmp:CreatorTool": f"Easel {__version__}"}
        if self.aigc:
            properties["TC260:AIGC"] = json.dumps(dict(self.aigc), separators=(",", ":"))
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
    )


def read_aigc(data: bytes) -> dict[str, str] | None:
    """The AIGC label of a picture file, ours or another maker's; None where it has none."""
    metadata = read_metadata(data)
    return dict(metadata.aigc) or None if metadata is not None else None


def _read_label(text: str) -> dict[str, str]:
    try:
        label = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {k: v for k, v in label.items() if isinstance(v, str)} if isinstance(label, dict) else {}


def _packet(properties: Mapping[str, str], *, extension: bool = False) -> bytes:
    """An XMP packet of simple properties; an extension has no packet wrapper (XMP part 3, 1.1.3.1)."""
    used = dict.fromkeys(name.partition(":")[0] for name in properties)
    declared = "".join(f' xmlns:{prefix}="{_NAMESPACES[prefix]}"' for prefix in used)
    body = "\n".join(f"   <{name}>{escape(value)}</{name}>" for name, value in properties.items())
    tree = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n <rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'  <rdf:Description rdf:about=""{declared}>\n{body}\n  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>'
    )
    if not extension:
        tree = f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n{tree}\n<?xpacket end="r"?>'
    return tree.encode()


def _properties(packet: bytes) -> dict[str, str] | None:
    """The simple properties of a packet by prefixed name, whether written as elements or as attributes."""
    try:
        text = packet.decode()
        # Entities are the one way in which a small document becomes a large one; XMP has no use for them.
        if "<!DOCTYPE" in text:
            return None
        tree = ET.fromstring(text.strip("\0 \r\n\t\ufeff"))
    except (ValueError, ET.ParseError):
        return None
    found: dict[str, str] = {}
    for node in tree.iter(f"{{{_RDF}}}Description"):
        for name, value in (*node.items(), *((child.tag, child.text or "") for child in node)):
            for prefix, namespace in _NAMESPACES.items():
                if name.startswith(f"{{{namespace}}}"):
                    found[f"{prefix}:{name.partition('}')[2]}"] = value
    return found
