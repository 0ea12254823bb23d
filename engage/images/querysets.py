"""Which pictures: whose maker is named, and how each set is credited."""

from django.db.models import Count
from wagtail.images.models import ImageQuerySet


class PictureQuerySet(ImageQuerySet):
    def with_credit(self):
        """Pictures that say where they come from, who made them, or under which licence."""
        return self.exclude(source="", licence="", credit="")

    def credits(self):
        """Rows of set, licence, maker and how many pictures they are, in the order of the credits page. One query."""
        counted = self.with_credit().values("source", "licence", "credit").annotate(pictures=Count("pk"))
        return counted.order_by("source", "licence", "credit")
