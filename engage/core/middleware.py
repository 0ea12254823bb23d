"""What every response gets: a content security policy, compression, and the person's display preferences.

And what an officer gets who publishes a page that is not complete: words instead of an error.
"""

from functools import cache, wraps

from csp.constants import HEADER, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, JsonResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from engage.core.preferences import COOKIE_NAME, DisplayPreferences
from engage.core.publishing import NotReadyToPublish


class RequestWithDisplay(HttpRequest):
    """A request as views get it, after ``DisplayPreferencesMiddleware``. For annotations only."""

    display: DisplayPreferences


class DisplayPreferencesMiddleware:
    """Puts ``request.display`` (``DisplayPreferences``) on every request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.display = DisplayPreferences.from_cookie(request.COOKIES.get(COOKIE_NAME, ""))
        response = self.get_response(request)
        # Whatever keeps pages between us and the person must not show them somebody else's choices.
        patch_vary_headers(response, ["Cookie"])
        return response


class CompressionMiddleware(GZipMiddleware):
    """Django's compression, but not of files that are sent in parts: a part must be of what is stored."""

    def process_response(self, request, response):
        if response.has_header("Accept-Ranges"):
            return response
        return super().process_response(request, response)


class NotReadyToPublishMiddleware:
    """Takes an officer back to the page that is not complete, and says what is missing.

    The editor says it at the fields. This is for the ways that have no form: bulk actions and the
    approval of a workflow. Whatever they had changed is rolled back by the error.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, NotReadyToPublish):
            return None
        title = exception.page.get_admin_display_title()
        missing = " ".join(exception.problems)
        messages.error(request, _("“%(page)s” is not published. %(missing)s") % {"page": title, "missing": missing})
        target = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # Wagtail's approval dialogue goes where this says.
            return JsonResponse({"step": "success", "redirect": target})
        return redirect(target)


# What our pages never use, no script on them can.
NO_DEVICES = {"microphone": "()", "camera": "()", "geolocation": "()"}


class DevicesMiddleware:
    """Says with every answer that the page uses no microphone, camera or place, unless its view said otherwise."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", _policy(NO_DEVICES))
        return response


def allow_microphone(response):
    """Let this page ask for the microphone, and play what it has just recorded."""
    response.headers["Permissions-Policy"] = _policy({**NO_DEVICES, "microphone": "(self)"})
    response._csp_update = {"media-src": ["blob:"]}
    return response


def _policy(devices: dict[str, str]) -> str:
    return ", ".join(f"{name}={who}" for name, who in devices.items())


# Wagtail 8.0's editor starts its choosers, date pickers and rows of rows with inline scripts that
# cannot carry a nonce (widgets are rendered without the request), and sets style attributes from
# its scripts. So the admin allows both; public pages have neither, and the screens that show
# people's words (``no_inline_scripts``) allow no inline script. See docs/decisions.
ADMIN_EXCEPTIONS = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
}
WORDS_EXCEPTIONS = {**ADMIN_EXCEPTIONS, "script-src": [SELF]}


def no_inline_scripts(view):
    """For admin views that show what people wrote: whatever slips through, the browser runs no inline script."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response._csp_replace = WORDS_EXCEPTIONS
        return response

    return wrapped


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's policy, with the admin's exceptions on the admin's addresses only."""

    def process_response(self, request, response):
        """The same words for every public page, put together once; django-csp's own way for all others."""
        special = settings.DEBUG or any(name.startswith("_csp_") for name in (*vars(request), *vars(response)))
        if special or request.path.startswith(_admin_prefix()):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, _public_policy())
        return response

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.replace is None and request.path.startswith(_admin_prefix()):
            parts.replace = ADMIN_EXCEPTIONS
        return parts


@cache
def _public_policy() -> str:
    return str(build_policy())


@cache
def _admin_prefix() -> str:
    try:
        return reverse("wagtailadmin_home")
    except NoReverseMatch:
        return "/admin/"
