"""Build the four-glyph font of the visible label: a subset of Noto Sans SC Bold (SIL Open Font License 1.1).

    npm pack @fontsource/noto-sans-sc@5.3.0 && tar xzf fontsource-noto-sans-sc-5.3.0.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python tools/build_label_font.py package/files/noto-sans-sc-chinese-simplified-700-normal.woff2 package/LICENSE

The result is committed, so that building and running Easel needs neither tool.
"""

import sys
from pathlib import Path

from fontTools import subset

TEXT = "AI生成"
TARGET = Path(__file__).parents[1] / "src" / "easel" / "finishing"


def build(font: Path, licence: Path) -> None:
    """Write `label.ttf` and its licence text into the finishing package."""
    options = subset.Options(
        hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14], drop_tables=["STAT"]
    )
    glyphs = subset.Subsetter(options)
    glyphs.populate(text=TEXT)
    loaded = subset.load_font(str(font), options)
    glyphs.subset(loaded)
    loaded["head"].modified = loaded["head"].created
    loaded.recalcTimestamp = False
    loaded.flavor = None
    loaded.save(TARGET / "label.ttf")
    holder = next(str(name) for name in loaded["name"].names if name.nameID == 0)
    terms = licence.read_text(encoding="utf-8").partition("\n")[2].strip()
    text = f"label.ttf is a subset of Noto Sans SC Bold.\n{holder}\n\n{terms}\n"
    (TARGET / "label.ttf.LICENSE").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
