"""Questions keep faith with answers (design/house.md).

An answer points at its question with PROTECT. That alone would turn an officer's "publish" into
an error page when a draft, or an older revision, no longer holds a question that people have
answered. So a survey puts such questions and choices back as retired before it is saved, and
holds on to their kind, scale, I statement and key, which give the answers their meaning.
"""

from django.utils import timezone

# What gives an answer its meaning; it locks with the first answer. Wording may be corrected.
LOCKED_FIELDS = ("key", "kind", "scale", "statement_id")


def keep_faith_with_answers(survey) -> None:
    """Bring back what people answered, on an unsaved ``SurveyPage`` that holds its questions.

    - an answered question that is missing comes back, retired;
    - an answered question keeps its ``LOCKED_FIELDS``;
    - an answered choice that is missing comes back, retired;
    - a question gets a key that no other question of the survey has.
    """
    if survey.pk:
        answered = _answered_questions(survey.pk)
        held = {question.pk: question for question in survey.questions.all() if question.pk}
        for pk, stored in answered.items():
            if pk in held:
                _hold_meaning(held[pk], stored)
            else:
                stored.retired = True
                stored.retired_at = timezone.now()
                survey.questions.add(stored)
    _give_keys(survey.questions.all())


def _answered_questions(survey_pk: int) -> dict:
    from consultations.surveys.models import Question

    stored = Question.objects.filter(page_id=survey_pk).answered().prefetch_related("choices")
    return {question.pk: question for question in stored}


def _hold_meaning(question, stored) -> None:
    for name in LOCKED_FIELDS:
        setattr(question, name, getattr(stored, name))
    held = {choice.pk: choice for choice in question.choices.all() if choice.pk}
    chosen = set(stored.choices.chosen().values_list("pk", flat=True))
    for choice in stored.choices.all():
        if choice.pk not in chosen:
            continue
        if choice.pk in held:
            held[choice.pk].key = choice.key
        else:
            choice.retired = True
            question.choices.add(choice)
    _give_keys(question.choices.all())


def _give_keys(rows) -> None:
    """A key is made once, is unique among its sisters, and never follows the wording."""
    taken: set[str] = set()
    for row in rows:
        if not row.key or row.key in taken:
            row.key = row.new_key(taken)
        taken.add(row.key)
        for choices in [getattr(row, "choices", None)]:
            if choices is not None:
                _give_keys(choices.all())
