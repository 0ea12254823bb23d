"""What a reader can work out of a table with hidden cells. Used by ``suppression`` alone.

A table is a list of lines: parts that add up to a total. Every cell stands in at most two lines,
so a table is a network: lines are its nodes, cells its edges (a cell that stands in one line only
leads to a node for the outside), and a count is a flow through its edge. Two facts follow:

- if nothing were rounded, a hidden cell could be computed exactly when it is a bridge of the
  graph of hidden cells;
- with ranges for the shown cells, the highest and lowest count that a hidden cell can have are
  the most that can flow round through the other edges, up and down from the true counts.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Key = Hashable
Range = tuple[int, int]
Ends = tuple[int, int]
# For each node, the edges that leave it: (other node, cell, how much more can flow).
Residual = dict[int, dict[tuple[int, Key], int]]

OUTSIDE = -1


@dataclass(frozen=True)
class Line:
    """Parts that add up to a total."""

    parts: Sequence[Key]
    total: Key

    def __contains__(self, key: object) -> bool:
        return key == self.total or key in self.parts

    def sign(self, key: Key) -> int:
        return -1 if key == self.total else 1


def directed_ends(keys: Iterable[Key], lines: Sequence[Line]) -> dict[Key, Ends]:
    """For each cell the nodes that it leads from and to.

    Raises ``ValueError`` for a cell in more than two lines: tables have at most 2 dimensions.
    """
    standing = {key: [number for number, line in enumerate(lines) if key in line] for key in keys}
    if any(len(numbers) > 2 for numbers in standing.values()):
        raise ValueError("A cell stands in at most two lines: tables have at most 2 dimensions.")
    signs = _line_signs(standing, lines)
    ends: dict[Key, Ends] = {}
    for key, numbers in standing.items():
        start, end = (*numbers, OUTSIDE, OUTSIDE)[:2]
        leaves = not numbers or signs[start] * lines[start].sign(key) > 0
        ends[key] = (start, end) if leaves else (end, start)
    return ends


def _line_signs(standing: Mapping[Key, Sequence[int]], lines: Sequence[Line]) -> dict[int, int]:
    """A sign for each line, so that a cell leaves one of its two lines and enters the other."""
    neighbours: dict[int, list[tuple[int, Key]]] = {number: [] for number in range(len(lines))}
    for key, numbers in standing.items():
        if len(numbers) == 2:
            first, second = numbers
            neighbours[first].append((second, key))
            neighbours[second].append((first, key))
    signs: dict[int, int] = {}
    for root in neighbours:
        if root in signs:
            continue
        signs[root], waiting = 1, [root]
        while waiting:
            number = waiting.pop()
            for other, key in neighbours[number]:
                sign = -signs[number] * lines[number].sign(key) * lines[other].sign(key)
                if other not in signs:
                    signs[other] = sign
                    waiting.append(other)
    return signs


def solvable_cells(hidden: Iterable[Key], ends: Mapping[Key, Ends]) -> set[Key]:
    """The hidden cells that a reader could compute if nothing were rounded: the bridges."""
    edges = {key: ends[key] for key in hidden}
    return {key for key, (start, end) in edges.items() if not _linked(start, end, edges, without=key)}


def _linked(start: int, end: int, edges: Mapping[Key, Ends], *, without: Key) -> bool:
    reached, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        for key, (one, other) in edges.items():
            if key == without or node not in (one, other):
                continue
            next_node = other if one == node else one
            if next_node not in reached:
                reached.add(next_node)
                waiting.append(next_node)
    return end in reached


def spread(key: Key, counts: Mapping[Key, int], ranges: Mapping[Key, Range], ends: Mapping[Key, Ends], cap: int) -> int:
    """How many values a cell can have when every cell stays within its range and all lines add up.

    ``counts`` are the true ones. Counting stops at ``cap``, which is enough to know it is safe.
    """
    start, end = ends[key]
    low, high = ranges[key]
    if start == end:
        return min(cap, high - low + 1)
    up = _flow(end, start, _residual(key, counts, ranges, ends), min(cap, high - counts[key]))
    down = _flow(start, end, _residual(key, counts, ranges, ends), min(cap, counts[key] - low))
    return min(cap, up + down + 1)


def _residual(
    without: Key, counts: Mapping[Key, int], ranges: Mapping[Key, Range], ends: Mapping[Key, Ends]
) -> Residual:
    residual: Residual = {}
    for key, (start, end) in ends.items():
        if key != without and start != end:
            low, high = ranges[key]
            residual.setdefault(start, {})[end, key] = high - counts[key]
            residual.setdefault(end, {})[start, key] = counts[key] - low
    return residual


def _flow(source: int, sink: int, residual: Residual, wanted: int) -> int:
    """The most that flows from source to sink, up to ``wanted`` (Ford and Fulkerson, shortest paths first)."""
    flowed = 0
    while flowed < wanted:
        path = _path(source, sink, residual)
        if path is None:
            break
        amount = min(wanted - flowed, *(residual[node][step] for node, step in path))
        for node, (other, key) in path:
            residual[node][other, key] -= amount
            residual[other][node, key] += amount
        flowed += amount
    return flowed


def _path(source: int, sink: int, residual: Residual) -> list[tuple[int, tuple[int, Key]]] | None:
    came: dict[int, tuple[int, tuple[int, Key]]] = {}
    reached, waiting = {source}, [source]
    for node in waiting:
        for step, room in residual.get(node, {}).items():
            if room > 0 and step[0] not in reached:
                reached.add(step[0])
                came[step[0]] = (node, step)
                waiting.append(step[0])
    if sink not in reached:
        return None
    path, node = [], sink
    while node != source:
        path.append(came[node])
        node = came[node][0]
    return path
