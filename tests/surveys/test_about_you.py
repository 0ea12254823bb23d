"""What people can say of themselves: group and age, area and needs; the lists that officers keep."""

import csv
import io

import pytest
from django.db.models import ProtectedError
from django.urls import reverse

from consultations.analysis.breakdowns import breakdowns_of
from consultations.models import Area
from consultations.surveys.models import Need, Response
from tests.builders import make_lead, make_officer, make_question, make_response, make_survey, make_user
from tests.editing import Editor, officer_client
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    town = Area.objects.create(name="Millside", district="Northdale town")
    village = Area.objects.create(name="Upper Dale", district="The villages", order=1)
    Area.objects.create(name="Old mine", district="The villages", in_use=False)
    return [town, village]


@pytest.fixture
def needs():
    return [Need.objects.create(text=text) for text in ("I am autistic", "I find it hard to talk")]


@pytest.fixture
def person(places, needs):
    person = Person(make_survey(questions=[make_question()], ask_area=True, ask_needs=True))
    person.start()
    return person


def about(person, **values):
    return person.press(person.step_url("about-you"), go="next", **values)


def open_about(person) -> str:
    return person.client.get(person.step_url("about-you")).text


def test_area_and_needs_are_asked_with_a_reason_and_a_way_not_to_say(person):
    page = open_about(person)
    for words in (
        "Where do you live?",
        "We ask this because help is not the same everywhere.",
        "<h3>Northdale town</h3>",
        "Millside",
        "What is true for you?",
        "Press all that are true.",
        "I am autistic",
    ):
        assert words in page, words
    assert "Old mine" not in page
    assert page.count('value="not_said"') == 4
    assert " checked" not in page


def test_what_a_person_says_is_kept_checked_and_changed(person, places, needs):
    about(person, area=places[0].pk, needs=[need.pk for need in needs])
    assert "Millside" in person.words
    assert "I am autistic, I find it hard to talk" in person.words
    assert open_about(person).count(" checked") == 3
    about(person, area=places[1].pk, needs=[needs[1].pk])
    assert (person.stored.area, list(person.stored.needs.all())) == (places[1], [needs[1]])
    about(person)
    assert (person.stored.area, list(person.stored.needs.all())) == (None, [])


def test_not_to_say_is_kept_as_nothing_said(person, places, needs):
    about(person, area=places[0].pk, needs=[needs[0].pk])
    about(person, area="not_said", needs=["not_said"])
    assert (person.stored.area, list(person.stored.needs.all())) == (None, [])
    assert person.url.endswith("/check/")


def test_a_need_and_not_to_say_at_once_are_refused_kindly_and_stay(person, needs):
    about(person, needs=[needs[0].pk, "not_said"])
    assert "Keep only one of them." in person.words
    assert 'href="#needs-1"' in person.words
    assert person.words.count(" checked") == 2
    assert not person.stored.needs.exists()


@pytest.mark.parametrize("values", [{"area": "999999"}, {"area": "x"}, {"needs": ["x"]}, {"needs": ["-1"]}])
def test_what_is_not_offered_is_not_kept(person, values):
    about(person, **values)
    assert person.page.status_code == 200
    assert (person.stored.area, list(person.stored.needs.all())) == (None, [])


def test_a_survey_that_does_not_ask_takes_no_answer(places, needs):
    person = Person(make_survey(questions=[make_question()]))
    person.start()
    assert "Where do you live?" not in open_about(person)
    about(person, area=places[0].pk, needs=[needs[0].pk], group="parent")
    assert (person.stored.area, list(person.stored.needs.all()), person.stored.group) == (None, [], "parent")


def test_what_was_sent_can_be_changed(person, places, needs):
    about(person, area=places[0].pk, needs=[needs[0].pk])
    person.send()
    values = {"area": places[1].pk, "needs": [needs[1].pk], "go": "next", "from": "sent"}
    person.press(person.step_url("about-you") + "?from=sent", **values)
    assert "Upper Dale" in person.words
    assert (person.stored.area, list(person.stored.needs.all())) == (places[1], [needs[1]])


def test_the_page_about_you_needs_at_most_ten_queries(person, django_assert_max_num_queries):
    open_about(person)
    with django_assert_max_num_queries(10):
        open_about(person)


def test_the_paper_copy_asks_the_same(person):
    paper = person.client.get(f"/answer/{person.survey.pk}/paper/").text
    for words in (
        "Where do you live?",
        "Northdale town",
        "Millside",
        "I find it hard to talk",
        "Tick all that are true.",
    ):
        assert words in paper, words


# The lists


