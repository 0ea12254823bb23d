"""Import a folder of pictures with a CSV that says what they are."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Collection

from engage.images.importing.checking import Report, check_pictures
from engage.images.importing.sources import FolderSource, UnusableSource
from engage.images.services.importing import ImportRefused, import_pictures


class Command(BaseCommand):
    help = "Import pictures from a folder with one CSV (file, keywords, licence, credit). Again brings them up to date."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--set", dest="name", default="", help="Name of the set. Without it: the folder's name.")
        parser.add_argument("--collection", default="", help="Name of the collection for new pictures.")
        parser.add_argument("--check", action="store_true", help="Only say what would happen.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"]
        name = " ".join((options["name"] or folder.resolve().name).split())[:80]
        try:
            source = FolderSource(folder)
            if options["check"]:
                self._say(check_pictures(source=source, name=name))
                return
            done = import_pictures(source=source, name=name, collection=self._collection(options["collection"]))
        except UnusableSource as error:
            raise CommandError(str(error)) from error
        except ImportRefused as refused:
            self._say(refused.report)
            return
        self.stdout.write(f"{name}: {done.new} new, {done.changed} changed, {done.same} as they were.")

    def _collection(self, name: str) -> Collection:
        if not name:
            return Collection.get_first_root_node()
        found = Collection.objects.filter(name=name).first()
        if found is None:
            raise CommandError(f"There is no collection “{name}”.")
        return found

    def _say(self, report: Report) -> None:
        """What an import would do. Raises ``CommandError`` where it would be refused."""
        for problem in report.problems:
            self.stderr.write(f"Line {problem.line}, {problem.file or '(no file)'}: {problem.message}")
        if report.problems:
            raise CommandError(f"{len(report.problems)} problems. Nothing was imported.")
        self.stdout.write(
            f"{report.name}: {len(report.new)} new, {len(report.known)} there already. Nothing was imported."
        )
