"""An OpenAI-compatible moderation service as a moderator: `POST {base}/moderations`, text and images.

https://platform.openai.com/docs/api-reference/moderations. Whatever goes wrong there, the caller reads one text, and
nothing of the service's address, its key or the prompt gets into an error or a log.
"""

import asyncio
import base64
import io
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import aiohttp
import orjson
import structlog
from PIL import Image as PillowImage

from easel.core.errors import ServerFull
from easel.core.image import Image

log = structlog.get_logger(__name__)

#: A busy service is tried again by the caller, after as long as it asks for, or after this many seconds.
RETRY_AFTER_S = 5
MAX_CONNECTIONS = 32
#: An answer takes about 2 KB.
ANSWER_MAX_BYTES = 256 * 1024
#: Longest side of the copy that is sent, in pixels: such models look at smaller pictures still.
SIDE_PX = 1024
JPEG_QUALITY = 85
UNNAMED = "unnamed"


class ModerationApi:
    """Asks a moderation service about each prompt and, with `pictures`, about each picture.

    `thresholds` are scores from 0 to 1 from which a category counts; the service itself judges the others.
    """

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        model: str | None = None,
        thresholds: Mapping[str, float] | None = None,
        pictures: bool = True,
        timeout_s: float = 10.0,
    ):
        self._url = url.rstrip("/") + "/moderations"
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._model = model
        self._thresholds = dict(thresholds or {})
        self.looks = pictures
        self._timeout_s = timeout_s
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Open the client; call it inside the event loop."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=MAX_CONNECTIONS),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
        )

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def judge_prompt(self, prompt: str) -> tuple[str, ...]:
        """The categories that the service finds in a prompt; raises ServerFull. An empty prompt is not sent."""
        return await self._ask(prompt) if prompt.strip() else ()

    async def judge_picture(self, image: Image) -> tuple[str, ...]:
        """The categories that the service finds in a picture; raises ServerFull."""
        if not self.looks:
            return ()
        url = await asyncio.to_thread(_data_url, image)
        return await self._ask([{"type": "image_url", "image_url": {"url": url}}])

    async def _ask(self, question: str | list[dict[str, Any]]) -> tuple[str, ...]:
        body = {"input": question, **({"model": self._model} if self._model else {})}
        try:
            async with asyncio.timeout(self._timeout_s):
                answer = await self._post(orjson.dumps(body))
            return self._verdict(answer)
        except (aiohttp.ClientError, OSError) as error:
            # The exception's own words may hold the address. A TimeoutError is an OSError.
            raise _unavailable(why=type(error).__name__) from None
        except (KeyError, TypeError, ValueError, AttributeError):
            raise _unavailable(why="not a moderation answer") from None

    async def _post(self, body: bytes) -> object:
        headers = {"Content-Type": "application/json", "Accept": "application/json", **self._headers}
        # A redirect would take the key and the prompt to an address that nobody has set.
        async with self._session.post(self._url, data=body, headers=headers, allow_redirects=False) as response:
            if response.status != HTTPStatus.OK:
                asked = response.headers.get("Retry-After", "")
                raise _unavailable(why=f"HTTP {response.status}", retry_after_s=int(asked) if asked.isdecimal() else 0)
            answer = bytearray()
            async for chunk in response.content.iter_any():
                answer += chunk
                if len(answer) > ANSWER_MAX_BYTES:
                    raise _unavailable(why="answer too long")
            return orjson.loads(answer)

    def _verdict(self, answer: Any) -> tuple[str, ...]:
        """The categories that count, of all results together; raises ValueError and the like on any other answer."""
        if not answer["results"]:
            msg = "no results"
            raise ValueError(msg)
        return tuple(sorted({category for result in answer["results"] for category in self._categories(result)}))

    def _categories(self, result: Any) -> set[str]:
        flagged, flags, scores = result["flagged"], result.get("categories") or {}, result.get("category_scores") or {}
        if not isinstance(flagged, bool):
            msg = "flagged is no boolean"
            raise TypeError(msg)
        weighed = self._thresholds.keys() & scores.keys()
        found = {category for category in weighed if float(scores[category]) >= self._thresholds[category]}
        found |= {category for category, flag in flags.items() if flag and category not in weighed}
        if flagged and not any(flags.values()):
            # Flagged, and no word of what for.
            found.add(UNNAMED)
        return found


def _unavailable(*, why: str, retry_after_s: int = 0) -> ServerFull:
    log.warning("moderation service unavailable", why=why)
    msg = "The content check is not available right now: try again shortly."
    return ServerFull(msg, retry_after_s=retry_after_s or RETRY_AFTER_S)


def _data_url(image: Image) -> str:
    """A small JPEG of the picture. What is transparent is sent as well: other programs may show it."""
    mode = image.mode
    picture = PillowImage.frombuffer(mode, (image.width, image.height), image.pixels, "raw", mode, 0, 1)
    picture = picture.convert("RGB")
    picture.thumbnail((SIDE_PX, SIDE_PX))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=JPEG_QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
