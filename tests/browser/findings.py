"""How the browser tests say what they found."""


def assert_nothing_found(findings: dict[str, list[str]]) -> None:
    """Fail with one line for each finding, after the situation that it was found in."""
    lines = [f"{situation}: {finding}" for situation, found in findings.items() for finding in found]
    assert not lines, "\n" + "\n".join(lines)
