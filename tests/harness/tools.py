"""A test that needs a program says so here, so that a missing one is skipped at home and fails in CI."""

import os
from typing import TypeVar

import pytest

Tool = TypeVar("Tool")


def required(tool: Tool | None, name: str) -> Tool:
    """The tool, if it was found; else skip the test, or fail it with CI=true."""
    if tool is not None:
        return tool
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{name} is missing, and CI=true asks for it.")
    pytest.skip(f"{name} is missing.")
