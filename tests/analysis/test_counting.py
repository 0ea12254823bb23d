"""The numbers of the analysis page, as their docstrings define them."""

import pytest

from consultations.analysis import breakdowns, counting
from consultations.analysis.services import tag_answers
from consultations.surveys.enums import AnswerState, QuestionKind, Scale
from consultations.surveys.models import Response
from consultations.surveys.services.given import Given
from tests.builders import (
    make_answer,
    make_concern,
    make_consultation,
    make_officer,
    make_priority,
    make_question,
    make_response,
    make_statement,
    make_survey,
    make_theme,
)

pytestmark = pytest.mark.django_db


def score(survey, question, scores):
    """A response for each of the scores."""
    for one in scores:
        make_response(survey, answers={question: Given(question=question, score=one)})


def scored_survey(consultation, statement, scale=Scale.FIVE, scores=()):
    question = make_question(QuestionKind.STATEMENT, statement=statement, scale=scale)
    survey = make_survey(consultation=consultation, questions=[question])
    score(survey, survey.questions.get(), scores)
    return survey


def values(one):
    return one.answered.value, one.yes.figure.value, one.sometimes.figure.value, one.no.figure.value


def test_yes_sometimes_and_no_are_the_same_on_both_scales():
    consultation, priority = make_consultation(), make_priority()
    statement = make_statement(priorities=[priority])
    scored_survey(consultation, statement, Scale.FIVE, [5] * 6 + [4] * 6 + [3] * 6 + [2] * 5 + [1] * 5)
    scored_survey(consultation, statement, Scale.THREE, [3] * 8 + [2] * 4 + [1] * 5)
    (group,) = counting.statement_scores_of(consultation)
    assert group.priority == priority
    (one,) = group.scores
    assert values(one) == (45, 20, 10, 15)
    assert one.yes.percent == round(100 * 20 / 45)


def test_a_statement_of_two_priorities_stands_under_both_and_one_of_none_at_the_end():
    consultation, first, second = make_consultation(), make_priority(order=1), make_priority(order=2)
    scored_survey(consultation, make_statement(priorities=[first, second]), scores=[5] * 10)
    question = make_question(QuestionKind.STATEMENT, text="I like my town.")
    survey = make_survey(consultation=consultation, questions=[question])
    score(survey, survey.questions.get(), [1] * 10)
    groups = counting.statement_scores_of(consultation)
    assert [group.priority for group in groups] == [first, second, None]
    assert groups[2].scores[0].wording == "I like my town."


def test_small_numbers_of_a_statement_are_hidden_with_a_second_one():
    consultation = make_consultation()
    scored_survey(consultation, make_statement(), scores=[5] * 20 + [3] * 12 + [1] * 2)
    (group,) = counting.statement_scores_of(consultation)
    (one,) = group.scores
    assert values(one) == (35, 20, None, None)
    assert one.no.percent is None


def test_what_is_withheld_unsent_or_elsewhere_is_in_no_figure():
    consultation = make_consultation()
    survey = scored_survey(consultation, make_statement(), scores=[5] * 13)
    scored_survey(make_consultation(), make_statement(), scores=[5] * 30)
    withheld, begun, _ = survey.responses.all()[:3]
    make_concern(withheld.answers.get())
    Response.objects.filter(pk=begun.pk).update(status="started", sent_at=None)
    (group,) = counting.statement_scores_of(consultation)
    assert group.scores[0].answered.value == 10
    assert counting.responses_of(consultation).value == 10


def test_do_not_know_is_not_an_answer_to_a_statement():
    consultation = make_consultation()
    survey = scored_survey(consultation, make_statement(), scores=[5] * 12)
    question = survey.questions.get()
    for _number in range(5):
        make_response(survey, answers={question: Given(question=question, state=AnswerState.DO_NOT_KNOW)})
    (group,) = counting.statement_scores_of(consultation)
    assert group.scores[0].answered.value == 10


def test_people_are_counted_where_somebody_counted_them():
    consultation = make_consultation()
    question = make_survey(consultation=consultation, questions=[make_question()]).questions.get()
    for people in [12, 8, None] + [1] * 10:
        make_answer(question=question, people=people)
    assert counting.people_of(consultation).value == 30
    assert counting.responses_of(consultation).value == 15


