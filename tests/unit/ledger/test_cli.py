"""`easel keys`, `easel accounts` and `easel audit`, on both databases."""

import asyncio
import json

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from easel.cli.main import app
from easel.core.errors import KeyWrong
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys
from unit.ledger.making import PRICED, job, result


@pytest.fixture
def easel(where, tmp_path, monkeypatch):
    """Run a command on a fresh database; returns what it printed, or its JSON when it was asked for that."""
    monkeypatch.setenv("EASEL_DATABASE_URL", where)
    monkeypatch.setenv("EASEL_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, status: int = 0, sent: str | None = None):
        ended = CliRunner().invoke(app, [*arguments], input=sent)
        assert status == ended.exit_code, ended.output
        return json.loads(ended.stdout) if "--json" in arguments else ended.output

    return run


def _caller(where, secret):
    database = Database(where)
    try:
        return asyncio.run(Keys(database).caller(secret))
    finally:
        database.close()


def test_accounts(easel):
    """Create, grant, take back, show and list; each as a sentence and as JSON."""
    created = easel("accounts", "create", "team", "--json")
    easel("accounts", "grant", "team", "12.50", "--reference", "p7", "--note", "first")
    easel("accounts", "grant", "team", "12.50", "--reference", "p7")
    taken = easel("accounts", "grant", "team", "-2.5", "--json")
    statement = easel("accounts", "statement", "team", "--json")

    assert 0 == created["available_micros"]
    assert 10_000_000 == taken["available_micros"]
    assert [12_500_000, 10_000_000] == [line["available_after_micros"] for line in statement]
    assert "10.00" in easel("accounts", "show", "team")
    assert [taken] == easel("accounts", "list", "--json")
    assert taken == easel("accounts", "show", created["id"], "--json")
    assert "p7 first" in easel("accounts", "statement", "team")
    assert "team" in easel("accounts", "list")


@pytest.mark.parametrize(("width", "as_table"), [(80, False), (200, True)])
def test_terminals(width, as_table, easel, monkeypatch):
    """Where a table has no room, each row is a few lines; ids stay whole, and can be copied."""
    made = easel("keys", "create", "--label", "for the shop", "--json")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    listed = easel("keys", "list")

    assert as_table == ("│" in listed)
    assert made["id"] in listed
    assert "for the shop" in listed
    assert "account default" in listed or as_table
    assert max(map(len, listed.splitlines())) <= width or as_table


def test_brackets_in_labels(easel):
    """Are shown as they are: they style nothing and end nothing."""
    easel("keys", "create", "--label", "[/x] [red]shop")

    assert "[/x] [red]shop" in easel("keys", "list")


def test_keys(easel, where):
    """A key that was created works, can be rotated and revoked, and is listed without its secret."""
    easel("accounts", "create", "team")
    made = easel(
        "keys", "create", "-a", "team", "--model", "image-01", "--budget", "5", "--requests-per-minute", "9",
        "--expires", "30d", "--scope", "generate", "--json",
    )  # fmt: skip
    rotated = easel("keys", "rotate", made["id"], "--overlap", "1h", "--json")
    listed = easel("keys", "list", "--account", "team", "--json")
    easel("keys", "revoke", rotated["id"])

    assert {"image-01"} == (_caller(where, made["key"])).models
    with pytest.raises(KeyWrong):
        _caller(where, rotated["key"])
    assert [5_000_000, 5_000_000] == [key["budget_left_micros"] for key in listed]
    assert {made["id"], rotated["id"]} == {key["id"] for key in listed}
    assert "revoked" in easel("keys", "list")
    assert made["key"] not in json.dumps(listed)


def test_change_of_a_key(easel, where):
    """What is named changes, in words and as JSON; `none` and `all` lift a limit."""
    made = easel(
        "keys", "create", "--model", "image-01", "--budget", "5", "--requests-per-minute", "9", "--expires", "30d",
        "--label", "shop", "--json",
    )  # fmt: skip
    tighter = easel(
        "keys", "change", made["id"], "--requests-per-minute", "3", "--concurrent-jobs", "0", "--budget", "2.5",
        "--model", "IMAGE-01-LIVE", "--scope", "read", "--json",
    )  # fmt: skip
    said = easel("keys", "change", made["id"], "--model", "all", "--expires", "none", "--budget", "none")
    freed = easel("keys", "change", made["id"], "--requests-per-minute", "none", "--label", "", "--json")
    caller = _caller(where, made["key"])

    assert (3, 0, 2_500_000) == tuple(
        tighter[name] for name in ("requests_per_minute", "concurrent_jobs", "budget_left_micros")
    )
    assert (["image-01-live"], ["read"], "shop") == (tighter["models"], tighter["scopes"], tighter["label"])
    assert made["expires"] == tighter["expires"]
    assert "within 5 seconds" in said
    assert ([], None, None, None, "") == tuple(
        freed[name] for name in ("models", "expires", "budget_left_micros", "requests_per_minute", "label")
    )
    assert (0, {"read"}) == (caller.limits.concurrent_jobs, caller.scopes)


def test_keys_of_the_default_account(easel, where):
    """Before the first start there is nothing yet, and a key can be made all the same: shown alone on stdout."""
    secret = easel("keys", "create").splitlines()[-1]
    brought = easel("keys", "import", "--label", "old", sent="sk-of-another-vendor\n")

    assert "works now" in brought
    assert (_caller(where, secret)).account_id == (_caller(where, "sk-of-another-vendor")).account_id


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ("accounts grant nobody 5", 1, "There is no account 'nobody'"),
        ("accounts grant default 1,5", 2, "must be a number"),
        ("accounts create default", 1, "already"),
        ("keys create --account nobody", 1, "There is no account 'nobody'"),
        ("keys create --model nothing", 2, "does not exist"),
        ("keys create --expires soon", 2, "--expires: 'soon' is not a duration"),
        ("keys create --scope paint", 1, "generate, read, admin"),
        ("keys import", 1, "16 to 200 printable characters"),
        ("keys revoke 0123", 1, "There is no key"),
        ("keys change 0123 --label x", 1, "There is no key"),
        ("keys change 0123", 2, "Say what is to change"),
        ("keys change 0123 --model nothing", 2, "does not exist"),
        ("keys change 0123 --concurrent-jobs few", 2, "--concurrent-jobs: 'few' is not a number of 0 or more"),
        ("keys change 0123 --budget 1,5", 2, "--budget: amount: must be a number"),
    ],
)
def test_refusals(easel, arguments, status, words):
    """Every mistake is told in words, with a status that is not 0."""
    easel("keys", "create")
    output = easel(*arguments.split(), status=status, sent="short\n")

    assert words in " ".join(output.replace("│", " ").split())
    assert "Traceback" not in output


