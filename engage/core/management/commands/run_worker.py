"""Run the work that nobody waits for. See docs/web-team/worker.md."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from engage.core.worker.running import run_forever, run_round
from engage.core.worker.stopping import ask_to_stop, stop_with_parent


class Command(BaseCommand):
    help = "Send e-mails and do the daily work, until it is asked to end. Several may run at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due now, and end. For cron.")
        parser.add_argument("--with-parent", type=int, help="End with the process of this number, which started it.")

    def handle(self, *args: Any, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_arguments: ask_to_stop())
        if options["with_parent"]:
            stop_with_parent(options["with_parent"])
        if not options["once"]:
            run_forever()
            return
        for job, count in run_round().items():
            if count:
                self.stdout.write(f"{job}: {count}")
