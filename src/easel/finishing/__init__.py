"""Finishing: labels, metadata and encoding of a painted picture."""
