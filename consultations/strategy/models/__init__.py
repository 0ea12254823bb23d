"""The strategy that people are asked about."""

from .priorities import Objective, Priority, WorkStream
from .statements import Statement

__all__ = ["Objective", "Priority", "Statement", "WorkStream"]
