"""E-mails in the admin: what waits, what was given up, trying again, and reading them in the demo."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from engage.core.mail.care import forget_old, try_again
from engage.core.mail.files import BACKEND
from engage.core.mail.posting import store
from engage.core.mail.sending import send_due
from engage.core.models import OutboxMessage
from tests.builders import make_ambassador, make_officer, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/mail/"


def make_mail(address="a@example.org", *, state="dead", **fields):
    (row,) = store(kind="tests", subject="Your place", body="Secret words\n\nhttps://e.example/1", recipients=[address])
    ended_at = None if state == "waiting" else timezone.now()
    values = {"state": state, "ended_at": ended_at, "tries": 3, "problem": "refused:550", **fields}
    OutboxMessage.objects.filter(pk=row.pk).update(**values)
    row.refresh_from_db()
    return row


@pytest.fixture
def folder(settings, tmp_path):
    """Mail goes to files, as in the demo."""
    settings.EMAIL_BACKEND = BACKEND
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


def test_an_officer_sees_what_was_not_sent_and_why_but_not_what_it_says(client):
    dead, sent = make_mail(), make_mail("b@example.org", state="sent", problem="")
    client.force_login(make_officer())
    page = client.get(LIST).text
    for words in ("a@example.org", "b@example.org", "The mail server refused it. (550)", "Not sent"):
        assert words in page
    only_dead = client.get(f"{LIST}?state=dead").text
    assert "a@example.org" in only_dead
    assert "e-mail was not sent" in client.get("/admin/").text
    assert "b@example.org" not in only_dead
    assert "b@example.org" in client.get(f"{LIST}?q=b@example").text
    for row in (dead, sent):
        assert "Secret words" not in client.get(f"{LIST}{row.pk}/").text
    assert "Try again" in client.get(f"{LIST}{dead.pk}/").text
    assert "Try again" not in client.get(f"{LIST}{sent.pk}/").text


def test_one_message_or_all_are_tried_again(client, mailoutbox):
    one, other = make_mail(), make_mail("b@example.org")
    officer = make_officer()
    client.force_login(officer)
    assert client.get(f"{LIST}{one.pk}/again/").status_code == 405
    reply = client.post(f"{LIST}{one.pk}/again/", follow=True)
    assert "1 e-mail is tried again." in reply.text
    one.refresh_from_db()
    assert (one.state, one.tries, one.problem) == ("waiting", 0, "")
    assert "nothing to try again" in client.post(f"{LIST}{one.pk}/again/", follow=True).text
    assert "1 e-mail was not sent." in client.get(f"{LIST}again/").text
    client.post(f"{LIST}again/")
    assert send_due() == 2
    assert other.message_id in {message.message()["Message-ID"] for message in mailoutbox}
    logged = ModelLogEntry.objects.filter(action="core.mail.retry")
    assert set(logged.values_list("user", flat=True)) == {officer.pk}
    assert "example.org" not in " ".join(logged.values_list("label", flat=True))
    assert client.post(f"{LIST}999999/again/").status_code == 404


def test_what_is_too_late_or_forgotten_is_not_tried_again():
    make_mail(not_after=timezone.now() - timedelta(hours=1))
    make_mail(recipient="")
    make_mail(state="sent")
    assert try_again(messages=OutboxMessage.objects.all(), by=make_officer()) == 0


def test_a_person_who_asks_for_it_is_forgotten_and_what_waits_is_not_sent(client, mailoutbox):
    for address in ("a@example.org", "A@example.org", "b@example.org"):
        make_mail(address, state="waiting")
    client.force_login(make_officer())
    assert "Forget a person" in client.get(LIST).text
    wrong = client.post(f"{LIST}forget/", {"address": "nobody"}).text
    assert "does not look like" in wrong
    assert 'value="nobody"' in wrong
    reply = client.post(f"{LIST}forget/", {"address": "a@example.org"}, follow=True)
    assert "2 e-mails were emptied." in reply.text
    assert send_due() == 1
    assert [message.to for message in mailoutbox] == [["b@example.org"]]
    stored = " ".join(str(value) for row in OutboxMessage.objects.dead().values_list() for value in row)
    logged = " ".join(ModelLogEntry.objects.values_list("label", flat=True))
    assert "example" not in stored + logged


def test_only_who_may_sees_an_address_or_tries_again(client, folder):
    row = make_mail()
    for person in (make_ambassador(), make_user("other")):
        client.force_login(person)
        for address in (LIST, f"{LIST}results/", f"{LIST}{row.pk}/", f"{LIST}again/", f"{LIST}forget/", f"{LIST}read/"):
            reply = client.get(address)
            assert reply.status_code == 302, address
        assert client.post(f"{LIST}{row.pk}/again/").status_code == 302
        assert client.post(f"{LIST}again/").status_code == 302
        assert client.post(f"{LIST}forget/", {"address": "a@example.org"}).status_code == 302
        assert client.get(f"{LIST}read/20260101-000000-0123abcd.eml/page/").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.recipient) == ("dead", "a@example.org")


def test_words_are_forgotten_after_30_days_and_the_row_after_a_year(settings):
    old, new = make_mail(state="sent"), make_mail(state="sent")
    waiting = make_mail(state="waiting")
    at = timezone.now() + timedelta(days=settings.ENGAGE_OUTBOX_DAYS - 1)
    assert (forget_old(at=at), forget_old(at=at, dry_run=True)) == (0, 0)
    OutboxMessage.objects.filter(pk=old.pk).update(ended_at=timezone.now() - timedelta(days=2))
    assert forget_old(at=at, dry_run=True) == 1
    assert forget_old(at=at) == 1
    old.refresh_from_db()
    assert (old.recipient, old.subject, old.body, old.state) == ("", "", "", "sent")
    new.refresh_from_db()
    assert new.body
    forget_old(at=timezone.now() + timedelta(days=366))
    assert list(OutboxMessage.objects.all()) == [waiting]


def test_in_the_demo_an_officer_reads_a_message_and_follows_its_link(client, folder):
    store(kind="tests", subject="Häagen", body="<script>bad</script>\n\nhttps://e.example/1", recipients=["a@e.org"])
    assert send_due() == 1
    (path,) = folder.glob("*.eml")
    client.force_login(make_officer())
    assert f"{LIST}read/{path.name}/" in client.get(f"{LIST}read/").text
    page = client.get(f"{LIST}read/{path.name}/").text
    assert "Häagen" in page
    assert '<a href="https://e.example/1"' in page
    assert "<script>bad" not in page
    frame = client.get(f"{LIST}read/{path.name}/page/")
    assert "<script>bad" not in frame.text
    assert "sandbox" in frame.headers["Content-Security-Policy"]
    assert "default-src 'none'" in frame.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame.headers
    for name in ("../secret-key", "..%2Fsecret-key", "20260101-000000-0123abcd.eml", "a.eml"):
        assert client.get(f"{LIST}read/{name}/").status_code == 404


def test_where_mail_is_really_sent_nobody_reads_it_here(client):
    client.force_login(make_officer())
    assert client.get(f"{LIST}read/").status_code == 404
    assert client.get(f"{LIST}read/20260101-000000-0123abcd.eml/page/").status_code == 404
    assert "Read them" not in client.get(LIST).text
