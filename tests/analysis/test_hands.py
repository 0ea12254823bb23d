"""Hands in the figures: added to the answers of the same question, marked, and small numbers hidden."""

import csv
import io

import pytest

from consultations.analysis import counting
from consultations.analysis.chosen import chosen_of
from consultations.analysis.hands import hands_of
from consultations.surveys.enums import QuestionKind
from consultations.surveys.services.given import Given
from consultations.surveys.services.hands import count_hands, options_of
from engage.core.suppression import one_way, one_way_with_part
from tests.builders import make_officer, make_question, make_response, make_session, make_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return make_survey(
        slug="me",
        questions=[
            make_question(QuestionKind.STATEMENT, text="I have a say."),
            make_question(QuestionKind.SEVERAL_CHOICES, text="What helps?", choices=("Pictures", "Time")),
        ],
    )


def raise_hands(survey, hands, *, people=None, kind="statement", **fields):
    session = make_session(survey=survey, **fields)
    question = survey.questions.get(kind=kind)
    count_hands(session=session, question=question, hands=hands, people=people, by=None)


def answer(survey, score, number):
    question = survey.questions.get(kind="statement")
    for _number in range(number):
        make_response(survey, answers={question: Given(question=question, score=score)})


def test_hands_are_added_to_the_answers_of_their_question_and_marked(survey):
    answer(survey, 5, 20)
    raise_hands(survey, {"score-5": 10, "score-1": 15})
    (group,) = counting.statement_scores_of(survey.consultation)
    (score,) = group.scores
    assert (score.answered.value, score.yes.figure.value, score.no.figure.value) == (45, 30, 15)
    assert score.hands.value == 25
    assert group.has_hands


def test_without_hands_the_figures_are_as_before(survey):
    answer(survey, 5, 20)
    (group,) = counting.statement_scores_of(survey.consultation)
    assert not group.has_hands
    counts = {"yes": 20, "no": 3}
    assert one_way_with_part(counts, part=0)[0] == one_way(counts)


def test_hands_of_several_sessions_count_together(survey):
    raise_hands(survey, {"score-5": 10})
    raise_hands(survey, {"score-5": 12})
    (group,) = counting.statement_scores_of(survey.consultation)
    assert group.scores[0].answered.value == 20


def test_a_small_number_of_hands_is_hidden_and_cannot_be_worked_out():
    table, hands = one_way_with_part({"yes": 30, "no": 20}, part=4)
    assert hands.is_hidden
    # "All" minus those who answered otherwise is nowhere: only the total and the hands are shown.
    assert table.total.value == 50
    _table, most = one_way_with_part({"yes": 30, "no": 20}, part=47)
    assert most.is_hidden


def test_i_do_not_understand_counts_hands_too(survey):
    raise_hands(survey, {"score-5": 20, "state-do_not_understand": 12})
    (row,) = counting.not_understood_of(survey.consultation)
    assert (row.asked.value, row.not_understood.figure.value) == (30, 10)


def test_of_several_choices_people_count_once(survey):
    question = survey.questions.get(kind="several_choices")
    pictures, time = [option.key for option in options_of(question)][:2]
    raise_hands(survey, {pictures: 8, time: 5, "state-do_not_know": 1}, people=10, kind="several_choices")
    hands = hands_of(survey.consultation)[question.pk]
    assert (hands.given, hands.people) == (10, 11)
    assert sorted(hands.choices.values()) == [5, 8]


def test_choices_count_hands_and_say_so(survey):
    question = survey.questions.get(kind="several_choices")
    pictures, time = [option.key for option in options_of(question)][:2]
    raise_hands(survey, {pictures: 30, time: 20}, people=40, kind="several_choices")
    (found,) = chosen_of(survey.consultation)
    assert (found.answered.value, found.hands.value) == (40, 40)
    assert [bar.figure.value for bar in found.bars] == [30, 20]


@pytest.mark.parametrize(("kind", "score"), [(QuestionKind.YES_NO, 3), (QuestionKind.HOW_MUCH, 0)])
def test_scales_count_hands_and_say_so(kind, score):
    survey = make_survey(questions=[make_question(kind)])
    question = survey.questions.get()
    for _number in range(15):
        make_response(survey, answers={question: Given(question=question, score=score)})
    raise_hands(survey, {f"score-{score}": 25}, kind=kind)
    (found,) = chosen_of(survey.consultation)
    assert (found.answered.value, found.hands.value) == (40, 25)
    assert found.bars[0].figure.value == 40


def test_hands_are_no_responses(survey):
    raise_hands(survey, {"score-5": 30})
    assert counting.responses_of(survey.consultation).value == 0
    assert counting.people_of(survey.consultation).value == 0


def test_an_officer_sees_and_downloads_them(client, survey):
    raise_hands(survey, {"score-5": 12}, place="=Park School", group="parent")
    client.force_login(make_officer())
    page = client.get(f"/admin/analysis/{survey.consultation.pk}/").text
    assert "Of these hands up in a session" in page
    reply = client.post(f"/admin/analysis/{survey.consultation.pk}/download/hands/")
    text = b"".join(reply.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["session"], row["group"], row["hands up"]) == ("'=Park School", "A parent or carer", "12")
    assert (row["answer"], row["words"]) == ("Yes, always", "I have a say.")


def test_hands_are_one_query_more_however_many(survey, django_assert_num_queries):
    for number in range(3):
        raise_hands(survey, {"score-5": 12 + number})
    consultation = survey.consultation
    with django_assert_num_queries(1):
        hands_of(consultation)
