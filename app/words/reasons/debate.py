"""What stands against acts of debate: speakers' lists, speeches, caucuses, motions."""

from app.words.language import N_

SENTENCES = {
    "list.no_debate": N_(
        "There is no speakers' list while debate is not open. The chair opens debate first."
    ),
    "list.debate_closed": N_(
        "Debate on the topic is closed, and the committee votes. The next topic has a speakers' list again."
    ),
    "list.none_in_caucus": N_(
        "This caucus has no speakers' list. Speak from your seat, or wait for its end."
    ),
    "list.closed": N_("The speakers' list is closed. Ask the dais to open it."),
    "list.closed_already": N_("The speakers' list is closed already. Open it to take names."),
    "list.open_already": N_("The speakers' list is open already. Names are taken."),
    "list.once": N_("{seat} is on the list already, at place {place}. Ask again after that speech."),
    "list.not_on": N_("{seat} is not on the list. Nothing has changed."),
    "list.changed": N_(
        "The list has changed since you opened this page. Look at it again and repeat the move."
    ),
    "list.place_range": N_("The places of the list go from 1 to {last}. Choose one of them."),
    "list.empty": N_("The speakers' list is empty. Ask who wishes to speak, or take motions."),
    "speech.other": N_("{seat} has the floor now. Look at the page again before you call the next speaker."),
    "speech.none": N_("Nobody has the floor now. There is no speech to end."),
    "speech.seconds": N_(
        "A speech lasts from {least} to {most} here. Choose a time within that; the chair may insist."
    ),
    "caucus.max_total": N_("A caucus lasts at most {most} here. Ask for less; the chair may insist."),
    "caucus.max_speech": N_(
        "A speech in a caucus lasts at most {most} here. Ask for less; the chair may insist."
    ),
    "caucus.speech_longer": N_("One speech is longer than the whole caucus. Ask for shorter speeches."),
    "caucus.uneven": N_(
        "The total time of {total} does not divide into speeches of {speech}. "
        "Take {below} ({speakers} speakers) or {above} ({more} speakers)."
    ),
    "caucus.extension": N_("This caucus is extended by at most {most}. Ask for less; the chair may insist."),
    "caucus.extensions_max": N_(
        "This caucus has had its extensions ({most}). Move a new one; the chair may insist."
    ),
    "caucus.none": N_("There is no caucus now. There is nothing to end."),
    "caucus.none_to_extend": N_("There is no caucus with a time to extend. Move a new caucus."),
    "caucus.time_up": N_(
        "The time of the caucus has run out. End it, or vote on extending it; the chair may insist."
    ),
    "motion.unknown": N_(
        "The rulebook of this committee has no motion “{motion}”. Choose one that is offered."
    ),
    "motion.phase": N_("The motion “{motion}” is not in order {phase}. Move it later; the chair may insist."),
    "motion.needs": N_("The motion “{motion}” needs {parameter}. Add it and move again."),
    "motion.needs_debate": N_(
        "The motion “{motion}” does not fit where the committee stands. Move it when debate is there."
    ),
    "motion.same": N_("You have moved this already. Wait until it is put."),
    "motion.speech_on": N_("{seat} has the floor. Move when the speech has ended."),
    "motion.members_only": N_("{seat} may not move here, as it is not a member. Ask a member to move it."),
    "motion.not_yours": N_("Only its mover withdraws a motion. Ask the mover or the dais."),
    "motion.gone": N_("This motion is no longer before the committee. Look at the list of motions again."),
    "motion.precedence": N_(
        "The motion “{first}” takes precedence over “{second}”. Put it first; the chair may insist."
    ),
    "motion.chair_decides": N_("The chair decides this motion without a vote. Grant or deny it."),
    "motion.vote_decides": N_(
        "The committee decides this motion by a vote. Open the vote; the chair may insist."
    ),
}
VARIANTS = {
    ("speech.other", "seat", ""): N_(
        "Nobody has the floor now. Look at the page again before you call the next speaker."
    ),
}
RULE_NAMES = {
    "list.closed": N_("a closed list takes no names"),
    "speech.seconds": N_("the shortest and the longest speech"),
    "caucus.max_total": N_("the longest caucus"),
    "caucus.max_speech": N_("the longest speech in a caucus"),
    "caucus.uneven": N_("the time of a caucus divides into whole speeches"),
    "caucus.extension": N_("the longest extension of a caucus"),
    "caucus.extensions_max": N_("how often a caucus is extended"),
    "caucus.time_up": N_("no speech after the time of the caucus"),
    "motion.phase": N_("when a motion is in order"),
    "motion.speech_on": N_("no motions during a speech"),
    "motion.members_only": N_("who may move"),
    "motion.precedence": N_("the order of precedence"),
    "motion.vote_decides": N_("the committee votes on this motion"),
}
