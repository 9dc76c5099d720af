"""Which words of a prompt lie beyond what a pipeline's text encoder reads. Runs in the child process."""

import bisect
import re
from collections.abc import Callable
from typing import Any

import diffusers
from diffusers.pipelines.flux2.pipeline_flux2 import format_input

from easel.engines.diffusers.arguments import Call

#: So many words are named one by one.
NAMED_MAX = 50
#: A word that is read in part only is not read. Scripts without spaces are cut between any two signs.
PIECE = re.compile(r"[A-Za-zÀ-ɏ0-9'’-]*\Z")
#: Stands for the prompt in a template.
HERE = "\x1a"


def split_read(pipeline: diffusers.DiffusionPipeline, call: Call, prompt: str) -> tuple[str, tuple[str, ...]]:
    """The part of a prompt that the text encoder reads, and the words after it."""
    reader = _reader(pipeline, call)
    if reader is None:
        return prompt, ()
    count, most = reader
    if count(prompt) <= most:
        return prompt, ()
    end = bisect.bisect_right(range(len(prompt) + 1), most, key=lambda length: count(prompt[:length])) - 1
    if PIECE.fullmatch(prompt[end]):
        end -= len(PIECE.search(prompt[:end])[0])
    words = prompt[end:].split()
    named = tuple(words[:NAMED_MAX])
    return prompt[:end].rstrip(), named if named == tuple(words) else (*named, f"… and {len(words) - NAMED_MAX} more")


def _reader(pipeline: diffusers.DiffusionPipeline, call: Call) -> tuple[Callable[[str], int], int] | None:
    """How many tokens a prompt takes, its template's beginning and its end included, and how many are read.

    None where everything is read: the editors of Qwen cut nothing. Nor is it known of Step1X-Edit, before it has seen
    the picture, whose tokens count, too.
    """
    kind = type(pipeline).__name__
    longest = call.fixed.get("max_sequence_length", 0)
    if kind.startswith(("QwenImageEdit", "Step1X")):
        return None
    if kind.startswith("QwenImage"):
        before = pipeline.prompt_template_encode.partition("{}")[0]
        return _counter(pipeline.tokenizer, before), longest + pipeline.prompt_template_encode_start_idx
    if kind.startswith(("Flux2", "ZImage")):
        said = [{"role": "user", "content": HERE}]
        if kind == "Flux2Pipeline":
            said = format_input([HERE], system_message=pipeline.system_message)[0]
        whole = pipeline.tokenizer.apply_chat_template(said, tokenize=False)
        return _counter(pipeline.tokenizer, whole.partition(HERE)[0], add_special_tokens=False), longest
    if kind.startswith("Flux"):
        return _counter(pipeline.tokenizer_2, ""), longest
    return _counter(pipeline.tokenizer, ""), pipeline.tokenizer.model_max_length


def _counter(tokenizer: Callable[..., Any], before: str, **how: bool) -> Callable[[str], int]:
    return lambda text: len(tokenizer(before + text, **how).input_ids)
