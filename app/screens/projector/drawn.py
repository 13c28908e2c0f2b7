"""Pictures for the room and the record: SVG of our own renderers, which escape every word they are given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from app.procedure.questions import Vote
from app.screens.directory import Directory
from app.screens.drawn import drawn
from app.words import Language
from app.words.language import N_
from resolutions.document import Document
from resolutions.rendering import pictures
from resolutions.rendering.gauge import gauge
from resolutions.rendering.html import Heading, document_html
from resolutions.rendering.pictures import VoteRow

WORDS = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "abstain": N_("Abstain"),
    "absent": N_("Did not vote"),
    "letter.yes": N_("Y"),
    "letter.no": N_("N"),
    "letter.abstain": N_("A"),
    "needed": N_("{needed} needed"),
    "result": N_("Result by seat"),
    "seats": N_("{yes} yes, {no} no, {abstain} abstentions, {absent} not voting; {needed} needed."),
    "gauge": N_("Attendance and thresholds"),
    "attendance": N_("{present} of {members} members present. {ticks}."),
    "present": N_("{present} present"),
}


def hemicycle(vote: Vote, directory: Directory, prefix: str, gettext: Language) -> Markup:
    """The result of a counted vote by seat; `prefix` begins the ids in the drawing."""
    assert vote.tally is not None
    markup = pictures.hemicycle(
        tuple(rows_of(vote, directory)), vote.tally.needed, prefix=prefix, words=_words(gettext)
    )
    return drawn(markup)


def attendance_gauge(members: int, here: int, to_open: int, to_vote: int, gettext: Language) -> Markup:
    """A dot for each member, with ticks at the quorums."""
    ticks = [(gettext(N_("debate")), to_open), (gettext(N_("votes on drafts")), to_vote)]
    markup = gauge(members, here, ticks, prefix="board-gauge", words=_words(gettext))
    return drawn(markup)


def adopted_text(document: Document, heading: Heading, gettext: Language) -> Markup:
    """A whole text with its head, in the layout of the United Nations."""
    words = {"sponsors": gettext(N_("Sponsors")), "signatories": gettext(N_("Signatories"))}
    markup = document_html(document, heading, words, gettext.tag)
    return drawn(markup)


def rows_of(vote: Vote, directory: Directory) -> Iterator[VoteRow]:
    """Each member's choice; counted placards have no names, so their rows are nameless."""
    if vote.hands is not None:
        for choice, number in zip(("yes", "no", "abstain"), vote.hands, strict=True):
            yield from (("", "", choice) for _ in range(number))
        yield from (("", "", "absent") for _ in range(len(vote.order) - sum(vote.hands)))
        return
    for key in vote.order:
        entry, ballot = directory.entry(key), vote.ballots.get(key)
        choice = ballot.choice if ballot else "absent"
        yield entry.short_name, entry.code, choice


def _words(gettext: Language) -> Mapping[str, str]:
    return {"letter.absent": "", **{key: gettext(words) for key, words in WORDS.items()}}
