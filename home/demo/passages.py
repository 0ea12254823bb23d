"""Content modules' passages as StreamField values."""

from html import escape

PICTURE_WORDS = (
    ("send means", "information"),
    ("wrong answers", "tick"),
    ("leave out", "choice-control"),
    ("to help you", "helper"),
    ("names", "lock-private"),
    ("interpreters", "sign-language"),
    ("thank", "thank-you"),
    ("could not", "stop"),
    ("what we did", "megaphone"),
    ("finish our plan", "meeting"),
    ("board", "meeting"),
    ("together", "group"),
    ("parents", "family"),
    ("children and young", "young-person"),
    ("note taker", "write"),
    ("we will read", "read"),
    ("website", "computer"),
    ("wait", "waiting"),
    ("letters", "document"),
    ("phone", "phone"),
    ("staff", "helper"),
    ("quick questions", "ask-question"),
    ("questions first", "think"),
    ("cricket", "activity"),
    ("clubs", "activity"),
    ("holidays", "activity"),
    ("worry", "worry"),
    ("quiet", "quiet-room"),
    ("ear defenders", "calm"),
    ("money", "money"),
    ("friends", "friends"),
    ("hearing aid", "hearing-aid-user"),
    ("job", "work"),
    ("work in", "work"),
    ("bus", "bus"),
    ("travel", "bus"),
    ("flat", "home"),
    ("live", "home"),
    ("college", "college"),
    ("school", "school"),
    ("independent", "independent"),
    ("listening events", "group"),
    ("plan", "plan"),
    ("what you think", "ask-question"),
    ("your life", "two-people"),
    ("support worker", "helper"),
    ("where i want", "choice-control"),
    ("days like this", "happy"),
    ("said", "talk"),
)


def passages(rows: list[dict], pictures) -> list[tuple]:
    """Easy Read passages as ``PassagesBlock`` takes them."""
    return [_passage(row, pictures) for row in rows]


def sentences(texts: list[str], pictures) -> list[tuple]:
    """Sentences as passages, each with the picture of the first word below that it holds."""
    return [("picture_text", {"picture": pictures[picture_for(text)], "text": text}) for text in texts]


def picture_for(text: str) -> str:
    """The pictogram for a demo sentence."""
    lowered = text.lower()
    return next((slug for word, slug in PICTURE_WORDS if word in lowered), "speech-bubble")


def _passage(row: dict, pictures) -> tuple:
    if row["type"] == "picture_text":
        return "picture_text", {"picture": pictures[row["picture"]], "text": row["text"]}
    if row["type"] == "heading":
        return "heading", row["text"]
    if row["type"] == "key_facts":
        return "key_facts", {"facts": row["facts"]}
    raise ValueError(f"Unknown passage: {row['type']}")


def prose(paragraphs: list) -> str:
    """Paragraphs, or rows, as rich text: ``{"h": ...}``, ``{"list": ...}``, ``{"p": ...}``, which may begin with
    a ``"link": (words, address)``."""
    parts = []
    for item in paragraphs:
        if isinstance(item, str):
            parts.append(f"<p>{escape(item)}</p>")
        elif "h" in item:
            parts.append(f"<h2>{escape(item['h'])}</h2>")
        elif "list" in item:
            parts.append("<ul>" + "".join(f"<li>{escape(text)}</li>" for text in item["list"]) + "</ul>")
        else:
            words, address = item.get("link", ("", ""))
            link = f'<a href="{escape(address)}">{escape(words)}</a>' if address else ""
            parts.append(f"<p>{link}{escape(item['p'])}</p>")
    return "".join(parts)
