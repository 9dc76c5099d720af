"""Schemathesis on the server's own OpenAPI document: whatever is sent, no server error."""

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from conftest import Surface

surface = Surface()
schema = schemathesis.openapi.from_asgi("/openapi.json", surface.app())


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_server_error(case):
    """Generated requests, valid and invalid, never make a server error."""
    case.call_and_validate(headers={"Authorization": f"Bearer {surface.keys.secret}"}, checks=(not_a_server_error,))
