# The front door for the people who work on the app. Everything here also runs without make.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test check bench torture snapshots keys

run: $(READY)
	$(BIN)/coach-tui $(ARGS)

test: $(READY)
	$(BIN)/pytest $(ARGS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n auto --cov --cov-report=term:skip-covered
	.ci/wheel-check

torture: $(READY)
	$(BIN)/pytest -q -n auto -o addopts=--import-mode=importlib tests/torture $(ARGS)

bench: $(READY)
	$(BIN)/python -m tests.bench $(ARGS)

snapshots: $(READY)
	$(BIN)/pytest -q --snap-update tests/screens

keys: $(READY)
	$(BIN)/python -m coach_tui.commands.table

$(READY): pyproject.toml .constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -c .constraints.txt -e '.[dev]'
	touch $@
