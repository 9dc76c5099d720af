"""The decoder process: it survives odd files, is replaced when it does not, and is bounded in memory and time."""

import asyncio
import gc
import itertools
import os
import random
import re
import resource
import signal
import struct
import time
from pathlib import Path

import PIL.Image
import pytest

from easel.intake import child
from easel.intake.decode import Decoder
from easel.intake.refusal import DAMAGED, Refused

MAX_PIXELS = 25_000_000
CLEAN = re.compile(r"(?!.*(?:0x[0-9a-f]{6,}|Traceback|/|PIL|Error)).*")


def read_proc(pid: int, name: str) -> bytes:
    """A file of the process."""
    return Path(f"/proc/{pid}/{name}").read_bytes()


def wait_until_dead(pid: int) -> None:
    """Wait for the end of a process and leave its exit status to be read."""
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


async def test_odd_but_valid_files_leave_the_process_alone(decode, decoder, files):
    """Odd modes, sizes and metadata are answered by one and the same process."""
    before = decoder.pids
    plain = files.picture()
    odd = [
        files.flat_png(1, 1),
        files.flat_png(1, 9000),
        files.encode(files.picture(16, 136)),
        files.encode(plain.convert("1")),
        files.encode(plain.convert("CMYK"), "JPEG"),
        files.encode(plain, icc_profile=b"x"),
        files.encode(plain, "JPEG", exif=b"Exif\x00\x00" + b"\xff" * 60),
        files.encode(plain, "JPEG", comment=b"\x00" * 1000),
        files.encode(plain, "JPEG", quality=1),
        files.encode(plain, "WEBP", exif=b"\xff" * 60, xmp=b"<x"),
    ]
    answers = await asyncio.gather(*(decode(data) for data in odd), return_exceptions=True)

    assert 2 == sum(isinstance(answer, Refused) for answer in answers)
    assert not [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, Refused)]
    assert before == decoder.pids


async def test_hostile_files(decode, decoder, files, peak_memory_mib):
    """200 damaged files: quick answers in clean words, bounded memory, and no harm to the server's own memory."""
    dice = random.Random(7)
    files = [files.encode(files.picture(256, 192), name) for name in ("PNG", "JPEG", "WEBP")]
    server_before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times, texts = [], set()
    for data in itertools.islice(itertools.cycle(files), 200):
        broken = bytearray(data)
        for _ in range(dice.choice((1, 4, 32))):
            broken[dice.randrange(12, len(broken))] = dice.randrange(256)
        began = time.perf_counter()
        try:
            await decode(bytes(broken))
        except Refused as refusal:
            texts.add(str(refusal))
        times.append(time.perf_counter() - began)

    assert [] == [text for text in texts if not CLEAN.fullmatch(text)]
    assert sorted(times)[198] < 2
    assert peak_memory_mib(decoder.pids[0]) < 512
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - server_before < 20 * 1024


@pytest.mark.parametrize(
    ("size", "text"),
    [((1, 1), "at least 16"), ((1, 5000), "at least 16"), ((5000, 1), "at least 16"), ((15, 16), "at least 16"),
     ((16, 137), "at most 8.5"), ((1600, 160), "at most 8.5"), ((5001, 5000), "at most 25 megapixels"),
     ((9400, 9400), "at most 25 megapixels"), ((13000, 13000), "at most 25 megapixels")],
)  # fmt: skip
async def test_bad_sizes(decode, decoder, size, text, files, peak_memory_mib):
    """Tiny, long and huge pictures are refused in words, quickly, and the process lives on."""
    data, before = files.flat_png(*size), decoder.pids
    began = time.perf_counter()
    with pytest.raises(Refused, match=text):
        await decode(data)

    assert time.perf_counter() - began < 2
    assert before == decoder.pids
    assert peak_memory_mib(decoder.pids[0]) < 100


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP"])
async def test_bombs_of_other_formats(decode, decoder, file_format, files, peak_memory_mib):
    """A head that claims a huge picture is refused before anything is allocated."""
    data = bytearray(files.encode(files.picture(), file_format))
    if file_format == "JPEG":
        frame = data.find(b"\xff\xc0")
        data[frame + 5 : frame + 9] = struct.pack("!HH", 65500, 65500)
    else:
        data[26:30] = struct.pack("<HH", 16383, 16383)
    with pytest.raises(Refused):
        await decode(bytes(data))

    assert peak_memory_mib(decoder.pids[0]) < 100


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("file_format", ["WEBP", "PNG"])
async def test_the_largest_pictures_fit(decode, decoder, files, peak_memory_mib, mode, file_format):
    """25 megapixels are decoded within the memory limit, in every shape."""
    largest = PIL.Image.new(mode, (5000, 5000), (1, 2, 3, 4)[: len(mode)])
    options = {"WEBP": {"lossless": True, "method": 0}, "PNG": {"compress_level": 1}}[file_format]
    image = await decode(files.encode(largest, file_format, **options))

    assert len(mode) == image.channels
    assert peak_memory_mib(decoder.pids[0]) < 480


