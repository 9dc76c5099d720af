# make serve | test | demo | gallery | bench | soak | lint. Needs Python 3.11+ and make; everything else is installed into .venv.
HOST ?= 127.0.0.1
PORT ?= 8000
DATA_DIR ?= data
PYTHON ?= python3
# Processes of `make test`. More of them than cores would only disturb each other.
WORKERS ?= 2
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: serve test demo gallery bench soak fidelity lint clean

serve: $(VENV)/.serve
	$(BIN)/easel serve --host $(HOST) --port $(PORT) --data-dir $(DATA_DIR)

test: $(VENV)/.dev
	$(BIN)/ruff check src tests bench tools
	$(BIN)/lint-imports
	@# Each of the hundred programs that the tests start would compile it anew where PYTHONDONTWRITEBYTECODE is set.
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder

demo: $(VENV)/.demo
	$(BIN)/python tools/demo.py demo

gallery: $(VENV)/.dev
	$(BIN)/python tools/gallery.py

bench: $(VENV)/.dev
	$(BIN)/python bench/pictures.py
	$(BIN)/python bench/four_at_once.py
	$(BIN)/python bench/painter.py --styles
	$(BIN)/python bench/encode.py
	$(BIN)/python bench/large_bodies.py
	$(BIN)/python bench/overload.py
	$(BIN)/python bench/ledger.py
	$(BIN)/python bench/relay.py
	$(BIN)/python bench/cluster.py
	$(BIN)/python bench/recovery.py

# 1,000 servers killed on SQLite, 200 on PostgreSQL, `easel audit` after each death and each restart; then 10,000 orders.
soak: $(VENV)/.dev
	EASEL_CRASH_ROUNDS=1000 $(BIN)/python -m pytest -q -s tests/crash/test_kill.py -k "everywhere and sqlite"
	EASEL_CRASH_ROUNDS=200 $(BIN)/python -m pytest -q -s tests/crash/test_kill.py -k "everywhere and postgresql"
	EASEL_STORM_ORDERS=10000 $(BIN)/python -m pytest -q -s tests/crash/test_storm.py
	EASEL_RELAY_REQUESTS=10000 $(BIN)/python -m pytest -q -s tests/relay/test_faults.py

fidelity: $(VENV)/.dev
	$(BIN)/python -m bench.fidelity

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests bench tools
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) demo .pytest_cache .ruff_cache .hypothesis

$(VENV)/.python:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.serve: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.demo: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[demo]"
	touch $@ $(VENV)/.serve

$(VENV)/.dev: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@ $(VENV)/.demo $(VENV)/.serve
