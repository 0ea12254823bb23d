"""Views of the ground floor: display preferences, and uploads where no proxy serves them."""

import posixpath
from dataclasses import asdict

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.static import serve
from wagtail.documents import get_document_model

from engage.core.forms import DisplayForm
from engage.core.middleware import RequestWithDisplay
from engage.core.preferences import COOKIE_AGE_SECONDS, COOKIE_NAME, DisplayPreferences
from engage.core.ranges import in_parts

# An uploaded SVG may hold a script. In <img> it never runs; opened by itself this policy stops it.
UPLOAD_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def display_preferences(request: RequestWithDisplay) -> HttpResponse:
    """Show and keep how a person wants pages to look. Works without scripts and without an account."""
    back = _safe_return(request, request.POST.get("next") or request.GET.get("next", "/"))
    if request.method == "POST":
        form = DisplayForm(request.POST)
        if form.is_valid():
            given = {name: value for name, value in form.cleaned_data.items() if value}
            chosen = DisplayPreferences.from_values({**vars(request.display), **given})
            if "reset" in request.POST:
                chosen = DisplayPreferences()
            return remember_display(request, redirect(back), chosen)
    else:
        form = DisplayForm(initial=asdict(request.display))
    return render(request, "pages/core/display.html", {"form": form, "next": back})


def remember_display(request: HttpRequest, response: HttpResponse, chosen: DisplayPreferences) -> HttpResponse:
    """Let the device remember the choices."""
    response.set_cookie(
        COOKIE_NAME,
        chosen.as_cookie(),
        max_age=COOKIE_AGE_SECONDS,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


def _safe_return(request: HttpRequest, target: str) -> str:
    """The address to go back to, if it is one of ours; else the home page."""
    allowed = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if allowed and target.startswith("/") else "/"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a public upload with headers that make it harmless.

    Documents are not found here: Wagtail serves them at an address that asks who may see them.
    """
    if _is_document(path):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Content-Security-Policy"] = UPLOAD_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "public, max-age=86400"
    if isinstance(response, FileResponse) and response.file_to_stream is not None:
        return in_parts(request, response, response.file_to_stream)
    return response


def _is_document(path: str) -> bool:
    """Whether ``serve`` would look for this path in the folder of Wagtail's documents."""
    folder = get_document_model()._meta.get_field("file").upload_to
    # Read as ``serve`` reads it; in any case of letters, as some file systems do not tell them apart.
    return posixpath.normpath(path).lstrip("/").casefold().startswith(f"{folder}/".casefold())
