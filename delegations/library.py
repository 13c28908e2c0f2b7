"""Library items beside the guide: news articles, statements, reports, and whom they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from delegations.mentions import bodies_in, countries_in
from delegations.names import slug
from delegations.roster import Delegation
from delegations.said import N_
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading.lines import GuideText
from delegations.study_guides.understanding.instruments import symbols
from delegations.study_guides.understanding.rows import Row, prepare

ARTICLE = N_("This text is an article, not a study guide: no stakeholder positions were found.")
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read. `delegations` are keys of the roster; `instruments` are symbols."""

    title: str
    body: str
    delegations: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()


def article(text: GuideText, roster: Sequence[Delegation] = ()) -> Item:
    """Return a plain text as one item for the library.

    The title is the first short line without a full stop, else the beginning of the text. Without a roster
    the keys are those that `roster_from` would give the states that are mentioned.
    """
    rows = [row for row in prepare(text) if any(char.isalpha() for char in row.text)]
    title = _title(rows)
    paragraphs = [row.text.replace("\t", " ") for row in rows]
    while paragraphs and paragraphs[0] == title:
        del paragraphs[0]
    body = "\n\n".join(paragraphs)
    whole = f"{title}\n{body}"
    marks = tuple(symbol for symbol, _ in symbols(whole))
    return Item(title, body, mentioned(whole, roster), marks)


def is_article(guide: StudyGuide) -> bool:
    """Return whether a text read as a guide has nothing of one: no positions, no questions, no topic."""
    return not (guide.stakeholders or guide.questions.guiding or guide.questions.critical or guide.topics)


def mentioned(text: str, roster: Sequence[Delegation]) -> tuple[str, ...]:
    """Return the keys of the delegations of `roster` that `text` names; without one, of every state."""
    found = countries_in(text)
    if not roster:
        return tuple(slug(country.short_name) for country in found)
    codes = {country.iso2 for country in found if country.iso2}
    bodies = set(bodies_in(text, [n for d in roster if not d.iso2 for n in (d.name, d.short_name)]))
    return tuple(d.key for d in roster if (d.iso2 in codes if d.iso2 else bodies & {d.name, d.short_name}))


def _title(rows: Sequence[Row]) -> str:
    for row in rows[:5]:
        if (
            len(row.text) <= _LONGEST_TITLE
            and not row.text.endswith((".", ","))
            and len(row.text.split()) > 3
        ):
            return row.text
    if not rows:
        return ""
    first = rows[0].text
    return first if len(first) <= 100 else first[:99].rpartition(" ")[0] + "…"
