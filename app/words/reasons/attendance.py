"""What stands against acts of attendance: notes to the dais, late arrivals, the quorum and its challenge."""

from app.words.language import N_

SENTENCES = {
    "delegation.only": N_("This is for a delegation itself. Enter it at the dais instead."),
    "roll_call.not_used": N_(
        "This house calls no roll: delegations are entered as they come. The chair may insist on one."
    ),
    "meeting.open_already": N_("The meeting has been opened already. Go on with the agenda."),
    "status.came": N_(
        "{seat} has been here, so it cannot be marked as never having come. Mark it as absent."
    ),
    "status.chair_recognises": N_(
        "The chair recognises late arrivals here. Raise your placard and wait for the chair."
    ),
    "status.next_session": N_(
        "A status is kept until the roll is called again. Answer then; the chair may insist."
    ),
    "status.upward_only": N_(
        "Only “present” may become “present and voting” here. Wait for the next roll call; "
        "the chair may insist."
    ),
    "status.before_voting": N_(
        "A status is kept while the committee votes. Ask when voting is over; the chair may insist."
    ),
    "note.answer_directly": N_("No note is needed now. Answer for yourself."),
    "note.same": N_("Your note lies with the dais already. Wait for its answer."),
    "note.none": N_("No such note lies with the dais. Look at the attendance again."),
    "quorum.challenged": N_(
        "The quorum has been challenged. Wait until the dais has counted; the chair may insist."
    ),
    "quorum.challenged_already": N_("The quorum is in doubt already. Wait until the dais has counted."),
    "quorum.missing": N_(
        "The count showed that the quorum of {needed} is not there. Count again when members have come; "
        "the chair may insist."
    ),
    "quorum.lost": N_(
        "The quorum to debate is {needed}; members here: {here}. Wait for members to return; "
        "the chair may insist."
    ),
    "quorum.not_challenged": N_("Nobody has challenged the quorum. There is nothing to count."),
    "quorum.count_range": N_("The committee has {members} members. Enter a number up to that."),
}
RULE_NAMES = {
    "roll_call.not_used": N_("no roll call in this house"),
    "roll_call.not_started": N_("the roll is called before the meeting begins"),
    "status.next_session": N_("a status is kept until the next roll call"),
    "status.upward_only": N_("a status changes to present and voting only"),
    "status.before_voting": N_("a status is kept while the committee votes"),
    "quorum.challenged": N_("no business while the quorum is in doubt"),
    "quorum.missing": N_("no business without the quorum"),
    "quorum.lost": N_("no debate without the quorum"),
}
