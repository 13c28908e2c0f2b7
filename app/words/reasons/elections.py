"""What stands against acts of elections."""

from app.words.language import N_

SENTENCES = {
    "election.open_now": N_("A secret ballot is open. Wait until its result is announced."),
    "election.over": N_("This ballot is over. Look at the page again."),
    "election.closed": N_("The ballot is closed. The result will be announced."),
    "election.counted": N_("This ballot is counted already, or still open. Nothing has changed."),
    "election.not_yours": N_("{seat} does not vote in this election: members that were here vote."),
    "election.on_paper": N_("This election is on paper. Write the name on your ballot and hand it in."),
    "election.by_devices": N_("Delegations vote on their devices; their ballots are counted by themselves."),
    "election.no_devices": N_("Devices are off in votes here. Hold the election on paper."),
    "election.too_many": N_("A ballot names at most as many candidates as there are places: {places}."),
    "election.choice": N_("A ballot names each candidate once, and only those who stand. Look at the names."),
    "election.seats": N_("Ballots come from those who vote, each once. Nothing was recorded."),
    "election.in_already": N_("The ballot of this delegation is in already. It counts as it is."),
    "election.no_office": N_("An election needs a name: say what is elected."),
    "election.candidates": N_("Choose who stands: at least one delegation, at most {most}."),
    "election.twice": N_("Somebody stands twice. Name each candidate once."),
    "election.not_here": N_("{seat} is no delegation of this committee. Choose candidates from its table."),
    "election.places": N_("There must be at least one place, and no more than candidates: {candidates}."),
    "election.no_next": N_("There is no further ballot of this election. Open a new one."),
    "election.not_counted": N_("The ballots are not counted. Close the ballot, or enter the count."),
    "election.count_paper": N_("Ballots on paper are closed by their count. Enter the figures."),
    "election.most_ballots": N_("Only {voters} may vote, so no more ballots count. Count again."),
    "election.figures": N_("{candidates} stand, and each has a figure. Count again."),
    "election.range": N_("No figure is more than the {valid} ballots that name somebody. Count again."),
    "election.sum": N_("Together the candidates must have {least} to {most} votes. Count again."),
    "election.lot": N_("The ballot was equal twice. Draw lots, and name those whom they chose: {places}."),
    "election.no_lot": N_("No lot is drawn here: the ballots decide. Announce without one."),
    "election.miscounted": N_(
        "The box holds {stored} ballots, and {received} came in. Call the election off and vote again."
    ),
    "seat.elects_now": N_("{seat} stands or votes in the election. Wait until it is announced."),
}
RULE_NAMES: dict[str, str] = {}
