"""Forms of pictures in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Wagtail's form of a picture, with its tags called what they are for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "tags" in self.fields:
            self.fields["tags"].label = _("Keywords")
            self.fields["tags"].help_text = _(
                "Words that somebody would look for, such as: bus, travel, journey. Engage suggests the picture "
                "for sentences that hold one of them."
            )
