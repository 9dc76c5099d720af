"""Intake: reference images, fetched and decoded safely. The only place that opens a user's URL or image.

Nothing is imported here: the decoder process (`child.py`) is to stay small.
"""
