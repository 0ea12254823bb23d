"""An officer in Wagtail's page editor, as far as HTTP goes: the form's own fields, changed and sent."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.builders import make_home, make_image, make_officer


def officer_client(officer=None) -> Client:
    """A browser in which an engagement officer has signed in."""
    make_home()
    client = Client()
    client.force_login(officer or make_officer())
    return client


def form_fields(html: str, form_id: str) -> dict:
    """What a browser would send of a form that nobody touched: no templates of rows, no buttons."""
    soup = BeautifulSoup(html, "html.parser")
    form = soup.find(id=form_id)
    assert form is not None, "The page has no editor form."
    for template in form.find_all("template"):
        template.decompose()
    fields: dict = {}
    for element in form.find_all(["input", "select", "textarea"]):
        name, value = element.get("name"), _value(element)
        if name and value is not None:
            # Ticks that belong together have one name.
            several = element.get("type") == "checkbox" and name in fields
            fields[name] = (
                [*([fields[name]] if isinstance(fields[name], str) else fields[name]), value] if several else value
            )
    return fields


def _value(element):
    if element.name == "textarea":
        return element.text.lstrip("\n")
    if element.name == "select":
        chosen = element.find("option", selected=True)
        return chosen.get("value", "") if chosen else ""
    if element.get("type") in ("checkbox", "radio"):
        return element.get("value", "on") if element.has_attr("checked") else None
    return None if element.get("type") in ("submit", "file", "button") else element.get("value", "")


class Editor:
    """One page in the editor. ``fields`` are what will be sent; change them, then save or publish.

    StreamFields are drawn by scripts, so their fields are named by ``streams`` and sent empty unless
    a test fills them in with ``wagtail.test.utils.form_data.streamfield``.
    """

    def __init__(self, client: Client, page, *, revision=None, streams=()):
        self.client, self.page = client, page
        if revision is None:
            self.url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        else:
            self.url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
        reply = client.get(self.url)
        assert reply.status_code == 200, reply
        self.fields = form_fields(reply.content.decode(), "page-edit-form")
        for name in streams:
            self.fields.setdefault(f"{name}-count", "0")

    def row(self, formset: str, **known) -> str:
        """The prefix of the row of a formset whose fields have these values."""
        total = int(self.fields[f"{formset}-TOTAL_FORMS"])
        for number in range(total):
            prefix = f"{formset}-{number}"
            if all(self.fields.get(f"{prefix}-{name}") == str(value) for name, value in known.items()):
                return prefix
        raise AssertionError(f"No row of {formset} has {known}.")

    def add_row(self, formset: str, **values) -> str:
        """A new row at the end; returns its prefix."""
        number = int(self.fields[f"{formset}-TOTAL_FORMS"])
        self.fields[f"{formset}-TOTAL_FORMS"] = str(number + 1)
        prefix = f"{formset}-{number}"
        self.fields |= {f"{prefix}-id": "", f"{prefix}-ORDER": str(number + 1), f"{prefix}-DELETE": ""}
        self.change(prefix, **values)
        return prefix

    def change(self, prefix: str, **values) -> None:
        self.fields |= {f"{prefix}-{name}": str(value) for name, value in values.items()}

    def remove(self, prefix: str) -> None:
        self.fields[f"{prefix}-DELETE"] = "1"

    def save(self):
        """Save a draft; returns the reply."""
        return self.client.post(self.url, self.fields)

    def autosave(self):
        """What the editor's script sends while somebody types."""
        return self.client.post(self.url, self.fields, headers={"accept": "application/json"})

    def press_publish(self):
        """What pressing Publish answers: the form with its errors, the Easy Read question, or done."""
        return self.client.post(self.url, {**self.fields, "action-publish": "1"})

    def publish(self):
        """Press Publish, and Publish anyway where Easy Read warnings ask."""
        return publish_anyway(self.client, self.press_publish())


def publish_anyway(client: Client, reply):
    """Press Publish anyway where the reply leads to the Easy Read question; else the reply itself."""
    if reply.status_code != 302 or "/easy-read/publish/" not in reply.url:
        return reply
    return client.post(reply.url, form_fields(client.get(reply.url).content.decode(), "easy-read-publish"))


def consultation_editor(page) -> Editor:
    """An officer's editor of a consultation, its Easy Read filled in."""
    form = Editor(officer_client(), page)
    passage = {"picture": str(make_image().pk), "text": "We have a plan."}
    form.fields |= nested_form_data({"passages": streamfield([("picture_text", passage)])})
    return form
