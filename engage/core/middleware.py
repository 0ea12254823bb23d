"""What every response gets: a content security policy, and the person's display preferences."""

from csp.constants import NONCE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.urls import NoReverseMatch, reverse

from engage.core.preferences import COOKIE_NAME, DisplayPreferences


class DisplayPreferencesMiddleware:
    """Puts ``request.display`` (``DisplayPreferences``) on every request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.display = DisplayPreferences.from_cookie(request.COOKIES.get(COOKIE_NAME, ""))
        return self.get_response(request)


# Wagtail's admin sets style attributes from its scripts and shows the date picker with an inline
# script. Public pages have neither, so only the admin's addresses get these two exceptions.
ADMIN_EXCEPTIONS = {
    "script-src": [SELF, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's policy, with the admin's exceptions on the admin's addresses only."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.replace is None and request.path.startswith(_admin_prefix()):
            parts.replace = ADMIN_EXCEPTIONS
        return parts


def _admin_prefix() -> str:
    try:
        return reverse("wagtailadmin_home")
    except NoReverseMatch:
        return "/admin/"
