"""The public page that names who made the pictures. It makes itself: nobody has to keep it."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from engage.images.models import CustomImage


@require_safe
def picture_credits(request: HttpRequest) -> HttpResponse:
    """Every set with its licences, makers and how many pictures. Pictures without a set come last. One query."""
    rows = sorted(CustomImage.objects.credits(), key=lambda row: (not row["source"], row["source"].casefold()))
    sets = [{"name": name, "rows": list(found)} for name, found in groupby(rows, key=lambda row: row["source"])]
    return render(request, "pages/images/credits.html", {"sets": sets})
