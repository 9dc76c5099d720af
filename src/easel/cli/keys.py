"""`easel keys`: create, import, list, change, revoke and rotate API keys."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from easel.cli.operator import AsJson, DataDir, print_json, print_table, run, seconds_of, time_text
from easel.cli.settings import cards_of, load_settings
from easel.core.caller import Limits
from easel.core.errors import InvalidField, ModelUnknown
from easel.http.admin.shapes import KeyShape
from easel.ledger.accounts import format_micros, parse_micros
from easel.ledger.keys import DEFAULT_ACCOUNT, SCOPES, Key, Keys, NewKey, Terms

keys = typer.Typer(no_args_is_help=True, help="Create, import, list, change, revoke and rotate API keys.")

AccountName = Annotated[str, typer.Option("--account", "-a", help="The account that pays: its name or id.")]
Label = Annotated[str, typer.Option(help="A few words to recognise the key by.")]
Scope = Annotated[
    list[str] | None, typer.Option(help=f"{', '.join(SCOPES)}; repeat for several (default: generate and read).")
]
Model = Annotated[
    list[str] | None, typer.Option(help="A model that the key may use; repeat for several (default: all).")
]
Expires = Annotated[str | None, typer.Option(help="Lifetime from now: 90s, 15m, 12h, 30d (default: for ever).")]
Budget = Annotated[str | None, typer.Option(help="What the key may spend in all, such as 12.50 (default: no limit).")]
Rpm = Annotated[int | None, typer.Option(help="Requests a minute for each model (default: no limit).", min=0)]
Ppm = Annotated[int | None, typer.Option(help="Pictures a minute for each model (default: no limit).", min=0)]
AtOnce = Annotated[int | None, typer.Option(help="Jobs at once for each model (default: no limit).", min=0)]
KeyId = Annotated[str, typer.Argument(help="The key's id, from `easel keys list`.")]


@keys.command("create")
def create(
    account: AccountName = DEFAULT_ACCOUNT, label: Label = "", scope: Scope = None, model: Model = None,
    expires: Expires = None, budget: Budget = None, requests_per_minute: Rpm = None, pictures_per_minute: Ppm = None,
    concurrent_jobs: AtOnce = None, as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """Make a new key and show it, the only time that it can be shown."""
    limits = Limits(
        requests_per_minute=requests_per_minute, pictures_per_minute=pictures_per_minute,
        concurrent_jobs=concurrent_jobs,
    )  # fmt: skip
    terms = _terms(label, scope, model, expires, budget, limits)
    _show_new(run(data_dir, lambda database: Keys(database).create(account, terms), make=True), as_json)


@keys.command("import")
def import_key(
    account: AccountName = DEFAULT_ACCOUNT, label: Label = "", scope: Scope = None, model: Model = None,
    expires: Expires = None, budget: Budget = None, requests_per_minute: Rpm = None, pictures_per_minute: Ppm = None,
    concurrent_jobs: AtOnce = None, as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """Take over a key that exists already, such as that of another vendor: 16 to 200 printable characters.

    The key is read from standard input, so that it stays out of the shell's history:
    `easel keys import --account team < key.txt`.
    """
    if sys.stdin.isatty():
        typer.echo("Paste the key and press Enter:", err=True)
    secret = sys.stdin.readline().strip("\r\n")
    limits = Limits(
        requests_per_minute=requests_per_minute, pictures_per_minute=pictures_per_minute,
        concurrent_jobs=concurrent_jobs,
    )  # fmt: skip
    terms = _terms(label, scope, model, expires, budget, limits)
    made = run(data_dir, lambda database: Keys(database).create(account, terms, secret=secret), make=True)
    _show_one(made.key, as_json, f"Key {made.key.id} ({made.key.hint}) works now.")


@keys.command("list")
def list_keys(
    account: Annotated[str | None, typer.Option("--account", "-a", help="Only this account's (default: all).")] = None,
    as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """List keys, the oldest first. Their secrets are not kept anywhere."""
    found = run(data_dir, lambda database: Keys(database).every(account))
    if as_json:
        print_json([_table(key) for key in found])
        return
    columns = ("id", "key", "account", "label", "scopes", "models", "rpm / ppm / jobs", "budget left", "state")
    print_table(columns, [_row(key) for key in found])


@keys.command("change")
def change(
    key_id: KeyId,
    label: Annotated[str | None, typer.Option(help="A few words to recognise the key by.")] = None,
    scope: Annotated[list[str] | None, typer.Option(help=f"{', '.join(SCOPES)}; repeat for several.")] = None,
    model: Annotated[
        list[str] | None, typer.Option(help="A model that the key may use; repeat for several, `all` for all.")
    ] = None,
    expires: Annotated[str | None, typer.Option(help="Lifetime from now: 90s, 15m, 12h, 30d; `none` for ever.")] = None,
    budget: Annotated[
        str | None, typer.Option(help="What the key may spend from now on, such as 12.50; `none` for no limit.")
    ] = None,
    requests_per_minute: Annotated[
        str | None, typer.Option(help="Requests a minute for each model; `none` for no limit.")
    ] = None,
    pictures_per_minute: Annotated[
        str | None, typer.Option(help="Pictures a minute for each model; `none` for no limit.")
    ] = None,
    concurrent_jobs: Annotated[
        str | None, typer.Option(help="Jobs at once for each model; `none` for no limit.")
    ] = None,
    as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """Change what a key may do; what is not named stays. Every process goes by it within 5 seconds."""
    given = {
        "label": label, "scopes": scope, "models": model, "expires": expires, "budget": budget,
        "requests_per_minute": requests_per_minute, "pictures_per_minute": pictures_per_minute,
        "concurrent_jobs": concurrent_jobs,
    }  # fmt: skip
    changes = {name: _CHANGED[name](value) for name, value in given.items() if value is not None}
    if not changes:
        msg = "Say what is to change: see `easel keys change --help`."
        raise typer.BadParameter(msg)
    key = run(data_dir, lambda database: Keys(database).change(key_id, changes))
    _show_one(key, as_json, f"Key {key.id} ({key.hint}) is changed; within 5 seconds every process goes by it.")


@keys.command("revoke")
def revoke(key_id: KeyId, as_json: AsJson = False, data_dir: DataDir = None) -> None:
    """End a key. Every process refuses it within 5 seconds."""
    key = run(data_dir, lambda database: Keys(database).revoke(key_id))
    _show_one(key, as_json, f"Key {key.id} ({key.hint}) is revoked; within 5 seconds nobody takes it any more.")


@keys.command("rotate")
def rotate(
    key_id: KeyId,
    overlap: Annotated[str, typer.Option(help="How long the old key still works: 0s, 15m, 12h, 7d.")] = "24h",
    as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """Make a new key on the same terms and the same budget; the old one works for a while longer."""
    overlap_s = seconds_of(overlap, "--overlap")
    _show_new(run(data_dir, lambda database: Keys(database).rotate(key_id, overlap_s=overlap_s)), as_json)


def _terms(
    label: str, scopes: list[str] | None, models: list[str] | None, expires: str | None, budget: str | None,
    limits: Limits,
) -> Terms:  # fmt: skip
    return Terms(
        label=label, scopes=scopes or Terms().scopes, models=_model_ids(models or []), limits=limits,
        budget=None if budget is None else _micros(budget), expires=None if expires is None else _end_after(expires),
    )  # fmt: skip


def _model_ids(names: list[str]) -> list[str]:
    """The ids of models that may be given by an alias; a name that is not known would lock the key out for ever."""
    cards = cards_of(load_settings()) if names else None
    try:
        return [cards.find(name).id for name in names]
    except ModelUnknown as error:
        msg = f"{error.message} See `easel models`."
        raise typer.BadParameter(msg, param_hint="--model") from None


def _micros(amount: str) -> int:
    try:
        return parse_micros(amount)
    except InvalidField as error:
        raise typer.BadParameter(error.message, param_hint="--budget") from None


def _end_after(lifetime: str) -> int:
    return int(time.time()) + seconds_of(lifetime, "--expires")


def _count(option: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            msg = f"{text!r} is not a number of 0 or more, and not `none`"
            raise typer.BadParameter(msg, param_hint=option)
        return int(text)

    return read


def _unless_none(read: Callable[[str], int]) -> Callable[[str], int | None]:
    return lambda text: None if text == "none" else read(text)


#: How `easel keys change` reads what it is given.
_CHANGED = {
    "label": str,
    "scopes": list,
    "models": lambda names: [] if names == ["all"] else _model_ids(names),
    "expires": _unless_none(_end_after),
    "budget": _unless_none(_micros),
    "requests_per_minute": _unless_none(_count("--requests-per-minute")),
    "pictures_per_minute": _unless_none(_count("--pictures-per-minute")),
    "concurrent_jobs": _unless_none(_count("--concurrent-jobs")),
}


def _show_new(made: NewKey, as_json: bool) -> None:
    if as_json:
        print_json({"key": made.secret, **_table(made.key)})
        return
    typer.echo(f"Key {made.key.id} of account {made.key.account}, shown only this once:", err=True)
    print(made.secret)


def _show_one(key: Key, as_json: bool, sentence: str) -> None:
    if as_json:
        print_json(_table(key))
    else:
        typer.echo(sentence)


def _table(key: Key) -> dict[str, object]:
    return KeyShape.model_validate(key).model_dump()


def _row(key: Key) -> tuple[str, ...]:
    limits = " / ".join("-" if value is None else str(value) for value in asdict(key.limits).values())
    budget = "" if key.budget_left is None else format_micros(key.budget_left)
    models = os.linesep.join(key.models) or "all"
    return (
        key.id, key.hint, key.account, key.label, " ".join(key.scopes), models, limits, budget, _state(key),
    )  # fmt: skip


def _state(key: Key) -> str:
    if key.revoked is not None:
        return f"revoked {time_text(key.revoked)}"
    if key.expires is None:
        return "works"
    return f"{'expired' if key.expires <= time.time() else 'works until'} {time_text(key.expires)}"
