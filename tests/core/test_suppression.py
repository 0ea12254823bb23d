"""Small numbers stay hidden: the rules one by one, then an attacker who solves for hidden cells."""

import itertools
import random

import pytest

from engage.core.suppression import (
    HIDDEN,
    LEAST_SPREAD,
    figure,
    one_way,
    percentage,
    published_range,
    rounded,
    two_way,
)


@pytest.mark.parametrize("count", range(1, 10))
def test_a_count_under_the_threshold_is_hidden(count):
    assert str(figure(count)) == HIDDEN
    assert figure(count).value is None


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1234, 1235)])
def test_other_counts_are_rounded_to_5(count, shown):
    assert figure(count).value == shown


def test_a_thousand_is_easy_to_read():
    assert str(figure(1234)) == "1,235"


@pytest.mark.parametrize("threshold", [4, 1, 0, -1])
def test_the_threshold_is_never_under_5(threshold):
    with pytest.raises(ValueError, match="never under 5"):
        figure(3, threshold=threshold)
    with pytest.raises(ValueError, match="never under 5"):
        one_way({"a": 3}, threshold=threshold)


def test_a_higher_threshold_hides_more():
    assert figure(18, threshold=20).is_hidden
    assert figure(5, threshold=5).value == 5


def test_totals_are_rounded_by_themselves():
    table = one_way({"a": 12, "b": 12, "c": 12})
    assert [cell.value for cell in table.cells.values()] == [10, 10, 10]
    assert table.total.value == 35


def test_percentages_come_from_rounded_figures():
    assert percentage(figure(12), figure(34)) == round(100 * 10 / 35)
    assert percentage(figure(0), figure(34)) == 0


def test_there_is_no_percentage_on_a_base_under_20():
    assert figure(19).value == 20
    assert percentage(figure(10), figure(19)) is None
    assert percentage(figure(10), figure(20)) == 50


def test_there_is_no_percentage_of_a_hidden_figure_or_of_nothing():
    assert percentage(figure(3), figure(40)) is None
    assert percentage(figure(20), figure(3)) is None
    assert percentage(figure(0), figure(0)) is None


def test_a_single_hidden_part_takes_the_next_smallest_with_it():
    table = one_way({"young people": 60, "parents": 30, "others": 4})
    assert table.cells["others"].is_hidden
    assert table.cells["parents"].is_hidden
    assert table.cells["young people"].value == 60
    assert table.total.value == 95


def test_a_part_that_is_the_whole_is_not_given_away_by_its_total():
    table = one_way({"a": 6, "b": 0})
    assert table.cells["a"].is_hidden
    assert table.total.is_hidden
    assert table.cells["b"].value == 0


def test_overlapping_counts_keep_their_own_total():
    table = one_way({"bus": 30, "school": 40}, total=50)
    assert (table.cells["bus"].value, table.cells["school"].value, table.total.value) == (30, 40, 50)


def test_a_table_hides_at_least_two_of_a_row_and_of_a_column():
    counts = {("a", "x"): 4, ("a", "y"): 30, ("b", "x"): 25, ("b", "y"): 40}
    table = two_way(counts, rows=["a", "b"], columns=["x", "y"])
    assert all(table.cells[pair].is_hidden for pair in counts)
    assert table.total.value == 100


def test_a_missing_pair_is_a_zero_and_a_zero_is_never_hidden():
    table = two_way({("a", "x"): 50}, rows=["a", "b"], columns=["x", "y"])
    assert table.cells["b", "y"].value == 0
    assert not table.cells["a", "x"].is_hidden


# The attacker. It knows the rules and the published figures, never the true counts.


def random_table(rng: random.Random, height: int, width: int, highest: int) -> dict[tuple[int, int], int]:
    sizes = [0, *range(1, 12), 20, 35, highest]
    return {(row, column): rng.choice(sizes) for row in range(height) for column in range(width)}


def ranges_by_elimination(table, height, width):
    """What follows for each figure from going round rows and columns until nothing narrows."""
    everything = 10**6

    def known(shown):
        return (1, everything) if shown.is_hidden else published_range(shown)

    cells = {("cell", *pair): known(shown) for pair, shown in table.cells.items()}
    cells |= {("row", row): known(shown) for row, shown in table.row_totals.items()}
    cells |= {("column", column): known(shown) for column, shown in table.column_totals.items()}
    cells["total"] = known(table.total)
    sums = [([("cell", row, column) for column in range(width)], ("row", row)) for row in range(height)]
    sums += [([("cell", row, column) for row in range(height)], ("column", column)) for column in range(width)]
    sums += [([("row", row) for row in range(height)], "total"), ([("column", c) for c in range(width)], "total")]
    while True:
        before = dict(cells)
        for parts, total in sums:
            low, high = (sum(cells[part][end] for part in parts) for end in (0, 1))
            cells[total] = (max(cells[total][0], low), min(cells[total][1], high))
            for part in parts:
                other_low, other_high = low - cells[part][0], high - cells[part][1]
                cells[part] = (
                    max(cells[part][0], cells[total][0] - other_high),
                    min(cells[part][1], cells[total][1] - other_low),
                )
                low, high = (sum(cells[part][end] for part in parts) for end in (0, 1))
        if cells == before:
            return cells


