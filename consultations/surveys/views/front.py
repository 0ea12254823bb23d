"""The start page of a survey at its own address, without a walk through the page tree for everybody."""

from django.http import Http404, HttpRequest, HttpResponse

from consultations.surveys.asked import asked_steps
from consultations.surveys.models import SurveyPage
from consultations.surveys.translating import source_survey
from engage.core.kept import Store, content_stamp
from engage.core.languages import is_source_language
from engage.core.middleware import RequestWithDisplay
from engage.core.serving import find_page

from .start import start

MOST_ADDRESSES = 500
Address = tuple[str, str]
# The number of the survey that everybody may see at an address; 0 for none.
_surveys: Store[int] = Store(MOST_ADDRESSES)
# Where this process met a survey before: only there it is worth while to ask for the stamp first.
_met: set[Address] = set()


def serve(request: RequestWithDisplay, survey: SurveyPage) -> HttpResponse:
    """Show the start page of a survey that was found in the tree; a translation starts the survey it is one of."""
    source = _source(survey)
    if not source.live:
        raise Http404
    if len(_met) >= MOST_ADDRESSES:
        _met.clear()
    _met.add(_address(request))
    return start(request, survey=source)


def show_kept(request: RequestWithDisplay, path: str) -> HttpResponse | None:
    """The start page of the survey that is kept for this address; None where there is none."""
    address = _address(request)
    if address not in _met:
        return None
    stamp = content_stamp()
    survey_pk = _surveys.get(address, stamp, lambda: _find(request, path))
    steps = asked_steps(survey_pk, stamp) if survey_pk else None
    return start(request, survey=steps.survey) if steps else None


def _find(request: HttpRequest, path: str) -> int:
    try:
        page = find_page(request, path)
    except Http404:
        return 0
    return _source(page).pk if isinstance(page, SurveyPage) and not page.get_view_restrictions().exists() else 0


def _source(survey: SurveyPage) -> SurveyPage:
    return survey if is_source_language() else source_survey(survey)


def _address(request: HttpRequest) -> Address:
    """The language is part of the path."""
    return request.get_host(), request.path_info
