"""Step1X-Edit, for which diffusers has no class: its denoiser and its pipeline, in the layout of the published weights.

    connector.py     the language model's words, refined for the denoiser at every step
    transformer.py   the denoiser: FLUX.1's blocks behind the connector
    reading.py       instruction, picture and prompt as the tokens that the weights were trained with
    pipeline.py      the pipeline

Written from the layout of `stepfun-ai/Step1X-Edit-v1p1-diffusers`: names and sizes as in huggingface/diffusers#12249
and its script for converting weights, behaviour as in version 1.1 of stepfun-ai/Step1X-Edit.
"""
