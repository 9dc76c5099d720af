"""Processors of pictures and texts without what needs torchvision: nothing uses that."""

from pathlib import Path
from typing import Any

import transformers


class StillProcessor(transformers.Qwen2VLProcessor):
    """A processor of texts and still pictures."""

    def check_argument_for_proper_class(self, argument_name: str, argument: object) -> type:
        """Accept that there is no part for videos."""
        if argument_name == "video_processor" and argument is None:
            return type(None)
        return super().check_argument_for_proper_class(argument_name, argument)


def given(repository: Path, pipeline: str) -> dict[str, Any]:
    """The parts of a checked repository that its class is given, and does not load itself.

    Raises OSError or ValueError when their files are not such.
    """
    if pipeline == "Flux2Pipeline":
        # It has its processor read texts alone, which the tokenizer within does as well.
        return {
            "tokenizer": transformers.AutoTokenizer.from_pretrained(repository / "tokenizer", local_files_only=True)
        }
    return {"processor": load_processor(repository)} if (repository / "processor").is_dir() else {}


def load_processor(repository: Path) -> StillProcessor:
    """Qwen's processor without its part for videos; raises OSError or ValueError when its files are not such."""
    pictures = transformers.Qwen2VLImageProcessor.from_pretrained(repository / "processor", local_files_only=True)
    tokenizer = transformers.AutoTokenizer.from_pretrained(repository / "tokenizer", local_files_only=True)
    return StillProcessor(image_processor=pictures, tokenizer=tokenizer, chat_template=tokenizer.chat_template)
