"""The only door for e-mail: what is posted is a row of the same transaction, and is sent afterwards."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.db import transaction
from django.utils import timezone, translation

from engage.core.mail import AddressRefused, post
from engage.core.mail.care import forget_mail_to
from engage.core.mail.sending import MOST_REFUSALS, send_due, take_next
from engage.core.models import OutboxMessage

pytestmark = pytest.mark.django_db

LOCMEM = "django.core.mail.backends.locmem.EmailBackend.send_messages"


def post_one(address="a@example.org", **fields):
    values = {
        "template": "surveys/concern_raised",
        "subject": "A concern waits",
        "recipients": [address],
        "context": {"address": "https://engage.example/admin/?a=1&b=2", "due_at": timezone.now()},
        **fields,
    }
    return post(**values)


def fail(monkeypatch, error, *, address="a@example.org"):
    """Let the server refuse what goes to an address."""

    def refuse(_backend, messages):
        if messages[0].to == [address]:
            raise error
        return 1

    monkeypatch.setattr(LOCMEM, refuse)


def later(**time):
    """Let so much time go by for everything in the outbox."""
    for field in ("next_try_at", "due_at", "not_after", "ended_at"):
        for row in OutboxMessage.objects.exclude(**{field: None}):
            OutboxMessage.objects.filter(pk=row.pk).update(**{field: getattr(row, field) - timedelta(**time)})


def test_each_person_gets_a_message_of_their_own_as_text_and_as_a_page(mailoutbox):
    rows = post_one(recipients=["a@example.org", "b@example.org", " a@example.org "])
    assert (mailoutbox, len(rows)) == ([], 2)
    assert send_due() == 2
    assert [message.to for message in mailoutbox] == [["a@example.org"], ["b@example.org"]]
    message = mailoutbox[0]
    ((page, content_type),) = message.alternatives
    assert content_type == "text/html"
    assert '<a href="https://engage.example/admin/?a=1&amp;b=2"' in page
    assert message.message()["Message-ID"] == rows[0].message_id
    assert send_due() == 0


def test_nothing_is_sent_when_the_transaction_is_undone():
    with pytest.raises(RuntimeError), transaction.atomic():
        post_one()
        raise RuntimeError
    assert not OutboxMessage.objects.exists()


def test_with_a_key_a_person_gets_it_once_even_after_the_words_were_forgotten(mailoutbox):
    assert len(post_one(key="reminder 7")) == 1
    assert post_one(key="reminder 7", address="A@example.org") == []
    assert len(post_one(key="reminder 8")) == 1
    assert len(post_one(key="reminder 7", recipients=["a@example.org", "b@example.org"])) == 1
    forget_mail_to(address="a@example.org")
    assert post_one(key="reminder 7") == []
    send_due()
    assert [message.to for message in mailoutbox] == [["b@example.org"]]


def test_a_message_waits_for_its_time_and_is_given_up_after_it(mailoutbox):
    now = timezone.now()
    post_one(not_before=now + timedelta(days=2), not_after=now + timedelta(days=3))
    assert send_due() == 0
    later(days=2)
    assert send_due() == 1
    post_one(not_after=now - timedelta(minutes=1))
    assert send_due() == 0
    assert "too late" in OutboxMessage.objects.dead().get().problem_words


def test_private_links_are_forgotten_when_they_were_sent_and_addresses_where_we_said_so(mailoutbox):
    post_one(secret=True)
    post_one(secret=True, forget_address=True)
    send_due()
    assert "https://engage.example" in mailoutbox[1].body
    kept, forgotten = OutboxMessage.objects.order_by("pk")
    assert (kept.recipient, kept.body, kept.html) == ("a@example.org", "", "")
    assert (forgotten.recipient, forgotten.body) == ("", "")


def test_an_attachment_goes_with_it(mailoutbox):
    post_one(attachments=[("meet\r\ning.ics", "text/calendar; method=PUBLISH", "BEGIN:VCALENDAR")])
    send_due()
    part = mailoutbox[0].message().get_payload()[-1]
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "meet ing.ics"
    assert b"BEGIN:VCALENDAR" in part.get_payload(decode=True)
    with pytest.raises(ValueError, match="content type"):
        post_one(attachments=[("a.ics", "text/calendar\r\nBcc: x@example.org", "")])


SIGNS = ("\r", "\n", "\r\n", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029")
HEADERS = ("Bcc: x@example.org", "To: x@example.org", "Content-Type: text/html", "Subject: other", "\tX-Fold: 1")


def test_nobody_writes_a_header_of_their_own_by_subject_name_or_address(mailoutbox):
    tried = 0
    for sign in SIGNS:
        for header in HEADERS:
            for words in (f"Hello{sign}{header}", f"{sign}{header}", f"Hello{sign}{sign}{header}"):
                post_one(subject=words, attachments=[(words, "text/plain", "x")])
                tried += 1
                for address in (f"a@example.org{sign}{header}", f'"a{sign}{header}"@example.org'):
                    with pytest.raises(AddressRefused):
                        post_one(address)
                    tried += 1
    assert tried >= 200
    assert send_due() == len(mailoutbox) == tried / 3
    for message in mailoutbox:
        sent = message.message()
        assert (sent["Bcc"], sent["To"], sent["X-Fold"]) == (None, "a@example.org", None)
        assert sent.get_content_type() == "multipart/mixed"
        assert len(sent.get_all("Subject")) == 1


def test_a_server_that_says_later_is_asked_later_and_the_others_go_out(monkeypatch, caplog):
    fail(monkeypatch, SMTPDataError(451, b"a@example.org"))
    post_one()
    post_one("b@example.org")
    assert send_due() == 1
    waits = OutboxMessage.objects.waiting().get()
    wait = waits.next_try_at - timezone.now()
    assert timedelta(seconds=40) < wait < timedelta(seconds=80)
    assert waits.problem_words == "The mail server asked us to try later. (451)"
    assert "451" in caplog.text
    assert "example.org" not in caplog.text
    later(days=2)
    assert send_due() == 0
    assert OutboxMessage.objects.waiting().count() == 1
    later(days=2)
    assert send_due() == 0
    assert OutboxMessage.objects.dead().count() == 1


def test_a_message_that_breaks_in_a_new_way_waits_and_the_others_go_out(monkeypatch, caplog):
    fail(monkeypatch, ValueError("a@example.org"))
    post_one()
    post_one("b@example.org")
    assert send_due() == 1
    waits = OutboxMessage.objects.waiting().get()
    assert (waits.problem, waits.refusals) == ("broken:ValueError", 1)
    assert "example.org" not in caplog.text


def test_a_server_that_refuses_for_good_is_not_asked_for_days(monkeypatch):
    fail(monkeypatch, SMTPRecipientsRefused({"a@example.org": (550, b"nobody here")}))
    post_one()
    for _number in range(MOST_REFUSALS):
        assert OutboxMessage.objects.dead().count() == 0
        send_due()
        OutboxMessage.objects.update(next_try_at=timezone.now())
    dead = OutboxMessage.objects.dead().get()
    assert (dead.tries, dead.problem_words) == (MOST_REFUSALS, "The mail server refused it. (550)")


def test_a_line_that_breaks_ends_the_batch_and_costs_one_message_a_wait(monkeypatch):
    fail(monkeypatch, SMTPServerDisconnected())
    post_one()
    post_one("b@example.org")
    assert send_due() == 0
    assert OutboxMessage.objects.to_send(timezone.now()).get().recipient == "b@example.org"
    assert send_due() == 1


def test_a_message_that_cannot_be_made_stops_nobody(mailoutbox):
    (broken,) = post_one()
    OutboxMessage.objects.filter(pk=broken.pk).update(attachments=[["only a name"]])
    post_one("b@example.org")
    assert send_due() == 1
    assert "could not be made" in OutboxMessage.objects.waiting().get().problem_words


def test_who_dies_with_a_message_leaves_it_to_the_next_after_the_lease(settings, mailoutbox):
    post_one()
    taken = take_next()
    assert (taken.tries, take_next()) == (1, None)
    later(seconds=settings.ENGAGE_MAIL_LEASE_SECONDS)
    assert send_due() == 1
    assert mailoutbox[0].message()["Message-ID"] == taken.message_id


def test_a_message_is_in_the_language_of_who_asked_for_it(mailoutbox):
    with translation.override("ur"):
        post_one()
    send_due()
    assert '<html lang="ur" dir="rtl">' in mailoutbox[0].alternatives[0][0]
