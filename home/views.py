"""Views that belong to no page: search, and the pages for when something is not there or breaks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.searching import find_pages


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find pages by words. Any words: quotes, NUL and the like are no error."""
    query = request.GET.get("q", "")
    return render(request, "pages/home/search.html", {"query": query, **find_pages(query, request.GET.get("page"))})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the database or the request's context: what broke may be needed to render more."""
    from django.template import loader

    return HttpResponse(loader.get_template("500.html").render({}), status=500)
