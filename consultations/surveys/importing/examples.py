"""A few rows as they would be stored, in words, for an officer to see whether all was understood."""

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.importing.checking import Checked
from consultations.surveys.importing.records import Record
from consultations.surveys.services.given import Given

EXAMPLES = 3


def example_rows(checked: Checked) -> list[dict]:
    """The first rows that can be imported: the line, and each question with the answer in words."""
    return [_example(row.line, row.record) for row in checked.ready[:EXAMPLES] if row.record]


def _example(line: int, record: Record) -> dict:
    answers = [(given.question.wording, words_of(given)) for given in record.answers]
    return {"line": line, "sent_at": record.sent_at, "answers": answers}


def words_of(given: Given) -> str:
    """What an answer says, as lists show it when it is stored."""
    if given.state != AnswerState.GIVEN:
        return str(AnswerState(given.state).label)
    if given.score is not None:
        return next(str(words) for score, words, _picture in given.question.steps if score == given.score)
    if not given.choices:
        return given.text
    if given.question.kind == QuestionKind.TOP_THREE:
        return ", ".join(f"{place}. {choice.text}" for place, choice in enumerate(given.choices, start=1))
    return ", ".join(
        f"{choice.text}: {given.text}" if choice.own_words and given.text else choice.text for choice in given.choices
    )
