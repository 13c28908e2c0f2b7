"""What is said of texts to read: where a quotation went, and what is doubtful in a citation."""

from __future__ import annotations

from app.words.language import ENGLISH, N_, Language
from delegations.citing import Doubt

IN_SPEECH = N_("It stands in your speech note.")
IN_PAPER = N_("It stands in {paper} as a clause.")
DOUBTS = {
    "unknown": N_("{symbol} is not among the guide’s instruments. Look it up before you cite it."),
    "near": N_("{symbol} is not among the guide’s instruments; {meant} is. Is that the one you mean?"),
    "year": N_("The guide has {meant} with the year {known}, this clause with {year}."),
}


def quoted_sentence(paper: str = "", tongue: Language = ENGLISH) -> str:
    """Where a quotation stands now: in the paper of this name, "" for the speech note."""
    return tongue(IN_PAPER).format(paper=paper) if paper else tongue(IN_SPEECH)


def doubt_sentence(doubt: Doubt, tongue: Language = ENGLISH) -> str:
    """What is doubtful in a citation, and what to do."""
    meant, known = "", ""
    if doubt.meant is not None:
        meant, known = f"{doubt.meant.symbol} ({doubt.meant.bare_title})", str(doubt.meant.year or "")
    values = {"symbol": doubt.symbol, "meant": meant, "known": known, "year": str(doubt.year)}
    return tongue(DOUBTS[doubt.why]).format(**values)
