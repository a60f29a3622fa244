# The verbs of the project; `make` lists them. Recipes call scripts in .ci/, no logic stands here.

PYTHON := .venv/bin/python
READY := .venv/.ready
READY_TRAINING := .venv/.ready-training
READY_SOAK := .venv/.ready-soak
READY_TORCH := .venv/.ready-torch
MODEL ?= models/skymatch-s
PROFILE ?= default

# Packages in ~/.local take no part. What else Python needs to know stands in .ci/environment.pth.
export PYTHONNOUSERSITE := 1

.DEFAULT_GOAL := help
.PHONY: help setup setup-training doctor run docs docs-qgis test test-qgis lint build package install model fit horizon geometry ablation parity sample train crossview changes surroundings adapters heads wrap evaluate bench narrowing huge fuzz soak translations clean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

setup: ## install what running, testing and checking need (apt as root, then .venv)
	.ci/setup.sh

setup-training: ## the same, with what models/training needs
	.ci/setup.sh training

doctor: ## say what this machine lacks, with the line to type
	python3 .ci/doctor.py

run: $(READY) build ## index the sample scene, locate its photos, draw layers and a map in build/demo
	.ci/demo.sh

docs: run ## renew pictures, help of parameters, and the walk through the packed plugin
	$(PYTHON) .ci/docs.py
	$(PYTHON) .ci/docs_parameters.py
	$(PYTHON) .ci/package.py zip
	$(PYTHON) .ci/walk

docs-qgis: ## the walk on another QGIS, once test-qgis has made its Debian: QGIS=3.40 or 3.44
	$(PYTHON) .ci/package.py zip
	.ci/walk-qgis.sh "$(QGIS)"

test: $(READY_TRAINING) build ## run all tests
	SKYMATCH_SUITES=build/suites $(PYTHON) -m pytest -q tests

test-qgis: ## run all tests on another QGIS, in a Debian of its own: QGIS=3.40 or 3.44
	.ci/test-qgis.sh "$(QGIS)"

soak: $(READY_TRAINING) $(READY_SOAK) build ## faults, fuzzers, scanners and the zip, in quantity; writes docs/soak.md
	$(PYTHON) -m tests.soak.soak

translations: $(READY) ## extract the texts into resources/i18n and compile their translations
	$(PYTHON) .ci/translations.py

lint: $(READY) ## formatting, types, security and QGIS rules
	.ci/lint.sh

build: $(READY) ## stage the plugin in build/skymatch
	$(PYTHON) .ci/package.py stage

package: $(READY) ## write build/skymatch.zip and check it as plugins.qgis.org does
	$(PYTHON) .ci/package.py zip

install: build ## link build/skymatch into your QGIS profile (PROFILE=default)
	.ci/install.sh "$(PROFILE)"

model: $(READY_TRAINING) ## rebuild the model pack from its registry package
	$(PYTHON) -m models.training.export

fit: $(READY_TRAINING) ## fit projection, surroundings and calibration anew from ../shared/data (then: make model)
	$(PYTHON) -m models.training.fit
	$(PYTHON) -m models.training.export --ground-alone
	rm -rf build/surroundings
	$(PYTHON) -m models.training.surroundings.towns --towns 1000 1035
	$(PYTHON) -m models.training.surroundings.fit
	$(PYTHON) -m models.training.export
	$(PYTHON) -m models.training.calibrate

train: $(READY_TRAINING) ## make the model anew from simulated towns and ../shared/data: SIZE=full or small
	.ci/train.sh "$(or $(SIZE),full)"

crossview: $(READY_TORCH) ## trained against untrained projection, on real pairs and held-out towns
	$(PYTHON) -m models.training.crossview.real
	$(PYTHON) -m models.training.crossview.simulated --towns 2001 2003
	$(PYTHON) -m models.training.crossview.measure

changes: $(READY_TRAINING) ## what snow, cloud, construction, dusk and rain cost, on held-out simulated towns
	$(PYTHON) -m models.training.crossview.changes --out build/changes.json

