"""What a route of this engine names: a repository of weights, and the LoRAs on top of it."""

import re
from dataclasses import dataclass
from pathlib import Path

#: Between the repository and the aliases of the LoRAs; a path may hold a plus sign without spaces around it.
PLUS = re.compile(r"\s+\+\s+")
HUB = re.compile(r"([A-Za-z0-9][\w.-]{0,95})/([A-Za-z0-9][\w.-]{0,95})@([0-9a-f]{40})", re.ASCII)
ALIAS = re.compile(r"[A-Za-z0-9][\w.-]{0,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Source:
    """A local folder, or a repository of the Hub at one commit; and the aliases of the LoRAs that go on top.

    Written `/a/folder` (absolute, or from `./`) or `owner/name@<40 hex digits>`, then ` + alias` for each LoRA.
    """

    #: The local folder, or None for a repository of the Hub.
    folder: Path | None = None
    #: `owner/name` on the Hub, and the commit; empty for a folder.
    repository: str = ""
    revision: str = ""
    loras: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Source":
        """Read a route's source; raises ValueError that says what a source looks like."""
        base, *loras = PLUS.split(text.strip())
        for alias in loras:
            if not ALIAS.fullmatch(alias):
                msg = f"{alias!r} is no LoRA alias: letters, digits, dots, dashes and underscores"
                raise ValueError(msg)
        if base.startswith(("/", "./", "../", "~/")):
            return cls(folder=Path(base).expanduser(), loras=tuple(loras))
        found = HUB.fullmatch(base)
        if found is None:
            msg = (
                f"{base!r} is no source of weights: name a folder (/srv/weights/flux) or a repository of the Hub "
                "at a commit (owner/name@ and 40 hex digits; a branch can change under you)"
            )
            raise ValueError(msg)
        owner, name, revision = found.groups()
        return cls(repository=f"{owner}/{name}", revision=revision, loras=tuple(loras))

    def path(self, weights: Path) -> Path:
        """Where the repository lies: its folder, or its place in the folder of pulled weights."""
        if self.folder is not None:
            return self.folder
        return weights / self.repository.replace("/", "--") / self.revision

    @property
    def base(self) -> str:
        """The source without its LoRAs, as it is written."""
        return str(self.folder) if self.folder is not None else f"{self.repository}@{self.revision}"

    def __str__(self) -> str:
        return " + ".join((self.base, *self.loras))