def scan_bomb(files, scans: int) -> bytes:
    """A JPEG that has its last scan, of 42 bytes, many times over."""
    data = files.encode(PIL.Image.new("L", (5000, 5000), 128), "JPEG", progressive=True, quality=90)
    refinement = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + refinement * scans + b"\xff\xd9"


async def test_a_scan_bomb_is_refused_at_once(decode, decoder, files):
    """A small JPEG with thousands of scans is not even begun: that would have cost the process."""
    before, data = decoder.pids, scan_bomb(files, 5000)
    with pytest.raises(Refused):
        await decode(data)

    assert before == decoder.pids


async def test_processor_time_is_bounded(decode, decoder, files, png):
    """A file that takes too long to decode costs a few seconds and its process, nothing more."""
    before = decoder.pids
    await decode(png)
    began = time.process_time()
    with pytest.raises(Refused) as refusal:
        await decode(scan_bomb(files, 600) + bytes(600 * 16384))

    assert DAMAGED == str(refusal.value)
    assert time.process_time() - began < 2
    assert 64 == (await decode(png)).width
    assert before != decoder.pids


async def test_a_killed_process_is_replaced(decode, decoder, png):
    """After a kill the next image meets a new process."""
    before = decoder.pids[0]
    os.kill(before, signal.SIGKILL)
    wait_until_dead(before)
    await decode(png)

    assert decoder.pids[0] not in (before, None)


async def test_a_process_killed_at_work_refuses_its_image(decode, decoder, files):
    """A process that dies of an image refuses that image only."""
    before = decoder.pids[0]
    work = asyncio.create_task(decode(files.flat_png(5000, 5000)))
    await asyncio.sleep(0.05)
    os.kill(before, signal.SIGKILL)
    with pytest.raises(Refused) as refusal:
        await work

    assert DAMAGED == str(refusal.value)
    assert 3 == (await decode(files.flat_png(32, 32))).channels
    assert before != decoder.pids[0]


async def test_a_hanging_process_is_replaced(png):
    """A process that does not answer in time is killed and replaced."""
    decoder = Decoder(processes=1, timeout_s=1)
    await decoder.start()
    before = decoder.pids[0]
    os.kill(before, signal.SIGSTOP)
    with pytest.raises(Refused):
        await decoder.decode(png, mask=False, max_pixels=MAX_PIXELS)
    await decoder.decode(png, mask=False, max_pixels=MAX_PIXELS)

    assert before != decoder.pids[0]
    await decoder.close()


async def test_a_process_is_renewed_after_its_share(png):
    """A process that has decoded its share of images is replaced."""
    decoder = Decoder(processes=1, images=3)
    await decoder.start()
    pids = []
    for _ in range(7):
        await decoder.decode(png, mask=False, max_pixels=MAX_PIXELS)
        pids.append(decoder.pids[0])
    await decoder.close()

    assert [3, 3, 1] == [len(list(group)) for _, group in itertools.groupby(pids)]


async def test_the_process_is_confined(decoder):
    """The decoder process has bounded memory, can open nothing, and has none of the server's environment."""
    pid = decoder.pids[0]
    limits = read_proc(pid, "limits").decode()

    assert (child.MEMORY_BYTES,) == tuple(map(int, re.findall(r"Max address space +(\d+)", limits)))
    assert ["0", "0", "0"] == re.findall(r"Max (?:open files|file size|core file size) +(\d+)", limits)
    environment = {line.split(b"=")[0] for line in read_proc(pid, "environ").split(b"\0") if line}
    assert {b"PYTHONPATH", b"MALLOC_MMAP_THRESHOLD_", b"MALLOC_TRIM_THRESHOLD_"} == environment


async def test_a_cancelled_request_leaves_the_process_clean(decode, decoder, png, files):
    """The next image of another request gets its own pixels."""
    before = decoder.pids
    work = asyncio.create_task(decode(files.flat_png(2000, 2000)))
    await asyncio.sleep(0.01)
    work.cancel()
    image = await decode(png)

    assert (64, 48) == (image.width, image.height)
    assert before == decoder.pids


async def test_the_event_loop_stays_free(decode, files):
    """While a large picture is decoded, the loop keeps turning."""
    work = asyncio.create_task(decode(files.flat_png(4000, 4000)))
    gaps, last = [], time.perf_counter()
    while not work.done():
        await asyncio.sleep(0.001)
        gaps.append(time.perf_counter() - last)
        last = time.perf_counter()

    assert max(gaps) < 0.25


async def test_closing_at_work(files, caplog):
    """Closing ends what is being decoded, and leaves no failure unheard."""
    decoder = Decoder(processes=1)
    await decoder.start()
    data = files.flat_png(5000, 5000)
    work = asyncio.create_task(decoder.decode(data, mask=False, max_pixels=MAX_PIXELS))
    await asyncio.sleep(0.02)
    work.cancel()
    await decoder.close()
    gc.collect()

    assert work.cancelled() or work.cancelling()
    assert [] == caplog.records
