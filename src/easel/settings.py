"""The only reader of the environment: every setting, its unit, its default and why."""

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import DirectoryPath, Field, FilePath, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

#: From what likeness on one name may be a misspelling of another, for `difflib`.
LIKENESS = 0.8
VENDOR_NAMES = ("minimax", "modelverse", "modelmax", "openai", "xty", "openrouter", "gemini", "bfl")
#: What the engines of these vendors want at the end of an address; the others write the version themselves.
URL_VERSIONS = {"modelmax": "/v1", "openai": "/v1", "xty": "/v1", "openrouter": "/api/v1"}
VENDOR_KEYS = tuple(f"{name}_keys" for name in VENDOR_NAMES)
LISTS = (
    "cors_origins", "diffusers_devices", "ray_urls", "fetch_allowed_hosts", "fetch_trusted_hosts", *VENDOR_KEYS
)  # fmt: skip
#: Shortest token of a cluster, in characters.
MIN_TOKEN = 32


class Settings(BaseSettings):
    """What the operator decides, from `EASEL_…` variables or a `.env` file; all have defaults that work."""

    model_config = SettingsConfigDict(
        env_prefix="EASEL_",
        env_file=".env",
        # `EASEL_PUBLIC_URL=` in a template that was not filled in is not set.
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
    )

    host: str = "127.0.0.1"
    """Address to listen on. Loopback by default: nobody is served by accident."""

    port: int = Field(8000, ge=0, le=65535)
    """TCP port; 0 takes a free one."""

    data_dir: Path = Path("data")
    """Folder for the database, the pictures and the signing secret; made when it is missing."""

    public_url: str | None = None
    """Address that picture URLs start with, such as `https://img.example.com`; the caller's own Host by default."""

    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Origins of web pages that may call the server, such as `https://app.example.com`, comma-separated; `*`: any."""

    playground: bool = True
    """Serve the playground, a page for browsers, at `/playground`. It does nothing without a key."""

    bootstrap_key: SecretStr | None = None
    """First API key, 16 to 200 printable characters, for applications that already hold one; random by default."""

    database_url: SecretStr | None = None
    """`postgresql://user:password@host/name` (needs `easel[postgres]`); `<data_dir>/easel.sqlite` by default."""

    admin_api: bool = True
    """Manage accounts and keys over HTTP too, under `/admin/v1`, with keys that have the scope `admin`."""

    free_period: Literal["once", "month", "day"] = "once"
    """How often each account gets a model card's free pictures; months and days are those of UTC."""

    storage_url: str | None = None
    """Where pictures are kept: `s3://bucket/prefix`, `gs://…`, `az://…`; `<data_dir>/pictures` by default."""

    min_free_mb: float = Field(64, ge=0)
    """With less free on the disk of the pictures, in MB, nothing is painted: requests are answered 503, tasks wait."""

    keep_pictures: bool = False
    """Keep pictures after their URLs have expired."""

    recipes: bool = True
    """Write the recipe (model, prompt, seed, parameters) into every picture."""

    producer: str = "Easel"
    """ContentProducer of the AI-content label: printable ASCII without spaces, such as the operator's code."""

    models_dir: DirectoryPath | None = None
    """Folder of further model cards; one with the id of a built-in card replaces it."""

    prices: FilePath | None = None
    """TOML file with prices by model id, which replace those of the cards. See docs/operations.md."""

    weights_dir: Path | None = None
    """Folder for the weights of open models, as `easel pull` brings them; `<data_dir>/weights` by default."""

    hub_endpoint: str = "https://huggingface.co"
    """Where `easel pull` gets weights: the Hub, or a mirror that speaks its routes. The server never asks it."""

    hub_token: SecretStr | None = None
    """Token for weights whose licence has to be accepted first; it is sent to the endpoint only."""

    loras: FilePath | None = None
    """TOML file of the LoRAs that model cards may name by their alias. See docs/models.md."""

    diffusers_devices: Annotated[tuple[str, ...], NoDecode] = ("auto",)
    """Devices for open models, comma-separated, such as `cuda:0,cuda:1`; `auto`: the fastest; `off`: none."""

    diffusers_precision: Literal["auto", "bf16", "fp16", "fp32", "fp8", "int8"] = "auto"
    """Numbers that open models are calculated with; `auto` goes by the device and its memory."""

    diffusers_compile: bool = False
    """Compile open models: faster pictures, but the first one of each size takes minutes. Kept in `data_dir`."""

    diffusers_fuse_qkv: bool = False
    """Join the matrices of attention in open models: a little faster, mostly when compiled."""

    diffusers_channels_last: bool = False
    """Lay the tensors of convolutions out as GPUs like them: faster decoding."""

    diffusers_attention: str = ""
    """Attention backend of diffusers, such as `_native_cudnn`; by default torch chooses."""

    diffusers_step_cache: float = Field(0, ge=0, lt=1)
    """Skip work in steps that change less than this share, such as 0.08: faster, with less detail; 0: never."""

    diffusers_exact: bool = False
    """Pictures of open models share no steps: each is then the same to the last bit, whatever else is going on."""

    diffusers_batch_megapixels: float = Field(2, gt=0)
    """Megapixels of one step of an open model, all its pictures together; pictures of 1 or more go alone."""

    diffusers_step_timeout_s: float = Field(120, gt=0)
    """Longest time for one step of an open model, in seconds; then its device is restarted."""

    diffusers_load_timeout_s: float = Field(900, gt=0)
    """Longest time to load an open model and take (and compile) its first step, in seconds."""

    ray_urls: Annotated[tuple[str, ...], NoDecode] = ()
    """Ray Serve applications for open models, comma-separated: `http://10.0.0.5:8001/easel`. See docs/cluster.md."""

    ray_token: SecretStr | None = Field(None, validate_default=True)
    """What those applications know this server by: 32 characters or more, as `easel cluster start` tells it."""

    fetch: bool = True
    """Open the http(s) URLs of reference images and webhooks. Public addresses only, whatever this says."""

    fetch_allowed_hosts: Annotated[tuple[str, ...], NoDecode] = ()
    """Only these hosts, comma-separated; empty: any public host."""

    fetch_trusted_hosts: Annotated[tuple[str, ...], NoDecode] = ()
    """Hosts or host:port, comma-separated, that may have a private address, such as an internal image server."""

    moderation: Literal["off", "words", "api", "words,api"] = "words"
    """What prompts are checked with: a word list, a moderation service, both or nothing."""

    moderation_words: FilePath | None = None
    """File of further words; it replaces the built-in list if its first line is `!replace`. See docs/moderation.md."""

    moderation_api_url: str | None = Field(None, validate_default=True)
    """OpenAI-compatible moderation service, such as `https://api.openai.com/v1`; needed by `api`."""

    moderation_api_key: SecretStr | None = None
    """The service's key."""

    moderation_api_model: str | None = None
    """The service's model; its own default by default."""

    moderation_api_pictures: bool = True
    """Ask the service about every picture too, before anybody sees it."""

    moderation_api_timeout_s: float = Field(10, gt=0, le=60)
    """Longest wait for the service in seconds; then the request is answered 503, and nothing is charged."""

    moderation_thresholds: Annotated[dict[str, float], NoDecode] = Field(default_factory=dict)
    """Scores (0 to 1) from which categories block, such as `sexual=0.5,violence=0.9`; else as the service flags."""

    moderation_model: DirectoryPath | None = None
    """Folder of a transformers image classifier that checks every picture; needs torch and transformers."""

    moderation_labels: Annotated[dict[str, float], NoDecode] = Field(default_factory=lambda: {"nsfw": 0.5})
    """That model's labels that block, with the score (0 to 1) from which they do; `nsfw=0.5` by default."""

    routes: FilePath | None = None
    """TOML file with lists of routes by model id, which replace those of the cards. See docs/vendors.md."""

    vendor_timeout_s: float = Field(240, gt=0)
    """Longest wait for one answer of a vendor, in seconds."""

    minimax_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of MiniMax, comma-separated: with one, its models are made there."""

    minimax_url: str = "https://api.minimaxi.com"
    """Its address, `https://api.minimax.io` outside China."""

    modelverse_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of UCloud Modelverse, comma-separated: with one, its models are made there."""

    modelverse_url: str = "https://api.modelverse.cn"
    """Its address."""

    modelmax_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of ModelMax, comma-separated: with one, its models are made there."""

    modelmax_url: str = "https://api.modelmax.io/v1"
    """Its address; one without a path gets `/v1`."""

    openai_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of OpenAI, or any service with its images API, comma-separated."""

    openai_url: str = "https://api.openai.com/v1"
    """Its address; one without a path gets `/v1`."""

    xty_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of xty.app, or any reseller of Gemini over chat completions, comma-separated."""

    xty_url: str = "https://api.xty.app/v1"
    """Its address; one without a path gets `/v1`."""

    openrouter_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of OpenRouter, comma-separated: with one, its models are made there."""

    openrouter_url: str = "https://openrouter.ai/api/v1"
    """Its address; one without a path gets `/api/v1`."""

    gemini_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of Google Gemini, comma-separated: with one, its models are made there."""

    gemini_url: str = "https://generativelanguage.googleapis.com"
    """Its address."""

    bfl_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Keys of Black Forest Labs, comma-separated: with one, its models are made there."""

    bfl_url: str = "https://api.bfl.ai"
    """Its address."""

    painter_processes: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=256)
    """Child processes of the painter; one for each core by default."""

    one_core: bool = True
    """Keep the threads that share the interpreter's lock on one core, so that it never waits for another one to wake
    up; everything else runs on all. The core is changed when others need it. Linux only."""

    max_running: int = Field(16, ge=1)
    """Jobs in work at once, on all engines."""

    max_waiting: int = Field(256, ge=0)
    """Jobs that may wait; the next one is answered 503 (MiniMax 1041)."""

    max_waiting_per_key: int = Field(128, ge=0)
    """Jobs of one key that may wait; its next one is answered 429 (MiniMax 1002)."""

    max_wait_s: float = Field(60, gt=0)
    """Longest wait for a turn, in seconds; a job whose wait is predicted to be longer is answered 503 at once."""

    max_tasks_waiting_per_key: int = Field(1000, ge=1)
    """Tasks of one key that may wait; its next one is answered 429 (MiniMax 1002)."""

    max_blocked_runs: int = Field(20, ge=1)
    """Jobs of one key within an hour whose pictures may all be blocked; then it is answered 429 until one is older."""

    task_workers: int = Field(4, ge=1)
    """Tasks (asynchronous requests) in work at once, beside the other jobs."""

    job_timeout_s: float = Field(300, gt=0)
    """Longest time from admission to the finished pictures, in seconds."""

    max_body_mb: float = Field(64, gt=0)
    """Largest request body in MB: 50 MB is the largest image upload of the OpenAI API."""

    sweep_interval_s: float = Field(300, gt=0)
    """How often expired pictures are deleted, in seconds."""

    drain_s: float = Field(30, ge=0)
    """After SIGTERM, how long requests and tasks under way may take to end, in seconds."""

    drain_delay_s: float = Field(0, ge=0)
    """After SIGTERM, how long to go on serving while `/readyz` says no, so that load balancers notice, in seconds."""

    log_prompts: bool = False
    """Write prompts into the logs."""

    @property
    def weights(self) -> Path:
        """The folder for the weights of open models."""
        return self.weights_dir or self.data_dir / "weights"

    @property
    def vendors(self) -> dict[str, tuple[str, tuple[SecretStr, ...]]]:
        """Address and keys of each vendor that has any, by name."""
        every = {name: (getattr(self, f"{name}_url"), getattr(self, f"{name}_keys")) for name in VENDOR_NAMES}
        return {name: (url, keys) for name, (url, keys) in every.items() if keys}

    @field_validator(*LISTS, mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """As a browser writes an origin, or it would never match: a scheme, a host, a port, no slash at the end."""
        origins = tuple(origin.rstrip("/").lower() for origin in value)
        for origin in origins:
            if origin not in ("*", "null") and not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^/?#@\s]+", origin):
                msg = f"must be origins such as https://app.example.com, or *, not {origin!r}"
                raise ValueError(msg)
        return origins

    @field_validator("fetch_allowed_hosts", "fetch_trusted_hosts")
    @classmethod
    def _hosts(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """No addresses: one with a scheme or a path would never match."""
        for host in value:
            if re.search(r"[/@\s]", host):
                msg = f"must be hosts or host:port, such as images.internal:9000, not {host!r}"
                raise ValueError(msg)
        return value

    @field_validator("moderation_thresholds", "moderation_labels", mode="before")
    @classmethod
    def _scores(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = (part.rpartition("=") for part in value.split(",") if part.strip())
        scores = {name.strip(): score.strip() for name, _, score in pairs}
        if not all(scores) or not all(re.fullmatch(r"0(\.\d+)?|1(\.0+)?|\.\d+", score) for score in scores.values()):
            msg = "must be names with scores from 0 to 1, such as nsfw=0.5,gore=0.8"
            raise ValueError(msg)
        return scores

    @field_validator("moderation_api_url")
    @classmethod
    def _needed(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and "api" in info.data.get("moderation", ""):
            msg = f"is needed by EASEL_MODERATION={info.data['moderation']}"
            raise ValueError(msg)
        return value

    @field_validator("ray_urls")
    @classmethod
    def _addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(url.startswith(("http://", "https://")) for url in value):
            msg = "must start with http:// or https://"
            raise ValueError(msg)
        return tuple(url.rstrip("/") for url in value)

    @field_validator("ray_token")
    @classmethod
    def _long(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        text = value.get_secret_value() if value else None
        if text is None and info.data.get("ray_urls"):
            msg = "is needed by EASEL_RAY_URLS: `easel cluster start` tells it"
            raise ValueError(msg)
        if text is not None and not (len(text) >= MIN_TOKEN and text.isascii() and text.isprintable()):
            msg = f"must be at least {MIN_TOKEN} printable ASCII characters"
            raise ValueError(msg)
        return value

    @field_validator("bootstrap_key")
    @classmethod
    def _printable(cls, value: SecretStr | None) -> SecretStr | None:
        text = value.get_secret_value() if value else None
        if text is not None and not (16 <= len(text) <= 200 and text.isprintable() and text == text.strip()):
            msg = "must be 16 to 200 printable characters, with no space at its ends"
            raise ValueError(msg)
        return value

    @field_validator("public_url", "moderation_api_url", "hub_endpoint", *(f"{name}_url" for name in VENDOR_NAMES))
    @classmethod
    def _no_slash(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            msg = "must start with http:// or https://"
            raise ValueError(msg)
        return value.rstrip("/") if value else None

    @field_validator(*(f"{name}_url" for name in VENDOR_NAMES))
    @classmethod
    def _versioned(cls, value: str, info: ValidationInfo) -> str:
        """With the API's version or without, as the vendor's engine wants it: documents show both."""
        version = URL_VERSIONS.get((info.field_name or "").removesuffix("_url"))
        if version is None:
            return re.sub(r"/v1(beta)?$", "", value)
        return value if urlsplit(value).path else value + version


def misspelt() -> list[str]:
    """What is set as `EASEL_…` but is no setting, each in a sentence with the setting that it is most like, if any.

    Other programs may have variables of such names, so this is nothing to stop at.
    """
    known = {f"EASEL_{name.upper()}" for name in Settings.model_fields}
    names = {name.upper() for name in (*os.environ, *dotenv_values(".env"))}
    strange = sorted(name for name in names - known if name.startswith("EASEL_"))
    alike = {name: get_close_matches(name, known, n=1, cutoff=LIKENESS) for name in strange}
    return [f"{name} is no setting{f': is {like[0]} meant?' if like else ''}" for name, like in alike.items()]
