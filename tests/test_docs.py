"""The documents name what is there: files, pictures, headings, commands and settings."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

from engage.settings import base

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = ROOT / "engage" / "settings" / "production.py"
CONFIGURE = ROOT / "docs" / "web-team" / "configure.md"
ENVIRONMENT_EXAMPLE = ROOT / "deploy" / "engage.env.example"
# Read by Django and by scripts/demo.py, not by the production settings.
NOT_PRODUCTION_SETTINGS = {"DJANGO_SETTINGS_MODULE"}
LARGEST_PICTURE = 150_000

FENCE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:")


def documents() -> list[Path]:
    """Every Markdown file of the repository, as git knows them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub and GitLab make them."""
    headings = re.findall(r"^#+ +(.+)$", FENCE.sub("", document.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(document: Path) -> Iterator[str]:
    words = CODE.sub("", FENCE.sub("", document.read_text()))
    for link in LINK.findall(words):
        if ELSEWHERE.match(link):
            continue
        target, _, anchor = link.partition("#")
        file = (document.parent / target).resolve() if target else document
        if not file.exists() or (anchor and anchor not in anchors(file)):
            yield link


def code_of(document: Path) -> str:
    """What stands in code in a document: fenced blocks and words in backticks."""
    text = document.read_text()
    return "\n".join([*FENCE.findall(text), *CODE.findall(FENCE.sub("", text))])


def production_variables() -> set[str]:
    """The names that the production settings read from the environment."""
    names = set()
    for call in (node for node in ast.walk(ast.parse(PRODUCTION.read_text())) if isinstance(node, ast.Call)):
        if ast.unparse(call.func) in {"_required", "_flag", "os.environ.get"} and isinstance(
            call.args[0], ast.Constant
        ):
            names.add(call.args[0].value)
    return names


def needed_variables() -> set[str]:
    return set(re.findall(r'_required\("(\w+)"\)', PRODUCTION.read_text()))


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_link_and_picture_leads_somewhere(document):
    assert list(broken_links(document)) == []


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_make_command_that_is_named_exists(document):
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"^(?:\w+=\S+ )*make ([a-z-]+)", code_of(document), re.MULTILINE))
    assert named - targets == set()


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_management_command_that_is_named_exists(document):
    named = set(re.findall(r"manage\.py ([a-z_]+)", code_of(document)))
    assert named - set(get_commands()) == set()


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_file_that_is_named_exists(document):
    """Paths in backticks that begin at the top of the repository."""
    tops = "engage|consultations|ambassadors|home|templates|tests|scripts|deploy|docs"
    paths = re.findall(rf"^((?:{tops})/[\w./-]+)$", "\n".join(CODE.findall(document.read_text())), re.MULTILINE)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_web_teams_table_lists_exactly_what_production_reads():
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \|", CONFIGURE.read_text(), re.MULTILINE)
    listed = {name: needed for name, needed in rows if not name.startswith("ENGAGE_")}
    assert set(listed) - NOT_PRODUCTION_SETTINGS == production_variables()
    assert {name for name, needed in listed.items() if needed == "yes"} == needed_variables()


def test_the_example_environment_has_all_that_is_needed_and_nothing_unknown():
    named = set(re.findall(r"^#?([A-Z_]+)=", ENVIRONMENT_EXAMPLE.read_text(), re.MULTILINE))
    assert needed_variables() <= named
    assert named - NOT_PRODUCTION_SETTINGS <= production_variables()


def test_the_periods_in_the_web_teams_table_are_those_of_the_settings():
    rows = re.findall(r"^\| `(ENGAGE_\w+)` \| (\d+) \|", CONFIGURE.read_text(), re.MULTILINE)
    numbers = {name: value for name, value in vars(base).items() if isinstance(value, int)}
    periods = {name: value for name, value in numbers.items() if name.startswith("ENGAGE_")}
    assert {name: int(value) for name, value in rows} == periods


def test_the_pictures_of_the_documents_are_small():
    pictures = (ROOT / "docs" / "screenshots").glob("*.png")
    assert {name_of(path): path.stat().st_size for path in pictures if path.stat().st_size > LARGEST_PICTURE} == {}


def test_decision_records_have_a_number_each_and_are_listed():
    folder = ROOT / "docs" / "decisions"
    records = sorted(folder.glob("[0-9]*.md"))
    numbers = [int(path.name[:4]) for path in records]
    assert len(set(numbers)) == len(numbers)
    listed = (folder / "README.md").read_text()
    assert [path.name for path in records if f"({path.name})" not in listed] == []
