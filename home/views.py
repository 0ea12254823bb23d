"""Views that belong to no page: search, and the pages for when something is not there or breaks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from home.searching import find_pages


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find pages by words. Any words: quotes, NUL and the like are no error."""
    found = find_pages(request.GET.get("q", ""), request.GET.get("page"))
    return render(request, "pages/home/search.html", {"query_string": f"{urlencode({'q': found['words']})}&", **found})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the database or the request's context: what broke may be needed to render more."""
    from django.template import loader

    return HttpResponse(loader.get_template("500.html").render({}), status=500)
