"""What stands against acts of the meeting: seats, roll call, agenda, clocks, undo."""

from app.words.language import N_

SENTENCES = {
    "seat.unknown": N_("This seat is not at the table. Ask the dais for your code."),
    "seat.name_one": N_("No delegation is named. Choose the one that this is for."),
    "seat.not_yours": N_(
        "You speak for your own delegation only. Leave the others to their seats or the dais."
    ),
    "seat.closed": N_("{seat} has left the roster. Ask the dais if that is not so."),
    "seat.absent": N_("{seat} is not present. Ask the dais to enter the arrival first."),
    "seat.votes_now": N_(
        "This delegation is part of the vote that is open. Wait until the result is announced."
    ),
    "dais.only": N_("This is for the dais. Ask the chair."),
    "chair.only": N_("This is for a chair, not an assistant. Ask the chair."),
    "room.only": N_("The room does this by itself. There is nothing to press."),
    "organizer.only": N_("Only the organizer founds a committee. Ask the organizer."),
    "committee.open_already": N_("This committee exists already. Open it, or found another one."),
    "committee.not_open": N_("This committee has not been founded. The organizer founds it first."),
    "seat.dais_apart": N_("{seat} keeps its side, delegation or dais. Add a new seat instead."),
    "roster.key_reserved": N_("This key belongs to the room itself. Choose another key."),
    "roster.order": N_("The place in the roll call goes up to {most}. Choose a smaller number."),
    "roster.size": N_("A committee has at most {most} seats. Found another committee for more."),
    "topics.number": N_("An agenda has at most {most} topics. Choose fewer."),
    "roster.key_twice": N_("A seat with this key exists already. Choose another key."),
    "roster.no_chair": N_("A committee needs a chair. Add a seat on the dais."),
    "roster.key_form": N_("A seat's key has letters, digits and hyphens, 60 at most. Choose another key."),
    "timetable.many": N_("A day has at most {most} breaks. Leave out the shortest."),
    "timetable.pairs": N_("A day has a begin and an end, and so has each break. Write both."),
    "timetable.order": N_(
        "Times of a day follow one another from 00:00 to 24:00. "
        "Put the begin first, then each break, then the end."
    ),
    "meeting.not_open": N_("The meeting has not begun. The roll call comes first."),
    "meeting.suspended": N_("The meeting is suspended. Wait until the dais resumes it."),
    "meeting.adjourned": N_("The meeting is adjourned. Its record stands as it is."),
    "meeting.not_suspended": N_("The meeting is not suspended. There is nothing to resume."),
    "roll_call.running": N_("The roll is being called. Wait until the dais has closed the roll call."),
    "roll_call.not_started": N_("The roll has not been called. The dais starts the roll call first."),
    "roll_call.not_running": N_("The roll is not being called. Start a roll call first."),
    "roll_call.closed": N_("The roll call is closed. Send a note to the dais: it enters late arrivals."),
    "roll_call.all_answered": N_("Every delegation has answered. Close the roll call."),
    "status.unknown": N_("“{status}” is not an answer to the roll call here. Choose one that is offered."),
    "status.members_only": N_("Only members answer “present and voting”. {seat} answers “present”."),
    "status.same": N_("{seat} has this status already. Nothing has changed."),
    "quorum.open": N_(
        "The quorum to open debate is {needed}; members here: {here}. "
        "Wait for late arrivals; the chair may insist."
    ),
    "quorum.vote": N_(
        "The quorum to vote on substance is {needed}; members here: {here}. "
        "Wait for late arrivals; the chair may insist."
    ),
    "debate.open_already": N_("Debate is open already. Go on with the speakers' list."),
    "debate.not_closed": N_("Debate on the topic is not closed. Vote on a motion to close debate first."),
    "topic.unknown": N_("The agenda has no such topic. Choose one that is on it."),
    "topic.not_tabled": N_("This topic was not adjourned. Name one that was."),
    "topic.tabled": N_(
        "Debate on {topic} was adjourned. Move to resume it; the chair may insist on opening it."
    ),
    "voting.not_on": N_("The committee is not in voting procedure. There is nothing to end."),
    "voting.drafts_left": N_(
        "Drafts still to be decided: {count}. Vote on them or have them withdrawn; the chair may insist."
    ),
    "voting.second_vote": N_(
        "The vote on {paper} was tied: it is voted on once more at a later meeting. Suspend this one first; "
        "the chair may insist."
    ),
    "clock.unknown": N_("There is no such clock now. Call a speaker or open a caucus first."),
    "clock.held_already": N_("The clock is held already. Start it to go on."),
    "clock.runs_already": N_("The clock runs already. Hold it to stop it."),
    "clock.adjust_range": N_("Add or take between one second and one hour. Choose a time within that."),
    "clock.late_alarm": N_("This alarm came too late: the clock has changed since. Nothing was noted."),
    "clock.early_alarm": N_("This alarm came too early: the clock still runs. Nothing was noted."),
    "clock.gap": N_("The room was alive later than that. Nothing was noted."),
    "clock.none_runs": N_("No clock runs. There is nothing to hold."),
    "reason.needed": N_("This needs a reason for the record. Say why in a few words."),
    "text.too_long": N_("This text has more than {limit} characters. Say it in fewer words."),
    "text.not_plain": N_("This text holds a character that cannot be printed. Take it out."),
    "seconds.positive": N_("A time is between one second and 24 hours. Choose one within that."),
    "undo.unknown": N_("The record has no act {number}. Choose one from the minutes."),
    "undo.already": N_("Act {number} is undone already. Nothing has changed."),
    "undo.too_old": N_("Only the last {kept} acts can be undone. Correct act {number} with a new act."),
    "undo.never": N_("Act {number} cannot be undone. Correct it with a new act."),
    "undo.vote_closed": N_(
        "Act {number} belongs to a vote that is over, and such a vote stands. Put the question again."
    ),
    "undo.no_sheet": N_("Nothing of this sheet counts any more. Look at the minutes again."),
    "sheet.moved_on": N_(
        "Something was recorded after the sheet was looked through. Look through it again, then enter it."
    ),
    "undo.too_late": N_("Act {number} of {by} rests on it. Undo that one first."),
}
RULE_NAMES = {
    "seat.absent": N_("only those present take part"),
    "roll_call.running": N_("no business during the roll call"),
    "roll_call.closed": N_("the dais enters changes after the roll call"),
    "status.members_only": N_("only members are present and voting"),
    "quorum.open": N_("the quorum to open debate"),
    "quorum.vote": N_("the quorum to vote on substance"),
    "debate.not_closed": N_("debate is closed before drafts are voted"),
    "topic.tabled": N_("an adjourned debate comes back by a motion"),
    "voting.drafts_left": N_("every draft is decided before voting ends"),
    "voting.second_vote": N_("a tied draft has its second vote before voting ends"),
}
