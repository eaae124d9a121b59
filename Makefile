# The only commands to remember:   make run   make test   make check
# Needs Python 3.11 or newer and make; everything else comes from the hashed lock files.

PORT   ?= 8000
VENV   ?= .venv
BIN    := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
             command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
             && echo $$p && break; done)
# Installed once for each content of a lock file, however often the file is checked out anew.
RUN    := $(VENV)/.installed-$(word 1,$(shell cksum requirements.lock))
DEV    := $(VENV)/.installed-dev-$(word 1,$(shell cksum requirements-dev.lock))
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
# Every server of this checkout keeps its data here; tests never touch it.
export YANGGUANG_DATA_DIR ?= $(CURDIR)/var

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check all-tests soak installed lock docs clean

help:  ## show the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 14

run: $(RUN)  ## install, fill an empty site with demo data, serve it on http://127.0.0.1:8000 (PORT=)
	@YANGGUANG_DEMO=true $(BIN)/yangguang demo --if-empty
	@YANGGUANG_DEMO=true exec $(BIN)/yangguang serve --port $(PORT)

# One process more than two cores: a test that drives a browser waits half of its time. Longest files first (tests/daily.py).
BESIDE := -n 3 --dist loadfile --no-loadscope-reorder

test: check  ## install and test: checks, of every file of tests its daily share on SQLite, then on PostgreSQL
	$(BIN)/python -m pytest --daily $(BESIDE)
	$(BIN)/python -m structure.postgresql --daily $(BESIDE)

check: export YANGGUANG_TEST_DIR = $(CURDIR)/build/check
check: $(DEV)  ## the quick checks: format, lint, layers, types, templates
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/lint-imports --no-logo
	find yangguang -path '*/templates/*.html' -print0 | xargs -0 -r $(BIN)/djade --target-version 5.2 --check
	$(BIN)/mypy --no-error-summary yangguang config structure
	@$(BIN)/python -m structure.histories

all-tests: check  ## before anything is handed on: every test on SQLite, everything that asks a database on PostgreSQL
	$(BIN)/python -m pytest $(BESIDE)
	$(BIN)/python -m structure.postgresql $(BESIDE)

FACTOR ?= 10
soak: $(DEV)  ## the long runs, on both databases: many deaths, many at once, many rows, many examples (FACTOR=)
	$(BIN)/python -m pytest --soak $(FACTOR)
	$(BIN)/python -m structure.postgresql --soak $(FACTOR)

docs: $(DEV)  ## complete GLOSSARY.toml, write duties.toml's tests and docs/reference
	$(BIN)/python -m structure.glossary
	$(BIN)/python -m structure.duties
	$(BIN)/python -m structure.reference

installed: $(DEV)  # all that the tests need

lock:  ## resolve requirements*.in into hashed lock files (needs uv; the only command that does)
	@command -v uv >/dev/null || { echo 'make lock needs uv: https://docs.astral.sh/uv/'; exit 1; }
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' \
	    -o requirements.lock requirements.in
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' \
	    -o requirements-dev.lock requirements-dev.in

clean:  ## remove what was installed and built; data stays
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/pip:
	@[ -n "$(PYTHON)" ] || { echo 'Yangguang needs Python 3.11 or newer (需要 Python 3.11 或更高版本); found: '\
	    "$$(python3 --version 2>&1 || echo none)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'python3 -m venv failed; on Debian and Ubuntu: apt install python3-venv'; exit 1; }

$(RUN): | $(VENV)/bin/pip
	@echo 'Installing Yangguang (安装中) …'
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): | $(VENV)/bin/pip
	@echo 'Installing Yangguang and its tests (安装中) …'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(RUN)
