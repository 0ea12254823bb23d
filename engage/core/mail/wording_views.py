"""The words of e-mails in the admin: all kinds, and one to change, look at and take back."""

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from engage.core import wordings
from engage.core.mail.permissions import wording_policy
from engage.core.mail.wording_forms import WordingForm
from engage.core.mail.wording_models import MailWording

WORDS_ACTION = "core.mail.words"


class WordingListView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Every kind of e-mail whose words may be changed, in each language."""

    permission_policy = wording_policy
    permission_required = "change"
    template_name = "core/mail/wordings.html"
    page_title = gettext_lazy("Words of e-mails")
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        changed = set(MailWording.objects.values_list("kind", "language"))
        rows = [
            (kind, [(code, name, (kind.kind, code) in changed) for code, name in settings.LANGUAGES])
            for kind in wordings.kinds()
        ]
        return super().get_context_data(**kwargs, rows=rows)


class WordingView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """One kind of e-mail in one language: save the words, look at them, or go back to the first ones."""

    permission_policy = wording_policy
    permission_required = "change"
    form_class = WordingForm
    template_name = "core/mail/wording.html"
    header_icon = "mail"

    @cached_property
    def kind(self) -> wordings.Kind:
        try:
            return wordings.kind_of(self.kwargs["kind"])
        except KeyError as error:
            raise Http404 from error

    @cached_property
    def language(self) -> str:
        language: str = self.kwargs["language"]
        if language not in dict(settings.LANGUAGES):
            raise Http404
        return language

    @property
    def stored(self):
        return MailWording.objects.filter(kind=self.kind.kind, language=self.language)

    def get_page_title(self):
        return str(self.kind.label)

    def get_breadcrumbs_items(self):
        listed = {"url": reverse("mail:wordings"), "label": _("Words of e-mails")}
        return [*self.breadcrumbs_items, listed, {"url": "", "label": self.get_page_title()}]

    def get_initial(self):
        subject, body = MailWording.objects.words_for(self.kind, self.language)
        return {"subject": subject, "body": body}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "kind": self.kind}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            kind=self.kind,
            language=dict(settings.LANGUAGES)[self.language],
            code=self.language,
            direction="rtl" if get_language_info(self.language)["bidi"] else "ltr",
            is_changed=self.stored.exists(),
        )

    def post(self, request, *args, **kwargs):
        if request.POST.get("go") != "first":
            return super().post(request, *args, **kwargs)
        with transaction.atomic():
            for wording in self.stored:
                log(instance=wording, action=WORDS_ACTION, user=request.user, deleted=True)
                wording.delete()
        messages.success(request, _("The first words are back."))
        return redirect(request.path)

    def form_valid(self, form):
        if self.request.POST.get("go") == "look":
            return self.render_to_response(self.get_context_data(form=form, sample=form.sample()))
        with transaction.atomic():
            wording, _made = MailWording.objects.update_or_create(
                kind=self.kind.kind, language=self.language, defaults=form.cleaned_data
            )
            log(instance=wording, action=WORDS_ACTION, user=self.request.user)
        messages.success(self.request, _("The words are saved. New e-mails have them."))
        return redirect("mail:wordings")
