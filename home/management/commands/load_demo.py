"""Load the demo district, once."""

from django.core.management.base import BaseCommand

from home.demo.load import load_demo


class Command(BaseCommand):
    help = "Load the demo district Northdale. A second run keeps everything and only sets the password."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--password", default="", help="The password of the demo's people. Empty: keep theirs.")

    def handle(self, *args, **options) -> None:
        loaded = load_demo(password=options["password"])
        self.stdout.write("The demo district is loaded." if loaded else "The demo district was there. Nothing changed.")
