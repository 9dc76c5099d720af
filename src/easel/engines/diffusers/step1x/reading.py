"""Instruction, picture and prompt as the tokens that Step1X-Edit was trained with."""

import inspect
from typing import Any

import torch
from diffusers import SanaPipeline
from PIL import Image as Pillow
from transformers import BatchFeature

#: So many words before the prompt say the same in every call and are cut off; so many after them are kept.
CUT, KEPT = 217, 640
VISION_END = "<|vision_end|>"
#: A sign in quotes is read by itself, in these, which are then taken off.
OPENING, CLOSING = "“", "”"


def instruction() -> str:
    """What stands before picture and prompt. Sana was trained with the same words, and diffusers has them."""
    lines = inspect.signature(SanaPipeline.__call__).parameters["complex_human_instruction"].default
    told, simple, detailed, here, cat, street, please, prompt = lines
    told = told.replace("'", '"')
    return "\n".join([told, simple, f"{detailed}\n", here, cat, f"{street}\n", please, prompt.rstrip()])


def read(
    processor: Any, text_encoder: Any, prompt: str, picture: Pillow.Image, device: torch.device
) -> tuple[torch.Tensor, torch.Tensor]:
    """The language model's words of a picture and a prompt (1 x KEPT x size), and which of them count (1 x KEPT)."""
    inputs = tokens(processor, prompt, picture).to(device)
    said = text_encoder(**inputs, output_hidden_states=True).hidden_states[-1][:, CUT : CUT + KEPT]
    length = said.shape[1]
    words = said.new_zeros(1, KEPT, said.shape[2])
    words[:, :length] = said
    return words, (torch.arange(KEPT, device=said.device) < length).long().unsqueeze(0)


def tokens(processor: Any, prompt: str, picture: Pillow.Image) -> BatchFeature:
    """What the language model is given: text up to the picture's end as ever, what follows it piece by piece."""
    content = [
        {"type": "text", "text": instruction()},
        {"type": "image", "image": picture},
        {"type": "text", "text": prompt},
    ]
    said = [{"role": "user", "content": content}]
    text = processor.apply_chat_template(said, tokenize=False, add_generation_prompt=True, add_vision_id=True)
    before, end, after = text.partition(VISION_END)
    inputs = processor(text=[before + end], images=[picture], return_tensors="pt")
    more = [token for piece in pieces(after) for token in _tokens_of(piece, processor.tokenizer)]
    ids = torch.cat([inputs["input_ids"], torch.tensor([more])], dim=1)
    seen = {name: inputs[name] for name in ("pixel_values", "image_grid_thw")}
    return BatchFeature({"input_ids": ids, "attention_mask": torch.ones_like(ids), **seen})


def pieces(text: str) -> list[str]:
    """A text cut at its quotes; between them sign by sign, each in quotes of its own. Every kind of quote is the same,
    an apostrophe, too: so it was when the weights were trained.
    """
    found, quoted = [], False
    for number, part in enumerate(text.translate(str.maketrans(dict.fromkeys("'“”", '"'))).split('"')):
        quoted = number % 2 == 1
        if quoted:
            # The quote that opened them belongs to what came before.
            found[-1] += '"'
            found += [f"{OPENING}{sign}{CLOSING}" for sign in part]
            found.append('"')
        elif found:
            found[-1] += part
        else:
            found.append(part)
    if quoted:
        found.pop()
    return [piece for piece in found if piece]


def _tokens_of(piece: str, tokenizer: Any) -> list[int]:
    """A piece's tokens; of a sign in quotes those of the sign, as long as the quotes are tokens by themselves."""
    ids = tokenizer(piece).input_ids
    quotes = [tokenizer(quote).input_ids for quote in (OPENING, CLOSING)]
    if [ids[:1], ids[-1:]] == quotes and len(ids) > 2:
        return ids[1:-1]
    return ids
