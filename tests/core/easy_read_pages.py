"""Pages that are hard to read, for the tests of the Easy Read checker."""

from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, streamfield

from engage.core.easy_read import check_easy_read
from engage.core.glossary import load_first_terms
from home.models import ContentPage
from tests.builders import (
    make_home,
    make_image,
    publish,
)
from tests.editing import Editor, officer_client

HARD = "We check the provision."


def client_with_words():
    """An officer's browser, on a site with the first list of hard words."""
    load_first_terms()
    return officer_client()


def make_content_page(text=HARD, *, live=False, **fields) -> ContentPage:
    number = ContentPage.objects.count() + 1
    passages = [("picture_text", {"picture": make_image(), "text": text})]
    picture = make_image()
    page = ContentPage(title=f"Page {number}", slug=f"page-{number}", passages=passages, picture=picture, **fields)
    page.live = False
    make_home().add_child(instance=page)
    page.save_revision()
    return publish(page) if live else page


def editor(client, page, text=HARD) -> Editor:
    form = Editor(client, page)
    passage = {"picture": str(make_image().pk), "text": text}
    form.fields |= nested_form_data({"passages": streamfield([("picture_text", passage)])})
    return form


def history(page, action):
    return PageLogEntry.objects.filter(page=page.pk, action=action)


def is_live(page) -> bool:
    page.refresh_from_db()
    return page.live


def ask_url(page) -> str:
    return reverse("easy_read:publish", args=[page.pk])


def words_of(page) -> list[tuple]:
    return [(one.where, one.rule) for one in check_easy_read(page).findings]
