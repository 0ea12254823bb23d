"""Content modules' passages as StreamField values."""

from html import escape


def passages(rows: list[dict], pictures) -> list[tuple]:
    """Easy Read passages as ``PassagesBlock`` takes them."""
    return [_passage(row, pictures) for row in rows]


def sentences(texts: list[str], pictures, picture: str) -> list[tuple]:
    """Sentences as passages; the first carries the picture, the others their turn of it."""
    return [("picture_text", {"picture": pictures[picture], "text": text}) for text in texts]


def _passage(row: dict, pictures) -> tuple:
    if row["type"] == "picture_text":
        return "picture_text", {"picture": pictures[row["picture"]], "text": row["text"]}
    if row["type"] == "heading":
        return "heading", row["text"]
    if row["type"] == "key_facts":
        return "key_facts", {"facts": row["facts"]}
    raise ValueError(f"Unknown passage: {row['type']}")


def prose(paragraphs: list) -> str:
    """Paragraphs, or ``{"h": ...}`` and ``{"p": ...}`` rows, as rich text."""
    parts = []
    for item in paragraphs:
        if isinstance(item, str):
            parts.append(f"<p>{escape(item)}</p>")
        elif "h" in item:
            parts.append(f"<h2>{escape(item['h'])}</h2>")
        elif "list" in item:
            parts.append("<ul>" + "".join(f"<li>{escape(text)}</li>" for text in item["list"]) + "</ul>")
        else:
            parts.append(f"<p>{escape(item['p'])}</p>")
    return "".join(parts)
