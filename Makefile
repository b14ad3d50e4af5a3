# make run: serve on port 8000.  make test: every check.  make prove: the long proofs.
.PHONY: run test prove

run:
	./bootstrap run
	.venv/bin/configurator run --port 8000

test:
	./bootstrap test
	PATH="$(CURDIR)/.venv/bin:$(PATH)" .venv/bin/pytest -n 2

prove:
	./bootstrap test
	PATH="$(CURDIR)/.venv/bin:$(PATH)" .venv/bin/pytest -n 2 prove
