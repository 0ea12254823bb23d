"""Compare the journey with a bare view behind gunicorn, in one sitting. Run by ``make bench``; asserts nothing.

The bare view is measured just before and just after each of ours; the ratio is to the mean of both.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import pages
from tests.bench.bookings import Booked
from tests.bench.journeys import Measured
from tests.bench.load import CONNECTIONS, Line, measure, repeated, request
from tests.bench.yardstick import running_yardstick
from tests.harness.site import DemoSite, running_demo

SECONDS = 8.0
# What is measured: floor and aim, as shares of the bare view's requests a second.
GOALS = {"see a question": (0.20, 0.40), "save an answer": (0.10, 0.25), "10 questions, whole": (0.006, 0.0125)}
BOOKING = {"book places": (0.02, 0.05)}


def bare_view(seconds: float) -> float:
    """Requests a second of the yardstick."""
    with running_yardstick() as url:
        asked = request("GET", "/", host=url.removeprefix("http://"))
        measure(url, [repeated([asked], 200)] * CONNECTIONS, 1.0)
        return measure(url, [repeated([asked], 200) for _number in range(CONNECTIONS)], seconds).per_second


def compare(site: DemoSite, stored: int, seconds: float) -> None:
    """Measure everything once and print a line each."""
    survey = Measured.at(site, stored)
    visitors: dict[str, Callable[[], Callable[[Line], bool]]] = {
        "see a question": survey.see,
        "save an answer": survey.save,
        "10 questions, whole": survey.complete,
    }
    measure_all(site, visitors, seconds)


def measure_all(site: DemoSite, visitors: dict[str, Callable[[], Callable[[Line], bool]]], seconds: float) -> None:
    """A line for each, between two of the bare view."""
    before = bare_view(seconds)
    for name, visitor in visitors.items():
        visits = [visitor() for _number in range(CONNECTIONS)]
        measure(site.url, visits, 1.0)
        result = measure(site.url, visits, seconds)
        after = bare_view(seconds)
        ratio = result.per_second / ((before + after) / 2)
        floor, aim = {**GOALS, **BOOKING}[name]
        print(
            f"{name:22}{result.per_second:9.1f}{before:9.0f}{after:9.0f}{ratio:9.4f}{floor:8}{aim:8}"
            f"{result.failed:8}{result.own_cpu:11.0%}",
            flush=True,
        )
        before = after


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--stored", type=int, default=100_000, help="responses for the second half; 0 leaves it out")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each figure is measured")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="engage-bench-") as folder,
        running_demo(Path(folder) / "var", workers=2) as site,
    ):
        pages.report(site)
        print(
            f"\n{CONNECTIONS} connections. Bare view: gunicorn, 2 sync workers. Ours: as make demo serves it, SQLite."
        )
        for stored in [0, options.stored] if options.stored else [0]:
            print(f"\nWith {stored or 'the demo’s'} stored responses")
            print(
                f"{'':22}{'a second':>9}{'before':>9}{'after':>9}{'ratio':>9}{'floor':>8}{'aim':>8}"
                f"{'failed':>8}{'generator':>11}"
            )
            compare(site, stored, options.seconds)
        print("\nListening events: one form for 3 people, with its e-mail and calendar file")
        measure_all(site, {"book places": Booked.at(site).book}, options.seconds)


if __name__ == "__main__":
    main()
