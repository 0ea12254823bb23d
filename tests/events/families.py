"""A family at the booking form, as far as HTTP goes."""

import re
from dataclasses import dataclass
from datetime import timedelta
from unittest.mock import patch

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.events.models import EventSession
from engage.core import unhurried


@dataclass
class ShownForm:
    """What a browser would send of a form that nobody touched, and the words of its page."""

    url: str
    fields: dict
    words: str

    def wait(self) -> None:
        """As if the form had been open for a minute."""
        minute_ago = (timezone.now() - timedelta(minutes=1)).timestamp()
        with patch("django.core.signing.time.time", return_value=minute_ago):
            self.fields["opened"] = unhurried.opened_stamp()


def booking_form(client: Client, session: EventSession, *, waited: bool = True) -> ShownForm:
    """Open the form of a session."""
    return open_form(client, reverse("events:book", args=[session.pk]), waited=waited)


def open_form(client: Client, url: str, *, waited: bool = True) -> ShownForm:
    """Open a page with one form that a family fills in."""
    reply = client.get(url)
    assert reply.status_code == 200, reply
    soup = BeautifulSoup(reply.content, "html.parser")
    fields: dict = {}
    for element in soup.select_one("main form").find_all(["input", "textarea"]):
        if element.name == "textarea":
            fields[element["name"]] = element.text.strip("\n")
        elif element.get("type") not in ("checkbox", "radio"):
            fields[element["name"]] = element.get("value", "")
        elif element.has_attr("checked"):
            value = element.get("value", "on")
            several = element["name"] == "needs"
            fields[element["name"]] = [*fields.get(element["name"], []), value] if several else value
    form = ShownForm(url, fields, re.sub(r"\s+", " ", soup.get_text(" ")))
    if waited and "opened" in fields:
        form.wait()
    return form


def press(client: Client, form: ShownForm, *, REMOTE_ADDR: str = "127.0.0.1", **typed):
    """Send the form with what somebody typed."""
    return client.post(form.url, {**form.fields, **typed}, REMOTE_ADDR=REMOTE_ADDR)
