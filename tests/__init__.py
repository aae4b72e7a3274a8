"""The tests: the same tree as docs/, macros/ and overrides/, and tests/site/ for the whole."""
