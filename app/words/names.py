"""The names of things: delegations, the dais, papers, topics, and every code that a floor holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from app.procedure.act import GUEST, ORGANIZER, ROOM
from app.words.language import ENGLISH, N_, Language, Names, plain

if TYPE_CHECKING:
    from app.procedure.caucuses import Caucus
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
CLOCKS = {
    "speech": N_("the clock of the speech"),
    "caucus": N_("the clock of the caucus"),
    "silence": N_("the clock of the silence"),
    "debate": N_("the clock of the debate"),
    "amendment": N_("the clock of the amendment"),
    "second_degree": N_("the clock of the amendment to the amendment"),
}
DEBATE_STAGES = {
    "for": N_("the time for"),
    "against": N_("the time against"),
    "open": N_("open debate"),
    "vote": N_("the time to vote"),
}
YIELDS = {
    "chair": N_("the chair"),
    "delegate": N_("a delegate"),
    "questions": N_("questions"),
    "comments": N_("comments"),
}
LISTS = {
    "general": N_("the speakers' list"),
    "caucus": N_("the list of the caucus"),
    "question": N_("the speakers on the question"),
    "explanation": N_("the explanations of vote"),
    "debate": N_("the debate on a draft"),
    "reply": N_("the rights of reply"),
}
POINTS = {
    "order": N_("point of order"),
    "personal_privilege": N_("point of personal privilege"),
    "inquiry": N_("point of inquiry"),
    "information": N_("point of information"),
    "information_to_chair": N_("point of information to the chair"),
}
SIDES = {"for": N_("for it"), "against": N_("against it")}
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
    "set_aside": N_("is set aside"),
    "merged": N_("is merged into another paper"),
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
    "count": N_("a number"),
    "name": N_("a name"),
    "rule": N_("a rule by its id"),
    "order": N_("an order"),
    "clauses": N_("the clauses"),
    "mode": N_("a mode of debate"),
    "to": N_("where it goes"),
}
MAJORITIES = {
    "simple_cast": N_("a simple majority of those voting"),
    "two_thirds_cast": N_("two thirds of those voting"),
    "simple_present": N_("a majority of those present"),
    "two_thirds_present": N_("two thirds of those present"),
    "simple_members": N_("a majority of all members"),
    "two_thirds_members": N_("two thirds of all members"),
    "unanimous": N_("a unanimous vote"),
    "consensus": N_("consensus"),
    "chair": N_("the chair"),
    "automatic": N_("nobody: it is granted on request"),
}
CAUCUSES = {
    "moderated": N_("moderated caucus"),
    "unmoderated": N_("unmoderated caucus"),
    "consultation": N_("consultation of the whole"),
    "round_robin": N_("round robin"),
    "opening": N_("opening speeches"),
    "panel": N_("panel of authors"),
    "questions": N_("session of questions"),
}


def code_name(table: dict[str, str], code: str, gettext: Language = ENGLISH) -> str:
    """The words for a code out of one of the tables; an unknown code is at least made readable."""
    return gettext(table[code]) if code in table else plain(code.replace("_", " "))


def own_title(caucus: Caucus, names: Names) -> str:
    """What a house calls a caucus that a motion of its own opened; "" for the kinds that every house has."""
    return plain(names.get(f"motion:{caucus.opened_as}", ""))


def caucus_name(caucus: Caucus, names: Names, gettext: Language = ENGLISH) -> str:
    """What a caucus is called, to stand inside a sentence: the house's own title, or that of its kind."""
    return own_title(caucus, names) or code_name(CAUCUSES, caucus.kind, gettext)


def name_of(key: str, names: Names, gettext: Language = ENGLISH) -> str:
    """The short name of a seat; a chair without a name in `names` is the dais, the room is the room."""
    if key in names:
        return plain(names[key])
    if key.startswith(GUEST):
        return plain(key.removeprefix(GUEST))
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
    """`names` with the floor's papers, topics and motions of the house's own, so that sentences name them."""
    return NamesOn(floor, names)


class NamesOn(Mapping[str, str]):
    """Delegations' names, then what a floor names: every answer asks for one or two out of hundreds."""

    def __init__(self, floor: Floor, names: Names) -> None:
        self._floor, self._names = floor, names
        self._more: dict[str, str] | None = None

    def __getitem__(self, key: str) -> str:
        if key in self._names:
            return self._names[key]
        return self._on_floor()[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._on_floor(), **self._names})

    def __len__(self) -> int:
        return len({**self._on_floor(), **self._names})

    def _on_floor(self) -> dict[str, str]:
        """Made when it is first asked for."""
        if self._more is None:
            papers = {f"paper:{paper.key}": paper.name for paper in self._floor.papers.papers}
            topics = {f"topic:{number}": topic for number, topic in enumerate(self._floor.topics, 1)}
            rules = self._floor.rulebook.motions
            motions = {f"motion:{rule.kind}": rule.title for rule in rules if rule.title}
            self._more = {**papers, **topics, **motions}
        return self._more