surroundings: $(READY_TRAINING) ## what the view of what stands around the camera adds, on ../shared/data
	$(PYTHON) -m models.training.surroundings.measure

adapters: $(READY_TORCH) ## what adapters inside the transformer add (not shipped), fitted on simulated towns
	$(PYTHON) -m models.training.crossview.pixels --towns 1000 1020 --shared ../shared/data
	$(PYTHON) -m models.training.crossview.pixels --towns 2001 2003
	$(PYTHON) -m models.training.crossview.fit_adapters

heads: $(READY_TORCH) ## what a head fitted by gradient adds (not shipped): HEAD=linear, deep or mixer
	$(PYTHON) -m models.training.crossview.fit_head --head "$(or $(HEAD),deep)"

horizon: $(READY_TORCH) ## fit the head that reads the horizon anew (then: make model)
	$(PYTHON) -m models.training.horizon.fit
	$(PYTHON) -m models.training.horizon.measure --calibrate

geometry: $(READY_TRAINING) ## what horizon, height and field of view are worth, on ../shared/data
	$(PYTHON) -m models.training.horizon.measure
	$(PYTHON) -m models.training.evaluation.geometry

ablation: $(READY_TRAINING) ## what each design choice of the model is worth, on ../shared/data
	$(PYTHON) -m models.training.ablation

parity: $(READY_TRAINING) ## compare the 8-bit encoder with the float one
	$(PYTHON) -m models.training.parity

wrap: $(READY_TRAINING) ## your ONNX network as a pack: AERIAL=<onnx> [GROUND=<onnx>] OUT= NAME= LICENCE= GSD_M= [OPTIONS=]
	$(PYTHON) -m models.training.wrap --aerial "$(AERIAL)" $(if $(GROUND),--ground "$(GROUND)") --out "$(OUT)" --name "$(NAME)" --licence "$(LICENCE)" --gsd-m "$(GSD_M)" $(OPTIONS)

sample: $(READY_TRAINING) ## draw the sample scene anew
	$(PYTHON) -m models.training.simulator.sample_scene --out resources/sample

evaluate: $(READY_TRAINING) ## measure a model on real pairs: PAIRS=<csv or folder> OUT=<folder> [MODEL=<pack>] [MOST=<pairs>]
	$(PYTHON) -m models.training.evaluation.evaluate --pairs "$(PAIRS)" --out "$(OUT)" --model "$(MODEL)" $(if $(MOST),--most $(MOST))

bench: $(READY_TRAINING) build ## time and memory of indexing and searching, beside rivals; writes docs/bench.md
	$(PYTHON) tests/bench/bench.py

narrowing: $(READY_TRAINING) ## what narrowing down loses of true places, on ../shared/data; writes docs/narrowing.md
	$(PYTHON) tests/bench/narrowing.py --pairs ../shared/data/real-pairs/index.csv

huge: run ## search 400 km2 of simulated codes out of core, into docs/huge.md: KM2=<area>
	$(PYTHON) tests/bench/huge.py $(if $(KM2),--km2 $(KM2))

fuzz: $(READY) ## damage photo files at random and read them: INPUTS=<number>
	$(PYTHON) tests/engine/fuzz_photo.py --inputs $(or $(INPUTS),20000)

clean: ## remove what the other verbs made, except .venv
	rm -rf build .qgis-settings .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): .ci/setup.sh .ci/environment.pth .ci/requirements.txt
	.ci/setup.sh

$(READY_TORCH): $(READY_TRAINING) .ci/requirements-torch.txt
	$(PYTHON) -m pip install --quiet -r .ci/requirements-torch.txt
	touch $@

$(READY_SOAK): $(READY_TRAINING) .ci/setup-soak.sh
	.ci/setup-soak.sh

$(READY_TRAINING): .ci/setup.sh .ci/environment.pth .ci/requirements.txt .ci/requirements-training.txt
	.ci/setup.sh training
