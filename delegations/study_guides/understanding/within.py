"""Tells whose a paragraph is that names its stakeholder inside its first sentence, not at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from delegations.countries import longest_name
from delegations.names import fold
from delegations.study_guides.understanding.drafts import Draft
from delegations.study_guides.understanding.naming import kind_of, states_named
from delegations.study_guides.understanding.place import Place, in_capitals, is_body
from delegations.study_guides.understanding.rows import Row, plain
from delegations.study_guides.understanding.runs import Start, of_states, run_on
from delegations.study_guides.understanding.subjects import proper_subject
from delegations.study_guides.understanding.turns import is_part
from delegations.study_guides.understanding.words import AND, ARTICLES, state_at

_BOLD = re.compile(r"(?:\*\*|__)([^*_\n]{2,120})(?:\*\*|__)")
_END = re.compile(r"(?<=[a-z\d)”\"’*]{2})[.!?;][*_\"”’)]*\s")
_JOINED = re.compile(
    r"\s*(?:,|,?\s+(?:and|&|et|y|e|und|as well as)|/)\s+(?:the\s+|la\s+|le\s+|les\s+|el\s+)?"
)
_CUT_WORD = re.compile(r"(?<=[a-zà-ÿ])-(?: |\*\* \*\*)(?=[a-zà-ÿ])")  # a word that a line's end has parted
_CUT_BOLD = re.compile(r"(?<=\w)\*\* \*\*(?=\w)")  # bold words that a line's end has parted
_POINTING = frozenset((
    "it", "its", "they", "their", "he", "she", "his", "her", "this", "these", "both", "moreover",
    "furthermore", "however", "elle", "il", "ils", "elles", "son", "sa", "ses", "su", "sus", "ella", "ellos",
    "seu", "sua", "ele", "ela", "esta", "este", "cette", "ce", "government", "country",
))  # fmt: skip
"""Words that speak of somebody named before: their paragraph goes on with whom is open."""
_ELIDED = ("l'", "l’", "L'", "L’")
_VIEWS = re.compile(
    r"(?:for|as for|in the (?:view|eyes|opinion) of|according to|to|seen from|pour|selon|quant [àa]u?|d'après"
    r"|para|según|en cuanto a|segundo|quanto ao?|für|laut|nach ansicht von)(?:\s+(?:the|la|le|les|el|los))?$",
    re.IGNORECASE,
)
_VERBS = frozenset((
    "has", "have", "is", "are", "was", "were", "had", "will", "would", "must", "may", "can", "could",
    "should", "did", "does", "do",
))  # fmt: skip
_BEFORE_NO_SUBJECT = frozenset((
    "of", "with", "from", "in", "to", "by", "for", "against", "between", "on", "at", "into", "like", "and",
    "or", "over", "near", "than", "as", "via", "toward", "towards", "through", "across", "outside", "inside",
    "which", "that", "where", "what", "when", "while", "because", "if", "whom", "whose", "how", "why",
    "although", "though", "since", "de", "du", "avec", "con", "para", "com", "von", "mit",
))  # fmt: skip
_LONGEST_NAME = 120
_FEWEST = 2
_MOST_ROWS = 6
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph's first sentence: as printed, what stands before it, what stands behind it."""

    printed: str
    before: str
    after: str


def bold_within(place: Place) -> list[Start]:
    """A paragraph whose first sentence holds the name in bold: `Although small, **Malta** asks ...`."""
    if place.strict or not place.afresh or place.open_layout not in ("", "bold", "within"):
        return []
    if place.row.styled or "\t" in place.row.text or place.open_kind == "bloc":
        return []
    sentence = first_sentence(place.rows, place.at)
    mentions = list(_in_bold(sentence)) or list(_unknown_subject(place, sentence))
    owner = _owner(mentions) if mentions else None
    if owner is None:
        return []
    text = place.row.raw
    if named := states_named(owner.printed):
        start = of_states(named, place.row.text, "within")
    else:
        kind = kind_of(owner.printed, place.hint) or "organization"
        start = Start(owner.printed, kind, (), place.row.text, "within")
    begun = run_on(text, start) if start.matches else [start]
    return [
        replace(one, confidence="inferred") if one.confidence == "word for word" else one for one in begun
    ]


def subject_within(place: Place) -> list[Start]:
    """A paragraph whose first sentence has its subject behind an opening: `In 2019, Malta asked ...`."""
    if not place.subjects or not _may_begin(place):
        return []
    mentions = list(_in_words(first_sentence(place.rows, place.at)))
    owner = next((one for one in mentions if _is_subject(one)), None)
    if owner is None or not (named := states_named(owner.printed)):
        return []
    return [replace(of_states(named, place.row.text, "subject within"), confidence="inferred")]


def cannot_be_told(place: Place) -> bool:
    """Return whether the paragraph may be another's than the one whose word is open: it names only others."""
    if place.strict or not _may_begin(place):
        return False
    sentence = first_sentence(place.rows, place.at)
    if place.open_layout in ("bold", "within"):
        mentions = list(_in_bold(sentence)) or list(islice(_in_words(sentence), begins_with_a_state(place)))
    elif place.subjects:
        mentions = list(_in_words(sentence))
    else:
        return False
    if place.subjects and proper_subject(plain(sentence).split()) and not _is_open_name(place, sentence):
        return True
    others = [one for one in mentions if not _is_open(place, one)]
    return bool(others) and len(others) == len(mentions) and not _points_back(plain(others[0].before))


