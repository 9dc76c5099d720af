"""Everything that can go wrong, as facts. Each dialect renders every one of them.

    EaselError
    ├── RequestError                 the caller can mend it
    │   ├── InvalidBody              the body is not what the route reads (JSON, multipart, too large)
    │   ├── InvalidField             one field has a wrong type or value
    │   ├── ModelUnknown             no card has this id
    │   ├── ModelCannot              the card does not allow this mode
    │   ├── NotFound                 no such route, job or picture
    │   │   ├── WrongMethod          there is such a path, but not for this HTTP method
    │   │   └── UrlExpired           a picture's signed URL is past its time
    │   ├── Conflict                 the same idempotency key is still running or had another body
    │   │   └── Clash                what is asked for does not go with what is there
    │   ├── KeyMissing, KeyWrong
    │   ├── Forbidden                this key may not do this
    │   │   └── KeyRevoked           the key was revoked after its task had been queued
    │   ├── BalanceTooLow
    │   ├── RateLimited              this key asks too often
    │   │   └── TooManyJobs          this key has as many jobs at once as it may have
    │   ├── PromptBlocked, PicturesBlocked
    │   └── Cancelled                its owner has cancelled the task
    └── ServiceError                 the server's side
        ├── ServerFull               no room for anybody right now
        │   ├── ServiceBusy          the service behind the model has too much to do
        │   └── ServiceAway          the service behind the model does not answer
        ├── EngineFailed
        ├── UpstreamFailed
        └── TimedOut

The default message is the docstring's first line. Messages never hold a path, an address, a traceback or a key.
"""

from easel.core.counted import counted


class EaselError(Exception):
    """The request could not be served."""

    #: May the same request succeed later without being changed?
    retryable = False

    def __init__(self, message: str | None = None, *, field: str | None = None, retry_after_s: int | None = None):
        self.message = message or (self.__doc__ or "").strip().splitlines()[0]
        #: The wire name of the field at fault, as the caller wrote it.
        self.field = field
        #: Seconds after which a retry makes sense; at most 60, because longer makes the OpenAI SDKs give up.
        self.retry_after_s = min(retry_after_s, 60) if retry_after_s is not None else None
        super().__init__(self.message)


class RequestError(EaselError):
    """The request cannot be served as it is."""


class InvalidBody(RequestError):
    """The request body could not be read."""

    def __init__(self, message: str | None = None, *, too_large: bool = False):
        super().__init__(message)
        self.too_large = too_large


class InvalidField(RequestError):
    """A field has an invalid value."""

    def __init__(self, field: str, problem: str):
        super().__init__(f"{field}: {problem}", field=field)
        self.problem = problem


class ModelUnknown(RequestError):
    """The model does not exist."""

    def __init__(self, model: str, like: str | None = None):
        hint = f" Did you mean `{like}`?" if like else ""
        super().__init__(f"The model `{model[:80]}` does not exist.{hint}", field="model")


class ModelCannot(RequestError):
    """The model cannot do this."""

    def __init__(self, model: str, what: str):
        super().__init__(f"The model `{model}` {what}.", field="model")


class NotFound(RequestError):
    """There is nothing here."""


class WrongMethod(NotFound):
    """This path does not take this method."""


class UrlExpired(NotFound):
    """This picture's URL has expired."""


class Conflict(RequestError):
    """A request with the same idempotency key is still running."""

    def __init__(self, message: str | None = None, *, other_body: bool = False):
        super().__init__(message, field="Idempotency-Key")
        self.other_body = other_body


class Clash(Conflict):
    """This does not go with what is there already."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field = field


class KeyMissing(RequestError):
    """No API key was sent: send it as `Authorization: Bearer <key>`."""


class KeyWrong(RequestError):
    """The API key is not valid."""


class Forbidden(RequestError):
    """This key may not do this."""


class KeyRevoked(Forbidden):
    """The key of this task has been revoked."""


class BalanceTooLow(RequestError):
    """The balance is too low for this request."""


class RateLimited(RequestError):
    """This key sends requests faster than its limit allows."""

    retryable = True

    def __init__(self, message: str | None = None, *, retry_after_s: int = 1):
        super().__init__(message, retry_after_s=retry_after_s)


class TooManyJobs(RateLimited):
    """This key has too many jobs at once."""

    def __init__(self, model: str, limit: int, *, retry_after_s: int = 1):
        message = f"This key may have {counted(limit, 'job')} of the model `{model}` at once."
        super().__init__(message, retry_after_s=retry_after_s)


class PromptBlocked(RequestError):
    """The prompt was blocked by the content policy."""


class PicturesBlocked(RequestError):
    """Every picture was blocked by the content policy."""


class Cancelled(RequestError):
    """The task was cancelled."""


class ServiceError(EaselError):
    """The server could not do its part."""


class ServerFull(ServiceError):
    """The server is busy: try again shortly."""

    retryable = True

    def __init__(self, message: str | None = None, *, retry_after_s: int = 2):
        super().__init__(message, retry_after_s=retry_after_s)


class ServiceBusy(ServerFull):
    """The service behind this model is busy: try again shortly."""


class ServiceAway(ServerFull):
    """The service behind this model is not available right now: try again shortly."""


class EngineFailed(ServiceError):
    """The engine could not make the picture."""


class UpstreamFailed(ServiceError):
    """The upstream service could not make the picture."""


class TimedOut(ServiceError):
    """The picture was not finished in time."""
