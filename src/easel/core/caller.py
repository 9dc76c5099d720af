"""Who is asking: the account and key behind a request."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one key may do with each model; None is no limit."""

    requests_per_minute: int | None = None
    pictures_per_minute: int | None = None
    #: Jobs that may run or wait at once.
    concurrent_jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """An authenticated key. `key_id` is its public prefix, never the secret."""

    account_id: str
    key_id: str
    scopes: frozenset[str] = frozenset({"generate", "read"})
    #: Model ids this key may use; empty means every model.
    models: frozenset[str] = frozenset()
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a key may still spend, in micro-units; None is no limit. `free_left` is free pictures by model."""

    left_micros: int | None = None
    free_left: Mapping[str, int] = field(default_factory=dict)
