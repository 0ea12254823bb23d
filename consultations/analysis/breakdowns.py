"""Sent responses by what people said of themselves, and by how the answers came in.

As in ``counting``, every count leaves as a ``Figure``.
"""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from consultations.analysis.counting import NOT_KNOWN, Bar
from consultations.analysis.people import people_in, people_speaking
from consultations.models import Area, ConsultationPage
from consultations.surveys.enums import AnsweredBy, RespondentGroup, Source
from consultations.surveys.models import Need, Response
from engage.core.languages import language_choices, source_language
from engage.core.preferences import Listen, Pictures, Signed, Version
from engage.core.suppression import Figure, one_way, percentage


@dataclass(frozen=True)
class BreakdownRow:
    """The responses with one value, and the people who speak in them where somebody counted."""

    responses: Bar
    people: Figure


@dataclass(frozen=True)
class Breakdown:
    """How many responses for each value of one thing that people said of themselves."""

    title: str
    rows: list[BreakdownRow]
    total: Figure
    people: Figure


def breakdowns_of(consultation: ConsultationPage) -> list[Breakdown]:
    """Sent responses by who answered (alone or helped), group, source, area, needs and where they came from.

    "Not said" holds the responses that left it out. People are counted as in ``people_of``. The
    detail is the link, group session or event by which they came; responses have at most one.
    """
    things = (
        ("answered_by", _("Alone or with help"), AnsweredBy.choices),
        ("group", _("Who they are"), RespondentGroup.choices),
        ("source", _("How the answers came in"), Source.choices),
    )
    found = [_breakdown(consultation, name, title, [*choices, ("", _("Not said"))]) for name, title, choices in things]
    found += _of_areas_and_needs(consultation)
    rows = Response.objects.sent().of_consultation(consultation).exclude(source_detail="").order_by("source_detail")
    details = [(detail, detail) for detail in rows.values_list("source_detail", flat=True).distinct()]
    if not details:
        return found
    title = _("By which link, session or event")
    return [*found, _breakdown(consultation, "source_detail", title, [*details, ("", _("Without one of them"))])]


def presentations_of(consultation: ConsultationPage) -> list[Breakdown]:
    """Sent responses by how the person had the questions presented when they sent; nothing where nobody knows.

    By language only where somebody answered in another one than the first.
    """
    if not Response.objects.sent().of_consultation(consultation).exclude(presentation="").exists():
        return []
    things: list[tuple[str, str, list]] = [
        ("presentation", _("Which words"), Version.choices),
        ("pictures", _("Pictures"), Pictures.choices),
        ("signed", _("Signed films"), Signed.choices),
        ("listen", _("Listen buttons"), Listen.choices),
    ]
    sent = Response.objects.sent().of_consultation(consultation)
    if sent.exclude(language__in=["", source_language()]).exists():
        things.insert(0, ("language", _("Language"), language_choices()))
    return [_breakdown(consultation, name, title, [*choices, ("", NOT_KNOWN)]) for name, title, choices in things]


def _of_areas_and_needs(consultation: ConsultationPage) -> list[Breakdown]:
    """By area and by need, each where somebody said one. A person can have several needs, so those overlap."""
    sent = Response.objects.sent().of_consultation(consultation)
    found = []
    areas = [(area.pk, str(area)) for area in Area.objects.filter(responses__in=sent).distinct()]
    if areas:
        found.append(_breakdown(consultation, "area", _("Where they live"), [*areas, (None, _("Not said"))]))
    needs = [(need.pk, need.text) for need in Need.objects.filter(responses__in=sent).distinct()]
    if needs:
        found.append(_breakdown(consultation, "needs", _("What they need"), [*needs, (None, _("Not said"))]))
    return found


def _breakdown(consultation: ConsultationPage, name: str, title: str, choices: list) -> Breakdown:
    sent = Response.objects.sent().of_consultation(consultation)
    counted = list(sent.order_by().values_list(name).annotate(number=Count("pk"), speaking=people_speaking()))
    counts = {value: number for value, number, _speaking in counted}
    people = {value: speaking for value, _number, speaking in counted}
    values = [value for value, _label in choices]
    table = one_way({value: counts.get(value, 0) for value in values}, total=sent.count())
    people_table = one_way({value: people.get(value, 0) for value in values}, total=people_in(sent))
    shown = [
        BreakdownRow(
            responses=Bar(str(label), table.cells[value], percentage(table.cells[value], table.total)),
            people=people_table.cells[value],
        )
        for value, label in choices
        if value or counts.get(value)
    ]
    return Breakdown(title=title, rows=shown, total=table.total, people=people_table.total)
