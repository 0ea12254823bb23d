"""Words as they are compared: capitals, accents of quotation marks, dots and blanks do not count."""

import unicodedata
from functools import lru_cache

# Within a word they are left out: "don't" and "dont" are the same.
LEFT_OUT = {"'", "’", "‘", "ʼ", "`"}
# Letters, the marks on them, and figures.
KEPT = ("L", "M", "N")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The words of a text for comparing, in any script. Signs alone ("-") stay as they are."""
    signs = []
    for sign in unicodedata.normalize("NFKC", text).casefold():
        if sign not in LEFT_OUT:
            signs.append(sign if unicodedata.category(sign)[0] in KEPT else " ")
    return " ".join("".join(signs).split()) or text.strip()
