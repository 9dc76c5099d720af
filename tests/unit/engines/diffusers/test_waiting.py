"""Which pictures go together, and in what order: by model and size, with a cost cap; nobody is held up."""

import asyncio
import itertools
from types import SimpleNamespace

from easel.core.image import Size
from easel.core.job import Role
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.waiting import Ticket, Waiting, choose

NUMBERS = itertools.count(1)
SMALL, LARGE = Size(512, 512), Size(1024, 1024)


def ticket(job, name="", *, source="flux", since=0.0, alone=False, **values):
    """A waiting picture; `name` is its prompt."""
    made = job(prompt=name, **{"size": SMALL, **values})
    return Ticket(made, 0, source, asyncio.Queue(), since=since, alone=alone, number=next(NUMBERS))


def chosen(tickets, *, work=(), models=("flux",), now=1.0, **options):
    """The prompts of those that a device begins next, beside those in work."""
    found = choose(tickets, work=work, models=models, options=Options(**options), now=now)
    return [each.job.prompt for each in found]


def device(name, *, models=(), work=()):
    """A device as those who wait see it."""
    return SimpleNamespace(name=name, models=models, work=work)


def test_company_is_found_behind_an_odd_one(job):
    """A picture of another size stands between two that fit together: they go together, it goes next."""
    a, odd, b = ticket(job, "a"), ticket(job, "odd", size=Size(512, 640)), ticket(job, "b")
    assert ["a", "b"] == chosen([a, odd, b])
    assert ["odd"] == chosen([odd])


def test_batches_end_at_their_cost(job):
    """Eight pictures of 512 x 512 fill two megapixels; the ninth waits."""
    assert [str(n) for n in range(8)] == chosen([ticket(job, str(n)) for n in range(9)])


def test_a_picture_of_a_megapixel_goes_alone(job):
    """At 1024 x 1024 a device is full with one picture."""
    assert ["a"] == chosen([ticket(job, "a", size=LARGE), ticket(job, "b", size=LARGE)])


def test_unlike_pictures_are_not_mixed(job):
    """Another size or other weights do not share steps; other steps, guidance or a negative prompt do."""
    first = ticket(job, "a")
    others = [
        ticket(job, "size", size=Size(512, 640)),
        ticket(job, "source", source="sdxl"),
        ticket(job, "steps", steps=9),
        ticket(job, "guidance", guidance_scale=7.0),
        ticket(job, "negative", negative_prompt="blur"),
    ]
    assert ["a", "steps", "guidance", "negative"] == chosen([first, *others])


def test_edits_share_steps_when_their_references_have_the_same_sizes(job, refer):
    """Other reference pictures of the same size fit together; of another size they do not."""
    mine, theirs = (ticket(job, name, references=(refer(Role.INPUT, n),)) for n, name in enumerate(("mine", "theirs")))
    large = ticket(job, "large", references=(refer(Role.INPUT, 1, size=Size(96, 64)),))
    assert ["mine", "theirs"] == chosen([mine, large, theirs])


def test_whoever_fits_joins_those_in_work(job):
    """A picture of the same size joins as long as there is room, whatever waits before it."""
    work = [ticket(job, str(n)) for n in range(7)]
    waiting = [ticket(job, "odd", size=Size(512, 640)), ticket(job, "a"), ticket(job, "b")]
    assert ["a"] == chosen(waiting, work=work)


def test_an_odd_one_begins_when_it_is_the_oldest(job):
    """It waits for those who came before it, not for those who joined them later."""
    before, odd, joined = ticket(job, "before"), ticket(job, "odd", size=LARGE), ticket(job, "joined")
    assert [] == chosen([odd], work=[before, joined])
    assert ["odd"] == chosen([odd], work=[joined])


def test_another_model_is_not_kept_waiting_by_those_who_join(job):
    """Younger ones join for five seconds more; then those in work come to their end, and the model changes."""
    work, other, young = [ticket(job, "w")], ticket(job, "other", source="sdxl"), ticket(job, "young")
    assert ["young"] == chosen([other, young], work=work, now=1.0, patience_s=5.0)
    assert [] == chosen([other, young], work=work, now=5.5, patience_s=5.0)


def test_exact_pictures_and_suspects_go_alone(job):
    """The option for bit equality lets nobody join; nor does having been in work when a child died."""
    assert ["a"] == chosen([ticket(job, "a"), ticket(job, "b")], exact=True)
    assert ["a"] == chosen([ticket(job, "a", alone=True), ticket(job, "b")])
    assert ["a"] == chosen([ticket(job, "a"), ticket(job, "b", alone=True)])
    assert [] == chosen([ticket(job, "b")], work=[ticket(job, "a", alone=True)])


def test_a_loaded_model_goes_first_but_not_for_ever(job):
    """Pictures of the model on the device pass one whose model must be loaded, until that has waited long enough."""
    other, here = ticket(job, "other", source="sdxl"), ticket(job, "here")
    assert ["here"] == chosen([other, here], now=1.0, patience_s=5.0)
    assert ["other"] == chosen([other, here], now=5.5, patience_s=5.0)


async def test_a_device_leaves_work_to_an_idle_one_that_has_the_model(job):
    """Of two idle devices the one takes a picture that has its model loaded."""
    waiting = Waiting(Options())
    first = asyncio.create_task(waiting.take(device("cuda:0", models=["sdxl"])))
    second = asyncio.create_task(waiting.take(device("cuda:1", models=["flux"])))
    await asyncio.sleep(0)
    waiting.add([ticket(job, "a")])
    taken = await second
    assert ["a"] == [each.job.prompt for each in taken]
    assert not first.done()
    first.cancel()


async def test_a_picture_joins_rather_than_have_its_model_loaded_once_more(job):
    """One device works with the model and has room, the other is idle without it: the picture joins."""
    waiting = Waiting(Options())
    idle = asyncio.create_task(waiting.take(device("cuda:0")))
    busy = asyncio.create_task(waiting.take(device("cuda:1", models=["flux"], work=[ticket(job, "w")])))
    await asyncio.sleep(0)
    waiting.add([ticket(job, "a")])
    assert ["a"] == [each.job.prompt for each in await busy]
    assert not idle.done()
    idle.cancel()
