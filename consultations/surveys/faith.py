"""Questions keep faith with answers (design/house.md).

An answer points at its question with PROTECT. That alone would turn an officer's "publish" into
an error page when a draft, or an older revision, no longer holds a question that people have
answered. So a survey, before it is saved, puts such questions and choices back as retired, and
holds on to what gives the answers their meaning: kind, scale, I statement and key.

Revisions name rows by numbers that cannot be trusted (``engage.core.revisions``). So each row is
found again among the survey's own stored rows: by number, else by ``uid``, else by its words. A row
that is not found is a new row.
"""

import uuid

from django.utils import timezone

from consultations.surveys.conditions import follow_renames
from engage.core.revisions import recognise

# What gives an answer its meaning; it locks with the first answer. Wording may be corrected.
LOCKED_FIELDS = ("kind", "scale", "statement_id")


def recognise_questions(survey) -> dict:
    """Give the questions and choices that an unsaved ``SurveyPage`` holds the numbers of its stored ones.

    Rows that were never asked but are already retired are left out: a copy of a survey has them.
    Returns the stored questions by number, each with ``is_answered``.
    """
    stored = _stored_questions(survey)
    rows = survey.questions.get_object_list()
    recognise(rows, stored.values(), lambda row: row.uid, lambda row: (*_meaning(row), row.text))
    rows[:] = [row for row in rows if row.pk or not row.retired]
    for row in rows:
        choices = row.choices.get_object_list()
        known = stored[row.pk].choices.all() if row.pk else []
        recognise(choices, known, lambda choice: choice.uid, lambda choice: choice.text)
        choices[:] = [choice for choice in choices if choice.pk or not choice.retired]
    return stored


def keep_faith_with_answers(survey) -> None:
    """Make an unsaved ``SurveyPage`` that holds its questions safe to save. In the caller's transaction.

    - an answered question or a chosen choice that is missing comes back, retired, at its old place;
    - an answered question keeps its ``LOCKED_FIELDS``;
    - each row has a key that is unique among its sisters and never changes once stored.
    """
    _lock_questions(survey)
    stored = recognise_questions(survey)
    rows = survey.questions.get_object_list()
    before = [(row.uid, [choice.uid for choice in row.choices.get_object_list()]) for row in rows]
    for row in rows:
        _hold_meaning(row, stored.get(row.pk))
    _give_keys(rows, stored)
    _give_language(survey, rows)
    follow_renames(rows, _renames(before, rows))
    held = {row.pk for row in rows}
    missing = [known for known in stored.values() if known.is_answered and known.pk not in held]
    for known in missing:
        known.retired = True
    survey.questions.add(*missing)
    for row in rows:
        row.retired_at = (row.retired_at or timezone.now()) if row.retired else None


def _renames(before: list, rows: list) -> dict[str, str]:
    """The new uid of each row and choice that was known again by its words, by the one it had."""
    renames = {}
    for (uid, choice_uids), row in zip(before, rows, strict=True):
        renames[str(uid)] = str(row.uid)
        # Choices that came back stand at the end.
        for choice_uid, choice in zip(choice_uids, row.choices.get_object_list(), strict=False):
            renames[str(choice_uid)] = str(choice.uid)
    return {old: new for old, new in renames.items() if old != new}


def _lock_questions(survey) -> None:
    """An answer that arrives while the survey is saved waits, and cannot meet a question that goes."""
    from consultations.surveys.models import Question

    list(Question.objects.select_for_update().filter(page_id=survey.pk).values_list("pk"))


def _meaning(question) -> tuple:
    return tuple(getattr(question, name) for name in LOCKED_FIELDS)


def _stored_questions(survey) -> dict:
    from consultations.surveys.models import Question

    if survey.pk is None:
        return {}
    stored = Question.objects.filter(page_id=survey.pk)
    answered = set(stored.answered().values_list("pk", flat=True))
    questions = {question.pk: question for question in stored.prefetch_related("choices")}
    for pk, question in questions.items():
        question.is_answered = pk in answered
    return questions


def _hold_meaning(question, known) -> None:
    stored = {choice.pk: choice for choice in known.choices.all()} if known is not None else {}
    rows = question.choices.get_object_list()
    _give_keys(rows, stored)
    if known is None or not known.is_answered:
        return
    for name in LOCKED_FIELDS:
        setattr(question, name, getattr(known, name))
    for row in rows:
        # The words that people wrote beside "something else" stay beside it.
        row.own_words = row.own_words or (row.pk in stored and stored[row.pk].own_words)
    held = {row.pk for row in rows}
    missing = [choice for choice in known.choices.chosen() if choice.pk not in held]
    for choice in missing:
        choice.retired = True
    question.choices.add(*missing)


def _give_language(survey, rows: list) -> None:
    """The language of all rows is the survey's. Rows of a copied survey are nobody's translation."""
    if survey.locale_id is None:
        survey.locale = survey.get_default_locale()
    choices = [choice for row in rows for choice in row.choices.get_object_list()]
    for own in (rows, choices):
        new = [row for row in own if row.pk is None]
        keys = [row.translation_key for row in new]
        same = type(new[0]).objects.filter(translation_key__in=keys, locale_id=survey.locale_id) if new else ()
        taken = {row.translation_key for row in same} | {row.translation_key for row in own if row.pk}
        for row in new:
            if row.translation_key in taken:
                row.translation_key = uuid.uuid4()
            taken.add(row.translation_key)
        for row in own:
            row.locale_id = survey.locale_id


def _give_keys(rows: list, stored: dict) -> None:
    """A key is made once, is unique among its sisters, and never follows the wording."""
    taken = {known.key for known in stored.values()}
    for row in rows:
        known = stored.get(row.pk)
        if known is not None:
            row.key, row.uid, row.translation_key = known.key, known.uid, known.translation_key
        else:
            if not row.key or row.key in taken:
                row.key = row.new_key(taken)
            taken.add(row.key)
