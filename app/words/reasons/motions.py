"""What stands against motions, and against what comes before their vote: seconds, objections, speakers."""

from app.words.language import N_

SENTENCES = {
    "motion.again": N_(
        "You moved “{motion}” in this session and it failed. "
        "Ask another delegation to move it; the chair may insist."
    ),
    "motion.no_time": N_("The motion “{motion}” asks for no time. Put it as it is."),
    "motion.not_shorter": N_(
        "The motion is put for less time than was moved, {most}. Choose a shorter time."
    ),
    "motion.none": N_("No motion waits. Look at the list of motions again."),
    "motion.no_seconds": N_("Motions need no second here. The motion is put as it is."),
    "motion.second_own": N_("{seat} moved it and does not second it. Another delegation must."),
    "motion.seconded": N_("This motion has its second. It goes on."),
    "motion.second_missing": N_(
        "Nobody has seconded the motion “{motion}”. Ask for a second, or note that it fails; "
        "the chair may insist."
    ),
    "motion.no_objections": N_(
        "An objection changes nothing about this motion. Vote against it when it is put."
    ),
    "motion.objector_votes": N_(
        "{seat} does not vote on procedure and does not object. Ask a delegation that votes."
    ),
    "motion.objected": N_("{seat} has objected already. The motion goes to the vote."),
    "motion.no_objection": N_(
        "Nobody objects to the motion “{motion}”, so it passes without a vote. "
        "Declare it passed; the chair may insist on a vote."
    ),
    "debate.no_draft": N_(
        "No draft has been introduced, so there is nothing to vote on. "
        "Introduce a draft first; the chair may insist."
    ),
    "question.speakers_first": N_(
        "Speakers for and against it come first. Hear them, or note that nobody asks; the chair may insist."
    ),
    "question.no_speakers": N_("Nobody speaks on this motion here. Put it as it is."),
    "question.entertained": N_("This motion has been taken up already. Name the speakers."),
    "question.none": N_("No question is taken up for speakers. Wait until the dais takes one up."),
    "question.asked": N_("{seat} has asked to speak on it already. Wait until it is called."),
    "question.side_full": N_(
        "On this side {most} may speak, and they have. Put the question; the chair may insist."
    ),
    "question.nobody": N_("Nobody asks to speak on it. Put the question."),
    "question.heard_already": N_("Nobody is left to be heard on it. Put the question."),
}
RULE_NAMES = {
    "motion.again": N_("a mover does not move again what failed"),
    "motion.second_own": N_("the mover does not second"),
    "motion.second_missing": N_("a motion needs a second"),
    "motion.objector_votes": N_("who may object"),
    "motion.no_objection": N_("what nobody objects to passes without a vote"),
    "debate.no_draft": N_("debate is closed when a draft is there"),
    "question.speakers_first": N_("speakers are heard before the vote"),
    "question.side_full": N_("how many speak for and against"),
}
