"""The vendors by name: how each is addressed, and how its key is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from easel.core.ports import ResultFetcher
from easel.engines.vendors.bfl import BflEngine
from easel.engines.vendors.client import VendorClient
from easel.engines.vendors.gemini_chat import GeminiChatEngine
from easel.engines.vendors.gemini_native import GeminiNativeEngine
from easel.engines.vendors.minimax import MiniMaxEngine
from easel.engines.vendors.modelverse import ModelverseEngine
from easel.engines.vendors.openai_images import OpenAIImagesEngine
from easel.engines.vendors.vendor import VendorEngine


@dataclass(frozen=True, slots=True)
class Vendor:
    """`header` is the name and the beginning of the header with the key."""

    create: Callable[..., VendorEngine]
    header: tuple[str, str] = ("Authorization", "Bearer ")


VENDORS: Mapping[str, Vendor] = {
    "minimax": Vendor(MiniMaxEngine),
    "modelverse": Vendor(ModelverseEngine),
    "modelmax": Vendor(OpenAIImagesEngine),
    "openai": Vendor(OpenAIImagesEngine),
    "xty": Vendor(GeminiChatEngine),
    "openrouter": Vendor(partial(GeminiChatEngine, openrouter=True)),
    "gemini": Vendor(GeminiNativeEngine, ("x-goog-api-key", "")),
    "bfl": Vendor(BflEngine, ("x-key", "")),
}


def create_vendor(
    name: str, *, url: str, key: str, fetcher: ResultFetcher, timeout_s: float, log_words: bool = False
) -> VendorEngine:
    """The engine of one vendor with one key. `timeout_s` is the longest wait for one answer, in seconds.

    `log_words` as for `VendorClient`.
    """
    vendor = VENDORS[name]
    field, prefix = vendor.header
    client = VendorClient(url, {field: prefix + key}, fetcher=fetcher, timeout_s=timeout_s, log_words=log_words)
    if name == "bfl":
        return vendor.create(client, name=name, timeout_s=timeout_s)
    return vendor.create(client, name=name)
