"""API keys."""

import pytest

from easel.core.errors import KeyWrong
from easel.ledger.database import Database
from easel.ledger.keys import Keys, is_misspelt, new_key


@pytest.fixture
def database(tmp_path):
    """A fresh database."""
    opened = Database(tmp_path / "easel.sqlite")
    opened.create()
    yield opened
    opened.close()


def test_new_keys_have_a_checksum():
    """A key that was misread in one place is known without the database."""
    key = new_key()
    broken = key[:-1] + ("a" if key[-1] != "a" else "b")

    assert not is_misspelt(key)
    assert is_misspelt(broken)
    assert not is_misspelt("a-key-that-an-operator-brought")


async def test_bootstrap_once(database):
    """The first start makes a key and shows it; the second shows nothing."""
    keys = Keys(database)
    secret = keys.bootstrap(None)

    assert secret.startswith("easel_")
    assert keys.bootstrap(None) is None
    assert (await keys.caller(secret)).scopes >= {"generate"}


async def test_bootstrap_with_the_operators_key(database):
    """A key that the operator brings works beside the one that is there, and is added once."""
    keys = Keys(database)
    first = keys.bootstrap(None)

    assert "sk-brought-by-the-operator" == keys.bootstrap("sk-brought-by-the-operator")
    assert keys.bootstrap("sk-brought-by-the-operator") is None
    one, two = await keys.caller(first), await keys.caller("sk-brought-by-the-operator")
    assert one.account_id == two.account_id


@pytest.mark.parametrize("secret", ["", "x" * 300, "' OR 1=1 --", "\x00", "\ud800", "easel_" + "0" * 36])
async def test_wrong_keys(database, secret):
    """Whatever is sent, a wrong key is just wrong."""
    with pytest.raises(KeyWrong):
        await Keys(database).caller(secret)


def test_keys_are_not_kept(database, tmp_path):
    """The database holds no key."""
    secret = Keys(database).bootstrap(None)
    database.close()

    assert all(secret.encode() not in file.read_bytes() for file in tmp_path.iterdir())
