"""Settings of documents and of voting: a label and a sentence for each."""

from app.words.language import N_

SETTINGS = {
    "papers.sponsors_min": (N_("fewest sponsors"), N_("How many sponsors a paper needs.")),
    "papers.sponsors_max": (
        N_("most sponsors"),
        N_("How many sponsors a paper may have; 0 sets no limit."),
    ),
    "papers.sponsors_max_share": (
        N_("most sponsors as a share"),
        N_("The part of the committee that may sponsor one paper."),
    ),
    "papers.signatories_min": (N_("fewest signatories"), N_("How many must have signed a draft.")),
    "papers.sponsors_count_as_signatories": (
        N_("sponsors as signatories"),
        N_("Whether sponsors count among the signatories."),
    ),
    "papers.sponsors_shown": (N_("sponsors on the draft"), N_("Whether the draft shows its sponsors.")),
    "papers.withdraw_after_amended": (
        N_("withdrawal after amendment"),
        N_("Whether a draft may be withdrawn after the committee amended it."),
    ),
    "papers.may_be_cited": (
        N_("citing working papers"),
        N_("Whether working papers may be cited before they are drafts."),
    ),
    "papers.drafting_hours": (N_("drafting hours"), N_("When papers may be written and handed in.")),
    "papers.symbol": (N_("symbol of drafts"), N_("What drafts are called, with their number.")),
    "papers.organ_line": (
        N_("line of the organ"),
        N_("Where a resolution names the organ that adopts it."),
    ),
    "papers.reserved_phrases": (
        N_("reserved phrases"),
        N_("How the check treats phrases that are the Security Council's."),
    ),
    "papers.title_on_resolution": (N_("title of resolutions"), N_("Whether resolutions carry a title.")),
    "amendments.signatories_min": (
        N_("signatories of an amendment"),
        N_("How many must stand behind an amendment, its mover included."),
    ),
    "amendments.preamble": (N_("amending the preamble"), N_("Whether the preamble may be amended.")),
    "amendments.order": (N_("order of amendments"), N_("In which order amendments are put to the vote.")),
    "amendments.degree_max": (
        N_("amendments to amendments"),
        N_("Whether an amendment may itself be amended: 2 means that it may."),
    ),
    "amendments.friendly": (
        N_("friendly amendments"),
        N_("Whether one that every sponsor accepts is taken in without a vote."),
    ),
    "amendments.friendly_after_amended": (
        N_("friendly amendments after a vote"),
        N_("Whether sponsors may accept one when the text was amended by a vote."),
    ),
    "amendments.vote_time": (N_("vote on amendments"), N_("When amendments are voted on.")),
    "amendments.taken_in": (N_("moving amendments"), N_("When amendments may be moved in a timed debate.")),
    "amendments.majority": (N_("majority of an amendment"), N_("What carries an amendment.")),
    "amendments.unopposed_passes": (
        N_("unopposed amendments"),
        N_("Whether one that nobody speaks against passes without a vote."),
    ),
    "votes.procedural": (N_("majority on procedure"), N_("What carries a motion on procedure.")),
    "votes.procedural_abstain": (
        N_("abstention on procedure"),
        N_("Whether delegations may abstain on procedure."),
    ),
    "votes.resolution": (N_("majority of a resolution"), N_("What adopts a draft.")),
    "votes.required_yes": (
        N_("votes needed"),
        N_("So many votes in favour substance needs, whatever the majority."),
    ),
    "votes.required_yes_share": (
        N_("votes needed as a share"),
        N_("The part of the members whose votes in favour substance needs."),
    ),
    "votes.procedural_required_yes": (
        N_("votes needed on procedure"),
        N_("So many votes in favour procedure needs."),
    ),
    "votes.veto": (N_("veto"), N_("Whether a permanent member's vote against defeats substance.")),
    "votes.change_until": (N_("changing a vote"), N_("Until when a delegation may change its vote.")),
    "votes.statuses_bind": (
        N_("present and voting binds"),
        N_("Whether those who are present and voting may not abstain on substance."),
    ),
    "votes.tie": (N_("tie"), N_("What a tie on a draft means.")),
    "roll_call.granted": (N_("asking for a roll call"), N_("How a vote by roll call comes about.")),
    "roll_call.options": (
        N_("answers in a roll call"),
        N_("What delegations may answer when they are called to vote."),
    ),
    "roll_call.second_round": (N_("second round"), N_("What those who passed may answer.")),
    "roll_call.start": (N_("start of a roll call"), N_("Which delegation is called first.")),
    "action.own_step": (
        N_("entering voting procedure"),
        N_("Whether voting begins by a motion of its own after debate is closed."),
    ),
    "action.doors_closed": (N_("closed doors"), N_("Whether nobody enters while votes are taken.")),
    "action.late_entry": (
        N_("entry during votes"),
        N_("Whether those who were outside may still come in."),
    ),
    "action.notes": (
        N_("notes during votes"),
        N_("Whether delegations may pass notes while votes are taken."),
    ),
    "action.motions": (N_("motions during votes"), N_("Which motions are in order in voting procedure.")),
    "action.several_drafts": (
        N_("several drafts"),
        N_("What the adoption of one draft means for the next on the topic."),
    ),
    "action.consensus_first": (
        N_("consensus first"),
        N_("Whether the chair first asks if a draft can be adopted without a vote."),
    ),
    "action.explanations": (N_("explanations of vote"), N_("Who explains its vote.")),
    "action.explanation_seconds": (
        N_("length of an explanation"),
        N_("How long an explanation of vote lasts."),
    ),
    "action.divide_the_house": (
        N_("dividing the house"),
        N_("Whether a vote may be repeated without abstention."),
    ),
    "division.preamble": (
        N_("dividing the preamble"),
        N_("Whether parts of the preamble may be voted on apart."),
    ),
    "division.only_if_objected": (
        N_("vote on division"),
        N_("Whether a division is debated and voted on only where somebody objects."),
    ),
    "division.mover_of_draft_only": (
        N_("objecting to a division"),
        N_("Whether only the mover of the draft may object."),
    ),
    "division.effect": (N_("effect of a division"), N_("What the vote on a part means.")),
    "division.order": (N_("order of divisions"), N_("Which of several divisions is taken first.")),
}
