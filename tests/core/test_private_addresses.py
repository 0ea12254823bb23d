"""Private links never stand in the log, whatever is refused or breaks."""

import io
import logging

import pytest
from django.test import Client

from engage.core.private_addresses import HidePrivateAddresses

pytestmark = pytest.mark.django_db

TOKEN = "AbCdEfGhIjKlMnOpQrStUv"


@pytest.fixture
def log():
    """What the site's own handler writes."""
    ours = [
        handler
        for handler in logging.getLogger().handlers
        if any(isinstance(one, HidePrivateAddresses) for one in handler.filters)
    ]
    (handler,) = ours
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def test_a_refused_form_says_that_it_was_refused_and_not_whose_link_it_was(log):
    client = Client(enforce_csrf_checks=True)
    for address in (f"/events/booking/{TOKEN}/cancel/", f"/ur/events/booking/{TOKEN}/", f"/answer/come-back/{TOKEN}/"):
        assert client.post(address).status_code == 403
    # The refusal names the page that the form came from.
    referring = f"https://elsewhere.example/ur/events/booking/{TOKEN}/"
    assert client.post("/events/find-my-booking/", secure=True, headers={"referer": referring}).status_code == 403
    assert TOKEN not in log.getvalue()
    assert log.getvalue().count("Forbidden") == 4
    assert "/ur/events/booking/(private)" in log.getvalue() and "/answer/(private)" in log.getvalue()


def test_a_page_that_breaks_leaves_its_traceback_without_the_link(log, monkeypatch):
    def broken(token):
        raise RuntimeError(f"Nothing at /events/booking/{token}/change/")

    monkeypatch.setattr("consultations.events.views.reading.find_booking", broken)
    client = Client(raise_request_exception=False)
    assert client.get(f"/ur/events/booking/{TOKEN}/").status_code == 500
    assert "Internal Server Error: /ur/events/booking/(private)" in log.getvalue()
    assert "RuntimeError: Nothing at /events/booking/(private)" in log.getvalue()
    assert TOKEN not in log.getvalue()
