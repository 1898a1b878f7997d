# The commands of the project. `make` lists them.

HOST ?= 127.0.0.1
PORT ?= 8000
VAR_DIR ?= var
export HOST PORT VAR_DIR

# The project sets these itself; values left over from elsewhere would lead it astray.
unexport DJANGO_SETTINGS_MODULE PYTHONHOME PYTHONPATH

python := .venv/bin/python

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the commands
	@echo 'Usage: make COMMAND [HOST=127.0.0.1] [PORT=8000] [VAR_DIR=var]'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

.PHONY: run
run: ## Install what is needed and serve the site at http://HOST:PORT/
	@requirements/install base
	@exec $(python) -m isesco_site.serve

.PHONY: test
test: ## Run all tests: unit, contract and browser; ARGS='...' goes to pytest
	@requirements/install test
	@exec $(python) -m tests.run $(ARGS)

.PHONY: lint
lint: ## Check style, templates, messages, migrations and settings
	@requirements/install test
	@.ci/lint

.PHONY: types
types: ## Check types
	@requirements/install test
	@SECRET_KEY=unused $(python) -m mypy

.PHONY: messages
messages: ## Collect the texts to translate into locale/, and compile them
	@requirements/install base
	@$(python) manage.py makemessages
	@$(python) manage.py compilemessages

.PHONY: bench
bench: ## Measure how fast pages are made
	@requirements/install test
	@exec $(python) -m tests.bench

.PHONY: lock
lock: ## Lock the dependencies of pyproject.toml again
	@requirements/lock

.PHONY: image
image: ## Build the container image with buildah
	@.ci/image

.PHONY: clean
clean: ## Remove what the commands made, except VAR_DIR
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete
