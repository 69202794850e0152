# SPDX-License-Identifier: LGPL-2.1-or-later
# Short words for the usual steps, over meson and ninja in build/.
BUILD ?= build
# Empty: as many as there are processors, and two tests at a time.
JOBS ?=
TESTS ?=
NINJA = ninja -C $(BUILD) $(JOBS:%=-j%) $(if $(V),-v,--quiet)

all: $(BUILD)/build.ninja
	@$(NINJA)

$(BUILD)/build.ninja:
	@scripts/deps build
	@mkdir -p $(BUILD)
	@meson setup $(BUILD) $(SETUP) >$(BUILD)/setup.log 2>&1 || { cat $(BUILD)/setup.log; exit 1; }

demo: all
	@scripts/demo $(BUILD)

check:
	@scripts/deps check
	@$(MAKE) --no-print-directory all
	@tests/run --build=$(BUILD) $(JOBS:%=-j%) $(TESTS)

# The kernel's selftests, stress-ng and a day's work, natively and traced; takes long.
check-transparency:
	@scripts/deps check transparency
	@$(MAKE) --no-print-directory all
	@tests/transparency/check --tool=$(BUILD)/self_ptrace $(TRANSPARENCY)
	@tests/transparency/day --tool=$(BUILD)/self_ptrace

# Real programs under the tool and under strace, line by line; minutes.  PROGRAMS="NAME...", all without it.
check-programs:
	@scripts/deps check programs
	@$(MAKE) --no-print-directory all
	@tests/decode/programs --tool=$(BUILD)/self_ptrace $(PROGRAMS)

check-kernel:
	@kernel/check

lint:
	@scripts/deps lint
	@$(MAKE) --no-print-directory all
	@scripts/lint $(BUILD)

fuzz:
	@scripts/deps check
	@$(MAKE) --no-print-directory all
	@SELF_PTRACE_BUILD=$(abspath $(BUILD)) tests/fuzz/rings $(or $(SECONDS),600)
	@SELF_PTRACE_BUILD=$(abspath $(BUILD)) tests/fuzz/recordings $(or $(SECONDS),600)

# 50 million calls through text and JSON: minutes.
soak:
	@scripts/deps check
	@$(MAKE) --no-print-directory all
	@ninja -C $(BUILD) --quiet test-programs
	@SELF_PTRACE_BUILD=$(abspath $(BUILD)) tests/robust/soak $(or $(MILLIONS),50)

bench:
	@scripts/deps bench
	@$(MAKE) --no-print-directory all
	@bench/run --tool=$(BUILD)/self_ptrace $(BENCH)

# The whole test suite on a tool that checks its own memory.
asan:
	@scripts/deps check
	@$(MAKE) --no-print-directory check BUILD=build-asan \
		SETUP='-Db_sanitize=address,undefined -Db_lundef=false'

# Tests as another user fail: their counts cannot be written, which libgcov says.
coverage:
	@scripts/deps check coverage
	@status=0; \
	$(MAKE) --no-print-directory check BUILD=build-coverage SETUP=-Db_coverage=true || status=$$?; \
	ninja -C build-coverage --quiet coverage-text && \
	tail -n 25 build-coverage/meson-logs/coverage.txt && \
	echo 'Of these, the decoder:' && \
	cd build-coverage && gcovr -r .. --filter '\.\./tool/decode/' . && exit $$status

# Packages in packages/; and what a user of them would do.
deb check-package:
	@scripts/deps build package
	@scripts/check-package $(if $(filter deb,$@),packages)

install: all
	@meson install -C $(BUILD) --no-rebuild

clean:
	@rm -rf build build-asan build-coverage

.PHONY: all demo check check-transparency check-programs check-kernel lint fuzz soak bench asan coverage deb check-package install clean
