"""Files that people send, as far as their names can be shown."""

from __future__ import annotations

LONGEST_FILE_NAME = 120


def file_name(given: str) -> str:
    """A file's own name without its folders, as far as it can be shown."""
    name = given.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in name if letter.isprintable())[-LONGEST_FILE_NAME:]
