"""The model cards: each loads, says what the vendors' documents say, and refuses what no card has."""

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from openai.types.image_model import ImageModel

from easel.core.errors import ModelUnknown
from easel.core.job import Role
from easel.core.model_card import ModelCard
from easel.engines.diffusers.lora import Loras
from easel.engines.diffusers.source import Source
from easel.models import load_cards

CARDS = load_cards()
FLUX = "black-forest-labs/flux"
MINIMAX_SIZES = {
    "1:1": "1024x1024",
    "16:9": "1280x720",
    "4:3": "1152x864",
    "3:2": "1248x832",
    "2:3": "832x1248",
    "3:4": "864x1152",
    "9:16": "720x1280",
    "21:9": "1344x576",
}
#: Model, free pictures, and the fields that the vendor's parameter table gives it besides prompt, model and image(s).
MODELVERSE = [
    (f"{FLUX}.1-dev", 10, {"n", "size", "strength", "steps", "seed", "guidance_scale"}, (0, 1)),
    (f"{FLUX}-kontext-pro", 5, {"seed", "guidance_scale"}, (1, 1)),
    (f"{FLUX}-kontext-pro/multi", 5, {"aspect_ratio", "seed", "guidance_scale"}, (1, 10)),
    (f"{FLUX}-kontext-pro/text-to-image", 5, {"n", "aspect_ratio", "seed", "guidance_scale"}, None),
    ("stepfun-ai/step1x-edit", 5, {"steps", "seed", "guidance_scale", "negative_prompt"}, (1, 1)),
    (f"{FLUX}-kontext-max", 0, {"seed", "guidance_scale"}, (1, 1)),
    (f"{FLUX}-kontext-max/multi", 0, {"aspect_ratio", "seed", "guidance_scale"}, (1, 10)),
    (f"{FLUX}-kontext-max/text-to-image", 0, {"n", "aspect_ratio", "seed", "guidance_scale"}, None),
]


def ratios(card: ModelCard) -> dict[str, str]:
    """The card's sizes by ratio."""
    return {ratio: str(size) for ratio, size in card.sizes.ratios["1K"].items()}


def test_image_01_sizes() -> None:
    """MiniMax's eight ratios have the pixels of its document."""
    assert MINIMAX_SIZES == ratios(CARDS.find("image-01"))


def test_image_01_live_sizes() -> None:
    """image-01-live lacks 21:9 and free sizes."""
    card = CARDS.find("image-01-live")
    assert ratios(card) == {k: v for k, v in MINIMAX_SIZES.items() if k != "21:9"}
    assert card.sizes.explicit == "none"
    assert card.parameters["style"].choices == ("漫画", "元气", "中世纪", "水彩")


@pytest.mark.parametrize(("model", "free", "fields", "images"), MODELVERSE, ids=[row[0] for row in MODELVERSE])
def test_modelverse(model: str, free: int, fields: set[str], images: tuple[int, int] | None) -> None:
    """Each Modelverse model takes exactly what the vendor's table gives it, and its links last 7 days."""
    card = CARDS.find(model)
    taken = set(card.parameters)
    taken |= {"size"} if card.sizes.explicit == "free" else set()
    taken |= {"aspect_ratio"} if card.sizes.ratios else set()
    assert fields == taken
    assert free == card.free_pictures
    assert 7 * 24 * 3600 == card.url_lifetime_s
    assert images == next(((rule.min, rule.max) for rule in card.references.values()), None)
    assert (-1, 9_999_999_999) == (card.parameters["seed"].min, card.parameters["seed"].max)
    assert card.parameters["guidance_scale"].default == 2.5
    if "steps" in fields:
        assert (1, 50, 28) == (
            card.parameters["steps"].min,
            card.parameters["steps"].max,
            card.parameters["steps"].default,
        )
    if "n" in fields:
        assert (1, 4, 1) == (card.parameters["n"].min, card.parameters["n"].max, card.parameters["n"].default)


def test_modelverse_ratios() -> None:
    """The nine documented ratios and the plugin's two are exact, on sides that are multiples of 16."""
    table = CARDS.find(f"{FLUX}-kontext-max/text-to-image").sizes.ratios["1K"]
    documented = {"21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"}
    assert documented | {"16:10", "10:16"} == set(table)
    for ratio, size in table.items():
        width, height = map(int, ratio.split(":"))
        assert size.width * height == size.height * width
        assert (0, 0) == (size.width % 16, size.height % 16)


