"""The only door for e-mail."""

import pytest
from django.db import transaction

from engage.core.mail import send_on_commit

MAIL = {"template": "surveys/concern_raised.txt", "subject": "One\r\nBcc: x@example.org", "context": {}}


@pytest.mark.django_db(transaction=True)
def test_each_person_gets_a_message_of_their_own_after_the_transaction(mailoutbox):
    with transaction.atomic():
        send_on_commit(**MAIL, recipients=["a@example.org", "b@example.org", "a@example.org"])
        assert mailoutbox == []
    assert [message.to for message in mailoutbox] == [["a@example.org"], ["b@example.org"]]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_when_the_transaction_is_undone(mailoutbox):
    with pytest.raises(RuntimeError), transaction.atomic():
        send_on_commit(**MAIL, recipients=["a@example.org"])
        raise RuntimeError
    assert mailoutbox == []


@pytest.mark.django_db(transaction=True)
def test_a_subject_is_one_line(mailoutbox):
    send_on_commit(**MAIL, recipients=["a@example.org"])
    assert mailoutbox[0].subject == "One Bcc: x@example.org"


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_refuses_is_logged_without_the_address(monkeypatch, caplog):
    def refuse(self, fail_silently=False):
        raise ConnectionRefusedError("a@example.org")

    monkeypatch.setattr("engage.core.mail.EmailMessage.send", refuse)
    send_on_commit(**MAIL, recipients=["a@example.org"])
    assert "was not sent" in caplog.text
    assert "a@example.org" not in caplog.text
