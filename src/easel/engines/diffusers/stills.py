"""Qwen's processor of pictures and texts, without its part for videos: that needs torchvision, and nothing uses it."""

from pathlib import Path

import transformers


class StillProcessor(transformers.Qwen2VLProcessor):
    """A processor of texts and still pictures."""

    def check_argument_for_proper_class(self, argument_name: str, argument: object) -> type:
        """Accept that there is no part for videos."""
        if argument_name == "video_processor" and argument is None:
            return type(None)
        return super().check_argument_for_proper_class(argument_name, argument)


def load_processor(repository: Path) -> StillProcessor:
    """The processor of a checked repository; raises OSError or ValueError when its files are not such."""
    pictures = transformers.Qwen2VLImageProcessor.from_pretrained(repository / "processor", local_files_only=True)
    tokenizer = transformers.AutoTokenizer.from_pretrained(repository / "tokenizer", local_files_only=True)
    return StillProcessor(image_processor=pictures, tokenizer=tokenizer, chat_template=tokenizer.chat_template)
