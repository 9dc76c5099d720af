"""Whether this server wants work: not while it starts, and not while it drains."""

from dataclasses import dataclass


@dataclass
class Health:
    """`state` is starting, ready or draining."""

    state: str = "starting"

    @property
    def ready(self) -> bool:
        """May a load balancer send requests here?"""
        return self.state == "ready"
