"""The rows that cannot be imported, for an officer to take away and mend."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from consultations.surveys.importing.checking import Checked
from engage.core.exports import Cell


def wrong_rows(checked: Checked) -> Iterator[Sequence[Cell]]:
    """Headings, then each wrong row: its cells as they were, its line, and what is wrong.

    Mended and imported again, the file is read as before: the two last columns are left out by themselves.
    """
    headings = checked.sheet.headings
    yield [*headings, _("line in the file"), _("what is wrong")]
    for row in checked.wrong:
        wrong = [f"{checked.heading(one.column)}: {one.message}".removeprefix(": ") for one in row.problems]
        yield [*row.cells, row.line, " ".join(wrong)]
