"""A device that never heard its receipt sends again what its person has deleted: it is not stored anew."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consultations.surveys.models import DeletedSending, GroupSession, Response
from consultations.surveys.services.retention import erase_response, purge_responses, withdraw_response
from tests.builders import make_concern, make_officer, make_response, make_session
from tests.surveys.devices import answered, name, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> GroupSession:
    return make_session(group="young_person")


def person(session):
    return answered(session, (name(session.survey.questions.get()), "The bus is too loud."))


@pytest.mark.parametrize("opened_elsewhere", [True, False])
@pytest.mark.parametrize("worried", [True, False])
def test_what_was_deleted_before_the_device_heard_that_it_arrived_is_not_stored_again(
    session, opened_elsewhere, worried
):
    sent = person(session)
    assert send(session, sent).status_code == 200
    response = Response.objects.get()
    if worried:
        make_concern(response.answers.get())
    if opened_elsewhere:
        page = Client()
        page.post("/answer/sent/", {"code": sent["receipt"]})
        page.post(f"/answer/{session.survey_id}/delete/")
    else:
        withdraw_response(response=response)
    for _time in range(2):
        reply = send(session, {**sent, "now": sent["now"] + 30_000})
        assert (reply.status_code, reply.json()["key"], reply.json()["deleted"]) == (410, sent["key"], True)
        assert reply.json()["reason"] == "Somebody has deleted these answers. We do not keep them again."
    assert not Response.objects.sent().exists()
    # The next person of the same device is taken, and nothing readable is left of the one before.
    assert send(session, person(session)).status_code == 200
    marks = set(DeletedSending.objects.values_list("mark", flat=True))
    assert marks
    assert not marks & {sent["receipt"], sent["key"], response.token_hash}


def test_what_an_officer_deletes_for_somebody_is_not_stored_again_and_the_mark_goes_with_the_days(session):
    sent = person(session)
    send(session, sent)
    erase_response(response=Response.objects.get(), by=make_officer())
    assert send(session, sent).status_code == 410
    purge_responses(at=session.receives_until - timedelta(minutes=1))
    assert DeletedSending.objects.exists()
    purge_responses(at=session.receives_until)
    assert not DeletedSending.objects.exists()
    GroupSession.objects.update(ends_at=timezone.now() - timedelta(days=7, minutes=1))
    reply = send(session, sent)
    assert (reply.status_code, "deleted" in reply.json()) == (410, False)


def test_no_mark_is_kept_of_what_no_device_can_send_again(session):
    online = make_response(session.survey)
    late = send(session, person(session)).json()["receipt"]
    GroupSession.objects.update(ends_at=timezone.now() - timedelta(days=8))
    for response in (online, Response.objects.get(receipt_code=late)):
        withdraw_response(response=response)
    assert not DeletedSending.objects.exists()
