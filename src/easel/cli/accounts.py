"""`easel accounts`: create accounts, grant money, show balances and statements."""

from typing import Annotated

import typer

from easel.cli.operator import AsJson, DataDir, print_json, print_table, run, time_text
from easel.cli.settings import load_settings
from easel.core.errors import InvalidField
from easel.http.admin.shapes import AccountShape, LineShape
from easel.ledger.accounts import Account, Accounts, Line, format_micros, parse_micros
from easel.ledger.charges import Period
from easel.ledger.database import Database

accounts = typer.Typer(no_args_is_help=True, help="Create accounts, grant money, show balances and statements.")

Name = Annotated[str, typer.Argument(help="The account's name or id.")]


@accounts.command("create")
def create(
    name: Annotated[str, typer.Argument(help="A name of your choice, 1 to 200 characters.")],
    unlimited: Annotated[bool, typer.Option("--unlimited", help="Let it spend without having a balance.")] = False,
    as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """Make an account with a balance of 0. Give it money with `grant`, and a key with `easel keys create`."""
    created = run(data_dir, lambda database: _accounts(database).create(name, unlimited=unlimited), make=True)
    _show(created, as_json)


# A negative amount is not an option.
@accounts.command("grant", context_settings={"ignore_unknown_options": True})
def grant(
    name: Name,
    amount: Annotated[str, typer.Argument(help="Amount of your currency, such as 12.50; -12.50 takes back.")],
    reference: Annotated[
        str | None, typer.Option(help="A payment's number: the same number is granted only once.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="A few words for the statement.")] = None,
    as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """Add money to an account's balance."""
    try:
        micros = parse_micros(amount)
    except InvalidField as error:
        raise typer.BadParameter(error.message) from None

    def work(database: Database):
        return _accounts(database).grant(name, micros, reference=reference, note=note)

    _show(run(data_dir, work), as_json)


@accounts.command("show")
def show(name: Name, as_json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show one account's balance and free pictures."""
    _show(run(data_dir, lambda database: _accounts(database).show(name)), as_json)


@accounts.command("list")
def list_accounts(as_json: AsJson = False, data_dir: DataDir = None) -> None:
    """List the accounts and their balances, by name."""
    found = run(data_dir, lambda database: _accounts(database).every())
    if as_json:
        print_json([_table(account) for account in found])
        return
    rows = [(a.id, a.name, _credit(a), *map(format_micros, (a.available, a.held, a.spent, a.granted))) for a in found]
    print_table(("id", "name", "credit", "available", "held", "spent", "granted"), rows)


@accounts.command("statement")
def statement(
    name: Name,
    limit: Annotated[int, typer.Option(help="How many of the last transfers.", min=1, max=100_000)] = 100,
    as_json: AsJson = False, data_dir: DataDir = None,
) -> None:  # fmt: skip
    """List an account's transfers and what was available after each, the newest last."""
    lines = run(data_dir, lambda database: _accounts(database).statement(name, limit=limit))
    if as_json:
        print_json([LineShape.model_validate(line).model_dump() for line in lines])
        return
    columns = ("time", "what", "change", "charged", "cost", "margin", "available", "model", "pictures",
               "job, reference or note")  # fmt: skip
    print_table(columns, [_line_row(line) for line in lines])


def _accounts(database: Database) -> Accounts:
    return Accounts(database, period=Period(load_settings().free_period))


def _show(account: Account, as_json: bool) -> None:
    if as_json:
        print_json(_table(account))
        return
    typer.echo(f"{account.name} ({account.id}), {_credit(account)} credit, since {time_text(account.created)}")
    for what in ("available", "held", "spent", "granted"):
        typer.echo(f"  {what:<10}{format_micros(getattr(account, what)):>16}")
    for model, periods in account.free_left.items():
        typer.echo(f"  free pictures left of {model}: " + ", ".join(f"{n} ({name})" for name, n in periods.items()))


def _credit(account: Account) -> str:
    return "unlimited" if account.unlimited else "limited"


def _table(account: Account) -> dict[str, object]:
    return AccountShape.model_validate(account).model_dump()


def _line_row(line: Line) -> tuple[str, ...]:
    return (
        time_text(line.created), line.kind, format_micros(line.available_change),
        format_micros(line.spent_change) if line.spent_change else "",
        format_micros(line.cost) if line.cost else "",
        format_micros(line.spent_change - line.cost) if line.cost is not None else "",
        format_micros(line.available_after),
        line.model or "", str(line.pictures or ""),
        line.job_id or " ".join(filter(None, (line.reference, line.note))),
    )  # fmt: skip
