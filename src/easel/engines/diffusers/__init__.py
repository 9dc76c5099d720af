"""The engine `diffusers`: open-weight models on the operator's own devices.

The server's side imports neither torch nor diffusers:

    repository.py   a card's source as a verified local folder (Repository): safetensors only, no code
    pull.py         fetches a pinned revision into the models folder
    weights.py      which sources can be served
    engine.py       DiffusersEngine: jobs to pictures, pictures to devices, events back to their owners
    waiting.py      the pictures that wait, and which of them join those in work
    device.py       one device: its child process, its restarts, the pictures in work
    options.py      what the operator may choose, as one typed object
    wire.py         pictures to be painted and events as frames

The child's side, one process for each device (`python -m easel.engines.diffusers.child`):

    child.py        the process: reads what is to be painted and cancelled, sends events
    studio.py       the model in work, and whom it paints for
    residents.py    the models on the device; the least recently used one leaves
    plan.py         what fits: dtype, quantisation, offload, VAE tiling (Plan)
    load.py         a verified folder and a Plan to a diffusers pipeline
    lora.py         registered LoRAs by alias
    stills.py       what diffusers does not load as it should
    step1x/         Step1X-Edit's pipeline, for which diffusers has no class
    speed.py        quantisation, compilation and the like, as far as plan and options ask for it
    arguments.py    the table: what each pipeline class honours of a Job, and under which names
    pixels.py       sizes that a model can make, reference pictures, masks
    company.py      the pictures in work: they take steps together, come, go and fail one by one
    meeting.py      several pictures' forward calls of the denoiser as one
    run.py          one picture through one pipeline call: noise, unfinished pictures, notes
    prompts.py      the last prompts' embeddings: a prompt is encoded once for all pictures of a job
    words.py        words beyond what the text encoder reads
    care.py         what is left of a device after something went wrong
    preview.py      unfinished latents as a small picture
"""