def test_an_attacker_with_the_totals_infers_no_hidden_cell_of_1000_tables():
    rng = random.Random(2026)
    hidden = inferred = 0
    for _round in range(1000):
        height, width = rng.randint(1, 6), rng.randint(2, 5)
        counts = random_table(rng, height, width, highest=rng.choice([50, 120]))
        table = two_way(counts, rows=range(height), columns=range(width))
        ranges = ranges_by_elimination(table, height, width)
        for pair, shown in table.cells.items():
            if shown.is_hidden:
                low, high = ranges["cell", *pair]
                hidden += 1
                inferred += high - low + 1 < LEAST_SPREAD
                assert low <= counts[pair] <= high, "the attacker's reasoning must be sound"
    print(f"hidden cells {hidden}, inferred {inferred}")
    assert hidden > 1000
    assert inferred == 0


def test_an_attacker_with_the_total_infers_no_hidden_part_of_1000_lists():
    rng = random.Random(3)
    for _round in range(1000):
        counts = {key: count for (_row, key), count in random_table(rng, 1, rng.randint(2, 6), 80).items()}
        table = one_way(counts)
        ranges = {key: (1, 10**6) if cell.is_hidden else published_range(cell) for key, cell in table.cells.items()}
        low, high = (1, 10**6) if table.total.is_hidden else published_range(table.total)
        for key, cell in table.cells.items():
            if cell.is_hidden:
                others = [ranges[other] for other in ranges if other != key]
                least = max(1, low - sum(end for _start, end in others))
                most = min(10**6, high - sum(start for start, _end in others))
                assert least <= counts[key] <= most
                assert most - least + 1 >= LEAST_SPREAD, counts


def test_an_attacker_who_tries_every_small_table_keeps_several_possible_values():
    """Brute force over 2 x 2 tables: all true tables that would have been published in the same way."""
    rng = random.Random(7)
    tried = 0
    for _round in range(15):
        counts = {pair: rng.choice([*range(1, 10), 12, 14]) for pair in itertools.product(range(2), repeat=2)}
        table = two_way(counts, rows=range(2), columns=range(2))
        hidden = [pair for pair, shown in table.cells.items() if shown.is_hidden]
        if not hidden:
            continue
        tried += 1
        seen: dict[tuple[int, int], set[int]] = {pair: set() for pair in hidden}
        options = [
            range(1, 17) if table.cells[pair].is_hidden else range(*widened(table.cells[pair])) for pair in table.cells
        ]
        for values in itertools.product(*options):
            guess = dict(zip(table.cells, values, strict=True))
            if agrees(guess, table):
                for pair in hidden:
                    seen[pair].add(guess[pair])
        assert all(len(values) >= LEAST_SPREAD for values in seen.values()), (counts, seen)
    assert tried > 10


def widened(shown):
    low, high = published_range(shown)
    return low, high + 1


def agrees(guess, table):
    """Whether the shown totals allow this table."""
    rows = {row: sum(guess[row, column] for column in range(2)) for row in range(2)}
    columns = {column: sum(guess[row, column] for row in range(2)) for column in range(2)}
    pairs = [(rows[key], table.row_totals[key]) for key in range(2)]
    pairs += [(columns[key], table.column_totals[key]) for key in range(2)]
    pairs.append((sum(guess.values()), table.total))
    return all(shown.is_hidden or rounded(count) == shown.value for count, shown in pairs)


def test_without_rounding_no_hidden_cell_is_the_only_unknown_of_any_sum_of_lines():
    """Linear algebra: a hidden cell that the exact totals determine is a row of the reduced equations."""
    rng = random.Random(11)
    for _round in range(100):
        height, width = rng.randint(1, 4), rng.randint(2, 4)
        counts = random_table(rng, height, width, highest=60)
        table = two_way(counts, rows=range(height), columns=range(width))
        assert determined_cells(table, height, width) == set()


def determined_cells(table, height, width):
    from fractions import Fraction

    figures = {("cell", *pair): shown for pair, shown in table.cells.items()}
    figures |= {("row", row): shown for row, shown in table.row_totals.items()}
    figures |= {("column", column): shown for column, shown in table.column_totals.items()}
    figures["total"] = table.total
    unknown = [key for key, shown in figures.items() if shown.is_hidden]
    sums = [[("cell", row, column) for column in range(width)] + [("row", row)] for row in range(height)]
    sums += [[("cell", row, column) for row in range(height)] + [("column", column)] for column in range(width)]
    sums += [[("row", row) for row in range(height)] + ["total"], [("column", c) for c in range(width)] + ["total"]]
    matrix = [[Fraction((-1 if key == line[-1] else 1) if key in line else 0) for key in unknown] for line in sums]
    reduced, pivot_row = matrix, 0
    for column in range(len(unknown)):
        pivot = next((index for index in range(pivot_row, len(reduced)) if reduced[index][column]), None)
        if pivot is None:
            continue
        reduced[pivot_row], reduced[pivot] = reduced[pivot], reduced[pivot_row]
        lead = reduced[pivot_row][column]
        reduced[pivot_row] = [value / lead for value in reduced[pivot_row]]
        for index, row in enumerate(reduced):
            if index != pivot_row and row[column]:
                reduced[index] = [a - row[column] * b for a, b in zip(row, reduced[pivot_row], strict=True)]
        pivot_row += 1
    return {unknown[[bool(v) for v in row].index(True)] for row in reduced if sum(bool(value) for value in row) == 1}
