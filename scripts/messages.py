"""Bring the catalogue of the words on public pages up to date, and compile it. Needs no gettext programs.

    python -m scripts.messages          what is missing is added, empty; what is gone goes; the .mo file is made

Which files hold public words stands in ``public_files``. The admin stays in the first language, so its words
have no translation. A test says which words are missing (tests/languages).
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "engage" / "locale"

TEMPLATES = ("*.html", "pages", "components", "blocks")
# After a colon: only in these classes, functions and lists. What stands beside them is for officers.
MODULES = (
    "consultations/enums.py",
    "consultations/events/enums.py:BookingState",
    "consultations/events/forms/booking.py",
    "consultations/events/forms/looking.py",
    "consultations/events/models/questions.py:words",
    "consultations/events/services/after.py:_values",
    "consultations/events/services/announcing.py",
    "consultations/events/services/telling.py",
    "consultations/events/showing.py",
    "consultations/events/views",
    "consultations/outcomes/enums.py",
    "consultations/outcomes/models/entries.py:figure_words",
    "consultations/outcomes/models/pages.py:people_words",
    "consultations/surveys/about.py",
    "consultations/surveys/code_forms.py",
    "consultations/surveys/enums.py:AnswerState,AnsweredBy,RespondentGroup,AgeBand,SCALE_STEPS,YES_NO_STEPS",
    "consultations/surveys/forms.py",
    "consultations/surveys/mail_kinds.py",
    "consultations/surveys/models/offers.py:steps,with_limit",
    "consultations/surveys/models/presentations.py:signed",
    "consultations/surveys/paper.py",
    "consultations/surveys/picture_code.py",
    "consultations/surveys/question_forms",
    "consultations/surveys/session_forms.py:JoinForm",
    "consultations/surveys/views/answering.py",
    "consultations/surveys/views/coming_back.py",
    "consultations/surveys/views/joining.py",
    "consultations/surveys/views/presenting.py",
    "consultations/surveys/views/receiving.py",
    "consultations/surveys/views/recording.py",
    "consultations/surveys/views/sending.py",
    "consultations/surveys/views/sent.py",
    "consultations/surveys/views/stopping.py",
    "engage/core/forms.py",
    "engage/core/preferences.py",
    "engage/core/templatetags/words.py",
    "engage/core/unhurried.py",
    "engage/core/waiting_words.py",
    "home/templatetags/furniture.py",
)
CALLS = {"_", "gettext", "gettext_lazy", "ngettext"}


class Message(NamedTuple):
    """Words as they are written; ``plural`` is "" where there is none."""

    words: str
    plural: str = ""


def public_messages() -> dict[Message, set[str]]:
    """All words that the public reads, each with the files that hold them."""
    found: dict[Message, set[str]] = {}
    for path, messages in _public_files():
        for message in messages:
            found.setdefault(message, set()).add(str(path.relative_to(ROOT)))
    return found


def _public_files() -> Iterator[tuple[Path, Iterator[Message]]]:
    for name in TEMPLATES:
        for top in sorted((ROOT / "templates").glob(name)):
            for path in sorted(top.rglob("*.html")) if top.is_dir() else [top]:
                yield path, _in_template(path.read_text(encoding="utf-8"))
    for entry in MODULES:
        name, _colon, parts = entry.partition(":")
        top = ROOT / name
        for path in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
            yield path, _in_module(path.read_text(encoding="utf-8"), set(parts.split(",")) if parts else None)


def _in_template(text: str) -> Iterator[Message]:
    from django.utils.translation.template import templatize

    # Django's own reading: every marked text becomes a call of gettext among other signs.
    for call in re.finditer(r"\b(?:n?gettext|_)\((?=u?['\"])", templatize(text)):
        yield from _literals(templatize(text)[call.start() :])


def _literals(source: str) -> Iterator[Message]:
    for end in (found.end() for found in re.finditer(r"\)", source)):
        try:
            tree = ast.parse(source[:end].strip(), mode="eval")
        except SyntaxError:
            continue
        call = tree.body
        words = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        yield Message(*words[:2])
        return


def _in_module(text: str, parts: set[str] | None) -> Iterator[Message]:
    for part in _parts(ast.parse(text), parts):
        for node in ast.walk(part):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if words:
                    yield Message(*words[: 2 if getattr(node.func, "id", "") == "ngettext" else 1])


def _parts(tree: ast.Module, names: set[str] | None) -> Iterator[ast.AST]:
    """The classes, functions and lists of these names; the whole module without names."""
    if names is None:
        yield tree
        return
    for node in ast.walk(tree):
        own = {getattr(node, "name", "")}
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            own = {getattr(target, "id", "") for target in targets}
        if own & names:
            yield node


def compiled(catalogue: Path) -> Path:
    return catalogue.with_suffix(".mo")


def main() -> int:
    import django
    from django.conf import settings

    settings.configure(USE_I18N=False)
    django.setup()
    messages = public_messages()
    missing = 0
    for catalogue in sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po")):
        entries = polib.pofile(str(catalogue), wrapwidth=110)
        known = {Message(one.msgid, one.msgid_plural): one for one in entries}
        for gone in known.keys() - messages.keys():
            entries.remove(known[gone])
        for new in sorted(messages.keys() - known.keys()):
            plural = {0: "", 1: ""} if new.plural else {}
            entries.append(polib.POEntry(msgid=new.words, msgid_plural=new.plural, msgstr_plural=plural))
        for entry in entries:
            entry.occurrences = [(name, "") for name in sorted(messages[Message(entry.msgid, entry.msgid_plural)])]
        entries.save(str(catalogue))
        entries.save_as_mofile(str(compiled(catalogue)))
        empty = [entry for entry in entries if not entry.translated()]
        missing += len(empty)
        print(f"{catalogue.relative_to(ROOT)}: {len(entries)} entries, {len(empty)} without words")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
