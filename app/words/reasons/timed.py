"""What stands against acts of a timed debate: one resolution at a time, for and against, amendments in it."""

from app.words.language import N_

SENTENCES = {
    "timed.not_used": N_("This house does not debate resolutions one at a time. Use the speakers' list."),
    "timed.no_debate": N_("Debate on the topic is not open. Open it before you take up a draft."),
    "timed.caucus_on": N_("A caucus or a round of speeches is on. End it before the debate goes on."),
    "timed.in_hand": N_("{paper} is in hand. Decide it, or table it, before you take up another."),
    "timed.no_draft": N_("No draft waits to be debated. Introduce the next one."),
    "timed.order": N_("{paper} was submitted first. Take it up first; the chair may insist."),
    "timed.none": N_("No draft is in hand. Take one up first."),
    "timed.to_the_vote": N_("The debate on {question} has ended. Put it to the vote."),
    "timed.not_in_hand": N_(
        "{question} is not what the committee debates now. Take it up first; the chair may insist."
    ),
    "timed.still_debated": N_("{question} is still debated. End its debate first; the chair may insist."),
    "timed.vote_first": N_("Amendment {amendment} waits for its vote. Put it first; the chair may insist."),
    "timed.other_text": N_(
        "Amendment {amendment} does not change the text that is debated now. Decide what is on first."
    ),
    "timed.amendment_on": N_("Amendment {amendment} is debated. Decide it before the mode changes."),
    "timed.mode_same": N_("The draft is debated in this way already. Nothing has changed."),
    "timed.asked": N_("{seat} has asked for the floor already. Wait until you are called."),
    "timed.not_asked": N_("This delegation does not ask for the floor. Nothing has changed."),
    "timed.side": N_(
        "It is not the time of this side now ({debate_stage}). Wait for it; the chair may insist."
    ),
    "timed.nobody": N_("Nobody asks for the floor on this side. Call a raised placard, or end the stage."),
    "timed.submitter_first": N_("{seat} submitted the text and speaks first. Call it; the chair may insist."),
    "timed.turn": N_("It is the turn of the other side. Call it first; the chair may insist."),
    "timed.time_up": N_(
        "The time of this debate has run out. End the stage, or take a motion to extend it; "
        "the chair may insist."
    ),
    "timed.other_stage": N_("The debate has moved on. Look at the page again."),
    "timed.none_failed": N_("The last vote failed no draft. There is nothing to open again."),
    "timed.other_failed": N_("Only the draft that has just failed is opened again. Look at the page again."),
    "amendment.time_against": N_(
        "Amendments are taken in time against, or in open debate on the draft in hand. "
        "Wait for it; the chair may insist."
    ),
    "amendment.opposed": N_("Somebody is against amendment {amendment}. Put it to the vote."),
    "clock.waits": N_("This clock runs only while somebody speaks on its question. Call a speaker."),
    "point.not_in_debate": N_(
        "Speakers are asked nothing in the debate of a resolution here. Ask for the floor; "
        "the chair may insist."
    ),
}
RULE_NAMES = {
    "timed.order": N_("drafts are debated in the order of submission"),
    "timed.not_in_hand": N_("only what is in hand is voted on"),
    "timed.still_debated": N_("debate ends before the vote"),
    "timed.vote_first": N_("an amendment whose debate has ended is put to the vote"),
    "timed.side": N_("time for and time against"),
    "timed.submitter_first": N_("who submitted a text speaks first"),
    "timed.turn": N_("speakers for and against in turn"),
    "timed.time_up": N_("the time of a debate"),
    "amendment.time_against": N_("when amendments are taken"),
    "amendment.opposed": N_("what is opposed is put to the vote"),
    "point.not_in_debate": N_("no points of information in the debate of a resolution"),
}
