"""Findings: what reading or checking a text noticed, as rule ids with values, and their English sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from resolutions.document import Clause
from resolutions.fixes import Fix
from resolutions.prose import ENGLISH, N_, Message

Severity = Literal["error", "warn", "info"]

# Rule id -> English. Ids beginning with L are the rules of form of the rules reference, section E; a small
# letter behind the figures tells two sentences of one rule apart.
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        # reading
        "no_resolution": N_("This text is no resolution: no clause was found in it."),
        "too_long_text": N_("This text is too long; at most {limit} characters and {lines} lines were read."),
        "clause_too_long": N_("The clause in line {line} is too long; its end stands apart: “{rest:.40}”."),
        "too_many_clauses": N_("There are more than {limit} clauses; the rest was left out."),
        "L05o": N_("No line names the organ that speaks, such as “The Council,”."),
        "L11u": N_("The operative paragraph in line {line} carries no number; it was given one."),
        "unread": N_("Line {line} belongs to no clause and was left out: “{words}”."),
        "annex": N_("An annex begins in line {line}; it was left out."),
        "too_deep": N_("The sub-clause in line {line} is deeper than four levels; it was put on the fourth."),
        "furniture": N_("Page numbers and headers that repeat were left out: {count} lines."),
        "of_the_file": "{words}",
        # the form of the source, which the layout puts right
        "L06": N_("No comma follows “{organ}” though a preamble does; the layout sets one."),
        "L06n": N_("A comma follows “{organ}” though no preamble does; the layout sets none."),
        "L08": N_("The preambular paragraph in line {line} does not end in a comma; the layout sets one."),
        "L09": N_(
            "The preambular paragraph in line {line} is numbered; preambular paragraphs carry no number."
        ),
        "L11": N_("The number {number} in line {line} breaks the count 1, 2, 3; it was computed anew."),
        "L13": N_("The operative paragraph in line {line} does not end in a semicolon; the layout sets one."),
        "L14": N_("The clause in line {line} ends in a full stop; the only one stands at the very end."),
        "L14n": N_("The text does not end in a full stop; the layout sets one."),
        "L15": N_("No colon stands before the sub-clauses of line {line}; the layout sets one."),
        "L16": N_("The number {number} in line {line} breaks the count of its list; it was computed anew."),
        "L16f": N_("The sub-clause in line {line} is marked in another way; the layout writes (a), (i), a."),
        "L18": N_("The sub-clause in line {line} lacks its closing mark; the layout sets it."),
        "L20": N_("Opening phrases such as that in line {line} are not in italics; the layout sets them so."),
        # whom and what a sentence speaks of
        "whom.sponsors": N_("sponsors"),
        "whom.signatories": N_("signatories"),
        "what.committee": N_("committee"),
        "what.symbol": N_("document number"),
        "what.topic": N_("topic"),
        # the text itself
        "L01": N_("The head does not name the {what}."),
        "L02f": N_("There are too few {whom}: {count} of {least}."),
        "L02m": N_("There are too many {whom}: {count}, and at most {most} may be."),
        "L02d": N_("{name} stands twice among the {whom}."),
        "L03": N_("{name} is no voting member and cannot be among the {whom} here."),
        "L04": N_("The {whom} do not stand in alphabetical order."),
        "L05n": N_("No line names the organ that speaks; here it is “{wanted}”."),
        "L05": N_("The text opens with “{organ}”; in this committee it opens with “{wanted}”."),
        "L07": N_("“{words}” is no known opening of a preambular paragraph."),
        "L07s": N_("“{words}” is no known opening of a preambular paragraph; “{meant}” is."),
        "L10": N_("There is no operative paragraph."),
        "L10p": N_("There is no preambular paragraph."),
        "L12": N_("“{words}” is no known opening of an operative paragraph."),
        "L12s": N_("“{words}” is no known opening of an operative paragraph; “{meant}” is."),
        "L17": N_("{where} has a list of one item."),
        "L19": N_("{where} is more than two levels below its paragraph."),
        "L21": N_("“{words}” opens {count} paragraphs of this part; vary it, or write “also” or “further”."),
        "L22": N_("“{words}” is an opening of the other part."),
        "L22p": N_("“{words}” opens operative paragraphs; in the preamble write “{meant}”."),
        "L22o": N_("“{words}” opens preambular paragraphs; in the operative part write “{meant}”."),
        "L23": N_("“{words}” is kept for the Security Council."),
        "L24": N_("“{words}” is not spelled out where it is used first."),
        "L24u": N_("“{words}” is never abbreviated: write “{meant}”."),
        "L25": N_("“{words}” speaks in the first or second person; the organ speaks of itself as “it”."),
        "L26": N_("A sentence ends within {where}, before “{words}”; a resolution is one sentence."),
        "L27d": N_("Write the date “{words}” as day, month, year."),
        "L27s": N_("Write the date “{words}” as “{meant}”."),
        "L27r": N_("Resolution {number} is cited without its date."),
        "L27c": N_("Resolution {number} is cited without its year in brackets."),
        "L28": N_("Write “{meant}” for the number in “{words}”."),
        "L29": N_("{where} says nearly the same as {other}."),
        "L29x": N_("{where} says the same as {other}."),
        "L30": N_("{where} does not say who is meant."),
        "L31t": N_("The amendment aims at a clause that is not in the text."),
        "L31w": N_("The amendment gives no text for the clause it adds or changes."),
        "L31n": N_("The amendment changes nothing."),
        "L32": N_("The amendment changes the preamble, which cannot be amended here."),
        "L33": N_("No last paragraph says that the committee remains seized of the matter."),
        "L34": N_("A resolution of the Security Council bears no title."),
        "L35": N_("The symbol “{symbol}” does not follow the pattern of this committee."),
        "L35t": N_("The symbol “{symbol}” is taken by another document."),
    }
)


WORDS: Mapping[str, str] = MappingProxyType({**ENGLISH, **SENTENCES})
"""All messages that a finding is said with: its sentence, and those that its values are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed: the rule's id, how bad it is, the line (from one; 0: the whole text), the clause.

    A value may be a message itself (the name of a clause), so that other languages say it their way.
    ``fix`` are the changes that put it right with one press; empty where no machine can, or where the layout
    has put it right already.
    """

    rule: str
    severity: Severity
    line: int = 0
    uid: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: tuple[Fix, ...] = ()

    @property
    def code(self) -> str:
        """Give the rule as the rules reference names it: "L10" for both of its sentences."""
        return self.rule[:3] if re.match(r"L\d\d", self.rule) else self.rule


def missing_parts(clauses: Iterable[Clause]) -> Iterator[Finding]:
    """L10: a resolution has operative paragraphs, and mostly a preamble; reading and checking say so."""
    kinds = {clause.kind for clause in clauses}
    if "operative" not in kinds:
        yield Finding("L10", "error")
    if "preambular" not in kinds:
        yield Finding("L10p", "warn")


def sentence(finding: Finding, words: Mapping[str, str] = WORDS) -> str:
    """Put a finding into words with a table of templates (``WORDS`` has its ids)."""
    said = Message(finding.rule, {"line": finding.line, **finding.values}).said(words)
    return said[:1].upper() + said[1:]
