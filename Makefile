# The tasks of this project. Each is a script or a command that can be called by itself; this is the list.
FOLDER ?= manifests

.PHONY: help
help: ## this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: manifests
manifests: ## the flat files, into manifests/ (scripts/render --help)
	@scripts/render

.PHONY: test
test: ## the tests, except those that need a cluster
	@dotnet test

.PHONY: cluster-test
cluster-test: ## the tests on the cluster that KUBECONFIG names: up to an hour, drains nodes
	@dotnet test --filter Category=Cluster

.PHONY: check
check: ## judge a folder: make check FOLDER=path (scripts/check --help)
	@scripts/check $(FOLDER)

.PHONY: lint
lint: ## faults in the scripts and the workflows, by shellcheck and actionlint
	@scripts/lint

.PHONY: ci
ci: ## everything that is run on a proposal: lint, format, tests
	@.ci/run

.PHONY: draw
draw: ## the charts and tables of the documents, after a change of the chart or a load run
	@scripts/draw

.PHONY: values-table
values-table: ## the table and the descriptions of the values, after a change of their comments
	@scripts/values-table

.PHONY: package
package: ## the archive of the chart, into artifacts/ (scripts/package --help)
	@scripts/package

.PHONY: tools
tools: ## Helm and kubectl, into .tools/bin
	@scripts/setup

.PHONY: benchmark
benchmark: ## what the chart and the judge cost
	@scripts/benchmark
