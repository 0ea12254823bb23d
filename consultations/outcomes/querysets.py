"""Which entries the public sees."""

from django.db import models


class OutcomeQuerySet(models.QuerySet):
    def published(self):
        """Entries of live pages, newest page first, each page's in their own order."""
        return self.filter(page__live=True).order_by("-page__first_published_at", "page_id", "sort_order", "pk")

    def for_showing(self):
        """The entries with what a pair shows, in one query."""
        return self.select_related("page", "theme", "priority__picture", "picture")
