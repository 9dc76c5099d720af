"""The engine `diffusers`: open-weight models on the operator's own devices.

The server's side imports neither torch nor diffusers:

    repository.py   a card's source as a verified local folder (Repository): safetensors only, no code
    pull.py         fetches a pinned revision into the models folder
    weights.py      which sources can be served
    engine.py       DiffusersEngine: jobs to pictures, pictures to devices, events back to their owners
    waiting.py      the pictures that wait, and which of them go together
    device.py       one device: its child process, its restarts, the batch in work
    options.py      what the operator may choose, as one typed object
    wire.py         batches and events as frames

The child's side, one process for each device (`python -m easel.engines.diffusers.child`):

    child.py        the process: reads batches and cancellations, sends events
    studio.py       one batch after the other, and what is reported of them
    residents.py    the models on the device; the least recently used one leaves
    plan.py         what fits: dtype, quantisation, offload, VAE tiling (Plan)
    load.py         a verified folder and a Plan to a diffusers pipeline
    lora.py         registered LoRAs by alias
    stills.py       Qwen's processor without its part for videos
    speed.py        quantisation, compilation and the like, as far as plan and options ask for it
    arguments.py    the table: what each pipeline class honours of a Job, and under which names
    pixels.py       sizes that a model can make, reference pictures, masks
    care.py         a batch, and once more in a smaller way when the memory does not suffice
    run.py          one batch through one pipeline: noise by picture, progress, cancellation
    preview.py      unfinished latents as a small picture
"""
