"""What a new installation needs before anybody can work: a tree of pages, groups, pictograms."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail_localize.operations import translate_object

from ambassadors.models import AmbassadorIndexPage
from consultations.events.first_requirements import load_first_requirements
from consultations.events.models import EventIndexPage
from consultations.models import ConsultationIndexPage
from consultations.outcomes.models import OutcomeIndexPage
from engage.core.glossary import load_first_terms
from engage.core.languages import sources
from home.groups import ensure_groups
from home.models import HomePage
from home.pictograms import load_pictograms


def publish(page: Page) -> Page:
    """Publish a page the way the editor does: as a revision that goes live."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@transaction.atomic
def set_up() -> HomePage:
    """Make whatever is missing. Running it again changes nothing that somebody edited."""
    load_first_terms()
    pictures = load_pictograms()
    load_first_requirements(pictures)
    home = sources(HomePage.objects.all()).first() or _make_home(pictures)
    for model, title, slug, picture, summary in (
        (ConsultationIndexPage, "Have your say", "have-your-say", "speech-bubble", "See what we ask you about."),
        (EventIndexPage, "Events", "events", "calendar", "Come and talk to us."),
        (OutcomeIndexPage, "What changed", "what-changed", "tick", "See what we did because of you."),
        (AmbassadorIndexPage, "SEND Ambassadors", "ambassadors", "ambassador", "Meet the young people who speak up."),
    ):
        if not model.objects.exists():
            page = model(title=title, slug=slug, summary=summary, picture=pictures[picture], show_in_menus=True)
            home.add_child(instance=page)
            publish(page)
    ensure_groups()
    return home


@transaction.atomic
def set_up_languages() -> None:
    """Make the languages of the settings, each with a home page: a draft, until somebody translates and publishes it.

    Officers get their permissions on each home page. Running it again changes nothing.
    """
    home = sources(HomePage.objects.all()).get()
    for code, _name in settings.LANGUAGES[1:]:
        locale, _made = Locale.objects.get_or_create(language_code=code)
        if not home.has_translation(locale):
            translate_object(home, [locale])
    ensure_groups()


def _make_home(pictures) -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(title="Home", slug="engage-home", picture=pictures["hero-people"])
    root.add_child(instance=home)
    publish(home)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
    welcome = site.root_page if site.pk else None
    site.root_page = home
    site.site_name = "Engage"
    site.save()
    if welcome and type(welcome.specific) is Page and not welcome.get_children().exists():
        welcome.delete()
    return home
