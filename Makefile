# Everything starts here: `make` alone says what there is.

.PHONY: help run test bench package

help:
	@echo "make run     installs what is missing, builds, and opens the window on the sample consultation;"
	@echo "             where there is no display, does a day's work from the command line into out/"
	@echo "make test    every check and every test, the real window included"
	@echo "make bench   measures, and writes docs/benchmarks.md"
	@echo "make package builds what is installed elsewhere, deb and rpm, into out/packages/"

run:
	@bash scripts/run.sh

test:
	@bash scripts/test.sh

bench:
	@bash scripts/bench.sh

package:
	@bash scripts/package.sh
