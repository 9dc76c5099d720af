"""Where the machine has Chromium, for tests of pages."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The program's path; None where there is none (Debian: `apt-get install chromium`)."""
    return next(filter(None, map(shutil.which, NAMES)), None)