def test_flux_dev_sizes() -> None:
    """flux.1-dev takes any size from 256x256 to 1536x1536."""
    sizes = CARDS.find(f"{FLUX}.1-dev").sizes
    assert (256, 1536, 1) == (sizes.min_side, sizes.max_side, sizes.multiple)


def test_ids_in_any_case() -> None:
    """Older documents write the ids in mixed case."""
    assert CARDS.find("black-forest-labs/FLUX.1-dev").id == f"{FLUX}.1-dev"
    assert CARDS.find("stepfun-ai/Step1X-Edit").id == "stepfun-ai/step1x-edit"


@pytest.mark.parametrize("model", sorted(set(get_args(ImageModel)) - {"dall-e-2"}))
def test_openai_ids(model: str) -> None:
    """Every image model that OpenAI's SDK names has a card, but for the oldest."""
    assert CARDS.find(model).dialect == "openai"


@pytest.mark.parametrize("card", list(CARDS), ids=lambda card: card.id)
def test_every_card(card: ModelCard) -> None:
    """A card has a route, and its default size is one that it would accept."""
    assert card.routes
    if card.sizes.explicit == "free":
        assert card.sizes.default == card.sizes.check(card.sizes.default, "width", "height")
    if "1K" in card.sizes.ratios:
        assert card.sizes.default in card.sizes.ratios["1K"].values()


@pytest.mark.parametrize(
    "addition",
    [
        'colour = "red"',
        "[sizes]\ndepth = 3",
        "[parameters]\nn = { least = 1 }",
        "[references.hat]\nmax = 1",
        "[[routes]]",
    ],
)
def test_unknown_keys_are_refused(tmp_path: Path, addition: str) -> None:
    """A card with a key that there is none of is refused by its file's name."""
    plain = 'id = "mine"\ndialect = "openai"\ntitle = ""\ndescription = ""\nowner = ""\ncreated = 0\n'
    sizes = "" if "[sizes]" in addition else '\n[sizes]\ndefault = "64x64"\n'
    (tmp_path / "mine.toml").write_text(plain + addition.replace("[sizes]", '[sizes]\ndefault = "64x64"') + sizes)
    with pytest.raises(ValueError, match=r"model card mine\.toml: "):
        load_cards(tmp_path)


def test_operator_card_replaces(tmp_path: Path) -> None:
    """An operator's card replaces the built-in one of the same id."""
    text = 'id = "imagen-3"\ndialect = "openai"\ntitle = "Ours"\ndescription = ""\nowner = ""\ncreated = 0\n'
    (tmp_path / "imagen-3.toml").write_text(text + '[sizes]\ndefault = "64x64"\n')
    assert load_cards(tmp_path).find("imagen-3").title == "Ours"


#: An id, the repository of its weights, the fields that their pipeline reads, and how many images.
OPEN = [
    ("black-forest-labs/flux.1-kontext-dev", "black-forest-labs/FLUX.1-Kontext-dev", {"guidance_scale"}, (0, 4)),
    ("qwen-image", "Qwen/Qwen-Image", {"guidance_scale", "negative_prompt", "strength"}, (0, 1)),
    ("qwen-image-edit-plus", "Qwen/Qwen-Image-Edit-2509", {"guidance_scale", "negative_prompt"}, (1, 3)),
    ("flux.2-klein", "black-forest-labs/FLUX.2-klein-4B", set(), (0, 4)),
    ("z-image-turbo", "Tongyi-MAI/Z-Image-Turbo", {"guidance_scale", "strength"}, (0, 1)),
    ("sdxl", "stabilityai/stable-diffusion-xl-base-1.0", {"guidance_scale", "negative_prompt", "strength"}, (0, 1)),
    ("sd-turbo", "stabilityai/sd-turbo", {"guidance_scale", "strength"}, (0, 1)),
]


@pytest.mark.parametrize(("model", "repository", "fields", "images"), OPEN, ids=[row[0] for row in OPEN])
def test_open_models(model: str, repository: str, fields: set[str], images: tuple[int, int]) -> None:
    """A card of open weights takes what their pipeline reads and no more, and says what licence they are under."""
    card = CARDS.find(model)
    assert {"n", "seed", "steps"} | fields == set(card.parameters)
    assert images == (card.references[Role.INPUT].min, card.references[Role.INPUT].max)
    assert repository == Source.parse(card.routes[0].source).repository
    text = next(
        each for each in (f.read_text() for f in files("easel.models").iterdir()) if f'id = "{card.id}"' in each
    )
    assert "Apache-2.0" in text or "License" in text or "licence" in text


