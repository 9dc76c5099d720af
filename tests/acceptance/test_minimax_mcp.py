"""minimax-mcp against the real server: MiniMax's own client, in its own process as its users run it."""

import os
import re
import subprocess
import sys

import requests

from support import is_painted, opened

CALL = """
import sys
from minimax_mcp.server import text_to_image
answer = text_to_image(prompt=sys.argv[1], aspect_ratio=sys.argv[2], n=int(sys.argv[3]), output_directory=sys.argv[4])
print(answer.text)
"""


def call(server, tmp_path, *arguments, mode="url", key=None):
    """Run the tool; returns the finished process."""
    env = {
        **os.environ,
        "MINIMAX_API_KEY": key or server.key,
        "MINIMAX_API_HOST": server.url,
        "MINIMAX_API_RESOURCE_MODE": mode,
        "MINIMAX_MCP_BASE_PATH": str(tmp_path),
    }
    command = [sys.executable, "-c", CALL, *arguments, str(tmp_path)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_urls(server, tmp_path):
    """The tool's URLs lead to pictures of the ratio's exact size."""
    done = call(server, tmp_path, "女孩在图书馆的窗户前，看向远方", "16:9", "2")
    urls = re.findall(r"http://[^\s'\"\],]+", done.stdout)
    files = [requests.get(url, timeout=30).content for url in urls]

    assert 2 == len(files), done.stderr
    assert {(1280, 720)} == {opened(data).size for data in files}
    assert all(is_painted(data) for data in files)


def test_files(server, tmp_path):
    """In local mode the tool downloads the pictures itself."""
    done = call(server, tmp_path, "a cat on a bench", "1:1", "1", mode="local")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert 1 == len(files), done.stdout + done.stderr
    assert (1024, 1024) == opened(files[0].read_bytes()).size


def test_wrong_key(server, tmp_path):
    """A wrong key is told with the vendor's code."""
    done = call(server, tmp_path, "a cat", "1:1", "1", key="wrong-key-wrong-key")

    assert "2049" in done.stdout + done.stderr or "invalid api key" in done.stdout + done.stderr
