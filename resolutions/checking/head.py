"""The head of a paper: what it names, who stands behind it, the organ's line and the symbol."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from resolutions.checking.terms import Examined, Rules
from resolutions.findings import Finding
from resolutions.fixes import SetHead
from resolutions.prose import Message

_Names = Literal["sponsors", "signatories"]
_NAMES: tuple[_Names, ...] = ("sponsors", "signatories")


def _named(seen: Examined) -> Iterator[Finding]:
    """L01: the head names what the paper is."""
    said = {"committee": seen.paper.committee, "symbol": seen.paper.symbol}
    if not seen.terms.is_security_council:
        said["topic"] = seen.document.title
    for what, value in said.items():
        if not value:
            yield Finding("L01", "error", values={"what": Message(f"what.{what}", {})})


def _untitled(seen: Examined) -> Iterator[Finding]:
    """L34: the Security Council gives its resolutions no title [UNED]."""
    if seen.terms.is_security_council and seen.document.title:
        yield Finding("L34", "warn", fix=(SetHead("title", ""),))


def _counted(seen: Examined) -> Iterator[Finding]:
    """L02: enough of those who bring the paper, and not too many."""
    terms, count = seen.terms, len(seen.paper.sponsors)
    if count < terms.sponsors_least:
        yield _few("sponsors", count, terms.sponsors_least)
    if terms.sponsors_most is not None and count > terms.sponsors_most:
        values = {"whom": _said("sponsors"), "count": count, "most": terms.sponsors_most}
        yield Finding("L02m", "error", values=values)
    if len(seen.paper.signatories) < terms.signatories_least:
        yield _few("signatories", len(seen.paper.signatories), terms.signatories_least)


def _few(whom: _Names, count: int, least: int) -> Finding:
    return Finding("L02f", "error", values={"whom": _said(whom), "count": count, "least": least})


def _doubled(seen: Examined) -> Iterator[Finding]:
    """L02: nobody stands twice in one list."""
    for whom in _NAMES:
        names: tuple[str, ...] = getattr(seen.paper, whom)
        once = {_key(name): name for name in reversed(names)}
        for key, name in once.items():
            if [_key(other) for other in names].count(key) > 1:
                kept = tuple(n for at, n in enumerate(names) if _key(n) != key or names.index(name) == at)
                fix = (SetHead(whom, kept),)
                yield Finding("L02d", "error", values={"name": name, "whom": _said(whom)}, fix=fix)


def _observers(seen: Examined) -> Iterator[Finding]:
    """L03: observers neither sponsor nor sign, unless the house lets them."""
    may = {"sponsors": seen.terms.observers_may_sponsor, "signatories": seen.terms.observers_may_sign}
    for whom in _NAMES:
        for name in getattr(seen.paper, whom):
            if name in seen.terms.observers and not may[whom]:
                yield Finding("L03", "error", values={"name": name, "whom": _said(whom)})


def _in_order(seen: Examined) -> Iterator[Finding]:
    """L04: in the order of the alphabet [PACR]."""
    for whom in _NAMES:
        names: tuple[str, ...] = getattr(seen.paper, whom)
        ordered = tuple(sorted(names, key=_key))
        if [*map(_key, names)] != [*map(_key, ordered)]:
            yield Finding("L04", "warn", values={"whom": _said(whom)}, fix=(SetHead(whom, ordered),))


def _organ(seen: Examined) -> Iterator[Finding]:
    """L05: the text opens with the organ that speaks."""
    said, wanted = seen.document.organ, seen.terms.organ
    fix = (SetHead("organ", wanted),) if wanted else ()
    if not said:
        yield Finding("L05n" if wanted else "L05o", "error", values={"wanted": wanted}, fix=fix)
    elif wanted and said != wanted:
        yield Finding("L05", "error", values={"organ": said, "wanted": wanted}, fix=fix)


def _symbol(seen: Examined) -> Iterator[Finding]:
    """L35: the symbol has the committee's form and is nobody else's."""
    symbol, pattern = seen.paper.symbol, seen.terms.symbol_pattern
    if symbol and pattern and not re.fullmatch(pattern, symbol):
        yield Finding("L35", "error", values={"symbol": symbol})
    if symbol and symbol in seen.terms.symbols_taken:
        yield Finding("L35t", "error", values={"symbol": symbol})


def _said(whom: _Names) -> Message:
    return Message(f"whom.{whom}", {})


def _key(name: str) -> str:
    """The letters of a name, by which it is ordered: no accents, no capitals."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


HEAD: Rules = (
    ("L01", _named),
    ("L02", _counted),
    ("L02", _doubled),
    ("L03", _observers),
    ("L04", _in_order),
    ("L05", _organ),
    ("L34", _untitled),
    ("L35", _symbol),
)
