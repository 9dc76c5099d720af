"""References: repainting, editing and quoting pictures that callers send."""
