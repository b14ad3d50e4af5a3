"""Many cases at once, from a Parquet table, on an embedded engine (DuckDB): the only part that needs more than Python.

`charging.charge_all` says what every row is charged, `comparison.compare` what other terms would have changed. There
are two paths, and both charge what `incentives.case.charge` charges, row by row.

* **Once for each outcome** (`outcomes`): SQL finds of every row how each condition turns out. Rows that turn out
  alike, and in which all that prices and benefits read is the same, are decided once.
* **In time order** (`replay`): where rules have limits, or use purchases up, case by case, each with what the earlier
  ones have left.
"""
