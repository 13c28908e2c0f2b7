"""What stands against acts on papers."""

from app.words.language import N_

SENTENCES = {
    "paper.needs_title": N_("A paper needs a title. Give it one."),
    "paper.drafting_sessions": N_(
        "Papers are written while the committee sits. Wait for the session; the chair may insist."
    ),
    "paper.drafting_caucus": N_(
        "Papers are written in unmoderated caucuses. Wait for one; the chair may insist."
    ),
    "paper.sponsors_of_both": N_("Two papers are merged by a sponsor of both. Ask one, or the dais."),
    "paper.not_written": N_("{paper} is not being written any more. Merge into a working paper."),
    "paper.cannot_merge": N_("{paper} {stage}, so it cannot be merged now. Look at the paper again."),
    "paper.unknown": N_("There is no such paper. Choose one from the list."),
    "paper.members_sponsor": N_(
        "Only members sponsor papers and amendments here. {seat} may ask a member to do it."
    ),
    "paper.members_signatory": N_(
        "Only members sign papers and amendments here. {seat} may ask a member to do it."
    ),
    "paper.sponsors_max": N_(
        "Sponsors of a paper here: {most} at most. Sign it instead; the chair may insist."
    ),
    "paper.sponsors_min": N_(
        "Sponsors this paper needs: {needed}; it has {have}. Find more before you submit it."
    ),
    "paper.signatories_min": N_(
        "Signatures this paper needs: {needed}; it has {have}. Find more before you submit it."
    ),
    "paper.sponsors_only": N_("Only its sponsors do this with a paper. Ask one of them or the dais."),
    "paper.too_late_to_name": N_(
        "{paper} has been introduced, so its list of names is closed. Speak for it in debate."
    ),
    "paper.not_shared": N_(
        "This working paper has not been shared with you. Ask one of its sponsors to share it first."
    ),
    "paper.shared_already": N_("{seat} can read this paper already. Nothing has changed."),
    "paper.not_a_reader": N_(
        "This delegation cannot read the paper by your sharing it. Nothing was taken from it."
    ),
    "paper.name_on_it": N_(
        "{seat} stands on this paper, so it can read it. Take its name off first, or ask it to do so."
    ),
    "paper.public_already": N_("Everybody in the committee can read {paper}. It cannot be taken back."),
    "paper.named_already": N_("{seat} stands on this paper already. Nothing has changed."),
    "paper.not_named": N_("{seat} does not stand on this paper. Nothing has changed."),
    "paper.decided": N_("{paper} is decided or being voted on, so names stay on it. Vote as you see fit."),
    "paper.cannot_submit": N_("{paper} {stage}, so it cannot be submitted now. Look at the paper again."),
    "paper.cannot_return": N_("{paper} {stage}, so it cannot be returned now. Look at the paper again."),
    "paper.cannot_approve": N_("{paper} {stage}, so it cannot be approved now. Look at the paper again."),
    "paper.cannot_withdraw": N_("{paper} {stage}, so it cannot be withdrawn now. Look at the paper again."),
    "paper.not_approved": N_("{paper} is not approved as a draft. Submit it to the dais first."),
    "paper.other_topic": N_(
        "{paper} is on {topic}, which is not under debate. Introduce it in its turn; the chair may insist."
    ),
    "paper.not_introduced": N_("This draft is not before the committee. Introduce it by a motion first."),
    "paper.left": N_(
        "{paper} {stage}, so it is no longer before the committee. Look at the draft that comes next."
    ),
    "paper.changed": N_(
        "{paper} has changed since you began. Look at the new text and write the amendment again."
    ),
    "document.malformed": N_("The text cannot be read. {sentence}."),
    "document.no_operative": N_(
        "A resolution needs at least one operative clause. Add one before you submit it."
    ),
}
RULE_NAMES = {
    "paper.drafting_sessions": N_("papers are written during sessions"),
    "paper.drafting_caucus": N_("papers are written in unmoderated caucuses"),
    "paper.members_sponsor": N_("only members sponsor"),
    "paper.members_signatory": N_("only members sign"),
    "paper.sponsors_max": N_("the most sponsors"),
    "paper.sponsors_min": N_("the fewest sponsors"),
    "paper.signatories_min": N_("the fewest signatures"),
    "paper.too_late_to_name": N_("no names after the introduction"),
    "paper.other_topic": N_("drafts of the topic under debate"),
}
