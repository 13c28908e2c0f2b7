"""Opening phrases: known in their part, not worn out, not the other part's, not the Security Council's."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from typing import assert_never

from resolutions.checking.terms import Examined, Rules, reworded, words
from resolutions.document import OTHER_PART, Clause, Part, children
from resolutions.findings import Finding, Severity
from resolutions.phrases import Language, opens_with, phrases, split_opening

_PARTS: tuple[Part, ...] = ("preambular", "operative")
_VARIED: dict[Language, tuple[str, ...]] = {
    "en": ("Further", "Also"),
    "es": ("También", "Asimismo"),
    "fr": ("Également", "En outre"),
}


def _in_parts(seen: Examined) -> Iterator[tuple[Part, tuple[Clause, ...]]]:
    return ((part, children(seen.document, None, part)) for part in _PARTS)


def _unknown_in(part: Part, rule: str, seen: Examined) -> Iterator[Finding]:
    """L07 and L12: the opening is in neither list; what is written nearly so is offered."""
    for clause in children(seen.document, None, part):
        said, language = words(clause), seen.terms.language
        if any(split_opening(said, one, language)[0] for one in _PARTS):
            continue
        meant, rest = _meant(said, part, language)
        values = {"words": " ".join(said.split()[:3]), "meant": meant}
        fix = (reworded(clause, opening=meant, text=rest),) if meant else ()
        yield Finding(f"{rule}s" if meant else rule, "warn", uid=clause.uid, values=values, fix=fix)


def _of_the_other_part(seen: Examined) -> Iterator[Finding]:
    """L22: the opening is in the list of the other part."""
    for part, paragraphs in _in_parts(seen):
        for clause in paragraphs:
            said, language = words(clause), seen.terms.language
            opening, rest = split_opening(said, OTHER_PART[part], language)
            if opening and not split_opening(said, part, language)[0]:
                yield from _turned(seen, clause, part, opening, rest)


def _turned(seen: Examined, clause: Clause, part: Part, opening: str, rest: str) -> Iterator[Finding]:
    meant = ""
    for preambular, operative in seen.phrases.pairs:
        other, own = (preambular, operative) if part == "operative" else (operative, preambular)
        turned = re.sub(rf"\b{re.escape(other)}\b", own, opening, count=1, flags=re.IGNORECASE)
        if turned != opening:
            meant = turned[:1].upper() + turned[1:]
            break
    known = bool(meant) and bool(split_opening(f"{meant} {rest}", part, seen.terms.language)[0])
    values = {"words": opening, "meant": meant}
    if known:
        rule = "L22p" if part == "preambular" else "L22o"
        fix = (reworded(clause, opening=meant, text=rest),)
        yield Finding(rule, "warn", uid=clause.uid, values=values, fix=fix)
    else:
        yield Finding("L22", "warn", uid=clause.uid, values=values)


def _meant(said: str, part: Part, language: Language) -> tuple[str, str]:
    """The phrase that the first words nearly are, and the words behind it; the longest wins."""
    known = {phrase.casefold(): phrase for phrase in phrases(language).of(part)}
    tokens = said.split()
    for count in range(min(5, len(tokens)), 0, -1):
        start = " ".join(tokens[:count]).casefold()
        alike = [phrase for phrase in known if len(phrase.split()) == count]
        if close := get_close_matches(start, alike, n=1, cutoff=0.85):
            return known[close[0]], " ".join(tokens[count:])
    return "", said


def _reserved(seen: Examined) -> Iterator[Finding]:
    """L23: conference lists keep some phrases for the Security Council; they disagree, so a level is set."""
    level: Severity
    match seen.terms.reserved:
        case "off":
            return
        case "warn" | "error" as level:
            pass
        case _:
            assert_never(seen.terms.reserved)
    if seen.terms.is_security_council:
        return
    for _, paragraphs in _in_parts(seen):
        for clause in paragraphs:
            said, language = words(clause), seen.terms.language
            reserved = opens_with(said, seen.phrases.reserved, language)
            if reserved and len(reserved) > len(opens_with(said, seen.phrases.not_reserved, language)):
                yield Finding("L23", level, uid=clause.uid, values={"words": reserved})


def _addressed(seen: Examined) -> Iterator[Finding]:
    """L30: phrases that call for something name the one who is called upon."""
    language = seen.terms.language
    calling = [_bare(phrase) for phrase in seen.phrases.addressed]
    for clause in children(seen.document, None, "operative"):
        opening, text = split_opening(words(clause), "operative", language)
        nobody = not text or re.match(r"(?:that|to|que|de)\b", text, re.IGNORECASE)
        if opens_with(opening, calling, language) and nobody and not seen.under(clause):
            yield Finding("L30", "warn", uid=clause.uid, values={"where": seen.where(clause.uid)})


def _bare(phrase: str) -> str:
    return phrase.split()[0]


def _worn(seen: Examined) -> Iterator[Finding]:
    """L21: no phrase more than twice, nor twice on end; the next gets "also" or "further" [WYM, AMFM]."""
    language = seen.terms.language
    for part, paragraphs in _in_parts(seen):
        split = [split_opening(words(clause), part, language) for clause in paragraphs]
        counts = Counter(said.casefold() for said, _ in split)
        met: set[str] = set()
        above = ""
        for clause, (said, rest) in zip(paragraphs, split, strict=True):
            opening = said.casefold()
            if opening and (opening == above or (counts[opening] > 2 and opening in met)):
                free = [v for v in _VARIED[language] if counts[f"{v} {opening}".casefold()] < 2]
                varied = f"{free[0]} {said[:1].lower()}{said[1:]}" if free else ""
                fix = (reworded(clause, opening=varied, text=rest),) if varied else ()
                values = {"words": said, "count": counts[opening]}
                yield Finding("L21", "warn", uid=clause.uid, values=values, fix=fix)
            met.add(opening)
            above = opening


OPENINGS: Rules = (
    ("L07", partial(_unknown_in, "preambular", "L07")),
    ("L12", partial(_unknown_in, "operative", "L12")),
    ("L21", _worn),
    ("L22", _of_the_other_part),
    ("L23", _reserved),
    ("L30", _addressed),
)
