"""Errors as Google's APIs write them: a canonical status beside the HTTP one, and typed details."""

from easel.core import errors
from easel.core.errors import EaselError
from easel.dialects.wire import WireResponse, json_response, retry_headers

#: Most special first: class, HTTP status, canonical status.
ERRORS: tuple[tuple[type[EaselError], int, str], ...] = (
    (errors.KeyMissing, 401, "UNAUTHENTICATED"),
    (errors.KeyWrong, 400, "INVALID_ARGUMENT"),
    (errors.Forbidden, 403, "PERMISSION_DENIED"),
    (errors.BalanceTooLow, 402, "FAILED_PRECONDITION"),
    (errors.RateLimited, 429, "RESOURCE_EXHAUSTED"),
    (errors.ModelUnknown, 404, "NOT_FOUND"),
    (errors.ModelCannot, 404, "NOT_FOUND"),
    (errors.UrlExpired, 410, "NOT_FOUND"),
    (errors.WrongMethod, 405, "NOT_FOUND"),
    (errors.NotFound, 404, "NOT_FOUND"),
    (errors.Conflict, 409, "ABORTED"),
    (errors.Cancelled, 499, "CANCELLED"),
    (errors.RequestError, 400, "INVALID_ARGUMENT"),
    (errors.ServerFull, 503, "UNAVAILABLE"),
    (errors.UpstreamFailed, 502, "UNAVAILABLE"),
    (errors.TimedOut, 504, "DEADLINE_EXCEEDED"),
    (EaselError, 500, "INTERNAL"),
)
#: Where Google's clients have their key.
KEY_MISSING = "No API key was sent: send it in the header `x-goog-api-key`."
TYPE = "type.googleapis.com/google.rpc."


def error_body(error: EaselError) -> dict[str, object]:
    """The error object of a body or of an event in a stream."""
    code, status = next((code, status) for kind, code, status in ERRORS if isinstance(error, kind))
    if isinstance(error, errors.Conflict) and error.other_body:
        code, status = 422, "INVALID_ARGUMENT"
    message = KEY_MISSING if isinstance(error, errors.KeyMissing) else error.message
    body: dict[str, object] = {"code": code, "message": message, "status": status}
    if details := _details(error):
        body["details"] = details
    return {"error": body}


def error_response(error: EaselError) -> WireResponse:
    """The whole answer."""
    body = error_body(error)
    return json_response(body, body["error"]["code"], headers=retry_headers(error))


def _details(error: EaselError) -> list[dict[str, object]]:
    details: list[dict[str, object]] = []
    if isinstance(error, errors.KeyWrong):
        details.append({"@type": f"{TYPE}ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com"})
    if isinstance(error, errors.InvalidField):
        violation = {"field": error.field, "description": error.problem}
        details.append({"@type": f"{TYPE}BadRequest", "fieldViolations": [violation]})
    if error.retry_after_s is not None:
        details.append({"@type": f"{TYPE}RetryInfo", "retryDelay": f"{error.retry_after_s}s"})
    return details
