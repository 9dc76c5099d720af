"""The vendors: one file for each API. What they share is `client.py` (HTTP) and `vendor.py` (a job as calls)."""
