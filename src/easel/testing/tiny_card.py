"""A model card of 64 x 64 pictures by the painter, for tests and benches of everything around the picture."""

#: TOML, for a folder that `EASEL_MODELS_DIR` names. A picture costs 100 micro-units.
TINY_CARD = """
id = "tiny"
dialect = "minimax"
title = "Tiny"
description = "Small pictures."
owner = "Easel"
created = 1700000000
prompt_max_chars = 100
url_lifetime_s = 3600
price_micros = 100
[parameters]
n = { min = 1, max = 9, default = 1 }
[sizes]
default = "64x64"
explicit = "free"
min_side = 64
max_side = 64
multiple = 8
[sizes.ratios.1K]
"1:1" = "64x64"
[[routes]]
engine = "painter"
"""
