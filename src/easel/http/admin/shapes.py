"""What the admin API reads and writes; `easel accounts --json` and `easel keys --json` print the same shapes.

Amounts are integer micro-units of the operator's currency and say so in their names; times are seconds since 1970.
"""

from typing import Annotated

from pydantic import AliasPath, BaseModel, ConfigDict, Field

from easel.ledger.accounts import MAX_MICROS
from easel.ledger.keys import DEFAULT_ACCOUNT, Terms

Limit = Annotated[int | None, Field(ge=0, lt=2**31, description="For each model; null is no limit.")]
DAY_S = 86_400
MAX_OVERLAP_S = 365 * DAY_S


def _none() -> None:
    return None


class Body(BaseModel):
    """Base of the requests. A misspelt field is refused: a key whose `budget` was overlooked would spend for ever."""

    model_config = ConfigDict(extra="forbid", strict=True)


class NewAccount(Body):
    """An account to make."""

    name: str
    unlimited: bool = Field(False, description="Let it spend without having a balance.")


class Grant(Body):
    """Money to give to an account."""

    amount_micros: int = Field(ge=-MAX_MICROS, le=MAX_MICROS, description="Below 0 takes back.")
    reference: str | None = Field(None, description="A payment's number: the same number is granted only once.")
    note: str | None = Field(None, description="A few words for the statement.")


class WantedKey(Body):
    """A key to make, or one that the operator brings."""

    account: str = Field(DEFAULT_ACCOUNT, description="The account that pays: its name or id.")
    key: str | None = Field(None, description="A key that exists already, 16 to 200 printable characters.")
    label: str = Field("", description="A few words to recognise the key by.")
    scopes: list[str] = Field(list(Terms().scopes), description="generate, read, admin.")
    models: list[str] = Field([], description="The models that it may use; empty for all.")
    requests_per_minute: Limit = None
    pictures_per_minute: Limit = None
    concurrent_jobs: Limit = None
    budget_micros: int | None = Field(None, ge=0, le=MAX_MICROS, description="What it may spend in all.")
    expires: int | None = Field(None, description="When it ends.")


class KeyChanges(Body):
    """What is to change of a key: a field that is left out stays as it is."""

    # Factories, so that the document names no defaults: a client that filled them in would change what it did not mean.
    label: str = Field(default_factory=str, description="A few words to recognise the key by.")
    scopes: list[str] = Field(default_factory=list, description="generate, read, admin.")
    models: list[str] = Field(default_factory=list, description="The models that it may use; empty for all.")
    requests_per_minute: Limit = Field(default_factory=_none)
    pictures_per_minute: Limit = Field(default_factory=_none)
    concurrent_jobs: Limit = Field(default_factory=_none)
    budget_micros: int | None = Field(
        default_factory=_none, ge=0, le=MAX_MICROS, description="What it may spend from now on; null is no limit."
    )
    expires: int | None = Field(default_factory=_none, description="When it ends; null is never.")


class Overlap(Body):
    """How a key is rotated."""

    overlap_s: int = Field(DAY_S, ge=0, le=MAX_OVERLAP_S, description="How long the old key still works.")


class Shape(BaseModel):
    """Base of the answers: read from the ledger's own records."""

    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


class AccountShape(Shape):
    """An account and its money."""

    id: str
    name: str
    unlimited: bool
    granted_micros: int = Field(validation_alias="granted")
    available_micros: int = Field(validation_alias="available")
    held_micros: int = Field(validation_alias="held")
    spent_micros: int = Field(validation_alias="spent")
    created: int
    free_left: dict[str, dict[str, int]] = Field(
        description="Free pictures left of the running period, by model and period."
    )


class LineShape(Shape):
    """One transfer of a statement, and what was available after it."""

    id: int
    created: int
    kind: str
    available_change_micros: int = Field(validation_alias="available_change")
    held_change_micros: int = Field(validation_alias="held_change")
    spent_change_micros: int = Field(validation_alias="spent_change")
    cost_micros: int | None = Field(None, validation_alias="cost", description="What its job cost the operator.")
    available_after_micros: int = Field(validation_alias="available_after")
    job_id: str | None
    model: str | None
    pictures: int | None
    reference: str | None
    note: str | None


class KeyShape(Shape):
    """A key without its secret, of which only `hint` is kept."""

    id: str
    account: str
    hint: str
    label: str
    scopes: list[str]
    models: list[str]
    requests_per_minute: int | None = Field(validation_alias=AliasPath("limits", "requests_per_minute"))
    pictures_per_minute: int | None = Field(validation_alias=AliasPath("limits", "pictures_per_minute"))
    concurrent_jobs: int | None = Field(validation_alias=AliasPath("limits", "concurrent_jobs"))
    budget_left_micros: int | None = Field(validation_alias="budget_left")
    created: int
    expires: int | None
    revoked: int | None


class NewKeyShape(KeyShape):
    """A new key with its secret: the only time that it can be shown."""

    key: str


class AccountList(BaseModel):
    """Accounts by name."""

    data: list[AccountShape]


class KeyList(BaseModel):
    """Keys, the oldest first."""

    data: list[KeyShape]


class Statement(BaseModel):
    """An account's last transfers, the newest last."""

    data: list[LineShape]
