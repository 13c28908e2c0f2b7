"""What the eye measures of lines: how long a full one is, and how many of its words begin with a capital."""

from __future__ import annotations

from collections.abc import Iterable


def full_length(texts: Iterable[str]) -> int:
    """Return the length in characters that nine of ten `texts` do not exceed, 0 without any."""
    lengths = sorted(map(len, texts))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def capitals(text: str) -> tuple[int, int]:
    """Return how many of the words longer than three letters begin with a capital, and how many they are."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words), len(words)
