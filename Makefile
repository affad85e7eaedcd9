# Everything a newcomer types. Each target does its own set-up; `make` alone lists them.
PREFIX ?= /usr/local
SWIFT ?= swift
FUZZ ?= 50
FUZZ_SECONDS ?= 1200

# Where the toolchain has Swift's libraries for it, they become part of the executable: it starts faster, and runs
# where no Swift is installed. At a fixed place, a hundred thousand addresses need not be put right at every start. Types
# are found by their accessors: by name, each new kind of dictionary is looked for in all the conformances that there are.
# What lies in ARCHIVES is linked instead of the system's libraries.
STATIC ?= $(shell test -d "$$(dirname "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")")/lib/swift_static" \
	&& echo --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie -Xlinker -L$(ARCHIVES) \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors)

ARCHIVES = $(CURDIR)/.build/archives

THAPNIEN = .build/release/thapnien
PACKAGE = datasets/kien-giang
REPORT = out/decade
CYCLE = report --all --period 2023 --data $(PACKAGE)
SOURCES = Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift

# Where `make install` puts things.
ROOT = $(DESTDIR)$(PREFIX)
MAN1 = /share/man/man1
BASH_COMPLETION = /share/bash-completion/completions/thapnien
ZSH_COMPLETION = /share/zsh/site-functions/_thapnien
FISH_COMPLETION = /share/fish/vendor_completions.d/thapnien.fish
PLACED = "$(ROOT)/bin/thapnien" "$(ROOT)$(BASH_COMPLETION)" "$(ROOT)$(ZSH_COMPLETION)" "$(ROOT)$(FISH_COMPLETION)"

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup build report test fuzz emulate bench notebooks record lint format screens man install uninstall place pages clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing (libxlsxwriter, minizip, expat, zlib, sqlite3, pkg-config)
	@.ci/setup

build: setup ## build the release executable
	@.ci/archives "$(ARCHIVES)"
	PKG_CONFIG_PATH="$(ARCHIVES):$$PKG_CONFIG_PATH" $(SWIFT) build -c release --product thapnien $(STATIC)

report: build ## build every report of Kiên Giang into out, the decade's into out/decade
	$(THAPNIEN) $(CYCLE) -o out
	@ls -1d $(REPORT)/decade.xlsx $(REPORT)/decade.txt $(REPORT)/decade.ledger.json $(REPORT)/tables

test: setup ## run every test, command cases and documents included
	$(SWIFT) test --disable-xctest

fuzz: setup ## damage fifty times as many files as `make test` does, then run libFuzzer on the scanner for 20 minutes
	THAPNIEN_FUZZ=$(FUZZ) $(SWIFT) test --disable-xctest --filter Mutated
	Tests/Fuzzing/run $(FUZZ_SECONDS)

emulate: ## run the scanner's way on arm64 in an emulator (gcc-aarch64-linux-gnu, libc6-dev-arm64-cross, qemu-user)
	Tests/Emulation/run

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

screens: build ## show the questions of notebooks-docs/questions.md in real terminals (tmux) and compare them
	.ci/screens

man: build ## write the manual pages into .build/man (read one: man -l .build/man/thapnien-trend.1)
	$(MAKE) pages MAN=.build/man

install: build ## install executable, manual and completions into PREFIX (PREFIX=/usr/local)
	$(MAKE) place

uninstall: ## remove what `make install` put into PREFIX
	rm -f $(PLACED)
	rm -f "$(ROOT)$(MAN1)"/thapnien.1 "$(ROOT)$(MAN1)"/thapnien-*.1

# What install does with an executable that is built already.
place:
	install -d "$(ROOT)/bin"
	install -m 755 "$(THAPNIEN)" "$(ROOT)/bin/thapnien"
	$(MAKE) pages MAN="$(ROOT)$(MAN1)"
	install -d "$(ROOT)/share/bash-completion/completions" "$(ROOT)/share/zsh/site-functions" \
	  "$(ROOT)/share/fish/vendor_completions.d"
	"$(THAPNIEN)" --generate-completion-script bash > "$(ROOT)$(BASH_COMPLETION)"
	"$(THAPNIEN)" --generate-completion-script zsh > "$(ROOT)$(ZSH_COMPLETION)"
	"$(THAPNIEN)" --generate-completion-script fish > "$(ROOT)$(FISH_COMPLETION)"

pages:
	install -d "$(MAN)"
	@set -e; for name in $$("$(THAPNIEN)" help man --names); do \
	  "$(THAPNIEN)" help man "$$name" > "$(MAN)/$$name.1"; done

clean: ## remove what was built
	rm -rf .build out
