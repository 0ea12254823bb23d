"""All addresses. Wagtail's pages come last, as they take whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from consultations.surveys.views import following, joining, offline, receiving
from engage.core import ranges
from engage.core import views as core_views
from engage.core.health import healthz
from engage.images.views.credits import picture_credits
from home import views as home_views

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("admin/", include(wagtailadmin_urls)),
    # Before Wagtail's own address of the same file, which keeps its name.
    re_path(r"^documents/(\d+)/(.*)$", ranges.document),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.SERVE_MEDIA:
    urlpatterns += [re_path(r"^media/(?P<path>.+)$", core_views.media, name="media")]

# What people read. Its language stands in the address, except for the first one.
urlpatterns += i18n_patterns(
    path("answer/", include("consultations.surveys.urls")),
    path("events/", include("consultations.events.urls")),
    path("join/", joining.join, name="join"),
    path("join/<str:code>/", joining.session_page, name="join_session"),
    path("join/<str:code>/leave/", joining.leave, name="leave_session"),
    path("join/worker.js", offline.worker, name="offline_worker"),
    path("join/<str:code>/offline/", offline.offline_page, name="offline"),
    path("join/<str:code>/receive/", receiving.receive, name="receive"),
    path("s/<str:code>/", following.follow, name="short_link"),
    path("display/", core_views.display_preferences, name="display_preferences"),
    path("picture-credits/", picture_credits, name="picture_credits"),
    path("search/", home_views.search, name="search"),
    path("", include("engage.core.serving")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler404 = "home.views.not_found"
handler500 = "home.views.broken"
