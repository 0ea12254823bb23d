"""Words of e-mails that officers change: placeholders from a list, replaced literally."""

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from engage.core import wordings
from engage.core.mail import post_wording
from engage.core.mail.sending import send_due
from engage.core.models import MailWording
from tests.builders import make_ambassador, make_officer, make_user

pytestmark = pytest.mark.django_db

KIND = "tests.booked"
LIST = "/admin/mail/words/"
EDIT = f"{LIST}{KIND}/en-gb/"


@pytest.fixture(autouse=True)
def kind():
    """A kind of e-mail, as an app registers it."""
    wordings.register(
        kind=KIND,
        label="Somebody booked",
        placeholders={"name": "the name", "link": "the private link"},
        subject=_("Come back to your answers"),
        body="Dear {name},\n\nyour place: {link}",
        samples={"name": "Amal", "link": "https://engage.example/x/"},
    )
    yield wordings.kind_of(KIND)
    del wordings._kinds[KIND]


def post_one(**values):
    return post_wording(
        kind=KIND, recipients=["a@example.org"], values={"name": "Sam", "link": "https://e.example/1", **values}
    )


def test_the_first_words_are_sent_until_an_officer_changes_them(mailoutbox):
    post_one()
    MailWording.objects.create(kind=KIND, language="en-gb", subject="For {name}", body="{name} {link} {name}")
    post_one()
    with translation.override("ur"):
        post_one()
    send_due()
    assert mailoutbox[0].body == "Dear Sam,\n\nyour place: https://e.example/1"
    assert (mailoutbox[1].subject, mailoutbox[1].body) == ("For Sam", "Sam https://e.example/1 Sam")
    assert mailoutbox[2].subject == "اپنے جوابوں پر واپس آئیں"


def test_a_value_never_becomes_a_placeholder_and_opens_nothing(mailoutbox):
    MailWording.objects.create(
        kind=KIND, language="en-gb", subject="{name}", body="{name}{0}{name.__class__}{ }{{link}}"
    )
    (row,) = post_one(name="{link}{name!r}<b>\r\nBcc: x@example.org")
    assert row.subject == "{link}{name!r}<b> Bcc: x@example.org"
    assert row.body == "{link}{name!r}<b>\r\nBcc: x@example.org{0}{name.__class__}{ }{https://e.example/1}"
    send_due()
    assert "&lt;b&gt;" in mailoutbox[0].alternatives[0][0]
    assert mailoutbox[0].message()["Bcc"] is None


def test_all_values_must_be_given_and_no_other():
    with pytest.raises(ValueError, match="link"):
        post_wording(kind=KIND, recipients=["a@example.org"], values={"name": "Sam"})
    with pytest.raises(KeyError):
        post_wording(kind="tests.unknown", recipients=["a@example.org"], values={})
    with pytest.raises(ValueError, match="already"):
        wordings.register(kind=KIND, label="", placeholders={}, subject="", body="")


def test_an_officer_finds_looks_at_saves_and_takes_back_the_words(client, mailoutbox):
    client.force_login(make_officer())
    listed = client.get(LIST).text
    assert "Somebody booked" in listed
    assert EDIT in listed
    page = client.get(EDIT).text
    assert "{name}" in page
    words = {"subject": "Hello {name}", "body": "Your place: {link}\r\n\r\n<script>x</script>"}
    looked = client.post(EDIT, {**words, "go": "look"}).text
    assert "Hello Amal" in looked
    assert 'href="https://engage.example/x/"' in looked
    assert "<script>x" not in looked
    assert not MailWording.objects.exists()
    assert client.post(EDIT, {**words, "go": "save"}).status_code == 302
    post_one()
    send_due()
    assert mailoutbox[0].subject == "Hello Sam"
    assert client.post(EDIT, {"go": "first"}).status_code == 302
    assert not MailWording.objects.exists()


def test_a_placeholder_that_is_not_there_is_refused_kindly_and_the_words_stay(client):
    client.force_login(make_officer())
    page = client.post(EDIT, {"subject": "Hello {nam}", "body": "{link.x} my words", "go": "save"}).text
    assert "{nam}" in page
    assert "my words" in page
    assert "does not know" in page
    assert client.post(EDIT, {"subject": "", "body": "", "go": "save"}).status_code == 200
    assert not MailWording.objects.exists()


def test_only_who_may_sees_and_changes_the_words(client):
    for person in (make_ambassador(), make_user("other")):
        client.force_login(person)
        for reply in (
            client.get(LIST),
            client.get(EDIT),
            client.post(EDIT, {"subject": "x", "body": "y", "go": "save"}),
        ):
            assert reply.status_code == 302
    assert not MailWording.objects.exists()
    client.force_login(make_officer())
    assert client.get(f"{LIST}tests.unknown/en-gb/").status_code == 404
    assert client.get(f"{LIST}{KIND}/xx/").status_code == 404
