"""What diffusers does not load as it should: processors without torchvision, Qwen's pictures, a denoiser of our own."""

from pathlib import Path
from typing import Any

import diffusers
import transformers

from easel.engines.diffusers.step1x.pipeline import Step1XEditPipeline
from easel.engines.diffusers.step1x.transformer import Step1XEditTransformer2DModel


class StillProcessor(transformers.Qwen2VLProcessor):
    """A processor of texts and still pictures."""

    def check_argument_for_proper_class(self, argument_name: str, argument: object) -> type:
        """Accept that there is no part for videos."""
        if argument_name == "video_processor" and argument is None:
            return type(None)
        return super().check_argument_for_proper_class(argument_name, argument)


def given(repository: Path, pipeline: str, **how: Any) -> dict[str, Any]:
    """The parts of a checked repository that its class is given, and does not load itself; `how` to load weights.

    Raises OSError or ValueError when their files are not such.
    """
    if pipeline == "Flux2Pipeline":
        # It has its processor read texts alone, which the tokenizer within does as well.
        return {
            "tokenizer": transformers.AutoTokenizer.from_pretrained(repository / "tokenizer", local_files_only=True)
        }
    parts = {"processor": load_processor(repository)} if (repository / "processor").is_dir() else {}
    if pipeline == Step1XEditPipeline.__name__:
        parts["transformer"] = Step1XEditTransformer2DModel.from_pretrained(
            repository / "transformer", use_safetensors=True, local_files_only=True, **how
        )
    return parts


def tell_pictures(pipeline: diffusers.DiffusionPipeline) -> None:
    """Have Qwen's language model told which of its tokens are a picture's, so that they get places in two dimensions.

    Since transformers 5 it has to be told, and diffusers 0.42 does not do it: huggingface/diffusers#14194.
    """
    encoder = getattr(pipeline, "text_encoder", None)
    if not isinstance(encoder, transformers.Qwen2_5_VLForConditionalGeneration):
        return

    def tell(_: object, values: tuple, named: dict[str, Any]) -> tuple[tuple, dict[str, Any]]:
        if named.get("image_grid_thw") is not None and named.get("mm_token_type_ids") is None:
            kinds = (named["input_ids"] == encoder.config.image_token_id).int()
            named = {**named, "mm_token_type_ids": kinds}
        return values, named

    encoder.register_forward_pre_hook(tell, with_kwargs=True)


def load_processor(repository: Path) -> StillProcessor:
    """Qwen's processor without its part for videos; raises OSError or ValueError when its files are not such."""
    pictures = transformers.Qwen2VLImageProcessor.from_pretrained(repository / "processor", local_files_only=True)
    folder = repository / "tokenizer"
    tokenizer = transformers.AutoTokenizer.from_pretrained(
        folder if folder.is_dir() else repository / "processor", local_files_only=True
    )
    return StillProcessor(image_processor=pictures, tokenizer=tokenizer, chat_template=tokenizer.chat_template)
