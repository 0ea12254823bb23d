"""The strategy of the demo district."""

from dataclasses import dataclass

from consultations.strategy.models import Objective, Priority, Statement, WorkStream
from home.demo.content import strategy as content
from home.demo.recordings import STATEMENT_PREFIX


@dataclass(frozen=True)
class LoadedStrategy:
    """Rows by the keys of the content modules."""

    priorities: dict[str, Priority]
    statements: dict[str, Statement]


def load_strategy(pictures, recordings: dict) -> LoadedStrategy:
    """Make the priorities, statements, work streams and objectives."""
    priorities = {
        row["key"]: Priority.objects.create(
            name=row["name"],
            formal_name=row["formal_name"],
            description=row["description"],
            picture=pictures[row["picture"]],
            tint=row["tint"],
            order=order,
        )
        for order, row in enumerate(content.PRIORITIES, start=1)
    }
    statements = {}
    for order, row in enumerate(content.STATEMENTS, start=1):
        statement = Statement.objects.create(
            text=row["text"],
            standard=row["standard"],
            picture=pictures[row["picture"]],
            recording=recordings.get(STATEMENT_PREFIX + row["key"]),
            order=order,
        )
        statement.priorities.set(priorities[key] for key in row["priorities"])
        statements[row["key"]] = statement
    streams = {
        row["key"]: WorkStream.objects.create(
            name=row["name"], description=row["description"], picture=pictures[row["picture"]], order=order
        )
        for order, row in enumerate(content.WORK_STREAMS, start=1)
    }
    for order, row in enumerate(content.OBJECTIVES, start=1):
        Objective.objects.create(
            priority=priorities[row["priority"]],
            work_stream=streams.get(row["work_stream"]),
            text=row["text"],
            standard=row["standard"],
            order=order,
        )
    return LoadedStrategy(priorities=priorities, statements=statements)
