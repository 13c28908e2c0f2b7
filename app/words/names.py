"""The names of things: delegations, the dais, papers, topics, and every code that a floor holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import ORGANIZER, ROOM
from app.words.language import ENGLISH, N_, Language, Names, plain

if TYPE_CHECKING:
    from app.procedure.floor import Floor

STATUSES = {
    "present": N_("present"),
    "present_and_voting": N_("present and voting"),
    "absent": N_("absent"),
    "never_came": N_("never came"),
}
CHOICES = {"yes": N_("yes"), "no": N_("no"), "abstain": N_("abstain"), "pass": N_("pass")}
KINDS = {
    "member": N_("member"),
    "observer": N_("observer"),
    "ngo": N_("non-governmental organization"),
    "guest": N_("guest"),
    "chair": N_("chair"),
    "assistant": N_("assistant"),
}
CLOCKS = {"speech": N_("the clock of the speech"), "caucus": N_("the clock of the caucus")}
LISTS = {"general": N_("the speakers' list"), "caucus": N_("the list of the caucus")}
ROLES = {"sponsor": N_("sponsor"), "signatory": N_("signatory")}
STAGES = {
    "working_paper": N_("is a working paper"),
    "submitted": N_("is with the dais"),
    "returned": N_("is with its sponsors again"),
    "approved": N_("is approved and not yet introduced"),
    "introduced": N_("is before the committee"),
    "adopted": N_("is adopted"),
    "failed": N_("has failed"),
    "withdrawn": N_("is withdrawn"),
}
PHASES = {
    "agenda": N_("while no topic is under debate"),
    "list": N_("before a draft has been introduced"),
    "caucus": N_("during a caucus"),
    "caucus_over": N_("when a caucus has run out"),
    "resolution": N_("while a draft is before the committee"),
    "voting": N_("during voting procedure"),
}
PARAMETERS = {
    "total_seconds": N_("a total time"),
    "speech_seconds": N_("a time for each speech"),
    "topic": N_("a topic"),
    "paper": N_("a draft"),
    "amendment": N_("an amendment"),
    "until": N_("a time to resume"),
    "topic_number": N_("a topic of the agenda"),
}
MAJORITIES = {
    "simple_cast": N_("a simple majority of those voting"),
    "two_thirds_cast": N_("two thirds of those voting"),
    "simple_present": N_("a majority of those present"),
    "two_thirds_present": N_("two thirds of those present"),
    "unanimous": N_("a unanimous vote"),
    "chair": N_("the chair"),
}
CAUCUSES = {
    "moderated": N_("moderated caucus"),
    "unmoderated": N_("unmoderated caucus"),
    "consultation": N_("consultation of the whole"),
    "round_robin": N_("round robin"),
}


def code_name(table: dict[str, str], code: str, gettext: Language = ENGLISH) -> str:
    """The words for a code out of one of the tables; an unknown code is at least made readable."""
    return gettext(table[code]) if code in table else plain(code.replace("_", " "))


def name_of(key: str, names: Names, gettext: Language = ENGLISH) -> str:
    """The short name of a seat; a chair without a name in `names` is the dais, the room is the room."""
    if key in names:
        return plain(names[key])
    if key == ROOM:
        return gettext(N_("the room"))
    if key == ORGANIZER:
        return gettext(N_("the organizer"))
    if key.startswith(("dais-", "chair-", "assistant-")):
        return gettext(N_("the dais"))
    return plain(key.replace("-", " ").title())


def paper_name(key: str, names: Names) -> str:
    """What the committee calls a paper: "DR 1.2" once it has a symbol, else its key ("WP-3")."""
    return plain(names.get(f"paper:{key}", key))


def topic_name(number: int, names: Names, gettext: Language = ENGLISH) -> str:
    """The words of a topic of the agenda, or its number where nobody gave it words."""
    given = plain(names.get(f"topic:{number}", ""))
    return given or gettext.say(N_("topic {number}"), number=number)


def names_on(floor: Floor, names: Names) -> Names:
    """`names` with the papers and topics of the floor added, so that sentences can name them too."""
    papers = {f"paper:{paper.key}": paper.name for paper in floor.papers.papers}
    topics = {f"topic:{number}": topic for number, topic in enumerate(floor.topics, 1)}
    return {**papers, **topics, **names}
