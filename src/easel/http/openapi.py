"""The server's own OpenAPI document, made from the dialects' routes and body models."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic.json_schema import models_json_schema

from easel import __version__
from easel.dialects.wire import Dialect, WireRoute
from easel.http.actions import Action

TEMPLATE = "#/components/schemas/{model}"
#: What every body may hold, whatever its dialect.
WISHES = {
    "async": {"type": "boolean", "description": "Answer at once with a task; as the header `Prefer: respond-async`."},
    "webhook_url": {"type": "string", "format": "uri", "description": "Where to post the task when it has ended."},
    "webhook_secret": {"type": "string", "maxLength": 200, "description": "What `Easel-Signature` is made with."},
}
OPERATIONS = {
    "/healthz": "Is the server alive?",
    "/readyz": "Does the server want work? 503 while it starts and while it drains.",
    "/metrics": "What the server has done, for Prometheus.",
}
GENERATING = ("generate", "submit")


def document(
    routes: Iterable[tuple[Dialect, WireRoute]], actions: Sequence[Action], models: Iterable[str]
) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the dialects' routes and of Easel's own.

    Where dialects share a path, a body may have either shape.
    `models` are the known model ids; others are allowed by the schema and refused by the server.
    """
    routes = list(routes)
    model = {"anyOf": [{"type": "string", "enum": list(models)}, {"type": "string"}]}
    read = {route.body for _, route in routes if route.body} | {action.body for action in actions if action.body}
    kinds = [(body, "validation") for body in read] + [(action.answer, "serialization") for action in actions]
    _, schemas = models_json_schema(sorted(set(kinds), key=str), ref_template=TEMPLATE)
    for name in {route.body.__name__ for _, route in routes if route.body}:
        properties = schemas["$defs"][name].setdefault("properties", {})
        properties.update(WISHES)
        if "model" in properties:
            properties["model"] = model
    paths: dict[str, Any] = {}
    for dialect, route in routes:
        operations = paths.setdefault(_template(route.path), {})
        _merge(operations.setdefault(route.method.lower(), _operation(dialect, route, model)), route)
    for action in actions:
        paths.setdefault(action.path, {})[action.method.lower()] = _action_operation(action)
    for path, summary in OPERATIONS.items():
        paths[path] = {"get": {"summary": summary, "responses": {"200": {"description": "Yes."}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Easel", "version": __version__, "license": {"name": "Apache-2.0"}},
        "tags": [
            {"name": "key", "description": "What a caller may know of its own key."},
            {"name": "admin", "description": "Accounts and keys, for keys with the scope `admin`."},
        ],
        "paths": paths,
        "components": {
            "schemas": schemas.get("$defs", {}),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "google": {"type": "apiKey", "in": "header", "name": "x-goog-api-key"},
            },
        },
    }


def _template(path: str) -> str:
    return re.sub(r"\{(\w+):\w+\}", r"{\1}", path)


def _operation(dialect: Dialect, route: WireRoute, model: dict[str, Any]) -> dict[str, Any]:
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": model if name == "model" else {"type": "string"}}
        for name in re.findall(r"\{(\w+)", route.path)
    ]
    if route.action == "show_job" and not parameters:
        parameters.append({"name": "task_id", "in": "query", "required": True, "schema": {"type": "string"}})
    operation: dict[str, Any] = {
        "tags": [dialect.name],
        "summary": route.summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The pictures, or what the dialect answers."},
            "default": {"description": "An error in the dialect's own shape."},
        },
    }
    if route.action in GENERATING:
        operation["responses"]["202"] = {"description": "A task, and where to ask for it in `Location`."}
    if route.action == "cancel":
        operation["responses"]["409"] = {"description": "The task has ended already, in its dialect's own shape."}
    if route.action in (*GENERATING, "count_tokens", "show_job", "cancel"):
        operation["security"] = [{"bearer": []}, {"google": []}]
    return operation


def _action_operation(action: Action) -> dict[str, Any]:
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"\{(\w+)", action.path)
    ]
    in_query = [
        {"name": name, "in": "query", "description": meaning, "schema": {"type": "string"}}
        for name, meaning in action.query
    ]
    operation: dict[str, Any] = {
        "tags": [action.tag],
        "summary": action.summary,
        "parameters": in_path + in_query,
        "responses": {
            "200": {"description": "Done.", "content": _content(action.answer.__name__)},
            "default": {"description": "An error in OpenAI's shape."},
        },
        "security": [{"bearer": []}],
    }
    if action.body:
        operation["requestBody"] = {"required": True, "content": _content(action.body.__name__)}
    return operation


def _content(model: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": TEMPLATE.format(model=model)}}}


def _merge(operation: dict[str, Any], route: WireRoute) -> None:
    if route.body is None:
        return
    media_type = "multipart/form-data" if route.multipart else "application/json"
    content = operation.setdefault("requestBody", {"required": True, "content": {}})["content"]
    reference = {"$ref": TEMPLATE.format(model=route.body.__name__)}
    known = content.setdefault(media_type, {"schema": reference})
    if known["schema"] != reference:
        known["schema"] = {"anyOf": [known["schema"], reference]}
