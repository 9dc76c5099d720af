"""The engines: one file or folder each. Named by a text, so that torch or ray load only when a model needs them."""
