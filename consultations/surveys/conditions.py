"""Questions that are shown only after a given answer to an earlier question of the same survey.

A condition names the earlier question by its ``uid`` and the answers by values: the ``uid`` of a choice, or
a score. These stay true in drafts, older revisions and copies of the survey, where numbers do not (see
docs/decisions/0017-conditions.md). Pure: no requests, and no query beside those of the questions' choices.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from consultations.surveys.enums import CHOICE_KINDS

if TYPE_CHECKING:
    from consultations.surveys.models import Choice, Question

# What a response said so far: for each question with a stored answer its values, none for "I do not know".
Said = Mapping[int, set[str]]


def values_of(*, score: int | None, choices: Iterable["Choice"] = ()) -> set[str]:
    """The values of an answer, as conditions name them."""
    return {str(choice.uid) for choice in choices} | ({str(score)} if score is not None else set())


def answers_to_choose(question: "Question") -> list[tuple[str, str]]:
    """The answers that a condition on this question can name, as (value, words). None for own words."""
    if question.kind in CHOICE_KINDS:
        return [(str(choice.uid), choice.text) for choice in question.asked_choices]
    return [(str(score), str(words)) for score, words, _picture in question.steps]


def reached(questions: Sequence["Question"], said: Said, *, finished: bool) -> list["Question"]:
    """The questions that are shown to somebody who said this, in order.

    While they are on the way (not ``finished``) a question whose condition is not decided yet counts as
    one to come, so that "Question 2 of 6" never grows. When they have finished, what nobody answered
    decides nothing. A question under a hidden one is hidden. A condition on a question that is not among
    these cannot be decided by anybody: then the question is shown.
    """
    by_uid: dict[UUID | None, Question] = {question.uid: question for question in questions}
    shown: list[Question] = []
    for question in questions:
        on = by_uid.get(question.condition_uid)
        if on is None or (on in shown and _holds(question, said.get(on.pk), finished)):
            shown.append(question)
    return shown


def _holds(question: "Question", values: set[str] | None, finished: bool) -> bool:
    if values is None:
        return not finished
    return bool(values & set(question.condition_values))


def condition_in_words(question: "Question", questions: Sequence["Question"]) -> dict | None:
    """The condition for people who meet it on paper: ``number`` of the earlier question, and its ``answers``.

    ``questions`` are those that are asked, in order. None for a question that everybody answers.
    """
    places = [one.uid for one in questions]
    if question.condition_uid not in places:
        return None
    place = places.index(question.condition_uid)
    answers = [words for value, words in answers_to_choose(questions[place]) if value in question.condition_values]
    return {"number": place + 1, "answers": answers}


def condition_problems(questions: Sequence["Question"]) -> dict[int, str]:
    """What is wrong with the conditions of a survey, by the question's place (from 0) among ``questions``.

    ``questions`` are all of the survey in order, also those no longer asked.
    """
    places = {question.uid: place for place, question in enumerate(questions)}
    problems = {}
    for place, question in enumerate(questions):
        if question.retired or question.condition_uid is None:
            continue
        on = places.get(question.condition_uid)
        problem = _problem(question, None if on is None else questions[on], is_later=on is not None and on >= place)
        if problem:
            problems[place] = problem
    return problems


def _problem(question: "Question", on: "Question | None", *, is_later: bool) -> str:
    if on is None:
        return _("“Show only when” names a question that is not in this survey any more.")
    if on.retired:
        return _("“Show only when” names a question that is no longer asked: %(question)s") % {"question": on}
    if is_later:
        return _("“Show only when” names a question that does not come before it: %(question)s") % {"question": on}
    offered = {value for value, _words in answers_to_choose(on)}
    if not question.condition_values or not set(question.condition_values) <= offered:
        return _("“Show only when” names an answer that is no longer offered: %(question)s") % {"question": on}
    return ""


def follow_renames(questions: Sequence["Question"], renames: Mapping[str, str]) -> None:
    """Let the conditions name rows by their new ``uid`` where they had another one before (as text)."""
    for question in questions:
        if question.condition_uid is not None:
            question.condition_uid = UUID(renames.get(str(question.condition_uid), str(question.condition_uid)))
            question.condition_values = [renames.get(value, value) for value in question.condition_values]
