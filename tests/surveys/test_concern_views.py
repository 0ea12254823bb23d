"""The safeguarding lead's queue, and raising a concern, through the admin."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.surveys.enums import ConcernState
from consultations.surveys.models import Answer, Concern, Response
from consultations.surveys.services.concerns import decide_concern
from engage.core.mail.sending import send_due
from engage.core.models import OutboxMessage
from tests.builders import make_ambassador, make_answer, make_concern, make_lead, make_officer, make_user

pytestmark = pytest.mark.django_db

WORDS = "Marker words of a young person"
REASON = "Marker words of an officer"
QUEUE = "/admin/concerns/"


def raise_address(answer):
    return f"/admin/concerns/raise/{answer.pk}/"


def test_an_officer_raises_a_concern_and_is_taken_back(client):
    answer, officer = make_answer(WORDS), make_officer()
    make_lead()
    client.force_login(officer)
    page = client.get(raise_address(answer) + "?next=/admin/responses/")
    assert WORDS in page.text
    reply = client.post(raise_address(answer), {"reason": REASON, "next": "/admin/responses/"}, follow=True)
    assert reply.redirect_chain[-1][0] == "/admin/responses/"
    assert "queue. We also send an e-mail." in reply.text
    concern = Concern.objects.get()
    assert (concern.answer, concern.raised_by, concern.reason) == (answer, officer, REASON)


def test_when_the_e_mail_fails_nobody_says_that_the_lead_was_told_and_it_is_tried_again(client, monkeypatch):
    def refuse(_backend, _messages):
        raise OSError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    make_lead()
    client.force_login(make_officer())
    reply = client.post(raise_address(make_answer()), {"reason": REASON}, follow=True)
    assert send_due() == 0
    assert OutboxMessage.objects.get().next_try_at > timezone.now()
    assert "in the safeguarding lead&#x27;s queue" in reply.text
    assert "told" not in reply.text
    assert Concern.objects.get().state == ConcernState.OPEN


def test_without_anybody_to_tell_the_officer_is_told_to_do_it(client):
    answer = make_answer()
    client.force_login(make_officer())
    reply = client.post(raise_address(answer), {"reason": REASON}, follow=True)
    assert "Tell your safeguarding lead now" in reply.text


def test_an_empty_reason_is_refused_and_nothing_happens(client):
    answer = make_answer()
    client.force_login(make_officer())
    reply = client.post(raise_address(answer), {"reason": "  "})
    assert reply.status_code == 200
    assert "Write what worries you." in reply.text
    assert not Concern.objects.exists()


def test_a_reason_that_is_too_long_is_refused_and_stays_in_the_form(client):
    answer = make_answer()
    client.force_login(make_officer())
    reply = client.post(raise_address(answer), {"reason": "long " * 1000})
    assert "long long long" in reply.text
    assert not Concern.objects.exists()


def test_the_second_officer_hears_that_the_lead_has_it_without_a_word_of_it(client):
    concern = make_concern(make_answer(WORDS), reason=REASON)
    client.force_login(make_officer("bea"))
    for reply in (
        client.get(raise_address(concern.answer), follow=True),
        client.post(raise_address(concern.answer), {"reason": "Again"}, follow=True),
    ):
        assert "has this answer already" in reply.text
        assert WORDS not in reply.text
        assert REASON not in reply.text
    assert Concern.objects.count() == 1


def test_an_answer_of_an_unsent_response_cannot_be_raised(client):
    answer = make_answer()
    Response.objects.update(status="started", sent_at=None)
    client.force_login(make_officer())
    assert client.get(raise_address(answer)).status_code == 404


def test_people_without_the_permission_cannot_raise(client):
    answer = make_answer()
    client.force_login(make_ambassador())
    assert client.get(raise_address(answer)).status_code == 302
    assert client.post(raise_address(answer), {"reason": REASON}).status_code == 302
    client.logout()
    assert client.get(raise_address(answer)).url.startswith("/admin/login/")
    assert not Concern.objects.exists()


def test_it_never_leads_to_another_site(client):
    answer = make_answer()
    client.force_login(make_officer())
    reply = client.post(raise_address(answer), {"reason": REASON, "next": "https://evil.example/"})
    assert reply.url == "/admin/"


def test_the_lead_sees_the_queue_with_the_overdue_one_first(client):
    later, overdue = make_concern(), make_concern()
    Concern.objects.filter(pk=overdue.pk).update(due_at=timezone.now() - timedelta(hours=1))
    done = make_concern()
    lead = make_lead()
    decide_concern(concern=done, decided_by=lead, keep_out=False, words="Fine.")
    Concern.objects.filter(pk=done.pk).update(due_at=timezone.now() - timedelta(days=9))
    client.force_login(lead)
    text = client.get(QUEUE).text
    places = [
        text.index(f"Concern {concern.pk}<")
        if f"Concern {concern.pk}<" in text
        else text.index(f"/admin/concerns/{concern.pk}/")
        for concern in (overdue, later, done)
    ]
    assert places == sorted(places)
    assert "Overdue" in text
    assert client.get(QUEUE + "?state=cleared").text.count("/admin/concerns/") < text.count("/admin/concerns/")


def test_the_queue_needs_as_many_queries_for_12_as_for_2(client, django_assert_max_num_queries):
    client.force_login(make_lead())
    for _number in range(2):
        make_concern()
    client.get(QUEUE)
    with django_assert_max_num_queries(40) as few:
        client.get(QUEUE)
    for _number in range(10):
        make_concern()
    with django_assert_max_num_queries(40) as many:
        client.get(QUEUE)
    assert len(many) == len(few)


def test_the_lead_reads_one_concern_with_its_answer_and_clears_it(client):
    concern = make_concern(make_answer(WORDS), reason=REASON)
    lead = make_lead()
    client.force_login(lead)
    page = client.get(f"{QUEUE}{concern.pk}/").text
    assert WORDS in page
    assert REASON in page
    reply = client.post(f"{QUEUE}{concern.pk}/", {"outcome": "clear", "words": "I called the school."}, follow=True)
    assert reply.redirect_chain[-1][0] == QUEUE
    concern.refresh_from_db()
    assert (concern.state, concern.decided_by, concern.decision) == ("cleared", lead, "I called the school.")
    assert concern.answer in Answer.objects.usable()
    assert "I called the school." in client.get(f"{QUEUE}{concern.pk}/").text


def test_the_lead_keeps_an_answer_out(client):
    concern = make_concern()
    client.force_login(make_lead())
    client.post(f"{QUEUE}{concern.pk}/", {"outcome": "keep_out", "words": "Passed on."})
    concern.refresh_from_db()
    assert concern.state == ConcernState.KEPT_OUT


def test_a_decision_without_words_is_refused_and_the_choice_stays(client):
    concern = make_concern()
    client.force_login(make_lead())
    reply = client.post(f"{QUEUE}{concern.pk}/", {"outcome": "keep_out", "words": ""})
    assert "Write what was done." in reply.text
    assert 'value="keep_out"' in reply.text.split("checked")[0].rsplit("<input", 1)[-1]
    reply = client.post(f"{QUEUE}{concern.pk}/", {"words": "I called the school."})
    assert "I called the school." in reply.text
    concern.refresh_from_db()
    assert concern.state == ConcernState.OPEN


def test_a_decision_is_made_once(client):
    concern = make_concern()
    lead = make_lead()
    client.force_login(lead)
    decide_concern(concern=concern, decided_by=lead, keep_out=True, words="Passed on.")
    reply = client.post(f"{QUEUE}{concern.pk}/", {"outcome": "clear", "words": "Back"}, follow=True)
    assert "has decided on this concern already" in reply.text
    concern.refresh_from_db()
    assert concern.state == ConcernState.KEPT_OUT


@pytest.mark.parametrize("make_person", [make_officer, make_ambassador])
def test_nobody_but_the_lead_sees_the_queue_or_a_concern(client, make_person):
    concern = make_concern(make_answer(WORDS), reason=REASON, raised_by=make_user("raiser"))
    client.force_login(make_person())
    for address in (QUEUE, f"{QUEUE}results/", f"{QUEUE}{concern.pk}/"):
        reply = client.get(address, follow=True)
        assert reply.redirect_chain[0] == ("/admin/", 302), address
        assert WORDS not in reply.text
        assert REASON not in reply.text
    assert client.post(f"{QUEUE}{concern.pk}/", {"outcome": "clear", "words": "x"}).status_code == 302
    concern.refresh_from_db()
    assert concern.state == ConcernState.OPEN
    assert "/admin/concerns/" not in client.get("/admin/").text


@pytest.mark.parametrize("address", ["new/", "edit/1/", "delete/1/", "copy/1/"])
def test_a_concern_is_neither_added_nor_edited_nor_deleted_by_anybody(client, address):
    concern = make_concern()
    client.force_login(make_user("admin", is_superuser=True))
    assert client.get(QUEUE + address.replace("1", str(concern.pk))).status_code == 404
