"""Bookings in the admin: found, made and changed by hand, moved up with a reason, taken away as a spreadsheet."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from consultations.events.enums import BookingStatus, CallReason, CancelledBy
from consultations.events.models import AccessRequirement, Booking, BookingRequirement, CallTask, EventSession
from consultations.events.services.telling import tell
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event, make_lead, make_officer, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def session():
    return make_event(title="Talk at the library", capacity=4).sessions.get()


@pytest.fixture
def interpreter():
    return AccessRequirement.objects.create(text="I need a sign language interpreter.")


def typed(**values):
    return {"name": "Amira Khan", "phone": "01632 960 111", "adults": "2", "children": "1", **values}


def test_an_odd_address_is_said_in_the_form_of_officers_too(client, officer, session):
    address = reverse("event_sessions:book", args=[session.pk])
    for email in ('"a\x01b"@example.org', f"sam@{'long.' * 55}example.org"):
        page = client.post(address, typed(email=email))
        assert page.status_code == 200 and "This does not look like an e-mail address." in page.text
    assert not Booking.objects.exists()


def test_officers_book_for_larger_groups_than_the_public_page(client, officer):
    large = make_event(capacity=40).sessions.get()
    client.post(reverse("event_sessions:book", args=[large.pk]), typed(adults="15"))
    assert Booking.objects.get().places == 16


def test_the_list_is_searched_and_narrowed_by_event_session_status_and_need(client, officer, session, interpreter):
    khan = make_booking(session, name="Amira Khan")
    BookingRequirement.objects.create(booking=khan, requirement=interpreter)
    make_booking(session, name="Ben Lowe", status=BookingStatus.WAITING, email="", phone="01632 960 222")
    other = make_event(title="Another").sessions.get()
    make_booking(other, name="Cai Evans")

    def names(query):
        page = client.get(f"/admin/bookings/?{query}")
        assert page.status_code == 200
        return [name for name in ("Amira Khan", "Ben Lowe", "Cai Evans") if name in page.text]

    assert names("") == ["Amira Khan", "Ben Lowe", "Cai Evans"]
    for query, found in {
        "q=lowe": ["Ben Lowe"],
        "q=960 222": ["Ben Lowe"],
        f"q={khan.email}": ["Amira Khan"],
        f"event={other.page.pk}": ["Cai Evans"],
        f"session={session.pk}": ["Amira Khan", "Ben Lowe"],
        "status=waiting": ["Ben Lowe"],
        f"need={interpreter.pk}": ["Amira Khan"],
        "need_state=to_do": ["Amira Khan"],
        "need_state=arranged": [],
        "contact=phone": ["Ben Lowe"],
    }.items():
        assert names(query) == found, query


def test_the_list_asks_the_database_no_more_for_more_bookings(client, officer, session, django_assert_max_num_queries):
    client.get("/admin/bookings/")
    for _number in range(30):
        make_booking(session)
    with django_assert_max_num_queries(25):
        client.get("/admin/bookings/")


def test_an_officer_books_on_the_telephone_through_the_same_rules(client, officer, session, interpreter):
    need = interpreter
    address = f"/admin/event-days/{session.pk}/book/"
    shown = client.get(address)
    assert "4 places are free." in shown.text and need.text in shown.text
    page = client.post(address, typed(needs=[need.pk], key="k" * 22), follow=True)
    booking = Booking.objects.get()
    assert page.redirect_chain[-1][0] == f"/admin/bookings/{booking.pk}/"
    assert (booking.places, booking.status, booking.made_by) == (3, BookingStatus.CONFIRMED, officer)
    assert need.text in page.text and "Amira Khan" in page.text
    # The same form again is the same booking; the next group does not fit and is told its place.
    client.post(address, typed(key="k" * 22))
    assert Booking.objects.count() == 1
    page = client.post(address, typed(name="Ben Lowe", adults="2", children="0"), follow=True)
    assert "number 1 on the waiting list" in page.text
    assert Booking.objects.get(name="Ben Lowe").is_waiting


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "Please write your name."),
        ({"phone": ""}, "Please give us an e-mail address or a telephone number."),
        ({"adults": "0", "children": "0"}, "Please say how many people come."),
        ({"adults": "many"}, "Please write a number, such as 2."),
        ({"adults": "9"}, "The session has 4 places. The group is larger."),
        ({"needs": ["999999"]}, "Please choose again what you need."),
    ],
)
def test_what_does_not_do_is_refused_and_stays_in_the_form(client, officer, session, values, words):
    page = client.post(f"/admin/event-days/{session.pk}/book/", typed(own_words="A window seat", **values))
    assert page.status_code == 200
    assert words in page.text and "A window seat" in page.text
    assert not Booking.objects.exists()


def test_a_booking_is_changed_and_never_beyond_what_is_free(client, officer, session):
    booking = make_booking(session, name="Amira Khan", adults=2)
    make_booking(session, adults=1)
    address = f"/admin/bookings/{booking.pk}/edit/"
    assert 'value="Amira Khan"' in client.get(address).text
    page = client.post(address, typed(adults="3", children="1", email=booking.email))
    assert "Only 3 places are free for them." in page.text
    client.post(address, typed(adults="3", children="0", email=booking.email))
    booking.refresh_from_db()
    assert (booking.places, booking.phone) == (3, "01632 960 111")
    assert ModelLogEntry.objects.filter(object_id=booking.pk, action="events.booking.change", user=officer).exists()


def test_cancelling_asks_why_and_moves_up_the_next(client, officer, session):
    booking = make_booking(session, adults=4)
    waiting = make_booking(session, adults=2, status=BookingStatus.WAITING)
    address = f"/admin/bookings/{booking.pk}/cancel/"
    assert "Say why." in client.post(address, {"reason": " "}).text
    client.post(address, {"reason": "They are ill."})
    booking.refresh_from_db()
    waiting.refresh_from_db()
    assert (booking.status, booking.cancelled_by) == (BookingStatus.CANCELLED, CancelledBy.OFFICER)
    assert waiting.is_confirmed
    entry = ModelLogEntry.objects.get(object_id=booking.pk)
    assert entry.data == {"reason": "They are ill."} and booking.name not in entry.label
    page = client.post(f"/admin/bookings/{booking.pk}/edit/", typed(), follow=True)
    assert "Nothing was changed." in page.text


def test_the_waiting_list_stands_in_order_and_is_passed_only_with_a_reason_and_a_free_place(client, officer, session):
    held = make_booking(session, adults=3)
    first = make_booking(session, name="First Family", adults=2, status=BookingStatus.WAITING)
    second = make_booking(session, name="Second Family", adults=1, status=BookingStatus.WAITING)
    text = client.get(f"/admin/event-days/{session.pk}/").text
    assert 0 < text.index("First Family") < text.index("Second Family")
    assert "Only 1 place is free for them." in client.post(f"/admin/bookings/{first.pk}/move-up/", {"reason": "x"}).text
    address = f"/admin/bookings/{second.pk}/move-up/"
    assert "Say why." in client.post(address, {}).text
    second.refresh_from_db()
    assert second.is_waiting
    client.post(address, {"reason": "The child knows the interpreter."})
    second.refresh_from_db()
    assert second.is_confirmed
    entry = ModelLogEntry.objects.get(object_id=second.pk)
    assert (entry.user, entry.data["reason"]) == (officer, "The child knows the interpreter.")
    assert Booking.objects.filter(session=session).holding().places() == held.places + 1


def test_a_family_says_yes_on_the_telephone_to_places_that_are_kept(client, officer, session):
    until = timezone.now() + timedelta(hours=4)
    booking = make_booking(session, status=BookingStatus.OFFERED, offered_until=until)
    address = reverse("bookings:accept", args=[booking.pk])
    assert client.get(address).status_code == 405
    assert "They say yes to the places" in client.get(f"/admin/bookings/{booking.pk}/").text
    client.post(address)
    booking.refresh_from_db()
    assert booking.is_confirmed
    waiting = make_booking(session, status=BookingStatus.WAITING)
    assert "Nothing was changed." in client.post(f"/admin/bookings/{waiting.pk}/accept/", follow=True).text


def test_a_family_that_asks_is_forgotten_with_its_e_mails_and_its_places_go_to_the_waiting_list(
    client, officer, session, interpreter
):
    booking = make_booking(session, name="Amira Khan", email="amira@example.org", adults=4)
    BookingRequirement.objects.create(booking=booking, requirement=interpreter)
    other = make_booking(make_event(title="Another day").sessions.get(), name="A. Khan", email="Amira@example.org")
    waiting = make_booking(session, name="Ben Lowe", status=BookingStatus.WAITING, adults=2)
    tell(booking, CallReason.BOOKED)
    address = f"/admin/bookings/{booking.pk}/erase/"
    assert f'href="{address}"' in client.get(f"/admin/bookings/{booking.pk}/").text
    page = client.get(address).text
    assert "This cannot be undone." in page and f"/admin/bookings/{other.pk}/" in page and "Ben Lowe" not in page
    assert "The booking is deleted." in client.post(address, follow=True).text
    assert list(Booking.objects.order_by("pk")) == [other, waiting] and not BookingRequirement.objects.exists()
    waiting.refresh_from_db()
    assert waiting.is_confirmed
    assert not OutboxMessage.objects.filter(recipient__icontains="amira").exists()
    assert not OutboxMessage.objects.filter(body__icontains="amira").exists()
    assert client.post(address).status_code == 404
    entry = ModelLogEntry.objects.get(object_id=booking.pk, action="events.booking.erase")
    assert (entry.user, entry.label, entry.data) == (officer, f"Booking {booking.pk}", {})
    # Also when the session is over.
    EventSession.objects.filter(pk=other.session_id).update(
        starts_at=timezone.now() - timedelta(hours=3), ends_at=timezone.now() - timedelta(hours=1)
    )
    assert f"/admin/bookings/{other.pk}/erase/" in client.get(f"/admin/bookings/{other.pk}/").text
    client.post(f"/admin/bookings/{other.pk}/erase/")
    assert list(Booking.objects.all()) == [waiting]


def test_what_the_list_shows_is_taken_away_harmless_and_logged(client, officer, session, interpreter):
    need = interpreter
    booking = make_booking(session, name='=HYPERLINK("x")', phone="+44 1632 960111", children=2)
    BookingRequirement.objects.create(booking=booking, requirement=need)
    make_booking(session, name="Somebody else", status=BookingStatus.WAITING)
    assert client.get("/admin/bookings/download/csv/").status_code == 405
    assert client.post("/admin/bookings/download/pdf/").status_code == 404
    reply = client.post("/admin/bookings/download/csv/?status=confirmed")
    assert "no-store" in reply["Cache-Control"]
    rows = list(csv.reader(io.StringIO(b"".join(reply.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][5:11] == ['\'=HYPERLINK("x")', booking.email, "'+44 1632 960111", "1", "2", "3"]
    assert rows[1][11] == f"{need.text} (To do)"
    book = client.post("/admin/bookings/download/xlsx/?q=hyperlink")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    cells = [list(row) for row in sheet.iter_rows()]
    assert len(cells) == 2
    assert all(cell.data_type != "f" for row in cells for cell in row)
    assert cells[1][10].value == 3
    entries = PageLogEntry.objects.filter(page=session.page_id, action="events.booking.export").order_by("pk")
    assert [(entry.user, entry.data) for entry in entries] == [
        (officer, {"file": "csv", "bookings": 1}),
        (officer, {"file": "xlsx", "bookings": 1}),
    ]


def every_address(session: EventSession, booking: Booking) -> list[tuple[str, str, str]]:
    """Each view of ours: the permission it takes, how it is asked, its address."""
    one, day = f"/admin/bookings/{booking.pk}/", f"/admin/event-days/{session.pk}/"
    return [
        ("view", "get", "/admin/bookings/"),
        ("view", "get", "/admin/bookings/results/"),
        ("view", "get", one),
        ("erase", "get", f"{one}erase/"),
        ("erase", "post", f"{one}erase/"),
        ("view", "get", "/admin/event-days/"),
        ("view", "get", day),
        ("view", "get", f"{day}sign-in-sheet/"),
        ("change", "get", f"{day}check-in/"),
        ("change", "post", f"{day}check-in/"),
        ("change", "get", f"{day}walk-in/"),
        ("change", "post", f"{day}walk-in/"),
        ("view", "get", "/admin/event-tasks/"),
        ("change", "get", f"/admin/event-tasks/need/{booking.requirements.get().pk}/"),
        ("change", "post", f"/admin/event-tasks/need/{booking.requirements.get().pk}/"),
        ("change", "post", f"/admin/event-tasks/call/{booking.calls.get().pk}/"),
        ("add", "get", f"{day}book/"),
        ("add", "post", f"{day}book/"),
        ("change", "get", f"{one}edit/"),
        ("change", "post", f"{one}edit/"),
        ("change", "get", f"{one}cancel/"),
        ("change", "post", f"{one}cancel/"),
        ("change", "get", f"{one}move-up/"),
        ("change", "post", f"{one}move-up/"),
        ("change", "post", f"{one}accept/"),
        ("export", "post", "/admin/bookings/download/csv/"),
        ("export", "post", "/admin/bookings/download/xlsx/"),
    ]


def test_each_view_takes_its_own_permission_and_no_other(client, session):
    """Everybody with every permission on bookings but the one that the view needs is refused, as are other groups."""
    booking = make_booking(session)
    BookingRequirement.objects.create(booking=booking, own_words="A bed to lie on")
    CallTask.objects.create(booking=booking, reason=CallReason.REMINDER)
    actions = ("view", "add", "change", "export", "erase")
    people = {"lead": make_lead()}
    for action in actions:
        user = make_user(f"only-not-{action}", is_staff=False)
        names = ["access_admin", *(f"{one}_booking" for one in actions if one != action)]
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        people[action] = user
    for action, method, address in every_address(session, booking):
        for who in ("lead", action):
            client.force_login(people[who])
            reply = getattr(client, method)(address)
            assert (reply.status_code, reply.get("Location")) == (302, "/admin/"), (who, method, address)
        client.logout()
        assert getattr(client, method)(address).headers["Location"].startswith("/admin/login/"), address
    booking.refresh_from_db()
    assert booking.is_confirmed and Booking.objects.count() == 1