async def test_audit(easel, where, database, caller_of):
    """A healthy database is told so; a broken one ends with status 1 and names what is broken."""
    healthy = easel("audit")
    jobs, one = Jobs(database), job()
    await jobs.open(one, PRICED, await caller_of(unlimited=True))
    await jobs.settle(result(one))
    database.run_now(lambda connection: connection.execute(text("UPDATE pictures SET fence = 7")))
    broken = easel("audit", "--json", status=1)
    database.run_now(lambda connection: connection.execute(text("UPDATE pictures SET fence = 1")))

    assert "All invariants hold." in healthy
    assert not broken["ok"]
    assert broken["breaks"][0].startswith("I9")


def test_damaged_database(easel, tmp_path, monkeypatch):
    """A file that is no database is told in one sentence."""
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "easel.sqlite").write_bytes(b"no database" * 100)
    monkeypatch.setenv("EASEL_DATA_DIR", str(tmp_path / "damaged"))
    monkeypatch.delenv("EASEL_DATABASE_URL", raising=False)

    assert "the database cannot be used: file is not a database" in easel("audit", status=1)


def test_no_database(easel, monkeypatch):
    """A database that does not answer is told in one sentence, without its password."""
    monkeypatch.setenv("EASEL_DATABASE_URL", "postgresql://easel:secret@127.0.0.1:1/easel")
    output = easel("audit", status=1)

    assert "cannot be used" in output
    assert "secret" not in output
