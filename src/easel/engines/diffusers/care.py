"""What is left of a device after something went wrong on it. Runs in the child process."""

import gc

import torch

#: How a host, and Apple's graphics, say that they have no more memory.
FULL = ("can't allocate memory", "out of memory")


def is_full(error: Exception) -> bool:
    """Does an exception mean that the memory did not suffice?"""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or any(text in str(error) for text in FULL)


def release() -> None:
    """Give back what nothing refers to any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()


def usable() -> bool:
    """Does the device still work? After some errors of a GPU, everything fails until the process is replaced."""
    if not torch.cuda.is_initialized():
        return True
    try:
        torch.cuda.synchronize()
    except RuntimeError:
        return False
    return True
