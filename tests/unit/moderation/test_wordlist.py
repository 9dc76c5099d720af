"""The word list: what it finds however it is written, what it lets pass, its files, and its speed."""

import time
from importlib import resources
from pathlib import Path

import pytest

from easel.moderation.wordlist import WordList, parse

INNOCENT = [
    line for line in (Path(__file__).parent / "innocent.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"
]


@pytest.fixture(scope="module")
def words() -> WordList:
    """Easel's own list."""
    return WordList.load()


@pytest.mark.parametrize("prompt", INNOCENT)
async def test_innocent(prompt, words):
    """Ordinary prompts pass, whatever ordinary words contain."""
    assert () == await words.judge_prompt(prompt)


async def test_innocent_all_in_one(words):
    """Nothing comes of reading them one after the other either."""
    assert () == await words.judge_prompt(". ".join(INNOCENT))


async def test_innocent_upper_case(words):
    """Nor in capitals."""
    assert () == await words.judge_prompt("\n".join(INNOCENT).upper())


DISGUISES = {
    "as it is": "a rapist",
    "capitals": "A RAPIST",
    "plural": "two rapists",
    "full-width": "ｒａｐｉｓｔ",
    "zero-width": "ra\u200bp\u200dis\ufefft",
    "soft hyphen": "rap\u00adist",
    "direction marks": "\u202er\u202capist",
    "nul": "rap\x00ist",
    "blank letters": "rap\u3164ist",
    "accents": "räpïst",
    "stacked marks": "r\u0336a\u0336p\u0336i\u0336s\u0336t\u0336",
    "cyrillic": "rарist",
    "greek": "rαριst",
    "greek capitals": "RAΡIST",
    "mathematical": "𝓻𝓪𝓹𝓲𝓼𝓽",
    "circled": "ⓡⓐⓟⓘⓢⓣ",
    "white on black": "🆁🅰🅿🅸🆂🆃",
    "flag letters": "🇷🇦🇵🇮🇸🇹",
    "small capitals": "ʀᴀᴘɪꜱᴛ",
    "digits": "r4p15t",
    "signs": "r@p!$t",
    "repeated": "rraaaapiiiiist",
    "l for i": "raplst",
    "spaced out": "draw a r a p i s t now",
    "dotted": "r.a.p.i.s.t",
    "starred": "ra*pist",
    "underscores": "r_a_p_i_s_t",
    "emoji between": "r😀a😀p😀i😀s😀t",
    "dashes and digits": "r-4-p-1-5-t",
    "spaced out and repeated": "rr aa pp ii ss tt",
    "new lines": "r\na\np\ni\ns\nt",
    "number at its end": "rapist2",
    "among Chinese": "一个rapist的画",
}


@pytest.mark.parametrize("disguise", DISGUISES)
async def test_disguised_english(disguise, words):
    """A word is found in every disguise."""
    assert ("sexual-violence",) == await words.judge_prompt(DISGUISES[disguise])


@pytest.mark.parametrize(
    "prompt",
    [
        "强奸",
        "強姦",
        "强 奸",
        "强*奸",
        "强.奸",
        "强\u200b奸",
        "强女干",
        "画面里有强奸的场面",
        "强_奸",
        "強  姦",
        "强🙂奸",
    ],
)
async def test_disguised_chinese(prompt, words):
    """Traditional characters, gaps and marks do not hide a Chinese word."""
    assert ("sexual-violence",) == await words.judge_prompt(prompt)


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("child porn", "sexual-minors"), ("CHILDPORN", "sexual-minors"), ("ch1ld-p0rn", "sexual-minors"),
        ("naked little girl", "sexual-minors"), ("young boys, nude", "sexual-minors"), ("lolicon", "sexual-minors"),
        ("裸体的小女孩", "sexual-minors"), ("性感萝莉", "sexual-minors"), ("兒童色情", "sexual-minors"),
        ("未成年人裸照", "sexual-minors"), ("a porn scene", "sexual"), ("色情漫画", "sexual"),
        ("a mutilated corpse", "gore"), ("肢解尸体", "gore"), ("heil hitler", "hate"), ("杀光犹太人", "hate"),
        ("how to make a pipe bomb", "terror"), ("制作炸弹的方法", "terror"), ("counterfeit banknotes", "illegal"),
        ("伪造的护照", "illegal"), ("suicide methods", "self-harm"), ("自杀教程", "self-harm"),
    ],
)  # fmt: skip
async def test_categories(prompt, category, words):
    """Every category has words in both languages."""
    assert category in await words.judge_prompt(prompt)


async def test_own_list_is_sound(words):
    """Every entry of the shipped list is found, with and without its spaces, and in capitals."""
    text = resources.files("easel.moderation").joinpath("words.txt").read_text(encoding="utf-8")
    entries = [entry.text.rstrip("*") for entry in parse(text) if entry.category != "allowed"]

    assert len(entries) > 300
    assert [] == [entry for entry in entries if not await words.judge_prompt(f"a {entry} b")]
    assert [] == [entry for entry in entries if not await words.judge_prompt(entry.replace(" ", "").upper())]


