"""How API keys are spelt: prefix, random part and checksum, and what is kept of them."""

import hashlib
import secrets
import string
import zlib

from easel.ledger.checks import is_line

PREFIX = "easel_"
ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
RANDOM_CHARS = 30
CHECK_CHARS = 6
MIN_CHARS = 16
MAX_CHARS = 200


def new_key() -> str:
    """`easel_`, 30 random base-62 characters (178 bits) and 6 that check them, as GitHub's tokens have."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_CHARS))
    return PREFIX + body + checksum(body)


def checksum(body: str) -> str:
    """CRC-32 of the random part in base 62, 6 characters."""
    number, digits = zlib.crc32(body.encode("utf-8", "surrogatepass")), ""
    for _ in range(CHECK_CHARS):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


def is_own(secret: str) -> bool:
    """Is this spelt as one of our own keys, checksum aside?"""
    return secret.startswith(PREFIX) and len(secret) == len(PREFIX) + RANDOM_CHARS + CHECK_CHARS


def is_misspelt(secret: str) -> bool:
    """Is this one of our own keys with a wrong checksum? Then no database needs to be asked."""
    return is_own(secret) and checksum(secret[len(PREFIX) : -CHECK_CHARS]) != secret[-CHECK_CHARS:]


def is_acceptable(secret: str) -> bool:
    """May an operator bring this key? 16 to 200 printable characters, no space at the ends, no misspelt own key."""
    return is_line(secret, min_chars=MIN_CHARS, max_chars=MAX_CHARS) and not is_misspelt(secret)


def digest(secret: str) -> str:
    """What the database keeps of a key."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hint(secret: str) -> str:
    """Enough of a key to recognise it in a list; of a key that an operator brought only the end is told."""
    return f"{PREFIX}…{secret[-4:]}" if is_own(secret) else f"…{secret[-4:]}"
