"""What stands against acts of voting."""

from app.words.language import N_

SENTENCES = {
    "vote.open_now": N_("A vote is open. Wait until its result is announced."),
    "vote.over": N_("This vote is over. Look at the page again."),
    "vote.closed": N_("Voting is closed. The result will be announced."),
    "vote.not_yours": N_("{seat} does not vote on this question. Wait for the next one."),
    "vote.by_placards": N_("This vote is by placards. Raise your placard; the dais counts."),
    "vote.by_devices": N_(
        "Delegations vote on their own devices now. To vote for them, call the vote off and count placards."
    ),
    "vote.not_called": N_("{seat} is called now. Wait until the roll comes to the delegation you mean."),
    "vote.choice": N_(
        "{seat} cannot answer “{choice}” to this question. Choose one of the answers that are offered."
    ),
    "vote.no_rights": N_("Votes with rights are for roll calls on substance. Answer without rights."),
    "vote.sponsor_rights": N_(
        "{seat} sponsors this draft and does not explain its vote. Vote without rights."
    ),
    "vote.change_roll_call": N_(
        "Answers are changed in a roll call. On a device, vote again; placards are counted again."
    ),
    "vote.nothing_to_change": N_("{seat} has given no answer yet. There is nothing to change."),
    "vote.change_late": N_(
        "Votes are not changed now in this committee. The answer stands; the chair may insist."
    ),
    "vote.once": N_("{seat} has voted, and votes are not changed here. The first vote counts."),
    "vote.same": N_("{seat} has voted this way already. Nothing has changed."),
    "vote.correct_roll_call": N_(
        "Only answers of a roll call are corrected. Count again, or call the vote off."
    ),
    "vote.nothing_to_correct": N_("This delegation has not been called yet. There is nothing to correct."),
    "vote.not_by_placards": N_("This vote is not by placards. Take the votes as it was opened."),
    "vote.no_abstention": N_("Nobody abstains on procedure here. Enter those in favour and those against."),
    "vote.count_range": N_("The count has {counted} votes, and only {electorate} may vote. Count again."),
    "vote.must_vote_missing": N_(
        "Delegations that are present and voting do not abstain; votes missing from them: {missing}. "
        "Count again; the chair may insist."
    ),
    "vote.must_vote_silent": N_(
        "Delegations that are present and voting owe a yes or a no; answers missing from them: {missing}. "
        "Ask for them; the chair may insist."
    ),
    "vote.hands_missing": N_(
        "Nobody abstains on procedure, and placards missing here could turn the result: {missing}. "
        "Take the vote again; the chair may insist."
    ),
    "vote.house_divided": N_(
        "The house is divided on this question, and nobody abstains. Only Yes and No are taken."
    ),
    "vote.second_later": N_(
        "The vote on {paper} was tied and comes once more at a later meeting. "
        "Go on with another question; the chair may insist."
    ),
    "vote.nobody": N_("Nobody who may vote is present. Wait for the delegations."),
    "vote.veto_needs_names": N_("A veto needs names, which placards do not give. Take a roll call."),
    "vote.first": N_(
        "The roll cannot begin with a delegation that does not vote on this question. Draw another one."
    ),
    "vote.count_first": N_("Placards are closed by their count. Enter the figures."),
    "vote.roll_call_unfinished": N_("{seat} has not been called. Finish the roll; the chair may insist."),
    "vote.not_counted": N_("The vote is not counted. Close it before you announce the result."),
}
VARIANTS = {
    ("vote.not_called", "seat", ""): N_("Nobody is left to call. Close the vote."),
    ("vote.choice", "choice", "abstain"): N_(
        "{seat} cannot abstain here: it is present and voting, was called again after a pass, or the "
        "question is procedural. Answer yes or no."
    ),
}
RULE_NAMES = {
    "vote.change_late": N_("until when a vote may be changed"),
    "vote.second_later": N_("the second vote after a tie comes at a later meeting"),
    "vote.sponsor_rights": N_("sponsors do not explain their vote"),
    "vote.veto_needs_names": N_("a vote with a veto is taken by names"),
    "vote.hands_missing": N_("a count that missing placards could turn is taken again"),
    "vote.must_vote_missing": N_("those present and voting do not abstain"),
    "vote.must_vote_silent": N_("those present and voting answer yes or no"),
    "vote.roll_call_unfinished": N_("everybody is called in a roll call"),
}
