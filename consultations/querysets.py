"""Which consultations: by the clock, never by a stored state. And which rows of a list people can choose."""

from datetime import datetime
from typing import Self

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet

from engage.core.languages import sources


class OfferedQuerySet(QuerySet):
    """Rows of a list that officers keep and people choose from."""

    def sources(self) -> Self:
        """Each once: what people chose, whatever the language. A translation only lends its words."""
        return sources(self)

    def in_use(self) -> Self:
        """Those that people can choose now, each once."""
        return self.sources().filter(in_use=True)


class ConsultationQuerySet(PageQuerySet):
    """Consultation pages by stage. ``at`` is the moment that counts as now."""

    def with_answer(self) -> Self:
        """Each consultation with ``answer_published``: a live "You said, we did" page under it."""
        answers = Page.objects.filter(
            live=True,
            content_type__app_label="outcomes",
            depth=OuterRef("depth") + 1,
            path__startswith=OuterRef("path"),
        )
        return self.annotate(answer_published=Exists(answers))

    def planned(self, at: datetime | None = None) -> Self:
        """Not opened yet, or without an opening date."""
        at = at or timezone.now()
        return self.filter(Q(opens_at__isnull=True) | Q(opens_at__gt=at))

    def open(self, at: datetime | None = None) -> Self:
        """Opened and not closed. One without a closing date stays open."""
        at = at or timezone.now()
        return self.filter(opens_at__lte=at).filter(Q(closes_at__isnull=True) | Q(closes_at__gt=at))

    def ended(self, at: datetime | None = None) -> Self:
        """Closed, answered or not."""
        at = at or timezone.now()
        return self.filter(opens_at__lte=at, closes_at__lte=at)
