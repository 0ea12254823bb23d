"""Recordings in the admin: who may listen, listens here, and writes down the words."""

from typing import BinaryIO, cast

from django.db.models import F
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.surveys.models import Voice
from consultations.surveys.models.voices import voice_storage
from consultations.surveys.permissions import voice_policy
from consultations.surveys.services.voices import VoiceGone, VoiceWithheld, heard, write_down
from consultations.surveys.voice_forms import TranscriptForm
from consultations.surveys.wording import asked_wordings
from engage.core.ranges import in_parts

# Whatever a browser takes the bytes for: they run nothing, and no other site gets them.
SOUND_HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class VoiceListView(generic.IndexView):
    """Recordings that officers hear, those to write down first, the oldest at the top."""

    any_permission_required = ["listen"]
    page_title = gettext_lazy("Recordings")

    def get_base_queryset(self):
        return Voice.objects.usable().select_related("answer__response__survey", "answer__question__statement")

    def order_queryset(self, queryset):
        return queryset.order_by(F("written_at").asc(nulls_first=True), "answer__response__sent_at", "pk")

    def get_list_more_buttons(self, instance):
        """The title leads to the only thing there is to do: listen and write."""
        return []


class VoiceView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """One recording with its question, the sound, and the words that somebody writes down."""

    model = Voice
    permission_required = "listen"
    form_class = TranscriptForm
    template_name = "surveys/admin/voice.html"
    header_icon = "media"
    index_url_name = None

    @cached_property
    def object(self) -> Voice:
        voices = Voice.objects.usable().select_related(
            "answer__response__survey", "answer__question__statement", "written_by"
        )
        voice = get_object_or_404(voices, pk=self.kwargs["pk"])
        if not self.user_has_permission_for_instance("listen", voice):
            raise Http404
        return voice

    @property
    def may_write(self) -> bool:
        return self.user_has_permission_for_instance("transcribe", self.object)

    def get_page_title(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Recordings")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get_initial(self):
        return {"words": self.object.answer.transcript}

    def get_context_data(self, **kwargs):
        answer, user = self.object.answer, self.request.user
        return super().get_context_data(
            **kwargs,
            voice=self.object,
            answer=answer,
            wording=asked_wordings([answer])[answer.pk],
            may_write=self.may_write,
            may_raise=user.has_perms(["surveys.raise_concern", "surveys.view_answer"]),
            may_see_response=user.has_perm("surveys.view_response"),
        )

    def post(self, request, *args, **kwargs):
        if not self.may_write:
            raise Http404
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            write_down(voice=self.object, by=self.request.user, words=form.cleaned_data["words"])
        except VoiceGone:
            messages.warning(self.request, _("The person has deleted this recording. Nothing was saved."))
        except VoiceWithheld:
            messages.warning(self.request, _("The safeguarding lead has this answer now. Nothing was saved."))
        else:
            messages.success(self.request, _("The words are saved. The answer can be tagged now."))
        return redirect(self.index_url_name)


class ListenView(View):
    """The sound itself. Every request for it is written into the log before a byte goes out."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        voice = Voice.objects.select_related("answer__response").filter(pk=pk).first()
        if voice is None or not voice_policy.user_has_permission_for_instance(request.user, "listen", voice):
            raise Http404
        try:
            sound = voice_storage().open(str(voice.file.name), "rb")
        except FileNotFoundError as error:
            raise Http404 from error
        heard(voice=voice, by=request.user)
        extension = str(voice.file.name).rpartition(".")[2]
        reply = FileResponse(
            sound, as_attachment=True, filename=f"recording-{voice.pk}.{extension}", content_type=voice.media_type
        )
        for name, value in SOUND_HEADERS.items():
            reply.headers[name] = value
        # Safari plays no sound whose parts it cannot ask for.
        return in_parts(request, reply, cast(BinaryIO, sound))
