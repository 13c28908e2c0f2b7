"""What the chair says at each step where the house has no sentence of its own, and how a step is put."""

from __future__ import annotations

from app.procedure.says import sentence_of
from app.procedure.steps_said import STEPS
from app.words.context import Context
from app.words.language import N_

SENTENCES = {
    "call_to_order": N_("Please take your seats. I call the meeting to order."),
    "roll_call_begins": N_("Please take your seats. We begin with the roll call."),
    "roll_call_name": N_("{seat}?"),
    "roll_call_ends": N_(
        "Everybody has been called: {here} of {members} members are here. The roll call is closed."
    ),
    "no_quorum": N_("We do not have a quorum: it is {needed}, and {here} of {members} members are here."),
    "quorum_reached": N_(
        "We have a quorum: it is {needed}, and {here} of {members} members are here. {next}"
    ),
    "first_topic": N_("I open debate on {topic}."),
    "which_topic": N_("Which topic do we take next?"),
    "meeting_suspended": N_("The meeting is suspended."),
    "meeting_suspended_until": N_("The meeting is suspended until {until}."),
    "meeting_adjourned": N_("The meeting is adjourned. Thank you, delegates."),
    "silence_begins": N_("I invite you to rise for a minute of silence."),
    "silence_ends": N_("Thank you. Please be seated."),
    "straw_poll": N_("A straw poll, which binds nobody: {question} Those in favour, raise your placards."),
    "quorum_challenged": N_("The quorum is challenged. Please stay in your seats while we count."),
    "quorum_missing": N_("We have no quorum: it is {needed}. We wait."),
    "point": N_("{seat}, please state your {point}."),
    "appeal_heard": N_("{seat} has appealed from the ruling. We hear it first, then the chair."),
    "appeal_put": N_("{seat} has appealed from the ruling. It is put to the vote now."),
    "ruling_upheld_vote": N_(
        "We vote on the ruling of the chair. Those in favour of upholding it, raise your placards."
    ),
    "ruling_overruled_vote": N_(
        "We vote on the ruling of the chair. Those in favour of overruling it, raise your placards."
    ),
    "ruling_stands": N_("By {figures}, the ruling of the chair stands."),
    "ruling_falls": N_("By {figures}, the ruling of the chair is overruled."),
    "motion_second": N_("There is a motion by {seats} for {what}. Is there a second?"),
    "motion_objections": N_("There is a motion by {seats} for {what}. Are there any objections?"),
    "motion_chair": N_("There is a motion by {seats} for {what}, to be decided by the chair."),
    "motion_put": N_("There is a motion by {seats} for {what}, to be decided by {majority}. {then}"),
    "motion_vote_now": N_("All those in favour, raise your placards."),
    "motion_heard_against": N_("First we hear {opposed} against it."),
    "motion_heard_both": N_("First we hear {in_favour} for it and {opposed} against it."),
    "motion_speaker_for": N_("On {what}: {seat} speaks for it, for {seconds} seconds."),
    "motion_speaker_against": N_("On {what}: {seat} speaks against it, for {seconds} seconds."),
    "motion_who_for": N_("On {what}: who wishes to speak for it? Raise your placards."),
    "motion_who_against": N_("On {what}: who wishes to speak against it? Raise your placards."),
    "motion_passes": N_("By {figures}, the motion for {question} passes."),
    "motion_fails": N_("By {figures}, the motion for {question} fails."),
    "speech_floor": N_("{seat} has the floor for {speech}."),
    "speech_over": N_("Thank you, {seat}. Your time has run out."),
    "guest_floor": N_("{seat} has the floor for {speech}."),
    "guest_over": N_("Thank you, {seat}. Your time has run out."),
    "question_asked": N_("{seat}, your question to {seats}."),
    "question_who": N_("Are there questions to {seats}? Raise your placards."),
    "comments_who": N_("Are there comments on the speech of {seat}? Raise your placards."),
    "caucus_open": N_("We are in the {caucus} of {total}."),
    "caucus_slot": N_("{seat}, do you wish to speak first or last?"),
    "caucus_next": N_("{seat}, you have the floor for {speech}."),
    "caucus_who": N_("Who wishes to speak for {speech}? Raise your placards."),
    "caucus_over": N_(
        "The time of the caucus has run out. Are there motions to extend it? If not, we return to the list."
    ),
    "round_over": N_("Every delegation has spoken. The round ends."),
    "list_next": N_("Are there any motions? If not, {seat} has the floor next, for {speech}."),
    "list_open_empty": N_("The speakers' list is open and empty. Who wishes to speak? Raise your placards."),
    "list_closed_empty": N_("The speakers' list is closed and empty. Are there any motions?"),
    "list_exhausted_ask_chair": N_(
        "The speakers' list has run empty. Who wishes to speak? If nobody does, I close debate."
    ),
    "list_exhausted_auto_voting": N_("The speakers' list has run empty. We come to the vote."),
    "list_exhausted_chair_reopens": N_(
        "The speakers' list has run empty. I open it again: who wishes to speak?"
    ),
    "list_exhausted_adjourn": N_(
        "The speakers' list has run empty. If nobody wishes to speak, debate is adjourned."
    ),
    "motions_asked": N_("Are there any motions?"),
    "draft_asked": N_("No draft waits to be debated. Which one is introduced next?"),
    "draft_taken_up": N_("We take up {paper}."),
    "debate_who_for": N_("We are in time for {question}. Who wishes to speak for it? Raise your placards."),
    "debate_who_against": N_(
        "We are in time against {question}. Who wishes to speak against it? Raise your placards."
    ),
    "debate_who_open": N_("{question} is open to debate. Who wishes to speak? Raise your placards."),
    "debate_next_for": N_("{seat}, you have the floor for {question}, for {speech}."),
    "debate_next_against": N_("{seat}, you have the floor against {question}, for {speech}."),
    "debate_time_over": N_("The time on {question} has run out. Are there motions to extend it?"),
    "debate_over": N_("Debate on {question} is over. We proceed to the vote."),
    "paragraph_taken": N_("We take {paragraph}."),
    "paragraph_objections": N_("Are there objections to {paragraph}? I hear none, so it is agreed."),
    "paragraph_brackets": N_("There are brackets in {paragraph} ({seats}). Are there other proposals?"),
    "paragraphs_agreed": N_("Every paragraph of {paper} is agreed."),
    "voting_entered": N_("Debate is closed. Is there a motion to enter voting procedure?"),
    "voting_next": N_("We are in voting procedure. The next question is {question}."),
    "voting_waits": N_("The vote on {paper} was tied. It is voted on once more at a later meeting."),
    "voting_done": N_("Every draft has been decided. Voting procedure ends."),
    "explanation": N_("{seat}, you may explain your vote."),
    "amendment_restated": N_("{amendment} contradicts the text as it is now. Will its mover restate it?"),
    "consensus_asked": N_("Can {paper} be adopted without a vote?"),
    "consensus_objections": N_("Does anybody object to adopting {paper} without a vote?"),
    "vote_placards": N_("We vote on {question}. All those in favour, raise your placards."),
    "vote_devices": N_("We vote on {question}. Vote on your devices now."),
    "vote_name": N_("{seat}?"),
    "vote_name_passed": N_("{seat} passed. {seat}, yes or no?"),
    "election_devices": N_(
        "We elect by secret ballot: {office}. {candidates} stand. Vote on your devices now."
    ),
    "election_paper": N_(
        "We elect by secret ballot: {office}. {candidates} stand. Hand in your ballots now."
    ),
    "election_counted": N_("The ballots are counted. I announce the result of the election: {office}."),
    "election_void": N_("The ballots do not add up. The election is held again: {office}."),
    "election_again": N_("Places are left: {office}. In the next ballot stand {candidates}."),
    "vote_all_called": N_("Everybody has been called. Voting is closed."),
    "text_adopted": N_("By {figures}, {question} is adopted."),
    "text_not_adopted": N_("By {figures}, {question} is not adopted."),
}
"""Step -> the general sentence, in words that fit every house."""
SHORT = {
    "seat": ("delegation", "guest"),
    "seats": ("answering", "delegations", "delegation"),
    "what": ("motion",),
    "question": ("motion",),
    "here": ("present",),
    "needed": ("quorum",),
    "then": ("next",),
}
"""What the general sentences call some of the placeholders of the steps."""


def step_sentence(context: Context, step: str, **values: str | int) -> str:
    """What is said at `step`, filled with `values`: the house's sentence, else the general one."""
    assert values.keys() == set(STEPS[step]), f"{step} is told {', '.join(values)}"
    own = sentence_of(context.floor.rulebook.says, step, context.gettext.tag)
    return own.format(**values) if own else context.say(SENTENCES[step], **with_short_names(values))


def with_short_names(values: dict[str, str | int]) -> dict[str, str | int]:
    """The values under the names of the general sentences too."""
    found = {name: [one for one in longer if one in values] for name, longer in SHORT.items()}
    return {**{name: values[there[0]] for name, there in found.items() if there}, **values}
