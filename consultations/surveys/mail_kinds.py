"""E-mails of surveys whose words officers may change."""

from django.utils.translation import gettext_lazy as _

from engage.core import wordings

COME_BACK = "surveys.come_back"


def register_kinds() -> None:
    """Once, when the app starts."""
    wordings.register(
        kind=COME_BACK,
        label="Come back to your answers",
        placeholders={
            "survey": "the title of the survey",
            "link": "the private link that opens the answers",
            "day": "the last day on which the link works",
        },
        samples={
            "survey": "My plan and me",
            "link": "https://have-your-say.example.gov.uk/answer/come-back/example/",
            "day": "24 December 2026",
        },
        subject=_("Come back to your answers"),
        body=_(
            "You asked us for this message.\n"
            "It opens the answers that you started.\n"
            "\n"
            "{survey}\n"
            "{link}\n"
            "\n"
            "The link works until {day}.\n"
            "It stops when you send your answers.\n"
            "Please do not give this link to other people.\n"
            "\n"
            "We did not keep your e-mail address.\n"
            "Did you not ask for this? Then you can delete this message."
        ),
    )
