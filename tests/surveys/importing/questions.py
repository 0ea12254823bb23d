"""Questions as they come from the database, without one: most of reading a file needs no more."""

from consultations.surveys.models import Question


def as_stored(*questions: Question) -> list[Question]:
    """The unsaved questions with numbers and keys, in order: q1, q2…, and c1, c2… for their choices."""
    for place, question in enumerate(questions, start=1):
        choices = list(question.choices.get_object_list())
        question.choices = choices
        question.pk, question.key = place, f"q{place}"
        for number, choice in enumerate(choices, start=1):
            choice.pk, choice.key, choice.question_id = place * 100 + number, f"c{number}", place
    return list(questions)
