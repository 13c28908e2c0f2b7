"""Votes in words: what a majority needs before the vote, and the result after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.figures import numbers
from app.words.language import ENGLISH, N_, NN_, Language, Names, capital, plain
from app.words.measures import listed
from app.words.names import name_of
from resolutions.voting import MajorityRule, Tally, needed

if TYPE_CHECKING:
    from app.procedure.figures import Figure
    from app.procedure.floor import Floor
    from app.procedure.questions import Vote

_BEFORE = {
    "simple_cast": N_("More Yes than No: {needed} of {electorate} if nobody abstains."),
    "two_thirds_cast": N_("Two thirds of the votes cast: {needed} of {electorate} if nobody abstains."),
    "simple_present": N_("More than half of those present: {needed} of {electorate}."),
    "two_thirds_present": N_("Two thirds of those present: {needed} of {electorate}."),
    "simple_members": N_("More than half of all members: {needed} of {members}."),
    "two_thirds_members": N_("Two thirds of all members: {needed} of {members}."),
    "unanimous": N_("Every vote cast must be Yes."),
    "consensus": N_("Nobody may object."),
}
_KEEPS = {
    "simple_cast": N_("It stands unless more vote No than Yes."),
    "two_thirds_cast": N_("It stands unless two thirds of the votes cast are No."),
    "unanimous": N_("It stands unless every vote cast is No."),
}
_WITHOUT_ABSTENTION = {
    "simple_cast": N_("More Yes than No: {needed} of {electorate} if everybody votes."),
    "two_thirds_cast": N_("Two thirds of the votes cast: {needed} of {electorate} if everybody votes."),
}
_NOT_VOTING = NN_("{n} did not vote.", "{n} did not vote.")


def threshold_sentence(
    rule: MajorityRule, electorate: int, may_abstain: bool = True, gettext: Language = ENGLISH
) -> str:
    """What carries a question before anybody has voted, read out (rules reference, section 9a).

    `electorate` is how many may vote. On substance the number is open until abstentions are known; where
    nobody may abstain (`may_abstain` false) it depends only on who votes.
    """
    if rule.keeps:
        return gettext(_KEEPS[rule.kind])
    table = _BEFORE if may_abstain else {**_BEFORE, **_WITHOUT_ABSTENTION}
    count, members = needed(rule, electorate, electorate), rule.members or electorate
    said = [gettext.say(table[rule.kind], needed=count, electorate=electorate, members=members)]
    if rule.required_yes:
        said.append(gettext.say(N_("At least {count} must vote Yes."), count=rule.required_yes))
    if rule.veto:
        said.append(gettext(N_("A No of a permanent member defeats it.")))
    return " ".join(said)


def majorities_today(floor: Floor, gettext: Language = ENGLISH) -> tuple[str, ...]:
    """Every majority of the house in today's numbers, each once; none while nobody is there to vote."""
    found = (figure_sentence(one, gettext) for one in numbers(floor) if one.voters)
    return tuple(dict.fromkeys(found))


def figure_sentence(figure: Figure, gettext: Language = ENGLISH) -> str:
    """The same for a majority of the house in today's numbers."""
    return threshold_sentence(figure.rule, figure.voters, figure.condition != "everybody_votes", gettext)


def threshold_of(vote: Vote, gettext: Language = ENGLISH) -> str:
    """The same for a vote on the floor."""
    may_abstain = not vote.procedural or vote.ballot_rules.procedural_abstain
    return threshold_sentence(vote.rule, len(vote.order), may_abstain, gettext)


def result_sentence(
    tally: Tally,
    rule: MajorityRule,
    subject_name: str = "",
    names: Names | None = None,
    procedural: bool = False,
    gettext: Language = ENGLISH,
) -> str:
    """The result: "Adopted, 17-9-5. Needed 14 of 26 votes cast."

    `subject_name` opens it ("DR 1.1: adopted, ..."); on procedure it says "passed", and leaves out
    abstentions where there are none. `names` name who vetoed.
    """
    verdict = gettext(_verdict(tally.passed, procedural))
    opening = f"{plain(subject_name)}: {verdict}" if plain(subject_name) else capital(verdict)
    said = [
        f"{opening}, {figures(tally, procedural)}.",
        _why(tally, rule, names or {}, gettext),
    ]
    if tally.not_voting:
        said.append(gettext.count(_NOT_VOTING, tally.not_voting))
    return " ".join(said)


def figures(tally: Tally, procedural: bool = False) -> str:
    """The figures as they are read out, yes, no, abstentions: "17-9-5"; "17-9" on procedure."""
    shown = (tally.yes, tally.no, tally.abstain)
    return "-".join(map(str, shown[:2] if procedural and not tally.abstain else shown))


def _verdict(passed: bool, procedural: bool) -> str:
    if procedural:
        return N_("passed") if passed else N_("failed")
    return N_("adopted") if passed else N_("not adopted")


def _why(tally: Tally, rule: MajorityRule, names: Names, gettext: Language) -> str:
    """The number that was needed, or the veto, or that nobody was in favour."""
    if tally.vetoed_by:
        seats = listed([name_of(key, names, gettext) for key in tally.vetoed_by], gettext)
        return gettext.say(N_("Vetoed by {seats}."), seats=seats)
    if rule.keeps:
        values = {"no": tally.no, "least": max(1, tally.base - tally.needed + 1)}
        return gettext.say(N_("{no} No of {least} that would overturn it."), **values)
    if tally.reason == "nobody_in_favour":
        return gettext(N_("Nobody voted Yes."))
    if rule.required_yes == tally.needed:
        return gettext.say(N_("Needed {needed} Yes."), needed=tally.needed)
    values = {"needed": tally.needed, "base": tally.base}
    if tally.counted_from == "present":
        return gettext.say(N_("Needed {needed} of {base} present."), **values)
    if tally.counted_from == "members":
        return gettext.say(N_("Needed {needed} of {base} members."), **values)
    return gettext.say(N_("Needed {needed} of {base} votes cast."), **values)
