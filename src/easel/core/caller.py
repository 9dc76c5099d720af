"""Who is asking: the account and key behind a request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caller:
    """An authenticated key. `key_id` is its public prefix, never the secret."""

    account_id: str
    key_id: str
    scopes: frozenset[str] = frozenset({"generate", "read"})
    #: Model ids this key may use; empty means every model.
    models: frozenset[str] = frozenset()