async def test_several_categories(words):
    """All categories of a prompt are told, in order."""
    assert ("gore", "hate") == await words.judge_prompt("heil hitler and a mutilated corpse")


async def test_allowed_phrase_allows_itself_only(words):
    """What is allowed passes; the same word beside it does not."""
    assert ("sexual-violence",) == await words.judge_prompt("rape flowers, and a rape")


async def test_pictures_pass(words):
    """Words say nothing of pictures."""
    assert () == await words.judge_picture(None)


async def test_file_extends(tmp_path):
    """The operator's file adds words, phrases, choices and stems, and may allow what the list blocks."""
    path = tmp_path / "words.txt"
    path.write_text(
        "[brand]\nacme (cola|fizz)\nglorb*\n可乐公司\n[allowed]\nthe rapist of the opera\nhentai\n", "utf-8"
    )
    words = WordList.load(path)

    for prompt in ("ACME-Fizz", "acmecola", "glorbification", "可樂公司的瓶子", "a g l o r b"):
        assert ("brand",) == await words.judge_prompt(prompt)
    assert () == await words.judge_prompt("acme beer")
    assert () == await words.judge_prompt("The Rapist of the Opera")
    assert () == await words.judge_prompt("hentai")
    assert ("sexual-violence",) == await words.judge_prompt("rapist")


async def test_file_replaces(tmp_path):
    """With `!replace` only the operator's words count."""
    path = tmp_path / "words.txt"
    path.write_text("\ufeff!replace\r\n# mine\r\n[brand]\r\nacme\r\n", encoding="utf-8")
    words = WordList.load(path)

    assert ("brand",) == await words.judge_prompt("acme")
    assert () == await words.judge_prompt("rapist")


async def test_empty_list(tmp_path):
    """A list without words blocks nothing."""
    path = tmp_path / "words.txt"
    path.write_text("!replace", encoding="utf-8")

    assert () == await WordList.load(path).judge_prompt("anything")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("acme", "line 1: no .category."), ("[a]\n\na|b", "line 3: brackets"), ("[a]\n(a|b", "line 2: brackets"),
        ("[a]\n*", "line 2: an entry without a letter"), ("[a]\n\u200b", "without a letter"),
        ("[a]\na*b", "a \\* only"), ("!replace\n[a]\n(|)", "line 3: an entry without"),
        ("[a]\n!replace", "line 2: brackets"),
    ],
)  # fmt: skip
def test_file_is_no_list(text, problem, tmp_path):
    """A mistake in the file is told with its line when the server starts."""
    path = tmp_path / "mine.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=f"mine.txt, {problem}" if problem.startswith("line") else problem):
        WordList.load(path)


def test_file_in_another_encoding(tmp_path):
    """A file that is not UTF-8 is told as such."""
    path = tmp_path / "mine.txt"
    path.write_bytes("[a]\n暴力".encode("gbk"))

    with pytest.raises(ValueError, match=r"mine\.txt is not UTF-8"):
        WordList.load(path)


def test_file_is_missing(tmp_path):
    """A file that is not there is an error too."""
    with pytest.raises(FileNotFoundError):
        WordList.load(tmp_path / "none.txt")


LONG = {
    "one word": "cat " * 16_384,
    "prose": "A watercolor painting of a mountain lake, with pine-trees at sunset; 4k, highly-detailed. " * 728,
    "Chinese": "一只可爱的橙色小猫坐在彩虹桥上，卡通风格。" * 1040,
    "digits and signs": "c4t d0g h1gh-r3s b!rd_s " * 2730,
    "spelled out": "a b c d e f g h " * 4096,
    "spelled out twice": "aa " * 21_845,
    "one letter": "r" * 65_536,
    "letters and dashes": "a-" * 32_768,
    "many characters": "".join(chr(0x4E00 + offset) for offset in range(20_000)),
    "marks": "a\u0301" * 32_768,
    "beginnings of entries": "nude little " * 5461,
    "bars": "r|" * 32_768,
    "a run between two words": "kiddi" + "e" * 65_536,
    "a run of plurals": "teen" + "s" * 65_536,
    "a run spelled out": "t e e n " + "s " * 32_768,
}


@pytest.mark.parametrize("kind", LONG)
async def test_time_is_linear(kind, words):
    """64 KB take some 10 to 30 ms, and twice the text at most about twice as long, whatever is in it."""
    took = []
    for text in (LONG[kind], LONG[kind] * 2):
        tries = []
        for _ in range(3):
            began = time.thread_time()
            await words.judge_prompt(text)
            tries.append(time.thread_time() - began)
        took.append(min(tries))

    # A square law would be 4 times, and seconds. The bounds are wide: other programs share the machine.
    assert took[0] < 0.2
    assert took[1] < 3.2 * took[0] + 0.01
