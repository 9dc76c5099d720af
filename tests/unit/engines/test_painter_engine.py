"""The painter as an engine: real children."""

from contextlib import aclosing

from easel.core.image import Size
from easel.core.job import Job
from easel.core.result import Painted
from easel.engines.painter.engine import PainterEngine
from easel.engines.painter.painter import Painter

PICTURES = 8


async def test_same_bytes_in_one_process_or_eight():
    """Eight pictures painted by eight processes at once are those that one process paints."""
    job = Job(
        model="imagen-3", dialect="openai", prompt="雨中的古镇，一只猫，水彩画", size=Size(128, 96), n=PICTURES, seed=7
    ).with_seeds()
    engine = PainterEngine(processes=PICTURES)
    await engine.start()
    try:
        async with aclosing(engine.generate(job, "")) as events:
            painted = {event.index: event async for event in events if isinstance(event, Painted)}
    finally:
        await engine.close()
    alone = Painter()

    expected = [alone.paint(job, index, lambda _: None).image for index in range(PICTURES)]
    assert expected == [painted[index].image for index in range(PICTURES)]
    assert PICTURES == len({image.pixels for image in expected})
