# Clear Days. The two commands that matter: make demo, make test.
PY := .venv/bin/python
CORPUS := $(CLEARDAYS_CORPUS)
PATHS := cleardays tests scripts bench
# What never touches a database, looks at it only through a browser or keeps to SQLite need not run
# once for each.
ONCE := law progress readers architecture design browser cli/demo
export DJANGO_SETTINGS_MODULE := cleardays.config.settings

.PHONY: help setup setup-test demo serve test check suite-sqlite suite-postgres bench corpus screenshots docs lock clean

help: ## Show what there is
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 24

setup: ## Prepare .venv and the built front end
	@scripts/setup.sh runtime

setup-test:
	@scripts/setup.sh test
	@scripts/test-packages.sh

demo: setup ## Load the demonstration and serve it on ports 8000 and 8001
	@exec .venv/bin/cleardays demo

serve: setup ## Serve what is in var/
	@exec .venv/bin/cleardays serve

test: setup-test check suite-sqlite suite-postgres ## Everything: checks, then the suite on both databases

check: setup-test ## Lint, types, layers, templates, migrations, deployment, known vulnerabilities
	.venv/bin/ruff check $(PATHS)
	.venv/bin/ruff format --check $(PATHS)
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/djlint --quiet --lint cleardays
	$(PY) -m django makemigrations --check --dry-run
	$(PY) scripts/check_deploy.py
	$(PY) scripts/audit_packages.py

suite-sqlite: setup-test ## The suite on SQLite, in Chromium, on the corpus where there is one
	CLEARDAYS_CORPUS=$(CORPUS) .venv/bin/pytest -q -n auto --no-loadscope-reorder

suite-postgres: setup-test ## What touches a database, again on a PostgreSQL of its own
	CLEARDAYS_CORPUS=$(CORPUS) $(PY) scripts/with_postgres.py .venv/bin/pytest -q -n auto --no-loadscope-reorder $(ONCE:%=--ignore=tests/%)

bench: setup-test ## Measure the figures of docs/benchmarks.md and print the table
	$(PY) -m bench

corpus: setup ## Read every file of a folder: make corpus CLEARDAYS_CORPUS=folder
	@test -n "$(CORPUS)" || { echo "Name a folder: make corpus CLEARDAYS_CORPUS=folder" >&2; exit 2; }
	$(PY) -m cleardays.readers.corpus $(CORPUS)/office $(CORPUS)/pdf

screenshots: setup-test ## Take the pictures of the README anew, of a demonstration of its own
	$(PY) -m scripts.screenshots

docs: setup ## Write the documents that are made from the code
	$(PY) -m cleardays.law.reference > docs/law.md

lock: ## Resolve the dependencies anew, without index or file addresses
	.boot/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header requirements/boot.in -o requirements/boot.txt
	.boot/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/runtime.txt
	.boot/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements/dev.txt

clean: ## Remove everything that was built; var/ stays
	rm -rf .venv .boot .stamps node_modules cleardays/design/static/design/dist
