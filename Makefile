# make run: serve on port 8000.  make test: every check.  make prove: the long proofs.
.PHONY: run test prove
tools = PATH="$(CURDIR)/.venv/bin:$(PATH)" PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX="$(CURDIR)/.venv/bytecode"

run:
	./bootstrap run
	$(tools) .venv/bin/configurator run --port 8000

test:
	./bootstrap test
	$(tools) .venv/bin/pytest -n 2 --dist worksteal

prove:
	./bootstrap test
	$(tools) EVERY_CASE=1 .venv/bin/pytest -n 2 tests/configurator tests/browser/test_large_text.py
	$(tools) KILL_RUNS=1000 node --test tests/js/core/kills.test.js
	$(tools) KILL_BROWSER_RUNS=200 .venv/bin/pytest -n 2 tests/browser/test_kills.py
	$(tools) LIMIT_PROCESSES=16 LIMIT_GRANTS=200 .venv/bin/pytest tests/configurator/offers/test_limits_at_once.py
	$(tools) SURVEY_ROOMS=2000 .venv/bin/pytest -s tests/rooms/surveying/test_wrong_walls.py
	$(tools) .venv/bin/coverage run -m pytest tests/incentives
	$(tools) .venv/bin/coverage report --fail-under=100
	$(tools) .venv/bin/python -m tests.mutants
	$(tools) .venv/bin/python -m tests.proofs
	$(tools) INCENTIVES_EXAMPLES=1500 .venv/bin/pytest -n 2 -rs tests/incentives/test_properties.py tests/incentives/test_consumption.py tests/incentives/test_bulk.py tests/incentives/engines.py tests/configurator/offers/test_life.py
