"""Tries the tests of the rules: a small sample of wrong lines, of which the tests must find nearly all."""
