"""Hard words with plainer ones: the officers' list, and the checker's and the glossary's."""

import csv
from collections.abc import Iterable
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from engage.core.kept import Store, content_stamp
from engage.core.languages import is_source_language
from engage.core.readability import Piece, PlainWord, Vocabulary
from engage.core.readability.sentences import split
from engage.core.readability.vocabulary import is_explained

MOST_TEXTS = 1_000
FIRST_TERMS = Path(__file__).with_name("terms.csv")


# What texts say to somebody who asks, and the list that they are read with, as long as nothing changes.
_known: Store[list[tuple[str, str]]] = Store(MOST_TEXTS)
_vocabulary: Store[Vocabulary] = Store(1)


class TermQuerySet(models.QuerySet["Term"]):
    def vocabulary(self) -> Vocabulary:
        """All of these words as the checker looks for them. One query."""
        return Vocabulary(term.as_plain_word() for term in self)


class Term(index.Indexed, models.Model):
    """A word or some initials that many people do not know, with plain words to use instead."""

    word = models.CharField(_("hard word or initials"), max_length=80, unique=True)
    forms = models.TextField(
        _("other ways to write it"),
        blank=True,
        help_text=_("One a line: the word for several things, the initials, the long name."),
    )
    swap = models.CharField(
        _("plain words to use instead"), max_length=120, blank=True, help_text=_("The editor offers them as a swap.")
    )
    explanation = models.CharField(
        _("what it means"),
        max_length=200,
        blank=True,
        help_text=_("In Easy Read, at most 15 words a sentence. For people who meet the word."),
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    known = models.BooleanField(
        _("everybody here knows it"),
        default=False,
        help_text=_("The checker says nothing about this word. Ask young people before you tick it."),
    )

    search_fields = [
        index.SearchField("word"),
        index.SearchField("forms"),
        index.SearchField("swap"),
        index.AutocompleteField("word"),
    ]
    objects = TermQuerySet.as_manager()

    class Meta:
        app_label = "core"
        verbose_name = _("hard word")
        verbose_name_plural = _("hard words")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

    def easy_read_pieces(self) -> list[Piece]:
        """What it means, said without the word itself; the swap is a few words, no sentence."""
        return [Piece(self.swap, where=str(_("Plain words"))), Piece(self.explanation, where=str(_("What it means")))]

    @property
    def other_forms(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.forms.splitlines() if line.strip())

    def as_plain_word(self) -> PlainWord:
        return PlainWord(self.word, self.other_forms, self.swap, self.explanation, self.known)


def words_to_know(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The hard words in these texts as (word, what it means), each once, in the order of the texts.

    Without those that everybody knows, that have no explanation, or that the text explains. Kept until the list
    changes. None in other languages than the list's own.
    """
    if not is_source_language():
        return []
    said, stamp = tuple(texts), content_stamp()

    def find() -> list[tuple[str, str]]:
        vocabulary = _vocabulary.get("explained", stamp, _explained_words)
        uses = [
            use.term
            for text in said
            for sentence in split(text)
            for use in vocabulary.uses(sentence)
            if not is_explained(sentence, use.first, use.last)
        ]
        return list({term.word: (term.word, term.explanation) for term in uses}.values())

    return _known.get(said, stamp, find)


def _explained_words() -> Vocabulary:
    return Vocabulary(term.as_plain_word() for term in Term.objects.exclude(explanation="").filter(known=False))


def load_first_terms() -> None:
    """Fill an empty list. One that somebody has begun stays as it is."""
    if Term.objects.exists():
        return
    with FIRST_TERMS.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            forms = "\n".join(form.strip() for form in row["forms"].split(";") if form.strip())
            Term.objects.create(word=row["word"], forms=forms, swap=row["swap"], explanation=row["explanation"])
