"""Changing the words of an e-mail."""

from typing import Any

from django import forms
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from engage.core.mail.models import OutboxMessage
from engage.core.mail.wording_models import MailWording
from engage.core.wordings import Kind, UnknownPlaceholder, check_placeholders, fill


def in_brackets(name: str) -> str:
    """A placeholder as people type it."""
    return f"{{{name}}}"


class WordingForm(forms.Form):
    """Subject and text of one kind of e-mail, with the placeholders of its list and no other."""

    subject = forms.CharField(
        label=_("Subject"),
        max_length=MailWording._meta.get_field("subject").max_length,
        error_messages={"required": _("Write a subject.")},
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=MailWording._meta.get_field("body").max_length,
        widget=AdminAutoHeightTextInput,
        help_text=_("Leave a line free between two paragraphs."),
        error_messages={"required": _("Write a text.")},
    )

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind

    def clean_subject(self) -> str:
        return self._known(self.cleaned_data["subject"])

    def clean_body(self) -> str:
        return self._known(self.cleaned_data["body"].replace("\r\n", "\n"))

    def sample(self) -> OutboxMessage:
        """The message that somebody would get, with sample values. For a form that is valid."""
        values = self.kind.sample_values()
        return OutboxMessage(
            subject=fill(self.cleaned_data["subject"], values), body=fill(self.cleaned_data["body"], values)
        )

    def _known(self, words: str) -> str:
        try:
            check_placeholders(words, self.kind)
        except UnknownPlaceholder as error:
            unknown = get_text_list([in_brackets(name) for name in error.names], gettext("and"))
            known = ", ".join(in_brackets(name) for name in self.kind.placeholders)
            raise forms.ValidationError(
                _("This e-mail does not know %(unknown)s. It knows %(known)s."),
                params={"unknown": unknown, "known": known or "-"},
            ) from error
        return words
