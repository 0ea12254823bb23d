"""The form of one question on its page, by the question's kind. Nothing is required, nothing chosen beforehand."""

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import Answer, Question

from .base import QuestionForm, ScoreForm, TextForm
from .choices import OneChoiceForm, SeveralChoicesForm, TopThreeForm

__all__ = ["QuestionForm", "TopThreeForm", "form_for"]

FORMS: dict[str, type[QuestionForm]] = {
    QuestionKind.STATEMENT: ScoreForm,
    QuestionKind.ONE_CHOICE: OneChoiceForm,
    QuestionKind.SEVERAL_CHOICES: SeveralChoicesForm,
    QuestionKind.YES_NO: ScoreForm,
    QuestionKind.TOP_THREE: TopThreeForm,
    QuestionKind.HOW_MUCH: ScoreForm,
    QuestionKind.TEXT: TextForm,
}


def form_for(
    question: Question, *, data=None, files=None, answer: Answer | None = None, prefix: str | None = None
) -> QuestionForm:
    """The question's form: filled with what was sent (``data``), else with the saved ``answer``.

    ``files`` are what was sent with it, where people may record their voice. ``prefix`` stands before the names of
    its fields, where several questions are on one page.
    """
    kind = FORMS[question.kind]
    if data is not None and kind is TextForm:
        held = answer.recording if answer else None
        return TextForm(data, files, question=question, prefix=prefix, held=held, takes_voice=files is not None)
    if data is not None:
        return kind(data, question=question, prefix=prefix)
    initial: dict = {}
    if answer is not None and answer.state == AnswerState.GIVEN:
        initial = kind.initial_answer(answer)
    elif answer is not None and answer.state != AnswerState.LEFT_OUT:
        initial = {"answer": answer.state} if kind.has_one_group else {"instead": [answer.state]}
    return kind(initial=initial, question=question, prefix=prefix)
