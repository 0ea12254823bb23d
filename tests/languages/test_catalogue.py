"""The words of public pages in other languages: none is missing, and none has lost its place for a value."""

import re
from pathlib import Path

import polib
import pytest

from scripts.messages import CATALOGUES, Message, public_messages

FOUND = sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po"))
PLACES = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def entries_of(catalogue: Path) -> dict[Message, polib.POEntry]:
    return {Message(one.msgid, one.msgid_plural): one for one in polib.pofile(str(catalogue))}


def words_of(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_there_is_a_catalogue_in_urdu():
    assert [path.parent.parent.name for path in FOUND] == ["ur"]
    assert len(public_messages()) > 400


@pytest.mark.parametrize("catalogue", FOUND, ids=lambda path: path.parent.parent.name)
def test_all_public_words_are_in_the_catalogue(catalogue):
    known = {message for message, entry in entries_of(catalogue).items() if entry.translated()}
    missing = {message.words: sorted(files) for message, files in public_messages().items() if message not in known}
    assert not missing, "Run python -m scripts.messages and fill in what is empty."


@pytest.mark.parametrize("catalogue", FOUND, ids=lambda path: path.parent.parent.name)
def test_a_translation_has_the_places_for_values_of_its_source(catalogue):
    wrong = [
        entry.msgid
        for entry in entries_of(catalogue).values()
        for words in words_of(entry)
        if set(PLACES.findall(words)) != set(PLACES.findall(entry.msgid_plural or entry.msgid))
    ]
    assert wrong == []


@pytest.mark.parametrize("catalogue", FOUND, ids=lambda path: path.parent.parent.name)
def test_the_compiled_catalogue_is_that_of_the_words(catalogue):
    compiled = polib.mofile(str(catalogue.with_suffix(".mo")))
    assert {(one.msgid, *words_of(one)) for one in compiled} == {
        (one.msgid, *words_of(one)) for one in entries_of(catalogue).values()
    }


def test_a_new_word_in_a_template_is_found(tmp_path, monkeypatch):
    from scripts import messages

    (tmp_path / "templates" / "pages").mkdir(parents=True)
    (tmp_path / "templates" / "pages" / "new.html").write_text(
        '{% load i18n %}{% translate "A new word" %}{% include "x.html" with label=_("Another") only %}'
        "{% blocktranslate count number=n %}{{ number }} fox{% plural %}{{ number }} foxes{% endblocktranslate %}"
    )
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "MODULES", ())
    expected = {Message("A new word"), Message("Another"), Message("%(number)s fox", "%(number)s foxes")}
    assert set(messages.public_messages()) == expected
