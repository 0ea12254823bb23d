"""An officer translates a page and a statement, with an officer's permissions and by the admin's own pages."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from consultations.strategy.models import Statement
from home.demo.translating import translate
from home.groups import OFFICERS
from home.installation import set_up_languages
from home.models import ContentPage, HomePage
from tests.builders import make_home, make_image, make_officer, make_priority, make_statement, publish
from tests.surveys.languages import urdu

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    make_home()
    set_up_languages()
    client.force_login(make_officer())
    return client


def submit(client, page: Page):
    return client.post(f"/admin/localize/submit/page/{page.pk}/", {"locales": [urdu().pk]}, follow=True)


def say(client, instance, words: dict[str, str]) -> None:
    """Type the words into the translation editor."""
    translation = Translation.objects.get(source__object_id=instance.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        if segment.string.data in words:
            address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
            body = f"value={words[segment.string.data]}"
            reply = client.put(address, body, content_type="application/x-www-form-urlencoded")
            assert reply.status_code in (200, 201)


def test_the_installation_makes_a_home_page_in_each_language_that_nobody_sees_yet(officer):
    set_up_languages()
    home = HomePage.objects.get(locale=urdu())
    assert not home.live
    assert officer.get(f"/admin/pages/{home.pk}/edit/").status_code == 200


def test_an_officer_translates_a_page_and_publishes_it(officer, django_capture_on_commit_callbacks):
    home = HomePage.objects.get(locale=urdu())
    home.save_revision().publish()
    page = ContentPage(title="Your privacy", slug="privacy", body="<p>We keep your answers.</p>")
    make_home().add_child(instance=page)
    publish(page)
    editor = submit(officer, page)
    translated = ContentPage.objects.get(locale=urdu())
    assert editor.request["PATH_INFO"] == f"/admin/pages/{translated.pk}/edit/"
    assert "Your privacy" in editor.content.decode()
    assert not translated.live
    say(officer, page, {"Your privacy": "آپ کی رازداری", "We keep your answers.": "ہم آپ کے جواب رکھتے ہیں۔"})
    with django_capture_on_commit_callbacks(execute=True):
        officer.post(f"/admin/pages/{translated.pk}/edit/", {"action": "publish"})
    words = officer.get("/ur/privacy/").content.decode()
    assert "آپ کی رازداری" in words
    assert "ہم آپ کے جواب رکھتے ہیں۔" in words


def test_an_officer_translates_an_i_statement(officer):
    statement = make_statement("I have a say.")
    officer.post(f"/admin/localize/submit/snippet/strategy/statement/{statement.pk}/", {"locales": [urdu().pk]})
    say(officer, statement, {"I have a say.": "میری بات سنی جاتی ہے۔"})
    translated = Statement.objects.get(locale=urdu())
    address = Statement.snippet_viewset.get_url_name("edit")
    assert officer.get(reverse(address, args=[translated.pk])).status_code == 200
    officer.post(reverse(address, args=[translated.pk]), {"action": "publish"})
    translated.refresh_from_db()
    assert translated.text == "میری بات سنی جاتی ہے۔"
    assert list(Statement.objects.sources()) == [statement]


def test_without_the_permission_nothing_is_translated(officer):
    Group.objects.get(name=OFFICERS).permissions.remove(Permission.objects.get(codename="submit_translation"))
    submit(officer, make_home())
    assert not ContentPage.objects.filter(locale=urdu()).exists()
    assert officer.get(f"/admin/localize/submit/page/{make_home().pk}/").status_code == 302


def test_choosers_and_lists_have_each_priority_and_statement_once(officer):
    priority, statement = make_priority("Being heard", picture=make_image()), make_statement("I have a say.")
    for row in (priority, statement):
        translate(row, urdu(), {"Being heard": "سنا جانا", "I have a say.": "میری بات"})
    chooser = Statement.snippet_viewset.chooser_viewset
    words = officer.get(reverse(chooser.get_url_name("choose"))).content.decode()
    assert "I have a say." in words
    assert "میری بات" not in words
    listed = officer.get(reverse(Statement.snippet_viewset.get_url_name("list"))).content.decode()
    assert "میری بات" not in listed
