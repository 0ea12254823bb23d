"""What an officer decided about a file: what its columns are, and what its words mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from consultations.surveys.importing.dates import DAY_FIRST
from consultations.surveys.importing.targets import Target


@dataclass
class Plan:
    """``columns`` are the keys of targets by the column's number, from 0. ``decided`` are meanings by
    vocabulary and folded word.
    """

    columns: dict[int, str] = field(default_factory=dict)
    dates: str = DAY_FIRST
    decided: dict[str, dict[str, str]] = field(default_factory=dict)

    def as_plain(self) -> dict:
        columns = {str(number): key for number, key in self.columns.items()}
        return {"columns": columns, "dates": self.dates, "decided": self.decided}

    @classmethod
    def from_plain(cls, plain: dict) -> "Plan":
        columns = {int(number): key for number, key in plain.get("columns", {}).items()}
        return cls(columns, plain.get("dates", DAY_FIRST), plain.get("decided", {}))

    def known_columns(self, targets: Mapping[str, Target]) -> dict[str, int]:
        """The column of each target that the survey still has, from the left to the right."""
        return {key: number for number, key in sorted(self.columns.items()) if key in targets}
