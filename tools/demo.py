"""`make demo`: a real server, one request for each dialect through the client that its users have, and their pictures.

Usage: python tools/demo.py FOLDER [DOCS]; with DOCS, small JPEG copies go there: the pictures of the README.
"""

import base64
import io
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import openai
import requests
from google import genai
from google.genai import types
from PIL import Image, ImageDraw

from easel.testing import LiveServer, live_server

TIMEOUT_S = 60


def minimax(server: LiveServer) -> bytes:
    """MiniMax through its own MCP server's `text_to_image`."""
    os.environ |= {
        "MINIMAX_API_KEY": server.key,
        "MINIMAX_API_HOST": server.url,
        "MINIMAX_API_RESOURCE_MODE": "url",
    }
    from minimax_mcp.server import text_to_image  # reads its settings when it is imported

    answer = text_to_image(model="image-01", prompt="女孩在图书馆的窗户前，看向远方", aspect_ratio="16:9", n=1)
    return _get(re.search(r"http://[^\s'\"\]]+", answer.text)[0])


def modelverse(server: LiveServer) -> bytes:
    """Modelverse through the OpenAI SDK, as its documentation shows."""
    client = openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key)
    answer = client.images.generate(
        model="black-forest-labs/flux-kontext-pro/text-to-image",
        prompt="Retro game style, man in old school suit, upper body, true detective, detailed character, nigh sky, "
        "crimson moon silhouette, american muscle car parked on dark street in background, 16-bit, pixelated",
        extra_body={"aspect_ratio": "3:2"},
    )
    return _get(answer.data[0].url)


def gemini_chat(server: LiveServer) -> bytes:
    """Gemini over chat completions through the OpenAI SDK, as the reseller's documentation shows."""
    client = openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key)
    answer = client.chat.completions.create(
        model="gemini-3.1-flash-image-preview",
        messages=[{"role": "user", "content": "一只可爱的橙色小猫坐在彩虹桥上,卡通风格,明亮的色彩,高质量,详细"}],
        extra_body={"extra_body": {"google": {"image_config": {"aspect_ratio": "16:9", "image_size": "1K"}}}},
    )
    return _get(re.search(r"!\[[^\]]*\]\(([^)]+)\)", answer.choices[0].message.content)[1])


def gemini_native(server: LiveServer) -> bytes:
    """Native Gemini through the google-genai SDK."""
    options = types.HttpOptions(base_url=server.url)
    client = genai.Client(api_key=server.key, http_options=options)
    answer = client.models.generate_content(
        model="gemini-3-pro-image-preview",
        contents="日出时分的山脉景色,金色阳光,云海翻腾,宽阔视角,风景摄影,8K高清",
        config=types.GenerateContentConfig(
            response_modalities=["TEXT", "IMAGE"], image_config=types.ImageConfig(aspect_ratio="3:2")
        ),
    )
    return next(part.inline_data.data for part in answer.candidates[0].content.parts if part.inline_data)


def modelmax(server: LiveServer) -> bytes:
    """ModelMax through the OpenAI SDK."""
    client = openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key)
    answer = client.images.generate(
        model="imagen-3", prompt="A watercolor painting of a mountain lake", size="1024x768", response_format="b64_json"
    )
    return base64.b64decode(answer.data[0].b64_json)


DIALECTS = (minimax, modelverse, gemini_chat, gemini_native, modelmax)


def _get(url: str) -> bytes:
    answer = requests.get(url, timeout=TIMEOUT_S)
    answer.raise_for_status()
    return answer.content


def contact_sheet(pictures: dict[str, bytes], *, width: int = 480, columns: int = 3) -> Image.Image:
    """All pictures side by side under their names."""
    cells = []
    for name, data in pictures.items():
        picture = Image.open(io.BytesIO(data)).convert("RGB")
        height = round(width * picture.height / picture.width)
        cell = Image.new("RGB", (width, height + 24), "white")
        cell.paste(picture.resize((width, height), Image.Resampling.LANCZOS), (0, 24))
        ImageDraw.Draw(cell).text((6, 6), name, fill="black")
        cells.append(cell)
    rows = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    heights = [max(cell.height for cell in row) for row in rows]
    sheet = Image.new("RGB", (width * columns + 8 * (columns - 1), sum(heights) + 8 * (len(rows) - 1)), "white")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, cell in enumerate(row):
            sheet.paste(cell, (column * (width + 8), top))
        top += height + 8
    return sheet


def small_copy(picture: Image.Image, path: Path) -> None:
    """A JPEG of at most 800 pixels a side."""
    picture = picture.convert("RGB")
    picture.thumbnail((800, 800), Image.Resampling.LANCZOS)
    picture.save(path, quality=85)


def main(folder: Path, docs: Path | None) -> None:
    """Make the pictures and the sheet, and print where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    data_dir = Path(tempfile.mkdtemp(prefix="easel-demo-"))
    pictures = {}
    try:
        with live_server(data_dir) as server:
            for dialect in DIALECTS:
                began = time.perf_counter()
                pictures[dialect.__name__] = dialect(server)
                seconds = time.perf_counter() - began
                kind = Image.open(io.BytesIO(pictures[dialect.__name__])).format.lower().replace("jpeg", "jpg")
                path = folder / f"{dialect.__name__}.{kind}"
                path.write_bytes(pictures[dialect.__name__])
                print(f"{path}  ({seconds:.2f} s)")
    finally:
        shutil.rmtree(data_dir, ignore_errors=True)
    sheet = folder / "contact-sheet.png"
    contact_sheet(pictures).save(sheet)
    print(sheet)
    if docs:
        for name, data in pictures.items():
            small_copy(Image.open(io.BytesIO(data)), docs / f"{name}.jpg")
        small_copy(contact_sheet(pictures), docs / "contact-sheet.jpg")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo"), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