@pytest.mark.parametrize(("field", "words"), [("ask_area", "no area to choose"), ("ask_needs", "no need to choose")])
def test_publishing_refuses_to_ask_from_an_empty_list(field, words):
    survey = make_survey(questions=[make_question()])
    form = Editor(officer_client(), survey, streams=("intro", "thanks_next"))
    form.fields[field] = "on"
    reply = form.publish()
    assert words in str(reply.context["form"].errors[field])


def snippet(name: str, model: str = "area", *args) -> str:
    app = {"area": "consultations", "need": "surveys"}[model]
    return reverse(f"wagtailsnippets_{app}_{model}:{name}", args=args)


@pytest.mark.parametrize(
    ("model", "fields"), [("area", {"name": "The coast", "district": ""}), ("need", {"text": "I do not see well"})]
)
def test_an_officer_adds_and_lists_areas_and_needs(model, fields):
    client = officer_client()
    reply = client.post(snippet("add", model), {**fields, "order": "3", "in_use": "on"})
    assert reply.status_code == 302
    assert next(iter(fields.values())) in client.get(snippet("list", model)).text
    assert "About people" in client.get("/admin/").text


@pytest.mark.parametrize("model", ["area", "need"])
def test_people_without_the_permission_change_no_list(client, model):
    client.force_login(make_lead())
    assert client.get(snippet("list", model)).status_code == 302
    assert client.post(snippet("add", model), {"name": "X", "text": "X", "order": "1"}).status_code == 302
    assert not Area.objects.exists()
    assert not Need.objects.exists()


@pytest.mark.parametrize("model", ["area", "need"])
def test_what_people_said_is_not_deleted_with_the_list(client, person, places, needs, model):
    about(person, area=places[0].pk, needs=[needs[0].pk])
    client.force_login(make_user("admin", is_superuser=True))
    row = {"area": places[0], "need": needs[0]}[model]
    reply = client.post(snippet("delete", model, row.pk), follow=True)
    assert "so it is not deleted" in reply.text
    assert type(row).objects.filter(pk=row.pk).exists()
    unused = {"area": places[1], "need": needs[1]}[model]
    client.post(snippet("delete", model, unused.pk))
    assert not type(row).objects.filter(pk=unused.pk).exists()


def test_the_database_keeps_an_area_that_people_named(person, places):
    about(person, area=places[0].pk)
    with pytest.raises(ProtectedError):
        places[0].delete()


# What officers see


@pytest.fixture
def sent(places, needs):
    """12 responses from Millside with both needs, 3 from nobody knows where with one need."""
    survey = make_survey(questions=[make_question()], ask_area=True, ask_needs=True)
    for _number in range(12):
        make_response(survey, answers={survey.questions.get(): "Words."}, area=places[0], needs=needs)
    for _number in range(3):
        make_response(survey, answers={survey.questions.get(): "Others."}, needs=needs[:1])
    return survey


def test_responses_are_broken_down_by_area_and_by_needs_that_overlap(sent):
    *_others, areas, needed = breakdowns_of(sent.consultation)
    assert [(row.responses.label, str(row.responses.figure)) for row in needed.rows] == [
        ("I am autistic", "15"),
        ("I find it hard to talk", "10"),
    ]
    shown = {row.responses.label: str(row.responses.figure) for row in areas.rows}
    assert shown == {"Millside (Northdale town)": "c", "Not said": "c"}, "the one would tell the other"


def test_nobody_is_broken_down_by_what_nobody_said():
    survey = make_survey(questions=[make_question()])
    make_response(survey, answers={survey.questions.get(): "Words."})
    assert [one.title for one in breakdowns_of(survey.consultation)] == [
        "Alone or with help",
        "Who they are",
        "How the answers came in",
    ]


def test_lists_filter_by_area_and_need_and_a_response_shows_them(client, sent, places, needs):
    client.force_login(make_officer())
    for filters, number in (({"area": places[0].pk}, 12), ({"needs": needs[1].pk}, 12), ({"area": places[1].pk}, 0)):
        assert client.get("/admin/responses/", filters).context["paginator"].count == number
        address = f"/admin/reading/question/{sent.questions.get().pk}/"
        assert client.get(address, filters).context["paginator"].count == number
    text = client.get(f"/admin/responses/{Response.objects.filter(area=places[0]).first().pk}/").text
    assert "Millside (Northdale town)" in text
    assert "I am autistic, I find it hard to talk" in text


@pytest.mark.parametrize("file", ["responses", "answers"])
def test_downloads_have_a_column_for_each(client, sent, file, django_assert_max_num_queries):
    client.force_login(make_officer())
    reply = client.post(f"/admin/analysis/{sent.consultation.pk}/download/{file}/")
    with django_assert_max_num_queries(10):
        text = b"".join(reply.streaming_content).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["area"] == "Millside (Northdale town)"
    assert row["needs"] == "I am autistic, I find it hard to talk"
