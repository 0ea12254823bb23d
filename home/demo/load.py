"""The demo district, made by code through the same models and services that people use."""

from django.db import transaction

from consultations.models import ConsultationPage
from home.demo.analysing import load_codings, load_outcomes, load_themes
from home.demo.booking import load_bookings
from home.demo.consulting import load_consultations
from home.demo.happening import load_past_event
from home.demo.importing import load_imports
from home.demo.languages import load_urdu
from home.demo.mailing import load_mails
from home.demo.pages import load_pages
from home.demo.people import load_people
from home.demo.recordings import load_recordings
from home.demo.responding import load_responses
from home.demo.sharing import load_links, load_sessions
from home.demo.strategy import load_strategy
from home.demo.unfinished import load_unfinished
from home.demo.voices import load_voices
from home.installation import set_up
from home.pictograms import load_pictograms


def load_demo(*, password: str = "") -> bool:
    """Load Northdale unless it is there; True when it was loaded now.

    ``password``, when given, becomes the password of all demo people.
    """
    home = set_up()
    people = load_people(password)
    if ConsultationPage.objects.exists():
        return False
    with transaction.atomic():
        pictures = load_pictograms()
        recordings = load_recordings()
        strategy = load_strategy(pictures, recordings)
        load_pages(home, pictures)
        themes = load_themes(strategy)
        surveys = load_consultations(pictures, strategy, recordings)
        responses = load_responses(surveys, people["officer"])
        load_bookings(people["officer"])
        load_past_event(people["officer"])
        load_links(surveys, people["officer"])
        load_sessions(surveys, people["officer"])
        load_imports(surveys, people["officer"])
        load_unfinished(surveys)
        load_mails(surveys)
        load_codings(responses, themes, people)
        load_voices(surveys, themes, people["officer"])
        load_outcomes(pictures, strategy, themes)
        load_urdu(surveys, people["officer"])
    return True
