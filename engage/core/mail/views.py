"""E-mails in the admin: what was sent, what waits, what was given up; in the demo, the messages themselves."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from engage.core.mail import files
from engage.core.mail.care import forget_mail_to, try_again
from engage.core.mail.models import OutboxMessage
from engage.core.mail.permissions import mail_policy, wording_policy

# Whatever a message holds: it runs nothing, loads nothing, and stands only in our own page.
PAGE_HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    "Referrer-Policy": "no-referrer",
}


class MailListView(generic.IndexView):
    """All messages, the newest first."""

    any_permission_required = ["view"]
    page_title = gettext_lazy("E-mails")
    default_ordering = ["-made_at", "-pk"]

    def get_list_more_buttons(self, instance):
        """The title leads to what there is to see and to do."""
        return []

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            files=files.mail_goes_to_files(),
            dead=OutboxMessage.objects.dead().exclude(recipient="").count(),
            may_retry=self.permission_policy.user_has_permission(user, "retry"),
            may_forget=self.permission_policy.user_has_permission(user, "forget"),
            may_change=wording_policy.user_has_permission(user, "change"),
        )


class MailPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A page about e-mails, below the list of them."""

    permission_policy = mail_policy
    permission_required = "view"
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        listed = {"url": reverse("mail:index"), "label": _("E-mails")}
        return [*self.breadcrumbs_items, listed, {"url": "", "label": self.get_page_title()}]

    @property
    def may_retry(self) -> bool:
        return self.permission_policy.user_has_permission(self.request.user, "retry")


class MailView(MailPage):
    """One message: to whom, how it went, and the button that lets it be tried again. Never what it says."""

    template_name = "core/mail/message.html"

    @cached_property
    def object(self) -> OutboxMessage:
        return get_object_or_404(OutboxMessage, pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.object.title

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, message=self.object, may_retry=self.may_retry)


class RetryView(MailPage):
    """Ask, and let one message, or all that were given up, be tried again."""

    permission_required = "retry"
    template_name = "core/mail/retry_all.html"
    page_title = gettext_lazy("Try all again")

    def get_context_data(self, **kwargs):
        dead = OutboxMessage.objects.dead().exclude(recipient="").count()
        return super().get_context_data(**kwargs, dead=dead)

    def post(self, request: HttpRequest, *_args: Any, pk: int | None = None) -> HttpResponse:
        chosen = OutboxMessage.objects.all()
        if pk is not None:
            chosen = chosen.filter(pk=get_object_or_404(OutboxMessage, pk=pk).pk)
        count = try_again(messages=chosen, by=request.user)
        if count:
            words = ngettext("%(count)d e-mail is tried again.", "%(count)d e-mails are tried again.", count)
            messages.success(request, words % {"count": count})
        else:
            messages.warning(request, _("There was nothing to try again: it is sent, waits, or is too late."))
        return redirect("mail:index")


class RetryOneView(RetryView):
    """The button of one message: nothing to look at."""

    http_method_names = ["post"]


class AddressForm(forms.Form):
    address = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        error_messages={
            "required": gettext_lazy("Write the address."),
            "invalid": gettext_lazy("This does not look like an e-mail address."),
        },
    )


class ForgetView(MailPage, FormView):
    """Empty all messages to a person who asks for it."""

    permission_required = "forget"
    form_class = AddressForm
    template_name = "core/mail/forget.html"
    page_title = gettext_lazy("Forget a person")

    def form_valid(self, form):
        count = forget_mail_to(address=form.cleaned_data["address"], by=self.request.user)
        words = ngettext("%(count)d e-mail was emptied.", "%(count)d e-mails were emptied.", count)
        messages.success(self.request, words % {"count": count})
        return redirect("mail:index")


class FilesView(MailPage):
    """Messages that went to the demo's folder."""

    template_name = "core/mail/files.html"
    page_title = gettext_lazy("Read e-mails")

    def dispatch(self, request, *args, **kwargs):
        if not files.mail_goes_to_files():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, found=files.newest())


class FileView(FilesView):
    """One of them: its text, with links that can be followed, and its page in a frame."""

    template_name = "core/mail/file.html"

    @cached_property
    def found(self) -> files.MailFile:
        found = files.find(self.kwargs["name"])
        if found is None:
            raise Http404
        return found

    def get_page_title(self):
        return self.found.subject

    def get_breadcrumbs_items(self):
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": reverse("mail:files"), "label": FilesView.page_title}, here]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, mail=self.found, text=self.found.text("plain"))


class FilePageView(PermissionCheckedMixin, View):
    """The message as HTML, alone, for the frame."""

    permission_policy = mail_policy
    permission_required = "view"

    def get(self, _request: HttpRequest, name: str) -> HttpResponse:
        found = files.find(name) if files.mail_goes_to_files() else None
        if found is None:
            raise Http404
        response = HttpResponse(found.text("html"), headers=PAGE_HEADERS)
        # ``frame-ancestors`` says who may frame it.
        response.xframe_options_exempt = True
        return response
