"""What people chose, counted by question, and taken away as a spreadsheet."""

import csv
import io

import pytest

from consultations.analysis.chosen import chosen_of
from consultations.surveys.enums import QuestionKind
from consultations.surveys.services.given import Given
from tests.builders import make_concern, make_consultation, make_officer, make_question, make_response, make_survey

pytestmark = pytest.mark.django_db


def asked(kind, consultation=None, slug="me", **fields):
    """A stored question of that kind in a survey of its own."""
    question = make_question(kind, **fields)
    for choice in question.choices.get_object_list():
        choice.own_words = choice.text == "Something else"
    survey = make_survey(consultation=consultation or make_consultation(), questions=[question], slug=slug)
    return survey.questions.get()


def scored(question, counts: dict):
    for score, number in counts.items():
        for _response in range(number):
            make_response(question.page, answers={question: Given(question=question, score=score)})


def picked(question, *texts, number=1, text=""):
    by_text = {choice.text: choice for choice in question.choices.all()}
    for _response in range(number):
        given = Given(question=question, choices=tuple(by_text[one] for one in texts), text=text)
        make_response(question.page, answers={question: given})


def only(question):
    (one,) = chosen_of(question.page.consultation)
    return one


def shown(one):
    return {bar.label: str(bar.figure) for bar in one.bars}


def test_choices_are_counted_of_those_who_answered():
    question = asked(QuestionKind.SEVERAL_CHOICES, choices=("Bus", "Train", "Walk"))
    picked(question, "Bus", "Train", number=20)
    picked(question, "Bus", number=15)
    one = only(question)
    assert (str(one.answered), shown(one)) == ("35", {"Bus": "35", "Train": "20", "Walk": "0"})
    assert one.bars[1].percent == 57


def test_yes_no_and_not_sure_hide_small_numbers():
    question = asked(QuestionKind.YES_NO)
    scored(question, {3: 30, 1: 20, 2: 3})
    assert shown(only(question)) == {"Yes": "30", "No": "c", "Not sure": "c"}


def test_a_top_three_counts_places_and_points():
    question = asked(QuestionKind.TOP_THREE, choices=("Friends", "Fun", "Work"))
    picked(question, "Fun", "Work", "Friends", number=20)
    picked(question, "Work", "Fun", "Friends", number=15)
    one = only(question)
    rows = {row.label: ([str(place) for place in row.places], str(row.total), row.points) for row in one.ranked}
    assert str(one.answered) == "35"
    assert rows == {
        "Fun": (["20", "15", "0"], "35", 90),
        "Work": (["15", "20", "0"], "35", 85),
        "Friends": (["0", "0", "35"], "35", 35),
    }
    assert [row.label for row in one.ranked] == ["Friends", "Fun", "Work"]


def test_points_are_hidden_with_any_of_their_numbers():
    question = asked(QuestionKind.TOP_THREE, choices=("Friends", "Fun", "Work"))
    picked(question, "Fun", "Work", number=20)
    picked(question, "Work", number=3)
    rows = {row.label: row for row in only(question).ranked}
    assert rows["Work"].places[0].is_hidden
    assert rows["Work"].points is None


def test_how_much_shows_every_number_and_the_mean_where_none_is_hidden():
    question = asked(QuestionKind.HOW_MUCH)
    scored(question, {0: 10, 5: 20, 10: 30})
    one = only(question)
    assert shown(one) == {str(score): {0: "10", 5: "20", 10: "30"}.get(score, "0") for score in range(11)}
    assert one.mean == 6.5


def test_how_much_shows_three_parts_where_a_number_would_be_hidden():
    question = asked(QuestionKind.HOW_MUCH)
    scored(question, {0: 6, 2: 6, 5: 11, 9: 6, 10: 6})
    one = only(question)
    assert shown(one) == {"0 to 3": "10", "4 to 6": "10", "7 to 10": "10"}
    assert one.mean == 5.0


@pytest.mark.parametrize("counts", [{5: 12}, {1: 30, 5: 30, 9: 4}])
def test_how_much_has_no_mean_of_few_answers_or_with_a_hidden_part(counts):
    question = asked(QuestionKind.HOW_MUCH)
    scored(question, counts)
    assert only(question).mean is None


def test_withheld_answers_are_not_counted():
    question = asked(QuestionKind.ONE_CHOICE, choices=("Bus", "Train"))
    picked(question, "Bus", number=13)
    make_concern(question.answers.first())
    assert str(only(question).answered) == "10"
    assert question.answers.count() == 13


def test_the_figures_need_as_many_queries_for_many_answers(django_assert_num_queries):
    question = asked(QuestionKind.TOP_THREE, choices=("Friends", "Fun", "Work"))
    asked(QuestionKind.HOW_MUCH, question.page.consultation, slug="much", text="How much?")
    picked(question, "Fun", "Work", number=12)
    consultation = question.page.consultation
    with django_assert_num_queries(5):
        chosen_of(consultation)


def test_the_analysis_page_shows_what_people_chose(client):
    client.force_login(make_officer())
    question = asked(QuestionKind.TOP_THREE, text="What matters most?", choices=("Friends", "Fun", "Work"))
    picked(question, "Fun", "Work", number=12)
    much = asked(QuestionKind.HOW_MUCH, question.page.consultation, slug="much", text="How happy are you?")
    scored(much, {2: 12, 5: 12, 9: 12})
    text = client.get(f"/admin/analysis/{question.page.consultation.pk}/").text
    for words in ("What matters most?", "Points (3, 2, 1)", "How happy are you?", "Mean: about 5.5 of 10."):
        assert words in text, words


def test_places_scores_and_own_words_have_columns_of_their_own(client):
    client.force_login(make_officer())
    consultation = make_consultation()
    top = asked(QuestionKind.TOP_THREE, consultation, choices=("Friends", "Fun", "Work"))
    picked(top, "Fun", "Work")
    reply = client.post(f"/admin/analysis/{consultation.pk}/download/responses/")
    (row,) = csv.DictReader(io.StringIO(b"".join(reply.streaming_content).decode("utf-8-sig"), newline=""))
    assert [row[f"me.q1{part}"] for part in ("", ".1", ".2", ".3")] == ["1. Fun, 2. Work", "Fun", "Work", ""]


def test_words_beside_something_else_are_read_and_downloaded(client):
    client.force_login(make_officer())
    question = asked(QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Something else"))
    picked(question, "Something else", text="My scooter")
    picked(question, "Bus")
    assert "How do you travel?" in client.get("/admin/reading/").text
    text = client.get(f"/admin/reading/question/{question.pk}/").text
    assert "My scooter" in text
    answer = question.answers.exclude(text="").get()
    assert client.get(f"/admin/reading/answer/{answer.pk}/").status_code == 200
    assert "Something else: My scooter" in client.get(f"/admin/responses/{answer.response_id}/").text
    address = f"/admin/analysis/{question.page.consultation.pk}/download"
    words = b"".join(client.post(f"{address}/answers/").streaming_content).decode()
    assert "My scooter" in words
    rows = list(
        csv.DictReader(
            io.StringIO(
                b"".join(client.post(f"{address}/responses/").streaming_content).decode("utf-8-sig"), newline=""
            )
        )
    )
    assert [row["me.q1.words"] for row in rows] == ["My scooter", ""]
