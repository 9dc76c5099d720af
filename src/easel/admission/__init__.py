"""Admission: one gate a file."""
