"""Statistics of a committee, out of its minutes and nothing else; what was undone does not count."""
