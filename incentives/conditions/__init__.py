"""The kinds of condition: one file, one kind. Importing the package registers them all."""

from incentives.condition import load_kinds

load_kinds(__name__)
