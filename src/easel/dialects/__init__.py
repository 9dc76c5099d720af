"""The dialects: one file for each wire protocol."""
