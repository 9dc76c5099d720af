"""Intake: reference images, fetched and decoded safely. The only place that opens a user's URL or image."""
