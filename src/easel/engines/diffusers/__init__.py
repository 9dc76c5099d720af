"""The engine `diffusers`: open-weight models on the operator's own devices.

The server's side imports neither torch nor diffusers:

    repository.py   a card's source as a verified local folder (Repository): safetensors only, no code
    pull.py         fetches a pinned revision into the models folder
    engine.py       DiffusersEngine: jobs to pictures, pictures to batches, events back to their owners
    waiting.py      the pictures that wait, and which of them go together
    device.py       one device: its child process, its restarts, the batch in work
    options.py      what the operator may choose, as one typed object
    wire.py         batches and events as frames

The child's side, one process for each device (`python -m easel.engines.diffusers.child`):

    child.py        reads batches and cancellations, runs one batch at a time
    residents.py    the models on the device; the least recently used one leaves
    plan.py         what fits: dtype, quantisation, offload, VAE tiling (Plan)
    load.py         a verified folder and a Plan to a diffusers pipeline
    lora.py         registered LoRAs by alias
    speed.py        compilation and the like, as far as the options ask for it
    arguments.py    the table: what each pipeline class honours of a Job, and under which names
    run.py          one batch through one pipeline: noise by picture, progress, cancellation, out of memory
    preview.py      unfinished latents as a small picture
"""
