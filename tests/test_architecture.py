"""The house as it was planned: layers, sizes, fences and settings (docs/decisions)."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import EmailField

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("engage", "consultations", "ambassadors", "home")
TOP_LEVEL = {
    # The product
    *PACKAGES,
    "templates",
    "tests",
    "manage.py",
    "pyproject.toml",
    # What a repository needs
    ".ci",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "constraints.txt",
    "deploy",
    "docs",
    "scripts",
}
LONGEST_FILE = 400
LARGEST_STYLESHEET = 25_000
LARGEST_FURTHER_STYLESHEET = 4_000
PRODUCTION_ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "engage.settings.production",
    "SECRET_KEY": "a-key-for-this-check-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "engage.example",
    "DATABASE_URL": "sqlite:///:memory:",
    "BASE_URL": "https://engage.example",
    "DEFAULT_FROM_EMAIL": "engage@engage.example",
    "PATH": os.environ["PATH"],
}


def committed_files(*patterns: str) -> list[Path]:
    """The files of the repository that match, as git knows them: no caches, nothing ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def named(paths) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in paths)


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph(*PACKAGES, cache_dir=None)


def test_the_import_contracts_are_kept():
    program = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run([str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_every_root_module_of_consultations_stands_in_the_contracts():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers, strategy, consultations = contracts
    modules = {f"consultations.{path.stem}" for path in (ROOT / "consultations").glob("*.py")}
    modules -= {"consultations.__init__", "consultations.apps"}
    for listed in (" ".join(layers["layers"]).split(), strategy["forbidden_modules"], consultations["source_modules"]):
        assert modules <= set(listed)


def test_nobody_imports_hooks(imports):
    hooks = {module for module in imports.modules if module.endswith(".wagtail_hooks")}
    assert hooks, "No hooks found: the test looks in the wrong place."
    importers = {hook: imports.find_modules_that_directly_import(hook) for hook in hooks}
    assert not any(importers.values()), importers


@pytest.mark.parametrize(
    ("fenced", "allowed"), [("bleach", "engage/core/sanitise.py"), ("django.core.mail", "engage/core/mail/")]
)
def test_a_fenced_module_is_imported_in_one_place_only(fenced, allowed):
    importers = set()
    for path in committed_files(*(f"{package}/*.py" for package in PACKAGES)):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            if any(name == fenced or name.startswith(f"{fenced}.") for name in names):
                importers.add(str(path.relative_to(ROOT)))
    assert [path for path in importers if not path.startswith(allowed)] == []


def test_no_python_file_is_too_long():
    lengths = {path: len(path.read_text().splitlines()) for path in committed_files("*.py")}
    assert named(path for path, length in lengths.items() if length > LONGEST_FILE) == []


def test_templates_hold_no_inline_script_or_style():
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")|<style\b|\sstyle=|\son[a-z]+=", re.IGNORECASE
    )
    templates = committed_files("*.html")
    assert templates, "No templates found: the test looks in the wrong place."
    # Mail programs load no style sheet: the one layout of all e-mails has its few rules in it.
    found = named(path for path in templates if inline.search(path.read_text()))
    assert found == ["templates/emails/layout.html"]


def test_the_top_level_is_the_planned_one():
    found = {path.relative_to(ROOT).parts[0] for path in committed_files()}
    assert found - TOP_LEVEL == set()


def test_nobody_left_two_versions_of_the_same_lines_in_a_file():
    marks = ["-e", "^<<<<<<< ", "-e", "^>>>>>>> "]
    found = subprocess.run(["git", "grep", "-nI", *marks], cwd=ROOT, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (1, "")


def test_every_migration_has_a_name():
    unnamed = re.compile(r"^\d{4}_(auto|alter|add|remove|rename|delete)_?.*_and_more|^\d{4}_auto_")
    migrations = committed_files("*/migrations/0*.py")
    assert migrations, "No migrations found: the test looks in the wrong place."
    assert named(path for path in migrations if unnamed.search(path.name)) == []


def test_every_record_with_somebodys_address_says_what_for_and_for_how_long():
    # Those who sign in, and the council's own address, are no secret of the public's.
    apart = {"User", "SiteSettings"}
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in PACKAGES]
    holding = {model for model in ours if any(isinstance(field, EmailField) for field in model._meta.get_fields())}
    assert {"OutboxMessage", "Booking"} <= {model.__name__ for model in holding}
    for model in holding:
        if model.__name__ not in apart:
            assert all(words in model.__doc__ for words in ("Personal data:", "Purpose:", "Period:")), model


@pytest.mark.django_db
def test_the_migrations_hold_every_model_change():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def run_manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )


def test_production_passes_the_deployment_check_with_environment_variables_only():
    run = run_manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION_ENVIRONMENT)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "BASE_URL", "DEFAULT_FROM_EMAIL"])
def test_production_says_which_environment_variable_is_missing(name):
    without = {key: value for key, value in PRODUCTION_ENVIRONMENT.items() if key != name}
    run = run_manage("check", **without)
    assert run.returncode != 0
    assert f"environment variable {name}" in run.stderr


def test_every_page_loads_one_small_stylesheet_and_few_pages_a_very_small_one_more():
    sizes = {path.name: path.stat().st_size for path in committed_files("engage/static/*.css", "*/static/*.css")}
    main = sizes.pop("engage.css")
    more = [size for name, size in sizes.items() if "admin" not in name]
    assert main < LARGEST_STYLESHEET
    assert max(more) < LARGEST_FURTHER_STYLESHEET


def test_the_pinned_versions_are_exact_and_hold_no_addresses():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.!+-]+", line)] == []


def test_every_dependency_is_pinned():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*pyproject["project"]["dependencies"], *pyproject["dependency-groups"]["dev"]]
    pinned = {plain(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text().splitlines()}
    assert {plain(re.match(r"[A-Za-z0-9_.-]+", line)[0]) for line in wanted} <= pinned


def plain(name: str) -> str:
    """A distribution's name in the one spelling that all its spellings share."""
    return re.sub(r"[-_.]+", "-", name).lower()
