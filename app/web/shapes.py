"""Finding what belongs to a path among hundreds of patterns, without asking each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
NOUN = 3
"""The segment that tells the pages and acts of a committee apart: /committees/7/votes/3/ballots."""
ANY = ""


class Shapes(Generic[T]):
    """Things by method and pattern; a segment of a pattern in braces stands for any."""

    def __init__(self, given: Iterable[tuple[str, str, T]]) -> None:
        """`given` are method, pattern and thing, in the order in which they count."""
        self._alike: dict[tuple[str, int], list[tuple[str, str, T]]] = defaultdict(list)
        for method, pattern, thing in given:
            self._alike[method, pattern.count("/")].append((*_words(pattern), thing))
        self._known = {
            shape: (frozenset(noun for noun, _, _ in things), frozenset(last for _, last, _ in things))
            for shape, things in self._alike.items()
        }
        self._found: dict[tuple[str, int, str, str], tuple[T, ...]] = {}

    def of(self, method: str, path: str) -> Sequence[T]:
        """All that may fit a path, in their order: one or two, and each is still to be asked."""
        shape = method, path.count("/")
        if shape not in self._known:
            return ()
        (nouns, ends), (noun, last) = self._known[shape], _words(path)
        key = (*shape, noun if noun in nouns else ANY, last if last in ends else ANY)
        if key not in self._found:
            self._found[key] = self._fitting(*key)
        return self._found[key]

    def _fitting(self, method: str, length: int, noun: str, last: str) -> tuple[T, ...]:
        """Where the words of the pattern are those of the path, or any."""
        things = self._alike[method, length]
        return tuple(thing for one, end, thing in things if one in (noun, ANY) and end in (last, ANY))


def _words(path: str) -> tuple[str, str]:
    """The noun and the last segment; ANY where a pattern takes any."""
    segments = path.split("/")
    noun = segments[NOUN] if len(segments) > NOUN else ANY
    return ANY if "{" in noun else noun, ANY if "{" in segments[-1] else segments[-1]