def test_responses_are_broken_down_by_who_answered_group_and_source():
    consultation = make_consultation()
    question = make_survey(consultation=consultation, questions=[make_question()]).questions.get()
    for group, number in (("parent", 15), ("young_person", 12), ("", 11), ("professional", 3)):
        for _number in range(number):
            make_answer(question=question, group=group, answered_by="alone", source="online")
    alone, groups, sources = breakdowns.breakdowns_of(consultation)
    shown = {row.responses.label: str(row.responses.figure) for row in groups.rows}
    assert shown["A parent or carer"] == "15"
    assert shown["A child or young person"] == "10"
    assert shown["Somebody who works with young people"] == "c"
    assert shown["Not said"] == "c", "the smallest other one is hidden with it"
    assert str(groups.total) == "40"
    assert [str(row.responses.figure) for row in alone.rows] == ["40", "0", "0", "0"]
    assert [str(row.responses.figure) for row in sources.rows] == ["40", "0", "0", "0", "0"]


def test_a_breakdown_says_how_many_people_speak_where_somebody_counted():
    consultation = make_consultation()
    question = make_survey(consultation=consultation, questions=[make_question()]).questions.get()
    for source, people in [("event", 20)] * 10 + [("event", None)] * 3 + [("online", 1)] * 10:
        make_answer(question=question, source=source, people=people)
    *_others, sources = breakdowns.breakdowns_of(consultation)
    shown = {row.responses.label: (str(row.responses.figure), str(row.people)) for row in sources.rows}
    assert (shown["Listening event"], shown["Online"]) == (("15", "200"), ("10", "10"))
    assert str(sources.people) == "210"


def test_answers_are_counted_once_a_theme_and_once_a_priority():
    consultation = make_consultation()
    transport = make_theme("Getting around", priority=make_priority(order=1))
    school = make_theme("School", priority=make_priority(order=2))
    question = make_survey(consultation=consultation, questions=[make_question()]).questions.get()
    answers = [make_answer(question=question) for _number in range(40)]
    for name in ("ann", "bea"):
        tag_answers(answers=answers[:30], themes=[transport], coder=make_officer(name))
    tag_answers(answers=answers[15:35], themes=[school], coder=make_officer())
    table = counting.themes_of(consultation)
    assert (table.answers.value, table.coded.value) == (40, 35)
    first, second = table.rows
    assert (first.theme, first.total.figure.value, [cell.value for cell in first.cells]) == (transport, 30, [30, 15])
    assert (second.theme, second.total.figure.value, [cell.value for cell in second.cells]) == (school, 20, [15, 20])
    assert [total.value for total in table.totals] == [30, 20]


def test_a_merged_theme_counts_for_the_other_and_a_withheld_answer_for_none():
    consultation = make_consultation()
    question = make_survey(consultation=consultation, questions=[make_question()]).questions.get()
    answers = [make_answer(question=question) for _number in range(13)]
    old, officer = make_theme("Old"), make_officer()
    tag_answers(answers=answers, themes=[old], coder=officer)
    old.merged_into = make_theme("New")
    old.save()
    for answer in answers[:2]:
        make_concern(answer)
    (row,) = counting.themes_of(consultation).rows
    assert (row.theme.name, row.total.figure.value) == ("New", 10)


def test_not_understood_is_of_the_answers_that_were_not_left_out():
    consultation = make_consultation()
    survey = make_survey(consultation=consultation, questions=[make_question(text="Which plan?")])
    question = survey.questions.get()
    states = [AnswerState.DO_NOT_UNDERSTAND] * 10 + [AnswerState.DO_NOT_KNOW] * 15 + [AnswerState.LEFT_OUT] * 20
    for state in states:
        make_response(survey, answers={question: Given(question=question, state=state)})
    (row,) = counting.not_understood_of(consultation)
    assert (row.wording, row.asked.value, row.not_understood.figure.value) == ("Which plan?", 25, 10)
    assert row.not_understood.percent == 40


def test_the_number_of_queries_does_not_grow_with_the_answers(django_assert_max_num_queries):
    consultation, theme, officer = make_consultation(), make_theme(priority=make_priority()), make_officer()
    question = make_survey(consultation=consultation, questions=[make_question()]).questions.get()
    counts = []
    for length in (2, 12):
        answers = [make_answer(question=question) for _number in range(length)]
        tag_answers(answers=answers, themes=[theme], coder=officer)
        with django_assert_max_num_queries(40) as captured:
            counting.responses_of(consultation)
            counting.people_of(consultation)
            breakdowns.breakdowns_of(consultation)
            counting.statement_scores_of(consultation)
            counting.themes_of(consultation)
            counting.not_understood_of(consultation)
        counts.append(len(captured))
    assert counts[0] == counts[1]
