# Everything a newcomer types. Each target does its own set-up; `make` alone lists them.
PREFIX ?= /usr/local
SWIFT ?= swift
FUZZ ?= 50
FUZZ_SECONDS ?= 1200

# Where the toolchain has Swift's libraries for it, they become part of the executable: it starts faster, and runs
# where no Swift is installed.
STATIC ?= $(shell test -d "$$(dirname "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")")/lib/swift_static" \
	&& echo --static-swift-stdlib)

THAPNIEN = .build/release/thapnien
PACKAGE = datasets/kien-giang
REPORT = out/decade
CYCLE = report --all --period 2023 --data $(PACKAGE)
SOURCES = Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup build report test fuzz bench notebooks record lint format install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing (libxlsxwriter, minizip, expat, zlib, sqlite3, pkg-config)
	@.ci/setup

build: setup ## build the release executable
	$(SWIFT) build -c release --product thapnien $(STATIC)

report: build ## build every report of Kiên Giang into out, the decade's into out/decade
	$(THAPNIEN) $(CYCLE) -o out
	@ls -1d $(REPORT)/decade.xlsx $(REPORT)/decade.txt $(REPORT)/decade.ledger.json $(REPORT)/tables

test: setup ## run every test, command cases and documents included
	$(SWIFT) test --disable-xctest

fuzz: setup ## damage fifty times as many files as `make test` does, then run libFuzzer on the scanner for 20 minutes
	THAPNIEN_FUZZ=$(FUZZ) $(SWIFT) test --disable-xctest --filter Mutated
	Tests/Fuzzing/run $(FUZZ_SECONDS)

bench: build ## measure beside DuckDB and Polars, and write Benchmarks/RESULTS.md (ROWS=1000000 for a shorter run)
	$(MAKE) -C Benchmarks bench SWIFT="$(SWIFT)" STATIC="$(STATIC)"

notebooks: setup ## run the commands of README.md and notebooks-docs/ and compare their output
	$(SWIFT) test --disable-xctest --filter NotebookTests

record: build ## write golden files, documents and the sample report anew; read the difference before committing it
	THAPNIEN_RECORD=1 $(SWIFT) test --disable-xctest
	$(THAPNIEN) $(CYCLE) -o reports/samples
	git status --short

lint: ## check the format of the sources
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: ## bring the sources into the project's format
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

install: build ## install the executable into PREFIX/bin (PREFIX=/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(THAPNIEN) "$(DESTDIR)$(PREFIX)/bin/thapnien"

clean: ## remove what was built
	rm -rf .build out
