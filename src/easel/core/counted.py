"""Numbers of things in sentences."""


def counted(count: int, thing: str) -> str:
    """`1 job`, `2 jobs`: for things whose plural is made with an s."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
