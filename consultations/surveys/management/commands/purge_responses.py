"""Delete responses whose period is over. Run it once a day."""

from django.core.management.base import BaseCommand

from consultations.surveys.services.retention import purge_responses


class Command(BaseCommand):
    help = "Delete unfinished responses and answers whose time is over. Never what a concern withholds."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be deleted.")

    def handle(self, *args, **options) -> None:
        report = purge_responses(dry_run=options["dry_run"])
        verb = "Would delete" if options["dry_run"] else "Deleted"
        self.stdout.write(f"{verb} {report.unfinished} unfinished responses.")
        self.stdout.write(f"{verb} {report.past_their_time} responses of consultations that closed long ago.")
        self.stdout.write(f"{verb} {report.withdrawn} responses that people took back.")
        self.stdout.write(f"Kept {report.held_by_concern} responses because of a concern.")
        self.stdout.write(f"{verb} {report.stray_recordings} recordings to which no answer belongs.")
