# One door to everything. `make help` lists it; nothing here needs an environment made by hand.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.made
ARGS ?=
# As many test processes as cores; the last ones take over what the others have not begun.
CORES := -n auto --maxprocesses 4 --dist worksteal

.PHONY: help demo test check run bench shots coverage evidence words errors instruments lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements/dev.txt pyproject.toml
	@PYTHON="$(PYTHON)" tools/environment.sh "$(VENV)"
	@touch $@

demo:  ## the main job on fictional people; ARGS=--no-window needs no display
	@PYTHON="$(PYTHON)" tools/system.sh $(if $(findstring --no-window,$(ARGS)),,qt)
	@$(MAKE) --no-print-directory $(STAMP)
	@$(BIN)/workbench demo $(ARGS)

test: ## lint, types, import contracts, all tests
	@PYTHON="$(PYTHON)" tools/system.sh qt
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest $(CORES) $(ARGS)

check: $(STAMP)  ## fast: lint, types, import contracts, words, error codes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/words.py --check
	$(BIN)/python tools/errors.py --check
	$(BIN)/python tools/instrument_pages.py --check

run: $(STAMP)  ## open the program
	@$(BIN)/workbench run $(ARGS)

bench: $(STAMP)  ## every figure as a ratio against its floor, measured in this run
	@$(BIN)/python -m tests.benchmarks $(ARGS)

shots: $(STAMP)  ## every page, light and dark, 1366x768 and 200 %, into build/shots/
	@$(BIN)/python -m tests.shots $(ARGS)

coverage: $(STAMP)  ## every branch of the engine is run by its own tests, or it fails
	@$(BIN)/python -m tests.coverage

evidence: $(STAMP)  ## the long campaigns; figures into docs/evidence.md
	@$(BIN)/python -m tests.evidence $(ARGS)

words: $(STAMP)  ## gather the words, check that Swedish is complete, compile
	@$(BIN)/python tools/words.py

errors: $(STAMP)  ## write docs/errors.md from the codes
	@$(BIN)/python tools/errors.py

instruments: $(STAMP)  ## write docs/instruments/ from the definitions
	@$(BIN)/python tools/instrument_pages.py

lock: $(STAMP)  ## new hashed locks from requirements/*.in
	@tools/lock.sh "$(BIN)"

clean:  ## remove what make made
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
