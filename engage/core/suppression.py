"""Hiding small numbers. The one module that turns counts of people's answers into figures to show.

The rules follow the statistical disclosure control of England's Department for Education and the
Office for National Statistics: counts below a threshold are replaced by "c" (confidential), all
other counts and totals are rounded to the nearest 5, each by itself, and further cells are hidden
where a total would give a hidden one away.

- A count of 1 to ``threshold - 1`` is hidden. The threshold is 10 and never under 5. 0 stays 0.
- Counts and totals are rounded to 5 independently; so rows need not add up, which is intended.
- Percentages come from the rounded figures, and there is none on a base of fewer than 20.
- Tables have at most 2 dimensions.
- Secondary suppression: see ``protect``.

Pure Python: it knows no database and no request, so that it can be attacked in a test.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from engage.core.suppression_graph import Ends, Line, directed_ends, solvable_cells, spread

DEFAULT_THRESHOLD = 10
LOWEST_THRESHOLD = 5
ROUND_TO = 5
LOWEST_PERCENTAGE_BASE = 20
HIDDEN = "c"
# A hidden count must leave an attacker at least this many values to choose from.
LEAST_SPREAD = 5
# Higher than any count of people in a consultation of one district.
UNBOUNDED = 10**7

R = TypeVar("R", bound=Hashable)
C = TypeVar("C", bound=Hashable)
Key = Hashable


@dataclass(frozen=True)
class Figure:
    """A number that may be shown. ``value`` is rounded to 5, or None where it is hidden.

    ``is_base`` says whether percentages may be taken of it: at least 20 were counted.
    """

    value: int | None
    is_base: bool = False

    @property
    def is_hidden(self) -> bool:
        return self.value is None

    def __str__(self) -> str:
        return HIDDEN if self.value is None else f"{self.value:,}"


HIDDEN_FIGURE = Figure(value=None)


@dataclass(frozen=True)
class OneWayTable(Generic[R]):
    """Figures of one question broken down one way, with their total."""

    cells: Mapping[R, Figure]
    total: Figure


@dataclass(frozen=True)
class TwoWayTable(Generic[R, C]):
    """Figures broken down two ways, with the totals of rows and columns and of everything."""

    cells: Mapping[tuple[R, C], Figure]
    row_totals: Mapping[R, Figure]
    column_totals: Mapping[C, Figure]
    total: Figure


def rounded(count: int) -> int:
    """A count to the nearest 5."""
    return ROUND_TO * ((count + ROUND_TO // 2) // ROUND_TO)


def is_small(count: int, threshold: int) -> bool:
    """Whether a count must be hidden for its own sake. Raises ``ValueError`` for a threshold under 5."""
    if threshold < LOWEST_THRESHOLD:
        raise ValueError(f"The threshold is never under {LOWEST_THRESHOLD}.")
    return 0 < count < threshold


def figure(count: int, *, threshold: int = DEFAULT_THRESHOLD) -> Figure:
    """A single count that stands in no table."""
    return HIDDEN_FIGURE if is_small(count, threshold) else _shown(count)


def percentage(part: Figure, base: Figure) -> int | None:
    """How many of 100, from rounded figures; None when either is hidden or the base is under 20."""
    if part.value is None or not base.value or not base.is_base:
        return None
    return min(100, round(100 * part.value / base.value))


def one_way(counts: Mapping[R, int], *, total: int | None = None, threshold: int = DEFAULT_THRESHOLD) -> OneWayTable[R]:
    """Figures of counts and of their total.

    Give ``total`` when the counts overlap (an answer can have two themes), else it is their sum.
    """
    everything = sum(counts.values()) if total is None else total
    parts: list[Key] = [("row", key) for key in counts]
    values: dict[Key, int] = {("row", key): count for key, count in counts.items()}
    values["total"] = everything
    overlapping = everything != sum(counts.values())
    shown = protect(values, [Line(parts, "total")], threshold=threshold, overlapping=overlapping)
    return OneWayTable(cells={key: shown[("row", key)] for key in counts}, total=shown["total"])


def one_way_with_part(
    counts: Mapping[R, int], *, part: int, total: int | None = None, threshold: int = DEFAULT_THRESHOLD
) -> tuple[OneWayTable[R], Figure]:
    """Figures as of ``one_way``, and of a ``part`` of the total that was counted in another way.

    The part and the rest add up to the total, so that neither may give the other away.
    """
    if not part:
        return one_way(counts, total=total, threshold=threshold), _shown(0)
    everything = sum(counts.values()) if total is None else total
    values: dict[Key, int] = {("row", key): count for key, count in counts.items()}
    rows: list[Key] = list(values)
    values |= {"part": part, "rest": everything - part, "total": everything}
    lines = [Line(rows, "total"), Line(["part", "rest"], "total")]
    overlapping = everything != sum(counts.values())
    shown = protect(values, lines, threshold=threshold, overlapping=overlapping)
    table = OneWayTable(cells={key: shown[("row", key)] for key in counts}, total=shown["total"])
    return table, shown["part"]


def two_way(
    counts: Mapping[tuple[R, C], int],
    *,
    rows: Sequence[R],
    columns: Sequence[C],
    row_totals: Mapping[R, int] | None = None,
    column_totals: Mapping[C, int] | None = None,
    total: int | None = None,
    threshold: int = DEFAULT_THRESHOLD,
) -> TwoWayTable[R, C]:
    """Figures of a table. A pair that is missing in ``counts`` is 0.

    Give the totals when the counts overlap; those that are not given are sums.
    """
    cells = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    by_row = row_totals or {row: sum(cells[row, column] for column in columns) for row in rows}
    by_column = column_totals or {column: sum(cells[row, column] for row in rows) for column in columns}
    everything = sum(cells.values()) if total is None else total
    values: dict[Key, int] = {("cell", *pair): count for pair, count in cells.items()}
    values |= {("row", row): by_row[row] for row in rows} | {
        ("column", column): by_column[column] for column in columns
    }
    values["total"] = everything
    lines = [
        *(Line([("cell", row, column) for column in columns], ("row", row)) for row in rows),
        *(Line([("cell", row, column) for row in rows], ("column", column)) for column in columns),
        Line([("row", row) for row in rows], "total"),
        Line([("column", column) for column in columns], "total"),
    ]
    overlapping = any(sum(values[part] for part in line.parts) != values[line.total] for line in lines)
    shown = protect(values, lines, threshold=threshold, overlapping=overlapping)
    return TwoWayTable(
        cells={pair: shown[("cell", *pair)] for pair in cells},
        row_totals={row: shown[("row", row)] for row in rows},
        column_totals={column: shown[("column", column)] for column in columns},
        total=shown["total"],
    )


def protect(
    counts: Mapping[Key, int], lines: Sequence[Line], *, threshold: int = DEFAULT_THRESHOLD, overlapping: bool = False
) -> dict[Key, Figure]:
    """Figures of counts that are tied to one another by ``lines`` (parts that add up to a total).

    First every small count is hidden. Then, as long as somebody could work a hidden count out of
    the shown ones and their totals, the smallest helpful further count is hidden as well:

    - as if nothing were rounded: no hidden count may be the only unknown of any sum of lines
      (Gusfield, "A graph theoretic approach to statistical data security", 1988);
    - with rounding and the knowledge that counts are whole and not negative: each hidden count
      must keep ``LEAST_SPREAD`` possible values.

    Where counts overlap, their totals are no sums: then only the first is asked, to be careful.
    """
    hidden = {key for key, count in counts.items() if is_small(count, threshold)}
    ends = directed_ends(counts, lines)
    while weak := _weak_cells(counts, ends, hidden, threshold, overlapping):
        helper = _next_to_hide(counts, lines, hidden, weak)
        if helper is None:
            break
        hidden.add(helper)
    return {key: HIDDEN_FIGURE if key in hidden else _shown(count) for key, count in counts.items()}


def _shown(count: int) -> Figure:
    return Figure(value=rounded(count), is_base=count >= LOWEST_PERCENTAGE_BASE)


def published_range(shown: Figure, *, threshold: int = DEFAULT_THRESHOLD) -> tuple[int, int]:
    """The counts that a shown figure can stand for, lowest and highest: what any reader knows."""
    if shown.value is None:
        raise ValueError("A hidden figure says nothing.")
    if shown.value == 0:
        return 0, 0
    half = ROUND_TO // 2
    lowest, highest = max(threshold, shown.value - half), shown.value + half
    if shown.is_base:
        return max(lowest, LOWEST_PERCENTAGE_BASE), highest
    return lowest, min(highest, LOWEST_PERCENTAGE_BASE - 1)


def _weak_cells(
    counts: Mapping[Key, int], ends: Mapping[Key, Ends], hidden: set[Key], threshold: int, overlapping: bool
) -> list[Key]:
    """The hidden cells that could be worked out, smallest first."""
    weak = solvable_cells(hidden, ends)
    if not weak and not overlapping:
        # A 0 is never hidden, so a reader knows that every hidden count is at least 1.
        ranges = {
            key: (1, UNBOUNDED) if key in hidden else published_range(_shown(count), threshold=threshold)
            for key, count in counts.items()
        }
        weak = {key for key in hidden if spread(key, counts, ranges, ends, LEAST_SPREAD) < LEAST_SPREAD}
    return sorted(weak, key=lambda key: (counts[key], repr(key)))


def _next_to_hide(
    counts: Mapping[Key, int], lines: Sequence[Line], hidden: set[Key], weak: Iterable[Key]
) -> Key | None:
    """The smallest shown count in a line with a weak one: a part before a total. Never a 0.

    A 0 is shown everywhere, so that a reader who knows the rules never learns from a hidden one.
    """
    for near in ([line for key in weak for line in lines if key in line], lines):
        parts = {part for line in near for part in line.parts if part not in hidden and counts[part]}
        totals = {line.total for line in near if line.total not in hidden and counts[line.total]}
        totals_elsewhere = {line.total for line in lines}
        for candidates in (parts - totals_elsewhere, parts | totals):
            if candidates:
                return min(candidates, key=lambda key: (counts[key], repr(key)))
    return None
