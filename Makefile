# The commands of the project. `make run` and `make test` prepare what they need, once.

.DEFAULT_GOAL := help
.PHONY: help run test bench clerk calibrate lint bundle lock clean distclean

PREPARE = python=$$(sh packaging/find-python.sh) && "$$python" -B packaging/prepare.py
PYTHON = .venv/bin/python
MYPY = $(PYTHON) -m mypy
LOCKING = --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-annotate --no-header --quiet

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run: ## Open the samples, or make run FILES="a.pdf b.docx"
	@$(PREPARE) run
	@$(PYTHON) -m desktop $(or $(FILES),resources/samples/*)

test: ## Run all tests, without a display; ARGS="-k ..." goes to pytest
	@$(PREPARE) test
	@$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

bench: ## Measure the program against bare library calls
	@$(PREPARE) test
	@$(PYTHON) tests/bench $(ARGS)

clerk: ## Let a scripted clerk review labelled reports with real keys, and count them
	@$(PREPARE) test
	@$(PYTHON) -m tests.clerk $(ARGS)

calibrate: ## Fit the confidence of figures to the labelled reports kept aside
	@$(PREPARE) test
	@$(PYTHON) -m tests.calibrate $(ARGS)

lint: ## Check style, format, types and the direction of imports
	@$(PREPARE) tools
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(MYPY)
	@$(MYPY) packaging/*.py tests/bench/*.py
	@$(MYPY) --explicit-package-bases --exclude tests/bench tests
	@.venv/bin/lint-imports

bundle: ## Build dist/doichieu, which needs no Python, and start it once
	@$(PREPARE) bundle
	@$(PYTHON) packaging/bundle.py

lock: ## Pin the newest allowed packages (needs uv)
	uv pip compile pyproject.toml --group build $(LOCKING) --output-file requirements.lock
	uv pip compile pyproject.toml --group build --group dev --constraint requirements.lock $(LOCKING) \
		--output-file requirements-dev.lock
	# Old pips hold that a pre-release such as Ubuntu's 3.11.0rc1 is in no range of full versions.
	sed -i s/python_full_version/python_version/ requirements.lock requirements-dev.lock

clean: ## Remove what builds and checks leave behind
	rm -rf build dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

distclean: clean ## Remove the virtual environment as well
	rm -rf .venv
