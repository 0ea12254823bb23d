"""Guessing codes is slow; people who make mistakes wait a little and never long."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from consultations.surveys.picture_code import CODES
from engage.core.models import TryCounter
from engage.core.throttle import OF_ALL, OF_ONE, TryLater, client_of, forget_tries, give_back, spend_try, waiting_time

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LONGEST_WAIT = timedelta(minutes=5)
MONTH = timedelta(days=30)


def spend(client="a", *, kind="pictures", at=NOW):
    spend_try(kind=kind, client=client, now=at)


def tries_taken(client, *, until):
    """How many tries somebody gets who tries all the time."""
    taken, now = 0, NOW
    while now < until:
        try:
            spend(client, at=now)
            taken += 1
        except TryLater as later:
            now = later.at
    return taken


@pytest.mark.django_db
def test_ten_mistakes_are_free_then_one_each_half_minute():
    for _number in range(10):
        spend()
    with pytest.raises(TryLater) as later:
        spend()
    assert later.value.at == NOW + timedelta(seconds=30)
    spend(at=later.value.at)
    with pytest.raises(TryLater):
        spend(at=later.value.at)


@pytest.mark.django_db
def test_a_right_code_costs_nothing():
    for _number in range(40):
        spend()
        give_back(kind="pictures", client="a")


@pytest.mark.django_db
def test_one_client_does_not_slow_down_another_nor_one_kind_another_kind():
    tries_taken("a", until=NOW + timedelta(seconds=1))
    spend("b")
    spend("a", kind="receipt")


@pytest.mark.django_db
def test_when_all_together_guess_too_much_those_without_a_mistake_still_may_try():
    for number in range(OF_ALL.tries):
        spend(f"attacker {number}")
    with pytest.raises(TryLater) as later:
        spend("attacker 1")
    assert later.value.at - NOW <= LONGEST_WAIT
    spend("somebody else")


@pytest.mark.django_db
def test_clients_without_an_address_share_what_all_may():
    for _number in range(OF_ALL.tries):
        spend("")
    with pytest.raises(TryLater):
        spend("")
    spend("", at=NOW + OF_ALL.every)


def test_nobody_ever_waits_longer_than_5_minutes():
    waits = [
        waiting_time(of_all=of_all, of_one=of_one)
        for of_all in (0, OF_ALL.tries - 1, OF_ALL.tries, OF_ALL.tries + 50)
        for of_one in (0, 0.1, 1, 9.5, 10)
    ]
    assert max(waits) <= LONGEST_WAIT
    assert min(waits) == timedelta(0)


@pytest.mark.django_db
def test_a_month_of_guessing_does_not_open_one_of_1000_codes():
    """From one address: measured for an hour. From many: all that the rules can ever take, for 30 days."""
    hour = tries_taken("a", until=NOW + timedelta(hours=1, seconds=1))
    assert hour == OF_ONE.tries + 3600 // 30
    month = OF_ONE.tries + MONTH / OF_ONE.every
    assert month * 1000 / CODES < 0.0001
    fresh_each = MONTH / (OF_ONE.tries * OF_ONE.every)
    thousand_addresses = OF_ALL.tries + MONTH / OF_ALL.every + 1000 * fresh_each
    assert thousand_addresses * 1000 / CODES < 0.005


@pytest.mark.django_db
def test_what_is_stored_is_no_address_and_goes_after_a_day():
    client = client_of(RequestFactory().get("/", REMOTE_ADDR="203.0.113.9"))
    spend(client)
    stored = [counter.key for counter in TryCounter.objects.all()]
    assert len(stored) == 2
    assert not any("203" in key and "113" in key for key in stored)
    assert client not in stored
    assert forget_tries(before=NOW) == 0
    assert forget_tries(before=NOW + timedelta(days=1)) == 2


def test_an_address_is_known_again_within_its_network_and_only_there():
    def known(address):
        return client_of(RequestFactory().get("/", REMOTE_ADDR=address))

    assert known("203.0.113.9") == known("203.0.113.9") != known("203.0.113.10")
    assert known("2001:db8::1") == known("2001:db8::ffff") != known("2001:db8:1::1")
    assert known("") == known("not an address") == ""


def test_behind_a_proxy_the_address_is_what_the_proxy_says(settings):
    settings.CLIENT_ADDRESS_HEADER = "HTTP_X_REAL_IP"
    requests = RequestFactory()
    one = client_of(requests.get("/", headers={"X-Real-IP": "203.0.113.9"}))
    assert one == client_of(requests.get("/", headers={"X-Real-IP": "203.0.113.9"}, REMOTE_ADDR="198.51.100.1"))
    assert client_of(requests.get("/")) == ""
