# What CI runs: make check
PYTHON ?= python
MINUTES ?= 10
export PYTHONPATH := $(CURDIR)/src

.PHONY: check lint types imports test bench fuzz schemas picture accuracy formats rules

check: lint types imports test

lint:
	$(PYTHON) -m ruff check src tests samples benchmarks docs

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()" --config pyproject.toml

test:
	$(PYTHON) -m pytest

bench:
	$(PYTHON) benchmarks/speed.py
	$(PYTHON) benchmarks/growth.py
	$(PYTHON) benchmarks/many.py
	$(PYTHON) benchmarks/writing.py
	$(PYTHON) benchmarks/drafting.py
	$(PYTHON) benchmarks/dossier.py

# A longer look at each reader, MINUTES in all; led by the code that is reached where atheris is installed.
fuzz:
	$(PYTHON) tests/fuzz/readers.py --minutes $(MINUTES)

schemas:
	$(PYTHON) -m vanban.model.schema schemas

picture:
	$(PYTHON) docs/make_picture.py docs/parse.svg
	$(PYTHON) docs/make_graph.py docs

accuracy:
	$(PYTHON) docs/make_accuracy.py docs/accuracy.md

formats:
	$(PYTHON) docs/make_formats.py docs/formats.md

rules:
	$(PYTHON) docs/make_rules.py docs/rules
