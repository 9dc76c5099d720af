"""Which words and which pictures of a conversation make the job."""

import pytest

from easel.core.errors import InvalidField
from easel.dialects.conversation import announcement, markdown_images

CAT = {"role": "user", "content": "a cat on a bridge"}
NIGHT = {"role": "user", "content": "make it night"}


def said(*urls: str) -> dict:
    """An answer of the model with these pictures."""
    return {"role": "assistant", "content": "\n".join(f"![image]({url})" for url in urls)}


def shown(*urls: str, text: str | None = None) -> dict:
    """A message of the user with these pictures."""
    parts = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    return {"role": "user", "content": [*parts, *([{"type": "text", "text": text}] if text else [])]}


def sources(job) -> list:
    """The sources of a job's references, in order."""
    return [reference.source for reference in job.references]


def test_last_words_and_latest_picture(chat) -> None:
    """A second turn edits the picture of the answer before it; older ones are ignored and named."""
    job = chat(CAT, said("http://h/1.png"), {"role": "user", "content": "add snow"}, said("http://h/2.png"), NIGHT)

    assert ("make it night", ["http://h/2.png"]) == (job.prompt, sources(job))
    assert job.size is None
    assert ("messages[1].content",) == job.ignored


def test_last_of_several_pictures_of_one_answer(chat) -> None:
    """Of one answer's pictures the last one is edited."""
    assert ["http://h/2.png"] == sources(chat(CAT, said("http://h/1.png", "http://h/2.png"), NIGHT))


def test_pictures_of_the_last_turn_come_first(chat) -> None:
    """The pictures that the user just sent stand before the answer that they refer to."""
    job = chat(CAT, said("http://h/1.png"), shown("http://h/hat.png", text="with this hat"))

    assert ["http://h/hat.png", "http://h/1.png"] == sources(job)


def test_earlier_pictures_of_the_user(chat) -> None:
    """Without an answer's picture, all those of the user's latest turn with any are edited."""
    job = chat(shown("http://h/a.png", "http://h/b.png", text="my cats"), {"role": "assistant", "content": "ok"}, NIGHT)

    assert ["http://h/a.png", "http://h/b.png"] == sources(job)


def test_earlier_pictures_only_as_far_as_there_is_room(chat) -> None:
    """Pictures of earlier turns never make a request fail that would be good without them."""
    job = chat(CAT, said("http://h/1.png"), shown(*[f"http://h/{i}.png" for i in range(14)], text="a collage"))

    assert 14 == len(job.references)
    assert ("messages[1].content",) == job.ignored


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Now draw a new picture of a ship on the sea", False),
        ("thanks! another image: a red house", False),
        ("请再画一张新的图：一艘船", False),
        ("draw another picture of it", True),
        ("换一张新的背景，海边", True),
        ("add another picture of a cat on the wall", True),
        ("再来一张", True),
    ],
)
def test_another_picture_is_not_made_from_the_last(chat, words: str, kept: bool) -> None:
    """Who asks for a new picture by name gets one; who speaks of what is there edits it."""
    job = chat(CAT, said("http://h/1.png"), {"role": "user", "content": words})

    assert kept == (sources(job) == ["http://h/1.png"])
    assert kept == (job.ignored == ())


def test_history_with_a_model_that_takes_no_pictures(chat) -> None:
    """A conversation goes on with a model that can only make new pictures."""
    job = chat(CAT, said("http://h/1.png"), NIGHT, model="dall-e-3")

    assert ("make it night", []) == (job.prompt, sources(job))
    assert ("messages[1].content",) == job.ignored


def test_words_of_the_turn_before(chat) -> None:
    """A last turn of pictures alone takes the words of the user's turn before it."""
    job = chat(NIGHT, shown("http://h/a.png"))

    assert ("make it night", ["http://h/a.png"]) == (job.prompt, sources(job))


def test_no_words_at_all(chat) -> None:
    """Pictures alone are no request."""
    with pytest.raises(InvalidField, match=r"messages\[0\]\.content: must say in words what to make"):
        chat(shown("http://h/a.png"))


def test_system_words_follow_the_prompt(chat) -> None:
    """A system message's manner is painted too, after what the user asks for."""
    job = chat({"role": "developer", "content": "Always in watercolour"}, CAT)

    assert "a cat on a bridge\n\nAlways in watercolour" == job.prompt


def test_tool_messages_say_nothing(chat) -> None:
    """Messages of tools are read past."""
    job = chat(CAT, {"role": "tool", "content": "42", "tool_call_id": "t"})

    assert ("a cat on a bridge", ("messages[1].tool_call_id",)) == (job.prompt, job.ignored)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["http://h/a.png"], "![](http://h/a.png)"),
        (["https://h/a.png"], 'see ![a cat]( <https://h/a.png> "title") and [a link](http://h/b)'),
        (["data:image/png;base64,AA=="], "![x](data:image/png;base64,AA==)"),
        (["http://h/a.png", "http://h/b.png"], "![a](http://h/a.png)![b](http://h/b.png)"),
        (["http://h/b.png"], "[![b](http://h/b.png)](http://h/page)"),
        (["http://h/cut"], "![a](http://h/cut"),
        ([], "![a] [b](http://h/a.png)"),
        ([], "![a](file:///etc/passwd) ![b](data:text/html,x) ![c](a.png)"),
        ([], "](" * 10),
        ([], "![" * 10),
    ],
)
def test_markdown_images(expected: list[str], text: str) -> None:
    """The images, and nothing but images, of a markdown text."""
    assert expected == list(markdown_images(text))


@pytest.mark.parametrize("piece", ["![", "](", "![](", "![](http://h/", "![a](http://h/a.png)"])
def test_markdown_in_linear_time(piece: str) -> None:
    """A megabyte of any piece of markdown is read in one pass."""
    assert list(markdown_images(piece * (1_000_000 // len(piece)))) is not None


@pytest.mark.parametrize(
    ("expected", "prompt"),
    [
        ("这是第 2 张图片:", "一只猫"),
        ("这是第 2 张图片:", "cat 猫"),
        ("Here is picture 2:", "a cat"),
        ("Here is picture 2:", "猫が橋の上にいる"),
        ("Here is picture 2:", "고양이"),
    ],
)
def test_announcement(expected: str, prompt: str) -> None:
    """The sentence is Chinese for a Chinese prompt and English for any other."""
    assert expected == announcement(prompt, 2)


def test_announcement_names_what_is_not_painted() -> None:
    """In the language of the prompt, and without what would be read as markdown."""
    assert announcement("a cat", 1, ["fluffier", "![x](y)"]) == "Here is picture 1 (not painted: fluffier, x y):"
    assert announcement("一只猫", 1, ["马"]) == "这是第 1 张图片（未画出：马）:"
