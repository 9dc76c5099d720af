"""Which pictures go together, and in what order: by model, size and steps, with a cost cap; nobody is held up."""

import asyncio

from easel.core.image import Size
from easel.core.job import Role
from easel.engines.diffusers.options import Options
from easel.engines.diffusers.waiting import Ticket, Waiting, choose

SMALL, LARGE = Size(512, 512), Size(1024, 1024)


def ticket(job, name="", *, source="flux", since=0.0, alone=False, **values):
    """A waiting picture; `name` is its prompt."""
    made = job(prompt=name, **{"size": SMALL, **values})
    return Ticket(made, 0, source, asyncio.Queue(), since=since, alone=alone)


def chosen(tickets, *, models=("flux",), now=1.0, **options):
    """The prompts of the next batch."""
    return [each.job.prompt for each in choose(tickets, models=models, options=Options(**options), now=now)]


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
    """Other steps, guidance, weights, or a negative prompt on one side: another batch."""
    first = ticket(job, "a")
    others = [
        ticket(job, "steps", steps=9),
        ticket(job, "guidance", guidance_scale=7.0),
        ticket(job, "source", source="sdxl"),
        ticket(job, "negative", negative_prompt="blur"),
    ]
    assert ["a"] == chosen([first, *others])


def test_reference_pictures_are_shared_within_one_job_only(job, refer):
    """The n pictures of one edit go together; another's edit does not join them."""
    edit = job(prompt="mine", n=2, size=SMALL, references=(refer(Role.INPUT, 1),))
    mine = [Ticket(edit, index, "flux", asyncio.Queue(), since=0.0) for index in range(2)]
    theirs = ticket(job, "theirs", references=(refer(Role.INPUT, 1),))
    assert ["mine", "mine"] == chosen([mine[0], theirs, mine[1]])


def test_exact_pictures_and_suspects_go_alone(job):
    """The option for bit equality makes every batch one picture; so does having been in a batch that failed."""
    assert ["a"] == chosen([ticket(job, "a"), ticket(job, "b")], exact=True)
    assert ["a"] == chosen([ticket(job, "a", alone=True), ticket(job, "b")])
    assert ["a"] == chosen([ticket(job, "a"), ticket(job, "b", alone=True)])


def test_a_loaded_model_goes_first_but_not_for_ever(job):
    """Pictures of the model on the device pass one whose model must be loaded, until that has waited long enough."""
    other, here = ticket(job, "other", source="sdxl"), ticket(job, "here")
    assert ["here"] == chosen([other, here], now=1.0, patience_s=5.0)
    assert ["other"] == chosen([other, here], now=5.5, patience_s=5.0)


async def test_a_device_leaves_work_to_an_idle_one_that_has_the_model(job):
    """Of two idle devices the one takes a picture that has its model loaded."""
    waiting = Waiting(Options(batch_wait_s=0.0))
    first = asyncio.create_task(waiting.take("cuda:0", ["sdxl"]))
    second = asyncio.create_task(waiting.take("cuda:1", ["flux"]))
    await asyncio.sleep(0)
    waiting.add([ticket(job, "a")])
    taken = await second
    assert ["a"] == [each.job.prompt for each in taken]
    assert not first.done()
    first.cancel()


async def test_requests_that_come_together_share_a_batch(job):
    """An idle device waits a moment for company before it begins."""
    waiting = Waiting(Options(batch_wait_s=0.05))
    taking = asyncio.create_task(waiting.take("cpu", []))
    await asyncio.sleep(0)
    waiting.add([ticket(job, "a")])
    await asyncio.sleep(0)
    waiting.add([ticket(job, "b")])
    assert ["a", "b"] == [each.job.prompt for each in await taking]
    assert 0 == len(waiting)
