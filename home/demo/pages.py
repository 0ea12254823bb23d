"""The home page, content pages, ambassadors and settings of the demo district."""

from wagtail.models import Site

from ambassadors.models import AmbassadorIndexPage, AmbassadorPage
from home.demo.content import pages as content
from home.demo.passages import passages, prose, sentences
from home.installation import publish
from home.models import ContentPage, HomePage, SiteSettings


def load_pages(home: HomePage, pictures) -> None:
    """Fill the home page and the settings; make content pages and ambassadors."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in content.SETTINGS.items():
        setattr(settings, name, value)
    settings.save()
    home.title = content.HOME["title"]
    home.summary = content.HOME["lead"]
    home.hero_heading = content.HOME["hero_heading"]
    home.hero_text = "\n".join(content.HOME["hero_sentences"])
    home.picture = pictures[content.HOME["hero_picture"]]
    publish(home)
    for row in content.CONTENT_PAGES:
        page = ContentPage(
            title=row["title"],
            slug=row["slug"],
            passages=passages(row["passages"], pictures),
            body=prose(row["body"]),
        )
        home.add_child(instance=page)
        publish(page)
    _load_practice(home, pictures)
    _load_ambassadors(pictures)


def _load_practice(home: HomePage, pictures) -> None:
    row = content.PRACTICE
    page = ContentPage(
        title=row["title"], slug=row["slug"], passages=passages(row["passages"], pictures), live=False, in_footer=False
    )
    home.add_child(instance=page)
    page.save_revision()


def _load_ambassadors(pictures) -> None:
    index = AmbassadorIndexPage.objects.get()
    index.title = content.AMBASSADOR_INDEX["title"]
    index.passages = passages(content.AMBASSADOR_INDEX["passages"], pictures)
    publish(index)
    for row in content.AMBASSADORS:
        portrait = pictures[row["portrait"]]
        page = AmbassadorPage(
            title=row["first_name"],
            slug=row["slug"],
            picture=portrait,
            summary=row["words"][0],
            passages=sentences(row["words"][1:], pictures),
            change=row["change"],
            wish=row["wish"],
        )
        index.add_child(instance=page)
        publish(page)
