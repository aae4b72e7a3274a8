# Leadership Loop: every verb installs what it needs into .venv and node_modules, and nothing elsewhere
# (but `make test`, which may ask Debian for a browser). `make` lists the verbs.

PYTHON ?= python3
PORT ?= 8000
SITE_URL ?= http://127.0.0.1:$(PORT)/
VENV := .venv
BIN := $(VENV)/bin
NEXT := .cache/zensical/venv

export SITE_URL
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

SCRIPTS := overrides/assets overrides/components

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build check check-data check-python check-style check-scripts format test test-long bench browser schema register links zensical lock clean

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null || grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

serve: $(VENV)/site ## show the site at http://127.0.0.1:8000 and keep it up to date (PORT=8001 for another)
	@$(BIN)/python tests/port.py $(PORT)
	@echo "The site will stand at $(SITE_URL) in a few seconds. Stop it with Ctrl+C."
	@$(BIN)/python -m mkdocs serve --no-strict --livereload -a 127.0.0.1:$(PORT)

build: $(VENV)/site ## build the site into site/, strictly: a warning is an error
	@$(BIN)/python -m mkdocs build --strict --clean --site-dir site
	@echo "The site stands in site/."

check: $(VENV)/dev node_modules/installed ## check data, pages and style, in seconds
	@$(MAKE) --no-print-directory -j4 --output-sync=target check-data check-python check-style check-scripts
	@echo "All is well."

check-data:
	@$(BIN)/python -m macros

check-python:
	@ruff check -q . && ruff format -q --check . || { echo "Mend: make format"; exit 1; }
	@mypy --no-error-summary

check-style:
	@codespell docs macros overrides/components overrides/assets/*.* *.md .github
	@djlint --quiet --lint overrides

check-scripts:
	@node_modules/.bin/biome check --error-on-warnings $(SCRIPTS)
	@node_modules/.bin/tsc --project tsconfig.json

format: $(VENV)/dev node_modules/installed ## rewrite Python, scripts and styles in the house's form
	@ruff check -q --fix . ; ruff format -q .
	@node_modules/.bin/biome check --write $(SCRIPTS)

test: $(VENV)/dev node_modules/installed browser check ## check everything, then run every test, a browser's included
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-long: $(VENV)/dev browser ## plant faults in the store to see them caught, then run its random sequences at length
	@$(BIN)/python -m tests.overrides.assets.store.plant
	@LOOP_LONG=$(or $(LONG),10) $(BIN)/python -m pytest -n auto --dist worksteal tests/overrides/assets/store/test_simulation.py

bench: $(VENV)/dev node_modules/installed browser ## measure builds, page weights and Lighthouse, as ratios within this run
	@$(BIN)/python -m tests.bench

schema: $(VENV)/dev ## write the editors' schemas of the data from the models
	@$(BIN)/python -m macros.schema

register: $(VENV)/dev ## give each new question its lasting address
	@$(BIN)/python -m macros.register

links: $(VENV)/dev ## look whether the addresses outside still answer (needs the network)
	@$(MAKE) --no-print-directory build
	@lychee --no-progress --exclude '127\.0\.0\.1' 'site/**/*.html'

zensical: $(VENV)/dev $(NEXT)/installed ## build the guide with the engine that follows the theme, and tell what differs
	@$(BIN)/python -m tests.zensical

browser: $(VENV)/dev
	@$(BIN)/python tests/browser.py

lock: $(VENV)/dev ## write the lock files anew from what they are made of
	@command -v uv >/dev/null || { echo "make lock needs uv. Mend: $(PYTHON) -m pip install uv"; exit 1; }
	uv pip compile -q --universal --python-version 3.11.0 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o site.lock
	uv pip compile -q --universal --python-version 3.11.0 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra dev -o dev.lock
	uv pip compile -q --universal --python-version 3.11.0 --generate-hashes --no-emit-index-url --no-header tests/zensical/needs.txt -o tests/zensical/needs.lock

clean: ## delete what the verbs have made: the site, the environment, the caches
	rm -rf site $(VENV) node_modules .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find macros tests -name __pycache__ -prune -exec rm -rf {} +

# What the verbs stand on

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Python 3.11 or newer is needed; \`$(PYTHON)\` is not. Mend: install it, or say make PYTHON=/path/to/python3.11 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python could not make an environment. Mend: install its venv module (Debian: apt-get install python3-venv)."; exit 1; }
	@touch $@

$(VENV)/site: site.lock $(VENV)/made
	@echo "Installing what the site is made with …"
	@$(BIN)/python -m pip install -q --require-hashes -r site.lock || { echo "The packages could not be installed. Mend: look at the network and try again."; exit 1; }
	@touch $@

$(VENV)/dev: dev.lock $(VENV)/made
	@echo "Installing what the checks and tests need …"
	@$(BIN)/python -m pip install -q --require-hashes -r dev.lock || { echo "The packages could not be installed. Mend: look at the network and try again."; exit 1; }
	@touch $(VENV)/site $@

# `npm ci` would refuse the lock: a registry may lack packages of platforms that are not ours.
node_modules/installed: package-lock.json $(VENV)/dev
	@echo "Installing the checkers of browser code …"
	@npm install --no-save --silent --ignore-scripts || { echo "The npm packages could not be installed. Mend: look at the network and try again."; exit 1; }
	@touch $@

# In a place of its own: it wants a newer Markdown than the site is made with.
$(NEXT)/installed: tests/zensical/needs.lock $(VENV)/made
	@echo "Installing Zensical …"
	@$(BIN)/python -m venv $(NEXT)
	@$(NEXT)/bin/python -m pip install -q --require-hashes -r tests/zensical/needs.lock || { echo "Zensical could not be installed. Mend: look at the network and try again."; exit 1; }
	@touch $@
