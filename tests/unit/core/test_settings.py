"""Settings that are put right as they are read."""

import os

import pytest
from pydantic import ValidationError

from easel.settings import VENDOR_NAMES, Settings, misspelt


@pytest.mark.parametrize(
    ("name", "version"),
    [("minimax", ""), ("modelverse", ""), ("modelmax", "/v1"), ("openai", "/v1"), ("xty", "/v1"),
     ("openrouter", "/api/v1"), ("gemini", ""), ("bfl", "")],
)  # fmt: skip
def test_addresses_of_vendors(name, version, monkeypatch):
    """An address may be given with the API's version or without; a default one is as the engine wants it."""
    assert name in VENDOR_NAMES
    host = "https://vendor.example"
    for given in (host, f"{host}/", f"{host}{version or '/v1'}", f"{host}{version or '/v1'}/"):
        monkeypatch.setenv(f"EASEL_{name.upper()}_URL", given)

        assert host + version == getattr(Settings(), f"{name}_url")

    monkeypatch.setenv(f"EASEL_{name.upper()}_URL", f"{host}/gateway/images/v3")
    assert f"{host}/gateway/images/v3" == getattr(Settings(), f"{name}_url")
    monkeypatch.delenv(f"EASEL_{name.upper()}_URL")
    assert getattr(Settings(), f"{name}_url").endswith(version)


def test_clusters_need_a_token(monkeypatch):
    """Addresses without a token, or with a short one, are no setting; a slash at the end of one does no harm."""
    monkeypatch.setenv("EASEL_RAY_URLS", "http://one:8001/easel/, https://two/flux")
    for token, problem in ((None, "is needed by EASEL_RAY_URLS"), ("short", "at least 32"), ("ü" * 40, "ASCII")):
        if token:
            monkeypatch.setenv("EASEL_RAY_TOKEN", token)
        with pytest.raises(ValidationError, match=problem):
            Settings()
    monkeypatch.setenv("EASEL_RAY_TOKEN", "t" * 32)

    assert ("http://one:8001/easel", "https://two/flux") == Settings().ray_urls
    monkeypatch.setenv("EASEL_RAY_URLS", "one:8001")
    with pytest.raises(ValidationError, match="must start with http"):
        Settings()


def test_misspelt(tmp_path, monkeypatch):
    """A variable that is no setting is named, with the one that it is most like, wherever it stands."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("EASEL_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("EASEL_MINIMAX_KEY", "k")
    monkeypatch.setenv("EASEL_PORT", "1")
    (tmp_path / ".env").write_text("EASEL_WHATEVER_IS_THIS=1\nOTHER=1\neasel_max_wait_s=3\n")

    assert [
        "EASEL_MINIMAX_KEY is no setting: is EASEL_MINIMAX_KEYS meant?", "EASEL_WHATEVER_IS_THIS is no setting",
    ] == misspelt()  # fmt: skip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://App.Example.com/, http://localhost:5173", ("https://app.example.com", "http://localhost:5173")),
        ("*", ("*",)), ("null", ("null",)), ("", ()),
        ("app.example.com", None), ("https://app.example.com/page", None), ("https://", None),
    ],
)  # fmt: skip
def test_origins(given, expected, monkeypatch):
    """Origins are as browsers write them; what no browser ever sends would only seem to be allowed."""
    monkeypatch.setenv("EASEL_CORS_ORIGINS", given)
    if expected is None:
        with pytest.raises(ValidationError, match=r"must be origins such as https://app\.example\.com"):
            Settings()
    else:
        assert expected == Settings().cors_origins


@pytest.mark.parametrize("name", ["MODELS_DIR", "PRICES", "ROUTES", "LORAS", "MODERATION_WORDS", "MODERATION_MODEL"])
def test_files_that_are_not_there(name, tmp_path, monkeypatch):
    """A misspelt path is told, not taken for a setting that asks for nothing."""
    monkeypatch.setenv(f"EASEL_{name}", str(tmp_path / "nowhere"))
    with pytest.raises(ValidationError, match="Path does not point to a"):
        Settings()


@pytest.mark.parametrize("name", ["FETCH_ALLOWED_HOSTS", "FETCH_TRUSTED_HOSTS"])
def test_hosts(name, monkeypatch):
    """Hosts are no addresses: one with a scheme would never match, and would only seem to be allowed."""
    monkeypatch.setenv(f"EASEL_{name}", "images.internal, 127.0.0.1:9000,[::1]:80")
    assert ("images.internal", "127.0.0.1:9000", "[::1]:80") == getattr(Settings(), name.lower())
    monkeypatch.setenv(f"EASEL_{name}", "images.internal,http://127.0.0.1:9000")
    with pytest.raises(ValidationError, match="must be hosts or host:port"):
        Settings()


@pytest.mark.parametrize("where", ["environment", "file"])
def test_empty_is_not_set(where, tmp_path, monkeypatch):
    """Templates leave lines empty: each is as if it were not there, whatever kind of value it is for."""
    monkeypatch.chdir(tmp_path)
    names = [f"EASEL_{name.upper()}" for name in Settings.model_fields]
    if where == "file":
        (tmp_path / ".env").write_text("".join(f"{name}=\n" for name in names))
    for name in names:
        monkeypatch.delenv(name, raising=False)
        if where == "environment":
            monkeypatch.setenv(name, "")

    assert Settings.model_construct() == Settings()
