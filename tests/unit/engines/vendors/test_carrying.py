"""What of a job reaches each vendor, and what its answers become."""

import base64
import io

import pytest
from PIL import Image as PillowImage

from easel.core.errors import UpstreamFailed
from easel.core.failures import Fault, NotStarted
from easel.core.image import Image, Size
from easel.core.job import Role, Style
from unit.engines.vendors.scripted import PICTURES, TEXTS, Reply, files, job, reference

DATA_URL = f"data:image/png;base64,{TEXTS[0]}"


def minimax(count: int, start: int = 0, **metadata: str) -> dict:
    """A success of MiniMax, as its document has it: counts are texts."""
    return {
        "id": "03ff3cd0820949eb8a410056b5f21d38",
        "data": {"image_base64": TEXTS[start : start + count]},
        "metadata": {"failed_count": "0", "success_count": str(count), **metadata},
        "base_resp": {"status_code": 0, "status_msg": "success"},
    }


def openai(count: int, start: int = 0, **fields: str) -> dict:
    """A success of OpenAI's images API."""
    return {"created": 1, "data": [{"b64_json": text, **fields} for text in TEXTS[start : start + count]]}


def chat(**message: object) -> dict:
    """A chat completion with one choice."""
    return {"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}]}


#: Each vendor's success in every shape that was seen, and the pictures in it.
SHAPES = [
    ("minimax", minimax(1), [0]),
    ("minimax", {**minimax(0), "data": {"image_urls": ["https://files.example/0"]}}, [0]),
    ("minimax", {**minimax(0), "data": {"image_urls": None, "image_base64": [DATA_URL]}}, [0]),
    ("modelverse", openai(1), [0]),
    ("modelverse", {"data": [{"url": "https://files.example/9", "b64_json": DATA_URL}]}, [0]),
    ("modelverse", {"data": [{"url": "https://files.example/0"}]}, [0]),
    ("openai", openai(1, revised_prompt="a red cat"), [0]),
    ("modelmax", {"data": [{"url": "https://files.example/0", "revised_prompt": "x"}], "usage": {}}, [0]),
    ("xty", chat(content="这是第 1 张图片:\n\n![image](https://files.example/0)"), [0]),
    ("xty", chat(content=f"![image]({DATA_URL})"), [0]),
    ("xty", chat(content=f"two ![a]( <https://files.example/0> ) and ![b]({DATA_URL})"), [0]),
    ("openrouter", chat(content="", images=[{"type": "image_url", "image_url": {"url": DATA_URL}, "index": 0}]), [0]),
    ("xty", chat(multi_mod_content=[{"text": "x"}, {"inline_data": {"data": TEXTS[0], "mime_type": "x"}}]), [0]),
    ("xty", chat(content=[{"type": "text", "text": "x"}, {"type": "image_url", "image_url": {"url": DATA_URL}}]), [0]),
    ("xty", chat(content=f"![image]({DATA_URL})", images=[{"image_url": DATA_URL}]), [0]),
    ("gemini", {"candidates": [{"content": {"parts": [{"text": "x"}, {"inlineData": {"data": TEXTS[0]}}]}}]}, [0]),
    ("gemini", {"candidates": [{"content": {"parts": [{"thought": True, "inlineData": {"data": TEXTS[1]}},
                                                      {"inline_data": {"data": TEXTS[0]}}]}}]}, [0]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "pictures"), SHAPES)
async def test_shapes(name, body, pictures, engine_of, vendor):
    """Every known shape of an answer holds its picture."""
    vendor.answers(body)

    assert [PICTURES[index] for index in pictures] == [file.data for file in await files(await engine_of(name), job())]


async def test_large_answers(engine_of, vendor):
    """Megabytes of base64 between other texts, with quotes that are escaped, arrive whole."""
    noise = PillowImage.effect_noise((1400, 1400), 90)
    large = io.BytesIO()
    noise.save(large, "PNG")
    text = base64.b64encode(large.getvalue()).decode()
    vendor.answers({"data": [{"revised_prompt": 'a "quoted\\" cat', "b64_json": text}, {"b64_json": TEXTS[1]}]})
    made = await files(await engine_of("openai"), job(2))

    assert len(text) > 1_000_000
    assert [large.getvalue(), PICTURES[1]] == [file.data for file in made]
    assert 'a "quoted\\" cat' == made[0].prompt


async def test_one_lost_picture_of_several(engine_of, vendor, shelf):
    """A picture that cannot be fetched is without bytes; the others of the call are there. It is asked for again."""
    vendor.answers(
        {"data": [{"url": "https://files.example/0"}, {"url": "https://files.example/gone"}, {"b64_json": "%"}]}
    )
    made = await files(await engine_of("openai"), job(3))

    assert [PICTURES[0], b"", b""] == [file.data for file in made]
    assert (1, 3) == (shelf.asked.count("https://files.example/0"), shelf.asked.count("https://files.example/gone"))


async def test_blocked_pictures_of_several(engine_of, vendor):
    """What the vendor blocked is simply not there."""
    vendor.answers(minimax(2, success_count="2", failed_count="1"))

    assert [0, 1] == [file.index for file in await files(await engine_of("minimax"), job(3))]


@pytest.mark.parametrize(
    ("name", "n", "calls"),
    [("minimax", 9, [(9, 70)]), ("minimax", 12, [(9, 70), (3, 79)]), ("modelverse", 9, [(4, 70), (4, 74), (1, 78)])],
)
async def test_several_calls(name, n, calls, engine_of, vendor):
    """More pictures than one call makes are several calls, with the seeds that follow."""
    success = minimax if name == "minimax" else openai
    # Calls come in any order, and one that gets more than it asked for takes the first of them.
    vendor.answers(success(9))
    made = await files(await engine_of(name), job(n))

    assert sorted(calls) == sorted((asked.json["n"], asked.json["seed"]) for asked in vendor.asked)
    assert list(range(70, 70 + n)) == sorted(file.seed for file in made)


async def test_a_call_of_several_is_not_begun(engine_of, vendor):
    """The pictures of the other calls are handed out; what is left is told, and may be made elsewhere."""
    vendor.answers(openai(4), Reply({}, status=429), Reply({}, status=429))
    made = []
    engine = await engine_of("modelverse")

    async def collect() -> None:
        async for file in engine.generate(job(9), "black-forest-labs/flux.1-dev"):
            made.append(file.index)

    with pytest.raises(NotStarted) as failure:
        await collect()

    assert (Fault.BUSY, 5) == (failure.value.fault, len(failure.value.indexes))
    assert list(range(9)) == sorted([*made, *failure.value.indexes])


async def test_a_call_of_several_fails(engine_of, vendor):
    """What may have been begun is not said to be free for others, and what was made is delivered."""
    vendor.answers(openai(4), Reply({}, status=500), Reply({}, status=500))

    assert 4 == len(await files(await engine_of("modelverse"), job(9)))
    with pytest.raises(UpstreamFailed):
        await files(await engine_of("modelverse"), job(9))


FULL = {
    "negative_prompt": "dogs", "steps": 30, "guidance_scale": 4.0, "strength": 0.5, "style": Style("水彩", 0.4),
    "quality": "hd", "background": "transparent", "rewrite_prompt": True,
}  # fmt: skip
ASKED = (*FULL, "seed", "size", "style_weight", "output_format")
#: vendor, model, size → the fields that reach it, and the wishes that do not.
CARRIED = [
    ("minimax", "image-01", Size(1280, 720), {"aspect_ratio": "16:9", "seed": 70, "prompt_optimizer": True},
     {"negative_prompt", "steps", "guidance_scale", "strength", "style", "style_weight", "quality", "background"}),
    ("minimax", "image-01", Size(1000, 600), {"width": 1000, "height": 600, "prompt_optimizer": True, "seed": 70},
     {"negative_prompt", "steps", "guidance_scale", "strength", "style", "style_weight", "quality", "background"}),
    ("minimax", "image-01-live", Size(1344, 576),
     {"aspect_ratio": "16:9", "style": {"style_type": "水彩", "style_weight": 0.4}, "prompt_optimizer": True,
      "seed": 70},
     {"negative_prompt", "steps", "guidance_scale", "strength", "quality", "background", "size"}),
    ("modelverse", "black-forest-labs/flux.1-dev", Size(1000, 600),
     {"size": "1000x600", "seed": 70, "steps": 30, "strength": 0.5, "negative_prompt": "dogs", "guidance_scale": 4.0},
     {"style", "style_weight", "quality", "background", "rewrite_prompt"}),
    ("modelverse", "black-forest-labs/flux-kontext-pro/text-to-image", Size(1000, 600),
     {"aspect_ratio": "16:9", "seed": 70, "guidance_scale": 4.0},
     {"style", "style_weight", "quality", "background", "rewrite_prompt", "steps", "strength", "negative_prompt",
      "size"}),
    ("modelmax", "imagen-3", Size(1000, 600),
     {"size": "1000x600", "style": "水彩", "quality": "hd", "response_format": "b64_json"},
     {"negative_prompt", "seed", "steps", "guidance_scale", "strength", "background", "rewrite_prompt",
      "style_weight"}),
    ("openai", "gpt-image-2", Size(1024, 640),
     {"size": "1024x640", "quality": "hd", "background": "transparent", "output_format": "png", "style": "水彩"},
     {"negative_prompt", "seed", "steps", "guidance_scale", "strength", "rewrite_prompt", "style_weight"}),
    ("openai", "gpt-image-1.5", Size(1360, 768),
     {"size": "1536x1024", "quality": "hd", "background": "transparent", "output_format": "png", "style": "水彩"},
     {"negative_prompt", "seed", "steps", "guidance_scale", "strength", "rewrite_prompt", "style_weight", "size"}),
    ("openai", "dall-e-3", Size(1500, 800), {"size": "1792x1024", "style": "水彩", "quality": "hd",
                                             "response_format": "b64_json"},
     {"negative_prompt", "seed", "steps", "guidance_scale", "strength", "background", "rewrite_prompt", "size",
      "style_weight"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "model", "size", "fields", "ignored"), CARRIED)
async def test_wishes(name, model, size, fields, ignored, engine_of, vendor):
    """Each wish reaches the vendor in its own words, or is named as ignored."""
    vendor.answers(minimax(1) if name == "minimax" else openai(1))
    made = await files(await engine_of(name), job(size=size, asked=ASKED, **FULL), model)
    body = vendor.asked[0].json
    plain = {"model": model, "prompt": "a cat", "n": 1}
    formats = {"response_format": "base64"} if name == "minimax" else {"response_format": "b64_json"}

    assert plain | (formats if "response_format" in body else {}) | fields == body
    assert ignored == set(made[0].ignored) & set(ASKED)


@pytest.mark.parametrize(
    ("name", "body"),
    [("xty", {"extra_body": {"google": {"image_config": {"aspect_ratio": "16:9", "image_size": "2K"}}}}),
     ("openrouter", {"modalities": ["image", "text"], "image_config": {"aspect_ratio": "16:9", "image_size": "2K"}})],
)  # fmt: skip
async def test_chat(name, body, engine_of, vendor):
    """The shape stands where each reseller reads it; each picture is a call of its own, with its own seed."""
    vendor.answers(chat(content=f"![image]({DATA_URL})"))
    await files(await engine_of(name), job(3, size=Size(2752, 1536), asked=("seed",)), "gemini-3-pro-image-preview")
    bodies = sorted((asked.json for asked in vendor.asked), key=lambda asked: asked["seed"])

    plain = {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": "a cat"}]}
    assert [{**plain, "seed": seed, **body} for seed in (70, 71, 72)] == bodies
    assert ["/chat/completions"] * 3 == [asked.path for asked in vendor.asked]


async def test_native(engine_of, vendor):
    """Google's own names, and its own header for the key."""
    vendor.answers({"candidates": [{"content": {"parts": [{"inlineData": {"data": TEXTS[0]}}]}}]})
    one = job(size=Size(688, 384), asked=("seed", "aspect_ratio"), references=(reference(),))
    await files(await engine_of("gemini"), one, "gemini-3.1-flash-image-preview")
    asked = vendor.asked[0]

    assert "/v1beta/models/gemini-3.1-flash-image-preview:generateContent" == asked.path
    expected = {"responseModalities": ["TEXT", "IMAGE"], "seed": 70,
                "imageConfig": {"aspectRatio": "16:9", "imageSize": "512"}}  # fmt: skip
    assert expected == asked.json["generationConfig"]
    assert [["text"], ["inlineData"]] == [list(part) for part in asked.json["contents"][0]["parts"]]


async def test_a_picture_that_follows_its_input(engine_of, vendor):
    """Without a word on the shape, the vendor keeps the input's."""
    vendor.answers(chat(content=f"![image]({DATA_URL})"))
    await files(await engine_of("xty"), job(references=(reference(),)))

    assert ["messages", "model"] == sorted(vendor.asked[0].json)
    assert ["text", "image_url"] == [part["type"] for part in vendor.asked[0].json["messages"][0]["content"]]


async def test_minimax_subjects(engine_of, vendor):
    """References become subjects, as data URLs by their real type."""
    vendor.answers(minimax(1))
    pictures = (reference(Role.SUBJECT), reference(Role.INPUT))
    await files(await engine_of("minimax"), job(references=pictures))
    sent = vendor.asked[0].json["subject_reference"]

    assert ["character"] * 2 == [one["type"] for one in sent]
    assert all(one["image_file"].startswith("data:image/png;base64,iVBOR") for one in sent)


async def test_modelverse_images(engine_of, vendor):
    """One image, or a list for the models that take several."""
    vendor.answers(openai(1))
    engine = await engine_of("modelverse")
    await files(engine, job(references=(reference(),)), "black-forest-labs/flux-kontext-pro")
    await files(engine, job(references=(reference(),)), "black-forest-labs/flux-kontext-pro/multi")

    assert [str, list] == [type(asked.json.get("image") or asked.json["images"]) for asked in vendor.asked]
    assert all("aspect_ratio" not in asked.json for asked in vendor.asked)


async def test_openai_edits(engine_of, vendor):
    """A form with the images and the mask: transparent is what is to be repainted, as the API has it."""
    vendor.answers(openai(1))
    mask = Image(40, 30, 1, b"\xff" * 600 + b"\0" * 600)
    pictures = (reference(), reference(), reference(Role.MASK, mask))
    await files(await engine_of("openai"), job(references=pictures), "gpt-image-2")
    asked = vendor.asked[0]
    parts = asked.body.split(b"--" + asked.headers["content-type"].partition("boundary=")[2].encode())
    names = [part.split(b'name="')[1].split(b'"')[0].decode() for part in parts[1:-1]]
    mask_file = next(part.split(b"\r\n\r\n", 1)[1] for part in parts if b'name="mask"' in part)

    assert ("/images/edits", ["model", "prompt", "n", "size", "image[]", "image[]", "mask"]) == (asked.path, names)
    alpha = PillowImage.open(io.BytesIO(mask_file)).getchannel("A")
    assert (0, 255) == (alpha.getpixel((5, 5)), alpha.getpixel((5, 25)))


@pytest.mark.parametrize(
    ("name", "serves"),
    [("minimax", "edit subject"), ("modelverse", "edit subject"), ("openai", "edit subject style mask"),
     ("xty", "edit subject style"), ("gemini", "edit subject style"), ("bfl", "edit subject style")],
)  # fmt: skip
async def test_references_that_a_vendor_cannot_carry(name, serves, engine_of):
    """Without its mask, an edit would be another one: such a job goes elsewhere."""
    engine = await engine_of(name)
    mode_of = {"edit": Role.INPUT, "subject": Role.SUBJECT, "style": Role.STYLE, "mask": Role.MASK}
    able = [mode for mode, role in mode_of.items() if engine.serves(job(references=(reference(role),)), "m")]

    assert serves.split() == able


async def test_prompts_that_are_too_long(engine_of):
    """MiniMax takes 1,500 characters."""
    engine = await engine_of("minimax")

    assert [True, False] == [engine.serves(job(prompt="x" * length), "") for length in (1500, 1501)]


async def test_the_model_as_it_was_asked_for(engine_of, vendor):
    """A route without a source sends the alias that the caller used."""
    vendor.answers(openai(1))
    await files(await engine_of("openai"), job(model="gpt-image-1", alias="gpt-image-2"))

    assert "gpt-image-2" == vendor.asked[0].json["model"]
