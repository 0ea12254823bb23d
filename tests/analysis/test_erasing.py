"""Deleting a response because somebody asked, and finding it by the code they were given."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from consultations.analysis.models import Coding, PriorityTag
from consultations.analysis.services import tag_answers, tag_priority
from consultations.surveys.models import Answer, Concern, Response
from consultations.surveys.services.concerns import decide_concern
from consultations.surveys.services.retention import ERASE_ACTION, LeadMustDecide, ResponseGone, erase_response
from tests.builders import (
    make_ambassador,
    make_answer,
    make_concern,
    make_lead,
    make_officer,
    make_priority,
    make_theme,
    make_user,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/responses/"
FIND = "/admin/responses/find/"
CODE = "7KD3-9QTX-2M8B"
WORDS = "Marker words of a young person"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def response():
    response = make_answer(WORDS).response
    Response.objects.filter(pk=response.pk).update(receipt_code=CODE)
    return response


def address(response) -> str:
    return f"{LIST}{response.pk}/"


def erase_address(response) -> str:
    return f"{LIST}{response.pk}/erase/"


# Finding


@pytest.mark.parametrize(
    "typed", [CODE, "7kd3-9qtx-2m8b", " 7KD3 9QTX 2M8B ", "7kd39qtx2m8b", "7KD3\u20139QTX\u20132M8B"]
)
def test_a_code_leads_to_its_response_however_it_was_written_down(client, officer, response, typed):
    make_answer()
    reply = client.post(FIND, {"code": typed}, follow=True)
    assert reply.redirect_chain == [(address(response), 302)]
    assert CODE not in reply.text


@pytest.mark.parametrize(
    "typed", ["7KD3-9QTX-2M8C", "7KD3", "7KD3-9QTX-2M8B-1", "%", "'; --", "😀", "a\x00b", "7" * 5000]
)
def test_a_wrong_code_finds_nothing_and_stays_in_the_form(client, officer, response, typed):
    reply = client.post(FIND, {"code": typed})
    assert reply.status_code == 200
    assert reply.context["form"].errors["code"]
    assert reply.context["form"]["code"].value() == typed
    assert address(response) not in reply.text


@pytest.mark.parametrize("typed", ["", "  ", "---"])
def test_nothing_finds_nothing_though_some_responses_have_no_code(client, officer, response, typed):
    Response.objects.update(receipt_code=None)
    assert client.post(FIND, {"code": typed}).context["form"].errors["code"]


def test_a_code_of_a_response_that_is_not_sent_finds_nothing(client, officer, response):
    Response.objects.update(status="started", sent_at=None)
    assert client.post(FIND, {"code": CODE}).context["form"].errors["code"]


def test_the_list_leads_to_the_search_for_those_who_may_delete(client, officer, response):
    assert FIND in client.get(LIST).text
    assert client.get(FIND).status_code == 200
    client.force_login(make_lead())
    assert FIND not in client.get(LIST).text


def test_no_page_shows_the_code(client, officer, response):
    for path in (LIST, address(response), erase_address(response)):
        assert CODE not in client.get(path).text, path


# Deleting


def test_an_officer_deletes_a_response_with_all_that_hangs_on_it(client, officer, response):
    kept, answer = make_answer(), response.answers.get()
    tag_answers(answers=[answer], themes=[make_theme()], coder=officer)
    tag_priority(answers=[answer], priority=make_priority(), coder=officer)
    assert erase_address(response) in client.get(address(response)).text
    assert "1 answer with the tags on it" in client.get(erase_address(response)).text
    reply = client.post(erase_address(response), follow=True)
    assert reply.redirect_chain == [(LIST, 302)]
    assert f"Response {response.pk} is deleted." in reply.text
    assert list(Response.objects.all()) == [kept.response]
    assert list(Answer.objects.all()) == [kept]
    assert not Coding.objects.exists()
    assert not PriorityTag.objects.exists()


def test_looking_at_the_question_deletes_nothing(client, officer, response):
    assert client.get(erase_address(response)).status_code == 200
    assert Response.objects.filter(pk=response.pk).exists()


def test_the_log_says_who_deleted_which_response_and_not_a_word_of_it(client, officer, response):
    client.post(erase_address(response))
    entry = ModelLogEntry.objects.get(action=ERASE_ACTION)
    assert (entry.user, entry.object_id, entry.deleted) == (officer, str(response.pk), True)
    assert WORDS not in f"{entry.label} {entry.data} {entry.message}"
    assert CODE not in f"{entry.label} {entry.data} {entry.message}"


def test_a_post_from_another_site_deletes_nothing(officer, response):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    assert client.post(erase_address(response)).status_code == 403
    assert Response.objects.count() == 1


@pytest.mark.parametrize("kept_out", [False, True])
def test_while_a_concern_withholds_an_answer_the_lead_must_decide_first(client, officer, response, kept_out):
    concern = make_concern(response.answers.get(), raised_by=officer)
    if kept_out:
        decide_concern(concern=concern, decided_by=make_lead(), keep_out=True, words="Passed on.")
    for reply in (client.get(erase_address(response)), client.post(erase_address(response))):
        assert reply.status_code == 200
        assert "must decide first" in reply.text
        assert "Yes, delete it" not in reply.text
        assert WORDS not in reply.text
    assert Concern.objects.count() == Answer.objects.count() == 1
    with pytest.raises(LeadMustDecide):
        erase_response(response=response, by=officer)


def test_a_cleared_concern_goes_with_the_response(client, officer, response):
    concern = make_concern(response.answers.get(), raised_by=officer)
    decide_concern(concern=concern, decided_by=make_lead(), keep_out=False, words="Fine.")
    client.post(erase_address(response))
    assert not Response.objects.exists()
    assert not Concern.objects.exists()


def test_a_response_that_is_gone_or_not_sent_is_not_there(client, officer, response):
    begun = make_answer().response
    Response.objects.filter(pk=begun.pk).update(status="started", sent_at=None)
    assert client.post(erase_address(begun)).status_code == 404
    erase_response(response=response, by=officer)
    assert client.post(erase_address(response)).status_code == 404
    with pytest.raises(ResponseGone):
        erase_response(response=response, by=officer)
    assert list(Response.objects.all()) == [begun]


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_neither_find_nor_delete(client, response, make_person):
    if make_person:
        client.force_login(make_person())
    for reply in (
        client.get(FIND),
        client.post(FIND, {"code": CODE}),
        client.get(erase_address(response)),
        client.post(erase_address(response)),
    ):
        assert reply.status_code == 302
        assert address(response) != reply.url
    assert Response.objects.count() == 1


def test_an_administrator_may_delete_too(client, response):
    client.force_login(make_user("admin", is_superuser=True))
    client.post(erase_address(response))
    assert not Response.objects.exists()
