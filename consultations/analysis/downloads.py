"""What officers take away as spreadsheets: every usable answer, never a withheld one.

Receipt codes stay behind, because with one a person can withdraw a response.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from consultations.analysis.querysets import Codebook, codings_of, priorities_of
from consultations.models import ConsultationPage
from consultations.surveys.enums import MOST_RANKS, OWN_WORDS_KINDS, QuestionKind
from consultations.surveys.models import Answer, Question, Response
from engage.core.exports import Cell

CHUNK = 200


def response_rows(consultation: ConsultationPage) -> Iterator[Sequence[Cell]]:
    """One row for each sent response; a column for each question by survey and export key.

    Scores have a second column with the number, because spreadsheets count numbers; a top three has one
    for each place; where there is "something else", its words have one.
    """
    questions = _questions(consultation)
    yield [*_about_headings(), *(heading for question in questions for heading in _headings(question))]
    answers = Prefetch("answers", queryset=Answer.objects.usable().for_showing(), to_attr="usable_answers")
    responses = Response.objects.sent().of_consultation(consultation).select_related("survey", "area")
    for response in responses.order_by("pk").prefetch_related(answers, "needs").iterator(chunk_size=CHUNK):
        by_question = {answer.question_id: answer for answer in response.usable_answers}
        cells = [cell for question in questions for cell in _cells(question, by_question.get(question.pk))]
        yield [*_about(response), *cells]


def answer_rows(consultation: ConsultationPage) -> Iterator[Sequence[Cell]]:
    """One row for each answer in somebody's own words, with its themes and priorities."""
    yield [*_about_headings(), _("question"), _("words"), _("themes"), _("priorities"), _("recording")]
    codebook = Codebook()
    answers = Answer.objects.usable().in_words().of_consultation(consultation)
    answers = answers.select_related("response__survey", "response__area", "question__statement", "voice")
    answers = answers.prefetch_related("response__needs").order_by("pk")
    for some in _in_parts(answers):
        codings, priorities = codings_of(some), priorities_of(some, codebook=codebook)
        for answer in some:
            themes = {codebook.standing_for(coding.tag_id).name for coding in codings[answer.pk]}
            belongs = dict.fromkeys(str(one.priority) for one in priorities[answer.pk])
            yield [
                *_about(answer.response),
                _key(answer.question, answer.response.survey.slug),
                answer.own_words,
                "; ".join(sorted(themes)),
                "; ".join(belongs),
                _recording(answer),
            ]


def _in_parts(answers: QuerySet[Answer]) -> Iterator[list[Answer]]:
    rows = answers.iterator(chunk_size=CHUNK)
    while some := list(islice(rows, CHUNK)):
        yield some


def _questions(consultation: ConsultationPage) -> list[Question]:
    questions = Question.objects.filter(page__path__startswith=consultation.path).select_related("page", "statement")
    questions = questions.prefetch_related("choices")
    return list(questions.order_by("page__path", "sort_order", "pk"))


def _key(question: Question, survey_slug: str) -> str:
    """Export keys are unique in a survey only, so the survey stands before them."""
    return f"{survey_slug}.{question.key}"


def _headings(question: Question) -> list[str]:
    key = _key(question, question.page.slug)
    return [key, *(f"{key}.{part}" for part in _parts(question))]


def _parts(question: Question) -> list[str]:
    """The names of a question's further columns."""
    if question.kind in (QuestionKind.STATEMENT, QuestionKind.HOW_MUCH):
        return ["score"]
    if question.kind == QuestionKind.TOP_THREE:
        return [str(place) for place in range(1, MOST_RANKS + 1)]
    if question.offers_voice:
        return ["recording"]
    return (
        ["words"] if question.kind in OWN_WORDS_KINDS and any(one.own_words for one in question.choices.all()) else []
    )


def _cells(question: Question, answer: Answer | None) -> list[Cell]:
    values: dict[str, Cell] = {}
    if answer:
        values = {"score": answer.score, "words": answer.text or None, "recording": _recording(answer)}
        values |= {str(pick.rank): pick.choice.text for pick in answer.picks.all() if pick.rank}
    return [answer.words if answer else None, *(values.get(part) for part in _parts(question))]


def _recording(answer: Answer) -> str | None:
    """Whether the words come from a voice, or wait for somebody who writes them down."""
    if answer.recording is None:
        return None
    return _("written down") if answer.transcript else _("not written down")


def _about_headings() -> list[str]:
    return [
        _("response"),
        _("survey"),
        _("sent"),
        _("source"),
        _("where it came from"),
        _("people"),
        _("who answered"),
        _("group"),
        _("age"),
        _("area"),
        _("needs"),
        _("language"),
        _("words"),
        _("pictures"),
        _("signed films"),
        _("Listen buttons"),
    ]


def _about(response: Response) -> list[Cell]:
    return [
        response.pk,
        response.survey.title,
        localtime(response.sent_at).date().isoformat() if response.sent_at else None,
        response.get_source_display(),
        response.source_detail,
        response.people,
        response.get_answered_by_display(),
        response.get_group_display(),
        response.get_age_band_display(),
        str(response.area) if response.area else None,
        response.needs_in_words,
        response.get_language_display(),
        response.get_presentation_display(),
        response.get_pictures_display(),
        response.get_signed_display(),
        response.get_listen_display(),
    ]
