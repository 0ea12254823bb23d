"""Short codes that people read from a poster and type: no letter that looks like a figure, and no word."""

import secrets

# Without vowels no code spells a word; without 0, 1, I, L and O none is read for another.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_code(length: int) -> str:
    """A random code; each sign has nearly 5 bits."""
    return "".join(secrets.choice(ALPHABET) for _index in range(length))


def as_code(typed: str) -> str:
    """What somebody typed as codes are stored: capitals, without blanks and dashes."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())
