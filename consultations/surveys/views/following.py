"""Following a short link from a poster to its survey."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consultations.models import ConsultationIndexPage
from consultations.surveys.services.links import find_link


@never_cache
@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Go to the survey, with the code in the address; an unknown code leads to all that is open."""
    link = find_link(code)
    if link is None:
        index = ConsultationIndexPage.objects.live().filter(locale__language_code=get_language()).first()
        return render(request, "pages/surveys/link_unknown.html", {"index": index}, status=404)
    return redirect(f"{link.survey.start_url}?{urlencode({'from': link.code})}")