@pytest.mark.parametrize("card", list(CARDS), ids=lambda card: card.id)
def test_open_weights_are_pinned_and_the_painter_stands_in(card: ModelCard) -> None:
    """Every source of weights is a commit of the Hub, and the painter makes pictures only where they are not."""
    sources = [Source.parse(route.source) for route in card.routes if route.engine == "diffusers"]
    assert [] == [source for source in sources if source.folder is not None or source.loras]
    assert all(len(source.revision) == 40 for source in sources)
    assert ("painter", bool(card.routes[:-1])) == (card.routes[-1].engine, card.routes[-1].stand_in)


DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "models.md").read_text(encoding="utf-8")
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", re.findall(r"^\| `(.+?)` \| (.+?) \|", PAGE, re.MULTILINE), ids=lambda row: row[0])
def test_page_of_models(row: tuple[str, str]) -> None:
    """The page of open models names each id with the weights that its card has first."""
    model, weights = row
    assert weights == Source.parse(CARDS.find(model).routes[0].source).repository.partition("/")[2]


def test_examples_of_the_page(tmp_path: Path) -> None:
    """The page's examples can be used as they stand: routes, a LoRA and a card that names it."""
    routes, loras, card = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    for name, text in (("routes.toml", routes), ("loras.toml", loras), ("cards/ink.toml", card)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    cards = load_cards(tmp_path / "cards", tmp_path / "routes.toml")

    assert CARDS.find("flux.2-klein").routes == cards.find("image-01").routes
    named = Loras.load(tmp_path / "loras.toml").of(Source.parse(cards.find("flux-ink").routes[0].source))
    assert [("ink", 0.8, "ink.safetensors")] == [(lora.alias, lora.weight, lora.file) for lora in named]


def test_prices_of_the_page(tmp_path: Path) -> None:
    """The example of prices can be used as it stands: it changes the cards that it names, and no others."""
    (tmp_path / "prices.toml").write_text(re.search(r"## Prices.*?```toml\n(.*?)```", OPERATIONS, re.DOTALL)[1])
    cards = load_cards(prices=tmp_path / "prices.toml")
    priced = [cards.find(model) for model in ("image-01", "gemini-3.1-flash-image-preview", "image-01-live")]

    assert [(5000, 0), (40_000, 3), (3500, 0)] == [(card.price_micros, card.free_pictures) for card in priced]
    assert priced[0].routes == CARDS.find("image-01").routes


@pytest.mark.parametrize(
    "text",
    ["[nothing]\nprice_micros = 1", "[image-01]\nprice = 1", "[image-01]\nprice_micros = -1",
     "[image-01]\nprice_micros = 0.5", "[image-01]\nfree_pictures = true", "image-01 = 5", "["],
)  # fmt: skip
def test_wrong_prices(text: str, tmp_path: Path) -> None:
    """A price that cannot be meant is refused by the name of its file."""
    (tmp_path / "prices.toml").write_text(text)
    with pytest.raises(ValueError, match=r"prices prices\.toml: "):
        load_cards(prices=tmp_path / "prices.toml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('image-01 = [{engin = "painter"}]', "image-01: a route has no 'engin', but concurrency"),
        ('image-01 = [{weight = 1}]', "image-01: a route needs an engine"),
        ('["image-01"]\nroutes = []', "image-01: routes are tables, each under"),
        ('[[nothing]]\nengine = "painter"', "nothing: The model `nothing` does not exist"),
    ],
)  # fmt: skip
def test_wrong_routes(text: str, words: str, tmp_path: Path) -> None:
    """What is wrong with the operator's routes is told with the model, in the file's words and not in Python's."""
    (tmp_path / "routes.toml").write_text(text)
    with pytest.raises(ValueError, match=rf"routes routes\.toml: {re.escape(words)}"):
        load_cards(routes=tmp_path / "routes.toml")


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("image-1", "image-01"), ("GPT-image1", "gpt-image-1"), ("flux.1-dve", "black-forest-labs/flux.1-dev"),
        ("black-forest-lab/flux.1-dev", "black-forest-labs/flux.1-dev"),
    ],
)  # fmt: skip
def test_misspelt_model(wanted, meant):
    """The name that was meant is told."""
    with pytest.raises(ModelUnknown, match=f"Did you mean `{re.escape(meant)}`"):
        load_cards().find(wanted)


@pytest.mark.parametrize("wanted", ["midjourney", "", "x" * 10_000])
def test_model_like_no_other(wanted):
    """No name is made up where none is alike."""
    with pytest.raises(ModelUnknown, match=r"does not exist\.$"):
        load_cards().find(wanted)
