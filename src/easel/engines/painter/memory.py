"""How the process that paints keeps its memory."""

import ctypes

#: glibc's numbers for `mallopt`, from its malloc.h.
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
#: Freed memory up to so many bytes stays with the process, and blocks up to so many come from it.
KEPT, LARGE = 128 << 20, 32 << 20


def keep_freed() -> None:
    """Keep freed memory for the next fields, as far as the C library is glibc.

    It would go back to the system after each of the hundreds of fields of a picture, and come back page by page.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(TRIM_THRESHOLD, KEPT)
        mallopt(MMAP_THRESHOLD, LARGE)
