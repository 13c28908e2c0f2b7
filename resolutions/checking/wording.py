"""The wording of clauses: acronyms, persons, sentences, dates, citations and small numbers."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from resolutions.checking.terms import Examined, Rules, reworded
from resolutions.document import Clause, arranged
from resolutions.findings import Finding
from resolutions.operations import Modify

_ACRONYM = re.compile(r"(?<![\w/.-])[A-Z]{2,8}s?(?![\w/]|-[A-Z])")
_ROMAN = re.compile(r"[IVXLC]+")
_WORDS_BY_NOW = frozenset({"AIDS", "COVID", "HIV"})  # nobody spells them out
_SENTENCE = re.compile(r"(?<![.\w])(\w{3,})[.!?]\s+([A-ZÀ-Þ]\w*)")
_ABBREVIATED = frozenset({"Mrs", "Nos", "vol", "art", "para", "paras", "Inc", "Ltd", "Sra", "Sres", "Mme"})
_NUMERIC_DATE = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/-])")
_ISO_DATE = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])")
_CITED = re.compile(
    r"\b(?:resolution|resolución|résolution)s?\s+(?:\w{1,3}/RES/)?(\d{1,3}/\d{1,4})\b", re.IGNORECASE
)
_COUNCIL = re.compile(
    r"\b(?:Security Council resolution\s+(\d{1,4})|resolution\s+(1\d{3}|2\d{3}))\b(?!\s*(?:/|\(\d{4}\)))",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"(?<![\w/.,:–-])([1-9])(?![\w/.,:–%-])"
    r"(?!\s*(?:per cent|%|[kcm]?m\b|kg\b|million|billion|am\b|pm\b|votes?\b|to\b))\s+([^\W\d_]+)"
)
_BEFORE_FIGURES = re.compile(
    r"\b(?:paragraph|article|section|chapter|goal|target|phase|annex|rule|item|no\.?|number|resolution|page|stage"
    r"|level|párrafo|artículo|capítulo|objetivo|paragraphe|chapitre|objectif)s?\s+(?:\d+\s*(?:,|and|y|et)\s*)*$",
    re.IGNORECASE,
)

_NEAR = 60  # characters before a figure in which it is said what it counts
_BEFORE_ROMAN = re.compile(r"(?:[A-Z]\w+|annex|part|phase|appendix)\s+$")

Change = Callable[[str], str]


def _once(look: Callable[[Examined, Clause, str], Iterator[Finding]], seen: Examined) -> Iterator[Finding]:
    """Look at each text of each clause, and say the same of one clause once: its fix changes every place."""
    for clause in arranged(seen.document).clauses:
        said: set[tuple[str, str]] = set()
        for text in filter(None, (clause.text, clause.text_after)):
            for finding in look(seen, clause, text):
                words = (finding.rule, str(finding.values.get("words")))
                if words not in said:
                    said.add(words)
                    yield finding


def _changed(clause: Clause, change: Change) -> tuple[Modify, ...]:
    return (reworded(clause, text=change(clause.text), text_after=change(clause.text_after)),)


def _acronyms(seen: Examined) -> Iterator[Finding]:
    """L24: "International Organization for Migration (IOM)" comes before "IOM" alone."""
    explained = {short for short, _ in seen.phrases.never_short}  # another sentence says it of those
    for clause in arranged(seen.document).clauses:
        for text in filter(None, (clause.text, clause.text_after)):
            for short in _unexplained(text, explained):
                yield Finding("L24", "warn", uid=clause.uid, values={"words": short})


def _unexplained(text: str, explained: set[str]) -> Iterator[str]:
    for match in _ACRONYM.finditer(text):
        short = match[0].removesuffix("s")
        in_brackets = text.endswith("(", 0, match.start()) and text.startswith(")", match.end())
        known = short in explained or _ROMAN.fullmatch(short) or short in _WORDS_BY_NOW
        if not in_brackets and not known:
            yield short
        explained.add(short)


def _never_short(seen: Examined, clause: Clause, text: str) -> Iterator[Finding]:
    """L24: the United Nations and its principal organs are never abbreviated [AMFM]."""
    for short, long in seen.phrases.never_short:
        if short in text and (form := _short_form(short)).search(text):
            values = {"words": short, "meant": long}
            fix = _changed(clause, lambda said, form=form, long=long: form.sub(long, said))  # type: ignore[misc]
            yield Finding("L24u", "warn", uid=clause.uid, values=values, fix=fix)


@cache
def _short_form(short: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){re.escape(short)}(?![\w/-]|\s(?:Women|Habitat)\b)")


@cache
def _persons_form(persons: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{'|'.join(persons)})(?![\w.])", re.IGNORECASE)


@cache
def _american_form(months: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(months)})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)


def _persons(seen: Examined, clause: Clause, text: str) -> Iterator[Finding]:
    """L25: the organ speaks of itself in the third person."""
    for match in _persons_form(seen.phrases.persons).finditer(text):
        counts = match[0] == "I" and _BEFORE_ROMAN.search(text[max(0, match.start() - _NEAR) : match.start()])
        if match[0] not in ("i", "US") and not counts:  # "i" counts a list, "US" is a State
            yield Finding("L25", "warn", uid=clause.uid, values={"words": match[0]})
            return


def _sentences(seen: Examined, clause: Clause, text: str) -> Iterator[Finding]:
    for match in _SENTENCE.finditer(text):
        if match[1] not in _ABBREVIATED:
            values = {"where": seen.where(clause.uid), "words": match[2]}
            yield Finding("L26", "warn", uid=clause.uid, values=values)
            return


def _dates(seen: Examined, clause: Clause, text: str) -> Iterator[Finding]:
    """L27: day, month, year; a fix only where the figures leave no doubt."""
    months = seen.phrases.months
    for match in _american_form(months).finditer(text):
        month = next(m for m in months if m.casefold() == match[1].casefold())
        yield _redated(seen, clause, match[0], int(match[2]), month, match[3])
    for match in _ISO_DATE.finditer(text):
        if 1 <= int(match[2]) <= 12:
            yield _redated(seen, clause, match[0], int(match[3]), months[int(match[2]) - 1], match[1])
    for match in _NUMERIC_DATE.finditer(text):
        first, second = int(match[1]), int(match[3])
        day, month_number = (first, second) if first > 12 else (second, first)
        if day > 12 and 1 <= month_number <= 12:
            yield _redated(seen, clause, match[0], day, months[month_number - 1], match[4])
        else:
            yield Finding("L27d", "warn", uid=clause.uid, values={"words": match[0]})


def _redated(seen: Examined, clause: Clause, said: str, day: int, month: str, year: str) -> Finding:
    between = " de " if seen.terms.language == "es" else " "
    meant = between.join((str(day), month, year))
    fix = _changed(clause, lambda text: text.replace(said, meant))
    return Finding("L27s", "warn", uid=clause.uid, values={"words": said, "meant": meant}, fix=fix)


def _citations(seen: Examined, clause: Clause, text: str) -> Iterator[Finding]:
    """L27: "resolution 73/195 of 19 December 2018"; "resolution 2240 (2015)"."""
    for match in _CITED.finditer(text):
        if not re.match(r",?\s*(?:\w+\s)?(?:of|on|de|du)\s+(?:el\s)?\d", text[match.end() :]):
            yield Finding("L27r", "warn", uid=clause.uid, values={"number": match[1]})
    for match in _COUNCIL.finditer(text):
        yield Finding("L27c", "warn", uid=clause.uid, values={"number": match[1] or match[2]})


def _small_numbers(seen: Examined, clause: Clause, text: str) -> Iterator[Finding]:
    """L28: numbers under ten in words, but for units, lists, percentages and votes [AMFM]."""
    months = {month.casefold() for month in (*seen.phrases.months, "de")}
    for match in _SMALL.finditer(text):
        if match[2].casefold() in months or _BEFORE_FIGURES.search(
            text[max(0, match.start() - _NEAR) : match.start()]
        ):
            continue
        meant = f"{seen.phrases.numbers[int(match[1]) - 1]} {match[2]}"
        form = re.compile(rf"(?<![\w/.,:–-]){re.escape(match[0])}\b")
        fix = _changed(clause, lambda said, form=form, meant=meant: form.sub(meant, said))  # type: ignore[misc]
        yield Finding("L28", "warn", uid=clause.uid, values={"words": match[0], "meant": meant}, fix=fix)


WORDING: Rules = (
    ("L24", _acronyms),
    ("L24", partial(_once, _never_short)),
    ("L25", partial(_once, _persons)),
    ("L26", partial(_once, _sentences)),
    ("L27", partial(_once, _citations)),
    ("L27", partial(_once, _dates)),
    ("L28", partial(_once, _small_numbers)),
)
