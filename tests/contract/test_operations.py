"""What operators ask over HTTP: health, readiness, metrics; and what the logs do not say."""

import pytest
import structlog

from easel.core.errors import ServerFull

IMAGES = "/v1/images/generations"
SECRETIVE = {"model": "imagen-3", "prompt": "a cat nobody may know of", "n": 2}


@pytest.mark.parametrize(("state", "status"), [("starting", 503), ("ready", 200), ("draining", 503)])
async def test_readiness(state, status, connect, surface):
    """Readiness follows the server's state, liveness does not; neither needs a key."""
    surface.health.state = state
    async with connect() as stranger:
        ready, alive = await stranger.get("/readyz"), await stranger.get("/healthz")

    assert (status, state, 200) == (ready.status_code, ready.json()["status"], alive.status_code)


async def test_metrics(client, surface):
    """Requests, pictures and steps are counted, without a word of what was asked or by whom."""
    await client.post(IMAGES, json=SECRETIVE)
    surface.gate.error = ServerFull()
    await client.post(IMAGES, json=SECRETIVE)
    text = (await client.get("/metrics")).text

    assert "_created" not in text
    assert 'easel_requests_total{dialect="openai",status="200"} 1.0' in text
    assert 'easel_requests_total{dialect="openai",status="503"} 1.0' in text
    assert 'easel_refusals_total{dialect="openai",error="ServerFull"} 1.0' in text
    assert 'easel_pictures_total{model="imagen-3"} 2.0' in text
    assert 'easel_job_seconds_count{model="imagen-3"} 1.0' in text
    assert 'easel_ledger{total="tasks_waiting"} 0.0' in text
    for step in ("intake", "ledger", "paint", "moderate", "finish", "store"):
        assert f'easel_step_seconds_count{{step="{step}"}}' in text
    assert "nobody" not in text
    assert surface.keys.secret not in text


@pytest.mark.parametrize("log_prompts", [False, True])
async def test_prompts_in_logs(log_prompts, connect, surface):
    """Prompts are logged only where the operator wants it, keys never."""
    headers = {"Authorization": f"Bearer {surface.keys.secret}"}
    with structlog.testing.capture_logs() as logs:
        async with connect(log_prompts=log_prompts) as client:
            await client.post(IMAGES, json=SECRETIVE, headers=headers)

    assert log_prompts is ("nobody" in str(logs))
    assert surface.keys.secret not in str(logs)
