"""How a person has the questions presented: the buttons to change it, and keeping what they pressed."""

from collections.abc import Iterable
from dataclasses import asdict

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from consultations.surveys.models import Question
from engage.core.middleware import RequestWithDisplay
from engage.core.preferences import CHOICES, DisplayPreferences, Listen, Pictures, Signed, Version
from engage.core.views import remember_display

# For each choice that the page offers to change: what a press brings, in words and with a pictogram.
WAYS: dict[str, dict] = {
    "version": {Version.LONG: (_("Show longer words"), "document"), Version.EASY: (_("Show Easy Read"), "read")},
    "signed": {
        Signed.ON: (_("Show signed films"), "sign-language"),
        Signed.OFF: (_("Hide signed films"), "sign-language"),
    },
    "pictures": {Pictures.ON: (_("Show pictures"), "happy"), Pictures.OFF: (_("Hide pictures"), "happy")},
    "listen": {Listen.ON: (_("Show Listen buttons"), "sound"), Listen.OFF: (_("Hide Listen buttons"), "sound")},
}


def ways_to_see(
    display: DisplayPreferences, questions: Iterable[Question], *, everything: bool = False
) -> list[dict[str, object]]:
    """The buttons for what these questions offer; ``everything`` adds pictures and Listen, which all pages have."""
    asked = list(questions)
    offered = {
        "version": any(question.has_standard for question in asked),
        "signed": any(question.signed_film_id or question.signed_link for question in asked),
        "pictures": everything,
        "listen": everything,
    }
    now = asdict(display)
    return [
        {"name": name, "value": value, "label": label, "slug": slug}
        for name, brought in WAYS.items()
        for value, (label, slug) in brought.items()
        if offered[name] and value != now[name]
    ]


def chosen_display(request: RequestWithDisplay) -> DisplayPreferences | None:
    """The display that somebody chose by a button of the question's form; None where they pressed another."""
    pressed = {name: request.POST[name] for name in WAYS if name in request.POST}
    known = {name: value for name, value in pressed.items() if value in CHOICES[name].values}
    return DisplayPreferences.from_values({**asdict(request.display), **known}) if known else None


def chosen_language(request: HttpRequest) -> str:
    """The language that somebody pressed at the top of the question's page; "" where they pressed another button."""
    pressed = request.POST.get("language", "")
    return pressed if pressed in dict(settings.LANGUAGES) else ""


def with_display(
    request: RequestWithDisplay, response: HttpResponse, chosen: DisplayPreferences | None
) -> HttpResponse:
    """The response, which lets the device remember the choice."""
    return remember_display(request, response, chosen) if chosen else response
