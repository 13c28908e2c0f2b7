"""Catching up: what happened on paper is read line by line, tried, and entered as the acts of a meeting."""