def begins_with_a_state(place: Place) -> bool:
    """Return whether the paragraph's sentence begins with a state's name: `Ghana asks ...`."""
    words = place.row.text[:_LONGEST].split()
    found = longest_name(words, 0) if _may_begin(place) else None
    return found is not None and words[found[0] : found[0] + 1] != [] and words[found[0]][0].islower()


def sure_of_within(drafts: Sequence[Draft]) -> bool:
    """Return whether the stakeholders of a guide are set off in bold, so that a bold name inside counts."""
    within = sum(draft.start.layout == "within" for draft in drafts)
    bold = within + sum(draft.row.raw.startswith("**") and not draft.row.styled for draft in drafts)
    return not within or (bold >= _FEWEST and 2 * bold > len(drafts))


def first_sentence(rows: Sequence[Row], at: int) -> str:
    """Return the first sentence of the paragraph that begins on the row, with its markup."""
    pieces = [rows[at].raw]
    for row in rows[at + 1 : at + _MOST_ROWS]:
        if row.opens or row.styled or _END.search(pieces[-1]):
            break
        pieces.append(row.raw)
    text = _CUT_BOLD.sub(" ", _CUT_WORD.sub("", " ".join(pieces)[:_LONGEST]))
    end = _END.search(text)
    return text[: end.end()] if end else text


def _may_begin(place: Place) -> bool:
    row = place.row
    if row.styled or "\t" in row.text or not place.afresh:
        return False
    return (row.opens or place.below_heading) and place.open_kind != "bloc"


def _is_open(place: Place, mention: Mention) -> bool:
    named = states_named(mention.printed)
    return named is not None and any(match.display == place.open_name for match in named.matches)


def _is_open_name(place: Place, sentence: str) -> bool:
    words = plain(sentence).split()
    return fold(" ".join(words[: proper_subject(words)])).startswith(fold(place.open_name) or "-")


def _in_bold(sentence: str) -> Iterator[Mention]:
    """The names in bold; those that only a comma or an "and" parts are one mention of several."""
    found = [match for match in _BOLD.finditer(sentence) if _names(plain(match[1]))]
    at = 0
    while at < len(found):
        end = at
        while end + 1 < len(found) and _JOINED.fullmatch(sentence[found[end].end() : found[end + 1].start()]):
            end += 1
        printed = plain(sentence[found[at].start() : found[end].end()]).rstrip(" :.,–—-")
        yield Mention(printed, sentence[: found[at].start()], sentence[found[end].end() :])
        at = end + 1


def _unknown_subject(place: Place, sentence: str) -> Iterator[Mention]:
    """A name in bold that nobody knows, but that begins its sentence as known ones do."""
    found = _BOLD.search(sentence[:_LONGEST_NAME])
    if (
        not found
        or not place.open_layout
        or plain(sentence[: found.start()]).strip().lower() not in ("", *ARTICLES)
    ):
        return
    name = plain(found[1]).strip()
    after = sentence[found.end() :].lstrip()
    if in_capitals(name) and not is_part(name) and after[:1].islower():
        yield Mention(name, sentence[: found.start()], after)


def _names(name: str) -> bool:
    bare = name.rstrip(" :.,–—-")
    return (
        states_named(bare) is not None
        or is_body(bare)
        or (in_capitals(bare) and kind_of(bare, None) is not None)
    )


def _in_words(sentence: str) -> Iterator[Mention]:
    """The states that the sentence names, one after the other."""
    words = plain(sentence).split()
    at = 0
    while at < len(words):
        found = state_at(words, at)
        if found:
            behind = words[at + found[0] - 1]
            after = [behind[len(behind.rstrip(",;:.")) :], *words[at + found[0] :]]
            article = words[at : at + 1] if words[at].lower() in ARTICLES else []
            yield Mention(found[1], " ".join([*words[:at], *article]), " ".join(after))
        at += found[0] if found else 1


def _owner(mentions: Sequence[Mention]) -> Mention | None:
    """The mention whose paragraph this is: the only one in bold, or the one that is surely the subject."""
    first = mentions[0]
    before = plain(first.before)
    if before.strip().lower() in ARTICLES or before.strip() in ("", *_ELIDED):
        return first
    if sure := next((one for one in mentions if _is_subject(one)), None):
        return sure
    return first if len(mentions) == 1 and not _points_back(before) else None


def _is_subject(one: Mention) -> bool:
    """Whether a mention is its sentence's subject: behind a comma or an opening, and before its verb."""
    before, after = plain(one.before).split(), plain(one.after).split()
    opening = " ".join(before)
    while before and (before[-1].lower() in ARTICLES or before[-1] in _ELIDED):
        before.pop()
    if not before or not after or after[0] in AND:
        return False
    if _VIEWS.fullmatch(opening) or _VIEWS.fullmatch(" ".join(before)):
        return after[0][0].islower() or after[0] == ","
    if not after[0][0].islower():
        return False
    if before[-1].endswith(","):
        return True
    return before[-1].lower() not in _BEFORE_NO_SUBJECT and after[0] in _VERBS and not _points_back(opening)


def _points_back(before: str) -> bool:
    words = {word.strip(",.;:()").lower() for word in before.split()}
    return bool(words & _POINTING)
