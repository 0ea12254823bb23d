"""The themes and priorities of an answer, and where they come from."""

import pytest

from consultations.analysis.enums import PriorityOrigin
from consultations.analysis.models import Theme
from consultations.analysis.querysets import (
    Codebook,
    coded,
    codings_of,
    priorities_of,
    uncoded,
    with_priority,
    with_theme,
)
from consultations.analysis.services import tag_answers, tag_priority
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer
from consultations.surveys.services.given import Given
from tests.builders import (
    make_answer,
    make_officer,
    make_priority,
    make_question,
    make_response,
    make_statement,
    make_survey,
    make_theme,
)

pytestmark = pytest.mark.django_db


def answer_to(question, **given):
    survey = make_survey(questions=[question])
    question = survey.questions.get()
    return make_response(survey, answers={question: Given(question=question, **given)}).answers.get()


def origins(answer):
    return [(one.priority, one.origin, one.detail) for one in priorities_of([answer])[answer.pk]]


def test_an_answer_takes_the_priority_of_its_question():
    priority = make_priority()
    answer = answer_to(make_question(priority=priority), text="Buses")
    assert origins(answer) == [(priority, PriorityOrigin.QUESTION, "")]
    assert list(with_priority(Answer.objects.all(), priority)) == [answer]


def test_an_answer_takes_every_priority_of_its_i_statement():
    priorities = [make_priority(), make_priority()]
    statement = make_statement(priorities=priorities)
    answer = answer_to(make_question(QuestionKind.STATEMENT, statement=statement), score=4)
    assert origins(answer) == [(priority, PriorityOrigin.STATEMENT, "") for priority in priorities]
    assert all(list(with_priority(Answer.objects.all(), priority)) == [answer] for priority in priorities)


def test_an_answer_takes_the_priority_of_its_theme():
    priority = make_priority()
    answer, theme = make_answer(), make_theme("Getting around", priority=priority)
    tag_answers(answers=[answer], themes=[theme], coder=make_officer())
    assert origins(answer) == [(priority, PriorityOrigin.THEME, "Getting around")]
    assert list(with_priority(Answer.objects.all(), priority)) == [answer]


def test_an_answer_takes_a_priority_by_hand_and_it_says_whose():
    priority, officer = make_priority(), make_officer()
    answer = make_answer()
    tag_priority(answers=[answer], priority=priority, coder=officer)
    assert origins(answer) == [(priority, PriorityOrigin.BY_HAND, "officer")]
    assert list(with_priority(Answer.objects.all(), priority)) == [answer]


def test_a_theme_that_was_merged_counts_for_the_priority_of_the_other():
    old_priority, new_priority = make_priority(), make_priority()
    answer, old = make_answer(), make_theme(priority=old_priority)
    tag_answers(answers=[answer], themes=[old], coder=make_officer())
    old.merged_into = make_theme("New name", priority=new_priority)
    old.save()
    assert origins(answer) == [(new_priority, PriorityOrigin.THEME, "New name")]
    assert not with_priority(Answer.objects.all(), old_priority).exists()
    assert list(with_priority(Answer.objects.all(), new_priority)) == [answer]
    assert list(with_theme(Answer.objects.all(), old.merged_into)) == [answer]


def test_two_coders_with_the_same_theme_are_one_priority():
    answer, theme = make_answer(), make_theme(priority=make_priority())
    for name in ("ann", "bea"):
        tag_answers(answers=[answer], themes=[theme], coder=make_officer(name))
    assert len(origins(answer)) == 1


def test_priorities_stand_in_the_order_of_the_strategy():
    second, first = make_priority(order=2), make_priority(order=1)
    answer = answer_to(make_question(priority=second), text="Buses")
    tag_priority(answers=[answer], priority=first, coder=make_officer())
    assert [priority for priority, _origin, _detail in origins(answer)] == [first, second]


def test_coded_and_uncoded_answers_are_the_two_halves():
    done, waiting = make_answer(), make_answer()
    tag_answers(answers=[done], themes=[make_theme()], coder=make_officer())
    assert list(coded(Answer.objects.all())) == [done]
    assert list(uncoded(Answer.objects.all())) == [waiting]


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    theme, officer = make_theme(priority=make_priority()), make_officer()
    survey = make_survey(questions=[make_question(priority=make_priority())])
    for _number in range(3):
        make_answer(question=survey.questions.get())
    tag_answers(answers=Answer.objects.all(), themes=[theme], coder=officer)
    tag_priority(answers=Answer.objects.all(), priority=make_priority(), coder=officer)
    counts = []
    for length in (1, 3):
        answers = list(Answer.objects.select_related("question")[:length])
        with django_assert_num_queries(4) as captured:
            priorities_of(answers)
        with django_assert_num_queries(1):
            codings_of(answers)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_merged_themes_are_not_offered_and_a_circle_of_old_rows_ends():
    one, other = make_theme("one"), make_theme("other")
    Theme.objects.filter(pk=one.pk).update(merged_into=other)
    assert [theme.name for theme in Codebook().in_use()] == ["other"]
    Theme.objects.filter(pk=other.pk).update(merged_into=one)
    assert Codebook().standing_for(one.pk) in (one, other)
