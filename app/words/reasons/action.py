"""What stands against acts of the voting procedure: its order, its doors, parts, consensus, explanations."""

from app.words.language import N_

SENTENCES = {
    "doors.closed": N_(
        "The doors are closed while votes are taken, and {seat} was not inside. "
        "Wait until voting procedure ends; the chair may insist."
    ),
    "voting.entered": N_("Voting procedure has begun already. Put the next question."),
    "voting.not_entered": N_(
        "Voting procedure has not begun. Vote on a motion to enter it first; the chair may insist."
    ),
    "voting.turn": N_("The next question is {question}. Put it first; the chair may insist."),
    "voting.order": N_("A new order names every draft that waits, once each. Name them again."),
    "voting.order_same": N_("The drafts stand in this order already. Nothing has changed."),
    "division.no_clause": N_("A clause that was named is not in the draft. Choose clauses from its text."),
    "division.twice": N_(
        "Each clause is in one part, and a part with a clause has what stands under it. Name the parts again."
    ),
    "division.preamble": N_(
        "The preamble is not divided here. Name operative clauses; the chair may insist."
    ),
    "division.whole": N_(
        "A part that becomes an annex leaves something of the draft. Name less; the chair may insist."
    ),
    "division.mover_only": N_(
        "Only a sponsor of the draft objects to its division, and {seat} is none. Vote on the parts."
    ),
    "part.gone": N_("This part is not waiting for a vote. Look at the questions again."),
    "consensus.first": N_(
        "The chair first asks whether the draft can be adopted without a vote. Ask; the chair may insist."
    ),
    "consensus.asked": N_(
        "The chair has asked whether anybody objects. Note an objection or adopt the draft; "
        "the chair may insist."
    ),
    "consensus.asked_already": N_("The chair has asked already. Note an objection or adopt the draft."),
    "consensus.refused": N_(
        "A delegation has objected to adopting this draft without a vote. Put it; the chair may insist."
    ),
    "consensus.not_asked": N_("The chair does not ask about this draft now. Look at the page again."),
    "house.not_divided": N_("The house is not divided here. The vote stands; the chair may insist."),
    "house.no_vote": N_("No draft or amendment was voted on last. There is no vote to repeat."),
    "house.nobody_abstained": N_("Nobody abstained in the last vote. It stands."),
    "house.divided_once": N_("The house was divided on this once. The vote stands; the chair may insist."),
    "house.text_changed": N_(
        "The text has been changed by the result, so the vote is not repeated. Amend it again."
    ),
    "paper.contradiction_allowed": N_(
        "Several drafts on a topic may be adopted here, whatever they say. Put it to the vote; "
        "the chair may insist."
    ),
    "paper.not_adopted": N_(
        "A draft is passed over because of one that was adopted on its topic. Choose an adopted one."
    ),
    "paper.wrong_stage": N_("{paper} {stage}, so this cannot be moved about it. Choose another one."),
    "paper.important_already": N_("{paper} is an important question already. Nothing has changed."),
    "paper.amended": N_(
        "{paper} has been amended, and then a draft is not withdrawn. Vote on it; the chair may insist."
    ),
    "paper.no_working_paper": N_("This is no working paper. Choose one that is not yet a draft."),
    "paper.shown_already": N_("Everybody can read {paper} already. Nothing has changed."),
    "vote.nothing_to_call": N_("There is no such vote to come. Name a draft or an amendment that waits."),
    "vote.roll_call_granted": N_("A roll call on this was granted already. Nothing has changed."),
    "vote.roll_call_granted_only": N_(
        "A roll call was granted for this vote. Call the roll; the chair may insist."
    ),
    "vote.roll_call_not_granted": N_(
        "The committee decides by a motion whether the roll is called. Take placards; the chair may insist."
    ),
    "vote.lot": N_(
        "The roll begins here with a delegation drawn by lot. Draw one and name it; the chair may insist."
    ),
    "explanation.nothing": N_(
        "Votes are explained on the question voted on last, or on the next draft. Choose one of them."
    ),
    "explanation.given": N_("{seat} has explained its vote on this. Hear another; the chair may insist."),
    "explanation.sponsor": N_(
        "{seat} sponsors the draft and does not explain its vote. Hear another; the chair may insist."
    ),
    "explanation.with_rights": N_(
        "Only who voted with rights explains its vote, before the result, and {seat} does not. "
        "Announce the result; the chair may insist."
    ),
    "explanation.voters": N_(
        "Votes are explained by those who voted, and {seat} did not. Hear another; the chair may insist."
    ),
    "explanation.three": N_(
        "One speaker in favour, one against and one who abstained explain their votes, and {seat} would be "
        "one more. Go on; the chair may insist."
    ),
    "explanation.first": N_(
        "{seat} voted with rights and explains its vote before the result. Hear it; the chair may insist."
    ),
    "debate.none": N_("No topic is under debate. Open debate on one first."),
    "motion.entries": N_("A list has at most {most} entries here. Name fewer."),
}
RULE_NAMES = {
    "doors.closed": N_("nobody comes in while votes are taken"),
    "voting.not_entered": N_("voting procedure is entered before a vote on substance"),
    "voting.turn": N_("the order of questions in voting procedure"),
    "division.preamble": N_("the preamble is not divided"),
    "division.whole": N_("an annex leaves something of the draft"),
    "division.mover_only": N_("only the movers of a draft object to its division"),
    "explanation.given": N_("each delegation explains its vote once"),
    "explanation.sponsor": N_("sponsors do not explain their votes"),
    "explanation.with_rights": N_("only votes with rights are explained"),
    "explanation.voters": N_("only those who voted explain their votes"),
    "explanation.three": N_("three speakers explain their votes"),
    "explanation.first": N_("votes with rights are explained before the result"),
    "consensus.first": N_("consensus is sought before a vote"),
    "consensus.asked": N_("no vote while the chair asks for objections"),
    "consensus.refused": N_("an objection brings the ordinary vote"),
    "house.not_divided": N_("the house is not divided"),
    "house.divided_once": N_("the house is divided once on a question"),
    "paper.contradiction_allowed": N_("several drafts on a topic may pass"),
    "paper.amended": N_("an amended draft is not withdrawn"),
    "vote.roll_call_granted_only": N_("a roll call that was granted is taken"),
    "vote.roll_call_not_granted": N_("a roll call is granted by the committee"),
    "vote.lot": N_("a roll call begins with a member drawn by lot"),
}
