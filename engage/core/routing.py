"""Finding a page for an address with few queries.

Wagtail asks the database twice for every step of an address: once for the child and once for
its specific row. Public pages have a budget of 10 queries (issue of the first release), so the
last step is looked up with its specific row at once and the steps before it by ``url_path``.
"""

from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult


def route_to_specific(page, request, path_components):
    """Return Wagtail's ``RouteResult`` for the page under ``page`` that the components name.

    Raises ``Http404`` where there is no such live page. Pages that route by themselves
    (``route`` overridden below this one) are not part of Engage's tree.
    """
    if not path_components:
        if page.live:
            return RouteResult(page)
        raise Http404
    url_path = page.url_path + "/".join(path_components) + "/"
    found = Page.objects.filter(url_path=url_path, live=True).specific().first()
    if found is None:
        raise Http404
    return RouteResult(found)
