"""What officers see of the language in which people answered, and words in any script."""

import csv
import io

import pytest

from consultations.analysis import breakdowns, counting
from consultations.surveys.enums import QuestionKind
from consultations.surveys.services.given import Given
from engage.core.preferences import DisplayPreferences
from tests.builders import make_officer, make_question, make_response, make_survey

pytestmark = pytest.mark.django_db

WORDS = {
    "Urdu": "بس میں بہت شور ہے۔ تقریباً ہر روز۔",
    "Arabic": "الحافلة صاخبة جدًّا",
    "Polish": "Zażółć gęślą jaźń w autobusie",
    "emoji": "The bus 🚌😀 is 👩🏽‍🦽 too loud",
}


@pytest.fixture
def officer(client):
    client.force_login(make_officer())
    return client


def test_responses_and_answers_are_filtered_by_language(officer):
    question = make_question()
    survey = make_survey(questions=[question])
    english = make_response(survey, answers={survey.asked_questions[0]: "Bus"}, language="en-gb")
    urdu = make_response(survey, answers={survey.asked_questions[0]: "بس"}, language="ur")
    unknown = make_response(survey, answers={survey.asked_questions[0]: "Paper"})
    assert set(officer.get("/admin/responses/").context["object_list"]) == {english, urdu, unknown}
    assert set(officer.get("/admin/responses/", {"language": "ur"}).context["object_list"]) == {urdu}
    listed = officer.get(f"/admin/reading/question/{survey.asked_questions[0].pk}/", {"language": "ur"})
    assert [answer.text for answer in listed.context["object_list"]] == ["بس"]


@pytest.mark.parametrize("script", WORDS)
def test_words_in_any_script_are_stored_shown_found_and_exported_as_they_were_typed(officer, script):
    survey = make_survey(questions=[make_question()])
    question = survey.asked_questions[0]
    response = make_response(survey, answers={question: WORDS[script]}, language="ur")
    make_response(survey, answers={question: "Something else"})
    assert response.answers.get().text == WORDS[script]
    assert f'dir="auto">{WORDS[script]}' in officer.get(f"/admin/responses/{response.pk}/").content.decode()
    a_part = WORDS[script].split()[1]
    found = officer.get(f"/admin/reading/question/{question.pk}/", {"q": a_part}).context["object_list"]
    assert [answer.text for answer in found] == [WORDS[script]]
    reply = officer.post(f"/admin/analysis/{survey.consultation.pk}/download/answers/")
    rows = list(csv.DictReader(io.StringIO(b"".join(reply.streaming_content).decode("utf-8-sig"))))
    assert (rows[0]["language"], WORDS[script] in rows[0].values()) == ("Urdu", True)


def test_scores_are_compared_with_those_who_were_asked_in_another_language():
    survey = make_survey(questions=[make_question(QuestionKind.STATEMENT)])
    question = survey.asked_questions[0]
    for language, score in (("en-gb", 5), ("ur", 1)):
        for _person in range(12):
            make_response(
                survey, answers={question: Given(question=question, score=score, version="easy")}, language=language
            )
    (group,) = counting.statement_scores_of(survey.consultation)
    (score,) = group.scores
    assert [(one.wording, one.answered.value) for one in score.versions] == [("Easy Read", 10), ("Urdu", 10)]
    assert score.answered.value == 25


def test_responses_are_counted_by_language_where_there_is_more_than_one():
    survey = make_survey(questions=[make_question()])
    for _number in range(12):
        make_response(survey, shown=DisplayPreferences(), language="en-gb")
    titles = [one.title for one in breakdowns.presentations_of(survey.consultation)]
    assert "Language" not in titles
    for _number in range(12):
        make_response(survey, shown=DisplayPreferences(), language="ur")
    first = breakdowns.presentations_of(survey.consultation)[0]
    assert (first.title, [row.responses.label for row in first.rows]) == ("Language", ["English", "Urdu"])
