"""The recording that may stand beside own words: what it really is, not what its name or its sender says."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.surveys.services.voices import Recorded
from engage.core.audio import NotAudio, read_audio

# Browsers stop a moment late.
SLACK_SECONDS = 5
TOO_LONG = _("Your recording is too long. It can be 2 minutes long. Please record it again.")
NOT_SOUND = _("We cannot play this recording. Please record it again. Or write your words.")


class VoiceField(forms.FileField):
    """A new recording as ``Recorded``; None where nothing was recorded now."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, allow_empty_file=True, **kwargs)

    def clean(self, data, initial=None) -> Recorded | None:
        if not data:
            return None
        if data.size > settings.ENGAGE_VOICE_BYTES:
            raise forms.ValidationError(TOO_LONG)
        content = data.read()
        try:
            audio = read_audio(content)
        except NotAudio:
            raise forms.ValidationError(NOT_SOUND) from None
        if audio.length is not None and audio.length > settings.ENGAGE_VOICE_SECONDS + SLACK_SECONDS:
            raise forms.ValidationError(TOO_LONG)
        return Recorded(content, audio)
