"""Links and posters in the admin: which survey, its links, a link's square and poster."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.models import ConsultationPage
from consultations.surveys.link_forms import LinkForm
from consultations.surveys.models import SurveyLink, SurveyPage
from consultations.surveys.services.links import LinkInUse, NameTaken, counts_by_link, make_link, remove_link
from engage.core.languages import sources
from engage.core.qr import qr_png_file, qr_svg, qr_svg_file

FILES = {"svg": (qr_svg_file, "image/svg+xml"), "png": (qr_png_file, "image/png")}
POSTER_PASSAGES = 2


def public_address(request: HttpRequest, name: str, code: str) -> str:
    """The whole address of a short link, on the host at which the officer works."""
    return request.build_absolute_uri(reverse(name, args=[code]))


def spoken_address(address: str) -> str:
    """An address as people type it: without ``https://`` and without the slash at the end."""
    return address.split("://", 1)[-1].rstrip("/")


class LinksMixin(PermissionCheckedMixin):
    """For those who may see links."""

    model = SurveyLink
    permission_required = "view"

    @cached_property
    def link(self) -> SurveyLink:
        links = SurveyLink.objects.select_related("survey__picture")
        link = get_object_or_404(links, pk=self.kwargs["pk"])
        if not self.user_has_permission_for_instance(self.permission_required, link):
            raise Http404
        return link


class SharedSurveysView(LinksMixin, WagtailAdminTemplateMixin, TemplateView):
    """The published surveys, those of the newest consultation first."""

    template_name = "surveys/admin/shared_surveys.html"
    page_title = gettext_lazy("Links and posters")
    header_icon = "link"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        surveys = list(SurveyPage.objects.live().annotate(link_count=Count("links")).order_by("path"))
        consultations = sources(ConsultationPage.objects.live().with_answer().order_by("-opens_at"))
        groups = [(one, [survey for survey in surveys if survey.path.startswith(one.path)]) for one in consultations]
        return super().get_context_data(**kwargs, groups=[(one, found) for one, found in groups if found])


class ShareView(LinksMixin, WagtailAdminTemplateMixin, FormView):
    """The links of one survey, each with its square, poster and responses; and a form for one more."""

    form_class = LinkForm
    template_name = "surveys/admin/share.html"
    header_icon = "link"

    @cached_property
    def survey(self) -> SurveyPage:
        return get_object_or_404(sources(SurveyPage.objects.live()), pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.survey.title

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("sharing:index"), "label": _("Links and posters")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        counts = counts_by_link(self.survey)
        links = [
            {
                "link": link,
                "address": public_address(self.request, "short_link", link.code),
                "responses": counts.cells[link.name],
            }
            for link in self.survey.links.all()
        ]
        return super().get_context_data(
            **kwargs,
            survey=self.survey,
            consultation=self.survey.consultation,
            links=links,
            without=counts.cells[""],
            everything=counts.total,
            may_add=self.user_has_permission("add"),
            may_delete=self.user_has_permission("delete"),
        )

    def post(self, request, *args, **kwargs):
        if not self.user_has_permission("add"):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            link = make_link(survey=self.survey, name=form.cleaned_data["name"], by=self.request.user)
        except NameTaken:
            form.add_error("name", _("This survey has a link with that name. Choose another name."))
            return self.form_invalid(form)
        messages.success(self.request, _("The link “%(name)s” is ready.") % {"name": link.name})
        return redirect("sharing:survey", self.survey.pk)


class RemoveLinkView(LinksMixin, View):
    """Take a link away by a press of its button."""

    permission_required = "delete"
    http_method_names = ["post"]

    def post(self, request, pk: int):
        name, survey_pk = self.link.name, self.link.survey_id
        try:
            remove_link(link=self.link)
        except LinkInUse:
            messages.warning(request, _("People have answered by “%(name)s”. It stays.") % {"name": name})
        else:
            messages.success(request, _("“%(name)s” is removed.") % {"name": name})
        return redirect("sharing:survey", survey_pk)


class LinkFileView(LinksMixin, View):
    """The square of a link to download."""

    def get(self, request, pk: int, kind: str):
        if kind not in FILES:
            raise Http404
        make, content_type = FILES[kind]
        response = HttpResponse(make(public_address(request, "short_link", self.link.code)), content_type=content_type)
        name = slugify(f"{self.link.survey.slug}-{self.link.name}")
        response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        return response


class LinkPosterView(LinksMixin, TemplateView):
    """An A4 page to print: what it is about, how long it takes, until when, and how to get there."""

    template_name = "surveys/admin/link_poster.html"

    def get_context_data(self, **kwargs):
        survey = self.link.survey
        address = public_address(self.request, "short_link", self.link.code)
        return super().get_context_data(
            **kwargs,
            link=self.link,
            survey=survey,
            consultation=survey.consultation,
            passages=passages_for_poster(survey),
            square=qr_svg(address),
            address=spoken_address(address),
        )


def passages_for_poster(survey: SurveyPage) -> list:
    """The first pictures with words of the survey's introduction, as many as fit on a poster."""
    return [block.value for block in survey.intro if block.block_type == "picture_text"][:POSTER_PASSAGES]
