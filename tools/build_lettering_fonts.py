"""Build the painter's two typefaces: subsets of Noto Sans CJK SC Bold and of Ma Shan Zheng (SIL Open Font License 1.1).

    apt-get download fonts-noto-cjk && dpkg -x fonts-noto-cjk_*.deb .
    npm pack @fontsource/ma-shan-zheng@5.3.1 && tar xzf fontsource-ma-shan-zheng-5.3.1.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python tools/build_lettering_fonts.py usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc \\
        package/files/ma-shan-zheng-chinese-simplified-400-normal.woff2

`plain` has Latin, kana, punctuation, the characters of GB 2312 and of the first levels of Big5 and JIS X 0208; `brush`
has the first level of GB 2312. The result is committed, so that building and running Easel needs none of these tools.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).parents[1] / "src" / "easel" / "engines" / "painter" / "lettering" / "faces"
#: The number of the simplified Chinese face in Noto's collection.
SIMPLIFIED = 2
LOW, HIGH = range(0x40, 0x7F), range(0xA1, 0xFF)


def encoded(codec: str, first: range, second: Iterable[int]) -> set[str]:
    """The characters of a double-byte code whose bytes are in these ranges."""
    pairs = (bytes([a, b]).decode(codec, "ignore") for a in first for b in second)
    return {char for char in pairs if len(char) == 1}


SIGNS = (
    {chr(code) for start, end in ((0x20, 0x17F), (0x2010, 0x2027), (0x3000, 0x3018), (0x3041, 0x30FF), (0xFF01, 0xFF5E))
     for code in range(start, end)}
    | set("…‰′″※€™←↑→↓●★☆♥♪■□▲△◆◇○◎√×÷")
)  # fmt: skip
COMMON = SIGNS | encoded("gb2312", range(0xB0, 0xD8), HIGH)
MANY = (
    COMMON
    | encoded("gb2312", range(0xD8, 0xF8), HIGH)
    | encoded("big5", range(0xA4, 0xC7), [*LOW, *HIGH])
    | encoded("euc_jp", range(0xB0, 0xD0), HIGH)
)


def build(font: Path, target: str, characters: set[str], number: int = -1) -> None:
    """Write one face into the painter's lettering package; its licence text lies beside it."""
    options = subset.Options(hinting=False, layout_features=["kern"], font_number=number)
    glyphs = subset.Subsetter(options)
    glyphs.populate(text="".join(characters))
    loaded = subset.load_font(str(font), options)
    glyphs.subset(loaded)
    loaded.recalcTimestamp = False
    loaded.flavor = None
    loaded.save(TARGET / target)


if __name__ == "__main__":
    build(Path(sys.argv[1]), "plain.otf", MANY, SIMPLIFIED)
    build(Path(sys.argv[2]), "brush.ttf", COMMON)
