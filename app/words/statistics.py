"""Statistics in words: the names of phases and measures, and one sentence for each picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.language import ENGLISH, N_, NN_, Language, Names, capital, plain
from app.words.names import CAUCUSES, code_name

if TYPE_CHECKING:
    from app.statistics.likeness import Likeness
    from app.statistics.outcomes import Outcomes
    from app.statistics.own import Measure
    from app.statistics.phases import Stage
    from app.statistics.speaking import Speaking

PHASES = {
    "roll_call": N_("Roll call"),
    "agenda": N_("Setting the agenda"),
    "debate": N_("General debate"),
    "draft": N_("Debate on a draft"),
    "consultations": N_("Consultations"),
    "voting": N_("Voting procedure"),
    "suspended": N_("Suspended"),
}
MEASURES: dict[Measure, str] = {
    "ms": N_("Speaking time"),
    "speeches": N_("Speeches"),
    "motions": N_("Motions moved"),
    "motions_passed": N_("Motions that passed"),
    "papers": N_("Papers sponsored"),
    "amendments": N_("Amendments proposed"),
    "votes": N_("Recorded votes answered"),
}
NOT_QUALITY = N_("Speaking time is not quality: who speaks little may have changed the most.")
FEW = N_("These are small numbers: read them as a hint, not as a finding.")
FEW_OCCASIONS = 5
_NOT_HEARD = NN_("{n} delegation has not been heard.", "{n} delegations have not been heard.")
_HALF = NN_(
    "Half of the speaking time went to {n} delegation.", "Half of the speaking time went to {n} delegations."
)
_RAISED = NN_("{n} motion was moved", "{n} motions were moved")
_PASSED = NN_("{n} passed", "{n} passed")
_OUT = NN_("{n} was ruled out.", "{n} were ruled out.")
_VOTES = NN_("{n} recorded vote", "{n} recorded votes")
_PAPERS = NN_("{n} paper with several sponsors", "{n} papers with several sponsors")
_ADOPTED = NN_("{n} vote passed", "{n} votes passed")
_FAILED = NN_("{n} failed", "{n} failed")


def phase_name(stage: Stage, names: Names, gettext: Language = ENGLISH) -> str:
    """What a phase is called; a caucus by its kind, or by the house's own title."""
    if stage.caucus is not None:
        own = plain(names.get(f"motion:{stage.opened_as}", ""))
        return own or capital(code_name(CAUCUSES, stage.caucus, gettext))
    return gettext(PHASES.get(stage.kind, ""))


def spoken_sentence(speaking: Speaking, gettext: Language = ENGLISH) -> str:
    """Who was not heard, and to how many half of the time went."""
    if not speaking.ms and len(speaking.silent) == len(speaking.rows):
        return gettext(N_("Nobody has spoken yet: a speech is counted when it ends."))
    silent = len(speaking.silent)
    said = [gettext.count(_NOT_HEARD, silent) if silent else gettext(N_("Every delegation has been heard."))]
    if speaking.half:
        said.append(gettext.count(_HALF, speaking.half))
    return " ".join(said)


def shares_sentence(speaking: Speaking, gettext: Language = ENGLISH) -> str:
    """How evenly the floor was shared."""
    said = N_("Gini coefficient {gini}: 0 is an equal share for all, 1 is all the time for one.")
    return gettext.say(said, gini=f"{speaking.gini:.2f}")


def outcomes_sentence(motions: tuple[Outcomes, ...], gettext: Language = ENGLISH) -> str:
    """How many motions there were, and how many passed."""
    if not motions:
        return gettext(N_("No motion has been moved yet."))
    raised, passed = sum(row.raised for row in motions), sum(row.passed for row in motions)
    said = f"{gettext.count(_RAISED, raised)}, {gettext.count(_PASSED, passed)}."
    out = raised - sum(row.in_order for row in motions)
    return f"{said} {gettext.count(_OUT, out)}" if out else said


def likeness_sentence(found: Likeness, gettext: Language = ENGLISH) -> str:
    """What was counted, and how to read the order."""
    if not found.seats:
        return gettext(
            N_("Nothing to compare yet: it takes a vote by devices or roll call, or a paper of two sponsors.")
        )
    said = N_("How often two delegations stood together, of {votes} and {papers}. Neighbours agree most.")
    votes, papers = gettext.count(_VOTES, found.votes), gettext.count(_PAPERS, found.papers)
    sentence = gettext.say(said, votes=votes, papers=papers)
    few = found.votes + found.papers < FEW_OCCASIONS
    return f"{sentence} {gettext(FEW)}" if few else sentence


def ribbon_sentence(
    began: str, ended: str, held: str, passed: int, failed: int, gettext: Language = ENGLISH
) -> str:
    """From when to when (times of day), how long it sat in words, and how the votes went."""
    said = gettext.say(
        N_("From {began} to {ended}, {held} of it in session."), began=began, ended=ended, held=held
    )
    return f"{said} {gettext.count(_ADOPTED, passed)}, {gettext.count(_FAILED, failed)}."
