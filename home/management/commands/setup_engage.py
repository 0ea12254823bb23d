"""Make a new installation ready: pages, groups and pictograms. Safe to run at every start."""

from django.core.management.base import BaseCommand

from home.installation import set_up, set_up_languages


class Command(BaseCommand):
    help = "Make the pages, groups and pictograms that Engage needs. Changes nothing that is there."

    def handle(self, *args, **options) -> None:
        home = set_up()
        set_up_languages()
        self.stdout.write(f"Ready. The home page is “{home.title}”.")
