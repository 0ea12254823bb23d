# What people type here. "make help" lists it; the steps themselves are in scripts/.

VENV ?= .venv
PYTHON := $(VENV)/bin/python
PORT ?= 8000
PYTEST_WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench faults screenshots clean
.SUFFIXES:

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

$(PYTHON):
	@sh scripts/make-venv.sh $(VENV)

# The stamps make a second run instant: pip is asked only after a change of what is wanted.
$(VENV)/.site: pyproject.toml constraints.txt scripts/install.py | $(PYTHON)
	@echo "Installing what the site needs. The first time takes about a minute."
	@$(PYTHON) scripts/install.py
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt scripts/install.py | $(PYTHON)
	@echo "Installing what the site, its tests and its checks need. The first time takes about a minute."
	@$(PYTHON) scripts/install.py dev
	@touch $(VENV)/.site $@

demo: $(VENV)/.site  ## Start the demo district. PORT=8000, DEMO_PASSWORD=...
	@PORT=$(PORT) exec $(PYTHON) -m scripts.demo

test: $(VENV)/.dev  ## Run every test: on SQLite with a browser, then on PostgreSQL
	$(PYTHON) -m scripts.test --workers $(PYTEST_WORKERS)

lint: $(VENV)/.dev  ## Check style, types, templates and layers
	$(PYTHON) -m scripts.lint

format: $(VENV)/.dev  ## Put code and templates into the house's format
	@$(VENV)/bin/ruff check --fix --quiet . || true
	@$(VENV)/bin/ruff format .
	@$(VENV)/bin/djhtml --tabwidth 2 templates

bench: $(VENV)/.dev  ## Measure a question page against a bare view
	@$(PYTHON) -m tests.bench

faults: $(VENV)/.dev  ## Run the tests that break things on purpose, with their figures
	$(PYTHON) -m scripts.test --faults

screenshots: $(VENV)/.dev  ## Photograph every page type into docs/screenshots
	@$(PYTHON) -m scripts.screenshots

clean:  ## Remove what make made. The demo's data in var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache tests/tools/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
