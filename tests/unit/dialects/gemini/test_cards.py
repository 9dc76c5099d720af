"""The two Gemini cards: the sizes that the reseller's page promises."""

import pytest

from easel.core.image import Size

#: The reseller's table, at 1K.
PROMISED = {
    "1:1": "1024x1024", "2:3": "832x1248", "3:2": "1248x832", "3:4": "864x1184", "4:3": "1184x864",
    "4:5": "896x1152", "5:4": "1152x896", "9:16": "768x1344", "16:9": "1344x768", "21:9": "1536x672",
}  # fmt: skip
RESOLUTIONS = {
    "gemini-3.1-flash-image-preview": ["512", "1K", "2K", "4K"],
    "gemini-3-pro-image-preview": ["1K", "2K", "4K"],
}


@pytest.mark.parametrize("model", RESOLUTIONS)
def test_promised_sizes(cards, model: str) -> None:
    """Each ratio has the promised size, and each model its resolutions."""
    ratios = cards.find(model).sizes.ratios

    assert RESOLUTIONS[model] == list(ratios)
    assert PROMISED.items() <= {ratio: str(size) for ratio, size in ratios["1K"].items()}.items()


@pytest.mark.parametrize("model", RESOLUTIONS)
def test_every_resolution_has_every_ratio(cards, model: str) -> None:
    """The tables have the same ratios, each size is near its ratio, and none is wider than the card allows."""
    sizes = cards.find(model).sizes
    for table in sizes.ratios.values():
        assert list(sizes.ratios["1K"]) == list(table)
        for ratio, size in table.items():
            width, height = map(int, ratio.split(":"))
            assert size.width / size.height == pytest.approx(width / height, rel=0.06)
            assert max(size.width, size.height) <= sizes.max_side


@pytest.mark.parametrize("model", RESOLUTIONS)
def test_turned_ratios(cards, model: str) -> None:
    """A ratio and its reverse have the same size, turned."""
    for table in cards.find(model).sizes.ratios.values():
        for ratio, size in table.items():
            reverse = ":".join(reversed(ratio.split(":")))
            assert table.get(reverse, Size(size.height, size.width)) == Size(size.height, size.width)


@pytest.mark.parametrize("model", RESOLUTIONS)
def test_urls_live_an_hour(cards, model: str) -> None:
    """As the reseller's page says; and Google's own long names are known too."""
    card = cards.find(f"google/{model}")

    assert (model, 3600) == (card.id, card.url_lifetime_s)
