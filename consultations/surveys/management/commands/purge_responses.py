"""Delete responses, and the words of e-mails, whose period is over. The worker does it once a day."""

from django.core.management.base import BaseCommand

from consultations.surveys.services.retention import purge_responses
from engage.core.mail.care import forget_old


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
        emptied = forget_old(dry_run=options["dry_run"])
        self.stdout.write(f"{'Would forget' if options['dry_run'] else 'Forgot'} the words of {emptied} e-mails.")
