"""Tasks in the dialects whose vendors have none: one object of Easel's own around the vendor's answer or error."""

from abc import abstractmethod
from http import HTTPStatus
from typing import Any

import orjson

from easel.core.errors import Cancelled, EaselError
from easel.core.job import Job
from easel.core.result import Result
from easel.core.task import Task
from easel.dialects.wire import WireResponse, json_response


class TaskObject:
    """Base of such a dialect."""

    #: HTTP status of the answer to a request that was made a task.
    accepted_status = HTTPStatus.ACCEPTED

    @abstractmethod
    def encode(self, result: Result) -> WireResponse:
        """A finished job's answer."""

    @abstractmethod
    def encode_error(self, error: EaselError, request_id: str, job: Job | None = None) -> WireResponse:
        """An error in the vendor's own shape."""

    def encode_task(self, task: Task, request_id: str) -> WireResponse:
        """`status` is queued, running, succeeded, failed or cancelled.

        `result` is what the request would have been answered with, `error` is the vendor's error object.
        """
        record = task.record
        body: dict[str, Any] = {
            "id": record.id,
            "object": "image.task",
            "status": "cancelled" if isinstance(task.error, Cancelled) else record.status,
            "model": record.model,
            "created": record.created,
            "status_url": task.status_url,
        }
        if task.result is not None:
            body["result"] = orjson.Fragment(self.encode(task.result).body)
        if task.error is not None:
            fault = orjson.loads(self.encode_error(task.error, request_id).body)
            body["error"] = fault.get("error", fault)
        return json_response(body)
