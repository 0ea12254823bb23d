"""I have lost the link to my booking. The answer is the same whether we know the address or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from consultations.events.forms.booking import AddressForm
from consultations.events.services.finding import send_links
from consultations.events.services.telling import may_write_to
from engage.core.throttle import Allowance, TryLater, client_of, spend_own_try

from .booking import BOOKINGS
from .reading import no_store

OF_ONE_CLIENT: Allowance = BOOKINGS


@require_http_methods(["GET", "HEAD", "POST"])
@no_store
def find(request: HttpRequest) -> HttpResponse:
    """Ask for the address; send the links of its bookings, and say that we did if there are any."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        _send(request, form.cleaned_data["email"])
        return render(request, "pages/events/find.html", {"is_sent": True})
    return render(request, "pages/events/find.html", {"form": form})


def _send(request: HttpRequest, email: str) -> None:
    """Send, unless this client or this address has asked too often. Nobody is told that: it would say whose it is."""
    try:
        spend_own_try(kind="events.find", client=client_of(request), allowance=OF_ONE_CLIENT)
    except TryLater:
        return
    if may_write_to(email):
        send_links(email=email)
