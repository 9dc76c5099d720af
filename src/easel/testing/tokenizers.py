"""Tokenizers of the real classes that know bytes or characters only. Nothing is downloaded."""

import transformers
from tokenizers.pre_tokenizers import ByteLevel

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>")
CHAT = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
CHAT_OF_LISTS = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{% for c in m.content %}{{ c.text }}{% endfor %}<|im_end|>\n"
    "{% endfor %}"
)
VIDEO_PAD = "<|video_pad|>"


def clip_tokenizer() -> transformers.CLIPTokenizer:
    """CLIP's tokenizer without merges: a token for each byte."""
    symbols = sorted(_byte_symbols())
    names = [*symbols, *(f"{s}</w>" for s in symbols), "<|startoftext|>", "<|endoftext|>"]
    return transformers.CLIPTokenizer(vocab={n: i for i, n in enumerate(names)}, merges=[], model_max_length=77)


def t5_tokenizer() -> transformers.T5TokenizerFast:
    """T5's tokenizer with letters and signs as its pieces."""
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -10.0), ("▁", -2.0)]
    pieces += [(chr(code), -4.0) for code in range(33, 127)]
    return transformers.T5TokenizerFast(vocab=pieces, extra_ids=0, model_max_length=512)


def qwen_tokenizer() -> transformers.Qwen2Tokenizer:
    """Qwen's tokenizer without merges: a token for each byte."""
    names = sorted(_byte_symbols())
    tokenizer = transformers.Qwen2Tokenizer(vocab={n: i for i, n in enumerate(names)}, merges=[])
    tokenizer.add_special_tokens({"additional_special_tokens": [*SPECIAL[1:], VIDEO_PAD]})
    tokenizer.chat_template = CHAT
    tokenizer.model_max_length = 4096
    return tokenizer


def _byte_symbols() -> set[str]:
    """The 256 characters that byte-level tokenizers write bytes as."""
    return set(ByteLevel.alphabet())
