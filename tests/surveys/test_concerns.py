"""Raising a concern and deciding on it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from consultations.surveys.enums import ConcernState
from consultations.surveys.models import Answer, Concern, Response
from consultations.surveys.services.concerns import (
    AlreadyDecided,
    AnswerNotSent,
    ConcernExists,
    WordsMissing,
    addresses_to_tell,
    decide_concern,
    raise_concern,
)
from engage.core.mail.sending import send_due
from tests.builders import make_answer, make_concern, make_lead, make_officer, make_user

pytestmark = pytest.mark.django_db

WORDS = "Marker words of a young person"
REASON = "Marker words of an officer"


def test_a_concern_takes_the_answer_away_from_everybody_until_it_is_cleared():
    answer = make_answer(WORDS)
    assert answer in Answer.objects.usable()
    concern = make_concern(answer)
    assert answer not in Answer.objects.usable()
    decide_concern(concern=concern, decided_by=make_lead(), keep_out=False, words="All is well.")
    assert answer in Answer.objects.usable()


def test_an_answer_that_is_kept_out_stays_out():
    answer = make_answer()
    decided = decide_concern(concern=make_concern(answer), decided_by=make_lead(), keep_out=True, words="Passed on.")
    assert decided.state == ConcernState.KEPT_OUT
    assert answer not in Answer.objects.usable()


def test_a_concern_is_due_after_the_hours_of_the_settings(settings):
    settings.ENGAGE_CONCERN_HOURS = 6
    concern = make_concern()
    assert concern.due_at - concern.raised_at == timedelta(hours=6)
    assert not concern.is_overdue


def test_the_lead_is_told_without_a_word_of_the_answer_or_the_reason(mailoutbox):
    lead = make_lead()
    make_concern(make_answer(WORDS), reason=REASON)
    send_due()
    (message,) = mailoutbox
    assert message.to == [lead.email]
    text = message.subject + message.body
    assert WORDS not in text
    assert REASON not in text
    assert "/admin/concerns/" in message.body


def test_only_active_leads_are_told_and_administrators_only_where_there_is_no_lead():
    admin = make_user("admin", is_superuser=True)
    assert addresses_to_tell() == [admin.email]
    lead, gone = make_lead(), make_lead("gone")
    gone.is_active = False
    gone.save()
    assert addresses_to_tell() == [lead.email]


def test_raising_and_deciding_are_logged_without_words():
    officer, lead = make_officer(), make_lead()
    concern = make_concern(make_answer(WORDS), raised_by=officer, reason=REASON)
    decide_concern(concern=concern, decided_by=lead, keep_out=False, words="Marker decision")
    entries = ModelLogEntry.objects.for_instance(concern).order_by("pk")
    assert [(entry.action, entry.user) for entry in entries] == [
        ("surveys.concern.raise", officer),
        ("surveys.concern.decide", lead),
    ]
    kept = " ".join(f"{entry.label} {entry.data}" for entry in entries)
    assert not any(words in kept for words in (WORDS, REASON, "Marker decision"))


def test_an_answer_has_one_open_concern_at_a_time():
    answer = make_answer()
    make_concern(answer)
    with pytest.raises(ConcernExists):
        make_concern(answer)
    assert Concern.objects.count() == 1


def test_an_answer_that_is_kept_out_cannot_be_raised_again():
    answer = make_answer()
    decide_concern(concern=make_concern(answer), decided_by=make_lead(), keep_out=True, words="Passed on.")
    with pytest.raises(ConcernExists):
        make_concern(answer)


def test_a_cleared_answer_can_be_raised_again():
    answer = make_answer()
    decide_concern(concern=make_concern(answer), decided_by=make_lead(), keep_out=False, words="Fine.")
    make_concern(answer)
    assert answer.concerns.count() == 2


def test_an_answer_that_was_not_sent_cannot_be_raised():
    answer = make_answer()
    Response.objects.update(status="started", sent_at=None)
    with pytest.raises(AnswerNotSent):
        raise_concern(answer=answer, raised_by=make_officer(), reason="Why")


@pytest.mark.parametrize("reason", ["", "   \n"])
def test_a_concern_needs_a_reason(reason):
    with pytest.raises(WordsMissing):
        make_concern(make_answer(), reason=reason)
    assert not Concern.objects.exists()


def test_a_decision_needs_words_and_is_made_once():
    concern, lead = make_concern(), make_lead()
    with pytest.raises(WordsMissing):
        decide_concern(concern=concern, decided_by=lead, keep_out=False, words=" ")
    decide_concern(concern=concern, decided_by=lead, keep_out=True, words="Passed on.")
    with pytest.raises(AlreadyDecided):
        decide_concern(concern=concern, decided_by=lead, keep_out=False, words="No, back.")
    concern.refresh_from_db()
    assert concern.state == ConcernState.KEPT_OUT


def test_a_concern_is_overdue_when_its_time_is_over():
    concern = make_concern()
    concern.due_at = timezone.now() - timedelta(minutes=1)
    assert concern.is_overdue
    concern.state = ConcernState.CLEARED
    assert not concern.is_overdue
