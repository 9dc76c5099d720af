"""The dialects: one file for each wire protocol. A new dialect is one file here and one line in `DIALECTS`."""

from easel.core.errors import ModelUnknown
from easel.core.model_card import Cards
from easel.dialects.gemini_chat import GeminiChat
from easel.dialects.gemini_native import GeminiNative
from easel.dialects.imagen import Imagen
from easel.dialects.minimax import MiniMax
from easel.dialects.modelverse import Modelverse
from easel.dialects.openai_images import OpenAIImages
from easel.dialects.wire import Dialect

#: Every dialect by its name.
DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        MiniMax(),
        Modelverse(),
        OpenAIImages(),
        GeminiChat(),
        GeminiNative(),
        Imagen(),
    )
}


def shape_of(model: object, cards: Cards, *, stream: object = None) -> str:
    """The dialect that answers on the path that Modelverse and OpenAI share, by the body's `model`.

    Any value may arrive here, before a body has been checked. An id that no card has answers in Modelverse's shape
    if it is written as Modelverse writes ids, `owner/name`. Who asks for a stream speaks OpenAI's: Modelverse has none.
    """
    if not isinstance(model, str) or stream is True:
        return OpenAIImages.name
    try:
        ours = cards.find(model).dialect == Modelverse.name
    except ModelUnknown:
        ours = "/" in model
    return Modelverse.name if ours else OpenAIImages.name


def dialect_of_path(path: str) -> str:
    """The dialect whose shape an error takes at a path that no dialect serves, by what the path looks like."""
    if path.startswith(("/v1/image_generation", "/v1/query/")):
        return MiniMax.name
    if path.startswith("/v1/flux-"):
        return Modelverse.name
    if path.startswith("/v1/chat/"):
        return GeminiChat.name
    if path.startswith("/v1beta") or ":" in path:
        return GeminiNative.name
    return OpenAIImages.name
