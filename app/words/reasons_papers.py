"""What stands against acts on papers and amendments."""

from app.words.language import N_

SENTENCES = {
    "paper.needs_title": N_("A paper needs a title. Give it one."),
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
    "paper.changed": N_(
        "{paper} has changed since you began. Look at the new text and write the amendment again."
    ),
    "document.malformed": N_("The text cannot be read. {sentence}."),
    "document.no_operative": N_(
        "A resolution needs at least one operative clause. Add one before you submit it."
    ),
    "amendment.no_draft": N_("Amendments go to a draft that is before the committee. Choose one that is."),
    "amendment.no_clause": N_("This clause is not in the draft. Choose one from its text."),
    "amendment.does_not_apply": N_(
        "The amendment does not fit the draft: {reason}. Look at the text and write it again."
    ),
    "amendment.changes_nothing": N_(
        "The amendment leaves the text as it is. Change some words, or leave it."
    ),
    "amendment.needs_text": N_("The amendment needs words. Write what the clause shall say."),
    "amendment.preamble": N_(
        "The preamble is not amended here. Amend an operative clause; the chair may insist."
    ),
    "amendment.gone": N_("This amendment is no longer before the committee. Look at the list again."),
    "amendment.unknown": N_("There is no such amendment. Choose one from the list."),
    "amendment.not_proposed": N_(
        "Amendment {amendment} is introduced or decided already. Choose another one."
    ),
    "amendment.not_introduced": N_(
        "The amendment has not been introduced. Vote on a motion to introduce it first."
    ),
    "amendment.signed_already": N_("{seat} stands on this amendment already. Nothing has changed."),
    "amendment.signatories_min": N_(
        "Names this amendment needs: {needed}; it has {have}. Find more signatories; the chair may insist."
    ),
    "amendment.not_yours": N_("Only its mover withdraws an amendment. Ask the mover or the dais."),
    "amendment.first": N_(
        "Amendment {amendment} is voted on before the draft. Put it first; the chair may insist."
    ),
    "amendment.conflict": N_(
        "Amendment {amendment} contradicts one that was adopted. Ask its mover to withdraw and rewrite it."
    ),
    "amendment.mergeable": N_(
        "Amendment {amendment} meets one that was adopted, and their joined text is not confirmed. "
        "Read it to the room; the chair confirms it by insisting."
    ),
}
DOES_NOT_APPLY = {
    # the reasons of `resolutions.applying.DoesNotApply` and the rules of `MalformedDocument` behind them
    "no_clause": N_("the clause is not in it"),
    "no_parent": N_("the clause above it is not in it"),
    "no_anchor": N_("the clause it should follow is not in it"),
    "uid_taken": N_("a clause like it stands there already"),
    "under_itself": N_("a clause cannot stand under itself"),
    "wrong_kind": N_("a clause of this kind cannot stand there"),
    "other_wording": N_("the clause has other words by now"),
    "too_deep": N_("sub-clauses do not go that deep"),
    "too_long": N_("the text is too long"),
    "not_plain_text": N_("a character cannot be printed"),
    "too_many_clauses": N_("it would have too many clauses"),
    "no_order": N_("two clauses claim the same place"),
    "not_a_clause": N_("this is not a clause"),
    "not_a_document": N_("this is not a text with clauses"),
    "uid_too_long": N_("a clause has too long a mark"),
}
RULE_NAMES = {
    "paper.members_sponsor": N_("only members sponsor"),
    "paper.members_signatory": N_("only members sign"),
    "paper.sponsors_max": N_("the most sponsors"),
    "paper.sponsors_min": N_("the fewest sponsors"),
    "paper.signatories_min": N_("the fewest signatures"),
    "paper.too_late_to_name": N_("no names after the introduction"),
    "paper.other_topic": N_("drafts of the topic under debate"),
    "amendment.mergeable": N_("the text of an amendment is settled before its vote"),
    "amendment.preamble": N_("the preamble is not amended"),
    "amendment.not_introduced": N_("an amendment is introduced before its vote"),
    "amendment.signatories_min": N_("the fewest names on an amendment"),
    "amendment.first": N_("amendments are voted before the draft"),
}
