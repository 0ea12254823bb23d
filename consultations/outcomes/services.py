"""Freezing the figures of a page when it is published."""

from django.db import transaction
from django.utils import timezone

from consultations.analysis.models import Theme
from consultations.analysis.people import people_who_answered, people_with_theme
from consultations.models import ConsultationPage
from consultations.outcomes.models import FrozenFigure, Outcome, YouSaidWeDidPage
from engage.core.languages import source_of
from engage.core.suppression import figure


@transaction.atomic
def freeze_figures(*, page: YouSaidWeDidPage) -> None:
    """Count what a live page has not counted yet, and put its figures on its stored entries.

    What was counted once is never counted again: not with new answers, not when an older revision
    or the same one is published. A page that is not live counts nothing, and a translation has the figures
    of its source.
    """
    entries = list(Outcome.objects.filter(page=page))
    frozen = page.figures_by_theme()
    if page.live and source_of(page) is page:
        consultation = ConsultationPage.objects.ancestor_of(page).first()
        themes = {None: None} | {entry.theme_id: entry.theme for entry in entries if entry.theme_id}
        for key, theme in themes.items():
            if key not in frozen and consultation is not None:
                frozen[key] = _count(page, consultation, theme)
    for entry in entries:
        entry.take_figure(frozen)
    Outcome.objects.bulk_update(entries, ["figure", "figure_theme", "figure_frozen_at"])


def _count(page: YouSaidWeDidPage, consultation: ConsultationPage, theme: Theme | None) -> FrozenFigure:
    people = people_who_answered(consultation) if theme is None else people_with_theme(consultation, theme)
    return FrozenFigure.objects.create(page=page, theme=theme, people=figure(people).value, frozen_at=timezone.now())
