"""What somebody gives when they import a set of pictures."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from engage.images.models import CustomImage

# As large as the example of nginx lets through.
LARGEST_UPLOAD = 50 * 1024 * 1024


class ImportForm(forms.Form):
    """A ZIP file with pictures and a CSV, and the name of the set."""

    name = forms.CharField(
        label=_("Name of the set"),
        max_length=80,
        help_text=_("The same name again brings the set up to date. It stands on the page “Picture credits”."),
    )
    collection = forms.ModelChoiceField(
        label=_("Collection"), queryset=Collection.objects.none(), empty_label=None, help_text=_("For new pictures.")
    )
    file = forms.FileField(
        label=_("ZIP file"),
        help_text=_("Pictures (PNG, JPG, SVG) and one CSV file with the columns file, keywords, licence and credit."),
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        error_messages={"required": _("Choose the ZIP file."), "empty": _("This file is empty. Choose another.")},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = policy_registry.get_by_type(CustomImage).collections_user_has_permission_for(user, "add")
        field = cast(forms.ModelChoiceField, self.fields["collection"])
        field.queryset = allowed
        if len(allowed) == 1:
            field.widget = forms.HiddenInput()
            field.initial = allowed[0].pk

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            raise ValidationError(
                _("This file is larger than %s MB. Import the pictures in parts.") % (LARGEST_UPLOAD // 1024**2)
            )
        return file
